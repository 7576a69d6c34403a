// Fractions, shares and multiples told in words: "deux tiers", "1/3", "un TGV sur deux", "one in three", "la
// moitié", "half the staff", "le double", "five times more".
#include "absl/strings/str_cat.h"
#include "mention/digit_numbers.h"
#include "mention/offers.h"
#include "mention/recognizers.h"
#include "text/digits.h"

namespace crosscheck {
namespace {

constexpr int kPlaces = 4;           // of a fraction that is not exact
constexpr int kExactPlaces = 18;     // of one that is: 1/64, 3/1000000
constexpr int kShareMost = 20;       // a larger part of a whole over 100 is counted for itself
constexpr uint32_t kNounMost = 3;    // tokens between the two figures of "un train régional sur deux"
constexpr uint32_t kBoundReach = 5;  // tokens of a bound

class RatioFinder {
 public:
  RatioFinder(const Annotated& text, Amounts amounts, std::vector<Mention>* out)
      : text_(text), amounts_(amounts), out_(*out) {}

  void run() {
    for (size_t i = 0; i < amounts_.size(); ++i) {
      if (amounts_[i].value.form == Form::between) continue;
      Amount amount = amounts_[i];
      if (!amount.value.low) amount.value.low = amount.value.high;  // "moins de quatre emplois sur dix"
      if (!amount.value.low) continue;
      if (i + 1 < amounts_.size() && (is_points(amount) || is_points(amounts_[i + 1])))
        out_of(amount, amounts_[i + 1]);
      if (amount.unit_kind != UnitKind::none) continue;
      if (named_fraction(amount) || compound_fraction(amount) || slashed(amount) || multiplied(amount) ||
          behind_multiple(amount))
        continue;
      if (i + 1 < amounts_.size()) out_of(amount, amounts_[i + 1]);
    }
    for (const SentenceRange& sentence : text_.sentences) {
      limit_ = sentence.last;
      // A word or sign that may tell a ratio by itself, or a phrase that is passed over.
      constexpr Marks kStarts = mark(Category::fraction) | mark(Category::out_of) | mark(Category::multiple) |
                                kIdiomMark | kSignMark;
      for (uint32_t t = sentence.first; (t = text_.next_marked(t, limit_, kStarts)) < limit_; ++t) {
        if ((text_.marks[t] & kSignMark) && text_.tokens[t].span().size() == 1)
          continue;  // "½" has more bytes
        ++offers.ratios;
        const Hit* idiom = text_.marks[t] & kIdiomMark ? hit(t, Category::false_number) : nullptr;
        if (idiom && idiom->is("whole")) {
          t = idiom->last - 1;
        } else if (!alone(t) && !each(t)) {
          multiple(t);
        }
      }
    }
  }

 private:
  uint32_t end() const { return static_cast<uint32_t>(text_.tokens.size()); }
  absl::string_view word(uint32_t t) const { return t < end() ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < end() && !text_.tokens[t].space_before; }
  bool is_word(uint32_t t) const { return t < end() && text_.tokens[t].token_class == TokenClass::word; }
  bool is_sign(uint32_t t) const { return t < end() && text_.tokens[t].token_class == TokenClass::sign; }
  const Hit* hit(uint32_t t, Category category) const { return text_.hit(t, category, end()); }

  void add(uint32_t first, uint32_t last, const Decimal& numerator, const Decimal& denominator) {
    auto fraction = divide(numerator, denominator, kExactPlaces);
    if (!fraction) return;
    if (multiply(*fraction, denominator) != numerator) fraction = divide(numerator, denominator, kPlaces);
    if (!fraction) return;
    Ratio value;
    value.amount = {*fraction, *fraction, Form::exact};
    if (!(denominator == Decimal(1))) {
      value.numerator = numerator;
      value.denominator = denominator;
    }
    apply_bound(&first, &value.amount);
    Mention mention;
    mention.kind = MentionKind::ratio;
    mention.span = text_.span(first, last);
    if (text_.with_steps)
      mention.steps.push_back(absl::StrCat("'", text_.text(mention.span), "' = ", numerator.to_string(), "/",
                                           denominator.to_string()));
    mention.value = std::move(value);
    out_.push_back(std::move(mention));
  }

