#include "compare/far_days.h"

#include <cstdlib>
#include <optional>

#include "absl/time/civil_time.h"

namespace crosscheck {
namespace {

constexpr int64_t kFar = 7;    // days between the day and the article
constexpr int64_t kNear = 12;  // between two days of one deed

std::optional<absl::CivilDay> day_of(const Claim& claim) {
  const auto* date = std::get_if<Date>(&claim.value);
  if (!date || !date->start || !date->end || date->told_to) return std::nullopt;
  const absl::CivilDay day(*date->start);
  return *date->end > absl::CivilSecond(day + 1) ? std::nullopt : std::optional(day);
}

}  // namespace

bool is_far_day(const Report& report, const Claim& claim) {
  const auto& published = report.documents[claim.document].metadata.published;
  const std::optional<absl::CivilDay> day = day_of(claim);
  return day && published && std::abs(*day - absl::CivilDay(published.value.local)) > kFar;
}

bool are_near_days(const Claim& a, const Claim& b) {
  const std::optional<absl::CivilDay> x = day_of(a), y = day_of(b);
  return x && y && std::abs(*x - *y) <= kNear;
}

}  // namespace crosscheck
