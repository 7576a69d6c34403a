#include "claim/outlasted.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/deed.h"
#include "claim/joints.h"

namespace crosscheck {
namespace {

constexpr uint32_t kRelated = 4;  // tokens from "after" on in which the state that was before begins

class OutlastedFinder {
 public:
  OutlastedFinder(const ClaimContext& context, const Candidate& candidate)
      : context_(context),
        text_(context.text()),
        candidate_(candidate),
        sentence_(text_.sentences[candidate.sentence]) {}

  bool run() {
    const PatternMatch& match = candidate_.match;
    const ToldWords* told = state_words(context_.rulebook(), match.words, match.first, match.last);
    if (!told || deed_of(*told).polarity == Polarity::denied) return false;
    collect();
    const bool before = is_before(told->first);
    for (uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      const bool own = match.first <= t && t < match.last;  // "await their (pay)"
      const bool elsewhere = !own && (before || t >= told->last);
      if (elsewhere && tells_other(t, sentence_)) return true;
    }
    return next_sentence_tells();
  }

 private:
  // The concepts of states that exclude this one.
  void collect() {
    const Rule& rule = *candidate_.rule;
    const std::string own = rule.path_of(candidate_.pattern->state);
    for (const Pattern& pattern : rule.patterns) {
      if (pattern.state.empty()) continue;
      const std::string other = rule.path_of(pattern.state);
      if (other == own || absl::StartsWith(other, absl::StrCat(own, ".")) ||
          absl::StartsWith(own, absl::StrCat(other, ".")))
        continue;
      for (const PatternPart& part : pattern.parts) collect(part.items);
    }
  }

  void collect(const std::vector<PatternItem>& items) {
    for (const PatternItem& item : items) {
      for (const std::vector<PatternItem>& choice : item.choices) collect(choice);
      const bool state =
          item.kind == PatternItem::Kind::concept_word && context_.rulebook().is_a(item.text, "state");
      if (state && std::find(others_.begin(), others_.end(), item.text) == others_.end())
        others_.push_back(item.text);
    }
  }

  // "after being closed", "closed since March 12"
  bool is_before(uint32_t at) const {
    const uint32_t from = std::max(sentence_.first, at > kRelated ? at - kRelated : 0);
    return is_behind_relation(context_, from, at + 1);
  }

  bool tells_other(uint32_t t, const SentenceRange& sentence) const {
    for (const absl::string_view other : others_) {
      const Hit* hit = concept_hit(context_, t, other, sentence.last);
      if (!hit || is_before(t)) continue;
      const Qualifiers deed = deed_of({hit->first, hit->last, other});
      if (deed.polarity == Polarity::affirmed && deed.modality == Modality::stated) return true;
    }
    return false;
  }

  Qualifiers deed_of(const ToldWords& words) const {
    Qualifiers out;
    std::vector<std::string> steps;  // of another claim, if any
    find_deed(context_, {words.first, words.last, words.first, absl::MakeConstSpan(&words, 1)}, &out, &steps);
    return out;
  }

  bool next_sentence_tells() const {
    if (candidate_.sentence + 1 >= text_.sentences.size()) return false;
    const SentenceRange& next = text_.sentences[candidate_.sentence + 1];
    const Hit* pronoun = text_.hit(next.first, Category::pronoun, next.last);
    if (!pronoun) return false;
    for (uint32_t t = pronoun->last; t < next.last; ++t) {
      if (context_.clause_of(t) != context_.clause_of(next.first)) return false;
      if (tells_other(t, next)) return true;
    }
    return false;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const Candidate& candidate_;
  const SentenceRange& sentence_;
  std::vector<absl::string_view> others_;
};

}  // namespace

bool is_outlasted(const ClaimContext& context, const Candidate& candidate) {
  return !candidate.pattern->state.empty() && !candidate.rule->comparison.lasting &&
         OutlastedFinder(context, candidate).run();
}

}  // namespace crosscheck
