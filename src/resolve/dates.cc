#include "resolve/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "resolve/calendar.h"
#include "resolve/lean.h"

namespace crosscheck {
namespace {

using absl::CivilDay;
using Lean = Occasion::Lean;

constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

class Resolver {
 public:
  Resolver(const Annotated& text, std::vector<std::string>* warnings) : text_(text), warnings_(*warnings) {
    const auto& published = text.document->metadata.published;
    if (published) published_ = CivilDay(published.value.local);
    if (published && published.value.has_time) moment_ = published.value.local;
  }

  void resolve(Lean lean, Mention* mention) {
    Date date;
    date.as_told = std::string(text_.text(mention->span));
    if (mention->reading) {
      date.grain = mention->reading->grain;
      resolve_readings(*mention, lean, &date);
    }
    mention->value = std::move(date);
  }

 private:
  void resolve_readings(const Mention& mention, Lean lean, Date* date) {
    Occasion occasion;
    occasion.published = published_;
    occasion.moment = moment_;
    occasion.anchor = anchor_;
    occasion.anchor_grain = anchor_grain_;
    occasion.lean = lean;
    std::optional<Resolved> first = resolve_reading(with_year_beside(mention), occasion);
    if (!first) return;
    std::optional<Resolved> second;
    if (mention.reading_to) {
      second = resolve_end(mention, occasion, &*first);
      if (!second || second->end <= first->start) return;
      warn(mention, *second);
    }
    warn(mention, *first);
    const Resolved& last = second ? *second : *first;
    // "until 8 o'clock" ends when the clock strikes.
    const bool clock = last.grain >= Grain::hour && (second || mention.relation == Mention::Relation::until);
    set_sides(mention.relation, first->start, clock ? last.start : last.end, date);
    date->grain = first->grain;
    date->resolved_from = first->from;
    if (!second) date->told_to = first->told_to;
    remember(last);
    note_year(mention, *first);
  }

  // "was elected on 8 May 2025, after the death of her predecessor on 21 April": a day of long ago in the
  // sentence of another is of the year that brings it nearest to that one.
  DateReading with_year_beside(const Mention& mention) const {
    DateReading out = *mention.reading;
    const bool left_out =
        out.base == DateReading::Base::absolute && out.month && out.day && !out.year && out.direction == 0;
    if (!left_out || !told_day_ || told_in_ != sentence_of(mention)) return out;
    std::optional<CivilDay> nearest;
    for (const int64_t year : {told_day_->year() - 1, told_day_->year(), told_day_->year() + 1}) {
      const CivilDay day(year, *out.month, *out.day);
      if (day.day() != *out.day) continue;  // 29 February
      if (!nearest || std::abs(day - *told_day_) < std::abs(*nearest - *told_day_)) nearest = day;
    }
    if (nearest) out.year = static_cast<int>(nearest->year());
    return out;
  }

  // The last day of the text that is told with its year and lies long before the article.
  void note_year(const Mention& mention, const Resolved& resolved) {
    constexpr int kLongAgo = 300;  // days
    if (!mention.reading->year || mention.reading_to || resolved.grain < Grain::day || !published_) return;
    const CivilDay day(resolved.start);
    if (*published_ - day < kLongAgo) return;
    told_day_ = day;
    told_in_ = sentence_of(mention);
  }

  const SentenceRange* sentence_of(const Mention& mention) const {
    return text_.sentence_at(text_.token_at(mention.span.begin));
  }

  // The end of a range. "Au printemps dernier", told in spring, is the one of last year.
  std::optional<Resolved> resolve_end(const Mention& mention, Occasion occasion, Resolved* first) const {
    const DateReading& reading = *mention.reading;
    occasion.not_before = CivilDay(first->start);
    const auto second = resolve_reading(*mention.reading_to, occasion);
    const bool last_one = reading.direction < 0 && reading.month && !reading.year && !reading.rolling;
    if (!second || !last_one || !published_ || second->end <= absl::CivilSecond(*published_)) return second;
    DateReading earlier = reading;
    earlier.year = static_cast<int>(first->start.year()) - 1;
    const ResolvedFrom from = first->from;
    *first = resolve_reading(earlier, occasion).value_or(*first);
    first->from = from;
    occasion.not_before = CivilDay(first->start);
    return resolve_reading(*mention.reading_to, occasion);
  }

  static void set_sides(Mention::Relation relation, absl::CivilSecond start, absl::CivilSecond end,
                        Date* date) {
    switch (relation) {
      case Mention::Relation::at:
        date->start = start, date->end = end;
        break;
      case Mention::Relation::since:
        date->start = start;
        break;
      case Mention::Relation::until:
        date->end = end;
        break;
      case Mention::Relation::before:
        date->end = start;
        break;
      case Mention::Relation::after:
        date->start = end;
        break;
    }
  }

  // What "two days later" hangs on. A year told for the background is none for days, but is for years.
  void remember(const Resolved& resolved) {
    anchor_ = CivilDay(resolved.end - 1);
    // A night that goes on into the morning is of the day on which it began.
    if (resolved.grain == Grain::part_of_day) anchor_ = CivilDay(resolved.start);
    anchor_grain_ = std::min(resolved.grain, Grain::day);
  }

  void warn(const Mention& mention, const Resolved& resolved) {
    if (!resolved.actual_weekday) return;
    const CivilDay day(resolved.start);
    const bool year_told =
        mention.reading->year.has_value() || (mention.reading_to && mention.reading_to->year);
    const char* verb = published_ && day > *published_ ? "is" : "was";
    std::string message = absl::StrCat("'", text_.text(mention.span), "' ", verb, " a ",
                                       kWeekdays[*resolved.actual_weekday - 1]);
    if (!year_told) absl::StrAppend(&message, " in ", day.year());
    if (std::find(warnings_.begin(), warnings_.end(), message) == warnings_.end())
      warnings_.push_back(std::move(message));
  }

  const Annotated& text_;
  std::vector<std::string>& warnings_;
  std::optional<CivilDay> published_;
  std::optional<absl::CivilSecond> moment_;
  std::optional<CivilDay> anchor_;
  std::optional<CivilDay> told_day_;
  const SentenceRange* told_in_ = nullptr;  // sentence of told_day_
  Grain anchor_grain_ = Grain::day;
};

}  // namespace

void resolve_dates(const Annotated& text, std::vector<Mention>* mentions,
                   std::vector<std::string>* warnings) {
  Resolver resolver(text, warnings);
  const std::vector<Lean> leans = find_leans(text, *mentions);
  for (size_t i = 0; i < mentions->size(); ++i) {
    if ((*mentions)[i].kind == MentionKind::date) resolver.resolve(leans[i], &(*mentions)[i]);
  }
}

}  // namespace crosscheck
