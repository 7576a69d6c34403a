// Tables that a spreadsheet opens by a double click: a byte order mark, since without one letters beyond
// ASCII are misread; semicolons where the language writes decimals with a comma, since a spreadsheet set to
// it cuts there; every cell quoted; and no cell that could be taken for a formula.
#pragma once

#include <optional>
#include <string>

#include "crosscheck/decimal.h"
#include "report/words.h"

namespace crosscheck {

class CsvWriter {
 public:
  explicit CsvWriter(const Words& words);

  // Text of any origin. What a spreadsheet would reckon, round or take for a day gets an apostrophe before
  // it.
  CsvWriter& text(absl::string_view text);
  // A number of our own, in the digits of the language, so that it can be summed; an empty cell when absent.
  CsvWriter& number(const std::optional<Decimal>& number);
  CsvWriter& number(int64_t number);
  void end_row();
  std::string take() { return std::move(out_); }

 private:
  void cell(absl::string_view content);

  const char separator_;
  const std::string decimal_;
  bool first_ = true;
  std::string out_;
};

}  // namespace crosscheck
