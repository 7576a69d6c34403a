// The days that a story is about: told by at least half of its articles, each in its own words. What an
// article tells first of such a day is mostly the event itself: "the council voted on Tuesday", "mardi soir,
// la salle était pleine". So the first tellings are evidence for each other, where their words have little in
// common.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/time/civil_time.h"
#include "crosscheck/finding.h"

namespace crosscheck {

class StoryDays {
 public:
  explicit StoryDays(const Report& report);

  // Points for two claims, by their index in the report, that are the first of their articles to tell one day
  // of the story.
  int points(uint32_t a, uint32_t b) const;

 private:
  struct FirstTelling {
    int points = 0;  // 0: it is none
    absl::CivilDay day;
  };
  std::vector<FirstTelling> first_;  // by claim
};

}  // namespace crosscheck
