#include "mention/names.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/headlines.h"
#include "mention/name_evidence.h"
#include "mention/offers.h"
#include "mention/recognizers.h"
#include "text/look_alike.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWordsMost = 6;     // of one name
constexpr uint32_t kRoleReach = 6;     // tokens between a name and a role that types it
constexpr uint32_t kLongestRole = 14;  // tokens of a role that ends right before a name
constexpr size_t kBrandLetters = 4;
constexpr uint32_t kDateline = 14;  // tokens between its place and its dash

class NameFinder {
 public:
  NameFinder(const Annotated& text, const Rulebook& rulebook)
      : text_(text), rulebook_(rulebook), small_(text) {}

  std::vector<NameRun> run() {
    std::vector<SentenceRange> headlines;
    for (const SentenceRange& sentence : text_.sentences) {
      first_ = sentence.first;
      limit_ = sentence.last;
      headline_ = has_headline_capitals(text_, sentence);
      if (headline_) headlines.push_back(sentence);
      constexpr Marks kStarts = kCapitalMark | kRoleMark;
      for (uint32_t t = sentence.first; (t = text_.next_marked(t, limit_, kStarts)) < limit_;) t = read(t);
    }
    type_by_article(text_, rulebook_, small_, &runs_);
    find_in_headlines(text_, headlines, &runs_);
    return std::move(runs_);
  }