  void apply_bound(uint32_t* first, Interval* amount) const {
    for (uint32_t at = *first > kBoundReach ? *first - kBoundReach : 0; at < *first; ++at) {
      for (const Hit& hit : text_.hits_at(at, Category::bound_before)) {
        // An article may stand between: "près de la moitié", "plus des deux tiers".
        const Hit* article = text_.hit(hit.last, Category::filler, *first);
        const uint32_t behind = article ? article->last : hit.last;
        if (hit.category != Category::bound_before || (hit.last != *first && behind != *first)) continue;
        const std::string& form = hit.sense->symbol;
        if (form == "about") amount->form = Form::about;
        if (form == "more_than" || form == "at_least")
          amount->form = form == "more_than" ? Form::more_than : Form::at_least, amount->high.reset();
        if (form == "less_than" || form == "at_most")
          amount->form = form == "less_than" ? Form::less_than : Form::at_most, amount->low.reset();
        *first = at;
        return;
      }
    }
  }

  // Whether a part of something follows, or nothing: "a third of", "one third." but not "a third man".
  bool part_ends(uint32_t t) const {
    return !is_word(t) || hit(t, Category::noun_link) || hit(t, Category::noun_stop) ||
           hit(t, Category::filler);
  }

  // "deux tiers", "three quarters", "one-fifth", "two twentieths"
  bool named_fraction(const Amount& amount) {
    uint32_t t = amount.number_last;
    if (word(t) == "-" && tight(t)) ++t;
    const Hit* part = t < end() ? hit(t, Category::fraction) : nullptr;
    if (!part || amount.number_last != amount.last || !amount.value.low->is_integer()) return false;
    const bool one = amount.value.low == Decimal(1);
    // "deux cent millième": a rank; of parts there are several.
    if (!one && hit(t, Category::ordinal)) return false;
    if (one && word(part->last) == "-" && tight(part->last)) return false;  // "a third-party vendor"
    const bool many = !(*amount.value.low < part->sense->number);
    if (!one && many && (hit(t, Category::date_unit) || Decimal(20) < *amount.value.low)) return false;
    if (one && (hit(t, Category::ordinal) || hit(t, Category::date_unit)) && !part_ends(part->last))
      return false;
    add(amount.number_first, part->last, *amount.value.low, part->sense->number);
    return true;
  }

  // "one ten-thousandth", "deux dix-millièmes"
  bool large_fraction(const Amount& amount, const Hit& factor) {
    const bool fits = factor.sense->number == Decimal(10) || factor.sense->number == Decimal(100);
    const Hit* part = fits && word(factor.last) == "-" ? hit(factor.last + 1, Category::fraction) : nullptr;
    if (!part || part->sense->number < Decimal(1000) || !amount.value.low->is_integer()) return false;
    const auto bottom = multiply(part->sense->number, factor.sense->number);
    if (bottom) add(amount.number_first, part->last, *amount.value.low, *bottom);
    return bottom.has_value();
  }

  // "three twenty-fifths", "un vingt-cinquième": tens and a name of ones.
  bool compound_fraction(const Amount& amount) {
    const uint32_t t = amount.number_last;
    const Hit* tens = t < end() && amount.number_last == amount.last ? hit(t, Category::cardinal) : nullptr;
    if (tens && large_fraction(amount, *tens)) return true;
    if (!tens || tens->sense->number < Decimal(20) || Decimal(90) < tens->sense->number) return false;
    uint32_t at = tens->last;
    if (word(at) == "-") ++at;
    if (const Hit* joint = hit(at, Category::number_joint)) at = joint->last;
    if (word(at) == "-") ++at;
    const Hit* ones = at > tens->last ? hit(at, Category::fraction) : nullptr;
    if (const Hit* first = ones ? nullptr : hit(at, Category::ordinal);
        first && first->sense->number == Decimal(1))
      ones = at > tens->last ? first : nullptr;  // "one twenty-first", "un vingt et unième"
    if (!ones || !(ones->sense->number < Decimal(10)) || ones->sense->number == Decimal(2)) return false;
    const bool one = amount.value.low == Decimal(1);
    if (!amount.value.low->is_integer() || (!one && hit(at, Category::ordinal))) return false;
    if (one && !part_ends(ones->last)) return false;  // "a twenty-fifth man"
    const auto bottom = crosscheck::add(tens->sense->number, ones->sense->number);
    if (bottom) add(amount.number_first, ones->last, *amount.value.low, *bottom);
    return true;
  }

