// Ages: lengths of years or months that words beside them make an age ("âgé de 22 ans", "un homme de 44 ans",
// "Jean Roux, 63 ans,"), "N-year-old", and bare figures after a name ("Lopez, 20,").
#include "mention/age_bounds.h"
#include "mention/age_decades.h"
#include "mention/offers.h"
#include "mention/reader.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

bool capital(const Reader& read, uint32_t at) {
  return read.word(at) && read.token(at).capitals != Capitals::none && !read.hit(at, Category::month) &&
         !read.hit(at, Category::weekday);
}

// Whether a word for somebody ends right before `end`: a post, a trade, "une Lyonnaise".
bool tells_somebody(const Reader& read, const Rulebook& rulebook, uint32_t end) {
  const ConceptTree& concepts = rulebook.tree();
  const ConceptNumber person = concepts.number("person");
  constexpr uint32_t kLongest = 4;
  for (uint32_t back = 1; back <= kLongest && end >= read.first + back; ++back) {
    for (const Hit& hit : read.text.hits_at(end - back)) {
      if (hit.last != end) continue;
      if (hit.category == Category::role) return true;
      if (hit.category == Category::demonym && capital(read, hit.first)) return true;
      if (hit.category == Category::concept_ && concepts.is_a(hit.concept_number, person)) return true;
    }
  }
  return false;
}

// "une bénévole de 23 ans", "l'archiviste de 58 ans", but "un directeur de 20 ans d'expérience".
bool somebody_before(const Reader& read, const Rulebook& rulebook, const Amount& amount) {
  const Hit* of = read.hit_before(amount.first, Category::date_article, "of");
  if (!of || of->first == read.first || read.hit(amount.last, Category::date_article, "of")) return false;
  return tells_somebody(read, rulebook, of->first);
}

// "un homme de 44 ans", "une mère de famille de 35 ans": a noun of people shortly before the "de".
bool person_before(const Reader& read, uint32_t at) {
  const Hit* of = read.hit_before(at, Category::date_article, "of");
  // "the nurse's killer must rot for 26 years"
  if (!of || read.hit_before(at, Category::age_word, "not_before")) return false;
  constexpr uint32_t kReach = 4;
  for (uint32_t back = 0; back < kReach && of->first > read.first + back; ++back) {
    const uint32_t before = of->first - back;
    if (read.token(before - 1).token_class != TokenClass::word) return false;
    if (read.hit_before(before, Category::age_word, "person")) return true;
  }
  return false;
}

// "(19 ans)", "Serge Vanier, 63 ans," and "le maire, 63 ans,".
bool set_off_after_name(const Reader& read, const Rulebook& rulebook, uint32_t first, uint32_t last) {
  // "Ana López, de 42 años,"
  if (const Hit* of = read.hit_before(first, Category::date_article, "of");
      of && of->first > read.first && read.sign(of->first - 1, ","))
    first = of->first;
  if (first < read.first + 2) return false;
  const bool closed = !read.inside(last) || read.token(last).token_class == TokenClass::sign;
  if (read.sign(first - 1, "(")) return read.sign(last, ")") || read.sign(last, ",");
  if (!read.sign(first - 1, ",") || read.sign(last, "%")) return false;
  const bool person = capital(read, first - 2) || read.hit_before(first - 1, Category::age_word, "person") ||
                      tells_somebody(read, rulebook, first - 1);
  return person && (closed || read.clause_ends(last)) && !read.hit(last, Category::date_article, "of");
}