 private:
  bool capital(uint32_t t) const {
    return t < limit_ && text_.tokens[t].token_class == TokenClass::word &&
           text_.tokens[t].capitals != Capitals::none;
  }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }

  bool starts_sentence(uint32_t t) const {
    if (t == first_) return true;
    const absl::string_view before = word(t - 1);
    return text_.tokens[t - 1].token_class == TokenClass::sign && before != "," && before != "'" &&
           before != "-" && before != "(";
  }

  // A capital that tells nothing: a common word at the head of a sentence, a month, a title, a role.
  bool no_name(uint32_t t) const {
    const Token& token = text_.tokens[t];
    const Hit* common = hit(t, Category::not_a_name);
    if (common && (token.capitals == Capitals::first || common->is("acronym"))) return true;
    if (hit(t, Category::person_title)) return true;
    const bool code =
        token.capitals == Capitals::all && (hit(t, Category::currency) || hit(t, Category::zone));
    if (code) return true;  // "CHF", "GMT"
    if (token.capitals == Capitals::first && (hit(t, Category::weekday) || hit(t, Category::month)))
      return true;
    return starts_sentence(t) && small_.contains(token.hash) && !known_entity(t);
  }

  const Hit* known_entity(uint32_t t) const {
    if (!capital(t)) return nullptr;
    const Hit* found = hit(t, Category::entity);
    // "Le Monde" is the paper, "Le monde" at the head of a sentence is not: the last word of a name has its
    // capital.
    const bool small_end = found && text_.tokens[found->last - 1].token_class == TokenClass::word &&
                           text_.tokens[found->last - 1].capitals == Capitals::none &&
                           found->last > found->first + 1;
    // "Un", "Us" and "Who" are words of the language unless they stand in capitals.
    const bool common =
        found && found->last == t + 1 && text_.tokens[t].capitals != Capitals::all &&
        (hit(t, Category::cardinal) || hit(t, Category::pronoun) || hit(t, Category::filler) ||
         hit(t, Category::clause_break) || hit(t, Category::noun_stop));
    return small_end || common ? nullptr : found;
  }

  uint32_t read(uint32_t t) {
    ++offers.names;
    if (const Hit* known = known_entity(t)) {
      add(known->first, known->last, rulebook_.entity(known->sense->symbol));
      return known->last;
    }
    // "chef de l'État Paul Rast": the capital is the post's.
    if (const Hit* post = capital(t) ? nullptr : hit(t, Category::role)) return post->last;
    if (!capital(t) || headline_ || no_name(t)) return t + 1;
    if (const Hit* of = nationality_of_person(t)) return of->last;
    if (const Hit* role = hit(t, Category::role); role && !first_name(t) && !is_surname(t)) return role->last;
    const uint32_t end = end_of_run(t);
    add(t, end, nullptr);
    return end;
  }

  // "l'Éthiopien Abel Tesfaw", "Kenyan Paul Rast": no part of the name, as it is in "British Steel".
  const Hit* nationality_of_person(uint32_t t) const {
    const Hit* found = hit(t, Category::demonym);
    if (!found || !capital(t) || !capital(found->last)) return nullptr;
    return text_.language->head_last && !first_name(found->last) ? nullptr : found;
  }

  uint32_t end_of_run(uint32_t t) const {
    uint32_t end = next_part(t);
    const bool of_role = role_before_link(t) != nullptr;
    for (uint32_t parts = 1; parts < kWordsMost && end < limit_; ++parts) {
      if (text_.tokens[end].line_before && end > t) break;
      uint32_t at = end;
      if (word(at) == "-" && tight(at) && tight(at + 1)) ++at;
      // "Bank of England", "University of Leeds": what a body is of is a part of its name.
      if (const Hit* of = end == t + 1 ? hit(at, Category::noun_link) : nullptr;
          of && text_.language->head_last && capital(of->last) && hit(t, Category::organisation_word)) {
        end = known_entity(of->last) ? known_entity(of->last)->last : next_part(of->last);
        continue;
      }
      const Hit* particle = hit(at, Category::name_particle);
      if (particle && at > end && word(particle->last) == "-") {
        at = capital(particle->last + 1) ? particle->last + 1 : at;  // "Saint-Orvin-de-Lac"
      } else if (particle && capital(particle->last) && may_have_particle(t, at)) {
        at = particle->last;
      } else if (word(at) == "&" && capital(at + 1)) {
        ++at;
      }
      if (!capital(at)) break;
      if (at == end && (known_entity(at) || (hit(at, Category::role) && !closes_name(t, at)) || no_name(at)))
        break;
      if (at == end && of_role && first_name(at) && !first_name(t) && capital(at + 1))
        break;  // "ministre des Ports Paul Rast"
      end = next_part(at);
    }
    return end;
  }

  // "Hélène Marquis": a word of a post that ends a name behind a given name.
  bool closes_name(uint32_t t, uint32_t at) const {
    const Hit* post = hit(at, Category::role);
    return at == t + 1 && first_name(t) && post->last == at + 1 && !capital(at + 1) &&
           !hit(at + 1, Category::noun_link);
  }

  // "Mme Marquis", where the article has told "Hélène Marquis" before.
  bool is_surname(uint32_t t) const {
    if (!hit_before(t, Category::person_title)) return false;
    return std::any_of(runs_.begin(), runs_.end(), [&](const NameRun& run) {
      return words_of(text_, run) > 1 && text_.tokens[run.last - 1].hash == text_.tokens[t].hash;
    });
  }

  // "Workers of Calvera": a word that opens the sentence takes a complement only where it is part of names.
  bool may_have_particle(uint32_t t, uint32_t at) const {
    if (!starts_sentence(t) || !hit(at, Category::noun_link)) return true;
    return first_name(t) || hit(t, Category::organisation_word);
  }

  // One part of a name: a word, an initial with its stop, an elided particle with its word.
  uint32_t next_part(uint32_t t) const {
    const absl::string_view letters = word(t);
    if (letters.size() <= 2 && word(t + 1) == "." && tight(t + 1) && capital(t + 2)) return t + 2;
    const bool elided = !letters.empty() && (letters.back() == '\'' || letters.size() > 3) &&
                        (letters.substr(letters.size() - 1) == "'" ||
                         (letters.size() >= 3 && letters.substr(letters.size() - 3) == "’"));
    if (elided && capital(t + 1) && tight(t + 1)) return t + 2;
    return brand_with_figure(t) ? t + 2 : t + 1;
  }

  // "K6", "CGT13": capitals with digits right behind them.
  bool brand_with_figure(uint32_t t) const {
    const bool digits =
        t + 1 < limit_ && tight(t + 1) && text_.tokens[t + 1].token_class == TokenClass::digits;
    if (!digits || text_.tokens[t].capitals == Capitals::none || fold(word(t)).size() > kBrandLetters)
      return false;
    if (word(t).size() > 1 && text_.tokens[t].capitals != Capitals::all) return false;
    return word(t + 1).size() <= 3 && !(t + 2 < limit_ && tight(t + 2) && is_letter_or_digit(t + 2));
  }
  bool is_letter_or_digit(uint32_t t) const { return text_.tokens[t].token_class != TokenClass::sign; }

  bool first_name(uint32_t t) const { return hit(t, Category::first_name) != nullptr; }

  static MentionKind kind_of(const EntityEntry& entity) {
    if (entity.type == "person") return MentionKind::person;
    return entity.type == "place" ? MentionKind::place : MentionKind::organisation;
  }

  void add(uint32_t first, uint32_t last, const EntityEntry* entity) {
    NameRun run;
    run.first = first;
    run.last = last;
    if (entity) {
      run.entity = entity->id;
      run.typed = true;
      run.kind = kind_of(*entity);
      run.why = "a known name";
    } else {
      type(&run);
    }
    runs_.push_back(std::move(run));
  }

  static void set(MentionKind kind, const char* why, NameRun* run, bool weak = false) {
    set_kind(kind, why, weak, run);
  }

  void type(NameRun* run) const {
    const uint32_t count = words_of(text_, *run);
    if (run->first > first_ && hit_before(run->first, Category::person_title))
      set(MentionKind::person, "a title stands before it", run);
    if (count == 1 && first_name(run->first) && text_.tokens[run->first].capitals == Capitals::first) {
      const bool place = hit_before(run->first, Category::place_word) != nullptr;
      set(MentionKind::person, "it is a given name", run, place);
    }
    if (count >= 2 && first_name(run->first)) set(MentionKind::person, "it begins with a given name", run);
    if (organisation_word(*run))
      set(MentionKind::organisation, "a word of organisations stands with it", run);
    if (count >= 2 && count <= 4 && role_near(*run)) set(MentionKind::person, "a role stands beside it", run);
    if (const Hit* role = role_before_link(run->first)) type_by_role(*role, run);
    if (count <= 3 && followed_by_role(*run))
      set(MentionKind::organisation, "a role of it stands behind it", run);
    if (const EntityEntry* meant =
            rulebook_.look_alike(look_alike_key(text_.text(text_.span(run->first, run->last))))) {
      set(kind_of(*meant), "it looks like a known name", run);
    }
    if (opens_dateline(*run)) set(MentionKind::place, "an article was sent from there", run);
    if (count == 1 && is_acronym(run->first))
      set(MentionKind::organisation, "it is written like an acronym or a brand", run);
    if (const Hit* of = hit_before(run->first, Category::demonym);
        of && count >= 2 && nationality_of_person(of->first))
      set(MentionKind::person, "a nationality stands before it", run);
    if (count >= 2 && speech_behind(*run)) set(MentionKind::person, "it speaks", run, true);
    if (const Hit* before = hit_before(run->first, Category::place_word); before && count <= 3)
      set(MentionKind::place, "a preposition of places stands before it", run,
          before->last == before->first + 1);
  }

  // "CARROW, England, Sept 10 (Reldon) - Budget carrier …": capitals at the head, a dash before the news, and
  // between them names, dates and signs alone.
  bool opens_dateline(const NameRun& run) const {
    if (run.first != first_ || !text_.tokens[run.first].line_before) return false;
    for (uint32_t t = run.first; t < run.last; ++t) {
      if (text_.tokens[t].token_class == TokenClass::word && text_.tokens[t].capitals != Capitals::all)
        return false;
    }
    const uint32_t end = std::min(limit_, run.last + kDateline);
    for (uint32_t t = run.last; t < end; ++t) {
      const bool dash = word(t) == "-" || word(t) == "–" || word(t) == "—";
      if (dash && text_.tokens[t].space_before && t > run.last) return true;
      if (text_.tokens[t].token_class == TokenClass::word && !capital(t) && !hit(t, Category::month) &&
          !hit(t, Category::first_day))
        return false;
    }
    return false;
  }

  const Hit* hit_before(uint32_t t, Category category) const {
    for (uint32_t back = 1; back <= 3 && t >= first_ + back; ++back) {
      const Hit* found = text_.hit(t - back, category, t);
      if (found && found->last == t) return found;
    }
    return nullptr;
  }

  bool organisation_word(const NameRun& run) const {
    const Hit* before = hit_before(run.first, Category::organisation_word);
    if (before && before->is("before")) return true;
    for (uint32_t t = run.first; t < run.last; ++t) {
      if (hit(t, Category::organisation_word)) return true;
    }
    const Hit* after = hit(run.last, Category::organisation_word);
    return after && after->is("after") && capital(run.last);
  }

  // "X, PDG de", "X (maire de", "PDG X", "…, X".
  bool role_near(const NameRun& run) const {
    uint32_t t = run.last;
    if (word(t) == "," || word(t) == "(") {
      ++t;
      for (uint32_t skip = 0; skip < 5 && t < limit_; ++skip, ++t) {
        if (hit(t, Category::role)) return true;
        // "X, the former EU commissioner", "X, the union's secretary"
        if (!hit(t, Category::filler) && !hit(t, Category::role_status) && !hit(t, Category::noun_link) &&
            !known_entity(t) && !is_clitic(t) && !is_clitic(t + 1))
          break;
      }
    }
    if (hit_before_role(run.first) != nullptr) return true;
    if (run.first < 2 || word(run.first - 1) != ",") return false;
    if (hit_before_role(run.first - 1) != nullptr) return true;
    for (uint32_t back = 2; back <= kRoleReach && run.first >= first_ + back; ++back) {
      if (hit(run.first - back, Category::role)) return true;
    }
    return false;
  }

  // The "'s" of "the union's".
  bool is_clitic(uint32_t t) const { return tight(t) && text_.is_clitic(t); }

  const Hit* hit_before_role(uint32_t t) const {
    for (uint32_t back = 1; back <= kLongestRole && t >= first_ + back; ++back) {
      const Hit* found = text_.hit(t - back, Category::role, t);
      if (found && found->last == t) return found;
    }
    return nullptr;
  }

  const Hit* role_before_link(uint32_t t) const {
    const Hit* link = hit_before(t, Category::noun_link);
    return link ? hit_before_role(link->first) : nullptr;
  }

  // "le maire de X": a post says what it belongs to.
  void type_by_role(const Hit& role, NameRun* run) const {
    const RoleEntry* entry = rulebook_.role(role.sense->symbol);
    if (entry && entry->of == "person") return;
    const bool place = entry && entry->of == "place";
    set(place ? MentionKind::place : MentionKind::organisation, "a role belongs to it", run);
  }

  // "Calvera CEO Emily Harrow".
  bool followed_by_role(const NameRun& run) const {
    const Hit* role = hit(run.last, Category::role);
    return role && capital(role->last);
  }

  bool speech_behind(const NameRun& run) const {
    for (uint32_t t = run.last; t < std::min(limit_, run.last + 2); ++t) {
      if (hit(t, Category::speech)) return true;
    }
    return false;
  }

  bool is_acronym(uint32_t t) const {
    const absl::string_view letters = word(t);
    const uint32_t behind = word(t + 1) == "-" ? t + 2 : t + 1;
    if (tight(t + 1) && tight(behind) && text_.tokens[behind].token_class == TokenClass::digits) return false;
    if (text_.tokens[t].capitals == Capitals::all) return letters.size() >= 2 && letters.size() <= 8;
    for (size_t i = 1; i < letters.size(); ++i) {
      if (letters[i] >= 'A' && letters[i] <= 'Z' && letters[i - 1] >= 'a' && letters[i - 1] <= 'z')
        return true;
    }
    return false;
  }

  const Annotated& text_;
  const Rulebook& rulebook_;
  const SmallWords small_;  // no names where a capital is due to the place
  std::vector<NameRun> runs_;
  uint32_t first_ = 0, limit_ = 0;
  bool headline_ = false;
};

}  // namespace

std::vector<NameRun> find_name_runs(const Annotated& text, const Rulebook& rulebook) {
  return NameFinder(text, rulebook).run();
}

void find_names(const Annotated& text, const Rulebook& rulebook, absl::Span<const NameRun> runs,
                std::vector<Mention>* out) {
  for (const NameRun& run : runs) {
    if (!run.typed) continue;
    Mention& mention = out->emplace_back();
    mention.kind = run.kind;
    mention.span = text.span(run.first, run.last);
    const EntityEntry* entity = rulebook.entity(run.entity);
    mention.value = EntityName{run.entity, entity ? entity->name : std::string(text.text(mention.span))};
    mention.entity = run.entity;
    if (text.with_steps)
      mention.steps.push_back(
          absl::StrCat("a ", to_string(run.kind), run.weak ? ": perhaps: " : ": ", run.why));
  }
}

}  // namespace crosscheck
