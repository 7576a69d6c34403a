// The days that a story is about: told by most of its articles, each in its own words. What an article tells
// first of such a day is mostly the event itself: "the council voted on Tuesday", "mardi soir, la salle était
// pleine". So the first tellings are evidence for each other, where their words have little in common.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "crosscheck/finding.h"

namespace crosscheck {

class StoryDays {
 public:
  explicit StoryDays(const Report& report);

  // Points for two claims, by their index in the report, that are the first of their articles to tell a day
  // of the story.
  int points(uint32_t a, uint32_t b) const;

 private:
  // By dossier and day: of each article the claim that tells it first.
  std::map<std::pair<std::string, int64_t>, std::map<uint32_t, uint32_t>> first_;
  std::vector<int> worth_;  // by claim: points of a first telling; 0 for all others
};

}  // namespace crosscheck
