#include "text/near_spelling.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace crosscheck {

bool is_near_spelling(absl::string_view a, absl::string_view b) {
  if (a == b || a.empty() || b.empty()) return false;
  size_t head = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  const absl::string_view x = a.substr(head, a.size() - head - tail);
  const absl::string_view y = b.substr(head, b.size() - head - tail);
  const auto digit = [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); };
  if (std::any_of(x.begin(), x.end(), digit) || std::any_of(y.begin(), y.end(), digit)) return false;
  if (x.size() <= 1 && y.size() <= 1) return true;
  return x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
}

}  // namespace crosscheck
