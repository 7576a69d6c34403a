#include "mention/figure_codes.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kPairsLeast = 4;  // runs of digits of a phone number

class Codes {
 public:
  Codes(const Annotated& text, uint32_t first, uint32_t limit) : text_(text), first_(first), limit_(limit) {}

  uint32_t end(uint32_t t) const {
    uint32_t after = phone(t);
    if (!digits(t)) return after != t ? after : lettered(t);
    if (after == t) after = chain(t);
    if (after == t) after = zero_led(t);
    if (after == t) after = fours(t);
    if (after == t) after = local_phone(t);
    if (after == t) after = lettered(t);
    if (after == t) after = file_name(t);
    if (after == t) after = lettered_figure(t);
    return after;
  }

 private:
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  bool digits(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::digits; }
  bool letters(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::word; }
  bool hit(uint32_t t, Category category) const {
    return t < limit_ && text_.hit(t, category, limit_) != nullptr;
  }

  // "01 42 33 44 55", "+33 6 12 34 56 78", "555-123-4567".
  uint32_t phone(uint32_t t) const {
    uint32_t at = word(t) == "+" && tight(t + 1) ? t + 1 : t;
    const bool area =
        word(at) == "(" && digits(at + 1) && word(at + 2) == ")" && digits(at + 3) && tight(at + 1);
    if (!digits(at) && !area) return t;
    uint32_t runs = 0, pairs = 0, threes = 0;
    bool bracket = false;
    while (at < limit_) {
      if (digits(at)) {
        pairs += word(at).size() == 2;
        threes += word(at).size() == 3;
        ++runs, ++at;
      } else if ((word(at) == "-" || word(at) == "." || word(at) == "/") && tight(at) && digits(at + 1)) {
        ++at;
      } else if (word(at) == "(" && digits(at + 1) && word(at + 2) == ")") {
        bracket = true;
        at += 3;
      } else {
        break;
      }
    }
    const bool international = at > t && word(t) == "+" && runs >= 3;
    const bool chain = runs >= kPairsLeast && pairs >= kPairsLeast - 1 && word(t)[0] == '0';
    const bool free = runs >= 3 && threes == runs - 1 && word(t) == "0";  // "0 800 123 456"
    return international || chain || free ||
                   (area && word(t + 1).size() == 3 && runs >= 2 && word(at - 1).size() == 4) ||
                   (bracket && runs >= 3)
               ? at
               : t;
  }

  // "192.168.1.1", "4.0.1", "4-4-2": three runs of digits or more that are no groups of three.
  uint32_t chain(uint32_t t) const {
    const absl::string_view sign = word(t + 1);
    if (!digits(t) || (sign != "." && sign != "-")) return t;
    uint32_t at = t + 1, runs = 1, threes = 0;
    while (word(at) == sign && tight(at) && tight(at + 1) && digits(at + 1)) {
      threes += word(at + 1).size() == 3;
      at += 2, ++runs;
    }
    const bool groups = sign == "." && threes == runs - 1 && word(t).size() <= 3;
    return runs >= 3 && !groups && !is_date(t) ? at : t;
  }

  // "17.11.2023", "2023-11-17"
  bool is_date(uint32_t t) const {
    const size_t first = word(t).size(), last = word(t + 4).size();
    return (first == 4 && last <= 2) || (first <= 2 && (last == 4 || last == 2));
  }

  // "020 7946 0958", "07700 900123", "732 829 320 00074", "555-0199": a run of digits that begins with a
  // nought beside another run.
  uint32_t zero_led(uint32_t t) const {
    const auto led = [this](uint32_t at, size_t least) {
      return word(at).size() >= least && word(at)[0] == '0';
    };
    constexpr size_t kFirst = 3, kBehind = 4;
    bool found = led(t, kFirst);
    uint32_t at = t + 1;
    for (;; ++at) {
      if (digits(at) && text_.tokens[at].space_before) {
        found |= led(at, kBehind);
      } else if (word(at) == "-" && tight(at) && tight(at + 1) && digits(at + 1)) {
        found |= led(++at, kBehind);
      } else {
        break;
      }
    }
    const bool decimals =
        (word(at) == "." || word(at) == ",") && tight(at) && tight(at + 1) && digits(at + 1);
    const bool lone = at == t + 1;
    return found && !decimals && !lone && !hit(at, Category::hour_sign) && !hit(at, Category::month) ? at : t;
  }

  // "555-1234" that counts nothing
  uint32_t local_phone(uint32_t t) const {
    constexpr size_t kFirst = 3, kSecond = 4;
    const uint32_t next = t + 3;
    const bool joined = digits(t) && word(t + 1) == "-" && tight(t + 1) && tight(t + 2) && digits(t + 2);
    if (!joined || word(t).size() != kFirst || word(t + 2).size() != kSecond || word(t + 2).back() == '0')
      return t;
    const bool before = t > first_ && tight(t) && !letters(t - 1);
    return before || letters(next) || (tight(next) && tight(next + 1) && digits(next + 1)) ? t : next;
  }

