#include <algorithm>
#include "mention/amounts.h"
#include "mention/mentions.h"
#include "mention/reader.h"
#include "mention/recognizers.h"
#include "absl/strings/numbers.h"
namespace crosscheck {
std::vector<Amount> read_amounts(const Annotated& text) {
  std::vector<Amount> out;
  for (const auto& s : text.sentences) {
    Reader r{text, s.first, s.last};
    for (uint32_t at = s.first; at < s.last;) {
      auto n = r.small_number(at);
      if (!n) { ++at; continue; }
      uint32_t u = n->last; if (r.dash(u)) ++u;
      const Hit* unit = r.hit(u, Category::duration_unit);
      if (!unit) { ++at; continue; }
      Amount a; a.first = at; a.last = unit->last; a.unit_kind = UnitKind::duration; a.unit = unit->sense->symbol;
      a.value.low = a.value.high = Decimal(n->value);
      out.push_back(a); at = a.last;
    }
  }
  return out;
}
std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& book) {
  auto amounts = read_amounts(text);
  std::vector<Mention> all;
  find_dates(text, book, amounts, &all); find_times(text, book, &all); find_ages(text, book, amounts, &all); find_durations(text, book, amounts, &all);
  std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.span.size() > b.span.size(); });
  std::vector<Mention> out;
  for (auto& m : all) { bool o = false; for (auto& k : out) o = o || k.span.overlaps(m.span); if (!o) out.push_back(m); }
  std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.span.begin < b.span.begin; });
  return out;
}
}
