#include "report/value_words.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/date_words.h"

namespace crosscheck {
namespace {

struct Scale {
  const char* name;
  int exponent;
};
constexpr Scale kScales[] = {{"trillion", 12}, {"billion", 9}, {"million", 6}};

// A figure, and what its unit must know of it.
struct Figure {
  std::string text;
  bool singular = false;
  bool scaled = false;  // "10 billion": French says "10 milliards de dollars"
};

Figure figure(const Decimal& number, const Words& words) {
  const Decimal size = number.negative() ? -number : number;
  for (const Scale& scale : kScales) {
    const Decimal scaled(number.coefficient(), number.exponent() - scale.exponent);
    // Scaled only where it stays short: 1,300,000,000 is "1.3 billion", 1,271,453 stays as it is.
    if (size < Decimal(1, scale.exponent) || scaled.exponent() < -2) continue;
    const bool singular = words.singular((scaled.negative() ? -scaled : scaled).approximate());
    const std::string key = absl::StrCat("value.scaled.", scale.name, singular ? ".one" : ".other");
    return {words.fill(key, {{"n", number_in_words(scaled, words)}}), false, true};
  }
  return {number_in_words(number, words), words.singular(size.approximate()), false};
}

struct Phrase {
  std::string text;
  Figure last;  // the figure beside which a unit stands
};

// The amount with its bound: "more than 500". `show` writes one figure.
template <typename Show>
Phrase bounded(const Interval& amount, const Words& words, Show show) {
  if (!amount.low && !amount.high) return {words("value.none"), {}};
  const Decimal low = amount.low.value_or(amount.high.value_or(Decimal()));
  const Decimal high = amount.high.value_or(low);
  const std::string key = absl::StrCat("value.form.", to_string(amount.form));
  switch (amount.form) {
    case Form::between:
    case Form::vague: {
      if (amount.low && amount.high) {
        const Figure last = show(high);
        return {words.fill(key, {{"low", show(low).text}, {"high", last.text}}), last};
      }
      const Figure last = show(low);
      return {words.fill(amount.low ? "value.form.vague_low" : "value.form.vague_high", {{"n", last.text}}),
              last};
    }
    case Form::at_most:
    case Form::less_than: {
      const Figure last = show(high);
      return {words.fill(key, {{"n", last.text}}), last};
    }
    default: {
      const Figure last = show(low);
      return {words.fill(key, {{"n", last.text}}), last};
    }
  }
}

Phrase bounded(const Interval& amount, const Words& words) {
  return bounded(amount, words, [&](const Decimal& n) { return figure(n, words); });
}

// "hour" -> "hours"; an id that the words do not hold stays as it is.
std::string unit_name(absl::string_view prefix, const std::string& unit, bool singular, const Words& words) {
  const std::string key = absl::StrCat(prefix, unit);
  if (const std::string* same = words.find(key)) return *same;
  if (const std::string* counted = words.find(absl::StrCat(key, singular ? ".one" : ".other")))
    return *counted;
  return unit;
}

std::string with_unit(const Interval& amount, const std::string& unit, const Words& words) {
  const Phrase phrase = bounded(amount, words);
  if (unit.empty()) return phrase.text;
  return absl::StrCat(phrase.text, " ", unit_name("unit.", unit, phrase.last.singular, words));
}

// Three significant digits are enough beside the figure as told.
Decimal rounded(const Decimal& number) {
  const Decimal size = number.negative() ? -number : number;
  int digits = 2;
  for (Decimal limit = 10; digits > 0 && size >= limit;
       limit = Decimal(limit.coefficient(), limit.exponent() + 1))
    --digits;
  return divide(number, Decimal(1), digits).value_or(number);
}

struct Teller {
  const std::map<std::string, std::string>& labels;
  const Words& words;

  std::string operator()(const PlainText& v) const { return v.text.empty() ? words("value.none") : v.text; }
  std::string operator()(const EntityName& v) const {
    return v.name.empty() ? label_of(v.id, labels) : v.name;
  }
  std::string operator()(const Count& v) const { return bounded(v.amount, words).text; }
  std::string operator()(const Age& v) const { return with_unit(v.amount, v.unit, words); }
  std::string operator()(const Duration& v) const { return with_unit(v.amount, v.unit, words); }
  std::string operator()(const Date& v) const { return date_in_words(v, words); }
  std::string operator()(const ClockTime& v) const { return clock_in_words(v, words); }

