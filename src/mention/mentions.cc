#include "mention/mentions.h"

#include <algorithm>

#include "mention/recognizers.h"

namespace crosscheck {

std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook) {
  std::vector<Mention> out;
  find_dates(text, rulebook, {}, &out);
  find_times(text, rulebook, &out);
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  return out;
}

}  // namespace crosscheck
