#include "mention/date_starts.h"

#include <algorithm>

namespace crosscheck {
namespace {

// Words that no date can do without, figures aside.
constexpr uint64_t kDateCore = mark(Category::month) | mark(Category::weekday) | mark(Category::day_offset) |
                               mark(Category::day_anchor) | mark(Category::date_unit) |
                               mark(Category::season) | mark(Category::ago) | mark(Category::later) |
                               mark(Category::date_direction) | mark(Category::holiday) |
                               mark(Category::day_part) | mark(Category::scale);

// Whether words and signs that may stand inside a date reach from `at` to a figure or word of dates.
bool leads_to_date(const Reader& read, uint32_t at) {
  constexpr uint64_t kInside = (mark(Category::date_doubtful) | (mark(Category::date_doubtful) - 1)) &
                               ~(mark(Category::currency) | mark(Category::currency_cent));
  constexpr uint64_t kNumber = mark(Category::cardinal);
  constexpr uint32_t kReach = 10;
  uint32_t covered = at;  // by a phrase of several words
  for (uint32_t t = at; t < at + kReach && read.inside(t); ++t) {
    if (read.digits(t) || read.starts(t, kDateCore)) return true;
    if (t > at && read.starts(t - 1, kNumber) && read.starts(t, kNumber)) return true;  // "twenty twenty"
    if (read.hit(t + 1, Category::date_unit, "century")) return true;                   // "XVIIIe siècle"
    if (read.starts(t, kInside)) {
      covered = std::max(covered, read.text.longest_at(t));
    }
    if (t >= covered && read.token(t).token_class == TokenClass::word) return false;
  }
  return false;
}

// Whether an expression may start here; relations, articles and numbers only with a word of dates in reach.
bool may_start(const Reader& read, uint32_t at, uint32_t next_date) {
  if (read.digits(at) || (read.digits(at + 1) && read.tight(at + 1))) return true;
  constexpr uint64_t kLeads = mark(Category::date_relation) | mark(Category::date_article) |
                              mark(Category::day_part) | mark(Category::cardinal) | mark(Category::ordinal) |
                              mark(Category::half) | mark(Category::collective) | mark(Category::vague) |
                              mark(Category::bound_before) | mark(Category::first_day) |
                              mark(Category::month_part);
  constexpr uint32_t kReach = 10;
  if (read.hit(at + 1, Category::date_unit, "century")) return true;  // "XVIIIe siècle"
  const uint64_t marks = read.marks(at);
  return (marks & kDateCore) != 0 || next_date == at ||
         ((marks & kLeads) != 0 && next_date < at + kReach && leads_to_date(read, at));
}

// "twenty" of "twenty ten", "every" of "every two weeks": no words of dates, but here.
bool starts_other(const Reader& read, uint32_t at) {
  const uint64_t marks = read.marks(at);
  if (read.text.marks[at] & kFrequencyMark) {
    for (const Symbol use : std::initializer_list<Symbol>{"every", "recurs", "often", "now"}) {
      if (read.hit(at, Category::date_article, use)) return true;
    }
  }
  const uint32_t next = read.dash(at + 1) ? at + 2 : at + 1;
  return (marks & mark(Category::cardinal)) && (read.marks(next) & mark(Category::cardinal));
}

}  // namespace

uint32_t find_next_date(const Reader& read, uint32_t at) {
  while (at < read.last && !read.digits(at) && !(read.marks(at) & kDateCore) && !starts_other(read, at)) ++at;
  return at;
}

uint32_t skip_never(const Reader& read, uint32_t at) {
  if (const Hit* never = read.hit(at, Category::date_doubtful, "never")) return never->last;
  // "version 2.4.10"
  const Hit* name = read.hit(at, Category::false_number, "before");
  if (!name || !read.digits(name->last) || !read.sign(name->last + 1, ".")) return at;
  uint32_t last = name->last + 1;
  while (read.tight(last)) ++last;
  return last;
}

bool starts_date(const Reader& read, uint32_t at, uint32_t* next_date) {
  if (*next_date < at) *next_date = find_next_date(read, at);
  return may_start(read, at, *next_date);
}

}  // namespace crosscheck
