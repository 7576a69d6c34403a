#include "compare/likeness.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "absl/container/flat_hash_set.h"
#include "absl/numeric/bits.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "compare/comparators/fit.h"
#include "rules/rule.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kNearTimes = 30;   // minutes
constexpr int kSmallCount = 12;  // up to here two figures are equal by chance too often
constexpr int kBothLeads = 25;
constexpr int kOnePlace = 20;
constexpr uint32_t kSentencesMore = 16;  // as if so many more sentences lacked it: a few say little of rarity
constexpr int kDateOnce = 20;
constexpr int kSameDay = 20;    // of two parts of one day
constexpr int kOneNoun = 30;    // of two figures that count one thing
constexpr int kAnybody = 15;    // where that is people of whom nothing is told
constexpr int kFewPoints = 10;  // of a small count, which any word in common helps
constexpr int kWordOfSmall = 6;
constexpr int kVague = 8;             // of a vague amount and one that it can describe
constexpr size_t kFewArticles = 16;   // up to here an equal value is seldom chance
constexpr int kPointsOfDoubling = 8;  // of evidence that it loses with each doubling of the articles
constexpr int kLongDigits = 4;
constexpr int kFewUnits = 3;      // of time, told of anything
constexpr int kFewOfTime = 54;    // points of such a duration that two articles tell
constexpr int kMagnitude = 20;    // times that two values of one fact may differ, slips of the pen aside
constexpr int kWeightMost = 5;    // of one word
constexpr int kLongCount = 70;    // of a count that is seldom told twice by chance
constexpr int kOneDistance = 30;  // of two lengths measured from one place, or one of them alone
constexpr int kWordsMost = 60;    // of all words together

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

bool is_told(const Claim& claim) {
  return claim.subject_from == SubjectFrom::slot || claim.subject_from == SubjectFrom::complement ||
         claim.subject_from == SubjectFrom::clause;
}

// "from March 2021 to June 2023", as against a day, a month, a year.
bool is_range(const Date& date) {
  if (!date.start || !date.end) return false;
  const int64_t days = absl::CivilDay(*date.end) - absl::CivilDay(*date.start);
  switch (date.grain) {
    case Grain::year:
      return days > 366;
    case Grain::quarter:
      return days > 92;
    case Grain::month:
      return days > 31;
    case Grain::week:
      return days > 7;
    default:
      return days > 1;
  }
}

// A figure that is seldom told twice by chance: of three digits or more.
bool is_long(const Interval& amount) {
  const std::optional<Decimal> figure = amount.low ? amount.low : amount.high;
  return figure && (figure->significant_digits() >= 3 || Decimal(99) < *figure);
}