// "Mon fils a 3 ans", "elle est morte à 79 ans", "À 25 ans, elle …", "les moins de 18 ans", "ses 30 ans".
// None of them with a complement: "il a cinq ans de retard", "condamné à cinq ans de prison".
bool told_by_words(const Reader& read, const Amount& amount) {
  const bool had = read.hit_before(amount.first, Category::age_word, "had") != nullptr;
  if (read.hit(amount.last, Category::date_article, "of")) return false;
  // "avoir au moins 18 ans pour voter"
  if (read.hit(amount.last, Category::age_word, "not_after") && !(had && amount.bounded)) return false;
  if (had || read.hit_before(amount.first, Category::age_word, "at_age")) return true;
  const Hit* opening = read.hit_before(amount.first, Category::age_word, "opening");
  if (opening && read.sign(amount.last, ",") &&
      (opening->first == read.first || read.token(opening->first - 1).token_class == TokenClass::sign))
    return true;
  return amount.bounded && read.hit_before(amount.first, Category::age_word, "group");
}

bool of_infant(const Reader& read, uint32_t at) {
  const Hit* of = read.hit_before(at, Category::date_article, "of");
  return of && read.hit_before(of->first, Category::age_word, "infant");
}

// "aged 12, 14 and 40", "âgés de 12 et 14 ans": a figure after the one that is told to be an age.
bool listed_after_age(const Reader& read, uint32_t at) {
  constexpr int kListed = 6;
  for (int seen = 0; seen < kListed; ++seen) {
    const Hit* joint = read.hit_before(at, Category::date_relation, "and");
    const uint32_t before = joint                                       ? joint->first
                            : at > read.first && read.sign(at - 1, ",") ? at - 1
                                                                        : read.first;
    if (before <= read.first || !read.digits(before - 1)) return false;
    at = before - 1;
    if (read.hit_before(at, Category::age_word, "before")) return true;
  }
  return false;
}

// Whether the list goes on behind a figure: "14 and 40".
bool list_goes_on(const Reader& read, uint32_t at) {
  const Hit* joint = read.hit(at, Category::date_relation, "and");
  const uint32_t next = joint ? joint->last : at + 1;
  return (joint || read.sign(at, ",")) && read.digits(next);
}

bool fits(const Interval& amount) {
  const auto& side = amount.low ? amount.low : amount.high;
  return side && !side->negative() && *side <= Decimal(kOldestAge);
}

// Amounts of years or months. "N-year-old" is read before, from its words.
void read_amount(const Reader& read, const Rulebook& rulebook, const Amount& amount,
                 std::vector<Mention>* out) {
  const bool small = amount.unit == "week" || amount.unit == "day";
  if (amount.unit_kind != UnitKind::duration || (amount.unit != "year" && amount.unit != "month" && !small))
    return;
  if (!fits(amount.value) || amount.value.form == Form::vague) return;
  const bool range = amount.value.form == Form::between;
  const bool before = read.hit_before(amount.first, Category::age_word, "before") ||
                      (range && read.hit_before(amount.number_first, Category::age_word, "before"));
  const Hit* after = read.hit(amount.last, Category::age_word, "after");
  const bool people = listed_after_age(read, amount.first) || person_before(read, amount.first) ||
                      (!small && somebody_before(read, rulebook, amount)) ||
                      (range && person_before(read, amount.number_first));
  const bool words =
      people || told_by_words(read, amount) || set_off_after_name(read, rulebook, amount.first, amount.last);
  if (!before && !after && !of_infant(read, amount.first) && (small || !words)) return;
  add_age(read, amount.first, after ? after->last : amount.last, amount.value, amount.unit, out);
}

// "16-year-old", "Twenty-year-old", "11-year old", "22-month-old".
bool read_compound(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  if (read.digits(at) && !read.dash(at + 1)) return false;
  const auto number = read.small_number(at);
  if (!number || number->value > kOldestAge || !read.dash(number->last)) return false;
  // "42-jährig"
  if (const Hit* years = read.hit(number->last + 1, Category::age_word, "years")) {
    add_age(read, at, years->last, exact_age(number->value), "year", out);
    return true;
  }
  const Hit* unit = read.hit(number->last + 1, Category::duration_unit);
  if (!unit) return false;
  const uint32_t old = read.dash(unit->last) ? unit->last + 1 : unit->last;
  const Hit* after = read.hit(old, Category::age_word, "after");
  if (!after) return false;
  add_age(read, at, after->last, exact_age(number->value), unit->sense->symbol, out);
  return true;
}

