#include "compare/parts.h"

#include "compare/figures.h"

namespace crosscheck {
namespace {

constexpr int kSubset = 10;  // tenths: the whole is less than the part
constexpr int kPlace = 15;   // a place told on one side may be where all happened, if the figures are near

}  // namespace

bool whole_below_part(const Claim& a, const Claim& b, const std::string& part_a, const std::string& part_b,
                      int tenths) {
  if (part_a.empty() == part_b.empty()) return false;
  const std::optional<Decimal> part = size_of(part_a.empty() ? b : a),
                               whole = size_of(part_a.empty() ? a : b);
  const std::optional<Decimal> reach = part ? multiply(*part, Decimal(tenths, -1)) : std::nullopt;
  return whole && reach && *whole < *reach;
}

bool is_above_its_peak(const Claim& a, const Claim& b) {
  const bool a_peaks = a.qualifiers.stage == Stage::peak;
  const Claim& other = a_peaks ? b : a;
  if (a_peaks == (b.qualifiers.stage == Stage::peak) || other.qualifiers.stage != Stage::none) return false;
  const std::optional<Decimal> most = size_of(a_peaks ? a : b), told = size_of(other);
  return most && told && *most < *told;
}

std::string objection_of_parts(const Claim& a, const Claim& b) {
  const Qualifiers& p = a.qualifiers;
  const Qualifiers& q = b.qualifiers;
  if (a.difference != b.difference) return "one tells by how much it differs, the other how much it is";
  if (p.subset != q.subset && !whole_below_part(a, b, p.subset, q.subset, kSubset))
    return "one tells of a part, the other of the whole or another part";
  if (p.place == q.place) return "";
  if (!p.place.empty() && !q.place.empty()) return "they are told for different places";
  const bool amounts = amount_of(a.value) && amount_of(b.value);  // a deed told without its place is no whole
  return !amounts || whole_below_part(a, b, p.place, q.place, kPlace)
             ? ""
             : "one is told for a place, the other for more than it";
}

}  // namespace crosscheck
