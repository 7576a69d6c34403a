#include "compare/story_days.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "compare/facts.h"
#include "compare/far_days.h"

namespace crosscheck {
namespace {

constexpr size_t kArticlesLeast = 3;  // that tell the day
constexpr size_t kShareLeast = 50;    // percent of the articles of the dossier that they must be
constexpr size_t kArticlesMany = 4;
constexpr int kOfSome = 20;
constexpr int kOfMany = 30;

using Tellings = std::map<uint32_t, uint32_t>;  // of each article the claim that tells the day first

std::map<std::pair<std::string, absl::CivilDay>, Tellings> days_of_dossiers(const Report& report) {
  std::map<std::pair<std::string, absl::CivilDay>, Tellings> out;
  for (uint32_t c = 0; c < report.claims.size(); ++c) {
    const Claim& claim = report.claims[c];
    const std::optional<absl::CivilDay> day = day_told(claim);
    if (!day) continue;
    uint32_t& first = out[{dossier_of(report, claim), *day}].try_emplace(claim.document, c).first->second;
    if (claim.span.begin < report.claims[first].span.begin) first = c;
  }
  return out;
}

}  // namespace

StoryDays::StoryDays(const Report& report) : first_(report.claims.size()) {
  std::map<std::string, size_t> articles;
  for (const Document& document : report.documents)
    ++articles[document.metadata.dossier ? document.metadata.dossier.value : ""];
  for (const auto& [day, tellings] : days_of_dossiers(report)) {
    if (tellings.size() < kArticlesLeast || 100 * tellings.size() < kShareLeast * articles[day.first])
      continue;
    const int points = tellings.size() < kArticlesMany ? kOfSome : kOfMany;
    for (const auto& [document, c] : tellings) first_[c] = {points, day.second};
  }
}

int StoryDays::points(uint32_t a, uint32_t b) const {
  return first_[a].points > 0 && first_[b].points > 0 && first_[a].day == first_[b].day ? first_[a].points
                                                                                        : 0;
}

}  // namespace crosscheck
