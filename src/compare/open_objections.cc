#include "compare/open_objections.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "compare/bearers.h"
#include "compare/closeness.h"
#include "compare/comparators/fit.h"
#include "compare/facts.h"
#include "compare/far_days.h"
#include "compare/figures.h"
#include "compare/parts.h"
#include "compare/told_when.h"

namespace crosscheck {
namespace {

constexpr int kSmall = 20;

// Small numbers of all sorts of things stand in every article.
bool is_small(const Claim& claim) {
  const std::optional<Decimal> figure = size_of(claim);
  return figure && *figure <= Decimal(kSmall);
}

bool is_bare(const Claim& claim) { return claim.kind == "number" && claim.noun.empty(); }

bool is_part_of_people(const Rulebook& rulebook, const Claim& claim) {
  return rulebook.is_a(claim.noun_concept, "age-or-sex");
}

// A rule knows that somebody's staff is told, and neither article whose.
bool is_ownerless(const Rulebook& rulebook, const Claim& claim) {
  const Rule* rule = rulebook.rule(claim.rule);
  return rule && rule->subject != "event" && claim.subject_id.empty();
}

// "58 % of the voters", "four members in ten", "24 names of 45"
bool is_share_of_two(const Rulebook& rulebook, const Claim& x, const Claim& y) {
  const std::string& a = x.noun_concept;
  const std::string& b = y.noun_concept;
  if (a.empty() != b.empty()) return !x.noun.empty() && !y.noun.empty() && x.noun != y.noun;
  return !a.empty() && !rulebook.is_a(a, b) && !rulebook.is_a(b, a);
}

// "un déficit de 6,4 millions en 2024", "4,6 millions de pertes l'an dernier"
bool of_one_past(const Claim& x, const Claim& y) {
  const std::optional<Date>& a = x.qualifiers.as_of;
  const std::optional<Date>& b = y.qualifiers.as_of;
  return a && b && a->start && a->end && a->start == b->start && a->end == b->end;
}

}  // namespace

std::string open_objection(const Rulebook& rulebook, const Claim& x, const Claim& y) {
  const Qualifiers& p = x.qualifiers;
  const Qualifiers& q = y.qualifiers;
  if (std::holds_alternative<Date>(x.value)) {
    // What a rule reads of a day tells its deed, and another one may have another day.
    if (rulebook.rule(x.rule) || rulebook.rule(y.rule)) return "the deed of one day alone is known";
    return are_near_days(x, y) ? "" : "they are weeks apart";
  }
  if (std::string why = objection_of_bearers(rulebook, x, y); !why.empty()) return why;
  if (std::string why = objection_of_parts(x, y); !why.empty()) return why;
  if (std::string why = objection_of_time(x, y, comparison_of(rulebook, x, y)); !why.empty()) return why;
  if (p.per != q.per) return "they are told for different units or periods";
  if (p.polarity != q.polarity) return "one of them is denied";
  if (x.difference || y.difference)
    return "one tells by how much it differs";  // from what is seldom told twice
  const bool whole = (x.of_parts && rulebook.rule(y.rule)) || (y.of_parts && rulebook.rule(x.rule));
  if (whole && rulebook.rule(x.rule) != rulebook.rule(y.rule))
    return "one is a whole, of which a part is told";
  if (x.refers_back || y.refers_back) return "one counts what was told before";
  if (x.phase != y.phase && x.phase != Phase::none && y.phase != Phase::none)
    return "one tells when it began, the other when it ended";
  if (x.of_other_deed != y.of_other_deed) return "one is the hour of what was before or after";
  if (x.of_figure || y.of_figure) return "one tells when a figure held";
  if (x.at_hour != y.at_hour) return "one is told as of an hour";
  if (is_vague(x.value) || is_vague(y.value)) return "one is only a vague amount";
  if (of_other_magnitude(x, y)) return "the values are of quite another size";
  return "";
}

std::string objection_of_nouns(const Rulebook& rulebook, const Claim& x, const Claim& y, bool told_again) {
  const bool counts = std::holds_alternative<Count>(x.value), small = is_small(x) && is_small(y);
  const bool ruled = rulebook.rule(x.rule) && rulebook.rule(y.rule);
  const bool unknown = x.noun_concept.empty() && y.noun_concept.empty();
  const bool nouns = !x.noun.empty() && !y.noun.empty();
  // "three lambs" of several articles, "seven lambs" of one
  const bool one_word = told_again && nouns && x.noun == y.noun;
  if (counts && small && !ruled && unknown && !one_word) return "small counts of what no concept knows";
  // "a fifth of its glory", "two thirds of its glory": since another day
  if (is_share(x.value) && !ruled && unknown && nouns) return "shares of what no concept knows";
  const bool asked_alike = ruled && x.attribute == y.attribute;
  if (is_share(x.value) && !asked_alike && is_share_of_two(rulebook, x, y))
    return absl::StrCat("one is a share of ", x.noun, ", the other of ", y.noun);
  if (rulebook.is_a(x.noun_concept, "shared-out") && (is_share(x.value) || (counts && !ruled))) {
    const bool untold = x.subject_id.empty() || y.subject_id.empty();
    if (is_share(x.value) && untold) return "whose share it is is not told on both sides";
    if (!untold && x.subject_id != y.subject_id && !is_slip(x, y)) return "they are the shares of two";
  }
  const bool two = nouns && x.noun != y.noun;
  // "in the 12th minute": goals have one each; and so have "the first victim", "the second suspect".
  const bool ranks = std::holds_alternative<Ordinal>(x.value) && !told_again;
  const bool one_of_them =
      rulebook.is_a(x.noun_concept, "casualty") || rulebook.is_a(x.noun_concept, "suspect");
  if (ranks && !ruled && one_of_them) return "they are ranks of two";
  if ((counts || ranks) && !ruled && rulebook.is_a(x.noun_concept, "counted-often"))
    return "such counts are told of many things";
  if (x.whole.has_value() != y.whole.has_value() && small) return "one is told as so many of a whole";
  if (counts && !ruled && x.noun.empty() && y.noun.empty()) return "what is counted is told on neither side";
  if (ruled && is_ownerless(rulebook, x) && is_ownerless(rulebook, y) && closeness(x, y) < 0)
    return "whose it is is told on neither side";
  if (two && x.noun_concept != y.noun_concept &&
      (is_part_of_people(rulebook, x) || is_part_of_people(rulebook, y)))
    return absl::StrCat("one counts ", x.noun, ", the other ", y.noun);
  const bool untold = x.noun.empty() != y.noun.empty() || x.inherited != y.inherited;
  // "about 1,500 were homes"
  const bool bare = (is_bare(x) || is_bare(y)) && !is_slip(x, y);
  return counts && untold && (small || bare) ? "what is counted is not told on both sides" : "";
}

std::string objection_of_names(const Claim& x, const Claim& y) {
  if (std::holds_alternative<Age>(x.value) && (x.subject_id.empty() || y.subject_id.empty()))
    return "whose age it is is not told on both sides";
  const bool unknown = x.noun_concept.empty() || y.noun_concept.empty();
  const bool two = !x.noun.empty() && !y.noun.empty() && x.noun != y.noun;
  // "the second vehicle", "the first police car"
  if (std::holds_alternative<Ordinal>(x.value) && two)
    return absl::StrCat("one is a rank of ", x.noun, ", the other of ", y.noun);
  if (!std::holds_alternative<Count>(x.value) || !two || !unknown || is_long_slip(x, y)) return "";
  return absl::StrCat("one counts ", x.noun, ", the other ", y.noun);
}

std::string objection_of_telling(const Claim& x, const Claim& y, bool odd_one) {
  const Qualifiers& p = x.qualifiers;
  const Qualifiers& q = y.qualifiers;
  const bool held_back = !x.held_back.empty() || !y.held_back.empty();
  if (held_back && !of_one_past(x, y)) return x.held_back.empty() ? y.held_back : x.held_back;
  const bool forecast = p.stage == Stage::forecast || q.stage == Stage::forecast;
  const bool stages = odd_one || is_above_its_peak(x, y);
  if (std::string why = stages && !forecast ? "" : objection_of_plans(p, q); !why.empty()) return why;
  if (p.modality == Modality::possible || q.modality == Modality::possible)
    return "one is only said to be possible";
  return "";
}

std::string objection_of_plans(const Qualifiers& a, const Qualifiers& b) {
  if (a.stage != b.stage) return "they belong to different stages of the event";
  if ((a.modality == Modality::planned) != (b.modality == Modality::planned))
    return "one is planned or expected, the other told as done";
  return "";
}

}  // namespace crosscheck
