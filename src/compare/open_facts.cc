#include "compare/open_facts.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "compare/comparators/fit.h"
#include "compare/far_days.h"
#include "compare/voices.h"

namespace crosscheck {
namespace {

constexpr size_t kOwnMost = 4;     // claims of one article that speak for a fact
constexpr size_t kSpeakMost = 64;  // claims that do, of all articles

// Shares and percentages meet, and so do figures whose noun is told and those whose noun is left out.
std::string type_of(const Value& value) {
  if (std::holds_alternative<Count>(value)) return "count";
  return std::holds_alternative<Ratio>(value) ? "percent" : type_name(value);
}

std::string kind_of(const Report& report, const Fact& fact) {
  const Claim& one = report.claims[fact.claims.front()];
  const bool rank = std::holds_alternative<Ordinal>(one.value);
  const std::string dossier = dossier_of(report, one);
  if (is_far_day(report, one)) return absl::StrCat(dossier, "\nday");
  if (is_far_year(report, one)) return absl::StrCat(dossier, "\nyear");
  if (!rank && !amount_of(one.value) && !std::holds_alternative<ClockTime>(one.value)) return "";
  // Ranks of one thing alone: the third floor is no rival of the fourth strike.
  if (rank) return absl::StrCat(dossier, "\nrank ", one.noun_concept.empty() ? one.noun : one.noun_concept);
  if (const auto* measure = std::get_if<Measure>(&one.value))
    return absl::StrCat(dossier, "\nmeasure ",
                        measure->base_unit.empty() ? measure->unit : measure->base_unit);
  return absl::StrCat(dossier, "\n", type_of(one.value));
}

std::vector<uint32_t> speaking_of(const Report& report, const Fact& fact) {
  std::vector<uint32_t> out;
  size_t own = 0;
  for (const uint32_t c : fact.claims) {
    own = out.empty() || report.claims[out.back()].document != report.claims[c].document ? 0 : own;
    if (own++ < kOwnMost && out.size() < kSpeakMost) out.push_back(c);
  }
  return out;
}

}  // namespace

OpenFacts::OpenFacts(const Rulebook& rulebook, const Report& report, const std::vector<Fact>& facts)
    : report_(report), facts_(facts), known_(facts.size()) {
  for (uint32_t f = 0; f < facts_.size(); ++f) {
    Known& known = known_[f];
    known.kind = kind_of(report_, facts_[f]);
    if (known.kind.empty()) continue;
    known.speaking = speaking_of(report_, facts_[f]);
    known.told_again = documents(f).size() > 1;
    known.unread = std::none_of(facts_[f].claims.begin(), facts_[f].claims.end(),
                                [&](uint32_t c) { return rulebook.rule(claim(c).rule); });
  }
}

bool OpenFacts::exact(uint32_t fact) const {
  return std::any_of(facts_[fact].claims.begin(), facts_[fact].claims.end(),
                     [&](uint32_t c) { return !is_vague(claim(c).value); });
}

std::set<uint32_t> OpenFacts::documents(uint32_t fact) const { return documents_of(report_, facts_[fact]); }

bool OpenFacts::one_article_tells_both(uint32_t a, uint32_t b) const {
  const std::vector<uint32_t>& others = facts_[b].claims;
  auto other = others.begin();
  for (const uint32_t c : facts_[a].claims) {
    while (other != others.end() && claim(*other).document < claim(c).document) ++other;
    if (other != others.end() && claim(*other).document == claim(c).document) return true;
  }
  return false;
}

}  // namespace crosscheck
