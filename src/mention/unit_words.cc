#include "mention/unit_words.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace crosscheck {
namespace {

constexpr absl::string_view kNear = "near_", kBefore = "before_", kRest = "rest_", kMark = "mark_",
                            kApart = "apart_";
constexpr uint32_t kNeighbours = 8;  // tokens to each side in which the words of a doubtful unit are sought
constexpr uint32_t kBareMost = 16;   // tokens of a sentence that holds amounts alone
constexpr uint32_t kLongest = 6;     // tokens of a unit before its figure

bool doubtful(const Hit& hit) { return absl::EndsWith(hit.sense->symbol, "?"); }

bool near(const UnitPlace& place, const Amount& amount, uint32_t unit_last, absl::string_view unit) {
  const uint32_t from = std::max(place.first, amount.first > kNeighbours ? amount.first - kNeighbours : 0);
  const uint32_t to = std::min(place.limit, unit_last + kNeighbours);
  for (uint32_t at = from; at < to; ++at) {
    if (at >= amount.first && at < unit_last) continue;
    for (const Hit& hit : place.text.hits_at(at, Category::unit)) {
      absl::string_view symbol = hit.sense->symbol;
      if (hit.category == Category::unit && absl::ConsumePrefix(&symbol, kNear) && symbol == unit)
        return true;
    }
  }
  return false;
}

// Whether the sentence tells nothing but amounts: "6 pieds 2 pouces". No other meaning is at hand then.
bool bare(const UnitPlace& place, const Amount& amount, uint32_t unit_last) {
  if (place.limit - place.first > kBareMost) return false;
  // "1 in 10"
  const bool figure =
      unit_last < place.limit && (place.text.tokens[unit_last].token_class == TokenClass::digits ||
                                  place.text.hit(unit_last, Category::cardinal, place.limit));
  if (figure && place.text.hit(unit_last - 1, Category::out_of, unit_last)) return false;
  for (uint32_t at = place.first; at < place.limit;) {
    if (at >= amount.first && at < unit_last) {
      at = unit_last;
      continue;
    }
    uint32_t last = place.text.tokens[at].token_class == TokenClass::word ? at : at + 1;
    for (const Hit& hit : place.text.hits_at(at)) {
      const Category category = hit.category;
      const bool amounts = category == Category::unit || category == Category::currency ||
                           category == Category::cardinal || category == Category::bound_before ||
                           category == Category::range_joint || category == Category::range_open ||
                           category == Category::minus || category == Category::number_joint;
      if (amounts) last = std::max(last, hit.last);
    }
    if (last == at) return false;
    at = last;
  }
  return true;
}

bool joined(const UnitPlace& place, uint32_t at) {
  return at > place.first && place.text.word(at - 1) == "-" && !place.text.tokens[at].space_before;
}

// A one-letter unit ("m", "V") must follow a figure.
bool letter_fits(const UnitPlace& place, const Hit& hit) {
  const bool letter = place.text.span(hit.first, hit.last).size() == 1 &&
                      place.text.tokens[hit.first].token_class == TokenClass::word;
  return !letter ||
         (hit.first > place.first && place.text.tokens[hit.first - 1].token_class == TokenClass::digits);
}

// Larger than what is weighed or measured as a rule: "half a million pounds" is money.
bool is_huge(const Amount& amount) {
  constexpr int kHuge = 400000;
  const auto& figure = amount.value.low ? amount.value.low : amount.value.high;
  return figure && Decimal(kHuge) <= *figure;
}

const Hit* currency_word(const UnitPlace& place, uint32_t at, const Amount& amount) {
  for (const Hit& hit : place.text.hits_at(at, Category::currency)) {
    if (hit.category != Category::currency || hit.last > place.limit || !letter_fits(place, hit)) continue;
    if (!doubtful(hit) || is_huge(amount) || near(place, amount, hit.last, unit_symbol(hit)) ||
        bare(place, amount, hit.last))
      return &hit;
  }
  return nullptr;
}

// "five foot four", "4 feet 3 inches": a small number right behind feet.
bool inches_behind(const UnitPlace& place, const Hit& feet) {
  if (unit_symbol(feet) != "foot" || feet.last >= place.limit) return false;
  const Hit* number = place.text.hit(feet.last, Category::cardinal, place.limit);
  const uint32_t inches = number ? number->last : feet.last + 1;
  const bool figure = number || place.text.tokens[feet.last].token_class == TokenClass::digits;
  if (figure && inches < place.limit) {  // "4 pieds 3 pouces"
    for (const Hit& unit : place.text.hits_at(inches, Category::unit)) {
      const absl::string_view symbol = unit.sense->symbol;
      if (unit.category == Category::unit && (symbol == "inch" || symbol == "inch?")) return true;
    }
  }
  return number && Decimal(1) < number->sense->number && number->sense->number < Decimal(12);
}

// "72 F in San Diego", "1.83 m in his socks": a letter of apart_fahrenheit, apart_meter with a space before
// it, where no noun follows that could be counted.
bool apart(const UnitPlace& place, const Hit& unit) {
  const std::vector<Token>& tokens = place.text.tokens;
  if (!tokens[unit.first].space_before) return false;
  const bool ends = unit.last >= place.limit || place.text.hit(unit.last, Category::noun_stop, place.limit);
  const auto letters = place.text.hits_at(unit.first, Category::unit);
  return ends && std::any_of(letters.begin(), letters.end(), [&](const Hit& hit) {
           absl::string_view symbol = hit.sense->symbol;
           return hit.category == Category::unit && absl::ConsumePrefix(&symbol, kApart) &&
                  symbol == unit_symbol(unit);
         });
}

// "How surely" decides between "200 pounds of meat" and "200 pounds of debt".
enum class Surety { joined, near };
// Of two of one length the first of the data, but for a symbol written like it: "Nm" is no "nm".
const Hit* measure_word(const UnitPlace& place, uint32_t at, const Amount& amount, Surety least) {
  const Hit* best = nullptr;
  for (const Hit& hit : place.text.hits_at(at, Category::unit)) {
    const absl::string_view symbol = hit.sense->symbol;
    if (hit.category != Category::unit || hit.last > place.limit || absl::StartsWith(symbol, kNear) ||
        absl::StartsWith(symbol, kBefore) || absl::StartsWith(symbol, kRest) ||
        absl::StartsWith(symbol, kMark) || absl::StartsWith(symbol, kApart) || !letter_fits(place, hit))
      continue;
    if (best && (hit.last < best->last || hit.sense->spelling.empty())) continue;
    if (!doubtful(hit) || (least == Surety::joined && joined(place, at)) ||
        near(place, amount, hit.last, unit_symbol(hit)) ||
        (least == Surety::joined && bare(place, amount, hit.last)) || inches_behind(place, hit) ||
        (least == Surety::joined && apart(place, hit)))
      best = &hit;
  }
  return best;
}

const Hit* marked(const UnitPlace& place, uint32_t at, absl::string_view mark) {
  if (at >= place.limit) return nullptr;
  for (const Hit& hit : place.text.hits_at(at, Category::unit)) {
    if (hit.category == Category::unit && hit.last <= place.limit && hit.sense->symbol == mark) return &hit;
  }
  return nullptr;
}

// "a $2.5 billion plan", "in 2019 $50 million": a sign close to the next figure is that figure's.
bool belongs_to_next(const UnitPlace& place, const Hit& currency) {
  const std::vector<Token>& tokens = place.text.tokens;
  return tokens[currency.last - 1].token_class == TokenClass::sign && tokens[currency.first].space_before &&
         currency.last < place.limit && !tokens[currency.last].space_before &&
         tokens[currency.last].token_class == TokenClass::digits;
}

}  // namespace