// The figure that is shown, whatever bound stands before it.
std::optional<Decimal> figure_of(const Interval& amount) {
  if (amount.form == Form::between || amount.form == Form::vague) return std::nullopt;
  return amount.low ? amount.low : amount.high;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

// The one day in which a date lies: of "Wednesday afternoon" as of "Wednesday".
std::optional<absl::CivilDay> day_of(const Date& date) {
  constexpr int64_t kDay = 86400;
  if (!date.start || !date.end || *date.end - *date.start > kDay) return std::nullopt;
  return absl::CivilDay(*date.start);
}

// Equal for dates that are the same, or of one day; empty for those that are told of everything ("lundi" in
// an article without a date).
std::string key_of(const Date& date) {
  if (!date.start && !date.end) return has_digit(date.as_told) ? fold(date.as_told) : "";
  if (const auto day = day_of(date)) return absl::FormatCivilTime(*day);
  const auto side = [](const std::optional<absl::CivilSecond>& at) {
    return at ? absl::FormatCivilTime(*at) : "..";
  };
  return absl::StrCat(side(date.start), " ", side(date.end));
}

bool is_few(const Duration& duration) {
  const std::optional<Decimal> figure = duration.amount.low ? duration.amount.low : duration.amount.high;
  return figure && *figure <= Decimal(kFewUnits);
}

int points_of_equal(const Value& value) {
  if (std::holds_alternative<Money>(value)) return 75;
  if (const auto* measure = std::get_if<Measure>(&value)) return is_long(measure->amount) ? 70 : 65;
  if (std::holds_alternative<ClockTime>(value)) return 65;
  if (std::holds_alternative<Age>(value)) return 70;
  if (const auto* duration = std::get_if<Duration>(&value)) {
    // "an hour", "two days" are told of many things.
    const Decimal figure = duration->amount.low.value_or(duration->amount.high.value_or(Decimal(0)));
    return figure.significant_digits() >= 3 ? 75 : is_few(*duration) ? kFewOfTime : 62;
  }
  if (std::holds_alternative<Ratio>(value)) return 50;
  if (const auto* percent = std::get_if<Percent>(&value)) {
    const Decimal figure = percent->amount.low.value_or(percent->amount.high.value_or(Decimal(0)));
    return figure.significant_digits() >= 3 ? 65 : 60;
  }
  if (const auto* date = std::get_if<Date>(&value)) {
    // Of an article without a date: "le 28 janvier" tells a day, "lundi" any Monday.
    if (!date->start && !date->end) return has_digit(date->as_told) ? 30 : 10;
    if (!date->start || !date->end) return 35;  // "since 8 February", "by the end of 2025"
    if (is_range(*date)) return 55;
    return date->grain == Grain::minute || date->grain == Grain::hour ? 60
           : date->grain == Grain::day                                ? 30
                                                                      : 20;
  }
  if (const auto* count = std::get_if<Count>(&value)) {
    const Decimal figure = count->amount.low.value_or(count->amount.high.value_or(Decimal(0)));
    if (count->amount.form == Form::vague || !(Decimal(kSmallCount) < figure)) return 8;
    return figure.significant_digits() >= 3 ? 75 : 65;
  }
  return 20;
}

// Of values that fit without being equal. Measures and durations are mostly conversions and roundings of one
// figure; one date that holds the other is the weakest evidence.
int points_of_fitting(const Value& value, int equal) {
  if (std::holds_alternative<Date>(value)) return -10;
  const auto* duration = std::get_if<Duration>(&value);
  if (duration && is_few(*duration)) return kFewOfTime;
  if (std::holds_alternative<Measure>(value) || duration) return 60;
  if (std::holds_alternative<ClockTime>(value)) return 55;
  if (std::holds_alternative<Ratio>(value)) return 45;
  if (std::holds_alternative<Money>(value)) return 48;
  if (std::holds_alternative<Count>(value) && equal > kFewPoints) return 35;
  return equal / 4;
}

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

}  // namespace

std::optional<Decimal> size_of(const Claim& claim) {
  const Interval* amount = amount_of(claim.value);
  if (const auto* measure = std::get_if<Measure>(&claim.value); measure && !measure->base_unit.empty())
    amount = &measure->base;
  if (const auto* duration = std::get_if<Duration>(&claim.value)) amount = &duration->seconds;
  if (!amount) return std::nullopt;
  const std::optional<Decimal> figure = amount->low ? amount->low : amount->high;
  // People tell temperatures from where water freezes: 2 and 38 °C are far apart.
  if (const auto* measure = std::get_if<Measure>(&claim.value);
      figure && measure && measure->base_unit == "kelvin")
    return add(*figure, Decimal(-27315, -2));
  return figure && std::holds_alternative<Ratio>(claim.value) ? multiply(*figure, Decimal(100)) : figure;
}

// The figure as it is written; nullopt for two of different units, whose digits say nothing.
std::optional<std::pair<Decimal, Decimal>> written_figures(const Claim& a, const Claim& b) {
  const auto written = [](const Value& value) -> const Interval* {
    if (const auto* measure = std::get_if<Measure>(&value)) return &measure->amount;
    if (const auto* duration = std::get_if<Duration>(&value)) return &duration->amount;
    return amount_of(value);
  };
  const auto unit = [](const Value& value) -> std::string {
    if (const auto* measure = std::get_if<Measure>(&value)) return measure->unit;
    if (const auto* duration = std::get_if<Duration>(&value)) return duration->unit;
    return "";
  };
  const Interval* x = written(a.value);
  const Interval* y = written(b.value);
  if (!x || !y || unit(a.value) != unit(b.value)) return std::nullopt;
  const std::optional<Decimal> left = x->low ? x->low : x->high, right = y->low ? y->low : y->high;
  if (!left || !right) return std::nullopt;
  return std::pair(*left, *right);
}

bool is_slip(const Claim& a, const Claim& b) {
  const auto figures = written_figures(a, b);
  if (!figures) return false;
  const auto digits = [](const Decimal& number) {
    std::string out = number.to_string();
    std::erase(out, '.');
    std::erase(out, '0');
    return out;
  };
  const auto& [left, right] = *figures;
  std::string x = digits(left), y = digits(right);
  if (x.size() < 2 || x.size() != y.size()) return false;
  const bool shifted = x == y, same_size = left.to_string().size() == right.to_string().size();
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return shifted || (same_size && x == y);
}

bool is_long_slip(const Claim& a, const Claim& b) {
  const auto figures = written_figures(a, b);
  return figures && figures->first.significant_digits() >= kLongDigits &&
         figures->second.significant_digits() >= kLongDigits && !same_value(a, b) && is_slip(a, b);
}

