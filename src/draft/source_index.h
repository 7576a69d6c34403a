// What the sources of a draft name and tell, to be looked up for each piece of it.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "crosscheck/finding.h"
#include "crosscheck/mention.h"

namespace crosscheck {

bool is_name(MentionKind kind);
// Whether two values say the same, whatever is counted: a claim knows more of its value than a mention does.
bool same_value(const Value& a, const Value& b);
// Whether two bytes at most differ, in one place.
bool almost_equal(absl::string_view a, absl::string_view b);

class SourceIndex {
 public:
  // Sources are the documents of the draft's dossier, the draft left out. `mentions` are those of each
  // document.
  SourceIndex(const Report& report, const std::vector<std::vector<Mention>*>& mentions, uint32_t draft);

  bool is_source(uint32_t document) const { return is_source_[document]; }
  // Where its names and words come from: itself, or the article that it took most of its claims from.
  const std::string& origin(uint32_t document) const { return origins_[document]; }
  ItemSource source(uint32_t document, TextSpan span, std::string origin, bool against) const;

  // In each source that has any, the first mention of the same person, organisation or place.
  std::vector<ItemSource> named(const Mention& name, const std::string& quote) const;
  // In each source that has them, the words themselves: where a name begins and ends is read from what stands
  // around it.
  std::vector<ItemSource> written(const std::string& words) const;
  // In each source that has any, the first mention of the same figure, date or title.
  std::vector<ItemSource> told(const Mention& mention) const;
  // A name of that kind that is written almost like it; empty when there is none.
  std::string nearest(MentionKind kind, const std::string& quote) const;

 private:
  struct Place {
    uint32_t document = 0;
    const Mention* mention = nullptr;
  };
  void learn_origins();
  std::vector<ItemSource> first_of_each(const std::vector<Place>& places) const;

  const Report& report_;
  std::vector<bool> is_source_;                                                // by document
  std::vector<std::string> origins_;                                           // by document
  absl::flat_hash_map<std::string, std::vector<Place>> by_entity_, by_words_;  // names, by id and as written
  std::map<MentionKind, std::vector<Place>> by_kind_;
};

}  // namespace crosscheck