std::string unit_symbol(const Hit& hit) {
  absl::string_view symbol = hit.sense->symbol;
  absl::ConsumePrefix(&symbol, kBefore);
  absl::ConsumeSuffix(&symbol, "?");
  return std::string(symbol);
}

const Hit* currency_at(const UnitPlace& place, uint32_t at, const Amount& amount) {
  if (at >= place.limit) return nullptr;
  const Hit* currency = currency_word(place, at, amount);
  if (!currency || belongs_to_next(place, *currency)) return nullptr;
  const Hit* measure = measure_word(place, at, amount, Surety::near);
  if (measure && measure->last >= currency->last) return nullptr;
  measure = measure_word(place, at, amount, Surety::joined);
  const bool other = measure && measure->last >= currency->last && !is_huge(amount) &&
                     !near(place, amount, currency->last, unit_symbol(*currency));
  return other ? nullptr : currency;
}

const Hit* cent_at(const UnitPlace& place, uint32_t at, const Amount& amount) {
  const Hit* hit = at < place.limit ? place.text.hit(at, Category::currency_cent, place.limit) : nullptr;
  if (!hit || place.text.tokens[at].token_class != TokenClass::word || hit->sense->spelling.size() != 1)
    return hit;
  // "50p", but neither "50 p" nor "1080p".
  const bool small = amount.value.low && *amount.value.low < Decimal(100);
  return small && amount.digits && !place.text.tokens[at].space_before ? hit : nullptr;
}

