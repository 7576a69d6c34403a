// Parts and scales: "two hundred thousand and one", "2 milliards 300 millions", "1,3 Md€".
#include "mention/number_reader.h"
#include "mention/unit_words.h"
#include "mention/word_numbers.h"

namespace crosscheck {
namespace {

constexpr int kPartsMost = 8;  // of one number: "two billion three hundred million …"

}  // namespace

std::optional<NumberReader::Part> NumberReader::part(uint32_t at, Number* number) const {
  if (const auto figure = read_digits(text_, habit_, at, limit_)) {
    number->digits = true;
    number->grouped |= figure->grouped;
    const uint32_t hundred = digits_hundred(*figure);
    if (hundred > figure->last) return Part{hundred, times(figure->value, 100), false, false, false};
    return Part{figure->last, figure->value, false, false, true};
  }
  const Hit* broken = hit(at, Category::cardinal);  // "anderthalb"
  if (broken && !broken->sense->number.is_integer()) {
    number->spelled = true;
    return Part{broken->last, broken->sense->number, false, false, false};
  }
  const auto words = read_word_number(text_, at, limit_, ordinals_);
  if (!words) return std::nullopt;
  number->spelled = true;
  return Part{words->last, Decimal(words->value), words->ordinal, words->single, false};
}

// "12 hundred"; "3 cents" are coins.
uint32_t NumberReader::digits_hundred(const DigitNumber& figure) const {
  const Hit* hundred = hit(figure.last, Category::cardinal);
  const bool fits = hundred && hundred->sense->number == Decimal(100) && figure.value < Decimal(100) &&
                    text_.tokens[figure.last].space_before && !hit(figure.last, Category::currency_cent);
  return fits ? hundred->last : figure.last;
}

bool NumberReader::parts(Number* number) const {
  Sum sum;
  uint32_t t = number->first;
  Decimal mantissa;
  bool single = false, last_scaled = false, first_digits = false;
  for (int round = 0; round < kPartsMost; ++round) {
    auto next = part(t, number);
    if (next && !fits(*next, t > number->last, sum)) break;
    if (next && begins_length(*next, t > number->last, first_digits, sum)) break;
    uint32_t after = next ? next->last : t;
    if (next && !next->digits) decimals_in_words(&after, &next->value);
    const Hit* scale = next && next->ordinal ? nullptr : scale_at(after, next.has_value(), sum);
    if (!next && !scale) break;
    if (round == 0) {
      mantissa = next ? next->value : Decimal(1);
      single = next && next->single;
      first_digits = next && next->digits;
    }
    number->ordinal = next && next->ordinal;
    std::optional<Decimal> value;
    if (next) value = next->value;
    if (!scale) sum.terms.push_back({*value, Decimal(1)});
    for (int scales = 0; scale && scales < 3; ++scales) {
      sum.scale_up(value, scale->sense->number);
      number->ordinal |= scale->category == Category::ordinal;
      value.reset();
      after = scale->last;
      number->spelled |= text_.tokens[scale->first].token_class == TokenClass::word && !tight(scale->first);
      scale = number->ordinal ? nullptr : scale_at(after, false, sum);
    }
    number->last = t = after;
    last_scaled = sum.terms.back().scale != Decimal(1);
    if (!last_scaled || number->ordinal) break;
    t = next_part(t);
  }
  if (number->last == number->first) return false;
  set(sum.total(), number);
  if (last_scaled && !number->ordinal) scale_of_scale(number, &sum);
  if (last_scaled && sum.terms.size() == 1 && !number->ordinal) {
    number->mantissa = mantissa;
    number->scale = divide(number->figure(), mantissa, 0).value_or(Decimal(1));
  }
  const Hit* one = hit(number->first, Category::cardinal);
  number->article = single && one && one->last == number->last && one->sense->number == Decimal(1);
  if (number->last > number->first + 1) note(number);
  return true;
}

// "un million de milliards"
void NumberReader::scale_of_scale(Number* number, Sum* sum) const {
  const Hit* link = hit(number->last, Category::noun_link);
  const Hit* scale = link ? hit(link->last, Category::scale) : nullptr;
  if (!scale || scale->sense->number < Decimal(1000000) ||
      text_.tokens[scale->first].token_class != TokenClass::word)
    return;
  const Decimal all = times(sum->total(), scale->sense->number);
  sum->terms.assign(1, {all, scale->sense->number});
  set(all, number);
  number->last = scale->last;
}

// "2 milliards 300 millions", "two thousand and one", "1 million 200 000".
bool NumberReader::fits(const Part& next, bool joined, const Sum& sum) const {
  if (sum.terms.empty()) return true;
  const Decimal& room = sum.terms.back().scale;
  if (!(next.value < room)) return false;
  if (!next.digits) {
    // "£40mn a year", "a million a head"; but "mille et un", "mille un"
    const bool article =
        next.single && next.value == Decimal(1) && hit(next.last - 1, Category::filler) != nullptr;
    return !article || (room == Decimal(1000) && (joined || ends(next.last)));
  }
  if (const Hit* scale = hit(next.last, Category::scale)) return scale->sense->number < room;
  // "5 mille 300"
  if (room == Decimal(1000) && Decimal(99) < next.value) return true;
  return Decimal(99999) < next.value && room == Decimal(1000000);
}

// The "five" of "£180m five years ago", the "two" of "three million two years ago": no part of the sum.
bool NumberReader::begins_length(const Part& next, bool joined, bool in_figures, const Sum& sum) const {
  if (sum.terms.empty() || joined || next.digits || next.ordinal) return false;
  const Decimal& room = sum.terms.back().scale;
  const bool small = next.value < Decimal(100) && !hit(next.last, Category::scale);
  if (in_figures && small) return true;
  const Hit* unit = Decimal(1000) < room ? hit(next.last, Category::duration_unit) : nullptr;
  return unit && hit(unit->last, Category::ago);
}

// Where the part behind a scale may start.
uint32_t NumberReader::next_part(uint32_t t) const {
  if (word(t) == "-" && tight(t) && tight(t + 1)) return t + 1;
  if (word(t) == "," && smaller_scale_behind(t)) return t + 1;
  const Hit* joint = hit(t, Category::half) ? nullptr : hit(t, Category::number_joint);
  if (!joint) return t;
  const auto behind = read_word_number(text_, joint->last, limit_, ordinals_);
  if (!behind || behind->value <= 0 || behind->value >= 100 || hit(behind->last, Category::scale)) return t;
  const std::string& use = joint->sense->symbol;
  // "a thousand and a …" is no number; "mille et un" is, "mille et deux" is not.
  if (use == "one" || use == "ten") return behind->value == 1 && !hit(t, Category::half) ? joint->last : t;
  const bool article = behind->single && behind->value == 1 && hit(joint->last, Category::filler);
  return article ? t : joint->last;
}

// "one million, two hundred thousand"; "one million, two million" are two.
bool NumberReader::smaller_scale_behind(uint32_t comma) const {
  const Hit* before = comma > 0 ? text_.hit(comma - 1, Category::scale, comma) : nullptr;
  const auto next = before ? read_word_number(text_, comma + 1, limit_) : std::nullopt;
  if (!next) return false;
  const Hit* scale = hit(next->last, Category::scale);
  const bool last = !scale && before->sense->number == Decimal(1000) && next->value > 99;
  return last || (scale && scale->sense->number < before->sense->number);
}

// Whether nothing follows that could be counted.
bool NumberReader::ends(uint32_t t) const {
  return t >= limit_ || text_.tokens[t].token_class != TokenClass::word || hit(t, Category::noun_stop);
}

// "million", "bn": multiplies what stands before; alone only "mille" and what is told with an article.
const Hit* NumberReader::scale_at(uint32_t t, bool behind_part, const Sum& sum) const {
  if (word(t) == "-" && tight(t) && behind_part) ++t;
  const Hit* scale = hit(t, Category::scale);
  if (ordinals_) {
    const Hit* rank = hit(t, Category::ordinal);
    if (rank && Decimal(99) < rank->sense->number && (!scale || scale->last < rank->last)) scale = rank;
  }
  if (scale) {
    const bool alone = !behind_part && sum.terms.empty();
    const Hit* link = hit(scale->last, Category::noun_link);
    const bool money = hit(link ? link->last : scale->last, Category::currency);  // "son million d'euros"
    const bool may = scale->sense->number == Decimal(1000) || scale->last > scale->first + 1 || money ||
                     scale->category == Category::ordinal;
    if (alone && !may) return nullptr;
    const bool twice = !behind_part && !sum.terms.empty() && scale->sense->number < sum.terms.back().scale;
    return twice && scale->sense->number != Decimal(1000) ? nullptr : scale;
  }
  return behind_part ? scale_sign(t) : nullptr;
}

// "13bn", "2.5m", "100K", "1,3 Md€": letters close to the figure, or before a currency.
const Hit* NumberReader::scale_sign(uint32_t t) const {
  const Hit* sign = t > 0 ? hit(t, Category::scale_sign) : nullptr;
  if (!sign) return nullptr;
  const absl::string_view letters = word(t);
  // "ten grand", but no "two grand slams"
  constexpr size_t kAbbreviation = 4;
  if (letters.size() > kAbbreviation) return !tight(t) && ends(sign->last) ? sign : nullptr;
  if (!is_digits(t - 1)) return nullptr;
  const uint32_t link = hit(sign->last, Category::noun_link) ? sign->last + 1 : sign->last;
  if (currency_before_ || hit(sign->last, Category::currency) || hit(link, Category::currency)) return sign;
  if (letters.size() > 1) return hit(t, Category::duration_unit) ? nullptr : sign;  // "30 mn"
  // "10 k", "5 M d'habitants"
  if (!tight(t) && (letters == "k" || letters == "K" || letters == "M") && letter_ends(sign->last))
    return sign;
  if (!tight(t)) return nullptr;
  // "100K", "5M": a capital; "2.5m people": small letters are units unless what is counted follows.
  if (text_.tokens[t].capitals != Capitals::none || letters == "k") return sign;
  return counts_several(sign->last) || counts_decimal(t) ? sign : nullptr;
}

// "2.5m people", but "a 2.5m wall"
bool NumberReader::counts_several(uint32_t noun) const {
  const Hit* known = hit(noun, Category::concept_);
  if (!known) return false;
  const Language& language = *text_.language;
  return language.plurals.empty() || language.ends_plural(word(known->last - 1));
}

// "3.5m viewers": no length that is told with decimals, as neither "a" nor "the" stands before it and nothing
// of heights and distances behind.
bool NumberReader::counts_decimal(uint32_t letter) const {
  const uint32_t noun = letter + 1;
  const bool decimals =
      letter > 2 && is_digits(letter - 3) && (word(letter - 2) == "." || word(letter - 2) == ",");
  if (!decimals || ends(noun) || !text_.tokens[noun].space_before ||
      near_word_at({text_, 0, limit_}, noun, "meter"))
    return false;
  const bool article = letter > 3 && text_.hit(letter - 4, Category::filler, letter - 3);
  return !article && text_.tokens[noun].capitals == Capitals::none && !hit(noun, Category::filler) &&
         !hit(noun, Category::noun_link) && !hit(noun, Category::list_joint);
}

// No "5 M. Dupont", "5 M 4".
bool NumberReader::letter_ends(uint32_t t) const {
  if (t >= limit_ || (word(t) == "." && t + 1 >= limit_)) return true;
  return word(t) != "." && word(t) != "-" && word(t) != "\'" && !is_digits(t) &&
         (ends(t) || hit(t, Category::noun_link));
}

}  // namespace crosscheck
