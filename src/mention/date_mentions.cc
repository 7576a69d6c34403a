// Dates of an article: which expressions there are, with their relation ("depuis", "by"). What they mean is
// found by resolve/dates.
#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "mention/clock.h"
#include "mention/date_expression.h"
#include "mention/date_needs.h"
#include "mention/date_reach.h"
#include "mention/date_starts.h"
#include "mention/offers.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;
using Relation = Mention::Relation;

struct Found {
  DatePart part;
  Relation relation = Relation::at;
};

constexpr Category kLonger[] = {Category::day_part, Category::day_offset, Category::month_part};

// The word of a relation at `at`, where no longer phrase of dates begins with it: "before dawn on Sunday",
// "avant hier", "beginning of next month"; "a little after eight" is about eight.
const Hit* relation_at(const Reader& read, uint32_t at, Symbol name) {
  const Hit* word = read.hit(at, Category::date_relation, name);
  if (!word || read.hit_before(word->last, Category::date_article, "about")) return nullptr;
  for (const Category category : kLonger) {
    const Hit* longer = read.hit(at, category);
    if (longer && longer->last > word->last) return nullptr;
  }
  return word;
}

// The date or range at `start`, behind a relation.
std::optional<DatePart> read_led(const Reader& read, Amounts amounts, uint32_t start) {
  std::optional<DatePart> part = read_night(read, amounts, start);
  if (!part) part = read_date_range(read, amounts, start);
  if (!part) part = read_date(read, amounts, start);
  return part && needs_met(read, *part, true, Chain::none) ? part : std::nullopt;
}

// "up to 30", "jusqu'à 30" bound an amount, "multiply 12 by 15" has no date; a day has its article: "jusqu'au
// 3". `word` is the relation at `at`, `start` where the day was read.
bool is_amount_bound(const Reader& read, const DatePart& part, const Hit& word, Relation relation,
                     uint32_t start) {
  if (part.needs != Needs::range) return false;
  const uint32_t at = word.first;
  const Hit* bound = read.hit(at, Category::bound_before);
  if (bound && bound->last == start) return true;
  if (!bare_day(part)) return false;
  const Hit* article = read.hit(at, Category::date_article, "the");
  const bool plain = !part.reading.weekday && start == word.last && part.last == start + 1 &&
                     !(article && article->last == start);
  if (plain && (relation == Relation::until || read.alone(at, part.last))) return true;
  return read.hit_before(part.last - 1, Category::date_article, "hour_article") !=
         nullptr;  // "antes de las 6"
}

// "before the end of the year" leaves its last days open
bool leaves_end(const Reader& read, const DatePart& part, Relation relation, uint32_t from) {
  if (relation != Relation::before || !(part.reading.part_low > 1)) return false;
  for (uint32_t at = from; at < part.last; ++at) {
    if (read.hit(at, Category::month_part, "end")) return true;
  }
  return false;
}

std::optional<Found> read_related(const Reader& read, Amounts amounts, uint32_t at) {
  struct Row {
    Symbol name;
    Relation relation;
  };
  constexpr Row kRows[] = {{"since", Relation::since},
                           {"until", Relation::until},
                           {"before", Relation::before},
                           {"after", Relation::after}};
  for (const auto& [name, relation] : kRows) {
    const Hit* word = relation_at(read, at, name);
    if (!word) continue;
    // "by next Thursday": what could be an article tells which one it is
    const bool direction = read.hit(word->last, Category::date_direction) != nullptr;
    const uint32_t behind = direction ? word->last : skip_articles(read, word->last);
    for (const uint32_t start : {behind, word->last}) {
      std::optional<DatePart> part = read_led(read, amounts, start);
      if (!part || is_amount_bound(read, *part, *word, relation, start)) continue;
      // "after Friday's derailment" tells when the derailment was.
      if (read.possessive(part->last)) return std::nullopt;
      part->first = at;
      if (const Hit* onward = read.hit(part->last, Category::date_relation, "onward"))
        part->last = onward->last;
      return Found{*part, leaves_end(read, *part, relation, word->last) ? Relation::until : relation};
    }
  }
  return std::nullopt;
}

