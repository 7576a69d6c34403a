#include "mention/date_reach.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint8_t kInside = 1;  // may stand inside a date
constexpr uint8_t kCore = 2;    // a date may hang on it

// Words of which one at least is in every date that is told in words; seasons and numbers are looked at
// closer.
constexpr uint64_t kDateCore = mark(Category::month) | mark(Category::weekday) | mark(Category::day_offset) |
                               mark(Category::day_anchor) | mark(Category::date_unit) |
                               mark(Category::holiday) | mark(Category::day_part) |
                               mark(Category::duration_unit);

// What may stand inside a date: words of figures, units and dates, what joins them, and what is written
// together with a figure.
constexpr Marks kInsideMarks = kAllCategories | kDigitsMark | kSignMark | kTightMark | kLinkMark | kPointMark;

class TokenLook {
 public:
  explicit TokenLook(const Reader& read) : read_(read) {}

  // `marks` are those of the token.
  uint8_t at(uint32_t t, Marks marks) {
    if ((marks & kInsideMarks) == 0) return t < covered_ ? kInside : 0;
    if (marks & kSignMark) return kInside;
    if (marks & kDigitsMark) return is_date_figure(t) ? kInside | kCore : kInside;
    const bool whole = cover(t, marks);
    return whole || (marks & kDateCore) || is_core(t, marks) ? kInside | kCore : kInside;
  }

 private:
  bool ends(uint32_t t, Category category) const { return read_.text.ending[t].has(category); }

  // Keeps how far the phrases at `t` reach. Whether one of them is a date by itself.
  bool cover(uint32_t t, Marks marks) {
    const bool unit = (marks & mark(Category::date_unit)) != 0;  // "XX" of "siglo XX"
    const uint32_t longest = read_.text.longest_at(t);
    if (longest > t) covered_ = std::max(covered_, longest + unit);
    return (marks & kWholeDateMark) != 0;
  }

  bool is_core(uint32_t t, uint64_t marks) const {
    if ((marks & mark(Category::season)) && is_season(t)) return true;
    if (marks & mark(Category::cardinal)) {  // "twenty twenty", "nineteen-eighty"
      if (ends(t, Category::cardinal)) return true;
      if (t > read_.first && read_.dash(t - 1) && ends(t - 1, Category::cardinal)) return true;
    }
    if (marks & mark(Category::scale)) {  // "mille neuf cent"
      const Hit* scale = read_.hit(t, Category::scale);
      if (scale && scale->sense->number == Decimal(1000)) return true;
    }
    constexpr Category kRanks[] = {Category::ordinal, Category::first_day};
    for (const Category category : kRanks) {
      const Hit* rank = (marks & mark(category)) ? read_.hit(t, category) : nullptr;
      if (rank && ends_day(rank->last)) return true;
    }
    return false;
  }

  // "l'été", "cet été", "été dernier", "chaque été", "avant l'été", "été 58"; not "a été".
  bool is_season(uint32_t t) const {
    constexpr uint32_t kAlone = 4;  // tokens to either side
    const Hit* season = read_.hit(t, Category::season);
    const uint32_t last = season ? season->last : t + 1;
    const bool alone = t - read_.first <= kAlone && read_.last - last <= kAlone;
    if (alone || (t > read_.first && read_.dash(t - 1))) return true;
    constexpr Category kBefore[] = {Category::date_direction, Category::date_relation, Category::month_part,
                                    Category::ordinal, Category::half};
    for (const Category category : kBefore) {
      if (ends(t, category)) return true;
    }
    if (read_.starts(last, mark(Category::date_direction)) || read_.digits(last)) return true;
    for (const Symbol use : std::initializer_list<Symbol>{"season", "every", "every_other"}) {
      if (read_.hit_before(t, Category::date_article, use)) return true;
    }
    const Hit* article = read_.hit_before(t, Category::date_article);
    return article && (ends(article->first, Category::date_relation) ||
                       ends(article->first, Category::month_part) || ends(article->first, Category::half));
  }

