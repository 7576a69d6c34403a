#include "text/lexicon.h"

#include <algorithm>

#include "absl/numeric/int128.h"

namespace crosscheck {
namespace {

// Two filters lie behind each other: of the words that start a phrase, and of all edges that go on from one.
// The edges themselves take megabytes, so that each look that finds nothing would wait for memory.
constexpr size_t kStartWords = 65536 / 64;
constexpr size_t kEdgeWords = (size_t{1} << 19) / 64;
constexpr size_t kFilterWords = kStartWords + kEdgeWords;
constexpr size_t kMatchesOfToken = 4;  // as many at a guess
constexpr size_t kAhead = 6;           // tokens by which the memory of edges is asked for before its turn

struct ImageHead {
  uint64_t phrases = 0, edges = 0, first = 0, payloads = 0;
};

// Never 0.
uint64_t edge_key(uint32_t node, uint64_t hash) {
  const uint64_t key = hash ^ (node * 0x9E3779B97F4A7C15ull + (uint64_t{node} << 32));
  return key == 0 ? 1 : key;
}

// Any number of slots will do, so that two thirds of them are taken whatever the number of edges.
size_t slot_of(uint64_t key, size_t slots) {
  return absl::Uint128High64(absl::uint128(key * 0x9E3779B97F4A7C15ull) * slots);
}
size_t slot_behind(size_t slot, size_t slots) { return slot + 1 == slots ? 0 : slot + 1; }

// A bit of a filter.
struct Bit {
  size_t word;
  uint64_t mask;
};
Bit start_bit(uint64_t hash) { return {(hash >> 6) % kStartWords, uint64_t{1} << (hash & 63)}; }
Bit edge_bit(uint64_t key) { return {kStartWords + (key >> 6) % kEdgeWords, uint64_t{1} << (key & 63)}; }

template <typename T>
void append(absl::Span<const T> table, std::string* out) {
  out->append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
}

template <typename T>
absl::Span<const T> take(uint64_t count, absl::string_view* image) {
  const absl::Span<const T> out(reinterpret_cast<const T*>(image->data()), count);
  image->remove_prefix(count * sizeof(T));
  return out;
}

}  // namespace

void Lexicon::add(absl::Span<const Token> phrase, uint32_t payload) {
  if (phrase.empty()) return;
  if (draft_.keys.empty()) {
    draft_.keys.emplace_back();
    draft_.payloads.emplace_back();
    own_filter_.assign(kFilterWords, 0);
  }
  const Bit start = start_bit(phrase[0].hash);
  own_filter_[start.word] |= start.mask;
  uint32_t node = 0;
  for (const Token& token : phrase) {
    const uint32_t from = node;
    const uint64_t key = edge_key(from, token.hash);
    const auto [edge, fresh] = draft_.nodes.try_emplace(key, static_cast<uint32_t>(draft_.keys.size()));
    node = edge->second;
    if (!fresh) continue;
    const Bit bit = edge_bit(key);
    own_filter_[bit.word] |= bit.mask;
    draft_.keys.push_back(key);
    draft_.from.push_back(from);
    draft_.payloads.emplace_back();
  }
  std::vector<uint32_t>& payloads = draft_.payloads[node];
  const auto place = std::lower_bound(payloads.begin(), payloads.end(), payload);
  if (place != payloads.end() && *place == payload) return;
  payloads.insert(place, payload);
  ++phrases_;
}

void Lexicon::freeze() {
  for (const std::vector<uint32_t>& payloads : draft_.payloads) {
    own_first_.push_back(payloads.empty() ? kNone : static_cast<uint32_t>(own_payloads_.size()));
    own_payloads_.insert(own_payloads_.end(), payloads.begin(), payloads.end());
    if (!payloads.empty()) own_payloads_.back() |= kLast;
  }
  std::vector<bool> goes_on(draft_.keys.size());
  for (const uint32_t node : draft_.from) goes_on[node] = true;
  const size_t slots = draft_.keys.size() + draft_.keys.size() / 2 + 2;
  own_edges_.assign(slots, 0);
  own_ends_.assign(slots, 0);
  // By node, not as the hash table has them: the same rules give the same image.
  for (uint32_t node = 1; node < draft_.keys.size(); ++node) {
    size_t slot = slot_of(draft_.keys[node], slots);
    while (own_edges_[slot] != 0) slot = slot_behind(slot, slots);
    own_edges_[slot] = draft_.keys[node];
    own_ends_[slot] = goes_on[node] ? node : own_first_[node] | kLeaf;
  }
  own_filter_.resize(kFilterWords);
  draft_ = {};
  edges_ = own_edges_;
  ends_ = own_ends_;
  first_ = own_first_;
  payloads_ = own_payloads_;
  filter_ = own_filter_;
}

std::string Lexicon::image() const {
  const ImageHead head{phrases_, edges_.size(), first_.size(), payloads_.size()};
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  append(edges_, &out);
  append(filter_, &out);
  append(ends_, &out);
  append(first_, &out);
  append(payloads_, &out);
  return out;
}

void Lexicon::use(absl::string_view image) {
  const ImageHead head = take<ImageHead>(1, &image)[0];
  phrases_ = head.phrases;
  edges_ = take<uint64_t>(head.edges, &image);
  filter_ = take<uint64_t>(kFilterWords, &image);
  ends_ = take<uint32_t>(head.edges, &image);
  first_ = take<uint32_t>(head.first, &image);
  payloads_ = take<uint32_t>(head.payloads, &image);
}

uint32_t Lexicon::step(uint64_t key) const {
  const Bit bit = edge_bit(key);
  if (!(filter_[bit.word] & bit.mask)) return 0;
  const size_t slots = edges_.size();
  for (size_t slot = slot_of(key, slots);; slot = slot_behind(slot, slots)) {
    if (edges_[slot] == key) return ends_[slot];
    if (edges_[slot] == 0) return 0;
  }
}

void Lexicon::fetch(uint64_t hash) const {
  const Bit start = start_bit(hash);
  if (!(filter_[start.word] & start.mask)) return;
  const uint64_t key = edge_key(0, hash);
  const Bit bit = edge_bit(key);
  if (!(filter_[bit.word] & bit.mask)) return;
  const size_t slot = slot_of(key, edges_.size());
  __builtin_prefetch(&edges_[slot]);
  __builtin_prefetch(&ends_[slot]);
}

std::vector<Lexicon::Match> Lexicon::find(absl::Span<const Token> tokens) const {
  std::vector<Match> out;
  if (filter_.empty()) return out;
  out.reserve(tokens.size() * kMatchesOfToken);
  std::vector<uint32_t> path;  // where the payloads begin of the phrases that start at one token, or kNone
  for (uint32_t first = 0; first < tokens.size(); ++first) {
    if (first + kAhead < tokens.size()) fetch(tokens[first + kAhead].hash);
    const Bit start = start_bit(tokens[first].hash);
    if (!(filter_[start.word] & start.mask)) continue;
    path.clear();
    uint32_t node = 0;
    for (size_t at = first; at < tokens.size(); ++at) {
      node = step(edge_key(node, tokens[at].hash));
      if (!node) break;
      path.push_back(node & kLeaf ? node & ~kLeaf : first_[node]);
      if (node & kLeaf) break;
    }
    for (size_t length = path.size(); length > 0; --length) {
      if (path[length - 1] == kNone) continue;
      const uint32_t last = first + static_cast<uint32_t>(length);
      for (const uint32_t* payload = &payloads_[path[length - 1]];; ++payload) {
        out.push_back({first, last, *payload & ~kLast});
        if (*payload & kLast) break;
      }
    }
  }
  return out;
}

}  // namespace crosscheck
