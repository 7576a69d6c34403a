// To which dossier a draft belongs that tells none.
#pragma once

#include <optional>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

// To that of its sources, when all are of one. Else a problem: articles of different dossiers are not
// compared.
std::optional<Problem> settle_dossier(const std::vector<Document*>& documents);

}  // namespace crosscheck
