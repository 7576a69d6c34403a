// The reports' own words in one language, from reports/words/<code>.yaml, which are compiled in. Immutable,
// safe for all threads. A key is a path through the file: "count.claim".
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/problem.h"

namespace crosscheck {

class YamlNode;

class Words {
 public:
  // English when there is no file for `language`. Lives as long as the program.
  static const Words& of(absl::string_view language);
  // Exposed for tests: what a file holds. Wrong files give problems.
  static Words parse(std::string path, std::string bytes, Problems* problems);

  // The words of a key; "⟦key⟧" when the file has none, which a test forbids.
  std::string operator()(absl::string_view key) const;
  // nullptr when the file has none: for keys that come from data (units, currencies).
  const std::string* find(absl::string_view key) const;
  std::vector<std::string> keys() const;  // sorted

  using Slots = std::initializer_list<std::pair<absl::string_view, absl::string_view>>;
  // The words of a key with each {name} replaced. What fills a slot is not looked at again.
  std::string fill(absl::string_view key, Slots slots) const;
  // key.one or key.other by `n`, with {n} filled by the grouped figure.
  std::string count(absl::string_view key, int64_t n) const;
  // "one" or "other": English has 1 article and 1.5 articles, French 1,5 article.
  bool singular(double n) const {
    return n >= one_from_ && n < one_below_ && (one_from_ == 0 || n == one_from_);
  }

 private:
  static Words read(const YamlNode& root, Problems* problems);

  std::map<std::string, std::string> entries_;
  double one_from_ = 1;
  double one_below_ = 2;
};

// Replaces each open+name+close by its slot; other text, and names without a slot, stay.
std::string fill_slots(absl::string_view pattern, absl::string_view open, absl::string_view close,
                       Words::Slots slots);

}  // namespace crosscheck
