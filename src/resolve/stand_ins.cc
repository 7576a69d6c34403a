#include "resolve/stand_ins.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "resolve/entities.h"
#include "rules/marked_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSentencesBack = 2;  // in which the name may stand
constexpr uint32_t kPronounBack = 1;    // that of a pronoun

class StandIns {
 public:
  StandIns(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions)
      : text_(text), rulebook_(rulebook), mentions_(*mentions) {
    for (const Mention& mention : mentions_) {
      if (!is_name(mention) || mention.entity.empty() || publishes(mention.entity)) continue;
      if (is_attributed_to(text_, text_.token_at(mention.span.begin), 0))
        continue;  // who says it is not whose it is
      names_.push_back({text_.token_at(mention.span.begin), text_.token_at(mention.span.end), &mention});
      ++count_[mention.kind][mention.entity];
    }
  }

  void run() {
    std::vector<Mention> added;
    for (uint32_t s = 0; s < text_.sentences.size(); ++s) {
      const SentenceRange& sentence = text_.sentences[s];
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Hit* words = marked_words(text_, t, "stands_for", sentence.last);
        if (!words || is_title(*words, sentence)) continue;
        if (const Mention* name = meant(*words, s)) added.push_back(stand_in(*words, *name));
        t = words->last - 1;
      }
    }
    for (const Mention& mention : mentions_) {
      if (mention.kind == MentionKind::age) add_aged(mention, &added);
    }
    if (added.empty()) return;
    std::move(added.begin(), added.end(), std::back_inserter(mentions_));
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
    });
  }

 private:
  // "The 22-year-old signed", "the 22-year-old striker": the article stands for whose age it is.
  void add_aged(const Mention& age, std::vector<Mention>* added) const {
    const uint32_t first = text_.token_at(age.span.begin), behind = text_.token_at(age.span.end);
    if (first == 0 || !is_person_at(behind)) return;
    const Hit* article = text_.hit(first - 1, Category::filler, first);
    if (!article || !article->is("definite")) return;
    const auto sentence =
        std::upper_bound(text_.sentences.begin(), text_.sentences.end(), first,
                         [](uint32_t token, const SentenceRange& range) { return token < range.last; });
    if (sentence == text_.sentences.end() || first <= sentence->first) return;
    const auto index = static_cast<uint32_t>(sentence - text_.sentences.begin());
    if (const Mention* name = only_before(first, index, MentionKind::person, kPronounBack))
      added->push_back(stand_in(*article, *name));
  }

  // Whether no noun stands there, or one of a person.
  bool is_person_at(uint32_t t) const {
    if (t >= text_.tokens.size() || text_.tokens[t].token_class == TokenClass::sign) return true;
    for (const Hit& hit : text_.hits_at(t)) {
      if (hit.category == Category::noun_stop || hit.category == Category::speech ||
          hit.category == Category::role || hit.category == Category::negation)
        return true;
      const bool person =
          hit.category == Category::concept_ &&
          (rulebook_.is_a(hit.sense->symbol, "person") || rulebook_.is_a(hit.sense->symbol, "kind-person") ||
           rulebook_.is_a(hit.sense->symbol, "actor"));
      if (person) return true;
    }
    return false;
  }

  struct Name {
    uint32_t first = 0, last = 0;
    const Mention* mention = nullptr;
  };

  // An outlet that is cited is no firm of the story.
  bool publishes(const std::string& id) const {
    const EntityEntry* entity = rulebook_.entity(id);
    return entity && std::any_of(entity->is.begin(), entity->is.end(), [](const std::string& kind) {
             return kind == "outlet" || kind == "agency";
           });
  }

  // "le groupe Solvane", "the bank HSBC": the name itself; "le groupe de travail": another thing.
  bool is_title(const Hit& words, const SentenceRange& sentence) const {
    const uint32_t t = words.last;
    if (t >= sentence.last || text_.tokens[t].token_class != TokenClass::word) return false;
    if (text_.tokens[t].capitals != Capitals::none) return true;
    const Hit* link = text_.hit(t, Category::noun_link, sentence.last);
    if (!link || link->last >= sentence.last) return false;
    const Token& next = text_.tokens[link->last];  // a figure: "le chanteur de 63 ans"
    return next.token_class == TokenClass::word && next.capitals == Capitals::none;
  }

  const Mention* meant(const Hit& words, uint32_t sentence) const {
    const std::string& symbol = words.sense->symbol;
    if (symbol == "stands_for_nobody") return nullptr;
    if (symbol == "stands_for_only_person")
      return only_before(words.first, sentence, MentionKind::person, kPronounBack);
    if (symbol == "stands_for_last_person") return last_before(words.first, sentence, MentionKind::person);
    const MentionKind kind = symbol == "stands_for_person" ? MentionKind::person : MentionKind::organisation;
    if (symbol != "stands_for_body") {
      if (const Mention* main = main_one(kind, words.first)) return main;
    }
    return only_before(words.first, sentence, kind, kSentencesBack);
  }

  // The one that the article names more than twice as often as any other, once it is named.
  const Mention* main_one(MentionKind kind, uint32_t before) const {
    const auto counts = count_.find(kind);
    if (counts == count_.end()) return nullptr;
    int best = 0, second = 0;
    const std::string* id = nullptr;
    for (const auto& [entity, count] : counts->second) {
      if (count > best) {
        second = best, best = count, id = &entity;
      } else {
        second = std::max(second, count);
      }
    }
    if (best < 2 * second + 1) return nullptr;
    for (const Name& name : names_) {
      if (name.first < before && name.mention->kind == kind && name.mention->entity == *id)
        return name.mention;
    }
    return nullptr;
  }

  // The only one of the nearest sentence that names any.
  const Mention* only_before(uint32_t before, uint32_t sentence, MentionKind kind, uint32_t back) const {
    const uint32_t from = sentence > back ? sentence - back : 0;
    for (uint32_t s = sentence + 1; s-- > from;) {
      std::set<std::string> ids;
      const Mention* found = nullptr;
      for (const Name& name : names_) {
        if (name.mention->kind != kind || name.first < text_.sentences[s].first ||
            name.last > text_.sentences[s].last)
          continue;
        if (name.last > before) continue;
        ids.insert(name.mention->entity);
        found = name.mention;
      }
      if (ids.size() == 1) return found;
      if (ids.size() > 1) return nullptr;
    }
    return nullptr;
  }

  const Mention* last_before(uint32_t before, uint32_t sentence, MentionKind kind) const {
    const uint32_t from = text_.sentences[sentence > 0 ? sentence - 1 : 0].first;
    const Mention* found = nullptr;
    for (const Name& name : names_) {
      if (name.mention->kind == kind && name.first >= from && name.last <= before) found = name.mention;
    }
    return found;
  }

  Mention stand_in(const Hit& words, const Mention& name) const {
    Mention out;
    out.kind = name.kind;
    out.span = text_.span(words.first, words.last);
    out.value = name.value;
    out.entity = name.entity;
    if (text_.with_steps)
      out.steps.push_back(
          absl::StrCat("'", text_.text(out.span), "' stands for ", std::get<EntityName>(name.value).name));
    return out;
  }

  const Annotated& text_;
  const Rulebook& rulebook_;
  std::vector<Mention>& mentions_;
  std::vector<Name> names_;
  std::map<MentionKind, std::map<std::string, int>> count_;
};

}  // namespace

void find_stand_ins(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions) {
  StandIns(text, rulebook, mentions).run();
}

}  // namespace crosscheck