  // "3000 4000 0312 3456": groups of four are no groups of a figure; years in a row are.
  uint32_t fours(uint32_t t) const {
    constexpr size_t kDigits = 4;
    constexpr uint32_t kLeast = 3;
    uint32_t at = t;
    bool years = true;
    while (digits(at) && word(at).size() == kDigits && (at == t || text_.tokens[at].space_before)) {
      years &= word(at)[0] == '1' || word(at)[0] == '2';
      ++at;
    }
    if (at - t < kLeast || years) return t;
    while (digits(at)) ++at;
    return at;
  }

  // "4F-22-9A", "AB-2023-77", "F2023-00412", "Ctrl+Alt+1": letters and digits without a space, with two
  // joints.
  uint32_t lettered(uint32_t t) const {
    if (!starts(t)) return t;
    if (const uint32_t hex = hexadecimal(t); hex > t) return hex;
    bool capital = false, figure = false, both = false;
    uint32_t joints = 0, at = t;
    for (; at < limit_ && (at == t || tight(at)); ++at) {
      if (digits(at)) {
        figure = true;
      } else if (letters(at)) {
        if (hit(at, Category::month) || hit(at, Category::currency)) return t;
        const bool here = text_.tokens[at].capitals != Capitals::none;
        both |= here && capital && joints == 1 && digits(at + 1) && tight(at + 1);  // "R2-D2"
        capital |= here;
      } else if (is_joint(at)) {
        ++joints;
      } else {
        break;
      }
    }
    const uint32_t account = capital && figure && joints == 0 ? groups(at) : at;
    if (account > at) return account;
    return capital && figure && (joints >= 2 || both) ? at : t;
  }
  // "0xFF", "0x1F4"
  uint32_t hexadecimal(uint32_t t) const {
    const absl::string_view letters_behind = word(t + 1);
    const bool led = word(t) == "0" && tight(t + 1) && letters_behind.size() > 0 &&
                     (letters_behind[0] == 'x' || letters_behind[0] == 'X');
    if (!led || (letters_behind.size() == 1 && !(tight(t + 2) && digits(t + 2)))) return t;
    uint32_t at = t + 2;
    while (at < limit_ && tight(at) && (digits(at) || letters(at))) ++at;
    return at;
  }

  // "BE68 5390 0754": groups of four digits behind letters and figures.
  uint32_t groups(uint32_t t) const {
    constexpr size_t kDigits = 4;
    uint32_t at = t;
    while (digits(at) && word(at).size() == kDigits && text_.tokens[at].space_before) ++at;
    if (at > t && digits(at) && word(at).size() < kDigits) ++at;  // the last one may be shorter
    return at;
  }
  bool starts(uint32_t t) const {
    if (t > first_ && tight(t)) return false;
    // Most words stand alone: one look is enough.
    return (digits(t) || letters(t)) && tight(t + 1) && (is_joint(t + 1) || digits(t + 1) || digits(t));
  }
  bool is_joint(uint32_t t) const {
    const absl::string_view sign = word(t);
    return (sign == "-" || sign == "/" || sign == "+" || sign == "_") && tight(t + 1);
  }

  // "app-3.log", "chapter2.txt"
  uint32_t file_name(uint32_t t) const {
    const bool ending = word(t + 1) == "." && tight(t + 1) && tight(t + 2) && letters(t + 2) &&
                        text_.tokens[t + 2].capitals == Capitals::none && word(t + 2).size() <= 4;
    return ending && t > first_ && tight(t) && !hit(t + 2, Category::half_day) ? t + 3 : t;
  }

  // "12b", "2A": a letter or two behind a figure that mean nothing there.
  uint32_t lettered_figure(uint32_t t) const {
    constexpr size_t kLetters = 2;
    if (!tight(t + 1) || !letters(t + 1) || word(t + 1).size() > kLetters) return t;
    if (tight(t + 2) && (letters(t + 2) || digits(t + 2) || is_joint(t + 2))) return t;
    const bool times = word(t + 1) == "x" || word(t + 1) == "X" || word(t + 1) == "e" || word(t + 1) == "E";
    if (times) return t;
    const auto known = text_.hits_at(t + 1);
    const bool means = std::any_of(known.begin(), known.end(), [](const Hit& hit) {
      const Category category = hit.category;
      return category <= Category::date_doubtful || category == Category::multiple_sign;
    });
    return means ? t : t + 2;
  }

  const Annotated& text_;
  const uint32_t first_, limit_;
};

}  // namespace

uint32_t end_of_code(const Annotated& text, uint32_t token, uint32_t first, uint32_t limit) {
  return Codes(text, first, limit).end(token);
}

}  // namespace crosscheck
