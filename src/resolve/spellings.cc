#include "resolve/spellings.h"

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "resolve/entities.h"
#include "text/near_spelling.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kSurnameLeast = 5;  // letters of a word that may be misspelt
constexpr size_t kGivenLeast = 4;
constexpr size_t kWordLeast = 6;    // of an organisation or a place
constexpr size_t kBucketMost = 40;  // names that share all but one letter

using Words = std::vector<std::string>;

class SpellingFinder {
 public:
  SpellingFinder(const Rulebook& rulebook, const std::vector<NamedText>& articles)
      : rulebook_(rulebook), articles_(articles) {}

  std::map<std::string, std::string> run() {
    for (size_t i = 0; i < articles_.size(); ++i) note(i);
    bucket();
    for (auto& [key, ids] : buckets_) {
      std::sort(ids.begin(), ids.end());
      ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
      if (ids.size() > kBucketMost) continue;
      for (size_t i = 0; i < ids.size(); ++i) {
        for (size_t k = i + 1; k < ids.size(); ++k) join(ids[i], ids[k]);
      }
    }
    return std::move(aliases_);
  }

 private:
  struct Name {
    MentionKind kind = MentionKind::person;
    Words words;
    bool usual_given = false;  // a known given name: "Paul", which is no slip for "Paula"
    std::set<size_t> articles;
    std::set<std::string> languages;
    std::set<std::string> posts;  // role and organisation
    std::set<std::string> kinds;
  };

  void note(size_t number) {
    const NamedText& article = articles_[number];
    const Annotated& text = *article.text;
    for (const Mention& mention : *article.mentions) {
      if (const auto* role = std::get_if<Role>(&mention.value); role && !mention.entity.empty()) {
        posts_[mention.entity].insert(absl::StrCat(role->role, " ", slug(role->organisation)));
      }
      if (!is_name(mention) || slug(text.text(mention.span)) != mention.entity) continue;
      Name& name = names_[mention.entity];
      name.kind = mention.kind;
      if (name.words.empty()) name.words = absl::StrSplit(mention.entity, '-');
      const uint32_t first = text.token_at(mention.span.begin);
      name.usual_given |= text.hit(first, Category::first_name, first + 1) != nullptr;
      name.articles.insert(number);
      name.languages.insert(text.language->code);
    }
  }

  // A name without one of its words, and that word without one of its letters.
  struct Gap {
    uint64_t key = 0;
    const std::string* id = nullptr;
    const Name* name = nullptr;
    uint32_t word = 0;
    uint32_t letter = kNoLetter;  // the byte that is left out
  };
  static constexpr uint32_t kNoLetter = 0xFFFFFFFF;

