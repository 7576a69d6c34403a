#include "mention/digit_numbers.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "text/digits.h"

namespace crosscheck {
namespace {

constexpr size_t kFiguresMost = 30;  // digits of one run
constexpr size_t kGroup = 3;

// Whether the "x" at `sign` stands between the sides of what is measured: "10x15 cm", "2x3x4.5 m".
bool joins_sides(const Annotated& text, uint32_t sign) {
  const auto end = static_cast<uint32_t>(text.tokens.size());
  const auto digits = [&](uint32_t t) { return t < end && text.tokens[t].token_class == TokenClass::digits; };
  const auto tight = [&](uint32_t t) { return t < end && !text.tokens[t].space_before; };
  const auto by = [&](uint32_t t) {
    return tight(t) && tight(t + 1) && digits(t + 1) && text.hit(t, Category::multiple_sign, t + 1);
  };
  if (sign == 0 || !digits(sign - 1) || !by(sign)) return false;
  uint32_t t = sign;
  while (by(t)) {
    t += 2;
    if (tight(t) && (text.word(t) == "." || text.word(t) == ",") && tight(t + 1) && digits(t + 1)) t += 2;
  }
  return text.hit(t, Category::unit, end) != nullptr;
}

class DigitReader {
 public:
  DigitReader(const Annotated& text, const NumberHabit& habit, uint32_t limit)
      : text_(text), habit_(habit), limit_(limit) {}

  std::optional<DigitNumber> read(uint32_t at) const {
    const bool point = word(at) == "." || (word(at) == "," && text_.language->decimal == ",");
    if (point && digits(at + 1) && tight(at + 1) && (!tight(at) || behind_sign(at)))
      return bare_decimals(at + 1);
    if (!digits(at) || digits_in_name(text_, at)) return std::nullopt;
    std::string figures = ascii_digits(word(at));
    if (figures.empty() || figures.size() > kFiguresMost) return std::nullopt;
    DigitNumber number;
    number.last = at + 1;
    if (figures.size() <= kGroup && figures[0] != '0') groups(&number, &figures);
    std::string decimals;
    if (decimal_at(number.last, number.grouped)) {
      decimals = ascii_digits(word(number.last + 1));
      number.last += 2;
      number.decimals = true;
    } else if (!number.grouped && (chained(at) || in_clock(at))) {
      return std::nullopt;
    }
    if (!decimals.empty()) absl::StrAppend(&figures, ".", decimals);
    exponent(&number, &figures);
    const auto value = Decimal::parse(figures);
    if (!value || letter_behind(number.last)) return std::nullopt;
    number.value = *value;
    return number;
  }

 private:
  bool digits(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::digits; }
  absl::string_view word(uint32_t t) const {
    const absl::string_view text = t < limit_ ? text_.word(t) : "";
    constexpr size_t kFullWidth = 3;
    if (text.size() != kFullWidth || text.front() != '\xEF') return text;
    return text == "．" ? "." : text == "，" ? "," : text;  // of "１２．５"
  }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  bool three(uint32_t t) const { return digits(t) && ascii_digits(word(t)).size() == kGroup; }
  bool hit(uint32_t t, Category category) const { return t < limit_ && text_.hit(t, category, limit_); }

  // "1080p", "2x4": a letter that means nothing behind a figure.
  bool letter_behind(uint32_t t) const {
    return t < limit_ && tight(t) && text_.tokens[t].token_class == TokenClass::word && word(t).size() == 1 &&
           (text_.hits_at(t).empty() ||
            (hit(t, Category::multiple_sign) && tight(t + 1) && digits(t + 1) && !joins_sides(text_, t)));
  }

  // "1.5e3", "2E-5"
  void exponent(DigitNumber* number, std::string* figures) const {
    uint32_t t = number->last;
    if ((word(t) != "e" && word(t) != "E") || !tight(t)) return;
    const absl::string_view sign = word(t + 1);
    const bool negative = sign == "-" || sign == "−";
    const uint32_t at = negative || sign == "+" ? t + 2 : t + 1;
    if (!digits(at) || !tight(at) || !tight(t + 1) || word(at).size() > 2) return;
    if (tight(at + 1) && text_.tokens[at + 1].token_class != TokenClass::sign) return;
    absl::StrAppend(figures, "e", negative ? "-" : "", ascii_digits(word(at)));
    number->last = at + 1;
  }

