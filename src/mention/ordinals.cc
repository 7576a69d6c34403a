// Ranks: "51e", "16th", "XXIe", "premier", "vingt et unième", "the third".
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/digit_numbers.h"
#include "mention/number_guards.h"
#include "mention/numbers.h"
#include "mention/offers.h"
#include "mention/recognizers.h"
#include "mention/roman.h"

namespace crosscheck {
namespace {

class OrdinalFinder {
 public:
  OrdinalFinder(const Annotated& text, std::vector<Mention>* out) : text_(text), out_(*out) {}

  void run() {
    const NumberHabit habit = number_habit(text_);
    for (const SentenceRange& sentence : text_.sentences) {
      limit_ = sentence.last;
      sentence_ = sentence;
      for (uint32_t t = sentence.first; (t = text_.next_marked(t, limit_, kStarts)) < limit_;) {
        const Token& token = text_.tokens[t];
        uint32_t after = t;
        ++offers.ordinals;
        const Hit* idiom = text_.marks[t] & kIdiomMark ? hit(t, Category::false_number) : nullptr;
        if (idiom && idiom->is("whole")) {
          t = idiom->last;
          continue;
        }
        if (token.token_class == TokenClass::digits) {
          after = figure(habit, t);
        } else if (token.token_class == TokenClass::word) {
          after = words(t);
          if (after == t && token.capitals != Capitals::none) after = roman(t);
        }
        t = after > t ? after : t + 1;
      }
    }
  }

 private:
  // A figure, a word of ranks or numbers, a capital that may begin a Roman numeral, a phrase that is passed
  // over.
  static constexpr Marks kStarts = mark(Category::ordinal) | mark(Category::cardinal) |
                                   mark(Category::scale) | kDigitsMark | kCapitalMark | kIdiomMark;

  // Whether what makes a rank stands behind the parts of a number that begins at `t`, in figures or in words.
  bool rank_in_reach(uint32_t t) const {
    static constexpr CategorySet kRanks = {Category::ordinal, Category::ordinal_suffix};
    static constexpr CategorySet kParts = {Category::cardinal, Category::scale, Category::number_joint};
    uint32_t covered = t + 1;  // by a number of several words
    for (uint32_t at = t; at < limit_; ++at) {
      const Token& token = text_.tokens[at];
      if (text_.starting[at].meets(kRanks)) return true;
      const bool part = text_.starting[at].meets(kParts);
      if (part) {
        covered = std::max(covered, text_.longest_at(at));
      } else if (at >= covered && token.token_class == TokenClass::word && token.space_before) {
        return false;
      }
    }
    return false;
  }

  void add(uint32_t first, uint32_t last, const Decimal& value) {
    Mention mention;
    mention.kind = MentionKind::ordinal;
    mention.span = text_.span(first, last);
    mention.value = Ordinal{value, ""};
    if (text_.with_steps)
      mention.steps.push_back(absl::StrCat("'", text_.text(mention.span), "' is rank ", value.to_string()));
    out_.push_back(std::move(mention));
  }

  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }

  // "51e", "1,000th"
  uint32_t figure(const NumberHabit& habit, uint32_t t) {
    if (!rank_in_reach(t)) return t + 1;
    const auto number = read_digits(text_, habit, t, limit_);
    if (!number) return t + 1;
    // "le 2 millionième visiteur"
    const Hit* scale = hit(number->last, Category::ordinal);
    if (scale && Decimal(999) < scale->sense->number && text_.tokens[number->last].space_before) {
      if (const auto value = multiply(number->value, scale->sense->number)) add(t, scale->last, *value);
      return scale->last;
    }
    const Hit* suffix = hit(number->last, Category::ordinal_suffix);
    if (!suffix || text_.tokens[number->last].space_before || number->decimals) return number->last;
    // "der 3. Platz": a full stop makes a rank only before a word.
    const bool stop = suffix->last == number->last + 1 && text_.word(number->last) == ".";
    if (stop && (suffix->last >= limit_ || text_.tokens[suffix->last].token_class != TokenClass::word))
      return number->last;
    add(t, suffix->last, number->value);
    return suffix->last;
  }

