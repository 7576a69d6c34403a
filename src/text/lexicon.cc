#include "text/lexicon.h"

#include <algorithm>
#include <bit>
#include <map>

#include "absl/container/flat_hash_set.h"
#include "absl/numeric/int128.h"

namespace crosscheck {
namespace {

// Two filters lie behind each other: of words, and of the edges that go on from one. The edges themselves
// take megabytes, so that each look that finds nothing would wait for memory. A filter has so many bits of
// each word or edge at least, as its size is a power of two, of which two are set.
constexpr size_t kBitsOfWord = 8;
constexpr size_t kBitsOfEdge = 2;
constexpr size_t kAhead = 8;  // tokens by which memory is asked for before its turn
// Of the end of an edge from the root, which has room for it: the word may go on in a phrase, too.
constexpr uint32_t kGoesOn = 0x40000000;

struct ImageHead {
  uint64_t phrases = 0, edges = 0, nodes = 0, groups = 0, payloads = 0, words = 0, filter = 0;
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

// Two bits of one word of a filter that has so many of them.
struct Bits {
  size_t word;
  uint64_t mask;
};
Bits bits_of(uint64_t key, size_t words) {
  return {(key >> 12) & (words - 1), uint64_t{1} << (key & 63) | uint64_t{1} << (key >> 6 & 63)};
}
size_t words_for(size_t keys, size_t bits) { return std::bit_ceil(std::max<size_t>(keys * bits / 64, 1)); }

// Each table begins at a multiple of eight bytes.
size_t padded(size_t bytes) { return (bytes + 7) / 8 * 8; }

template <typename T>
void append(absl::Span<const T> table, std::string* out) {
  out->append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
  out->resize(padded(out->size()));
}

template <typename T>
absl::Span<const T> take(uint64_t count, absl::string_view* image) {
  const absl::Span<const T> out(reinterpret_cast<const T*>(image->data()), count);
  image->remove_prefix(padded(count * sizeof(T)));
  return out;
}

}  // namespace

void Lexicon::add(absl::Span<const Token> phrase, uint32_t payload) {
  if (phrase.empty()) return;
  if (draft_.from.empty()) {
    draft_.from.push_back(0);
    draft_.words.push_back(0);
    draft_.payloads.emplace_back();
  }
  uint32_t node = 0;
  for (const Token& token : phrase) {
    const uint32_t from = node;
    const auto [edge, fresh] =
        draft_.nodes.try_emplace(edge_key(from, token.hash), static_cast<uint32_t>(draft_.from.size()));
    node = edge->second;
    if (!fresh) continue;
    draft_.from.push_back(from);
    draft_.words.push_back(token.hash);
    draft_.payloads.emplace_back();
  }
  std::vector<uint32_t>& payloads = draft_.payloads[node];
  const auto place = std::lower_bound(payloads.begin(), payloads.end(), payload);
  if (place != payloads.end() && *place == payload) return;
  payloads.insert(place, payload);
  ++phrases_;
}

// The group of each node of the draft, or kNone.
void Lexicon::number_groups(std::vector<uint32_t>* group_of) {
  std::map<std::vector<uint32_t>, uint32_t> known;
  for (const std::vector<uint32_t>& payloads : draft_.payloads) {
    const auto [place, fresh] = known.try_emplace(payloads, static_cast<uint32_t>(own_groups_.size()));
    if (payloads.empty()) {
      place->second = kNone;
    } else if (fresh) {
      own_groups_.push_back(static_cast<uint32_t>(own_payloads_.size()));
      own_payloads_.insert(own_payloads_.end(), payloads.begin(), payloads.end());
    }
    group_of->push_back(place->second);
  }
  own_groups_.push_back(static_cast<uint32_t>(own_payloads_.size()));
}

void Lexicon::make_filters() {
  absl::flat_hash_set<uint64_t> starts, others;
  for (uint32_t node = 1; node < draft_.from.size(); ++node)
    (draft_.from[node] == 0 ? starts : others).insert(draft_.words[node]);
  own_words_.assign(words_for(std::max(starts.size(), others.size()), kBitsOfWord), {});
  own_filter_.assign(words_for(draft_.from.size(), kBitsOfEdge), 0);
  for (uint32_t node = 1; node < draft_.from.size(); ++node) {
    const Bits bits = bits_of(draft_.words[node], own_words_.size());
    WordFilter& words = own_words_[bits.word];
    (draft_.from[node] == 0 ? words.starts : words.goes_on) |= bits.mask;
  }
}

void Lexicon::freeze() {
  std::vector<uint32_t> group_of;
  number_groups(&group_of);
  make_filters();
  // Nodes from which edges go on are numbered anew, one after the other; all others need no number.
  const size_t nodes = draft_.from.size();
  std::vector<uint32_t> number(nodes, 0);
  for (uint32_t node = 1; node < nodes; ++node) number[draft_.from[node]] = 1;
  uint32_t count = 0;
  for (uint32_t node = 0; node < nodes; ++node) {
    if (node > 0 && number[node] == 0) continue;
    number[node] = count++;
    own_group_of_.push_back(group_of[node]);
  }
  const size_t slots = nodes + nodes / 2 + 2;
  own_edges_.assign(slots, {});
  // By node, not as the hash table has them: the same rules give the same image.
  for (uint32_t node = 1; node < nodes; ++node) {
    const uint64_t key = edge_key(number[draft_.from[node]], draft_.words[node]);
    const Bits bits = bits_of(key, own_filter_.size());
    own_filter_[bits.word] |= bits.mask;
    size_t slot = slot_of(key, slots);
    while (own_edges_[slot].end != 0) slot = slot_behind(slot, slots);
    own_edges_[slot] = {static_cast<uint32_t>(key), static_cast<uint32_t>(key >> 32),
                        number[node] > 0 ? number[node] : group_of[node] | kLeaf};
  }
  draft_ = {};
  edges_ = own_edges_;
  group_of_ = own_group_of_;
  groups_ = own_groups_;
  payloads_ = own_payloads_;
  words_ = own_words_;
  filter_ = own_filter_;
}

std::string Lexicon::image() const {
  const ImageHead head{phrases_,         edges_.size(), group_of_.size(), groups_.size(),
                       payloads_.size(), words_.size(), filter_.size()};
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  append(edges_, &out);
  append(words_, &out);
  append(filter_, &out);
  append(group_of_, &out);
  append(groups_, &out);
  append(payloads_, &out);
  return out;
}

void Lexicon::use(absl::string_view image) {
  const ImageHead head = take<ImageHead>(1, &image)[0];
  phrases_ = head.phrases;
  edges_ = take<Edge>(head.edges, &image);
  words_ = take<WordFilter>(head.words, &image);
  filter_ = take<uint64_t>(head.filter, &image);
  group_of_ = take<uint32_t>(head.nodes, &image);
  groups_ = take<uint32_t>(head.groups, &image);
  payloads_ = take<uint32_t>(head.payloads, &image);
}

bool Lexicon::may_be_edge(uint64_t key) const {
  const Bits bits = bits_of(key, filter_.size());
  return (filter_.data()[bits.word] & bits.mask) == bits.mask;
}

uint32_t Lexicon::step(uint32_t node, uint64_t hash) const {
  const uint64_t key = edge_key(node, hash);
  if (node != 0 && !may_be_edge(key)) return 0;
  const auto low = static_cast<uint32_t>(key), high = static_cast<uint32_t>(key >> 32);
  const Edge* const edges = edges_.data();
  const size_t slots = edges_.size();
  for (size_t slot = slot_of(key, slots);; slot = slot_behind(slot, slots)) {
    const Edge& edge = edges[slot];
    if (edge.key_low == low && edge.key_high == high) return edge.end;
    if (edge.end == 0) return 0;
  }
}

// All tables are larger than the nearest caches: what a token will need of them is asked for before its turn.
std::vector<uint32_t> Lexicon::find_starts(absl::Span<const Token> tokens) const {
  constexpr uint32_t kMayStart = 1;  // until the edge is looked for
  std::vector<uint32_t> out(tokens.size());
  const Token* const token = tokens.data();
  const WordFilter* const words = words_.data();
  const auto ask = [&](size_t t) {
    const Bits bits = bits_of(token[t].hash, words_.size());
    const WordFilter& filter = words[bits.word];
    if ((filter.goes_on & bits.mask) == bits.mask) out[t] |= kGoesOn;
    if ((filter.starts & bits.mask) != bits.mask) return;
    out[t] |= kMayStart;
    __builtin_prefetch(&edges_.data()[slot_of(edge_key(0, token[t].hash), edges_.size())]);
  };
  const auto settle = [&](size_t t) {
    const uint32_t goes_on = out[t] & kGoesOn;
    out[t] = goes_on | (out[t] & kMayStart ? step(0, token[t].hash) : 0);
    const uint32_t before = goes_on && t > 0 ? out[t - 1] & ~kGoesOn : 0;
    if (before == 0 || (before & kLeaf)) return;
    __builtin_prefetch(&filter_.data()[bits_of(edge_key(before, token[t].hash), filter_.size()).word]);
  };
  for (size_t t = 0; t < tokens.size() + kAhead; ++t) {
    if (t + kAhead < tokens.size())
      __builtin_prefetch(&words[bits_of(token[t + kAhead].hash, words_.size()).word]);
    if (t < tokens.size()) ask(t);
    if (t >= kAhead) settle(t - kAhead);
  }
  return out;
}

std::vector<Lexicon::Match> Lexicon::find(absl::Span<const Token> tokens) const {
  std::vector<Match> out;
  if (edges_.empty()) return out;
  out.reserve(tokens.size());
  const std::vector<uint32_t> starts = find_starts(tokens);
  const Token* const token = tokens.data();
  // Whether a phrase may go on behind `at`, where it has come to `node`.
  const auto goes_on = [&](size_t at, uint32_t node) {
    return !(node & kLeaf) && at + 1 < starts.size() && (starts[at + 1] & kGoesOn);
  };
  for (uint32_t first = 0; first < starts.size(); ++first) {
    if (const size_t next = first + kAhead; next < starts.size()) {
      const uint32_t node = starts[next] & ~kGoesOn;
      const uint64_t key = node != 0 && goes_on(next, node) ? edge_key(node, token[next + 1].hash) : 0;
      if (key != 0 && may_be_edge(key)) __builtin_prefetch(&edges_.data()[slot_of(key, edges_.size())]);
    }
    uint32_t node = starts[first] & ~kGoesOn;
    const size_t begin = out.size();
    for (uint32_t at = first; node != 0; ++at) {
      const uint32_t group = node & kLeaf ? node & ~kLeaf : group_of_.data()[node];
      if (group != kNone) out.push_back({first, at + 1, group});
      node = goes_on(at, node) ? step(node, token[at + 1].hash) : 0;
    }
    if (out.size() > begin + 1) std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
  }
  return out;
}

}  // namespace crosscheck