const Hit* measure_at(const UnitPlace& place, uint32_t at, const Amount& amount) {
  return at < place.limit ? measure_word(place, at, amount, Surety::joined) : nullptr;
}

bool is_currency_sign(const Annotated& text, const Hit& hit) {
  const bool code = absl::EqualsIgnoreCase(text.word(hit.first), unit_symbol(hit));  // "usd 50"
  return text.tokens[hit.last - 1].token_class == TokenClass::sign || !hit.sense->spelling.empty() || code;
}

bool is_false_sign(const Hit& hit, const Amount& amount) { return doubtful(hit) && !is_huge(amount); }

bool is_unit_word(const Annotated& text, uint32_t at, uint32_t limit) {
  if (at >= limit || text.tokens[at].token_class != TokenClass::word) return false;
  if (text.hit(at, Category::percent_word, limit)) return true;
  const auto hits = text.hits_at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    const bool unit = hit.category == Category::unit || hit.category == Category::currency;
    const bool marked = hit.sense->symbol.find('_') != std::string::npos;
    return unit && hit.last <= limit && !marked && !doubtful(hit);
  });
}

const Hit* rest_at(const UnitPlace& place, uint32_t at, absl::string_view unit) {
  return marked(place, at, absl::StrCat(kRest, unit));
}

const Hit* mark_at(const UnitPlace& place, uint32_t at, absl::string_view unit) {
  return marked(place, at, absl::StrCat(kMark, unit));
}

bool near_word_at(const UnitPlace& place, uint32_t at, absl::string_view unit) {
  return marked(place, at, absl::StrCat(kNear, unit)) != nullptr;
}

const Hit* unit_before(const UnitPlace& place, const Amount& amount) {
  const uint32_t end =
      amount.first > place.first && joined(place, amount.first) ? amount.first - 1 : amount.first;
  const uint32_t from = std::max(place.first, end > kLongest ? end - kLongest : 0);
  for (uint32_t at = from; at < end; ++at) {
    for (const Hit& hit : place.text.hits_at(at, Category::unit)) {
      if (hit.category == Category::unit && hit.last == end && absl::StartsWith(hit.sense->symbol, kBefore))
        return &hit;
    }
  }
  return nullptr;
}

bool tells_when(const Annotated& text, uint32_t at, uint32_t limit) {
  if (at >= limit) return false;
  const Hit* ago = text.hit(at, Category::ago, limit);
  if (ago && ago->is("ago")) return true;
  const Hit* later = text.hit(at, Category::later, limit);
  return later && (later->is("later") || later->is("earlier")) &&
         !(later->last < limit && text.hit(later->last, Category::date_direction, limit));
}

}  // namespace crosscheck
