#include "resolve/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "resolve/short_names.h"
#include "rules/marked_words.h"
#include "text/look_alike.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

// Whether the letters are the first ones of the words, words in small letters aside: "CRM" of "Calvera Roche
// Médias".
bool is_acronym_of(absl::string_view acronym, absl::string_view name) {
  std::string capitals, all;
  for (const absl::string_view word : absl::StrSplit(name, absl::ByAnyChar(" -"), absl::SkipEmpty())) {
    const std::string folded = fold_without_accents(word);
    if (folded.empty()) continue;
    all.push_back(folded[0]);
    if (fold(word) != word) capitals.push_back(folded[0]);
  }
  const std::string letters = fold_without_accents(acronym);
  return letters.size() >= 2 && (letters == capitals || letters == all);
}

class ArticleNames {
 public:
  ArticleNames(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions,
               std::vector<std::string>* warnings)
      : text_(text), rulebook_(rulebook), mentions_(*mentions), warnings_(*warnings) {}

  void run() {
    count_names();
    find_rivals();
    for (size_t i = 0, next = 0; i < mentions_.size(); ++i) {
      if (is_name(mentions_[i])) identify(&names_[name_of_[next++]], &mentions_[i]);
    }
    join_acronyms();
    join_former_names();
    link_short_names();
    identify_roles();
  }

 private:
  // A name as the article tells it, once or more.
  struct Name {
    absl::string_view words;  // a piece of the text
    uint64_t key = 0;         // what it looks like
    int count = 0;
    const Name* rival = nullptr;  // a commoner spelling that looks the same
    std::string id, person_id;    // once they are known; persons may have their given name in full
  };

  void count_names() {
    absl::flat_hash_map<uint64_t, uint32_t> known;  // by hash of the words
    for (const Mention& mention : mentions_) {
      if (!is_name(mention)) continue;
      const absl::string_view words = told(mention);
      const auto [place, fresh] = known.try_emplace(hash_folded(words), static_cast<uint32_t>(names_.size()));
      if (fresh) names_.push_back({words, look_alike_key(words), 0, nullptr, "", ""});
      ++names_[place->second].count;
      name_of_.push_back(place->second);
    }
  }

  void find_rivals() {
    std::vector<Name*> order;
    for (Name& name : names_) order.push_back(&name);
    std::sort(order.begin(), order.end(), [](const Name* a, const Name* b) {
      return std::tie(a->key, a->words) < std::tie(b->key, b->words);
    });
    for (auto first = order.begin(); first != order.end();) {
      auto last = first + 1;
      while (last != order.end() && (*last)->key == (*first)->key) ++last;
      for (auto one = first; last - first > 1 && one != last; ++one) {
        const auto rival =
            std::find_if(first, last, [&](const Name* other) { return other->count > (*one)->count; });
        if (rival != last) (*one)->rival = *rival;
      }
      first = last;
    }
  }

  bool is_short(const Mention& mention) const {
    return mention.kind == MentionKind::person && !is_full(told(mention));
  }

  void link_short_names() {
    if (std::none_of(mentions_.begin(), mentions_.end(), [this](const Mention& m) { return is_short(m); }))
      return;
    ShortNames short_names;
    for (const Mention& mention : mentions_) {
      if (mention.kind == MentionKind::person)
        short_names.add(mention.entity, std::get<EntityName>(mention.value).name);
    }
    for (Mention& mention : mentions_) {
      const auto* person = is_short(mention) ? short_names.only(told(mention)) : nullptr;
      if (person) rename(person->first, person->second, &mention);
    }
  }

  void identify_roles() {
    const auto is_role = [](const Mention& mention) { return mention.kind == MentionKind::role; };
    if (std::none_of(mentions_.begin(), mentions_.end(), is_role)) return;
    for (const Mention& mention : mentions_) {
      if (is_name(mention)) known_[told(mention)] = &mention;
    }
    for (Mention& mention : mentions_) {
      if (is_role(mention)) identify_role(&mention);
    }
  }

  absl::string_view told(const Mention& mention) const { return text_.text(mention.span); }

  void identify(Name* name, Mention* mention) {
    if (!mention->entity.empty()) return;
    if (const EntityEntry* entity = rulebook_.look_alike(name->key)) {
      if (name->words != entity->name && fold(entity->name) != fold(name->words))
        warn(name->words, entity->name);
      return rename(entity->id, entity->name, mention);
    }
    // A rarer spelling of a name that the article has in another one with the same look.
    if (name->rival) {
      warn(name->words, name->rival->words);
      return rename(slug(name->rival->words), std::string(name->rival->words), mention);
    }
    const bool person = mention->kind == MentionKind::person;
    std::string& id = person ? name->person_id : name->id;
    if (id.empty()) id = person ? person_id(*mention, name->words) : slug(name->words);
    rename(id, std::string(name->words), mention);
  }

  // "Mike Karsen" is "Michael Karsen".
  std::string person_id(const Mention& mention, absl::string_view name) const {
    const uint32_t first = text_.token_at(mention.span.begin);
    const absl::string_view full = is_full(name) ? full_given_name(text_, first) : "";
    return full.empty() ? slug(name) : slug(absl::StrCat(full, name.substr(name.find(' '))));
  }

