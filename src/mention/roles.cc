// Roles with whom they belong to: "X, PDG de Y", "le PDG de Y, X", "Y CEO X", "X, co-fondateur et PDG de Y",
// "X a été nommée PDG par intérim".
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/names.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSpanLimit = 80;  // bytes of a role with its person
constexpr uint32_t kVerbReach = 14;  // tokens between a person and the verb that gives the role
constexpr uint32_t kWordsOfDay = 4;
constexpr uint32_t kWordsBeforeName = 2;  // of what else a person is
constexpr uint32_t kComplementReach = 8;  // tokens of a complement that is no name

struct FoundRole {
  const Hit* hit = nullptr;
  uint32_t begin = 0;  // with its status and articles
  uint32_t end = 0;    // with its status and complement
  RoleStatus status = RoleStatus::current;
  const NameRun* organisation = nullptr;
  const NameRun* person = nullptr;
};

std::optional<RoleStatus> status_of(absl::string_view symbol) {
  for (const RoleStatus status :
       {RoleStatus::former, RoleStatus::interim, RoleStatus::named, RoleStatus::left}) {
    if (symbol == to_string(status)) return status;
  }
  return std::nullopt;
}

class RoleFinder {
 public:
  RoleFinder(const Annotated& text, const Rulebook& rulebook, absl::Span<const NameRun> runs,
             const SentenceRange& sentence)
      : text_(text), rulebook_(rulebook), runs_(runs), first_(sentence.first), limit_(sentence.last) {}

  std::vector<FoundRole> run() {
    for (uint32_t t = first_; (t = text_.next_marked(t, limit_, kRoleMark)) < limit_;) {
      const Hit* found = text_.hit(t, Category::role, limit_);
      if (found && (!inside_name(t) || holds_name(*found)) && !is_verb(*found) && !in_set_phrase(*found)) {
        roles_.push_back(with_words(found));
        t = std::max(roles_.back().end, found->last);
      } else {
        ++t;
      }
    }
    for (size_t i = roles_.size(); i > 0; --i) share_complement(i - 1);
    for (size_t i = roles_.size(); i > 0; --i) {
      if (!is_relative(roles_[i - 1])) person_behind(i - 1);
    }
    for (size_t i = 0; i < roles_.size(); ++i) person_before(i);
    for (size_t i = 0; i < roles_.size(); ++i) person_by_verb(i);
    return std::move(roles_);
  }

