#include "compare/counted_alike.h"

#include "compare/comparators/fit.h"
#include "compare/figures.h"

namespace crosscheck {
namespace {

constexpr int kOneNoun = 30;  // of two figures that count one thing
constexpr int kAnybody = 15;  // where that is people of whom nothing is told
constexpr int kTwoThings = 5;
constexpr int kOtherThing = 10;

}  // namespace

bool counts_alike(const Claim& a, const Claim& b) {
  return a.noun == b.noun || (!a.noun_concept.empty() && a.noun_concept == b.noun_concept);
}

bool counts_anybody(const Rulebook& rulebook, const Claim& claim) {
  return claim.noun_concept == "person" || rulebook.is_a(claim.noun_concept, "anybody");
}

int noun_points(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  if (a.refers_back || b.refers_back) return 0;  // "the two countries" are few in every article
  if (!a.noun_concept.empty() && a.noun_concept == b.noun_concept) {
    // "Only two were left": what is counted was told before, and may be any of them.
    const bool weak = (a.inherited || b.inherited) && size_of(a) != size_of(b);
    return weak || counts_anybody(rulebook, a) ? kAnybody : kOneNoun;
  }
  const bool counts = std::holds_alternative<Count>(a.value);
  if (!a.noun_concept.empty() && !b.noun_concept.empty()) {
    if (counts) return kTwoThings;
    // A sum or a length is told of "the bill" here and of "the repair" there; a share is of one thing.
    return !is_share(a.value) && size_of(a) == size_of(b) ? 0 : -kOtherThing;
  }
  return !a.noun.empty() && a.noun == b.noun ? kOneNoun : 0;
}

}  // namespace crosscheck
