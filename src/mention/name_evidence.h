// What an article as a whole tells about names that no word right beside them types: ages, the country behind
// a town, a list of persons, the surname that comes back alone.
#pragma once

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/types/span.h"
#include "mention/names.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Words of a name; what a hyphen joins is one: "Saint-Malo".
uint32_t words_of(const Annotated& text, const NameRun& run);

// Types a run that has no kind yet. Weak evidence, which is often true of other kinds, gives way to any
// other: its reason begins with kPerhaps.
constexpr const char* kPerhaps = "perhaps: ";
bool is_weak(const NameRun& run);
void set_kind(MentionKind kind, const char* why, bool weak, NameRun* run);

// Copies runs that nothing types, or only weakly.
void note_doubtful(const Annotated& text, absl::Span<const NameRun> runs, std::vector<Mention>* doubtful);

// Words by the hash of their folded form, which needs no hashing again.
struct HashOfWord {
  size_t operator()(uint64_t word) const { return static_cast<size_t>(word); }
};
using WordSet = absl::flat_hash_set<uint64_t, HashOfWord>;

// Types runs, ordered by place, as far as there is evidence; those typed already keep their kind. `small` are
// the words that the article writes without a capital.
void type_by_article(const Annotated& text, const Rulebook& rulebook, const WordSet& small,
                     std::vector<NameRun>* runs);

}  // namespace crosscheck