bool of_other_magnitude(const Claim& a, const Claim& b) {
  const std::optional<Decimal> left = size_of(a), right = size_of(b);
  if (!left || !right || left->is_zero() || right->is_zero()) return false;
  const Decimal low = std::min(*left, *right), high = std::max(*left, *right);
  const auto reach = multiply(low, Decimal(kMagnitude));
  return !low.negative() && reach && *reach < high;
}

bool counts_alike(const Claim& a, const Claim& b) {
  return a.noun == b.noun || (!a.noun_concept.empty() && a.noun_concept == b.noun_concept);
}

int words_in_common(const Claim& a, const Claim& b) {
  const auto in = [](const std::vector<uint64_t>& words, uint64_t word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  int common = 0;
  for (const uint64_t word : a.clause_words) common += in(b.clause_words, word) || in(b.sentence_words, word);
  for (const uint64_t word : b.clause_words)
    common += !in(a.clause_words, word) && in(a.sentence_words, word);
  return common;
}

bool same_value(const Claim& a, const Claim& b) {
  // "Marta Dorn, 58," is told of no "58 branches".
  if (a.value.index() != b.value.index() && !(is_share(a.value) && is_share(b.value))) return false;
  const Interval* x = amount_of(a.value);
  const Interval* y = amount_of(b.value);
  if (x && y) return *x == *y;
  const auto* c = std::get_if<Date>(&a.value);
  const auto* d = std::get_if<Date>(&b.value);
  if (c && d)
    return c->start == d->start && c->end == d->end &&
           (c->start || c->end || fold(c->as_told) == fold(d->as_told));
  return a.value == b.value;
}

Likeness::Likeness(const Rulebook& rulebook, const Report& report) : rulebook_(rulebook), report_(report) {
  std::map<std::pair<uint32_t, uint32_t>, std::vector<const Claim*>> sentences;
  for (const Claim& claim : report.claims)
    sentences[{claim.document, claim.context_span.begin}].push_back(&claim);
  sentences_ = static_cast<uint32_t>(sentences.size());
  const int doublings = static_cast<int>(absl::bit_width(report.documents.size() / kFewArticles));
  for (const Claim& claim : report.claims) {
    if (const auto* date = std::get_if<Date>(&claim.value)) ++dates_told_[{claim.document, key_of(*date)}];
  }
  crowd_ = kPointsOfDoubling * std::max(0, doublings);
  absl::flat_hash_set<uint64_t> words;
  for (const auto& [place, claims] : sentences) {
    words.clear();
    for (const Claim* claim : claims) {
      words.insert(claim->clause_words.begin(), claim->clause_words.end());
      words.insert(claim->sentence_words.begin(), claim->sentence_words.end());
    }
    for (const uint64_t word : words) ++sentences_with_[word];
  }
}

uint32_t Likeness::sentences_with(uint64_t word) const {
  const auto found = sentences_with_.find(word);
  return found == sentences_with_.end() ? 0 : found->second;
}

int Likeness::weight(uint64_t word) const {
  const uint32_t with = sentences_with(word);
  const auto rarity = (sentences_ + kSentencesMore) / std::max(1u, with);
  return std::clamp(static_cast<int>(absl::bit_width(rarity)) - 1, 0, kWeightMost);
}

int Likeness::common(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  std::vector<uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<int>(both.size());
}

int Likeness::shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) const {
  int points = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      points += weight(*x);
      ++x, ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return points;
}

int Likeness::word_points(uint32_t a, uint32_t b) const {
  const Claim& x = claim(a);
  const Claim& y = claim(b);
  if (std::holds_alternative<Date>(x.value)) {
    // The event of a date is what all articles tell of: its words are frequent, and tell all the same.
    return std::min(
        15 * common(x.clause_words, y.clause_words) +
            5 * (common(x.clause_words, y.sentence_words) + common(x.sentence_words, y.clause_words)),
        kWordsMost);
  }
  const int points =
      4 * shared(x.clause_words, y.clause_words) +
      2 * (shared(x.clause_words, y.sentence_words) + shared(x.sentence_words, y.clause_words)) +
      shared(x.sentence_words, y.sentence_words);
  return std::min(points, kWordsMost);
}

bool Likeness::counts_anybody(const Claim& claim) const {
  return claim.noun_concept == "person" || rulebook_.is_a(claim.noun_concept, "anybody");
}

