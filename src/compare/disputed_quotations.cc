#include "compare/disputed_quotations.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "compare/facts.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kRun = 3;          // words in a row that bring two quotations together
constexpr size_t kPostings = 40;    // quotations remembered for one run
constexpr size_t kWordsMost = 150;  // of a quotation that is compared word by word
constexpr size_t kSharedLeast = 6;  // words that both tell
constexpr size_t kPart = 70;        // percent of the words of either, cut to where they meet
constexpr size_t kWhole = 95;      // percent of the shorter one, for the words of two speakers to be the same
constexpr size_t kLong = 4;        // bytes of a word that is more than grammar
constexpr size_t kDifferMost = 4;  // words that differ; with more it is another sentence or a translation

struct Word {
  uint64_t hash = 0;     // of the folded letters
  bool is_long = false;  // more than grammar
  friend bool operator==(const Word& a, const Word& b) { return a.hash == b.hash; }
};
using Words = std::vector<Word>;

struct Quotation {
  uint32_t claim = 0;
  Words words;
  std::string language, dossier;
};

// How two quotations meet.
struct Alignment {
  size_t shared = 0;
  size_t window_a = 0, window_b = 0;  // words from the first shared one to the last
  size_t replaced = 0;                // long words of either that stand where the other has different ones
};

Alignment align(const Words& a, const Words& b) {
  std::vector<std::vector<uint16_t>> best(a.size() + 1, std::vector<uint16_t>(b.size() + 1, 0));
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t k = b.size(); k-- > 0;) {
      best[i][k] = a[i] == b[k] ? best[i + 1][k + 1] + 1 : std::max(best[i + 1][k], best[i][k + 1]);
    }
  }
  Alignment out;
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) {
      pairs.emplace_back(i++, k++);
    } else if (best[i + 1][k] >= best[i][k + 1]) {
      ++i;
    } else {
      ++k;
    }
  }
  out.shared = pairs.size();
  if (pairs.empty()) return out;
  out.window_a = pairs.back().first - pairs.front().first + 1;
  out.window_b = pairs.back().second - pairs.front().second + 1;
  const auto long_words = [](const Words& words, size_t from, size_t to) {
    size_t count = 0;
    for (size_t i = from; i < to; ++i) count += words[i].is_long;
    return count;
  };
  for (size_t p = 1; p < pairs.size(); ++p) {
    const size_t x = long_words(a, pairs[p - 1].first + 1, pairs[p].first);
    const size_t y = long_words(b, pairs[p - 1].second + 1, pairs[p].second);
    if (x > 0 && y > 0) out.replaced += std::max(x, y);
  }
  return out;
}

class QuotationMatcher {
 public:
  explicit QuotationMatcher(const Report& report) : report_(report) {
    for (uint32_t c = 0; c < report.claims.size(); ++c) {
      if (report.claims[c].attribute == kQuotation) quotations_.push_back(read(c));
    }
  }

  // Pairs of claims that differ, each claim in one pair.
  std::vector<std::pair<uint32_t, uint32_t>> run() {
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (uint32_t q = 0; q < quotations_.size(); ++q) {
      for (const uint32_t other : meeting(q)) compare(other, q, &pairs);
    }
    std::vector<std::pair<uint32_t, uint32_t>> out;
    std::set<uint32_t> taken;
    for (const auto& [a, b] : pairs) {
      if (taken.contains(a) || taken.contains(b) || told_alike(a, b) || told_alike(b, a)) continue;
      out.emplace_back(a, b);
      taken.insert(a);
      taken.insert(b);
    }
    return out;
  }

 private:
  Quotation read(uint32_t c) const {
    const Claim& claim = report_.claims[c];
    Quotation out;
    out.claim = c;
    out.language = report_.documents[claim.document].metadata.language.value;
    out.dossier = dossier_of(report_, claim);
    const std::string& text = std::get<PlainText>(claim.value).text;
    for (const Token& token : tokenize(text, ApostropheRules())) {
      if (token.token_class == TokenClass::sign || out.words.size() == kWordsMost) continue;
      const std::string folded = fold(absl::string_view(text).substr(token.begin, token.end - token.begin));
      out.words.push_back({hash_folded(folded), folded.size() >= kLong});
    }
    return out;
  }