// "turned 18", "He died at 79.", "She was 92.": nothing may follow that could be counted.
bool had_before(const Reader& read, uint32_t at) {
  const bool ends = !read.inside(at + 1) || read.sign(at + 1, ".") || read.sign(at + 1, ",") ||
                    read.sign(at + 1, ";") || read.sign(at + 1, ")");
  if (ends && !read.digits(at + 2) &&
      (read.hit_before(at, Category::age_word, "had_bare") ||
       read.hit_before(at, Category::age_word, "at_age_bare")))
    return true;
  return read.clause_ends(at + 1) && !read.hit(at + 1, Category::date_article, "of") &&
         read.hit_before(at, Category::age_word, "turned");
}

// "At 54, Smith is …", "At 19, he …", "At 62, the actor …": opens the sentence before the one whose age it
// is.
bool opens_sentence(const Reader& read, uint32_t at, int years) {
  constexpr int kYoungest = 10;
  const Hit* lead = read.hit_before(at, Category::age_word, "opening_bare");
  if (!lead || lead->first != read.first || !read.sign(at + 1, ",") || years < kYoungest) return false;
  const uint32_t who = at + 2;
  if (read.tight(who)) return false;
  if (read.hit(who, Category::pronoun)) return true;
  const Hit* the = read.hit(who, Category::filler, "definite");
  if (the) return read.hit(the->last, Category::age_word, "person") != nullptr;
  return capital(read, who) && !read.possessive(who + 1);
}

// "Paul Durand (44)": a given name that is known, as other names have figures of all kinds behind them.
bool in_brackets_after_name(const Reader& read, uint32_t at) {
  return at >= read.first + 3 && read.sign(at - 1, "(") && read.sign(at + 1, ")") && capital(read, at - 2) &&
         capital(read, at - 3) && read.hit_before(at - 2, Category::first_name);
}

// "aged eight", "a girl of nine", "she turned sixty"
bool read_in_words(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  if (read.digits(at)) return false;
  const std::optional<AgeBound> before = age_bound_before(read, at);
  const bool told = before || read.hit_before(at, Category::age_word, "person_of") ||
                    read.hit_before(at, Category::age_word, "turned");
  const auto years = told ? read.small_number(at) : std::nullopt;
  const bool sure = before && before->sure;
  if (!years || years->value < 1 || years->value > kOldestAge || (!sure && !read.clause_ends(years->last)) ||
      read.dash(years->last))
    return false;
  if (!before && read.hit(years->last, Category::date_article, "of")) return false;
  add_age(read, before ? before->first : at, years->last,
          bounded_age(years->value, before ? before->form : Form::exact), "year", out);
  return true;
}

// The figure at `at`, where it may be an age by what stands beside it.
std::optional<int> bare_years(const Reader& read, uint32_t at) {
  constexpr uint64_t kBehind =
      mark(Category::age_word) | mark(Category::bound_after) | mark(Category::number_joint);
  const Hit* before_it = read.hit_before(at, Category::age_word);
  if (!before_it && !read.starts(at + 1, kBehind) && !read.clause_ends(at + 1)) return std::nullopt;
  const auto years = read.figure(at, 1, 3);
  // "under-18s", "under 18s"
  const bool compound = before_it && ((read.dash(at - 1) && read.tight(at)) || before_it->is("under_bare") ||
                                      before_it->is("over_bare"));
  const bool other = read.part_of_figure(at) || (!compound && read.hit(at + 1, Category::duration_unit));
  return years && *years >= 1 && *years <= kOldestAge && !other ? years : std::nullopt;
}

