// Clock times that stand without a date: "à 12h30, heure du Pacifique", "around 10 a.m.".
#include "mention/clock.h"
#include "mention/offers.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

// What the words before a clock time say about it.
struct Lead {
  uint32_t first;  // where the mention starts: at the bound or approximation, when there is one
  bool found;
  Form form;
};

Form form_of(Symbol relation) {
  if (relation == "before") return Form::less_than;
  if (relation == "after") return Form::more_than;
  if (relation == "since") return Form::at_least;
  if (relation == "until") return Form::at_most;
  return Form::exact;
}

// The "onwards" behind the clock time at `at`, which ends its clause; nullptr when there is none.
const Hit* onward_behind(const Reader& read, uint32_t at) {
  const auto clock = read_clock(read, at);
  const Hit* onward = clock ? read.hit(clock->last, Category::date_relation, "onward") : nullptr;
  return onward && read.clause_ends(onward->last) ? onward : nullptr;
}

Lead lead_before(const Reader& read, uint32_t at) {
  if (const Hit* about = read.hit_before(at, Category::date_article, "about"))
    return {about->first, true, Form::about};
  // "no later than 5:30", not "later than"
  std::optional<Lead> best;
  for (const Symbol relation : std::initializer_list<Symbol>{"before", "after", "since", "until"}) {
    const Hit* found = read.hit_before(at, Category::date_relation, relation);
    if (found && (!best || found->first < best->first)) best = Lead{found->first, true, form_of(relation)};
  }
  if (best) return *best;
  // "from 6pm onwards"
  const Hit* from = read.hit_before(at, Category::date_relation, "from");
  if (from && onward_behind(read, at)) return {from->first, true, Form::at_least};
  // "dès 14 h"
  if (const Hit* onward = read.hit_before(at, Category::date_article, "onward"))
    return {onward->first, true, Form::at_least};
  if (const Hit* plain = read.hit_before(at, Category::date_article, "at")) {
    const bool doubtful = read.hit(plain->first, Category::date_doubtful, "capital") &&
                          read.token(plain->first).capitals == Capitals::none;
    if (!doubtful) return {at, true, Form::exact};
  }
  return {at, false, Form::exact};
}

// "17 h" of "9 h à 17 h": no length has so many hours.
bool is_evening(const Reader& read, uint32_t at) {
  constexpr int kNoon = 12 * 60;
  const auto clock = read_clock(read, at);
  return clock && clock->has_sign && clock->minute_of_day > kNoon &&
         !read.hit(clock->last, Category::date_article, "of");
}

// The end of a range of clock times: "de 9h à 18h", "between 8 and 10 a.m.".
constexpr uint32_t kLongestClock = 7;  // tokens of "10:30 a.m."
bool in_range(const Reader& read, uint32_t at, uint32_t last) {
  for (const Symbol joint : std::initializer_list<Symbol>{"to", "and"}) {
    const Hit* to = read.hit_before(at, Category::date_relation, joint);
    if (!to) continue;
    for (uint32_t back = 1; back <= kLongestClock && to->first >= read.first + back; ++back) {
      const auto other = read_clock(read, to->first - back);
      if (other && other->last == to->first) return true;
    }
  }
  const Hit* to = read.hit(last, Category::date_relation, "to");
  if (to && (read.hit_before(at, Category::date_relation, "from") || is_evening(read, to->last)) &&
      read_clock(read, to->last))
    return true;
  // "9h-17h"
  if (read.dash(last) && read_clock(read, last + 1)) return true;
  if (at > read.first && read.dash(at - 1)) {
    for (uint32_t back = 2; back <= kLongestClock && at >= read.first + back; ++back) {
      const auto other = read_clock(read, at - back);
      if (other && other->last == at - 1) return true;
    }
  }
  const Hit* and_word = read.hit(last, Category::date_relation, "and");
  return and_word && read.hit_before(at, Category::date_relation, "between") &&
         read_clock(read, and_word->last);
}

// A clock time that was read; `first` is where its bound stands, when it has one.
struct Told {
  uint32_t first, last;
  ClockTime time;
  bool named = false;  // with its half of the day or part of it: "a.m.", "noon"
};

