#include "mention/age_bounds.h"

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

// Words before a bare figure that is an age, with the bound they set.
struct Side {
  Symbol symbol;
  Form form;
};
constexpr Side kSides[] = {
    {"before_under", Form::less_than}, {"before_over", Form::more_than}, {"before", Form::exact}};

// The same where a noun of people stands before them, or the figure is told as one of many ("under 18s").
constexpr Side kBoundsOfPeople[] = {{"under_bare", Form::less_than}, {"over_bare", Form::more_than}};

// "children under five", "people over 65": who is told before the bound.
const Hit* bound_of_people(const Reader& read, uint32_t at, Symbol bound) {
  const Hit* found = read.hit_before(at, Category::age_word, bound);
  return found && read.hit_before(found->first, Category::age_word, "person") ? found : nullptr;
}

// "over the age of 65" tells an age whatever follows.
bool is_sure_phrase(const Hit& before) {
  constexpr uint32_t kPhrase = 4;
  return before.last - before.first >= kPhrase;
}

// The end of the age at `at`: "18s" of "under-18s".
uint32_t end_of_age(const Reader& read, const Hit& before, uint32_t at) {
  const bool compound = read.dash(before.last - 1) && read.tight(before.last - 1) && read.tight(at);
  const Hit* plural =
      compound && read.tight(at + 1) ? read.hit(at + 1, Category::date_unit, "decade_ending") : nullptr;
  return plural ? plural->last : at + 1;
}

// "Under 18s get in", "for the over 60s", but "in under 10s" is a length.
const Hit* bound_of_many(const Reader& read, uint32_t at, Symbol bound) {
  const Hit* found = read.hit_before(at, Category::age_word, bound);
  const bool fits =
      found && (found->first == read.first || read.hit_before(found->first, Category::age_word, "plural_of"));
  return fits ? found : nullptr;
}

// "under 18s", "people over 65". False when nothing of the kind stands there.
bool read_bound_of_people(const Reader& read, uint32_t at, int years, std::vector<Mention>* out) {
  const Hit* plural = read.tight(at + 1) ? read.hit(at + 1, Category::date_unit, "decade_ending") : nullptr;
  if (!plural && !read.clause_ends(at + 1)) return false;
  for (const Side& side : kBoundsOfPeople) {
    const Hit* bound = plural ? bound_of_many(read, at, side.symbol) : bound_of_people(read, at, side.symbol);
    if (!bound) continue;
    add_age(read, bound->first, plural ? plural->last : at + 1, bounded_age(years, side.form), "year", out);
    return true;
  }
  return false;
}

}  // namespace

void add_age(const Reader& read, uint32_t first, uint32_t last, Interval amount, absl::string_view unit,
             std::vector<Mention>* out) {
  Mention mention;
  mention.kind = MentionKind::age;
  mention.span = read.span(first, last);
  mention.value = Age{amount, std::string(unit)};
  if (read.text.with_steps) mention.steps.push_back(absl::StrCat("age in ", unit, "s"));
  out->push_back(std::move(mention));
}

Interval exact_age(int years) {
  Interval out;
  out.low = out.high = Decimal(years);
  return out;
}

Interval bounded_age(int years, Form form) {
  Interval out = exact_age(years);
  out.form = form;
  if (form == Form::less_than || form == Form::at_most) out.low.reset();
  if (form == Form::more_than || form == Form::at_least) out.high.reset();
  return out;
}

std::optional<AgeBound> age_bound_before(const Reader& read, uint32_t at) {
  for (const Side& side : kSides) {
    if (const Hit* before = read.hit_before(at, Category::age_word, side.symbol))
      return AgeBound{before->first, side.form, is_sure_phrase(*before)};
  }
  for (const Side& side : kBoundsOfPeople) {
    if (const Hit* before = bound_of_people(read, at, side.symbol))
      return AgeBound{before->first, side.form, is_sure_phrase(*before)};
  }
  return std::nullopt;
}

bool read_ages_between(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  const Hit* between = read.hit_before(at, Category::age_word, "between");
  const auto low = between ? read.small_number(at) : std::nullopt;
  const Hit* joint = low ? read.hit(low->last, Category::date_relation, "and") : nullptr;
  const auto high = joint ? read.small_number(joint->last) : std::nullopt;
  if (!high || low->value >= high->value || high->value > kOldestAge) return false;
  Interval years{Decimal(low->value), Decimal(high->value), Form::between};
  add_age(read, between->first, high->last, std::move(years), "year", out);
  return true;
}

bool read_open_ended_age(const Reader& read, uint32_t at, int years, std::vector<Mention>* out) {
  struct Row {
    Symbol symbol;
    Form form;
  };
  if (read.hit_before(at, Category::age_word, "before")) return false;
  for (const Row& row : {Row{"older", Form::at_least}, Row{"younger", Form::at_most}}) {
    const Hit* behind = read.hit(at + 1, Category::age_word, row.symbol);
    if (!behind) continue;
    add_age(read, at, behind->last, bounded_age(years, row.form), "year", out);
    return true;
  }
  return false;
}

bool read_bounded_age(const Reader& read, uint32_t at, int years, std::vector<Mention>* out) {
  if (read_bound_of_people(read, at, years, out)) return true;
  for (const Side& side : kSides) {
    const Hit* before = read.hit_before(at, Category::age_word, side.symbol);
    if (!before) continue;
    const uint32_t end = end_of_age(read, *before, at);
    const bool compound = read.dash(at - 1);
    // "the under-21s" are a team
    const bool team = compound && read.hit_before(before->first, Category::filler, "definite");
    const Hit* to = read.hit(end, Category::date_relation, "to");
    const bool range = (read.dash(end) && read.digits(end + 1)) || (to && read.digits(to->last));
    if (team || range) return true;  // "aged 13-19", "aged 6 to 9"
    const bool sure = is_sure_phrase(*before) || compound;
    if (sure || read.clause_ends(end))
      add_age(read, before->first, end, bounded_age(years, side.form), "year", out);
    return true;
  }
  return false;
}

}  // namespace crosscheck