  // "-.5", "$.50"
  bool behind_sign(uint32_t at) const {
    if (at == 0) return true;
    const absl::string_view sign = word(at - 1);
    return sign == "-" || sign == "+" || sign == "−" || sign == "(" ||
           text_.hit(at - 1, Category::currency, at);
  }

  // ".5"
  std::optional<DigitNumber> bare_decimals(uint32_t at) const {
    const auto value = Decimal::parse(absl::StrCat("0.", ascii_digits(word(at))));
    if (!value || (tight(at + 1) && word(at + 1) == ".")) return std::nullopt;
    return DigitNumber{at + 1, *value, false, true};
  }

  // 4.0.1, 12:42:17, 6-4-2: a third run of digits after the same sign.
  bool chained(uint32_t at) const {
    const absl::string_view sign = word(at + 1);
    if (sign != "." && sign != ":" && sign != "-" && sign != "/") return false;
    const auto next = [&](uint32_t t) {
      return word(t) == sign && tight(t) && tight(t + 1) && digits(t + 1);
    };
    return next(at + 1) && next(at + 3);
  }

  // "2:01", "59:43": no figure of its own on either side.
  bool in_clock(uint32_t at) const {
    const bool before = at > 1 && tight(at) && tight(at - 1) && word(at - 1) == ":" && digits(at - 2);
    return before || (word(at + 1) == ":" && tight(at + 1) && digits(at + 2) && tight(at + 2));
  }

  // "7 500", "7.500", "700'000": groups of three with one sign throughout.
  void groups(DigitNumber* number, std::string* figures) const {
    std::string sign;
    uint32_t& t = number->last;
    if (const uint32_t last = end_of_lakhs(t)) {
      for (; t < last; t += 2) absl::StrAppend(figures, ascii_digits(word(t + 1)));
      number->grouped = true;
      return;
    }
    while (t < limit_) {
      const bool space = three(t) && text_.tokens[t].space_before && !text_.tokens[t].line_before &&
                         (sign.empty() || sign == " ");
      if (space) {
        sign = " ";
        absl::StrAppend(figures, ascii_digits(word(t)));
        ++t;
      } else if (group_sign_at(t, sign)) {
        sign = std::string(word(t));
        absl::StrAppend(figures, ascii_digits(word(t + 1)));
        t += 2;
      } else {
        break;
      }
      number->grouped = true;
    }
  }

  // The end of the ",23,456" of "1,23,456": groups of two before the last of three; 0 when there is none.
  uint32_t end_of_lakhs(uint32_t t) const {
    constexpr size_t kPair = 2;
    uint32_t at = t;
    const auto group = [&](size_t digits_in) {
      return word(at) == "," && tight(at) && tight(at + 1) && digits(at + 1) &&
             ascii_digits(word(at + 1)).size() == digits_in;
    };
    while (group(kPair)) at += 2;
    if (at == t || !group(kGroup) || !is_group_sign(",")) return 0;
    at += 2;
    return group(kPair) || group(kGroup) ? 0 : at;
  }

  bool is_group_sign(absl::string_view sign) const {
    const auto& groups = text_.language->groups;
    return std::any_of(groups.begin(), groups.end(), [&](const std::string& known) { return known == sign; });
  }

  bool group_sign_at(uint32_t t, const std::string& sign) const {
    if (!tight(t) || !three(t + 1) || !tight(t + 1)) return false;
    const absl::string_view here = word(t);
    if (!sign.empty() && here != sign) return false;
    const bool other = here == text_.language->decimal;
    if (!is_group_sign(here) && !(other && (here == "," || here == "."))) return false;
    // "1,271 million": a scale behind makes it a decimal; so does the sign of decimals unless more groups
    // follow.
    const bool more = tight(t + 2) && word(t + 2) == here && three(t + 3);
    // In "3.000 millones", "1.500 millones" the zeros tell a group.
    const bool round = ascii_digits(word(t + 1)).back() == '0' && here != text_.language->decimal;
    const bool amount_behind = !round && (hit(t + 2, Category::scale) || hit(t + 2, Category::percent_word));
    if (!more && sign.empty() && amount_behind && (other || here == ".")) return false;
    if (!other) return true;
    // "1,234.56" in French, "1.234,56" in English: the other sign tells the decimals.
    const absl::string_view next = tight(t + 2) ? word(t + 2) : "";
    const bool decimals = (next == "." || next == ",") && next != here && digits(t + 3) && tight(t + 3);
    return more || decimals || (here == "," ? habit_.comma_groups : habit_.point_groups) ||
           ascii_digits(word(t + 1)) == "000";
  }