int Likeness::noun_points(const Claim& a, const Claim& b) const {
  if (a.refers_back || b.refers_back) return 0;  // "the two countries" are few in every article
  if (!a.noun_concept.empty() && a.noun_concept == b.noun_concept)
    return counts_anybody(a) ? kAnybody : kOneNoun;
  const bool counts = std::holds_alternative<Count>(a.value);
  if (!a.noun_concept.empty() && !b.noun_concept.empty()) return counts ? 5 : -10;
  return !a.noun.empty() && a.noun == b.noun ? kOneNoun : 0;
}

bool Likeness::of_two_days(const Claim& a, const Claim& b) const {
  const auto& x = report_.documents[a.document].metadata.published;
  const auto& y = report_.documents[b.document].metadata.published;
  return x && y && absl::CivilDay(x.value.local) != absl::CivilDay(y.value.local);
}

std::string Likeness::objection(uint32_t a, uint32_t b) const {
  const Claim& x = claim(a);
  const Claim& y = claim(b);
  const bool rules = rulebook_.rule(x.rule) && rulebook_.rule(y.rule);
  const bool posts = std::holds_alternative<Role>(x.value) && std::holds_alternative<Role>(y.value);
  // "15 of them in a critical condition", "15 seriously hurt": one part told by two rules
  const bool one_part = !x.qualifiers.subset.empty() && x.qualifiers.subset == y.qualifiers.subset &&
                        std::holds_alternative<Count>(x.value) && same_value(x, y) &&
                        value_points(a, b) > kFewPoints;
  // What a general rule reads may be told by a narrower one elsewhere; what a deed tells, if it is told
  // alike.
  const bool deed =
      rules && (rulebook_.rule(x.rule)->of_deed_alone() || rulebook_.rule(y.rule)->of_deed_alone());
  const bool general = rules && (rulebook_.rule(x.rule)->general || rulebook_.rule(y.rule)->general) &&
                       (deed ? may_be_one_moment(x.value, y.value) : is_moment(x.value));
  if (rules && !posts && !one_part && !general && x.attribute != y.attribute)
    return "they answer different questions";
  // A figure of another time meets one of today only where the figure itself is evidence.
  if (x.held_back.empty() != y.held_back.empty() && value_points(a, b) < kSameFact)
    return x.held_back.empty() ? y.held_back : x.held_back;
  if (x.phase != y.phase && x.phase != Phase::none && y.phase != Phase::none)
    return "one tells when it began, the other when it ended";
  const bool told = is_told(x) && is_told(y);
  if (rules && told && differ(x.subject_id, y.subject_id))
    return absl::StrCat("they are about ", x.subject, " and ", y.subject);
  const Qualifiers& p = x.qualifiers;
  const Qualifiers& q = y.qualifiers;
  if (differ(p.subset, q.subset)) return "they tell of two different parts";
  if (p.stage == Stage::left && q.stage == Stage::left && !same_value(x, y) && of_two_days(x, y))
    return "each tells what was left on its own day";
  if (differ(p.place, q.place)) return "they are told for different places";
  if (differ(p.per, q.per)) return "they are told for different units or periods";
  if (differ(x.object, y.object))
    return absl::StrCat("they concern different parties, ", x.object_name, " and ", y.object_name);
  const bool counts = std::holds_alternative<Count>(x.value) && std::holds_alternative<Count>(y.value);
  if (rules && counts && x.attribute == y.attribute && rulebook_.rule(x.rule)->comparison.nouns) return "";
  if (is_share(x.value) && x.refers_back != y.refers_back && !same_value(x, y))
    return "one is a share of those told before";
  const bool concepts = !x.noun_concept.empty() && !y.noun_concept.empty();
  // What has two names may be one thing if its figure is long, and people have many: victims, clients.
  const bool people = rulebook_.is_a(x.noun_concept, "person") && rulebook_.is_a(y.noun_concept, "person");
  const bool rare = (same_value(x, y) && value_points(a, b) >= (people ? kSameFact : kLongCount)) ||
                    (people && is_long_slip(x, y));
  if (counts && (x.refers_back || y.refers_back) && !counts_alike(x, y))
    return "one counts what was told before";
  if (counts && concepts && !rare && !rulebook_.is_a(x.noun_concept, y.noun_concept) &&
      !rulebook_.is_a(y.noun_concept, x.noun_concept))
    return absl::StrCat("one counts ", x.noun, ", the other ", y.noun);
  // "mother of 12" and "12 rounds": what the rule counts is no word of its own.
  const auto unnamed = [&](const Claim& c) { return rulebook_.rule(c.rule) && c.noun_concept.empty(); };
  const auto named = [&](const Claim& c) { return !rulebook_.rule(c.rule) && !c.noun.empty(); };
  if (counts && !rare && unnamed(x) && named(y)) return absl::StrCat("one counts ", y.noun);
  if (counts && !rare && unnamed(y) && named(x)) return absl::StrCat("one counts ", x.noun);
  return "";
}