// "30 yo", "30 y/o", "a woman of 52", "aged 16 or over". False when no such word stands beside the figure.
bool read_by_word(const Reader& read, uint32_t at, int years, std::vector<Mention>* out) {
  if (const Hit* short_form = read.hit(at + 1, Category::age_word, "after_figure")) {
    add_age(read, at, short_form->last, exact_age(years), "year", out);
    return true;
  }
  if (read_open_ended_age(read, at, years, out)) return true;
  const Hit* aged = read.hit_before(at, Category::age_word, "before");
  const Hit* bound = read.hit(at + 1, Category::bound_after);
  if (aged && bound && bound->is("at_least")) {
    add_age(read, aged->first, bound->last, bounded_age(years, Form::at_least), "year", out);
    return true;
  }
  const bool of_person = read.clause_ends(at + 1) && !read.hit(at + 1, Category::date_article, "of") &&
                         read.hit_before(at, Category::age_word, "person_of");
  if (of_person) add_age(read, at, at + 1, exact_age(years), "year", out);
  return of_person;
}

// "Zurana Horton, 34,", "Andrew Lopez, 20 and", "the driver, 41,".
bool follows_person(const Reader& read, uint32_t at) {
  if (at < read.first + 2 || !read.sign(at - 1, ",")) return false;
  if (read.sign(at + 1, ",") && read.hit_before(at - 1, Category::age_word, "person")) return true;
  if (!capital(read, at - 2)) return false;
  const bool full_name = at >= read.first + 3 && capital(read, at - 3);
  const bool comma = read.sign(at + 1, ",") && !read.digits(at + 2);
  const bool closed = comma || !read.inside(at + 1) || read.sign(at + 1, ".") || read.sign(at + 1, ";") ||
                      read.sign(at + 1, ")");
  if (closed) return full_name || comma;
  return full_name && read.hit(at + 1, Category::number_joint);
}

// "aged 40", "Zurana Horton, 34,": no unit is told.
void read_bare(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  if (read_in_words(read, at, out)) return;
  const auto years = bare_years(read, at);
  if (!years || read_by_word(read, at, *years, out) || read_bounded_age(read, at, *years, out)) return;
  constexpr int kYoungest = 4;
  if (had_before(read, at) || opens_sentence(read, at, *years) ||
      ((read.clause_ends(at + 1) || list_goes_on(read, at + 1)) && listed_after_age(read, at)) ||
      (*years >= kYoungest && in_brackets_after_name(read, at))) {
    add_age(read, at, at + 1, exact_age(*years), "year", out);
    return;
  }
  if (*years >= kYoungest && follows_person(read, at))
    add_age(read, at, at + 1, exact_age(*years), "year", out);
}

// "aged between 20 and 30", "children aged 5 to 12".
void read_bare_range(const Reader& read, const Amount& amount, std::vector<Mention>* out) {
  if (amount.unit_kind != UnitKind::none || amount.value.form != Form::between || !fits(amount.value)) return;
  if (!read.hit_before(amount.first, Category::age_word, "before") || !read.clause_ends(amount.last)) return;
  add_age(read, amount.first, amount.last, amount.value, "year", out);
}

}  // namespace

void find_ages(const Annotated& text, const Rulebook& rulebook, Amounts all, Amounts amounts,
               std::vector<Mention>* out) {
  size_t next = 0, bare = 0;
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last};
    constexpr Marks kNumber = kDigitsMark | mark(Category::cardinal);
    for (uint32_t at = read.first; (at = read.next_marked(at, kNumber)) < read.last; ++at) {
      ++offers.ages;
      if (read_compound(read, at, out) || read_ages_between(read, at, out)) continue;
      read_bare(read, at, out);
    }
    if (sentence.marks & kDecadeMark) find_age_decades(read, out);
    while (bare < all.size() && all[bare].first < sentence.first) ++bare;
    for (; bare < all.size() && all[bare].last <= sentence.last; ++bare)
      read_bare_range(read, all[bare], out);
    while (next < amounts.size() && amounts[next].first < sentence.first) ++next;
    for (; next < amounts.size() && amounts[next].last <= sentence.last; ++next)
      read_amount(read, rulebook, amounts[next], out);
  }
}

}  // namespace crosscheck
