// Moments as people write them: "17 November 2023", "17 novembre 2023, entre 18 h 00 et 24 h 00", "about
// 12:45".
#pragma once

#include <string>

#include "crosscheck/document.h"
#include "crosscheck/value.h"
#include "report/words.h"

namespace crosscheck {

std::string date_in_words(const Date& date, const Words& words);
std::string clock_in_words(const ClockTime& time, const Words& words);
// An ISO day, "2026-11-26", as people write it; any other text as it is.
std::string day_in_words(const std::string& iso, const Words& words);
// A moment of publication: "17 May 2024, 19:30 (UTC+02:00)"; its time only where one was told.
std::string published_in_words(const Moment& moment, const Words& words);

}  // namespace crosscheck
