#include "mention/headlines.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr int kFewWords = 5;        // of a headline that is judged by its capitals
constexpr uint32_t kLongWord = 4;   // bytes: shorter ones stay small in headlines
constexpr size_t kSamePrefix = 16;  // names that begin with one word

class HeadlineReader {
 public:
  HeadlineReader(const Annotated& text, std::vector<NameRun>* runs) : text_(text), runs_(*runs) {
    for (const NameRun& run : *runs) {
      if (!run.typed || run.last - run.first < 2) continue;
      std::vector<NameRun>& same = known_[text_.tokens[run.first].hash];
      const auto is_same = [&](const NameRun& other) { return stands_at(other, run.first, run.last); };
      if (same.size() < kSamePrefix && std::none_of(same.begin(), same.end(), is_same)) same.push_back(run);
    }
  }

  void read(const SentenceRange& headline) {
    for (uint32_t t = headline.first; t < headline.last;) {
      const NameRun* run = taken(t) ? nullptr : known_at(t, headline.last);
      if (run) {
        NameRun found = *run;
        found.first = t;
        found.last = t + (run->last - run->first);
        t = found.last;
        found_.push_back(std::move(found));
      } else {
        t = given_name(t, headline.last);
      }
    }
  }

  void finish() {
    runs_.insert(runs_.end(), std::make_move_iterator(found_.begin()), std::make_move_iterator(found_.end()));
    std::stable_sort(runs_.begin(), runs_.end(),
                     [](const NameRun& a, const NameRun& b) { return a.first < b.first; });
  }

 private:
  bool stands_at(const NameRun& run, uint32_t first, uint32_t limit) const {
    if (limit - first < run.last - run.first) return false;
    for (uint32_t i = 0; i < run.last - run.first; ++i) {
      if (text_.tokens[first + i].hash != text_.tokens[run.first + i].hash) return false;
    }
    return true;
  }

  const NameRun* known_at(uint32_t t, uint32_t limit) const {
    const auto same = known_.find(text_.tokens[t].hash);
    if (same == known_.end()) return nullptr;
    for (const NameRun& run : same->second) {
      if (stands_at(run, t, limit) && !taken(t + (run.last - run.first) - 1)) return &run;
    }
    return nullptr;
  }

  // "Emily Harrow": a given name and one word. Returns where to read on.
  uint32_t given_name(uint32_t t, uint32_t limit) {
    const Hit* given = taken(t) ? nullptr : text_.hit(t, Category::first_name, limit);
    if (!given || given->last >= limit || taken(given->last)) return t + 1;
    const Token& next = text_.tokens[given->last];
    const bool name = next.token_class == TokenClass::word && next.capitals == Capitals::first &&
                      text_.tokens[t].capitals == Capitals::first;
    if (!name) return t + 1;
    NameRun run;
    run.first = t;
    run.last = given->last + 1;
    run.kind = MentionKind::person;
    run.typed = true;
    run.why = "it begins with a given name";
    found_.push_back(std::move(run));
    return given->last + 1;
  }

  // Whether a known name was already read there.
  bool taken(uint32_t t) const {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), t,
                                       [](uint32_t at, const NameRun& run) { return at < run.first; });
    return next != runs_.begin() && t < std::prev(next)->last;
  }

  const Annotated& text_;
  std::vector<NameRun>& runs_;
  std::vector<NameRun> found_;
  absl::flat_hash_map<uint64_t, std::vector<NameRun>> known_;  // by first word
};

}  // namespace

bool has_headline_capitals(const Annotated& text, const SentenceRange& sentence) {
  if (!sentence.title && (sentence.marks & kAllCapitalsMark) == 0) return false;
  int all = 0, words = 0, long_words = 0, capital = 0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = text.tokens[t];
    if (token.token_class != TokenClass::word) continue;
    ++words;
    all += token.capitals == Capitals::all;
    if (token.end - token.begin < kLongWord) continue;
    ++long_words;
    capital += token.capitals != Capitals::none;
  }
  if (words >= 3 && all * 2 > words) return true;
  return sentence.title && words >= kFewWords && capital * 10 >= long_words * 9;
}

void find_in_headlines(const Annotated& text, const std::vector<SentenceRange>& headlines,
                       std::vector<NameRun>* runs) {
  if (headlines.empty()) return;
  HeadlineReader reader(text, runs);
  for (const SentenceRange& headline : headlines) reader.read(headline);
  reader.finish();
}

}  // namespace crosscheck
