// Looks at the tokens of one sentence: what the recognizers of dates, times, durations and ages share.
// Positions are token indices; every question about a place outside the sentence is answered with "no".
#pragma once

#include <optional>

#include "rules/annotate.h"

namespace crosscheck {

struct DateMemo;

struct Reader {
  const Annotated& text;
  uint32_t first;  // the sentence
  uint32_t last;
  DateMemo* memo = nullptr;  // of dates read before; see date_expression.h

  bool inside(uint32_t at) const { return at >= first && at < last; }
  const Token& token(uint32_t at) const { return text.tokens[at]; }

  // The categories of which a phrase starts at `at`, as bits: mark(Category::month) | … . One look at a token
  // saves the many that would find nothing.
  uint64_t marks(uint32_t at) const { return inside(at) ? text.marks[at] & kAllCategories : 0; }
  // Whether a phrase of one of them starts at `at`.
  bool starts(uint32_t at, uint64_t categories) const { return (marks(at) & categories) != 0; }
  // The first token from `at` on that has one of the marks; the end of the sentence when none has.
  uint32_t next_marked(uint32_t at, Marks any) const { return text.next_marked(at, last, any); }
  // Whether a figure does: "17", or the mark of "'99".
  bool starts_figure(uint32_t at) const { return digits(at) || (tight(at + 1) && digits(at + 1)); }
  // Whether small_number() may find something.
  bool starts_number(uint32_t at) const { return digits(at) || starts(at, mark(Category::cardinal)); }

  // The longest phrase of `category` that starts at `at`; with a symbol, of that value.
  const Hit* hit(uint32_t at, Category category) const {
    return inside(at) ? text.hit(at, category, last) : nullptr;
  }
  const Hit* hit(uint32_t at, Category category, Symbol symbol) const {
    return inside(at) && text.starting[at].has(category) ? find(at, category, symbol) : nullptr;
  }
  // The longest phrase of `category` that ends right before `at`, of up to 6 tokens.
  const Hit* hit_before(uint32_t at, Category category) const {
    return ends_before(at, category) ? find_before(at, category) : nullptr;
  }
  const Hit* hit_before(uint32_t at, Category category, Symbol symbol) const {
    return ends_before(at, category) ? find_before(at, category, symbol) : nullptr;
  }

  // Past the phrase of category date_article of that use at `at`; `at` when there is none.
  uint32_t skip(uint32_t at, Symbol use) const;

  // Whether a word that points to what is to come stands shortly before.
  bool ahead_before(uint32_t at) const;
  // Whether a word that tells the past does.
  bool back_before(uint32_t at) const;

  // Whether the sentence holds nothing beside [from, to) but signs and words of dates.
  bool alone(uint32_t from, uint32_t to) const;
  // Whether the clock time of publication is known, so that "two hours ago" is a moment.
  bool moment_known() const;

  // A sign: "/", ":", …
  bool sign(uint32_t at, absl::string_view expected) const { return inside(at) && text.word(at) == expected; }
  bool dash(uint32_t at) const;
  // No white space before the token.
  bool tight(uint32_t at) const { return inside(at) && !token(at).space_before; }
  bool digits(uint32_t at) const { return inside(at) && token(at).token_class == TokenClass::digits; }
  bool word(uint32_t at) const { return inside(at) && token(at).token_class == TokenClass::word; }
  // The value of a run of `low` to `high` digits.
  std::optional<int> figure(uint32_t at, int low, int high) const;
  // The "'s" of "Friday's".
  bool possessive(uint32_t at) const;
  // A run of digits that is part of a larger figure: "1,985", "3.17", "17,5", "2023%", "$2023".
  bool part_of_figure(uint32_t at) const;
  // Whether nothing follows that could take a number before it: a sign, the end, or a small word.
  bool clause_ends(uint32_t at) const;

  // A whole number below a thousand in digits or words, for hours, minutes and "three days later".
  struct Number {
    uint32_t last = 0;
    int value = 0;
    bool in_words = false;
  };
  std::optional<Number> small_number(uint32_t at) const;

  TextSpan span(uint32_t from, uint32_t to) const { return text.span(from, to); }

 private:
  bool use_before(uint32_t at, Symbol use, uint32_t reach) const;
  bool ends_before(uint32_t at, Category category) const {
    return at < text.ending.size() && text.ending[at].has(category);
  }
  const Hit* find(uint32_t at, Category category, Symbol symbol) const;
  const Hit* find_before(uint32_t at, Category category) const;
  const Hit* find_before(uint32_t at, Category category, Symbol symbol) const;
};

// The value of a hit as a small whole number; 0 when it is none.
int number_of(const Hit& hit);

}  // namespace crosscheck
