#include "report/csv_writer.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"

namespace crosscheck {
namespace {

constexpr size_t kMostOfCell = 32000;  // bytes; spreadsheets cut cells at 32,767 characters

// The first signs of formulas, their full-width twins, which some spreadsheets take too, and the apostrophe,
// which would be swallowed.
bool is_reckoned(absl::string_view text) {
  for (const absl::string_view sign :
       {"=", "+", "-", "@", "'", "|", "%", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (absl::StartsWith(text, sign)) return true;
  }
  return false;
}

std::string cut(std::string text) {
  if (text.size() <= kMostOfCell) return text;
  size_t at = kMostOfCell;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(0, at) + "…";
}

}  // namespace

CsvWriter::CsvWriter(const Words& words)
    : separator_(words("decimal") == "," ? ';' : ','), decimal_(words("decimal")), out_("\uFEFF") {}

CsvWriter& CsvWriter::text(absl::string_view text) {
  const std::string line = cut(one_line(text));
  // Blanks before a formula are passed over.
  const size_t start = line.find_first_not_of(' ');
  const bool reckoned = start != std::string::npos && is_reckoned(absl::string_view(line).substr(start));
  cell(reckoned ? absl::StrCat("'", line) : line);
  return *this;
}

CsvWriter& CsvWriter::number(const std::optional<Decimal>& number) {
  cell(number ? absl::StrReplaceAll(number->to_string(), {{".", decimal_}}) : "");
  return *this;
}

CsvWriter& CsvWriter::number(int64_t number) {
  cell(absl::StrCat(number));
  return *this;
}

void CsvWriter::cell(absl::string_view content) {
  if (!first_) out_.push_back(separator_);
  first_ = false;
  absl::StrAppend(&out_, "\"", absl::StrReplaceAll(content, {{"\"", "\"\""}}), "\"");
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
}

}  // namespace crosscheck