  // A year, a day of a month, or the first part of a date in digits.
  bool is_date_figure(uint32_t t) const {
    const uint32_t size = read_.token(t).end - read_.token(t).begin;
    constexpr uint32_t kYear = 4, kDay = 2, kAll = 8;
    if (size == kYear || size == kAll) return true;
    if (is_joined(t) || is_of_era(t)) return true;
    if (size > kDay) return false;
    if (size == kDay && t > read_.first && read_.tight(t) && is_mark(t - 1)) return true;  // "'69"
    const auto day = read_.figure(t, 1, 2);
    if (!day || *day < 1 || *day > 31) return false;
    const Hit* suffix = read_.tight(t + 1) ? read_.hit(t + 1, Category::ordinal_suffix) : nullptr;
    return ends_day(t + 1) || (suffix && ends_day(suffix->last));
  }

  bool is_mark(uint32_t t) const { return read_.sign(t, "'") || read_.sign(t, "’") || read_.sign(t, "‘"); }

  // What follows a day whose month is not told: a sign, the end, "to", "and", a clock time.
  bool ends_day(uint32_t t) const {
    constexpr uint64_t kNext = mark(Category::date_relation) | mark(Category::cardinal) |
                               mark(Category::day_part) | mark(Category::clock_shift);
    if (!read_.inside(t) || read_.starts(t, kNext)) return true;
    if (read_.digits(t)) return read_.token(t).span().size() != 3;  // "2 500" is one figure
    for (const Symbol use : std::initializer_list<Symbol>{"at", "about"}) {
      if (read_.hit(t, Category::date_article, use)) return true;
    }
    if (read_.token(t).token_class != TokenClass::sign) return read_.possessive(t);
    const bool joined = read_.tight(t) && read_.tight(t + 1) && read_.digits(t + 1);  // "3,5", "12:30"
    if (joined && (read_.sign(t, ",") || read_.sign(t, ":") || read_.sign(t, "."))) return false;
    return !read_.sign(t, "%");
  }

  // "17/11", "17.11.2023", "17.11."
  bool is_joined(uint32_t t) const {
    if (!read_.tight(t + 1) || !read_.tight(t + 2) || !read_.digits(t + 2)) return false;
    return read_.sign(t + 1, "/") || (read_.sign(t + 1, ".") && read_.tight(t + 3) && read_.sign(t + 3, "."));
  }

  // "79 après J.-C.", "l'an 500"
  bool is_of_era(uint32_t t) const {
    for (const Symbol use : std::initializer_list<Symbol>{"before_era", "after_era"}) {
      if (read_.hit(t + 1, Category::date_article, use)) return true;
    }
    return read_.hit_before(t, Category::date_article, "era_first") != nullptr;
  }

  const Reader& read_;
  uint32_t covered_ = 0;  // tokens before it belong to a phrase
};

}  // namespace

bool DateReach::read(const Reader& read, Marks marks) {
  // What TokenLook makes a core of, or looks at closer.
  constexpr Marks kMayBeCore = kDateCore | kDigitsMark | kWholeDateMark | mark(Category::season) |
                               mark(Category::cardinal) | mark(Category::scale) | mark(Category::ordinal) |
                               mark(Category::first_day);
  while (!lengths_.empty() && lengths_.front().first < read.first) lengths_.remove_prefix(1);
  const bool has_length = !lengths_.empty() && lengths_.front().first < read.last;
  if (!has_length && (marks & kMayBeCore) == 0) return false;
  first_ = read.first;
  ahead_.resize(read.last - read.first);
  mark_tokens(read);
  mark_lengths(read);
  bool reached = false, any = false;
  for (size_t i = ahead_.size(); i-- > 0;) {
    reached = (ahead_[i] & kCore) || (reached && (ahead_[i] & kInside));
    ahead_[i] = reached;
    any |= reached;
  }
  return any;
}

void DateReach::mark_tokens(const Reader& read) {
  TokenLook look(read);
  const Marks* const marks = read.text.marks.data();
  for (uint32_t t = read.first; t < read.last; ++t) {
    ahead_[t - first_] = look.at(t, marks[t]);
    if (!(marks[t] & mark(Category::date_unit))) continue;
    // "XVIIIe siècle", "XVIIIe-siècle"
    for (uint32_t back = 1; back <= 2 && t >= first_ + back; ++back) ahead_[t - back - first_] |= kInside;
  }
}

// All of a length of time may stand inside a date.
void DateReach::mark_lengths(const Reader& read) {
  for (; !lengths_.empty() && lengths_.front().last <= read.last; lengths_.remove_prefix(1)) {
    for (uint32_t t = lengths_.front().first; t < lengths_.front().last; ++t) ahead_[t - first_] |= kInside;
    ahead_[lengths_.front().first - first_] |= kCore;
  }
}

}  // namespace crosscheck