// "de 9 h à 17 h", "between 10:30 and noon", "9am-5pm": two times become a range.
bool join(const Reader& read, const Told& to, Told* from) {
  const Hit* between = read.hit_before(from->first, Category::date_relation, "between");
  const Hit* lead = between ? between : read.hit_before(from->first, Category::date_relation, "from");
  const Hit* joint = read.hit(from->last, Category::date_relation, between ? Symbol("and") : Symbol("to"));
  const bool dash = !joint && read.dash(from->last) && to.first == from->last + 1;
  const bool joined = joint && read.skip(joint->last, "at") == to.first;
  const bool plain = from->time.form == Form::exact && to.time.form == Form::exact;
  if (!plain || (!dash && !joined && !(joint && joint->last == to.first))) return false;
  if (to.time.minute_of_day == from->time.minute_of_day) return false;
  if (!from->named)
    from->time.minute_of_day =
        with_half_day_of(read, from->time.minute_of_day, to.time.minute_of_day, to.last);
  if (lead) from->first = lead->first;
  from->last = to.last;
  from->time.form = Form::between;
  from->time.end_minute_of_day = to.time.minute_of_day;
  if (from->time.zone.empty()) from->time.zone = to.time.zone;
  return true;
}

void add(const Reader& read, uint32_t first, uint32_t last, ClockTime value, std::vector<Told>* out) {
  Told told{first, last, std::move(value)};
  told.named = read.hit_before(last, Category::half_day) || read.hit_before(last, Category::day_part);
  if (out->empty() || out->back().time.end_minute_of_day || !join(read, told, &out->back()))
    out->push_back(std::move(told));
}

// The "4" of "from 4 to 6 p.m.", "4-6 p.m.": it takes the half of the day from the time that ends the range.
bool add_bare_start(const Reader& read, uint32_t at, const Clock& end, std::vector<Told>* out) {
  const Hit* joint = read.hit_before(at, Category::date_relation, "to");
  if (!joint) joint = read.hit_before(at, Category::date_relation, "and");
  const bool dash = !joint && at > read.first && read.dash(at - 1) && read.tight(at);
  const uint32_t last = joint ? joint->first : at - 1;
  if ((!joint && !dash) || last == read.first) return false;
  auto hour = read.figure(last - 1, 1, 2);
  if (const auto word = hour || dash ? std::nullopt : read.small_number(last - 1)) hour = word->value;
  constexpr int kHours = 12, kMinutes = 60;
  const int end_hour = end.minute_of_day / kMinutes;
  // "de 15 à 18 h"
  const bool plain = hour && *hour > kHours && *hour < end_hour;
  if (!hour || *hour < 1 || (*hour > kHours && !plain) || read.part_of_figure(last - 1)) return false;
  const bool led = read.hit_before(last - 1, Category::date_relation, "from") ||
                   read.hit_before(last - 1, Category::date_relation, "between");
  if (!led && !dash) return false;
  // "de 2 à 4 heures" is a length
  constexpr int kMidnight = 24;
  constexpr int kShift = 8;
  const bool hours_told = (joint || dash) && read.alone(last - 1, end.last) &&
                          (read.hit_before(last - 1, Category::date_relation, "from") || end_hour >= kShift);
  const bool clock =
      end.sure || end.minutes || (end_hour > kHours && end_hour < kMidnight) || (led && hours_told);
  const bool lasting = read.hit_before(last - 1, Category::date_article, "lasting") != nullptr;
  if (!clock || (lasting && !end.sure)) return false;
  const bool afternoon = end_hour >= kHours && *hour % kHours <= end_hour - kHours;
  const int start = plain ? *hour : *hour % kHours + (afternoon ? kHours : 0);
  add(read, last - 1, last, ClockTime{start * kMinutes, end.zone, Form::exact}, out);
  return true;
}

struct BareEnd {
  uint32_t first, last;
  int minute_of_day;
};

