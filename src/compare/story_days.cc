#include "compare/story_days.h"

#include <algorithm>
#include <optional>

#include "absl/time/civil_time.h"
#include "compare/facts.h"

namespace crosscheck {
namespace {

constexpr size_t kArticlesLeast = 3;  // that tell the day
constexpr size_t kShareLeast = 50;    // percent of the articles of the dossier that they must be
constexpr size_t kArticlesMany = 4;
constexpr int kOfSome = 20;
constexpr int kOfMany = 30;

// The day that a claim tells, or a part of it.
std::optional<int64_t> day_of(const Claim& claim) {
  const auto* date = std::get_if<Date>(&claim.value);
  if (!date || !date->start || !date->end || date->told_to) return std::nullopt;
  const absl::CivilDay day(*date->start);
  if (*date->end > absl::CivilSecond(day + 1)) return std::nullopt;
  return day - absl::CivilDay();
}

}  // namespace

StoryDays::StoryDays(const Report& report) : worth_(report.claims.size()) {
  std::map<std::string, size_t> articles;
  for (const Document& document : report.documents)
    ++articles[document.metadata.dossier ? document.metadata.dossier.value : ""];
  for (uint32_t c = 0; c < report.claims.size(); ++c) {
    const Claim& claim = report.claims[c];
    const std::optional<int64_t> day = day_of(claim);
    if (!day) continue;
    uint32_t& first = first_[{dossier_of(report, claim), *day}].try_emplace(claim.document, c).first->second;
    if (claim.span.begin < report.claims[first].span.begin) first = c;
  }
  for (const auto& [day, tellings] : first_) {
    if (tellings.size() < kArticlesLeast || 100 * tellings.size() < kShareLeast * articles[day.first])
      continue;
    for (const auto& [document, c] : tellings)
      worth_[c] = tellings.size() < kArticlesMany ? kOfSome : kOfMany;
  }
}

int StoryDays::points(uint32_t a, uint32_t b) const { return worth_[a] == worth_[b] ? worth_[a] : 0; }

}  // namespace crosscheck