bool Likeness::told_once(const Claim& claim) const {
  const auto* date = std::get_if<Date>(&claim.value);
  if (!date || key_of(*date).empty()) return false;
  const auto found = dates_told_.find({claim.document, key_of(*date)});
  return found != dates_told_.end() && found->second == 1;
}

int Likeness::value_points(uint32_t a, uint32_t b) const {
  const Value& value = claim(a).value;
  // "33 %" is how "un sur trois" is told in percent: the coarser of the two tells how rare it is.
  const Value& other = claim(b).value;
  const bool shares = is_share(value) && is_share(other);
  // "three decades" are few words for thirty years, "90 minutes" many for an hour and a half.
  const int equal = (shares ? std::min(points_of_equal(value), points_of_equal(other))
                            : std::max(points_of_equal(value), points_of_equal(other))) -
                    crowd_;
  if (shares && value.index() != other.index()) return equal;
  // "12 miles east of Harlow" is seldom the "depth of 12 miles".
  if (std::holds_alternative<Measure>(value) && claim(a).object.empty() != claim(b).object.empty())
    return std::min(equal, kOneDistance);
  if (same_value(claim(a), claim(b))) {
    // A date that each article tells once is seldom told of two things.
    if (told_once(claim(a)) && told_once(claim(b))) return equal + kDateOnce;
    // "des milliers" and "plus de 500" are told twice by chance less often than they are meant alike.
    return is_vague(value) ? std::min(equal, 20) : equal;
  }
  const auto* left = std::get_if<Date>(&value);
  const auto* right = std::get_if<Date>(&claim(b).value);
  if (left && right && day_of(*left) && day_of(*left) == day_of(*right))
    return told_once(claim(a)) && told_once(claim(b)) ? equal + kDateOnce : std::min(equal, kSameDay);
  // "over $520mn" and "$520m" show one figure.
  const Interval* x = amount_of(claim(a).value);
  const Interval* y = amount_of(claim(b).value);
  if (x && y && figure_of(*x) == figure_of(*y))
    return std::max(equal * 9 / 10, points_of_fitting(value, equal));
  // "many employees" may be any number of them.
  const bool vague = x && y && (x->form == Form::vague) != (y->form == Form::vague);
  return vague ? std::min(kVague, points_of_fitting(value, equal)) : points_of_fitting(value, equal);
}

int Likeness::context_points(uint32_t a, uint32_t b) const {
  const Claim& x = claim(a);
  const Claim& y = claim(b);
  int points = word_points(a, b) + noun_points(x, y);
  // Two rules may read one question: when a firm was founded, and how old it is.
  const bool asked_alike = x.rule == y.rule || (rulebook_.rule(y.rule) && x.attribute == y.attribute);
  const Rule* rule = asked_alike ? rulebook_.rule(x.rule) : nullptr;
  // What only a deed tells is as many questions as there are deeds.
  if (rule && (x.attribute == y.attribute || !rule->of_deed_alone())) points += 45;
  if (!x.subject_id.empty() && x.subject_id == y.subject_id) points += is_told(x) && is_told(y) ? 15 : 5;
  if (differ(x.subject_id, y.subject_id)) points -= is_told(x) && is_told(y) ? 20 : 5;
  // The day told in two leads is that of the event.
  if (x.in_lead && y.in_lead) points += std::holds_alternative<Date>(x.value) ? kBothLeads : kBothLeads / 4;
  const Interval* amount = amount_of(x.value);
  if (amount && value_points(a, b) <= kFewPoints)
    points += std::min(2, common(x.clause_words, y.clause_words)) * kWordOfSmall;
  if (x.qualifiers.stage != y.qualifiers.stage) points -= 15;
  if (x.qualifiers.place != y.qualifiers.place) {
    points -= kOnePlace;  // told on one side only: objection() refuses two
  } else if (!x.qualifiers.place.empty()) {
    points += kOnePlace;
  }
  if (std::holds_alternative<Measure>(x.value) && !(x.object.empty() && y.object.empty()))
    points += x.object == y.object ? kOneDistance : -kOneDistance;
  // A length, a sum or a share is told by a verb as often as of a thing: "emportée sur 60 mètres".
  const bool both_nouns =
      std::holds_alternative<Count>(x.value) && !x.noun.empty() && !y.noun.empty() && x.noun != y.noun;
  if (both_nouns && noun_points(x, y) == 0) points -= 35;
  return points;
}

}  // namespace crosscheck
