#include "compare/groups.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

std::string dossier_of(const Report& report, const Claim& claim) {
  const auto& field = report.documents[claim.document].metadata.dossier;
  return field ? field.value : "";
}

}  // namespace

std::vector<Group> group_claims(const Report& report, std::vector<NotCompared>* left_out) {
  using Question = std::pair<std::string, std::string>;  // dossier, attribute
  std::map<Question, std::map<std::string, std::vector<uint32_t>>> questions;
  for (uint32_t c = 0; c < report.claims.size(); ++c) {
    const Claim& claim = report.claims[c];
    if (!claim.held_back.empty()) {
      left_out->push_back({c, claim.held_back});
      continue;
    }
    questions[{dossier_of(report, claim), claim.attribute}][claim.subject_id].push_back(c);
  }
  std::vector<Group> out;
  for (auto& [question, subjects] : questions) {
    // Subjects that were told, as against one that had to be taken from the article at large.
    const auto nobody = subjects.find("");
    if (nobody != subjects.end() && subjects.size() == 2) {
      auto& other =
          nobody == subjects.begin() ? std::next(subjects.begin())->second : subjects.begin()->second;
      other.insert(other.end(), nobody->second.begin(), nobody->second.end());
      std::sort(other.begin(), other.end());
      subjects.erase(nobody);
    } else if (nobody != subjects.end() && subjects.size() > 2) {
      for (const uint32_t c : nobody->second) {
        left_out->push_back({c, absl::StrCat("whose ", question.second, " it is is not told, and ",
                                             subjects.size() - 1, " subjects would fit: ambiguous")});
      }
      subjects.erase(nobody);
    }
    for (auto& [subject, claims] : subjects)
      out.push_back({question.first, question.second, subject, std::move(claims)});
  }
  return out;
}

}  // namespace crosscheck
