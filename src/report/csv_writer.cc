#include "report/csv_writer.h"

#include <algorithm>

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What a spreadsheet would take for a number and round, as it keeps 15 digits: a fingerprint without letters,
// or with one e.
bool is_rounded(absl::string_view text) {
  const size_t e = text.find('e');
  const bool power = e != absl::string_view::npos && e > 0 && e + 1 < text.size();
  return (text.size() > 15 || power) && std::all_of(text.begin(), text.end(), [&](const char& c) {
           return is_digit(c) || (power && &c == text.data() + e);
         });
}

// A score or a fraction that a spreadsheet would take for a day: "3-2", "1/2".
bool is_taken_for_day(absl::string_view text, absl::string_view signs) {
  int parts = 1, digits = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      if (++digits > 2) return false;
    } else if (digits > 0 && absl::StrContains(signs, c) && ++parts <= 3) {
      digits = 0;
    } else {
      return false;
    }
  }
  return parts > 1 && digits > 0;
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
  const bool misread = is_rounded(line) || is_taken_for_day(line, decimal_ == "," ? "-/." : "-/");
  cell(reckoned || misread ? absl::StrCat("'", line) : line);
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
