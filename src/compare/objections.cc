#include "compare/objections.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "compare/bearers.h"
#include "compare/comparators/fit.h"
#include "compare/counted_alike.h"
#include "compare/figures.h"
#include "compare/subjects.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

constexpr int kNearTimes = 30;  // minutes
constexpr int kLongCount = 65;  // points of a count that is seldom told twice by chance

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

bool is_moment(const Value& value) {
  return std::holds_alternative<Date>(value) || std::holds_alternative<ClockTime>(value);
}

// Two dates with a day in common, or two times that "about" may hold together.
bool may_be_one_moment(const Value& a, const Value& b) {
  const auto* x = std::get_if<Date>(&a);
  const auto* y = std::get_if<Date>(&b);
  const auto* from = std::get_if<ClockTime>(&a);
  const auto* to = std::get_if<ClockTime>(&b);
  if (from && to) return std::abs(from->minute_of_day - to->minute_of_day) <= kNearTimes;
  if (!x || !y) return false;
  return !(x->end && y->start && *x->end <= *y->start) && !(y->end && x->start && *y->end <= *x->start);
}

// "No deaths": whoever is counted elsewhere, a man or three miners, is one of them.
bool is_none(const Claim& claim) {
  const std::optional<Decimal> size = size_of(claim);
  return size && size->is_zero();
}

// Two claims, looked at for one thing after the other.
class Objector {
 public:
  Objector(const Rulebook& rulebook, const Report& report, const ValuePoints& values, const Claim& a,
           const Claim& b)
      : rulebook_(rulebook),
        report_(report),
        values_(values),
        a_(a),
        b_(b),
        rule_a_(rulebook.rule(a.rule)),
        rule_b_(rulebook.rule(b.rule)) {}

  std::string of_question() const {
    if (!of_rules() || a_.attribute == b_.attribute) return "";
    const bool posts = std::holds_alternative<Role>(a_.value) && std::holds_alternative<Role>(b_.value);
    return posts || is_one_part() || is_general() || is_one_figure() ? "" : "they answer different questions";
  }

  std::string of_context() const {
    for (const auto look : {&Objector::of_time, &Objector::of_subject, &Objector::of_qualifiers}) {
      if (std::string found = (this->*look)(); !found.empty()) return found;
    }
    return "";
  }

  std::string of_counted() const {
    const bool counts = both_count();
    // "onze habitants ont été blessés", "onze blessés"
    const bool one_question = of_rules() && counts && a_.attribute == b_.attribute;
    // "killing 21 workers and injuring 71": what stood before lends its noun, whoever the others are.
    const bool lent = (a_.inherited && rulebook_.is_a(b_.noun_concept, "casualty")) ||
                      (b_.inherited && rulebook_.is_a(a_.noun_concept, "casualty"));
    if (one_question &&
        (rule_a_->comparison.nouns || lent || same_value(a_, b_) || is_none(a_) || is_none(b_)))
      return "";
    if (is_share(a_.value) && a_.refers_back != b_.refers_back && !same_value(a_, b_))
      return "one is a share of those told before";
    if (!counts) return "";
    if ((a_.refers_back || b_.refers_back) && !counts_alike(a_, b_)) return "one counts what was told before";
    if (is_rare()) return "";
    const bool concepts = !a_.noun_concept.empty() && !b_.noun_concept.empty();
    if (concepts && !rulebook_.is_a(a_.noun_concept, b_.noun_concept) &&
        !rulebook_.is_a(b_.noun_concept, a_.noun_concept))
      return absl::StrCat("one counts ", a_.noun, ", the other ", b_.noun);
    // "mother of 12" and "12 rounds": what the rule counts is no word of its own.
    if (rule_a_ && a_.noun_concept.empty() && !rule_b_ && !b_.noun.empty())
      return absl::StrCat("one counts ", b_.noun);
    if (rule_b_ && b_.noun_concept.empty() && !rule_a_ && !a_.noun.empty())
      return absl::StrCat("one counts ", a_.noun);
    return "";
  }

 private:
  bool of_rules() const { return rule_a_ && rule_b_; }
  bool both_count() const {
    return std::holds_alternative<Count>(a_.value) && std::holds_alternative<Count>(b_.value);
  }