// "from Monday on", "from June onwards", "von Montag an".
std::optional<Found> read_onward(const Reader& read, Amounts amounts, uint32_t at) {
  const Hit* from = read.hit(at, Category::date_relation, "from");
  if (!from) return std::nullopt;
  auto part = read_date(read, amounts, skip_articles(read, from->last));
  if (!part) part = read_date(read, amounts, from->last);
  const Hit* onward = part ? read.hit(part->last, Category::date_relation, "onward") : nullptr;
  if (!part || part->needs == Needs::range) return std::nullopt;
  // "the ban applies from 1 September"
  const bool applies = !onward && part->reading.year && part->reading.month && !part->to &&
                       read.ahead_before(at) && !read.hit(part->last, Category::date_relation, "to") &&
                       !read.dash(part->last);
  if (applies) {
    part->first = at;
    return Found{*part, Relation::since};
  }
  if (!onward) return std::nullopt;
  // "from Monday on the road"
  if (read.word(onward->last) && !read.clause_ends(onward->last)) return std::nullopt;
  part->first = at;
  part->last = onward->last;
  return Found{*part, Relation::since};
}

// "ces derniers jours", "in the coming months": a length that is not told.
std::optional<Found> read_vague_span(const Reader& read, uint32_t at) {
  const Hit* span = read.hit(at, Category::date_article, "vague_span");
  if (!span || read.hit(span->last, Category::date_article, "of")) return std::nullopt;
  Found found;
  found.part.first = at;
  found.part.last = span->last;
  found.part.unresolved = true;
  return found;
}

// "call me now", "maintenant": only at the end of a short text, as every other story says "now".
std::optional<Found> read_now(const Reader& read, uint32_t at) {
  constexpr uint32_t kMost = 12;
  const Hit* now = read.hit(at, Category::date_article, "now");
  if (!now || !read.moment_known() || read.text.sentences.size() != 1 || read.last - read.first > kMost)
    return std::nullopt;
  for (uint32_t t = read.first; t < read.last; ++t) {
    if (read.digits(t) || (t >= now->last && read.token(t).token_class != TokenClass::sign))
      return std::nullopt;
  }
  Found found;
  found.part.first = at;
  found.part.last = now->last;
  found.part.reading.base = DateReading::Base::published;
  found.part.reading.grain = Grain::minute;
  found.part.reading.offset_seconds = 0;
  return found;
}

std::optional<Found> read_expression(const Reader& read, Amounts amounts, uint32_t at, Chain chained) {
  const bool relation = read.starts(at, mark(Category::date_relation));
  if (const auto recurring = read_recurring(read, at)) return Found{*recurring};
  if (const auto span = read_vague_span(read, at)) return span;
  if (const auto now = read_now(read, at)) return now;
  if (read.starts(at, mark(Category::ago))) {
    if (auto term = read_term(read, amounts, at))
      return Found{*term, term->reading.rolling ? Relation::at : Relation::until};
  }
  if (relation) {
    if (auto related = read_related(read, amounts, at)) return related;
    if (auto onward = read_onward(read, amounts, at)) return onward;
  }
  if (auto night = read_night(read, amounts, at)) return Found{*night};
  std::optional<DatePart> date = read_date(read, amounts, at);
  if (date && !needs_met(read, *date, false, chained)) date = std::nullopt;
  auto range = read_date_range(read, amounts, at);
  const bool better = range && (!date || range->last > date->last || date->needs == Needs::range);
  if (better) return Found{*range};
  if (!date) return std::nullopt;
  if (const auto each_year = read_day_each_year(read, *date)) return Found{*each_year};
  if (const auto habitual = read_habitual_weekday(read, *date)) return Found{*habitual};
  return Found{*date, date->relation.value_or(Relation::at)};
}

