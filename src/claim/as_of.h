// The time at which a claim held, where its sentence tells one: "En 2018, huit personnes …".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/context.h"
#include "claim/deed.h"

namespace crosscheck {

// A date told in the clause of the claim; or that of what its relative clause hangs on: "the fire of 2008,
// which took 16 hours to put out". `steps` gets the words.
std::optional<Date> find_as_of(const ClaimContext& context, const Told& told,
                               std::vector<std::string>* steps);

}  // namespace crosscheck
