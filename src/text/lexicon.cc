#include "text/lexicon.h"

#include <algorithm>

namespace crosscheck {
namespace {

uint64_t edge_key(uint32_t node, uint64_t hash) {
  return hash ^ (node * 0x9E3779B97F4A7C15ull + (uint64_t{node} << 32));
}

}  // namespace

void Lexicon::add(absl::Span<const Token> phrase, uint32_t payload) {
  if (phrase.empty()) return;
  const uint64_t start = phrase[0].hash;
  filter_[(start >> 6) % filter_.size()] |= uint64_t{1} << (start & 63);
  uint32_t node = 0;
  for (const Token& token : phrase) {
    const auto [edge, fresh] =
        edges_.try_emplace(edge_key(node, token.hash), static_cast<uint32_t>(nodes_.size()));
    node = edge->second;
    if (fresh) nodes_.emplace_back();
  }
  std::vector<uint32_t>& payloads = nodes_[node].payloads;
  const auto place = std::lower_bound(payloads.begin(), payloads.end(), payload);
  if (place != payloads.end() && *place == payload) return;
  payloads.insert(place, payload);
  ++phrases_;
}

uint32_t Lexicon::step(uint32_t node, uint64_t hash) const {
  const auto edge = edges_.find(edge_key(node, hash));
  return edge == edges_.end() ? 0 : edge->second;
}

std::vector<Lexicon::Match> Lexicon::find(absl::Span<const Token> tokens) const {
  std::vector<Match> out;
  for (uint32_t first = 0; first < tokens.size(); ++first) {
    const uint64_t start = tokens[first].hash;
    if (!(filter_[(start >> 6) % filter_.size()] >> (start & 63) & 1)) continue;
    const size_t found = out.size();
    uint32_t node = 0;
    for (uint32_t at = first; at < tokens.size(); ++at) {
      node = step(node, tokens[at].hash);
      if (!node) break;
      for (const uint32_t payload : nodes_[node].payloads) out.push_back({first, at + 1, payload});
    }
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(found), out.end(),
                     [](const Match& a, const Match& b) { return a.last > b.last; });
  }
  return out;
}

}  // namespace crosscheck
