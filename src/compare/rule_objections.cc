#include "compare/rule_objections.h"

#include "absl/time/civil_time.h"
#include "compare/bearers.h"
#include "compare/comparators/fit.h"
#include "compare/facts.h"
#include "compare/figures.h"
#include "compare/open_objections.h"
#include "compare/parts.h"
#include "compare/told_when.h"
#include "compare/word_points.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

constexpr int kOneThing = 2;  // words in common of two states whose things are called differently

// "Rast, who resigned in 2015, stays on": what is told of a year is as a rule told of the past.
bool is_of_year(const Qualifiers& told) { return told.as_of && told.as_of->is_told_to_the_year(); }

// Where plans count as deeds, "the group expects", "the group offers" and "the group will" tell one thing.
void as_if_done(const Qualifiers& told, Qualifiers* other) {
  if (other->modality != Modality::possible) other->modality = told.modality;
  const auto of_time = [](Stage stage) {
    return stage == Stage::earlier || stage == Stage::left || stage == Stage::peak;
  };
  if (!of_time(told.stage) && !of_time(other->stage)) other->stage = told.stage;
}

void as_if_told(const Qualifiers& told, Qualifiers* other) {
  if (told.per.empty() || other->per.empty()) other->per = told.per;
}

// "closed in April", and open in the other article, of May: a state that time changes is told of another day.
bool is_of_days_before(const Report& report, const Claim& before, const Claim& now) {
  constexpr int kDays = 7;
  const std::optional<Date>& then = before.qualifiers.as_of;
  const auto& published = report.documents[now.document].metadata.published;
  if (!std::holds_alternative<State>(before.value) || !then || !then->end || now.qualifiers.as_of ||
      !published)
    return false;
  return absl::CivilDay(*then->end) + kDays <= absl::CivilDay(published.value.local);
}

// "Several were minors", said of the dead.
bool is_vague_part(const Claim& claim) { return claim.inherited && is_vague(claim.value); }

// "the strike at the port", "the strike at the airport", with nothing else that both tell.
bool told_of_two_things(const Report& report, const Claim& x, const Claim& y) {
  if (x.of_what.empty() || y.of_what.empty() || x.of_what == y.of_what) return false;
  const bool same_language = report.documents[x.document].metadata.language.value ==
                             report.documents[y.document].metadata.language.value;
  return same_language && words_in_common(x, y) < kOneThing;
}

}  // namespace

std::string find_rule_objection(const Rulebook& rulebook, const Report& report, const Claim& x,
                                const Claim& y, bool object_untold) {
  const Qualifiers& p = x.qualifiers;
  const Qualifiers& q = y.qualifiers;
  if (!rulebook.rule(x.rule) || !rulebook.rule(y.rule)) return "no rule knows what both figures are about";
  if (!x.held_back.empty() || !y.held_back.empty()) return x.held_back.empty() ? y.held_back : x.held_back;
  const Comparison comparison = comparison_of(rulebook, x, y);
  if (is_vague_part(x) || is_vague_part(y)) return "one is only some of those told before";
  if (!comparison.exclusive) return "both may be true";
  if (x.subject_id.empty() || y.subject_id.empty()) return "whose it is is not told on both sides";
  if (object_untold) return "whom it concerns is not told on both sides, and several would fit: ambiguous";
  if (std::string why = objection_of_bearers(rulebook, x, y); !why.empty()) return why;
  if (std::string why = objection_of_parts(x, y); !why.empty()) return why;
  if (std::string why = objection_of_time(x, y, comparison); !why.empty()) return why;
  if (comparison.daily && (is_of_days_before(report, x, y) || is_of_days_before(report, y, x)))
    return "one is told of days before";
  Qualifiers done = q;
  if (comparison.plans) as_if_done(p, &done);
  if (comparison.bare) as_if_told(p, &done);
  if (is_above_its_peak(x, y)) done.stage = p.stage;
  if (std::string why = objection_of_qualifiers(p, done); !why.empty()) return why;
  const bool borne = rulebook.rule(x.rule)->subject == "bearer";
  if (borne && is_of_year(p) != is_of_year(q)) return "one is told of a year";
  const int common = borne ? words_in_sentences(x, y) : words_in_common(x, y);
  if (common < comparison.alike) return "they share too few words";
  if (told_of_two_things(report, x, y)) return "they are told of two things";
  if (of_other_magnitude(x, y)) return "the values are of quite another size";
  if (p.modality == Modality::possible || q.modality == Modality::possible)
    return "one is only said to be possible";
  return "";
}

std::string objection_of_qualifiers(const Qualifiers& a, const Qualifiers& b) {
  return a.per != b.per ? "they are told for different units or periods" : objection_of_plans(a, b);
}

}  // namespace crosscheck