  // "multiplié par quatre", "divisé par deux", "multiplied by 3"
  bool behind_multiple(const Amount& amount) {
    constexpr uint32_t kLongest = 4;
    const uint32_t first = amount.number_first;
    for (uint32_t at = first > kLongest ? first - kLongest : 0; at < first; ++at) {
      const Hit* sign = text_.hit(at, Category::multiple_sign, first);
      if (!sign || sign->last != first || amount.value.low->is_zero()) continue;
      if (sign->is("times")) {
        add(at, amount.last, *amount.value.low, 1);
      } else if (sign->is("divided")) {
        add(at, amount.last, 1, *amount.value.low);
      } else {
        continue;
      }
      return true;
    }
    return false;
  }

  // Nothing but a fraction: "22/7" is no date then.
  bool whole_text(uint32_t first, uint32_t last) const {
    return first == 0 && (last >= end() || (last + 1 == end() && word(last) == "."));
  }

  // "1/3", "½"
  bool slashed(const Amount& amount) {
    const uint32_t t = amount.number_last;
    if (word(t) != "/" || !tight(t) || !tight(t + 1) || !amount.digits || t + 1 >= end()) return false;
    const auto bottom = Decimal::parse(ascii_digits(word(t + 1)));
    const bool sign = word(t + 2) == "/" || word(t + 2) == "." || word(t + 2) == "-";
    const bool more = tight(t + 2) && sign && tight(t + 3) && t + 3 < end();
    const bool mark = bottom && *bottom <= Decimal(100) && amount.value.low->exponent() >= -2;  // "12,5/20"
    const bool before =
        amount.number_first > 0 && tight(amount.number_first) && word(amount.number_first - 1) == "/";
    if (!bottom || bottom->is_zero() || more || before || !(amount.value.low->is_integer() || mark))
      return false;
    if (!(*amount.value.low < *bottom) && !whole_text(amount.first, t + 2)) return false;
    add(amount.number_first, t + 2, *amount.value.low, *bottom);
    return true;
  }

  // "cinq fois plus", "three times as many", "10 times higher"
  bool multiplied(const Amount& amount) {
    uint32_t t = amount.number_last;
    if (word(t) == "-" && tight(t)) ++t;
    const Hit* sign = t < end() ? hit(t, Category::multiple_sign) : nullptr;
    const bool by_sign = sign && sign->is("sign") && tight(t) && !(tight(t + 1) && !is_sign(t + 1));
    const bool more = sign && (sign->is("more") || by_sign);
    if (!sign || amount.article || (!more && !sign->is("less"))) return false;
    if (!more) {
      add(amount.number_first, sign->last, 1, *amount.value.low);
    } else {
      add(amount.number_first, sign->last, *amount.value.low, 1);
    }
    return true;
  }

  // "452 postes sur 612": no share, but so many of so many.
  static bool counts_both(const Decimal& part, const Decimal& whole) {
    return Decimal(kShareMost) < part && Decimal(100) < whole && !(whole == Decimal(1000));
  }

  // From a hundred on: "12 cases per 100,000 people".
  static bool is_power_of_ten(const Decimal& number) {
    return number.exponent() >= 2 && number == Decimal(1, number.exponent());
  }

  // The "85 points" of a mark, which are no points of percent.
  static bool is_points(const Amount& amount) {
    return amount.unit_kind == UnitKind::percent && amount.unit == "points" && amount.value.low &&
           amount.value.low->is_integer();
  }

