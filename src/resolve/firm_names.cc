#include "resolve/firm_names.h"

#include <algorithm>
#include <set>

#include "resolve/entities.h"
#include "rules/marked_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBranchReach = 4;  // tokens between a name and "filiale", "parent company"
constexpr int kTellingWords = 3;      // of a name that says by itself which firm is meant

class FirmNames {
 public:
  FirmNames(const Rulebook& rulebook, const std::vector<NamedText>& articles)
      : rulebook_(rulebook), articles_(articles) {}

  std::map<std::string, std::string> run() {
    for (const NamedText& article : articles_) note(article);
    join_short_forms();
    return std::move(aliases_);
  }

 private:
  struct Firm {
    std::string name;
    bool generic_ends = false;  // all but one word of it are words such as "group", "SA"
    bool branch_beside = false;
    std::set<std::pair<size_t, uint32_t>> sentences;  // article, sentence
    std::map<size_t, uint32_t> first;                 // article -> where it is told first, titles aside
  };

  void note(const NamedText& article) {
    const Annotated& text = *article.text;
    const size_t number = &article - articles_.data();
    uint32_t sentence = 0;
    for (const Mention& mention : *article.mentions) {
      if (mention.kind != MentionKind::organisation) continue;
      const uint32_t t = text.token_at(mention.span.begin);
      while (sentence + 1 < text.sentences.size() && text.sentences[sentence].last <= t) ++sentence;
      const std::string told = slug(text.text(mention.span));
      if (told != mention.entity && !told.empty() && !rulebook_.entity(told))
        told_as_[told].insert(mention.entity);
      Firm& firm = firms_[mention.entity];
      if (firm.name.empty()) firm.name = std::string(text.text(mention.span));
      firm.sentences.insert({number, sentence});
      if (!text.sentences[sentence].title) firm.first.try_emplace(number, t);
      firm.branch_beside |= branch_beside(text, t, text.token_at(mention.span.end));
      firm.generic_ends |= has_generic_word(text, t, text.token_at(mention.span.end));
    }
  }

  static bool branch_beside(const Annotated& text, uint32_t first, uint32_t last) {
    for (uint32_t t = first > kBranchReach ? first - kBranchReach : 0; t < last + kBranchReach; ++t) {
      if (marked_words(text, t, "branch", static_cast<uint32_t>(text.tokens.size()))) return true;
    }
    return false;
  }

  static bool has_generic_word(const Annotated& text, uint32_t first, uint32_t last) {
    int others = 0;
    for (uint32_t t = first; t < last; ++t)
      others += text.hit(t, Category::organisation_word, last) == nullptr;
    return others == 1 && last > first + 1;
  }

  // The longer name goes by the id of the shorter one, which is told more often.
  void join_short_forms() {
    for (const auto& [told, ids] : told_as_) {
      if (ids.size() == 1 && firms_.contains(told)) alias(told, *ids.begin());  // an acronym, a former name
    }
    for (const auto& [id, firm] : firms_) {
      if (rulebook_.entity(id)) continue;
      for (size_t cut = id.find('-'); cut != std::string::npos; cut = id.find('-', cut + 1)) {
        for (const std::string& part : {id.substr(0, cut), id.substr(cut + 1)}) {
          const auto shorter = firms_.find(part);
          if (shorter == firms_.end() || !one_firm(shorter->second, firm, part == id.substr(0, cut)))
            continue;
          longer_[part].insert(id);
        }
      }
    }
    for (const auto& [part, ids] : longer_) {
      if (ids.size() == 1) alias(*ids.begin(), part);  // of several it could be any
    }
  }

  bool one_firm(const Firm& shorter, const Firm& longer, bool head) const {
    if (shorter.branch_beside || longer.branch_beside) return false;
    std::vector<std::pair<size_t, uint32_t>> both;
    std::set_intersection(shorter.sentences.begin(), shorter.sentences.end(), longer.sentences.begin(),
                          longer.sentences.end(), std::back_inserter(both));
    if (!both.empty()) return false;
    if (longer.generic_ends) return true;
    // "the Harbour Income Fund" of "Merrowgate Harbour Income Fund"
    if (!head) return std::count(shorter.name.begin(), shorter.name.end(), ' ') + 1 >= kTellingWords;
    // The full name comes first and is told less often: the short one goes on with it.
    bool both_told = false;
    for (const auto& [article, at] : longer.first) {
      const auto other = shorter.first.find(article);
      if (other == shorter.first.end()) continue;
      if (other->second < at) return false;
      both_told = true;
    }
    return both_told && longer.sentences.size() < shorter.sentences.size();
  }

  void alias(const std::string& id, const std::string& meant) {
    if (id == meant) return;
    const auto found = aliases_.find(meant);
    const std::string& end = found == aliases_.end() ? meant : found->second;
    if (end != id) aliases_.try_emplace(id, end);
  }

  const Rulebook& rulebook_;
  const std::vector<NamedText>& articles_;
  std::map<std::string, Firm> firms_;
  std::map<std::string, std::set<std::string>> told_as_;  // slug of the words -> ids they mean
  std::map<std::string, std::set<std::string>> longer_;
  std::map<std::string, std::string> aliases_;
};

}  // namespace

std::map<std::string, std::string> find_firm_names(const Rulebook& rulebook,
                                                   const std::vector<NamedText>& articles) {
  return FirmNames(rulebook, articles).run();
}

}  // namespace crosscheck
