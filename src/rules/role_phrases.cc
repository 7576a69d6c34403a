#include "rules/role_phrases.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 6;  // tokens of a role before and behind the adjective

class RoleWidener {
 public:
  RoleWidener(const Language& language, const Tokens& tokens, const std::vector<Lexicon::Match>& matches)
      : language_(language), tokens_(tokens), matches_(matches) {}

  std::vector<Lexicon::Match> run() {
    for (const Lexicon::Match& match : matches_) {
      if (!has(match, Category::demonym)) continue;
      // "Polish", but not "polish".
      if (language_.head_last && tokens_[match.first].capitals == Capitals::none) continue;
      if (language_.head_last) {
        before_role(match);
      } else {
        inside_role(match);
        behind_role(match);
      }
    }
    return std::move(out_);
  }

 private:
  bool has(const Lexicon::Match& match, Category category) const {
    return language_.group_looks[match.group].categories.has(category);
  }

  // The roles of a match, as those of tokens [first, last).
  void add(const Lexicon::Match& match, uint32_t first, uint32_t last) {
    if (!has(match, Category::role)) return;
    for (const uint32_t sense : language_.lexicon.payloads(match.group)) {
      if (language_.looks[sense].category == Category::role)
        out_.push_back({first, last, sense | Lexicon::Match::kAlone});
    }
  }

  void before_role(const Lexicon::Match& adjective) {
    const auto next = std::lower_bound(matches_.begin(), matches_.end(), adjective.last,
                                       [](const Lexicon::Match& m, uint32_t at) { return m.first < at; });
    for (auto m = next; m != matches_.end() && m->first == adjective.last; ++m) {
      add(*m, adjective.first, m->last);
    }
  }

  void behind_role(const Lexicon::Match& adjective) {
    const uint32_t from = adjective.first > kReach ? adjective.first - kReach : 0;
    auto m = std::lower_bound(matches_.begin(), matches_.end(), from,
                              [](const Lexicon::Match& known, uint32_t at) { return known.first < at; });
    for (; m != matches_.end() && m->first < adjective.first; ++m) {
      if (m->last == adjective.first) add(*m, m->first, adjective.last);
    }
  }

  // Roles that the text would tell without the adjective.
  void inside_role(const Lexicon::Match& adjective) {
    const uint32_t from = adjective.first > kReach ? adjective.first - kReach : 0;
    const uint32_t to = std::min(static_cast<uint32_t>(tokens_.size()), adjective.last + kReach);
    Tokens without(tokens_.begin() + from, tokens_.begin() + adjective.first);
    without.insert(without.end(), tokens_.begin() + adjective.last, tokens_.begin() + to);
    const uint32_t gap = adjective.first - from, width = adjective.last - adjective.first;
    for (const Lexicon::Match& m : language_.lexicon.find(without)) {
      if (m.first < gap && m.last > gap) add(m, from + m.first, from + m.last + width);
    }
  }

  const Language& language_;
  const Tokens& tokens_;
  const std::vector<Lexicon::Match>& matches_;
  std::vector<Lexicon::Match> out_;
};

}  // namespace

void widen_roles(const Language& language, const Tokens& tokens, std::vector<Lexicon::Match>* matches) {
  const std::vector<Lexicon::Match> wider = RoleWidener(language, tokens, *matches).run();
  if (wider.empty()) return;
  matches->insert(matches->end(), wider.begin(), wider.end());
  std::stable_sort(matches->begin(), matches->end(), [](const Lexicon::Match& a, const Lexicon::Match& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

}  // namespace crosscheck
