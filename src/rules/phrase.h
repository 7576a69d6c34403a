// The short notation in which rules write phrases, unfolded into plain ones:
//
//   employé(e)(s)         an ending that may be missing
//   (le|la|les) groupe    one of several
//   employé/n             the inflected forms of a noun or adjective
//   licencier/v           those of a verb
//
// The inflections are data: rules/lang/<code>/inflection.yaml.
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// Endings of one part of speech. A word takes the row with the longest ending that fits.
//
//   noun:
//     endings:
//       al: [al, ale, aux, ales]     # stem + each of these
//       "": ["", s]
//     irregular:
//       œil: [œil, yeux]
struct Inflection {
  std::vector<std::pair<std::string, std::vector<std::string>>> endings;  // longest first
  absl::flat_hash_map<std::string, std::vector<std::string>> irregular;

  std::vector<std::string> forms(absl::string_view word) const;
};

struct Inflections {
  Inflection noun;
  Inflection verb;
};

// All plain phrases of `notation`, the first being the one that people are shown. Empty and `error` set for
// unbalanced brackets, an unknown mark after "/", or more than 2,000 results.
std::vector<std::string> unfold_phrase(absl::string_view notation, const Inflections& inflections,
                                       std::string* error);

// The first of them, without unfolding the others; empty when that is not known at once. `notation` has no
// errors.
std::string first_phrase(absl::string_view notation, const Inflections& inflections);

// `phrase` as it is typed without French or Spanish accents: "a partir de", "annee". Empty where it has none,
// or where the bare letters are likely another word ("passé", "à").
std::string without_typed_accents(absl::string_view phrase);

}  // namespace crosscheck
