#include "resolve/long_names.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "resolve/entities.h"
#include "rules/annotate.h"

namespace crosscheck {
namespace {

constexpr size_t kLeast = 2;         // words of a name that says by itself who is meant
constexpr size_t kBucketMost = 100;  // persons who have a name in common

using Words = std::vector<std::string>;

struct Person {
  Words words;
  bool given_first = false;  // it begins with a given name: "Jean Marc Dorn" is not "Marc Dorn"
  bool opens = false;        // it was told at the head of a sentence, where any word has a capital
  std::set<size_t> articles;
};

std::map<std::string, Person> persons_of(const std::vector<NamedText>& articles) {
  std::map<std::string, Person> out;
  for (size_t i = 0; i < articles.size(); ++i) {
    const Annotated& text = *articles[i].text;
    for (const Mention& mention : *articles[i].mentions) {
      if (mention.kind != MentionKind::person || slug(text.text(mention.span)) != mention.entity) continue;
      Person& person = out[mention.entity];
      const uint32_t first = text.token_at(mention.span.begin);
      if (person.words.empty())
        person.words = absl::StrSplit(text.text(mention.span), ' ', absl::SkipEmpty());
      person.given_first |= text.hit(first, Category::first_name, first + 1) != nullptr;
      const auto sentence =
          std::lower_bound(text.sentences.begin(), text.sentences.end(), first,
                           [](const SentenceRange& range, uint32_t at) { return range.first < at; });
      person.opens |= sentence != text.sentences.end() && sentence->first == first;
      person.articles.insert(i);
    }
  }
  return out;
}

bool have_article_in_common(const Person& a, const Person& b) {
  return std::any_of(a.articles.begin(), a.articles.end(),
                     [&](size_t article) { return b.articles.contains(article); });
}

enum class Longer { no, between, before, behind };

// In which way the longer name is the shorter one with more words.
Longer is_longer(const Person& longer, const Person& shorter) {
  const Words& x = longer.words;
  const Words& y = shorter.words;
  if (y.size() < kLeast || x.size() <= y.size()) return Longer::no;
  if (y.size() == kLeast && x.front() == y.front() && x.back() == y.back()) return Longer::between;
  const bool opened = longer.opens && !longer.given_first && x.size() == y.size() + 1;
  if (opened && std::equal(y.rbegin(), y.rend(), x.rbegin())) return Longer::before;
  const bool behind = std::equal(y.begin(), y.end(), x.begin()) && !have_article_in_common(longer, shorter);
  return behind ? Longer::behind : Longer::no;
}

class LongNames {
 public:
  explicit LongNames(const std::vector<NamedText>& articles)
      : articles_(articles), persons_(persons_of(articles)) {}

  void run() {
    for (const auto& [id, person] : persons_) {
      for (size_t w = 0; w < std::min(kLeast, person.words.size()); ++w)
        by_word_[person.words[w]].push_back(&id);
    }
    for (const auto& [id, person] : persons_) {
      if (person.words.size() > kLeast) find_shorter(id, person);
    }
    if (!shorter_.empty()) give_names();
  }

 private:
  void find_shorter(const std::string& id, const Person& person) {
    for (size_t w = 0; w < kLeast; ++w) {
      const std::vector<const std::string*>& others = by_word_[person.words[w]];
      if (others.size() > kBucketMost) continue;
      for (const std::string* other : others) {
        const Longer way = is_longer(person, persons_.at(*other));
        if (way == Longer::no) continue;
        shorter_[id].insert(*other);
        if (way == Longer::before) {
          opened_.insert(id);
        } else {
          longer_[*other].insert(id);
        }
      }
    }
  }

  void give_names() {
    for (const NamedText& article : articles_) {
      for (Mention& mention : *article.mentions) {
        const auto found = shorter_.find(mention.entity);
        if (found == shorter_.end() || found->second.size() > 1) continue;
        const std::string& meant = *found->second.begin();
        // "Mark John Dorn" and "Mark Peter Dorn" are two, and "Mark Dorn" is either.
        const bool opened = opened_.contains(mention.entity);
        if (!opened && longer_[meant].size() > 1) continue;
        mention.entity = meant;
        if (auto* name = std::get_if<EntityName>(&mention.value); name && opened)
          name->name = absl::StrJoin(persons_.at(meant).words, " ");
      }
    }
  }

  const std::vector<NamedText>& articles_;
  const std::map<std::string, Person> persons_;                     // by id
  std::map<std::string, std::vector<const std::string*>> by_word_;  // ids by the first and the second word
  std::map<std::string, std::set<std::string>> shorter_, longer_;
  std::set<std::string> opened_;  // those that a word at the head of a sentence made longer
};

}  // namespace

void join_long_names(const std::vector<NamedText>& articles) { LongNames(articles).run(); }

}  // namespace crosscheck
