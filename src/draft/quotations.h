// Whether the words between quotation marks stand in a source, to the word or nearly so.
#pragma once

#include <optional>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

// A passage of a source that has the quoted words; `exact` when it has them one after the other.
struct QuotedPassage {
  TextSpan span;
  bool exact = false;
};

class QuotationFinder {
 public:
  explicit QuotationFinder(const std::vector<Document>& documents);
  ~QuotationFinder();

  // Marks, signs and capitals are passed over. Short quotations are found only to the word.
  std::optional<QuotedPassage> find(absl::string_view quotation, uint32_t document) const;

 private:
  struct Words;
  std::vector<Words> words_;
};

}  // namespace crosscheck
