// The pattern language of rules, parsed. A pattern is matched against the tokens of one sentence by
// claim/matcher.
//
// clang-format off
//   @employ               any word or phrase of the concept `employ` or of a narrower one, in the article's language
//   signé                 the word itself; only in patterns of one language
//   {value:count}         a mention of that kind; `value`, `subject`, `object`, … name what it is for the claim
//   {value:count:staff}   the same, counting the concept `staff` or something narrower
//   {for:figure}          a whole number below a thousand, whether a mention stands there or not: the "9" of "9-4"
//   ..                    up to 3 tokens of any kind, ..8 up to 8 (12 at most); never across a sentence
//   (a | b c)             one of several; (a)? may be missing
//   a & b                 b stands in the same clause as a, before or after it
//   a && b                b stands in the same sentence
// clang-format on
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/mention.h"
#include "rules/concept_tree.h"

namespace crosscheck {

// A set of kinds of mention, as bits.
using MentionKinds = uint32_t;
constexpr MentionKinds bit_of(MentionKind kind) { return MentionKinds{1} << static_cast<int>(kind); }

// One step of a pattern. Alternatives hold sequences of their own.
struct PatternItem {
  enum class Kind { word, concept_word, slot, figure, gap, choice };
  Kind kind = Kind::word;
  uint64_t hash = 0;                     // word
  std::string text;                      // word as written; concept id; name of a slot or figure
  std::vector<MentionKind> mentions;     // slot: kinds that fit
  std::vector<absl::string_view> units;  // slot: base units that a measure must have one of; empty for any
  std::string counted;                   // slot: concept that must be counted; empty for any
  // Of the concept that must stand or be counted there; set once all concepts are known (pattern_needs.h).
  ConceptNumber concept_number = kNoConcept;
  int gap = 0;  // gap: tokens at most
  bool optional = false;
  std::vector<std::vector<PatternItem>> choices;
};

// What must be there for a part to match: of each list of concepts and of words one, and of each set of kinds
// a mention.
struct PatternNeeds {
  std::vector<std::vector<ConceptNumber>> concepts;
  std::vector<std::vector<uint64_t>> words;  // as PatternItem::hash
  std::vector<MentionKinds> kinds;
};

// Parts joined by & or &&. The first part is where matching starts.
struct PatternPart {
  enum class Scope { clause, sentence };
  Scope scope = Scope::clause;
  std::vector<PatternItem> items;
  PatternNeeds needs;  // set once all concepts are known
};

struct Pattern {
  std::string source;
  std::string language;  // empty: any
  std::string state;     // of Rule::states: the one that it tells; empty for none
  std::vector<PatternPart> parts;
};

struct PatternError {
  int column = 0;  // from 0, in code points of the source
  std::string what;
  std::string fix;
};

// Whether the slot `value` tells what must be counted: "{value:count:employee}".
bool names_counted(const Pattern& pattern);

// nullopt and `error` set when `source` is no pattern. Words are allowed only when `language` is not empty.
std::optional<Pattern> parse_pattern(absl::string_view source, absl::string_view language,
                                     PatternError* error);

// The kinds of mention that a slot type stands for: "count" is count and number, "amount" is every amount,
// "entity" is person, organisation and place. Empty for an unknown type.
std::vector<MentionKind> slot_kinds(absl::string_view type);

}  // namespace crosscheck
