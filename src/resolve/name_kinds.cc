#include "resolve/name_kinds.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "absl/strings/str_cat.h"
#include "resolve/entities.h"
#include "resolve/short_names.h"

namespace crosscheck {
namespace {

class KindFinder {
 public:
  explicit KindFinder(const std::vector<NamedText>& articles) : articles_(articles) {}

  void run() {
    for (const NamedText& article : articles_) note(article);
    for (const NamedText& article : articles_) {
      if (article.doubtful) apply(article);
    }
  }

 private:
  struct Known {
    MentionKind kind;
    std::string id, name;
  };

  static std::string told(const NamedText& article, const Mention& mention) {
    return std::string(article.text->text(mention.span));
  }

  // What the article is sure of.
  void note(const NamedText& article) {
    std::set<TextSpan, SpanLess> weak;
    for (size_t i = 0; article.doubtful && i < article.doubtful->size(); ++i)
      weak.insert((*article.doubtful)[i].span);
    for (const Mention& mention : *article.mentions) {
      if (!is_name(mention) || weak.contains(mention.span)) continue;
      const std::string& name = std::get<EntityName>(mention.value).name;
      known_.try_emplace(slug(told(article, mention)), Known{mention.kind, mention.entity, name});
      if (mention.kind == MentionKind::person) persons_.add(mention.entity, name);
    }
  }

  // A name sure elsewhere, or the surname of the only person who bears it.
  std::optional<Known> find(const std::string& name) const {
    const auto found = known_.find(slug(name));
    if (found != known_.end()) return found->second;
    const auto* person = is_full(name) ? nullptr : persons_.only(name);
    if (person && slug(person->second.substr(person->second.rfind(' ') + 1)) == slug(name))
      return Known{MentionKind::person, person->first, person->second};
    return std::nullopt;
  }

  void apply(const NamedText& article) const {
    std::vector<Mention> added;
    for (const Mention& doubtful : *article.doubtful) {
      const std::string name = told(article, doubtful);
      const std::optional<Known> known = find(name);
      if (!known) continue;
      if (Mention* mention = mention_at(article, doubtful.span)) {
        turn(*known, mention);
      } else if (!opens_sentence(article, doubtful) || is_no_word(article, doubtful)) {
        added.push_back(doubtful);
        turn(*known, &added.back());
      }
    }
    if (added.empty()) return;
    std::move(added.begin(), added.end(), std::back_inserter(*article.mentions));
    std::stable_sort(article.mentions->begin(), article.mentions->end(),
                     [](const Mention& a, const Mention& b) {
                       return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
                     });
  }

  static Mention* mention_at(const NamedText& article, TextSpan span) {
    for (Mention& mention : *article.mentions) {
      if (is_name(mention) && mention.span == span) return &mention;
    }
    return nullptr;
  }

  static void turn(const Known& known, Mention* mention) {
    if (mention->kind == known.kind && !mention->entity.empty()) return;
    mention->kind = known.kind;
    mention->steps = {absl::StrCat("a ", to_string(known.kind), ": other articles tell so")};
    rename(known.id, known.name, mention);
  }

  // There a capital alone makes no name: "Petit", "Race".
  static bool opens_sentence(const NamedText& article, const Mention& mention) {
    const Annotated& text = *article.text;
    if (is_full(text.text(mention.span))) return false;
    const uint32_t t = text.token_at(mention.span.begin);
    if (t == 0 || text.tokens[t].line_before) return true;
    return text.tokens[t - 1].token_class == TokenClass::sign && text.word(t - 1) != "," &&
           text.word(t - 1) != "(";
  }

  // Told again, and written small by no article of the dossier.
  bool is_no_word(const NamedText& article, const Mention& mention) const {
    const uint64_t word = article.text->tokens[article.text->token_at(mention.span.begin)].hash;
    const auto again = [&](const Mention& other) {
      return other.span.begin != mention.span.begin && told(article, other) == told(article, mention);
    };
    const auto small = [&](const NamedText& other) {
      return std::any_of(other.text->tokens.begin(), other.text->tokens.end(), [&](const Token& token) {
        return token.hash == word && token.capitals == Capitals::none;
      });
    };
    return std::any_of(article.doubtful->begin(), article.doubtful->end(), again) &&
           std::none_of(articles_.begin(), articles_.end(), small);
  }

  struct SpanLess {
    bool operator()(TextSpan a, TextSpan b) const {
      return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    }
  };

  const std::vector<NamedText>& articles_;
  std::map<std::string, Known> known_;  // by slug
  ShortNames persons_;
};

}  // namespace

void settle_kinds(const std::vector<NamedText>& articles) { KindFinder(articles).run(); }

}  // namespace crosscheck
