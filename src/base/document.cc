#include "crosscheck/document.h"

#include <algorithm>

#include "base/text.h"

namespace crosscheck {
namespace {

// The run that holds byte `at` of the text; the last one for the end of the text.
const OffsetRun* run_at(const std::vector<OffsetRun>& runs, uint32_t at) {
  if (runs.empty()) return nullptr;
  const auto next = std::upper_bound(runs.begin(), runs.end(), at, [](uint32_t byte, const OffsetRun& run) {
    return byte < run.text_begin;
  });
  return next == runs.begin() ? &runs.front() : &*(next - 1);
}

}  // namespace

FileSpan Document::to_file(TextSpan span) const {
  if (span.empty()) {
    const OffsetRun* run = run_at(offsets, span.begin);
    if (!run) return {};
    const uint64_t at = run->verbatim ? run->file_begin + (span.begin - run->text_begin) : run->file_begin;
    return {at, at};
  }
  const OffsetRun* first = run_at(offsets, span.begin);
  const OffsetRun* last = run_at(offsets, span.end - 1);
  if (!first || !last) return {};
  const uint64_t begin =
      first->verbatim ? first->file_begin + (span.begin - first->text_begin) : first->file_begin;
  const uint64_t end = last->verbatim ? last->file_begin + (span.end - last->text_begin) : last->file_end;
  return {begin, std::max(begin, end)};
}

LineColumn Document::to_line(uint32_t at) const {
  const OffsetRun* run = run_at(offsets, at);
  if (!run) return {};
  if (!run->verbatim || at <= run->text_begin) return {run->line, run->column};
  return {run->line, run->column + count_code_points(slice({run->text_begin, at}))};
}

}  // namespace crosscheck