// The "3" of "from noon to 3", "entre midi et deux".
std::optional<BareEnd> read_bare_end(const Reader& read, uint32_t at, const Clock& start) {
  constexpr int kHours = 12, kMinutes = 60, kDay = 24;
  const Hit* between = read.hit_before(at, Category::date_relation, "between");
  const Hit* lead = between ? between : read.hit_before(at, Category::date_relation, "from");
  const Hit* joint =
      lead ? read.hit(start.last, Category::date_relation, between ? Symbol("and") : Symbol("to")) : nullptr;
  if (!joint || (!start.sure && !start.minutes && !read.hit(at, Category::day_part)) ||
      read_clock(read, joint->last))
    return std::nullopt;
  const auto hour = read.small_number(joint->last);
  if (!hour || hour->value < 1 || hour->value > kDay || !read.clause_ends(hour->last) ||
      read.hit(hour->last, Category::date_relation) || read.tight(hour->last + 1))
    return std::nullopt;
  int end = hour->value * kMinutes;
  if (end <= start.minute_of_day && hour->value <= kHours) end += kHours * kMinutes;
  if (end <= start.minute_of_day) return std::nullopt;
  return BareEnd{joint->last, hour->last, end % (kDay * kMinutes)};
}

// "I'll be back at 5.", "we meet at seven": a bare hour at the end of what is to come.
void add_bare_hour(const Reader& read, uint32_t at, std::vector<Told>* out) {
  constexpr int kHours = 12, kMinutes = 60;
  if (!read.starts_number(at)) return;
  const Hit* lead = read.hit_before(at, Category::date_article, "at_hour");
  auto hour = lead ? read.small_number(at) : std::nullopt;
  if (hour && !read.ahead_before(lead->first) && !read.alone(lead->first, hour->last)) hour.reset();
  if (!hour || hour->value < 1 || hour->value > kHours) return;
  const bool ends = !read.inside(hour->last) ||
                    (read.token(hour->last).token_class == TokenClass::sign && !read.tight(hour->last + 1));
  if (ends) add(read, at, hour->last, ClockTime{hour->value * kMinutes, "", Form::exact}, out);
}

// "depuis 17h", "depuis 8h30": a moment; few hours, or one or two days of them, are a length.
bool is_since(const Reader& read, uint32_t at, const Clock& clock) {
  constexpr int kEarly = 5, kHalfDay = 12, kMinutes = 60;
  if (!read.digits(at) || !clock.has_sign || !read.hit_before(at, Category::date_relation, "since"))
    return false;
  const int hour = clock.minute_of_day / kMinutes;
  const bool letter = read.text.word(at + 1).size() == 1;
  return letter && hour >= kEarly && (clock.minutes || hour % kHalfDay != 0);
}

// "le vol de 14 h 10" leaves then, "un vol de 2 h 10" lasts so long
bool is_lasting(const Reader& read, uint32_t at, const Clock& clock) {
  const Hit* lasts = read.hit_before(at, Category::date_article, "lasting");
  if (!lasts || is_since(read, at, clock)) return false;
  const Hit* leads = read.hit_before(at, Category::date_article, "at");
  return !leads || lasts->first <= leads->first;
}

// "après deux heures": few hours are a length, "après 20 heures" is not. "Ont duré près de quatre heures" has
// the word that tells so before the approximation, "une interruption de près de quatre heures" its noun.
bool is_length_of_time(const Reader& read, const Clock& clock, const Lead& lead, bool lasting) {
  constexpr int kMorning = 7 * 60;
  const bool few = lead.form == Form::more_than && !clock.minutes && clock.minute_of_day < kMorning;
  const bool lasts = lead.form == Form::about
                         ? read.hit_before(lead.first, Category::date_article, "lasting") ||
                               read.hit_before(lead.first, Category::date_article, "of")
                         : lasting;
  return !clock.sure && (lasts || few);
}

