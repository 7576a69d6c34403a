#include "mention/date_expression.h"

#include "mention/date_clock.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

constexpr uint64_t kNumberWords = mark(Category::cardinal) | mark(Category::ordinal) | mark(Category::half) |
                                  mark(Category::collective) | mark(Category::vague) |
                                  mark(Category::bound_before);
constexpr uint64_t kDateWords =
    mark(Category::month) | mark(Category::weekday) | mark(Category::day_offset) |
    mark(Category::day_anchor) | mark(Category::date_unit) | mark(Category::date_direction) |
    mark(Category::ago) | mark(Category::later) | mark(Category::month_part) | mark(Category::season) |
    mark(Category::duration_unit) | mark(Category::first_day) | mark(Category::holiday) |
    mark(Category::day_part) | mark(Category::scale) | kNumberWords;

// Whether a date may start here: at a figure, a word of dates, or an article before one.
bool may_start(const Reader& read, uint32_t at) {
  if (read.digits(at) || (read.digits(at + 1) && read.tight(at + 1))) return true;  // "'99"
  const uint64_t marks = read.marks(at);
  if (marks & kDateWords) return true;
  constexpr uint32_t kReach = 2;
  for (uint32_t ahead = 1; ahead <= kReach; ++ahead) {  // "le XVIIIe siècle"
    if (read.hit(at + ahead, Category::date_unit, "century")) return true;
  }
  return (marks & mark(Category::date_article)) && (read.digits(at + 1) || (read.marks(at + 1) & kDateWords));
}

std::optional<DatePart> find_plain(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> absolute = read_absolute(read, at);
  std::optional<DatePart> relative = read_relative(read, amounts, at);
  if (!absolute || (relative && relative->last > absolute->last)) return relative;
  // "vendredi 17, …" against "vendredi": the number is a day only when nothing is counted with it.
  if (relative && absolute->needs == Needs::range) return relative;
  return absolute;
}

// What `find` reads at `at`, taken apart once where the sentence keeps what was read.
template <typename Find>
std::optional<DatePart> remembered(DateMemo::Slot* slots, uint32_t at, const Find& find) {
  if (!slots) return find();
  DateMemo::Slot& slot = slots[at % DateMemo::kSlots];
  if (slot.at != at) {
    std::optional<DatePart> found = find();  // may ask for other places, and take this slot
    slot.at = at;
    slot.part = std::move(found);
  }
  return slot.part;
}

std::optional<DatePart> find_date(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> plain = read_plain(read, amounts, at);
  const bool bare = plain && plain->needs == Needs::range && bare_day(*plain) &&
                    read.hit_before(at, Category::date_article, "the");
  if (plain && (plain->needs == Needs::nothing || bare)) read_clock_after_date(read, &*plain);
  // "Fri 3:30pm"
  const bool short_weekday =
      plain && plain->needs == Needs::range && plain->reading.base == DateReading::Base::weekday;
  const bool opens = at == read.first || read.token(at - 1).token_class == TokenClass::sign;  // "ven 15h30"
  if (short_weekday && (opens || read.token(at).capitals != Capitals::none)) {
    read_clock_after_date(read, &*plain);
    if (plain->reading.hour && plain->reading.minute) plain->needs = Needs::nothing;
  }
  if (const auto led = read_clock_range_before_date(read, amounts, at);
      led && (!plain || led->last > plain->last))
    return led;
  std::optional<DatePart> before = read_clock_before_date(read, amounts, at);
  if (before && (!plain || before->last > plain->last)) return before;
  return plain;
}

}  // namespace

std::optional<DatePart> read_plain(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  if (!may_start(read, at)) return std::nullopt;
  return remembered(read.memo ? read.memo->plain : nullptr, at,
                    [&] { return find_plain(read, amounts, at); });
}

std::optional<DatePart> read_date(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  if (!read.inside(at)) return std::nullopt;  // of the next sentence, which remembers what is read there
  return remembered(read.memo ? read.memo->whole : nullptr, at, [&] { return find_date(read, amounts, at); });
}

uint32_t skip_articles(const Reader& read, uint32_t at) {
  uint32_t best = at;
  // "Frühjahr 2020", "Mitte Juli": words that stand before a year or month and tell a date with it
  const bool told = read.hit(at, Category::season) || read.hit(at, Category::month_part);
  for (const Symbol use : std::initializer_list<Symbol>{"the", "det", "on", "month", "year"}) {
    if (told && (use == "month" || use == "year")) continue;
    if (const Hit* hit = read.hit(at, Category::date_article, use)) best = std::max(best, hit->last);
  }
  return best;
}

bool is_day(const DatePart& part) {
  return !part.to && !part.unresolved &&
         (part.reading.grain == Grain::day || part.reading.grain == Grain::part_of_day);
}

bool bare_day(const DatePart& part) {
  return part.reading.day && !part.reading.month && !part.to &&
         part.reading.base == DateReading::Base::absolute;
}

}  // namespace crosscheck
