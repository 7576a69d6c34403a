#include "report/relations.h"

#include <algorithm>
#include <set>

namespace crosscheck {

Relations relations(const Report& report, const std::vector<int>& source_of_document) {
  Relations out;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::single_source) continue;
    std::set<std::pair<int, int>> told;  // source, side
    for (const Member& member : finding.members) {
      told.emplace(source_of_document[report.claims[member.claim].document], member.side);
    }
    std::map<std::pair<int, int>, bool> pairs;  // whether they differ somewhere in this finding
    for (const auto& [a, side_a] : told) {
      for (const auto& [b, side_b] : told) {
        if (a < b) pairs[{a, b}] |= finding.verdict == Verdict::contradiction && side_a != side_b;
      }
    }
    for (const auto& [pair, differ] : pairs) ++(differ ? out[pair].conflicts : out[pair].agreements);
  }
  return out;
}

std::vector<int> most_related(const Relations& relations, size_t limit) {
  std::map<int, std::pair<int, int>> weight;  // conflicts, agreements
  for (const auto& [pair, relation] : relations) {
    for (const int source : {pair.first, pair.second}) {
      weight[source].first += relation.conflicts;
      weight[source].second += relation.agreements;
    }
  }
  std::vector<int> out;
  for (const auto& [source, ignored] : weight) out.push_back(source);
  std::stable_sort(out.begin(), out.end(), [&](int a, int b) { return weight[a] > weight[b]; });
  out.resize(std::min(out.size(), limit));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace crosscheck
