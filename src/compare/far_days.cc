#include "compare/far_days.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr int64_t kNear = 12;       // days between two that may be one
constexpr int64_t kLongPast = 600;  // days from which on a year is not the last one

// "1787", "1778"
bool of_same_digits(int64_t a, int64_t b) {
  std::string x = absl::StrCat(a), y = absl::StrCat(b);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

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

std::optional<int64_t> year_told(const Value& value) {
  constexpr int64_t kYear = 366;
  const auto* date = std::get_if<Date>(&value);
  if (!date || !date->start || !date->end || !date->is_told_to_the_year()) return std::nullopt;
  if (absl::CivilDay(*date->end) - absl::CivilDay(*date->start) > kYear) return std::nullopt;
  return date->start->year();
}

// Not "73 years ago", which is no certain year.
bool is_far_year(const Report& report, const Claim& claim) {
  const auto* date = std::get_if<Date>(&claim.value);
  return date && !date->told_to && year_told(claim.value) &&
         days_from_article(report, claim).value_or(0) > kLongPast;
}

bool are_near_days(const Claim& a, const Claim& b) {
  const std::optional<int64_t> one = year_told(a.value), other = year_told(b.value);
  if (one && other) return std::abs(*one - *other) == 1 || of_same_digits(*one, *other);
  const std::optional<absl::CivilDay> x = day_told(a), y = day_told(b);
  return x && y && std::abs(*x - *y) <= kNear;
}

}  // namespace crosscheck