  std::string operator()(const Ordinal& v) const {
    if (v.value == Decimal(1)) return words("value.ordinal_first");
    return words.fill("value.ordinal", {{"n", number_in_words(v.value, words)}});
  }

  std::string operator()(const Percent& v) const {
    const auto show = [&](const Decimal& n) {
      Figure out = figure(n, words);
      if (!v.points) out.text = words.fill("value.percent", {{"n", out.text}});
      return out;
    };
    const Phrase phrase = bounded(v.amount, words, show);
    if (!v.points) return phrase.text;
    return words.fill(phrase.last.singular ? "value.points.one" : "value.points.other", {{"n", phrase.text}});
  }

  std::string operator()(const Ratio& v) const {
    if (!v.numerator || !v.denominator) return bounded(v.amount, words).text;
    const Figure told{
        absl::StrCat(number_in_words(*v.numerator, words), "/", number_in_words(*v.denominator, words))};
    return bounded(v.amount, words, [&](const Decimal&) { return told; }).text;
  }

  std::string operator()(const Money& v) const {
    const Phrase phrase = bounded(v.amount, words);
    std::string out = phrase.text;
    if (!v.currency.empty()) {
      const std::string* scaled = words.find(absl::StrCat("currency.", v.currency, ".scaled"));
      const std::string unit = phrase.last.scaled && scaled
                                   ? *scaled
                                   : unit_name("currency.", v.currency, phrase.last.singular, words);
      out =
          words.fill(phrase.last.scaled ? "value.money_scaled" : "value.money", {{"n", out}, {"unit", unit}});
    }
    if (v.per.empty()) return out;
    return words.fill("value.per", {{"value", out}, {"unit", unit_name("per.", v.per, true, words)}});
  }

  std::string operator()(const Measure& v) const {
    const std::string told = with_unit(v.amount, v.unit, words);
    if (v.base_unit.empty() || v.base_unit == v.unit || (!v.base.low && !v.base.high)) return told;
    Interval base = v.base;
    base.form = base.low && base.high && *base.low != *base.high ? Form::between : Form::exact;
    if (base.low) base.low = rounded(*base.low);
    if (base.high) base.high = rounded(*base.high);
    return words.fill("value.converted", {{"value", told}, {"base", with_unit(base, v.base_unit, words)}});
  }

  std::string operator()(const Role& v) const {
    const std::string role = label_of(v.role, labels);
    const std::string person = v.person.empty() ? words("value.none") : v.person;
    const std::string out =
        words.fill(v.organisation.empty() ? "value.role" : "value.role_of",
                   {{"person", person}, {"role", role}, {"organisation", v.organisation}});
    const std::string status = words(absl::StrCat("value.role_status.", to_string(v.status)));
    return status.empty() ? out : words.fill("value.status", {{"value", out}, {"status", status}});
  }

  std::string operator()(const State& v) const {
    const std::string who = absl::StrJoin(v.participants, words("list.comma"));
    const std::string out = words.fill(who.empty() ? "value.state" : "value.state_of",
                                       {{"event", label_of(v.event, labels)}, {"participants", who}});
    return v.polarity == Polarity::denied ? words.fill("value.denied", {{"value", out}}) : out;
  }
};

}  // namespace

std::string number_in_words(const Decimal& number, const Words& words) {
  std::string digits = number.to_string();
  const bool negative = !digits.empty() && digits[0] == '-';
  if (negative) digits.erase(0, 1);
  const size_t point = std::min(digits.find('.'), digits.size());
  std::string out = negative ? "-" : "";
  for (size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += words("group");
    out.push_back(digits[i]);
  }
  if (point < digits.size()) absl::StrAppend(&out, words("decimal"), digits.substr(point + 1));
  return out;
}

std::string label_of(const std::string& id, const std::map<std::string, std::string>& labels) {
  const auto found = labels.find(id);
  if (found != labels.end()) return found->second;
  return absl::StrReplaceAll(id, {{"-", " "}, {"_", " "}});
}

std::string value_in_words(const Value& value, const std::map<std::string, std::string>& labels,
                           const Words& words) {
  return std::visit(Teller{labels, words}, value);
}

}  // namespace crosscheck
