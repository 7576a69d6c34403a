#include "mention/reader.h"

#include <algorithm>

#include "absl/strings/numbers.h"

namespace crosscheck {
namespace {

// Categories of the small words that may follow a date but not a number with its noun.
constexpr Category kSmallWords[] = {Category::filler,       Category::noun_link,      Category::clause_break,
                                    Category::negation,     Category::according,      Category::range_joint,
                                    Category::number_joint, Category::planned,        Category::possible,
                                    Category::conditional,  Category::speech,         Category::comparison,
                                    Category::pronoun,      Category::date_article,   Category::date_relation,
                                    Category::place_word,   Category::date_direction, Category::day_part};

constexpr CategorySet any_of_small_words() {
  CategorySet out;
  for (const Category category : kSmallWords) out.add(category);
  return out;
}
constexpr CategorySet kAnySmallWord = any_of_small_words();

// A whole number as SimpleAtoi reads it; most have few figures and nothing else.
bool to_int(absl::string_view text, int* value) {
  constexpr size_t kFew = 8;
  int read = 0;
  bool plain = !text.empty() && text.size() <= kFew;
  for (size_t i = 0; plain && i < text.size(); ++i) {
    plain = text[i] >= '0' && text[i] <= '9';
    read = read * 10 + (text[i] - '0');
  }
  if (!plain) return absl::SimpleAtoi(text, value);
  *value = read;
  return true;
}

}  // namespace

const Hit* Reader::find(uint32_t at, Category category, Symbol symbol) const {
  for (const Hit& candidate : text.hits_at(at)) {
    if (candidate.category == category && candidate.last <= last && candidate.is(symbol)) return &candidate;
  }
  return nullptr;
}

const Hit* Reader::find_before(uint32_t at, Category category) const {
  constexpr uint32_t kLongest = 6;
  for (uint32_t length = std::min(kLongest, at - first); length > 0; --length) {
    for (const Hit& candidate : text.hits_at(at - length, category)) {
      if (candidate.category == category && candidate.last == at) return &candidate;
    }
  }
  return nullptr;
}

const Hit* Reader::find_before(uint32_t at, Category category, Symbol symbol) const {
  constexpr uint32_t kLongest = 6;
  for (uint32_t length = std::min(kLongest, at - first); length > 0; --length) {
    for (const Hit& candidate : text.hits_at(at - length, category)) {
      const bool fits = candidate.category == category && candidate.last == at;
      if (fits && candidate.is(symbol)) return &candidate;
    }
  }
  return nullptr;
}

uint32_t Reader::skip(uint32_t at, Symbol use) const {
  const Hit* found = hit(at, Category::date_article, use);
  return found ? found->last : at;
}

bool Reader::ahead_before(uint32_t at) const {
  constexpr uint32_t kReach = 6;
  return use_before(at, "ahead", kReach);
}

bool Reader::back_before(uint32_t at) const {
  constexpr uint32_t kReach = 12;
  return use_before(at, "back", kReach);
}

bool Reader::use_before(uint32_t at, Symbol use, uint32_t reach) const {
  for (uint32_t back = 1; back <= reach && at >= first + back; ++back) {
    if (hit(at - back, Category::date_article, use)) return true;
  }
  return false;
}

bool Reader::alone(uint32_t from, uint32_t to) const {
  constexpr uint32_t kMost = 4;
  if (from - first > kMost || last - to > kMost) return false;
  for (uint32_t at = first; at < last; ++at) {
    if (at >= from && at < to) continue;
    const Hit* word = hit(at, Category::date_article);
    // "Un jour viendra": a verb
    const bool verb = word && (word->is("ahead") || word->is("back"));
    if (token(at).token_class != TokenClass::sign && (!word || verb)) return false;
  }
  return true;
}

bool Reader::moment_known() const {
  const auto& published = text.document->metadata.published;
  return published && published.value.has_time;
}

bool Reader::dash(uint32_t at) const {
  if (!inside(at) || token(at).token_class != TokenClass::sign) return false;
  return sign(at, "-") || sign(at, "–") || sign(at, "—") || sign(at, "‑") || sign(at, "‐");
}

std::optional<int> Reader::figure(uint32_t at, int low, int high) const {
  if (!digits(at)) return std::nullopt;
  const absl::string_view figures = text.word(at);
  int value = 0;
  const int length = static_cast<int>(figures.size());
  if (length < low || length > high || !to_int(figures, &value)) return std::nullopt;
  return value;
}

bool Reader::possessive(uint32_t at) const { return at != first && tight(at) && text.is_clitic(at); }

bool Reader::part_of_figure(uint32_t at) const {
  const auto joins = [this](uint32_t sign_at) { return sign(sign_at, ".") || sign(sign_at, ","); };
  if (tight(at + 1) && joins(at + 1) && tight(at + 2) && digits(at + 2)) return true;
  if (tight(at) && at > first && joins(at - 1) && at >= first + 2 && tight(at - 1) && digits(at - 2))
    return true;
  for (const Category unit :
       {Category::currency, Category::percent_word, Category::scale, Category::scale_sign}) {
    if (hit(at + 1, unit)) return true;
  }
  return tight(at) && hit_before(at, Category::currency) != nullptr;
}

bool Reader::clause_ends(uint32_t at) const {
  if (!inside(at) || token(at).token_class == TokenClass::sign) return true;
  if (token(at).token_class == TokenClass::digits) return false;
  if (!text.starting[at].meets(kAnySmallWord)) return false;
  return std::any_of(std::begin(kSmallWords), std::end(kSmallWords),
                     [&](Category category) { return hit(at, category) != nullptr; });
}

std::optional<Reader::Number> Reader::small_number(uint32_t at) const {
  if (const auto value = figure(at, 1, 3)) {
    if (part_of_figure(at)) return std::nullopt;
    return Number{at + 1, *value, false};
  }
  const auto cardinal = [this](uint32_t from) -> std::optional<Number> {
    const Hit* found = hit(from, Category::cardinal);
    int value = 0;
    if (!found || !to_int(found->sense->symbol, &value)) return std::nullopt;
    return Number{found->last, value, true};
  };
  std::optional<Number> number = cardinal(at);
  if (!number || number->value < 20 || number->value % 10 != 0) return number;
  uint32_t rest = number->last;
  if (dash(rest)) ++rest;
  if (const Hit* joint = hit(rest, Category::number_joint)) rest = joint->last;
  if (dash(rest)) ++rest;
  const std::optional<Number> unit = cardinal(rest);
  // "soixante-dix", "quatre-vingt-douze", but "twenty ten" is a year
  const int most = number->value == 60 || number->value == 80 ? 20 : 10;
  if (unit && unit->value < most) return Number{unit->last, number->value + unit->value, true};
  return number;
}

int number_of(const Hit& hit) {
  int value = 0;
  return to_int(hit.sense->symbol, &value) ? value : 0;
}

}  // namespace crosscheck
