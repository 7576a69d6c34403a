#include "compare/origins.h"

#include <algorithm>
#include <map>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "text/look_alike.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kShingle = 5;        // words
constexpr size_t kShinglesLeast = 4;  // a shorter sentence proves nothing
constexpr size_t kPassagesLeast = 4;  // copied before the whole article counts as a copy
constexpr uint32_t kPostings = 64;    // articles remembered for one shingle

std::vector<uint64_t> shingles(absl::string_view text) {
  std::vector<uint64_t> words, out;
  words.reserve(text.size() / 4);
  out.reserve(text.size() / 4);
  for (const Token& token : tokenize(text, ApostropheRules())) {
    if (token.token_class != TokenClass::sign) words.push_back(token.hash);
  }
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t sum = 0;
    for (size_t k = 0; k < kShingle; ++k) sum = sum * 0x9E3779B97F4A7C15ull + words[i + k];
    out.push_back(sum);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// An entity that publishes: an outlet or an agency.
const EntityEntry* publisher(const Rulebook& rulebook, const std::string& id) {
  const EntityEntry* entity = rulebook.entity(id);
  if (!entity) return nullptr;
  const bool publishes = std::any_of(entity->is.begin(), entity->is.end(), [](const std::string& kind) {
    return kind == "outlet" || kind == "agency";
  });
  return publishes ? entity : nullptr;
}

// The agency whose copy the article runs, else its outlet by the name that others cite it by.
std::string origin_of(const Rulebook& rulebook, const Document& document, const std::string& agency_id) {
  if (const EntityEntry* agency = publisher(rulebook, agency_id)) return agency->name;
  if (!document.metadata.source || document.metadata.source.value.empty()) return document.id;
  const std::string& source = document.metadata.source.value;
  const EntityEntry* known = rulebook.look_alike(look_alike_key(source));
  return known && publisher(rulebook, known->id) ? known->name : source;
}

// The sentences of the articles in order, each with the earliest article that holds the same passage.
class CopyFinder {
 public:
  explicit CopyFinder(const Report& report) : report_(report) {}

  // For each claim's sentence: the document that its passage was first met in.
  std::vector<uint32_t> run() {
    std::vector<uint32_t> sources(report_.claims.size());
    // Documents by time of publication: the earliest is taken for the one that was copied.
    std::vector<uint32_t> order(report_.documents.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return time(a) < time(b); });
    std::vector<std::vector<uint32_t>> claims_of(report_.documents.size());
    for (uint32_t c = 0; c < report_.claims.size(); ++c) claims_of[report_.claims[c].document].push_back(c);
    for (const uint32_t document : order) {
      Passages known;
      for (const uint32_t c : claims_of[document]) {
        const TextSpan span = report_.claims[c].context_span;
        const auto [place, fresh] = known.try_emplace({span.begin, span.end}, document);
        if (fresh) place->second = source_of(document, report_.claims[c].context);
        sources[c] = place->second;
      }
      copy_whole(document, known, claims_of[document], &sources);
    }
    return sources;
  }

 private:
  using Passages = std::map<std::pair<uint32_t, uint32_t>, uint32_t>;

  // An article of which most passages stand in one earlier article is a copy of it, with a word changed here
  // and there.
  static void copy_whole(uint32_t document, const Passages& passages, const std::vector<uint32_t>& claims,
                         std::vector<uint32_t>* sources) {
    std::map<uint32_t, size_t> count;
    for (const auto& [span, source] : passages) ++count[source];
    for (const auto& [source, copied] : count) {
      if (source == document || copied < kPassagesLeast || copied * 5 < passages.size() * 3) continue;
      for (const uint32_t c : claims) {
        if ((*sources)[c] == document) (*sources)[c] = source;
      }
    }
  }

  absl::CivilSecond time(uint32_t document) const {
    const auto& published = report_.documents[document].metadata.published;
    // A draft copies its sources, never they it.
    return published && !report_.documents[document].is_draft ? published.value.local
                                                              : absl::CivilSecond::max();
  }

  uint32_t source_of(uint32_t document, absl::string_view sentence) {
    const std::vector<uint64_t> runs = shingles(sentence);
    if (runs.size() < kShinglesLeast) return document;
    shared_.clear();
    for (const uint64_t run : runs) {
      const auto found = passages_of_.find(run);
      for (uint32_t p = found == passages_of_.end() ? kNone : found->second.first; p != kNone;
           p = postings_[p].next)
        shared_.push_back(postings_[p].passage);
    }
    const uint32_t best = most_shared(document, runs.size());
    const auto own = static_cast<uint32_t>(documents_.size());
    documents_.push_back(best);
    sizes_.push_back(runs.size());
    for (const uint64_t run : runs) {
      Chain& chain = passages_of_[run];
      if (chain.size == kPostings) continue;
      postings_.push_back({own, chain.first});
      chain = {static_cast<uint32_t>(postings_.size() - 1), chain.size + 1};
    }
    return best;
  }

  // The earliest passage of another article of which four fifths are shared, or that shares four fifths of
  // this one: where it was first met.
  uint32_t most_shared(uint32_t document, size_t runs) {
    std::sort(shared_.begin(), shared_.end());
    for (auto from = shared_.begin(); from != shared_.end();) {
      const auto to = std::upper_bound(from, shared_.end(), *from);
      const size_t smaller = std::min(runs, sizes_[*from]);
      if (documents_[*from] != document && static_cast<size_t>(to - from) * 5 >= smaller * 4)
        return documents_[*from];
      from = to;
    }
    return document;
  }

  const Report& report_;
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  struct Posting {
    uint32_t passage, next;
  };
  struct Chain {
    uint32_t first = kNone;  // index in postings_
    uint32_t size = 0;
  };
  absl::flat_hash_map<uint64_t, Chain> passages_of_;  // by shingle
  std::vector<Posting> postings_;
  std::vector<uint32_t> shared_;     // passages, once for each shingle in common
  std::vector<uint32_t> documents_;  // by passage: where it was first met
  std::vector<size_t> sizes_;        // by passage: shingles
};

}  // namespace

void find_origins(const Rulebook& rulebook, const std::vector<std::string>& agencies, Report* report) {
  const std::vector<uint32_t> sources = CopyFinder(*report).run();
  std::vector<std::string> origins;
  for (size_t i = 0; i < report->documents.size(); ++i)
    origins.push_back(origin_of(rulebook, report->documents[i], i < agencies.size() ? agencies[i] : ""));
  for (uint32_t c = 0; c < report->claims.size(); ++c) {
    Claim& claim = report->claims[c];
    if (const EntityEntry* cited = publisher(rulebook, claim.qualifiers.attribution)) {
      claim.origin = cited->name;
    } else if (claim.origin.empty()) {
      claim.origin = origins[sources[c]];
    }
  }
}

}  // namespace crosscheck