  // "Calvera Roche Médias (CRM)", "CRM (Calvera Roche Médias)": one organisation, wherever the article goes
  // on to name it.
  void join_acronyms() {
    std::map<absl::string_view, std::pair<std::string, std::string>> meant;  // acronym -> id, name
    const Mention* before = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.kind != MentionKind::organisation) continue;
      if (before && before->span.end + 2 == mention.span.begin &&
          text_.text({before->span.end, mention.span.begin}) == " (" &&
          text_.text({mention.span.end, mention.span.end + 1}) == ")") {
        const bool turned = told(*before).size() < told(mention).size();
        const Mention& full = turned ? mention : *before;
        const Mention& acronym = turned ? *before : mention;
        if (is_acronym_of(told(acronym), told(full))) {
          meant.try_emplace(told(acronym), full.entity, std::get<EntityName>(full.value).name);
        }
      }
      before = &mention;
    }
    if (meant.empty()) return;
    for (Mention& mention : mentions_) {
      if (mention.kind != MentionKind::organisation || rulebook_.entity(mention.entity)) continue;
      if (const auto found = meant.find(told(mention)); found != meant.end()) {
        rename(found->second.first, found->second.second, &mention);
      }
    }
  }

  // "Veltrane, anciennement Solvo", "the Harrow Hall (previously known as Port Hall)": one thing under two
  // names.
  void join_former_names() {
    std::map<std::string, std::pair<std::string, std::string>> meant;  // id -> id, name
    const Mention* before = nullptr;
    for (const Mention& mention : mentions_) {
      if (!is_name(mention)) continue;
      if (before && before->kind == mention.kind && before->span.end < mention.span.begin &&
          before->entity != mention.entity && joined_as_former(*before, mention)) {
        meant.try_emplace(mention.entity, before->entity, std::get<EntityName>(before->value).name);
      }
      before = &mention;
    }
    for (Mention& mention : mentions_) {
      const auto found = is_name(mention) ? meant.find(mention.entity) : meant.end();
      if (found != meant.end()) rename(found->second.first, found->second.second, &mention);
    }
  }

  bool joined_as_former(const Mention& now, const Mention& then) const {
    const uint32_t end = text_.token_at(then.span.begin);
    bool told = false;
    for (uint32_t t = text_.token_at(now.span.end); t < end;) {
      const Hit* words = marked_words(text_, t, "formerly", end);
      const Hit* filler = text_.hit(t, Category::filler, end);
      const bool sign = text_.word(t) == "," || text_.word(t) == "(";
      if (!words && !filler && !sign) return false;
      told |= words != nullptr;
      t = words ? words->last : filler ? filler->last : t + 1;
    }
    return told;
  }

  void warn(absl::string_view name, absl::string_view meant) {
    if (!warned_.insert(std::string(name)).second) return;
    warnings_.push_back(
        absl::StrCat("'", name, "' is written with look-alike letters and taken for '", meant, "'"));
  }

  void identify_role(Mention* mention) {
    Role& role = std::get<Role>(mention->value);
    if (const auto person = known_.find(role.person); person != known_.end()) {
      mention->entity = person->second->entity;
      role.person = std::get<EntityName>(person->second->value).name;
    } else {
      mention->entity = slug(role.person);
    }
    if (const auto owner = known_.find(role.organisation); owner != known_.end())
      role.organisation = std::get<EntityName>(owner->second->value).name;
  }

  const Annotated& text_;
  const Rulebook& rulebook_;
  std::vector<Mention>& mentions_;
  std::vector<std::string>& warnings_;
  std::vector<Name> names_;
  std::vector<uint32_t> name_of_;                                 // by name told: which one it is
  absl::flat_hash_map<absl::string_view, const Mention*> known_;  // names by their words
  std::set<std::string> warned_;
};

}  // namespace

bool is_name(const Mention& mention) {
  return mention.kind == MentionKind::person || mention.kind == MentionKind::organisation ||
         mention.kind == MentionKind::place;
}

namespace {

constexpr size_t kKnownMost = 1 << 14;  // names kept by a thread; then it begins anew

std::string find_slug(absl::string_view name) {
  std::string out;
  for (const char c : fold_without_accents(name)) {
    const bool letter =
        absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace

std::string slug(absl::string_view name) {
  // The names of a dossier come again and again.
  thread_local absl::flat_hash_map<std::string, std::string> known;
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  if (known.size() >= kKnownMost) known.clear();
  return known[std::string(name)] = find_slug(name);
}

bool is_full(absl::string_view name) { return name.find(' ') != absl::string_view::npos; }

void rename(const std::string& id, const std::string& name, Mention* mention) {
  mention->entity = id;
  auto* value = std::get_if<EntityName>(&mention->value);
  if (!value) value = &mention->value.emplace<EntityName>();
  value->id = id;
  value->name = name;
}

void resolve_names(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions,
                   std::vector<std::string>* warnings) {
  ArticleNames(text, rulebook, mentions, warnings).run();
}

}  // namespace crosscheck