  // "premier" as part of a longer phrase with a meaning of its own is none: "Premier ministre".
  bool in_longer_phrase(uint32_t t, uint32_t last) const {
    for (const Hit& other : text_.hits_at(t)) {
      const Category category = other.category;
      const bool means = category == Category::role || category == Category::entity ||
                         category == Category::false_number || category == Category::concept_;
      if (means && other.last > last) return true;
    }
    return false;
  }

  // "a second opinion", but "a second later", "one second delay"
  bool ranks_noun(uint32_t t) const {
    if (!text_.hit(t - 1, Category::filler, t) || t + 1 >= limit_) return false;
    if (text_.tokens[t + 1].token_class != TokenClass::word) return false;
    for (const Hit& other : text_.hits_at(t + 1)) {
      const Category category = other.category;
      const bool small = category == Category::filler || category == Category::noun_link ||
                         category == Category::noun_stop || category == Category::later ||
                         category == Category::ago || category == Category::list_joint ||
                         category == Category::clause_break || category == Category::per;
      if (small) return false;
    }
    return true;
  }

  uint32_t words(uint32_t t) {
    if (!rank_in_reach(t)) return t;
    if (!hit(t, Category::ordinal) && !hit(t, Category::cardinal) && !hit(t, Category::scale)) return t;
    const auto number = read_ordinal_words(text_, t, limit_);
    if (!number) return t;
    const Hit* rank = hit(t, Category::ordinal);
    const bool one_word = rank && rank->last == number->last;
    // "a second", "dix secondes": a length of time.
    const bool time = one_word && hit(t, Category::duration_unit) && t > 0 &&
                      text_.hit(t - 1, Category::cardinal, t) && !ranks_noun(t);
    // "Second, we must act"
    const bool adverb =
        one_word && t == sentence_.first && number->last < limit_ && text_.word(number->last) == ",";
    if (!time && !adverb && !in_longer_phrase(t, number->last) &&
        !is_word_of_name(text_, t, number->last, sentence_))
      add(t, number->last, number->figure());
    return number->last;
  }

  // "XXIe", "Ier": a Roman numeral that ends in a suffix of ranks.
  uint32_t roman(uint32_t t) {
    const absl::string_view letters = text_.word(t);
    const size_t end = roman_length(letters);
    if (end == 0 || end == letters.size()) return t;
    if (hit(t, Category::filler) || hit(t, Category::frequent)) return t;  // "Le", "Les"
    const int value = roman_value(letters.substr(0, end));
    // "François Ier"
    const bool of_name = t > sentence_.first && text_.tokens[t - 1].capitals == Capitals::first &&
                         !text_.hit(t - 1, Category::filler, t) && !text_.hit(t - 1, Category::frequent, t);
    if (of_name && value == 1) return t;
    const bool suffix = value > 0 && is_suffix(letters.substr(end));
    if (suffix) add(t, t + 1, value);
    return suffix ? t + 1 : t;
  }

  bool is_suffix(absl::string_view letters) const {
    const Tokens tokens = text_.language->tokenize(letters);
    for (const Lexicon::Match& match : text_.language->lexicon.find(tokens)) {
      if (text_.language->group_looks[match.group].categories.has(Category::ordinal_suffix)) return true;
    }
    return false;
  }

  SentenceRange sentence_;
  const Annotated& text_;
  std::vector<Mention>& out_;
  uint32_t limit_ = 0;
};

}  // namespace

void find_ordinals(const Annotated& text, const Rulebook&, Amounts, std::vector<Mention>* out) {
  OrdinalFinder(text, out).run();
}

}  // namespace crosscheck
