// The word lists that code acts on. A language gives the words for each (rules/lang/<code>/*.yaml: category
// -> value -> phrases); code knows only the categories and their values. Adding a category: one row here, and
// its use.
#pragma once

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace crosscheck {

// How the value of an entry is read.
enum class PayloadType : uint8_t { number, symbol };

// clang-format off
#define CROSSCHECK_CATEGORIES(ROW)                                                                             \
  /* numbers */                                                                                                \
  ROW(cardinal,          number, "words for numbers below a scale: 7, 70, 100")                                \
  ROW(scale,             number, "words that multiply what stands before: 1000, 1000000")                      \
  ROW(scale_sign,        number, "abbreviations that multiply, tied to digits: M, Md, bn, k")                  \
  ROW(number_joint,      symbol, "words inside a spelled-out number: and, et")                                 \
  ROW(ordinal,           number, "words for ranks: first, deuxième")                                           \
  ROW(ordinal_suffix,    symbol, "endings of ranks in digits: th, e, ème")                                     \
  ROW(fraction,          number, "names of parts as denominators: tiers 3, quarter 4")                         \
  ROW(half,              symbol, "half, with its use: before, after, alone")                                   \
  ROW(collective,        number, "about this many: dozen 12 (exact), vingtaine 20")                            \
  ROW(vague,             number, "vague amounts and the least they say: des milliers 1000, several 3")         \
  ROW(multiple,          number, "double 2, a triplé 3, twofold; halved 0.5")                                  \
  /* bounds and approximations; the value is a Form */                                                         \
  ROW(bound_before,      symbol, "before the figure: plus de more_than, at least at_least")                    \
  ROW(bound_after,       symbol, "after the figure: et plus at_least, or so about")                            \
  ROW(range_open,        symbol, "opens a range: entre, between, de, from")                                    \
  ROW(range_joint,       symbol, "joins its ends: et, and, à, to, ou, or")                                     \
  /* units */                                                                                                  \
  ROW(currency,          symbol, "ISO 4217 code; XXX where several have the name; mention/unit_words.h")       \
  ROW(currency_cent,     symbol, "hundredths, with the code of the whole where it is known")                   \
  ROW(unit,              symbol, "CLDR unit identifier; mention/unit_words.h")                                 \
  ROW(duration_unit,     symbol, "CLDR unit identifier of a duration")                                         \
  ROW(percent_word,      symbol, "percent; per_mille; points; percentage_points; basis_points")                \
  ROW(per,               symbol, "par, per, a: what a rate is of")                                             \
  ROW(out_of,            symbol, "un sur trois, one in three, of")                                             \
  ROW(age_word,          symbol, "âgé de, aged, years old: before, after")                                     \
  /* dates and times */                                                                                        \
  ROW(month,             number, "1 to 12")                                                                    \
  ROW(weekday,           number, "1 Monday to 7 Sunday")                                                       \
  ROW(day_offset,        number, "yesterday -1, today 0, tomorrow 1")                                          \
  ROW(day_anchor,        number, "la veille -1, le lendemain 1, the next day")                                 \
  ROW(day_part,          symbol, "morning, afternoon, evening, night, noon, midnight")                         \
  ROW(date_unit,         symbol, "day, week, month, quarter, half, year, decade")                              \
  ROW(date_direction,    number, "last -1, this 0, next 1")                                                    \
  ROW(ago,               symbol, "il y a before, ago after")                                                   \
  ROW(later,             symbol, "plus tard later, après later, earlier earlier")                              \
  ROW(month_part,        symbol, "start, middle, end")                                                         \
  ROW(season,            symbol, "spring, summer, autumn, winter")                                             \
  ROW(date_relation,     symbol, "depuis since, avant before, d'ici à until")                                  \
  ROW(date_article,      symbol, "words that stand inside or before a date: le, of, du, the")                  \
  ROW(first_day,         number, "1er, premier: the day 1")                                                    \
  ROW(hour_sign,         symbol, "h, heures, o'clock")                                                         \
  ROW(half_day,          symbol, "am, pm")                                                                     \
  ROW(zone,              symbol, "IANA zone or offset")                                                        \
  ROW(zone_word,         symbol, "heure de, heure locale, time")                                               \
  ROW(holiday,           symbol, "12-25; easter+1; 11/4/4 the fourth Thursday of November; 11/4/4+1 the day after")  \
  ROW(clock_shift,       number, "half past 30, et quart 15, quarter to -15: minutes")                          \
  ROW(date_doubtful,     symbol, "mars, may: a date only with a capital, in a context")                         \
  /* names */                                                                                                  \
  ROW(person_title,      symbol, "M., Mme, Mr, Dr")                                                            \
  ROW(role_joint,        symbol, "between a person and a role: est, a été nommé named, as")                          \
  ROW(first_name,        symbol, "given names")                                                                \
  ROW(name_particle,     symbol, "de, von, van, ben, inside a name")                                           \
  ROW(organisation_word, symbol, "groupe, Inc, ministère, University: part of a name; before, after")          \
  ROW(place_word,        symbol, "ville de, à, in: before a place")                                            \
  ROW(not_a_name,        symbol, "words that begin sentences with a capital and are no names")                 \
  ROW(false_number,      symbol, "figures that are no amounts: before article, after rue, whole à deux pas")   \
  /* sentences and pages */                                                                                    \
  ROW(abbreviation,      symbol, "ends with a full stop that ends no sentence: M., St., Inc.")                 \
  ROW(frequent,          symbol, "words that tell the language of a text")                                      \
  ROW(boilerplate,       symbol, "starts a line of page furniture: menu, read_also, comments, …")              \
  /* clauses */                                                                                                \
  ROW(clause_break,      symbol, "qui, que, which, while: a new clause begins")                                \
  ROW(clause_joint,      symbol, "et elle, and his: a new clause begins with it behind a comma")                 \
  ROW(difference,        symbol, "by how much: de before, de plus, fewer than after")                           \
  ROW(distance_from,     symbol, "au nord de, miles from: behind a length, before the place it is measured from") \
  ROW(noun_link,         symbol, "de, of, d': between a figure or noun and its complement")                    \
  ROW(filler,            symbol, "articles, adverbs and the like, skipped between a figure and its noun")      \
  ROW(noun_stop,         symbol, "prepositions and auxiliaries: a figure before them counts no noun of its own") \
  ROW(list_joint,        symbol, "et, and, ainsi que: joins the names of a list")                              \
  ROW(negation,          symbol, "ne, not, never")                                                             \
  ROW(conditional,       symbol, "aurait, serait, reportedly: modality reported")                              \
  ROW(possible,          symbol, "peut-être, might: modality possible")                                        \
  ROW(planned,           symbol, "va, devrait, will, to be: modality planned")                                 \
  ROW(comparison,        symbol, "contre, up from, et non: a figure that is not the present one")             \
  ROW(according,         symbol, "selon, d'après, according to")                                               \
  ROW(speech,            symbol, "verbs of saying: a déclaré, said")                                           \
  ROW(quote_verb,        symbol, "verbs of saying beside a quotation alone: a lancé, recalled")                 \
  ROW(pronoun,           symbol, "il, elle, he, she, they: person or organisation")                            \
  ROW(subset,            symbol, "grièvement serious, légèrement light, femmes women")                         \
  ROW(role_status,       symbol, "ancien former, par intérim interim, nouveau named")                          \
  /* numbers, again: those that no date looks at */                                                            \
  ROW(number_point,      symbol, "between a spelled-out number and its decimals: virgule, point")              \
  ROW(minus,             symbol, "before a negative figure: moins, minus")                                     \
  ROW(none_of,           number, "no such thing, counted: aucun 0, no 0")                                      \
  ROW(multiple_sign,     symbol, "times, fois, -fold: behind a figure, how many times as much")               \
  ROW(stage,             symbol, "of the event that a figure belongs to: requis asked, propose offered")       \
  ROW(figure_moment,     symbol, "of a figure that rises and falls: toujours left, au plus fort peak")         \
  ROW(demonym,           symbol, "chinois, Thai: the entity whose adjective it is")                            \
  ROW(unreal,            symbol, "asked, offered, threatened, tried, vote: over a state, no fact; fact frees it")     \
  ROW(agreement,         symbol, "of a pronoun or article, what its noun is: masculine, feminine, plural, one; person")  \
  ROW(denial,            symbol, "a bare ne denies nothing without a partner: pas, plus, rien")                 \
  /* made of rules/concepts, rules/roles and rules/entities, not of language files */                          \
  ROW(concept_,          symbol, "id of a concept")                                                            \
  ROW(role,              symbol, "id of a role")                                                               \
  ROW(entity,            symbol, "id of an entity")                                                            \
  ROW(literal,           symbol, "a word of a pattern")
// clang-format on

enum class Category : uint8_t {
#define ROW(name, payload, text) name,
  CROSSCHECK_CATEGORIES(ROW)
#undef ROW
};

// Whether words of the category belong to grammar, figures or dates, as against what a story tells.
bool is_grammar(Category category);

#define ROW(name, payload, text) +1
constexpr size_t kCategoryCount = 0 CROSSCHECK_CATEGORIES(ROW);
#undef ROW

absl::string_view category_name(Category category);
std::optional<Category> category_of(absl::string_view name);
PayloadType payload_type(Category category);

}  // namespace crosscheck
