#include "texts.h"

#include "ingest/ingest.h"

namespace crosscheck {
namespace {

// The bytes of the text that were read from `span`: from the first run that ends behind its begin.
TextSpan to_text(const Document& document, FileSpan span) {
  const std::vector<OffsetRun>& runs = document.offsets;
  TextSpan out;
  bool begun = false;
  for (size_t i = 0; i < runs.size(); ++i) {
    const OffsetRun& run = runs[i];
    const auto end =
        i + 1 < runs.size() ? runs[i + 1].text_begin : static_cast<uint32_t>(document.text.size());
    if (run.file_end <= span.begin || run.file_begin >= span.end) continue;
    const auto inside = [&](uint64_t byte) { return static_cast<uint32_t>(byte - run.file_begin); };
    if (!begun)
      out.begin = run.text_begin + (run.verbatim && span.begin > run.file_begin ? inside(span.begin) : 0);
    begun = true;
    out.end = run.verbatim && span.end < run.file_end ? run.text_begin + inside(span.end) : end;
  }
  return out;
}

// The place of a claim, only if the very words stand there.
void place(const Document& document, Claim* claim) {
  const TextSpan span = to_text(document, claim->file);
  if (span.empty() || span.end > document.text.size() || document.slice(span) != claim->quote) return;
  claim->span = span;
  const size_t at = claim->context.find(claim->quote);
  if (at == std::string::npos || at > span.begin) return;
  const auto begin = static_cast<uint32_t>(span.begin - at);
  claim->context_span = {begin, begin + static_cast<uint32_t>(claim->context.size())};
  if (claim->context_span.end > document.text.size() || document.slice(claim->context_span) != claim->context)
    claim->context_span = {};
}

}  // namespace

void read_texts(const Rulebook& rules, const Disk& disk, Report* report) {
  for (size_t i = 0; i < report->documents.size(); ++i) {
    Document& document = report->documents[i];
    if (document.path.empty() || document.path == "-" || disk.kind(document.path) != Disk::Kind::file)
      continue;
    Source source;
    source.path = document.path;
    source.id = document.id;
    source.given = document.metadata;
    Problems ignored;  // an article that cannot be read is shown without its text
    const auto read = read_document(source, {}, rules, disk, &ignored);
    if (!read || read->sha256 != document.sha256) continue;
    document.text = read->text;
    document.segments = read->segments;
    document.offsets = read->offsets;
    for (Claim& claim : report->claims) {
      if (claim.document == i) place(document, &claim);
    }
  }
}

}  // namespace crosscheck
