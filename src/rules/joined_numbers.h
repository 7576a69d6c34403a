// Languages that write a number as one word: "zweihunderteinundzwanzig" is cut into the words it is made of,
// so that it is read like "two hundred and twenty-one".
#pragma once

#include "rules/language.h"

namespace crosscheck {

// Cuts each word that consists of two number words or more; the others stay. Does nothing unless the language
// has `joined_numbers`.
void part_joined_numbers(absl::string_view text, const Language& language, Tokens* tokens);

}  // namespace crosscheck