// Whether the words around a clock, or how it is written, make it a time; `led` where a word before it does.
bool tells_time(const Reader& read, uint32_t at, const Clock& clock, bool led, bool lasting) {
  const auto alone = [&] { return read.alone(at, clock.last); };
  // "à deux heures de Paris", "2h30 de réunion" are lengths, "à 9 h 20 d'après la police" is none.
  const bool of = !clock.sure && read.hit(clock.last, Category::date_article, "of") &&
                  !read.hit(clock.last, Category::according);
  const bool named = read.hit(at, Category::day_part) || read.hit_before(clock.last, Category::half_day);
  if (clock.sure || (led && !of) || (named && alone())) return true;
  // "eight thirty"
  const auto spelled = read.digits(at) ? std::nullopt : read.small_number(at);
  if (spelled && clock.minutes && !read.hit(spelled->last, Category::hour_sign) && alone()) return true;
  // "12h30", "vingt heures trente": nobody writes small lengths of time with so many hours.
  const uint32_t hour_end = read.digits(at) ? at + 1 : spelled ? spelled->last : at;
  const bool large = clock.minute_of_day >= 5 * 60 || clock.minute_of_day < 60;
  if (clock.minutes && large && !of && read.hit(hour_end, Category::hour_sign) &&
      !read.hit_before(clock.last, Category::hour_sign, "minute"))
    return true;
  // "the 23:05 departure"
  if (clock.minutes && read.sign(at + 1, ":") && read.hit(clock.last, Category::date_article, "leaves_at"))
    return true;
  // "8:20" where nothing else is told; "15:00:30"
  if (clock.minutes && read.sign(at + 1, ":") &&
      (alone() || (clock.seconds && read.figure(at, 2, 2) && !lasting)))
    return true;
  // "17h" and no more
  return read.digits(at) && is_evening(read, at) && alone();
}

// Adds the time that a clock tells, if it does, and the end of "entre midi et deux"; where reading goes on.
uint32_t add_clock(const Reader& read, uint32_t at, const Clock& clock, std::vector<Told>* out) {
  Lead lead = lead_before(read, at);
  if (clock.about && lead.form == Form::exact) lead.form = Form::about;
  const bool lasting = is_lasting(read, at, clock), range = in_range(read, at, clock.last);
  // "from 10 a.m. till 6 p.m.": no bound
  if (range && lead.form == Form::at_most) lead = {at, true, Form::exact};
  const auto end = read_bare_end(read, at, clock);
  if ((end || tells_time(read, at, clock, lead.found || range, lasting)) &&
      !is_length_of_time(read, clock, lead, lasting)) {
    const bool begun = (clock.sure || clock.has_sign) && add_bare_start(read, at, clock, out);
    if (begun && lead.form == Form::at_most) lead = {at, true, Form::exact};
    const Hit* onward = lead.form == Form::at_least ? onward_behind(read, at) : nullptr;
    add(read, lead.first, onward ? onward->last : clock.last,
        ClockTime{clock.minute_of_day, clock.zone, lead.form}, out);
    if (end) add(read, end->first, end->last, ClockTime{end->minute_of_day, clock.zone, Form::exact}, out);
  }
  return end ? end->last : clock.last;
}

void find_in(const Reader& read, std::vector<Told>* out) {
  constexpr Marks kStarts = kNeverMark | kDigitsMark | mark(Category::day_part) | mark(Category::cardinal) |
                            mark(Category::clock_shift);
  for (uint32_t at = read.first; (at = read.next_marked(at, kStarts)) < read.last;) {
    ++offers.times;
    if (read.text.marks[at] & kNeverMark) {
      if (const Hit* never = read.hit(at, Category::date_doubtful, "never")) {
        at = never->last;
        continue;
      }
    }
    if (const std::optional<Clock> clock = read_clock(read, at)) {
      at = add_clock(read, at, *clock, out);
    } else {
      add_bare_hour(read, at, out);
      ++at;
    }
  }
}

}  // namespace

void find_times(const Annotated& text, const Rulebook&, std::vector<Mention>* out) {
  std::vector<Told> found;
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last};
    found.clear();
    find_in(read, &found);
    for (Told& told : found) {
      Mention mention;
      mention.kind = MentionKind::time;
      mention.span = read.span(told.first, told.last);
      mention.value = std::move(told.time);
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace crosscheck
