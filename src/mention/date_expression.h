// Dates with what belongs to them: the part of the day and the clock time before or after them, and two dates
// that make a range or a night.
#pragma once

#include "mention/date_part.h"

namespace crosscheck {

// The plain dates at the last few places that were asked for, so that an expression that may be read in
// several ways is taken apart once. Of one text and its amounts.
struct DateMemo {
  static constexpr uint32_t kSlots = 16, kEmpty = 0xFFFFFFFF;
  struct Slot {
    uint32_t at = kEmpty;
    std::optional<DatePart> part;
  };
  Slot plain[kSlots];
  Slot whole[kSlots];  // with clock times and parts of days

  // For the next text; what the slots hold is large and stays.
  void clear() {
    for (uint32_t i = 0; i < kSlots; ++i) plain[i].at = whole[i].at = kEmpty;
  }
};

// A date without the clock time or part of the day beside it.
std::optional<DatePart> read_plain(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// "vendredi après-midi", "samedi 8 heures", "early Monday", "6 p.m. on Sunday", "17 novembre". The longest
// one.
std::optional<DatePart> read_date(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// "du 3 au 5 mai", "entre mars 2021 et juin 2023", "de mercredi à vendredi", "May 3-5", "les 8 et 9 février".
// Both ends are whole: what the first leaves out is taken from the second.
std::optional<DatePart> read_date_range(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// "dans la nuit de vendredi 8 à samedi 9": from the evening of the first to the morning of the second.
std::optional<DatePart> read_night(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// Past the articles and prepositions that may stand between a relation or joint and its date: "le", "the",
// "en".
uint32_t skip_articles(const Reader& read, uint32_t at);

// Whether the date is one day or a part of one.
bool is_day(const DatePart& part);
// "17" alone.
bool bare_day(const DatePart& part);

}  // namespace crosscheck