  // Names that are alike but for one word, and whose word is alike but for one letter, share a key. Few do,
  // and only of these the key is spelled out.
  void bucket() {
    std::vector<Gap> gaps;
    for (const auto& [id, name] : names_) {
      if (name.kind == MentionKind::person && name.words.size() < 2) continue;
      for (uint32_t w = 0; w < name.words.size(); ++w) add_gaps({0, &id, &name, w}, &gaps);
    }
    std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.key < b.key; });
    for (auto from = gaps.begin(); from != gaps.end();) {
      const auto to = std::find_if(from, gaps.end(), [&](const Gap& gap) { return gap.key != from->key; });
      const bool alone = std::all_of(from, to, [&](const Gap& gap) { return gap.id == from->id; });
      for (; from != to; ++from) {
        if (!alone) buckets_[spelled_out(*from)].push_back(*from->id);
      }
    }
  }

  // The word as it is, and without each of its letters. Letters are the digits of a number, the first one the
  // lowest, so that leaving out the next letter instead of this one takes a single step.
  static void add_gaps(Gap gap, std::vector<Gap>* gaps) {
    constexpr uint64_t kBase = 0x9E3779B97F4A7C15ull;
    const std::string& word = gap.name->words[gap.word];
    const auto digit = [&](size_t i) { return static_cast<uint64_t>(static_cast<unsigned char>(word[i])); };
    uint64_t behind_first = 0;
    for (size_t i = word.size(); i-- > 1;) behind_first = behind_first * kBase + digit(i);
    const uint64_t others = hash_folded(others_of(*gap.name, gap.word));
    gap.key = others + behind_first * kBase + (word.empty() ? 0 : digit(0));
    gaps->push_back(gap);
    gap.key = others + behind_first;
    uint64_t power = 1;
    for (uint32_t i = 0; i < word.size(); ++i, power *= kBase) {
      gap.letter = i;
      gaps->push_back(gap);
      if (i + 1 < word.size()) gap.key += (digit(i) - digit(i + 1)) * power;
    }
  }

  static std::string spelled_out(const Gap& gap) {
    std::string word = gap.name->words[gap.word];
    if (gap.letter != kNoLetter) word.erase(gap.letter, 1);
    return absl::StrCat(others_of(*gap.name, gap.word), "\n", word);
  }

  static std::string others_of(const Name& name, size_t word) {
    std::string out = absl::StrCat(static_cast<int>(name.kind), " ", word);
    for (size_t o = 0; o < name.words.size(); ++o) {
      if (o != word) absl::StrAppend(&out, " ", name.words[o]);
    }
    return out;
  }

  void join(const std::string& a, const std::string& b) {
    const Name& x = names_[a];
    const Name& y = names_[b];
    if (aliases_.contains(a) || aliases_.contains(b) || !same(a, x, b, y)) return;
    const bool turned = std::pair(y.articles.size(), b) > std::pair(x.articles.size(), a);
    const std::string& kept = turned || rulebook_.entity(b) ? b : a;
    aliases_[kept == a ? b : a] = kept;
  }

  bool same(const std::string& a, const Name& x, const std::string& b, const Name& y) const {
    if (rulebook_.entity(a) && rulebook_.entity(b)) return false;
    std::vector<size_t> both;  // an article that tells both tells of two
    std::set_intersection(x.articles.begin(), x.articles.end(), y.articles.begin(), y.articles.end(),
                          std::back_inserter(both));
    if (!both.empty() || x.words.size() != y.words.size()) return false;
    const auto [p, q] = std::mismatch(x.words.begin(), x.words.end(), y.words.begin());
    if (p == x.words.end() || !is_near_spelling(*p, *q)) return false;
    const size_t shorter = std::min(p->size(), q->size());
    const bool first = p == x.words.begin();
    if (x.kind != MentionKind::person)
      return shorter >= kWordLeast && x.languages == y.languages && not_inflected(*p, *q, x);
    if (!first) return shorter >= kSurnameLeast;
    // Two usual given names, or one with an ending, are two people, unless they hold one post: "Paul" and
    // "Paula".
    if ((x.usual_given && y.usual_given) || p->rfind(*q, 0) == 0 || q->rfind(*p, 0) == 0)
      return share_post(a, b);
    return shorter >= kGivenLeast;
  }

  // "Calvéran" and "Calvérane", "Vert" and "Verts" may be two words.
  static bool not_inflected(const std::string& a, const std::string& b, const Name& name) {
    return name.words.size() > 1 || (a.rfind(b, 0) != 0 && b.rfind(a, 0) != 0);
  }

  bool share_post(const std::string& a, const std::string& b) const {
    const auto x = posts_.find(a), y = posts_.find(b);
    if (x == posts_.end() || y == posts_.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(),
                       [&](const std::string& post) { return y->second.contains(post); });
  }

  const Rulebook& rulebook_;
  const std::vector<NamedText>& articles_;
  std::map<std::string, Name> names_;  // by id
  std::map<std::string, std::set<std::string>> posts_;
  std::map<std::string, std::vector<std::string>> buckets_;
  std::map<std::string, std::string> aliases_;
};

}  // namespace

std::map<std::string, std::string> find_spellings(const Rulebook& rulebook,
                                                  const std::vector<NamedText>& articles) {
  return SpellingFinder(rulebook, articles).run();
}

}  // namespace crosscheck