  // Earlier quotations that have a run of words in common, those with the most first.
  std::vector<uint32_t> meeting(uint32_t q) {
    const Words& words = quotations_[q].words;
    const uint64_t among = hash_folded(quotations_[q].dossier + "\n" + quotations_[q].language);
    std::map<uint32_t, int> shared;
    for (size_t i = 0; i + kRun <= words.size(); ++i) {
      uint64_t run = among;
      for (size_t k = 0; k < kRun; ++k) run = run * 0x9E3779B97F4A7C15ull + words[i + k].hash;
      std::vector<uint32_t>& known = with_run_[run];
      for (const uint32_t other : known) {
        if (other != q) ++shared[other];
      }
      if (known.size() < kPostings && (known.empty() || known.back() != q)) known.push_back(q);
    }
    std::vector<std::pair<int, uint32_t>> order;
    for (const auto& [other, count] : shared) order.emplace_back(-count, other);
    std::sort(order.begin(), order.end());
    std::vector<uint32_t> out;
    for (const auto& [count, other] : order) out.push_back(other);
    return out;
  }

  void compare(uint32_t p, uint32_t q, std::vector<std::pair<uint32_t, uint32_t>>* pairs) {
    const Quotation& a = quotations_[p];
    const Quotation& b = quotations_[q];
    const Claim& x = report_.claims[a.claim];
    const Claim& y = report_.claims[b.claim];
    if (x.document == y.document) return;
    const Alignment found = align(a.words, b.words);
    const size_t shorter = std::min(a.words.size(), b.words.size());
    const size_t least = found.shared * 100;
    if (found.shared < kSharedLeast || least < kPart * std::max(found.window_a, found.window_b)) return;
    if (least < kPart * shorter) return;
    const bool speakers = !x.subject_id.empty() && !y.subject_id.empty();
    const bool one_speaker = speakers && x.subject_id == y.subject_id;
    if (found.replaced == 0 && (one_speaker || !speakers)) {
      alike_.insert({a.claim, y.document});
      alike_.insert({b.claim, x.document});
    } else if (one_speaker ? found.replaced <= kDifferMost
                           : speakers && found.replaced == 0 && least >= kWhole * shorter) {
      pairs->emplace_back(a.claim, b.claim);
    }
  }

  // Whether the other article has the same words elsewhere.
  bool told_alike(uint32_t claim, uint32_t other) const {
    return alike_.contains({claim, report_.claims[other].document});
  }

  const Report& report_;
  std::vector<Quotation> quotations_;
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> with_run_;
  std::set<std::pair<uint32_t, uint32_t>> alike_;  // claim, document that quotes the same words
};

// The same words of two speakers: the report shows who is said to have said them.
void name_speakers(Claim* a, Claim* b) {
  if (a->subject_id.empty() || b->subject_id.empty() || a->subject_id == b->subject_id) return;
  for (Claim* claim : {a, b}) std::get<PlainText>(claim->value).text += absl::StrCat(" — ", claim->subject);
}

}  // namespace

std::vector<Cluster> keep_disputed_quotations(Report* report) {
  std::vector<std::pair<uint32_t, uint32_t>> pairs = QuotationMatcher(*report).run();
  std::map<uint32_t, uint32_t> moved;  // kept quotations: old number -> new one
  for (const auto& [a, b] : pairs) moved[a] = moved[b] = 0;
  std::vector<Claim> kept;
  kept.reserve(report->claims.size());
  for (uint32_t c = 0; c < report->claims.size(); ++c) {
    Claim& claim = report->claims[c];
    const auto found = moved.find(c);
    if (claim.attribute == kQuotation && found == moved.end()) continue;
    if (found != moved.end()) found->second = static_cast<uint32_t>(kept.size());
    kept.push_back(std::move(claim));
  }
  report->claims = std::move(kept);
  std::vector<Cluster> out;
  for (const auto& [a, b] : pairs) {
    name_speakers(&report->claims[moved[a]], &report->claims[moved[b]]);
    Cluster cluster;
    cluster.sides = {Fact{{moved[a]}}, Fact{{moved[b]}}};
    out.push_back(std::move(cluster));
  }
  return out;
}

}  // namespace crosscheck