  // "un TGV sur deux", "one in three", "3 out of 10"; "85 points sur 100", but not "3 points in 10 games".
  void out_of(const Amount& part, const Amount& whole) {
    const bool points = is_points(part) || is_points(whole);
    const bool plain = part.unit_kind == UnitKind::none && whole.unit_kind == UnitKind::none;
    const uint32_t from = part.number_last;
    const std::optional<Decimal> of = whole.value.low ? whole.value.low : whole.value.high;
    if ((!plain && !points) || !of || whole.number_first < part.last ||
        whole.number_first - from > kNounMost + 2)
      return;
    // a clock time or score
    if (part.first > 0 && word(part.first - 1) == ":" && tight(part.first)) return;
    for (uint32_t t = points ? from : part.last; t < whole.first; ++t) {
      if (!is_word(t) || text_.hit(t, Category::list_joint, whole.first)) return;
      const Hit* link = text_.hit(t, Category::out_of, whole.first);
      if (!link || link->last != whole.first) continue;
      if (points && !link->is("mark")) return;
      const bool rate = link->is("rate"), round = is_power_of_ten(*of);
      if (!(*part.value.low < *of) || (rate && !round)) return;
      // "one in 3,500", but "one in 2019"
      const bool many = round || (whole.grouped && *part.value.low == Decimal(1));
      if (Decimal(1000) < *of && !many) return;
      if (!rate && counts_both(*part.value.low, *of)) return;
      add(part.number_first, points ? whole.number_last : whole.last, *part.value.low, *of);
      return;
    }
  }

  // "jeder Dritte", "jede zweite Frau"; but "jeden dritten Tag"
  bool each(uint32_t t) {
    const Hit* each = text_.hit(t, Category::out_of, limit_);
    if (!each || !each->is("each")) return false;
    const Hit* rank = text_.hit(each->last, Category::ordinal, limit_);
    if (!rank || rank->sense->number < Decimal(2) || Decimal(1000) < rank->sense->number) return false;
    if (hit(rank->last, Category::date_unit) || hit(rank->last, Category::duration_unit) ||
        hit(rank->last, Category::weekday))
      return false;
    add(t, rank->last, 1, rank->sense->number);
    return true;
  }

  // "la moitié des TER", "half of the staff", "by half", "½". Returns whether something was read at `t`.
  bool alone(uint32_t t) {
    if (text_.tokens[t].token_class == TokenClass::sign) {
      const auto sign = vulgar_fraction(word(t));
      const bool mixed = t > 0 && text_.tokens[t - 1].token_class == TokenClass::digits;
      if (sign && !mixed) add(t, t + 1, sign->first, sign->second);
      return sign.has_value();
    }
    const Hit* part = text_.hit(t, Category::fraction, limit_);
    if (!part) return false;
    if (!(part->sense->number == Decimal(2))) {  // "le tiers des voix"
      const bool article = t > 0 && text_.hit(t - 1, Category::filler, t);
      const bool other =
          hit(t, Category::ordinal) || hit(t, Category::date_unit) || hit(t, Category::clock_shift);
      if (!article || other || !hit(part->last, Category::noun_link)) return false;
    }
    const bool behind_number =
        t > 0 && (text_.hit(t - 1, Category::ordinal, t) || text_.hit(t - 1, Category::cardinal, t));
    const bool behind_whole = t > 0 && text_.hit(t - 1, Category::half, part->last);  // "une tasse et demie"
    if (behind_number || behind_whole || word(part->last) == "-" || (t > 0 && word(t - 1) == "-"))
      return false;
    if (part->last == t + 1 && !part_ends(part->last)) return false;
    add(t, part->last, 1, part->sense->number);
    return true;
  }

  // "le double", "a triplé", "twofold"
  void multiple(uint32_t t) {
    const Hit* found = text_.hit(t, Category::multiple, limit_);
    // "twice a month" tells how often.
    if (found && !(is_rate_word(t) && (hit(found->last, Category::per) || behind_one(found->last))))
      add(t, found->last, found->sense->number, 1);
  }
  bool is_rate_word(uint32_t t) const {
    for (const Hit& known : text_.hits_at(t, Category::date_article)) {
      if (known.category == Category::date_article && known.is("rate")) return true;
    }
    return false;
  }
  bool behind_one(uint32_t t) const {
    const Hit* one = t < end() ? hit(t, Category::cardinal) : nullptr;
    return one && one->sense->number == Decimal(1) && hit(one->last, Category::duration_unit);
  }

  const Annotated& text_;
  Amounts amounts_;
  std::vector<Mention>& out_;
  uint32_t limit_ = 0;
};

}  // namespace

void find_ratios(const Annotated& text, const Rulebook&, Amounts amounts, std::vector<Mention>* out) {
  RatioFinder(text, amounts, out).run();
}

}  // namespace crosscheck