std::string describe(const DateReading& reading) {
  constexpr const char* kBases[] = {"calendar", "day of publication", "another date", "weekday"};
  std::string out = absl::StrCat("date told by ", kBases[static_cast<int>(reading.base)]);
  const auto add = [&out](const char* name, std::optional<int> value) {
    if (value) absl::StrAppend(&out, ", ", name, " ", *value);
  };
  add("year", reading.year), add("month", reading.month), add("day", reading.day),
      add("weekday", reading.weekday);
  add("quarter", reading.quarter), add("hour", reading.hour), add("minute", reading.minute);
  if (reading.offset != 0) absl::StrAppend(&out, ", offset ", reading.offset, " ", to_string(reading.unit));
  if (reading.direction != 0) absl::StrAppend(&out, ", ", reading.direction > 0 ? "coming" : "past");
  return out;
}

Mention to_mention(const Reader& read, const Found& found) {
  Mention mention;
  mention.kind = MentionKind::date;
  uint32_t first = found.part.first;
  // "dans la nuit": the preposition is no part of the expression.
  const Hit* lead = read.hit(first, Category::date_article, "lead");
  const bool strip =
      lead && lead->last < found.part.last && found.relation == Relation::at &&
      !(found.part.reading.base == DateReading::Base::published && read.hit(first, Category::ago, "in"));
  if (strip) first = lead->last;
  mention.span = read.span(first, found.part.last);
  mention.relation = found.relation;
  if (found.part.unresolved) {
    if (read.text.with_steps)
      mention.steps.push_back("date that hangs on an event or a vague length of time, or that comes back");
    return mention;
  }
  mention.reading = found.part.reading;
  mention.reading_to = found.part.to;
  if (!read.text.with_steps) return mention;
  mention.steps.push_back(describe(found.part.reading));
  if (found.part.to) mention.steps.push_back(absl::StrCat("to: ", describe(*found.part.to)));
  return mention;
}

// Where a bare year or month ended, for "en 2019, 2020 et 2021", or a bare day.
class ChainEnd {
 public:
  // What stands right before `at`.
  Chain before(const Reader& read, uint32_t at) const {
    const bool joined = end_ > 0 && (read.sign(end_, ",") || read.hit(end_, Category::date_relation, "and"));
    if (!joined) return Chain::none;
    if (of_days_) return at == end_ + 1 || at == read.skip(end_ + 1, "the") ? Chain::days : Chain::none;
    return at == end_ + 1 ? Chain::periods : Chain::none;
  }

  void note(const DatePart& part) {
    const Grain grain = part.reading.grain;
    of_days_ = bare_day(part);
    end_ = grain == Grain::year || grain == Grain::month || of_days_ ? part.last : 0;
  }

 private:
  uint32_t end_ = 0;
  bool of_days_ = false;
};

// "The weekend" of "The weekend warriors": a phrase in which no date is read goes on behind it.
bool runs_into_never(const Reader& read, const Found& found) {
  for (uint32_t at = found.part.first + 1; at < found.part.last; ++at) {
    const Hit* never = read.hit(at, Category::date_doubtful, "never");
    if (never && never->last > found.part.last) return true;
  }
  return false;
}

// Reads a sentence in which `reach` tells where a date may start.
void find_in(const Reader& read, Amounts lengths, const DateReach& reach, std::vector<Mention>* out) {
  uint32_t next_date = find_next_date(read, read.first);
  if (next_date == read.last) return;
  ChainEnd chain;
  for (uint32_t at = read.first; at < read.last;) {
    if (read.text.marks[at] & (kNeverMark | kFalseMark)) {
      const uint32_t after = skip_never(read, at);
      if (after != at) {
        at = after;
        continue;
      }
    }
    if (!reach.from(at) || !starts_date(read, at, &next_date)) {
      ++at;
      continue;
    }
    ++offers.dates;
    const auto found = read_expression(read, lengths, at, chain.before(read, at));
    if (!found || runs_into_never(read, *found)) {
      ++at;
      continue;
    }
    out->push_back(to_mention(read, *found));
    at = found->part.last;
    chain.note(found->part);
  }
}

}  // namespace

void find_dates(const Annotated& text, const Rulebook&, Amounts lengths, std::vector<Mention>* out) {
  thread_local DateMemo memo;  // places are told apart by their tokens, and no token is of two sentences
  memo.clear();
  DateReach reach(lengths);
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last, &memo};
    if (reach.read(read, sentence.marks)) find_in(read, lengths, reach, out);
  }
}

}  // namespace crosscheck
