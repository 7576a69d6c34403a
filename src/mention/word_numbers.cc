#include "mention/word_numbers.h"

#include "base/whole_part.h"

namespace crosscheck {
namespace {

constexpr int kWordsMost = 16;  // tokens of one number below a thousand

class WordReader {
 public:
  WordReader(const Annotated& text, uint32_t limit, bool ordinals)
      : text_(text), limit_(limit), ordinals_(ordinals) {}

  std::optional<WordNumber> read(uint32_t at) {
    WordNumber number;
    uint32_t t = at;
    for (int words = 0; words < kWordsMost && t < limit_; ++words) {
      const Hit* unit = unit_at(t);
      if (!unit || !take(value_of(*unit))) break;
      number.last = t = unit->last;
      number.single = words == 0;
      number.ordinal = unit->category == Category::ordinal;
      if (number.ordinal && !rank_goes_on(*unit)) break;
      t = behind_hyphen(t);
      if (const Hit* joint = hit(t, Category::number_joint); joint && joins(*joint)) {
        t = behind_hyphen(joint->last);  // "vingt-et-un"
      }
    }
    if (number.last == 0) return std::nullopt;
    number.value = hundreds_ + part_;
    return number;
  }

 private:
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }

  uint32_t behind_hyphen(uint32_t t) const {
    const absl::string_view sign = word(t);
    const bool hyphen = sign == "-" || sign == "‑" || sign == "‐";
    return hyphen && tight(t) && tight(t + 1) ? t + 1 : t;
  }

  static int64_t value_of(const Hit& hit) { return whole_part(hit.sense->number).value_or(0); }

  // "vigésimo primero": a rank of tens, then one of ones.
  bool rank_goes_on(const Hit& rank) const {
    const Hit* next = hit(rank.last, Category::ordinal);
    const int64_t tens = value_of(rank);
    return next && tens >= 20 && tens < 1000 && tens % 10 == 0 && value_of(*next) < (tens >= 100 ? 100 : 10);
  }

  const Hit* unit_at(uint32_t t) const {
    const Hit* rank = ordinals_ ? hit(t, Category::ordinal) : nullptr;
    const Hit* unit = hit(t, Category::cardinal);
    if (unit && !unit->sense->number.is_integer()) unit = nullptr;  // "anderthalb"
    // "second" is a rank and a unit of time; "first" no cardinal: the longer phrase wins, the cardinal when
    // equal.
    return rank && (!unit || unit->last < rank->last) ? rank : unit;
  }

  // Adds the unit where it may follow what was read: ones behind tens, tens behind hundreds.
  bool take(int64_t unit) {
    if (unit == 100) return take_hundred();
    if (unit > 100 && unit < 1000 && !started_) return take_hundreds(unit);
    if (tens_next_) {
      tens_next_ = false;
      room_ = 0;
      part_ += unit;
      return true;
    }
    if (unit >= room_ || (unit == 0 && started_)) return false;
    const bool on_to_nineteen = unit == 60 || unit == 80;  // "soixante-quinze", "quatre-vingt-onze"
    room_ = unit < 20 ? 0 : on_to_nineteen ? 20 : 10;
    part_ += unit;
    started_ = true;
    return true;
  }

  // "deux cents", "fifteen hundred", "cent".
  bool take_hundred() {
    if (hundreds_ != 0 || (started_ && part_ == 0)) return false;
    if (part_ > 9 && part_ % 10 == 0) return false;  // "vingt cents" are coins
    hundreds_ = 100 * (part_ == 0 ? 1 : part_);
    part_ = 0;
    room_ = 100;
    started_ = true;
    return true;
  }

  // "doscientos": hundreds in one word.
  bool take_hundreds(int64_t unit) {
    hundreds_ = unit;
    room_ = 100;
    return started_ = true;
  }

  // "vingt et un", "treinta y dos", "two hundred and one": what a joint may follow is data.
  bool joins(const Hit& joint) {
    const Hit* next = unit_at(behind_hyphen(joint.last));
    if (!next || value_of(*next) >= 100 || value_of(*next) == 0) return false;
    // "two hundred and three hundred" are two numbers.
    if (const Hit* more = hit(next->last, Category::cardinal); more && value_of(*more) == 100) return false;
    const std::string& use = joint.sense->symbol;
    const int64_t unit = value_of(*next);
    const bool behind_hundred = part_ == 0 && hundreds_ != 0;
    if (use == "hundred") return behind_hundred;
    if (use == "ten_after") {  // "einundzwanzig"
      tens_next_ = part_ > 0 && part_ < 10 && unit >= 20 && unit % 10 == 0;
      return tens_next_ || behind_hundred;
    }
    const bool tens = part_ >= 20 && unit < room_;
    return use == "one" ? (tens && (unit == 1 || unit == 11)) || (behind_hundred && unit == 1) : tens;
  }

  const Annotated& text_;
  const uint32_t limit_;
  const bool ordinals_;
  int64_t hundreds_ = 0, part_ = 0;
  int64_t room_ = 100;  // what is added next must be smaller
  bool started_ = false;
  bool tens_next_ = false;  // behind the "und" of "einundzwanzig"
};

}  // namespace

std::optional<WordNumber> read_word_number(const Annotated& text, uint32_t token, uint32_t limit,
                                           bool ordinals) {
  return WordReader(text, limit, ordinals).read(token);
}

}  // namespace crosscheck
