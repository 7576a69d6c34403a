// Words that may stand inside a phrase: "a (pas) été élu", "was (not yet) found guilty".
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Of one language, from its inflection.yaml.
struct Insertions {
  std::vector<std::string> openers;  // first words of the phrases that may be opened
  std::vector<std::string> words;    // what may follow the first word
  std::vector<std::string> denials;  // how an opener is denied, itself told as "*": "n'* pas", "*n't"

  std::vector<std::string> particles = {};  // of verbs that an object may part from them: "called (it) off"
  std::vector<std::string> givers = {};     // verbs with a second object: "gave (it) the go-ahead"
  std::vector<std::string> objects = {};    // what stands between: it, them

  // `phrase` with an object between a verb and what belongs to it: "called it off".
  std::vector<std::string> parted(absl::string_view phrase) const;
  // `phrase` with each of the words put behind its first one when that is an opener, and with an opener
  // further on denied ("grève (n')a (pas) été levée", "was(n't) armed").
  std::vector<std::string> into(absl::string_view phrase) const;
};

}  // namespace crosscheck
