// Fractions and shares told in words: "deux tiers", "un TGV sur deux", "one in three", "la moitié", "half".
#include "absl/strings/str_cat.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

constexpr int kPlaces = 4;  // of a fraction that is not exact

class RatioFinder {
 public:
  RatioFinder(const Annotated& text, absl::Span<const Amount> amounts, std::vector<Mention>* out)
      : text_(text), amounts_(amounts), out_(*out) {}

  void run() {
    for (size_t i = 0; i < amounts_.size(); ++i) {
      if (amounts_[i].unit_kind != UnitKind::none || amounts_[i].value.form == Form::between) continue;
      if (!named_fraction(amounts_[i]) && i + 1 < amounts_.size()) out_of(amounts_[i], amounts_[i + 1]);
    }
    lone_halves();
  }

 private:
  void add(uint32_t first, uint32_t last, const Decimal& numerator, const Decimal& denominator) {
    const auto fraction = divide(numerator, denominator, kPlaces);
    if (!fraction) return;
    Ratio value;
    value.amount.low = value.amount.high = *fraction;
    value.numerator = numerator;
    value.denominator = denominator;
    apply_bound(&first, &value.amount);
    Mention mention;
    mention.kind = MentionKind::ratio;
    mention.span = text_.span(first, last);
    mention.steps.push_back(absl::StrCat("'", text_.text(mention.span), "' = ", numerator.to_string(), "/",
                                         denominator.to_string()));
    mention.value = std::move(value);
    out_.push_back(std::move(mention));
  }

  void apply_bound(uint32_t* first, Interval* amount) const {
    for (uint32_t at = *first > 5 ? *first - 5 : 0; at < *first; ++at) {
      for (const Hit& hit : text_.hits_at(at)) {
        if (hit.sense->category != Category::bound_before || hit.last != *first) continue;
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

  // "deux tiers", "three quarters"
  bool named_fraction(const Amount& amount) {
    uint32_t t = amount.last;
    if (t < text_.tokens.size() && text_.word(t) == "-") ++t;
    if (t >= text_.tokens.size()) return false;
    const Hit* part = text_.hit(t, Category::fraction, static_cast<uint32_t>(text_.tokens.size()));
    if (!part || !amount.value.low || !(*amount.value.low < part->sense->number)) return false;
    add(amount.number_first, part->last, *amount.value.low, part->sense->number);
    return true;
  }

  // "un TGV sur deux", "one in three", "3 out of 10"
  void out_of(const Amount& part, const Amount& whole) {
    if (whole.unit_kind != UnitKind::none || !part.value.low || !whole.value.low ||
        whole.first - part.last > 4)
      return;
    if (part.first > 0 && text_.word(part.first - 1) == ":") return;  // a clock time or score
    for (uint32_t t = part.last; t < whole.first; ++t) {
      if (text_.tokens[t].token_class != TokenClass::word || text_.hit(t, Category::list_joint, whole.first))
        return;
      const Hit* link = text_.hit(t, Category::out_of, whole.first);
      if (!link || link->last != whole.first) continue;
      if (!(*part.value.low < *whole.value.low) || Decimal(1000) < *whole.value.low) return;
      add(part.number_first, whole.last, *part.value.low, *whole.value.low);
      return;
    }
  }

  // "la moitié des TER", "half of the staff"
  void lone_halves() {
    for (const SentenceRange& sentence : text_.sentences) {
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Hit* hit = text_.hit(t, Category::fraction, sentence.last);
        if (!hit || !(hit->sense->number == Decimal(2)) || hit->last >= sentence.last) continue;
        if (!text_.hit(hit->last, Category::noun_link, sentence.last)) continue;
        add(hit->first, hit->last, 1, 2);
        t = hit->last;
      }
    }
  }

  const Annotated& text_;
  absl::Span<const Amount> amounts_;
  std::vector<Mention>& out_;
};

}  // namespace

void find_ratios(const Annotated& text, const Rulebook&, absl::Span<const Amount> amounts,
                 std::vector<Mention>* out) {
  RatioFinder(text, amounts, out).run();
}

}  // namespace crosscheck
