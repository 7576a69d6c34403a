// Names found in the tokens of one article, before it is known whom they mean: shared by the recognizers of
// names and roles.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// A run of words that is written like a name: tokens [first, last).
struct NameRun {
  uint32_t first = 0;
  uint32_t last = 0;
  MentionKind kind = MentionKind::organisation;  // once typed: person, organisation or place
  bool typed = false;
  bool weak = false;     // its evidence is often true of other kinds, too
  std::string entity;    // id of the known entity, if it is one
  const char* why = "";  // the evidence for its kind
};

// All names of the article in order, typed as far as there is evidence.
std::vector<NameRun> find_name_runs(const Annotated& text, const Rulebook& rulebook);

}  // namespace crosscheck