  // "15 of them in a critical condition", "15 seriously hurt": one part told by two rules
  bool is_one_part() const {
    return !a_.qualifiers.subset.empty() && a_.qualifiers.subset == b_.qualifiers.subset &&
           std::holds_alternative<Count>(a_.value) && same_value(a_, b_) &&
           values_.of(a_, b_) > ValuePoints::kFew;
  }

  // One figure that is seldom told twice by chance, read by two rules: "112 people aboard", "112 passengers".
  // Not so years of prison, asked for and given, or percentages.
  bool is_one_figure() const {
    const bool long_told =
        both_count() || std::holds_alternative<Money>(a_.value) || std::holds_alternative<Measure>(a_.value);
    return long_told && same_value(a_, b_) && values_.of(a_, b_) >= kSameFactPoints;
  }

  // A moment or a sum that a general rule reads may be told by a narrower one elsewhere; what a deed tells,
  // if it is told alike.
  bool is_general() const {
    if (!rule_a_->general && !rule_b_->general) return false;
    const bool deed = rule_a_->of_deed_alone() || rule_b_->of_deed_alone();
    return deed ? may_be_one_moment(a_.value, b_.value)
                : is_moment(a_.value) || std::holds_alternative<Money>(a_.value);
  }

  std::string of_time() const {
    // A figure of another time meets one of today only where the figure itself is evidence.
    if (a_.held_back.empty() != b_.held_back.empty() && values_.of(a_, b_) < kSameFactPoints)
      return a_.held_back.empty() ? b_.held_back : a_.held_back;
    if (a_.phase != b_.phase && a_.phase != Phase::none && b_.phase != Phase::none)
      return "one tells when it began, the other when it ended";
    return "";
  }

  std::string of_subject() const {
    if (!of_rules() || !both_tell_subject(a_, b_) || !about_two(a_, b_)) return "";
    return absl::StrCat("they are about ", a_.subject, " and ", b_.subject);
  }

  std::string of_qualifiers() const {
    const Qualifiers& p = a_.qualifiers;
    const Qualifiers& q = b_.qualifiers;
    if (differ(p.subset, q.subset)) return "they tell of two different parts";
    if (p.stage == Stage::left && q.stage == Stage::left && !same_value(a_, b_) && published_on_two_days())
      return "each tells what was left on its own day";
    if (differ(p.place, q.place)) return "they are told for different places";
    if (differ(p.per, q.per)) return "they are told for different units or periods";
    if (differ(a_.object, b_.object))
      return absl::StrCat("they concern different parties, ", a_.object_name, " and ", b_.object_name);
    if (!a_.bearer.empty() && !b_.bearer.empty()) return objection_of_bearers(rulebook_, a_, b_);
    return "";
  }

  bool published_on_two_days() const {
    const auto& x = report_.documents[a_.document].metadata.published;
    const auto& y = report_.documents[b_.document].metadata.published;
    return x && y && absl::CivilDay(x.value.local) != absl::CivilDay(y.value.local);
  }

  // What has two names may be one thing if its figure is long, and people have many: victims, clients.
  bool is_rare() const {
    const bool people =
        rulebook_.is_a(a_.noun_concept, "person") && rulebook_.is_a(b_.noun_concept, "person");
    return (same_value(a_, b_) && values_.of(a_, b_) >= (people ? kSameFactPoints : kLongCount)) ||
           (people && is_long_slip(a_, b_));
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const ValuePoints& values_;
  const Claim& a_;
  const Claim& b_;
  const Rule* rule_a_;
  const Rule* rule_b_;
};

}  // namespace

std::string find_objection_of_question(const Rulebook& rulebook, const Report& report,
                                       const ValuePoints& values, const Claim& a, const Claim& b) {
  return Objector(rulebook, report, values, a, b).of_question();
}

std::string find_objection_of_context(const Rulebook& rulebook, const Report& report,
                                      const ValuePoints& values, const Claim& a, const Claim& b) {
  return Objector(rulebook, report, values, a, b).of_context();
}

std::string find_objection_of_counted(const Rulebook& rulebook, const Report& report,
                                      const ValuePoints& values, const Claim& a, const Claim& b) {
  return Objector(rulebook, report, values, a, b).of_counted();
}

std::string find_objection(const Rulebook& rulebook, const Report& report, const ValuePoints& values,
                           const Claim& a, const Claim& b) {
  const Objector objector(rulebook, report, values, a, b);
  std::string why = objector.of_question();
  if (why.empty()) why = objector.of_context();
  return why.empty() ? objector.of_counted() : why;
}

}  // namespace crosscheck
