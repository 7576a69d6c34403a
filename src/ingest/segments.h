// Lays segments over the clean text: furniture by its words, sentences, quotations.
#pragma once

#include <vector>

#include "crosscheck/document.h"
#include "ingest/page.h"
#include "rules/language.h"

namespace crosscheck {

// Marks blocks whose words tell that they are furniture ("Lire aussi", "Newsletter", a line with a mail
// address).
void mark_furniture(absl::string_view text, const Language& language, std::vector<Block>* blocks);

// The spans of the sentences of one paragraph. A sentence has 400 tokens at most; a longer one is cut.
std::vector<TextSpan> cut_sentences(absl::string_view text, TextSpan paragraph, const Language& language);

// The spans of the quotations of one paragraph, outer ones only; one that never closes ends with the
// paragraph.
std::vector<TextSpan> find_quotations(absl::string_view text, TextSpan paragraph);

// Blocks, marked, with their sentences and quotations, as Document::segments.
std::vector<Segment> lay_segments(absl::string_view text, const Language& language,
                                  std::vector<Block> blocks);

}  // namespace crosscheck