 private:
  absl::string_view word(uint32_t t) const { return t >= first_ && t < limit_ ? text_.word(t) : ""; }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }

  const NameRun* run_starting(uint32_t t) const {
    const auto found = std::lower_bound(runs_.begin(), runs_.end(), t,
                                        [](const NameRun& run, uint32_t at) { return run.first < at; });
    return found != runs_.end() && found->first == t && t < limit_ ? &*found : nullptr;
  }
  const NameRun* run_ending(uint32_t t) const {
    const auto next = std::lower_bound(runs_.begin(), runs_.end(), t,
                                       [](const NameRun& run, uint32_t at) { return run.first < at; });
    if (next == runs_.begin()) return nullptr;
    const NameRun* before = &*std::prev(next);
    return before->last == t && before->first >= first_ ? before : nullptr;
  }
  bool inside_name(uint32_t t) const {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), t,
                                       [](uint32_t at, const NameRun& run) { return at < run.first; });
    return next != runs_.begin() && t < std::prev(next)->last;
  }

  // "in general, X".
  bool in_set_phrase(const Hit& role) const {
    const Hit* phrase = role.first > first_ ? hit(role.first - 1, Category::filler) : nullptr;
    return phrase && phrase->last == role.last;
  }

  // "ECB president" is a post of its own, beside the name that it begins with.
  bool holds_name(const Hit& role) const {
    const NameRun* run = run_starting(role.first);
    return run && !is_person(run) && run->last < role.last;
  }

  // "« … », juge X": a verb of saying behind a quotation, no post.
  bool is_verb(const Hit& role) const {
    if (!hit(role.first, Category::speech) || role.first == first_) return false;
    const absl::string_view before = word(role.first - 1);
    return before == "," || before == "»" || before == "”" || before == "\"";
  }

  static bool is_person(const NameRun* run) { return run && run->typed && run->kind == MentionKind::person; }
  // "X, who heads Y": its person stands before it.
  bool is_relative(const FoundRole& role) const { return hit(role.hit->first, Category::clause_break); }
  bool belongs_to_person(const FoundRole& role) const {
    const RoleEntry* entry = rulebook_.role(role.hit->sense->symbol);
    return entry && entry->of == "person";
  }
  static bool is_owner(const NameRun* run) {
    return run && (!run->typed || run->kind != MentionKind::person);
  }

  const Hit* ending_at(uint32_t t, Category category) const {
    for (uint32_t back = 1; back <= 4 && t >= first_ + back; ++back) {
      const Hit* found = text_.hit(t - back, category, t);
      if (found && found->last == t) return found;
    }
    return nullptr;
  }

  FoundRole with_words(const Hit* found) {
    FoundRole role;
    role.hit = found;
    role.begin = found->first;
    role.end = found->last;
    take_status(&role);
    take_complement(&role);
    return role;
  }

  void take_status(FoundRole* role) const {
    for (int rounds = 0; rounds < 3; ++rounds) {
      const Hit* before = ending_at(role->begin, Category::role_status);
      const Hit* filler = before ? nullptr : ending_at(role->begin, Category::filler);
      if (before) {
        if (role->status == RoleStatus::current)
          role->status = status_of(before->sense->symbol).value_or(RoleStatus::current);
        role->begin = before->first;
        if (word(role->begin - 1) == "-") role->begin -= 1;
      } else if (filler) {
        role->begin = filler->first;
      } else {
        break;
      }
    }
    if (const Hit* after = hit(role->end, Category::role_status)) {
      role->status = status_of(after->sense->symbol).value_or(role->status);
      role->end = after->last;
    }
  }

  // "de Microsoft", "of the bank", "d'OpenAI" behind; "OpenAI's", "Veltran" before.
  void take_complement(FoundRole* role) const {
    uint32_t t = role->end;
    const bool adjective = t < limit_ && text_.tokens[t].token_class == TokenClass::word &&
                           !hit(t, Category::noun_link) && text_.tokens[t].capitals == Capitals::none &&
                           hit(t + 1, Category::noun_link);
    if (adjective) ++t;  // "le patron déchu d'OpenAI"
    if (const Hit* link = hit(t, Category::noun_link)) {
      uint32_t at = link->last;
      for (int skipped = 0; skipped < 2; ++skipped) {  // "la société X", "the bank X"
        const Hit* filler = hit(at, Category::filler);
        if (!filler && !run_starting(at)) filler = hit(at, Category::organisation_word);
        if (filler) at = filler->last;
      }
      if (const NameRun* run = run_starting(at); is_person(run) && belongs_to_person(*role)) {
        role->end = run->last;
        return;
      }
      if (const NameRun* run = run_starting(at); is_owner(run)) {
        role->organisation = run;
        role->end = run->last;
        return;
      }
    }
    uint32_t before = role->begin;
    if (before > first_ && text_.is_clitic(before - 1)) --before;
    const bool possessive = before < role->begin;
    if (const NameRun* run = run_ending(before); is_owner(run) && (run->typed || possessive)) {
      role->organisation = run;
      role->begin = run->first;
      take_status(role);  // "former Solvane CEO"
    } else if (possessive && !run && before > first_ &&
               text_.tokens[before - 1].token_class == TokenClass::word &&
               text_.tokens[before - 1].capitals == Capitals::none) {
      role->begin = before - 1;
      take_status(role);  // "the university's bursar"
    }
  }

  // "co-fondateur et PDG de Y": what stands between is a joint, a comma, articles.
  bool joined(size_t i) const {
    if (i + 1 >= roles_.size()) return false;
    uint32_t t = roles_[i].end;
    const uint32_t next = roles_[i + 1].begin;
    if (word(t) == ",") ++t;
    if (const Hit* joint = hit(t, Category::list_joint)) t = joint->last;
    return t >= next && t > roles_[i].end;
  }

  void share_complement(size_t i) {
    if (!roles_[i].organisation && joined(i)) roles_[i].organisation = roles_[i + 1].organisation;
  }

  // "le PDG de Y, X", "PDG X", "sa CTO, X".
  void person_behind(size_t i) {
    FoundRole& role = roles_[i];
    uint32_t t = role.end;
    if (const NameRun* run = run_starting(t); is_person(run)) return give(run, &role);
    if (word(t) == "," || word(t) == ":") {
      ++t;
      if (const NameRun* run = run_starting(t); is_person(run) && !person_closes(role))
        return give(run, &role);
      if (const Hit* title = hit(t, Category::person_title)) {
        if (const NameRun* run = run_starting(title->last); is_person(run)) return give(run, &role);
      }
    }
    if (joined(i)) role.person = roles_[i + 1].person;
    if (!role.person) person_told(i);
    if (!role.person) person_behind_complement(i);
  }

  // "the team's owner, cement heir X", "that owner is X": behind a few words of what else the person is, or a
  // verb.
  void person_told(size_t i) {
    FoundRole& role = roles_[i];
    uint32_t t = role.end;
    if (const Hit* verb = hit(t, Category::role_joint); verb && verb->sense->symbol == "is") {
      const NameRun* run = run_starting(verb->last);
      const absl::string_view behind = run ? word(run->last) : "";
      if (is_person(run) && (behind.empty() || text_.tokens[run->last].token_class == TokenClass::sign))
        give(run, &role);
      return;
    }
    if (word(t) != "," || person_closes(role)) return;
    for (uint32_t skipped = 0; skipped < kWordsBeforeName && is_plain(++t); ++skipped) {
      if (const NameRun* run = run_starting(t + 1); is_person(run)) return give(run, &role);
    }
  }

  // A small word that is no word of grammar.
  bool is_plain(uint32_t t) const {
    if (t >= limit_ || text_.tokens[t].token_class != TokenClass::word ||
        text_.tokens[t].capitals != Capitals::none)
      return false;
    const auto& hits = text_.hits_at(t);
    return std::none_of(hits.begin(), hits.end(), [](const Hit& hit) {
      return is_grammar(hit.category) && hit.category != Category::demonym;
    });
  }

  // "le directeur de l'usine, X", "la sœur de la victime, X": posts inside the complement are somebody
  // else's.
  void person_behind_complement(size_t i) {
    FoundRole& role = roles_[i];
    const uint32_t sign = complement_end(role);
    if (sign == role.end || word(sign) != "," || person_closes(role)) return;
    const Hit* title = hit(sign + 1, Category::person_title);
    const NameRun* run = run_starting(title ? title->last : sign + 1);
    if (!is_person(run)) return;
    give(run, &role);
    for (size_t k = i + 1; k < roles_.size() && roles_[k].begin < sign; ++k) roles_[k].person = nullptr;
  }

  // Behind the nouns and names that follow "de" or "of".
  uint32_t complement_end(const FoundRole& role) const {
    const Hit* link = hit(role.end, Category::noun_link);
    uint32_t t = link ? link->last : role.end;
    const uint32_t stop = std::min(limit_, t + kComplementReach);
    while (link && t < stop && text_.tokens[t].token_class == TokenClass::word) {
      const NameRun* run = run_starting(t);
      const Hit* more = hit(t, Category::noun_link);
      const bool other = text_.tokens[t].capitals != Capitals::none || hit(t, Category::speech) ||
                         hit(t, Category::clause_break) || hit(t, Category::noun_stop);
      if (is_person(run) || (!run && !more && other)) return role.end;
      t = run ? run->last : more ? more->last : t + 1;
    }
    return t;
  }

  // "X, PDG de Y, Z …": the person before the role closes it; the name behind is another one.
  bool person_closes(const FoundRole& role) const {
    return role.begin >= first_ + 2 && (word(role.begin - 1) == "," || word(role.begin - 1) == "(") &&
           is_person(run_ending(role.begin - 1));
  }

  // "X, PDG de Y", "X (PDG de Y)"; a second role behind the first belongs to the same person.
  void person_before(size_t i) {
    FoundRole& role = roles_[i];
    if (role.person) return;
    if (i > 0 && roles_[i - 1].person && follows(roles_[i - 1], role)) {
      role.person = roles_[i - 1].person;
      if (!role.organisation) role.organisation = roles_[i - 1].organisation;
      return;
    }
    uint32_t t = role.begin;
    if (t <= first_) return;
    const absl::string_view sign = word(t - 1);
    if (sign != "," && sign != "(" && sign != "–" && sign != "—") return;
    const NameRun* run = run_ending(t - 1);
    if (!is_person(run) && t >= first_ + 4 && word(t - 2) == ",") run = run_ending(t - 2);
    // "X, 45, chief executive of Y": an age between commas.
    for (uint32_t back = 2; !is_person(run) && back <= 5 && t >= first_ + back + 1; ++back) {
      if (word(t - back) == ",") run = run_ending(t - back);
    }
    if (is_person(run)) give(run, &role);
  }

  bool follows(const FoundRole& before, const FoundRole& role) const {
    uint32_t t = before.end;
    if (word(t) == ",") ++t;
    if (const Hit* joint = hit(t, Category::list_joint)) t = joint->last;
    return t >= role.begin && t > before.end;
  }

  // "X a été nommée PDG", "X as CEO": the nearest person before the verb.
  void person_by_verb(size_t i) {
    FoundRole& role = roles_[i];
    if (role.person) return;
    const Hit* joint = ending_at(behind_moment(role.begin), Category::role_joint);
    if (!joint) return;
    if (joint->is("named") && role.status == RoleStatus::current) role.status = RoleStatus::named;
    for (uint32_t back = 0; back <= kVerbReach && joint->first >= first_ + back; ++back) {
      const NameRun* run = run_ending(joint->first - back);
      if (!is_person(run)) continue;
      role.person = run;
      return;
    }
  }

  // "a été élue (mardi soir) présidente": where the words of a day right before `t` begin; `t` when there are
  // none.
  uint32_t behind_moment(uint32_t t) const {
    constexpr uint64_t kDay = mark(Category::weekday) | mark(Category::day_offset) |
                              mark(Category::day_part) | mark(Category::month);
    for (uint32_t words = 0; words < kWordsOfDay && t > first_; ++words) {
      const bool figure = text_.tokens[t - 1].token_class == TokenClass::digits;
      if (!figure && !(text_.marks[t - 1] & kDay) && !hit(t - 1, Category::filler)) break;
      --t;
    }
    return t;
  }

  static void give(const NameRun* run, FoundRole* role) { role->person = run; }

  const Annotated& text_;
  const Rulebook& rulebook_;
  absl::Span<const NameRun> runs_;
  uint32_t first_, limit_;
  std::vector<FoundRole> roles_;
};

