#include "compare/far_days.h"

#include <cstdlib>

namespace crosscheck {
namespace {

constexpr int64_t kNear = 12;  // days between two that may be one

}  // namespace

std::optional<absl::CivilDay> day_told(const Claim& claim) {
  const auto* date = std::get_if<Date>(&claim.value);
  if (!date || !date->start || !date->end || date->told_to) return std::nullopt;
  const absl::CivilDay day(*date->start);
  return *date->end > absl::CivilSecond(day + 1) ? std::nullopt : std::optional(day);
}

std::optional<int64_t> days_from_article(const Report& report, const Claim& claim) {
  const auto* date = std::get_if<Date>(&claim.value);
  const auto& published = report.documents[claim.document].metadata.published;
  if (!date || !published) return std::nullopt;
  const std::optional<absl::CivilSecond>& at = date->start ? date->start : date->end;
  if (!at) return std::nullopt;
  return std::abs(absl::CivilDay(*at) - absl::CivilDay(published.value.local));
}

bool is_far_day(const Report& report, const Claim& claim) {
  return day_told(claim) && days_from_article(report, claim).value_or(0) > kFarDays;
}

bool are_near_days(const Claim& a, const Claim& b) {
  const std::optional<absl::CivilDay> x = day_told(a), y = day_told(b);
  return x && y && std::abs(*x - *y) <= kNear;
}

}  // namespace crosscheck
