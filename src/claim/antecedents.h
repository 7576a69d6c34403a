// What a pronoun stands for where that is a thing: "The vote was due on Monday. It was put off."
#pragma once

#include <vector>

#include "rules/annotate.h"

namespace crosscheck {

// The phrases of concepts that the pronoun at `token`, in the sentence of that index, may stand for: nouns
// behind an article in the sentence before, and behind no preposition, where article and pronoun agree in
// gender and number as far as they tell (Category::agreement). Empty for any other word, and for a sentence
// behind a title.
std::vector<Hit> antecedents_of(const Annotated& text, uint32_t sentence, uint32_t token);

}  // namespace crosscheck
