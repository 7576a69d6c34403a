#include "mention/date_needs.h"

namespace crosscheck {
namespace {

bool article(const Reader& read, uint32_t at, Symbol use) {
  return read.hit_before(at, Category::date_article, use) != nullptr;
}

// "2020 and 2021": a later year of our time ends the list.
bool year_follows(const Reader& read, const DatePart& part, uint32_t at) {
  constexpr int kModern = 1900, kSoon = 2060, kRound = 50;
  const auto year = read_year(read, at);
  return year && *part.reading.year >= kModern && *year > *part.reading.year && *year < kSoon &&
         (*year % kRound != 0 || *part.reading.year % kRound != 0) && read.clause_ends(at + 1);
}

// "(1985)", "in 1985", "the 2016 election"; `chained`: another year stands right before.
bool year_fits(const Reader& read, const DatePart& part, bool chained) {
  const uint32_t at = part.first;
  // Few years of old are told, many amounts are.
  constexpr int kOld = 1600;
  if (*part.reading.year < kOld && !read.clause_ends(part.last)) return false;
  if (chained || article(read, at, "year")) return true;
  if (at > read.first && read.sign(at - 1, "(") && read.sign(part.last, ")")) return true;
  // "de 2000 à 2500 personnes"
  for (const Symbol joint : std::initializer_list<Symbol>{"to", "and"}) {
    const Hit* found = read.hit(part.last, Category::date_relation, joint);
    if (found && read.digits(found->last) && !year_follows(read, part, found->last)) return false;
  }
  const int year = *part.reading.year;
  constexpr int kModern = 1900, kSoon = 2060;
  if (year < kModern || year > kSoon) return false;
  if (article(read, at, "year_weak")) return read.clause_ends(part.last);
  return article(read, at, "year_adjective") && read.word(part.last) &&
         !read.hit(part.last, Category::duration_unit);
}

// "two thousand and one"; "nineteen eighty-four" is told as years are.
bool is_spelled_out(const Reader& read, const DatePart& part) {
  for (uint32_t at = part.first; at < part.last; ++at) {
    if (read.hit(at, Category::scale)) return true;
  }
  return false;
}

// "2020 and 2021" and no more
bool is_listed(const Reader& read, const DatePart& part) {
  const Hit* joint = read.hit(part.last, Category::date_relation, "and");
  return joint && year_follows(read, part, joint->last) && read.alone(part.first, joint->last + 1);
}

// "1st", "le 5": told as a day of a month is.
bool is_ranked_day(const Reader& read, const DatePart& part) {
  const bool told = article(read, part.first, "the") || read.hit(part.last - 1, Category::ordinal_suffix);
  return told && part.reading.day && !part.reading.month && !part.reading.weekday;
}
bool ends_day_list(const Reader& read, const DatePart& part) {
  const bool ends = !read.inside(part.last) || read.token(part.last).token_class == TokenClass::sign;
  return is_ranked_day(read, part) && ends && !read.dash(part.last) && !read.sign(part.last, "%");
}

// The "1st" of "on the 1st and 15th", "le 5" of "le 5 et le 20".
bool starts_day_list(const Reader& read, const DatePart& part) {
  const Hit* joint = read.hit(part.last, Category::date_relation, "and");
  if (!joint || !is_ranked_day(read, part) || !article(read, part.first, "the")) return false;
  const uint32_t at = read.skip(joint->last, "the");
  DatePart next;
  next.first = at, next.last = at;
  next.reading.day = read_day_number(read, at, &next.last);
  // "le 5 et le 20" needs its articles, "the 1st and 15th" its ranks
  return next.reading.day && *part.reading.day < *next.reading.day && ends_day_list(read, next);
}

// "on se voit à sept": a number, unless it ends a range of months.
bool is_number(const Reader& read, const DatePart& part) {
  return !part.to && part.last - part.first <= 2 && read.hit(part.first, Category::cardinal) &&
         !read.token(part.first).line_before && read.hit_before(part.first, Category::date_relation, "to");
}

// "March Networks", "Theresa May"; "le sol de Mars".
bool is_part_of_name(const Reader& read, const DatePart& part) {
  const bool name = part.reading.month && !part.to && read.word(part.last) &&
                    read.token(part.last).capitals != Capitals::none &&
                    read.hit(part.first, Category::date_doubtful);
  const bool capital = part.first > read.first && read.hit(part.first, Category::date_doubtful, "small") &&
                       read.token(part.first).capitals == Capitals::first;
  return name || capital;
}

// "Le Journal du Dimanche": a name that ends in a word which has no capital elsewhere.
bool ends_name(const Reader& read, const DatePart& part) {
  if (part.last - part.first != 1 || read.token(part.first).capitals != Capitals::first ||
      !read.hit(part.first, Category::date_article, "lower"))
    return false;
  const Hit* of = read.hit_before(part.first, Category::date_article, "of");
  return of && of->first > read.first + 1 && read.word(of->first - 1) &&
         read.token(of->first - 1).capitals == Capitals::first;
}

// A month or season that is another word, too.
bool preposition_met(const Reader& read, const DatePart& part, bool related, bool chained) {
  if (read.alone(part.first, part.last)) return true;
  const bool season = part.reading.month && part.to;
  // "the fall of Kabul"
  if (season)
    return !read.hit(part.last, Category::date_article, "of") &&
           (related || article(read, part.first, "season"));
  if (!related && is_number(read, part)) return false;
  return !is_part_of_name(read, part) && (related || chained || article(read, part.first, "month"));
}

bool year_met(const Reader& read, const DatePart& part, bool related, bool chained) {
  // "mille deux cents" is a number, "en mille neuf cent quatorze" a year
  if (!related && is_spelled_out(read, part)) return article(read, part.first, "year");
  if (read.alone(part.first, part.last) || is_listed(read, part)) return true;
  return related ? read.clause_ends(part.last) || article(read, part.first, "year")
                 : year_fits(read, part, chained);
}

// A bare day.
bool range_met(const Reader& read, const DatePart& part, bool related, Chain chain) {
  if (starts_day_list(read, part) || (chain == Chain::days && ends_day_list(read, part))) return true;
  const bool ends =
      part.reading.month || !read.inside(part.last) || read.token(part.last).token_class == TokenClass::sign;
  const bool joined = read.dash(part.last) || read.sign(part.last, "/") || read.sign(part.last, "%") ||
                      read.sign(part.last, "°");
  const bool led =
      related || article(read, part.first, "the") || (part.reading.month && article(read, part.first, "on"));
  return part.reading.day && ends && !joined && led;
}

}  // namespace

bool needs_met(const Reader& read, const DatePart& part, bool related, Chain chain) {
  const bool chained = chain == Chain::periods;
  if (ends_name(read, part)) return false;
  switch (part.needs) {
    case DatePart::Needs::nothing:
      return true;
    case DatePart::Needs::preposition:
      return preposition_met(read, part, related, chained);
    case DatePart::Needs::year_word:
      return year_met(read, part, related, chained);
    case DatePart::Needs::range:
      return range_met(read, part, related, chain);
  }
  return false;
}

}  // namespace crosscheck
