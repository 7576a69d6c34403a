#include "mention/date_length.h"

#include <algorithm>

#include "base/whole_part.h"

namespace crosscheck {
namespace {

constexpr int kMonths = 12, kWeek = 7, kHalfMonth = 15, kMost = 5000;

// How much one unit adds to each part of a length.
struct Step {
  int months = 0, days = 0;
  int64_t seconds = 0;
};

std::optional<Step> step_of(absl::string_view unit) {
  if (const int64_t seconds = seconds_of(unit)) return Step{0, 0, seconds};
  if (unit == "day" || unit == "night") return Step{0, 1, 0};
  if (unit == "week") return Step{0, kWeek, 0};
  if (unit == "fortnight") return Step{0, 2 * kWeek, 0};
  if (unit == "month") return Step{1, 0, 0};
  if (unit == "quarter") return Step{3, 0, 0};
  if (unit == "half") return Step{kMonths / 2, 0, 0};
  if (unit == "year") return Step{kMonths, 0, 0};
  if (unit == "decade") return Step{10 * kMonths, 0, 0};
  return std::nullopt;
}

// The whole part of `value` times `factor`; nullopt when it is out of reach.
std::optional<int64_t> whole(const Decimal& value, int64_t factor) {
  const auto product = multiply(value, Decimal(factor));
  return product ? whole_part(*product) : std::nullopt;
}

struct Sum {
  int64_t months = 0, days = 0, seconds = 0;

  bool add(const Decimal& value, const Step& step) {
    const auto in_months = whole(value, step.months), in_days = whole(value, step.days),
               in_seconds = whole(value, step.seconds);
    if (!in_months || !in_days || !in_seconds) return false;
    months += *in_months, days += *in_days, seconds += *in_seconds;
    // "a month and a half"
    const auto twice = step.months > 0 ? whole(value, 2 * int64_t{step.months}) : std::optional<int64_t>(0);
    if (twice && *twice % 2 == 1) days += kHalfMonth;
    return true;
  }
};

// The one value that an amount tells, be it about or a bound; nullptr for ranges and vague ones.
const Decimal* figure_of(const Amount& amount) {
  const Interval& value = amount.value;
  if (value.form == Form::vague || value.form == Form::between) return nullptr;
  if (value.low) return &*value.low;
  return value.high ? &*value.high : nullptr;
}

bool same_sort(const Step& a, const Step& b) { return (a.seconds > 0) == (b.seconds > 0); }

// Adds the smaller units that follow: "and 3 months", ", 20 minutes".
void add_rest(const Reader& read, absl::Span<const Amount> amounts, Step step, Sum* sum, uint32_t* last) {
  constexpr int kParts = 2;
  for (int i = 0; i < kParts; ++i) {
    const Hit* joint = read.hit(*last, Category::number_joint);
    const Amount* next = duration_from(amounts, *last);
    if (!next && joint) next = duration_from(amounts, joint->last);
    const Decimal* figure = next && !next->bounded ? figure_of(*next) : nullptr;
    const auto smaller = figure ? step_of(next->unit) : std::nullopt;
    if (!smaller || !same_sort(step, *smaller)) return;
    const bool descends =
        smaller->months < step.months || smaller->days < step.days || smaller->seconds < step.seconds;
    if (!descends || !sum->add(*figure, *smaller)) return;
    step = *smaller;
    *last = next->last;
  }
}

// "dans 1h30", "in 2h15"
void add_bare_minutes(const Reader& read, Sum* sum, uint32_t* last) {
  constexpr int kHour = 60;
  const auto minutes = read.figure(*last, 2, 2);
  if (!minutes || *minutes >= kHour || (!read.tight(*last) && !read.clause_ends(*last + 1))) return;
  sum->seconds += int64_t{*minutes} * kHour;
  ++*last;
}

void set_units(const Sum& sum, absl::string_view unit, Length* out) {
  out->seconds = sum.seconds;
  if (sum.seconds != 0) return;
  out->days = 0;
  if (sum.months == 0) {
    const bool weeks = (unit == "week" || unit == "fortnight") && sum.days % kWeek == 0;
    out->unit = weeks ? Grain::week : Grain::day;
    out->count = static_cast<int>(weeks ? sum.days / kWeek : sum.days);
    return;
  }
  const bool years = sum.months % kMonths == 0 && sum.days == 0;
  out->unit = years ? Grain::year : Grain::month;
  out->count = static_cast<int>(years ? sum.months / kMonths : sum.months);
  out->days = static_cast<int>(sum.days);
}

}  // namespace

int64_t seconds_of(absl::string_view unit) {
  if (unit == "hour") return 3600;
  if (unit == "minute") return 60;
  return unit == "second" ? 1 : 0;
}

const Amount* duration_from(absl::Span<const Amount> amounts, uint32_t first) {
  const auto found =
      std::lower_bound(amounts.begin(), amounts.end(), first,
                       [](const Amount& amount, uint32_t token) { return amount.first < token; });
  return found != amounts.end() && found->first == first && found->unit_kind == UnitKind::duration ? &*found
                                                                                                   : nullptr;
}

std::optional<Length> read_length(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Amount* amount = read.inside(at) ? duration_from(amounts, at) : nullptr;  // none of the next sentence
  const auto step = amount ? step_of(amount->unit) : std::nullopt;
  if (!step) return std::nullopt;
  Length out;
  out.last = amount->last;
  out.form = amount->value.form;
  const Decimal* figure = amount->unit_high.empty() ? figure_of(*amount) : nullptr;
  Sum sum;
  out.known = figure && sum.add(*figure, *step);
  if (out.known && !amount->bounded) add_rest(read, amounts, *step, &sum, &out.last);
  if (out.known && amount->unit == "hour" && out.last == amount->last)
    add_bare_minutes(read, &sum, &out.last);
  out.known = out.known && sum.months < kMost && sum.days < kMost * kWeek;
  if (out.known)
    set_units(sum, amount->unit, &out);
  else
    out.seconds = step->seconds;
  return out;
}

}  // namespace crosscheck
