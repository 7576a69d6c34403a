#include "draft/draft_dossier.h"

#include <algorithm>
#include <set>

namespace crosscheck {

std::optional<Problem> settle_dossier(const std::vector<Document*>& documents) {
  const auto draft = std::find_if(documents.begin(), documents.end(),
                                  [](const Document* document) { return document->is_draft; });
  if (draft == documents.end() || (*draft)->metadata.dossier) return std::nullopt;
  std::set<std::string> dossiers;
  for (const Document* document : documents) {
    if (!document->is_draft) dossiers.insert(document->metadata.dossier.value);
  }
  if (dossiers.size() == 1 && !dossiers.begin()->empty()) {
    (*draft)->metadata.dossier = {*dossiers.begin(), MetadataOrigin::given};
  }
  if (dossiers.size() < 2) return std::nullopt;
  Problem problem;
  problem.severity = Severity::warning;
  problem.path = (*draft)->path;
  problem.what = "its sources belong to several dossiers, and the draft tells none";
  problem.fix = "give it a dossier in documents.yml or in its front matter, or name only its own sources";
  return problem;
}

}  // namespace crosscheck