std::string name_of(const Annotated& text, const Rulebook& rulebook, const NameRun* run) {
  if (!run) return "";
  const EntityEntry* entity = rulebook.entity(run->entity);
  return entity ? entity->name : std::string(text.text(text.span(run->first, run->last)));
}

}  // namespace

void find_roles(const Annotated& text, const Rulebook& rulebook, absl::Span<const NameRun> runs,
                std::vector<Mention>* out) {
  const NameRun* last_person = nullptr;
  for (const SentenceRange& sentence : text.sentences) {
    if ((sentence.marks & kRoleMark) == 0) continue;
    for (const FoundRole& found : RoleFinder(text, rulebook, runs, sentence).run()) {
      if (!found.person) continue;
      Role role;
      role.role = found.hit->sense->symbol;
      role.person = name_of(text, rulebook, found.person);
      role.organisation = name_of(text, rulebook, found.organisation);
      role.status = found.status;
      Mention mention;
      mention.kind = MentionKind::role;
      const TextSpan own = text.span(found.hit->first, found.hit->last);
      const TextSpan person = text.span(found.person->first, found.person->last);
      const TextSpan all = {std::min(own.begin, person.begin), std::max(own.end, person.end)};
      // Of two posts of one person, "co-fondateur et PDG", the second has its own words only.
      mention.span = all.size() <= kSpanLimit && found.person != last_person ? all : own;
      last_person = found.person;
      if (text.with_steps)
        mention.steps.push_back(
            absl::StrCat("'", text.text(own), "' → ", role.role, " of ", role.person,
                         role.organisation.empty() ? "" : absl::StrCat(", ", role.organisation), " (",
                         to_string(role.status), ")"));
      mention.value = std::move(role);
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace crosscheck