  bool decimal_at(uint32_t t, bool grouped) const {
    if (!tight(t) || !digits(t + 1) || !tight(t + 1)) return false;
    const absl::string_view sign = word(t);
    if (sign != "." && sign != ",") return false;
    // A second sign of the same kind makes it a date or version.
    if (tight(t + 2) && (word(t + 2) == "." || word(t + 2) == ":") && digits(t + 3) && tight(t + 3))
      return false;
    if (sign == text_.language->decimal) return true;
    // The other sign: a decimal when what follows is no group, "3.5" in a French text; in English a comma
    // never is.
    constexpr size_t kPlaces = 2;  // "2,5 %", "1,5 million"
    if (sign == "," && !grouped && (hit(t + 2, Category::percent_word) || hit(t + 2, Category::scale)))
      return ascii_digits(word(t + 1)).size() <= kPlaces;
    if (sign != ".") return grouped && ascii_digits(word(t + 1)).size() != kGroup && word(t - 2) != ",";
    return grouped || ascii_digits(word(t + 1)).size() != kGroup || hit(t + 2, Category::scale);
  }

  const Annotated& text_;
  const NumberHabit& habit_;
  const uint32_t limit_;
};

}  // namespace

namespace {

// "M7.5": a letter that stands before its figure, which has decimals.
bool is_magnitude(const Annotated& text, uint32_t t) {
  const bool decimals = t + 2 < text.tokens.size() && (text.word(t + 1) == "." || text.word(t + 1) == ",") &&
                        text.tokens[t + 2].token_class == TokenClass::digits &&
                        !text.tokens[t + 2].space_before;
  const Hit* unit = decimals ? text.hit(t - 1, Category::unit, t) : nullptr;
  return unit && unit->sense->symbol.rfind("before_", 0) == 0;
}

}  // namespace

bool digits_in_name(const Annotated& text, uint32_t t) {
  if (t == 0 || text.tokens[t].space_before) return false;
  const Token& before = text.tokens[t - 1];
  if (before.token_class == TokenClass::word) {
    // "1m80": the letters go with a figure of their own.
    if (is_magnitude(text, t) || joins_sides(text, t - 1)) return false;
    const bool unit = t > 1 && before.capitals == Capitals::none && !before.space_before &&
                      text.tokens[t - 2].token_class == TokenClass::digits &&
                      text.hit(t - 1, Category::unit, t);
    // "plus d'1 million"
    const absl::string_view name = text.word(t - 1);
    const bool elided = absl::EndsWith(name, "'") || absl::EndsWith(name, "’");
    return !unit && !elided && !text.hit(t - 1, Category::currency, t);
  }
  const absl::string_view sign = text.word(t - 1);
  if (sign == "#" || sign == "@" || sign == "_") return true;
  if (sign != "-" || t < 2 || before.space_before) return false;
  const Token& name = text.tokens[t - 2];
  return name.token_class == TokenClass::word && name.capitals != Capitals::none &&
         !text.hit(t - 2, Category::month, t - 1) && !text.hit(t - 2, Category::weekday, t - 1);
}

NumberHabit number_habit(const Annotated& text) {
  NumberHabit habit;
  const auto joined = [&](uint32_t t) {
    return t + 1 < text.tokens.size() && !text.tokens[t].space_before && !text.tokens[t + 1].space_before &&
           text.tokens[t + 1].token_class == TokenClass::digits && text.word(t + 1).size() == kGroup;
  };
  const auto end = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t t = 0; (t = text.next_marked(t, end, kDigitsMark)) < end; ++t) {
    if (!joined(t + 1) || !joined(t + 3)) continue;
    const absl::string_view sign = text.word(t + 1);
    if (sign != text.word(t + 3)) continue;
    if (sign == ",") habit.comma_groups = true;
    if (sign == ".") habit.point_groups = true;
  }
  return habit;
}

std::optional<DigitNumber> read_digits(const Annotated& text, const NumberHabit& habit, uint32_t token,
                                       uint32_t limit) {
  return DigitReader(text, habit, std::min<uint32_t>(limit, static_cast<uint32_t>(text.tokens.size())))
      .read(token);
}

}  // namespace crosscheck
