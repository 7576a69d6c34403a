#include "mention/name_evidence.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kOldest = 115;  // years, of a figure between commas behind a name
constexpr int kAgain = 3;     // times that a name is told before that alone makes it one
constexpr uint32_t kPersonWords = 3;
constexpr uint32_t kDeedReach = 4;  // tokens from a name on in which its deed begins

class ArticleEvidence {
 public:
  ArticleEvidence(const Annotated& text, const Rulebook& rulebook, const SmallWords& small,
                  std::vector<NameRun>* runs)
      : text_(text), rulebook_(rulebook), small_(small), runs_(*runs) {}

  void run() {
    for (NameRun& run : runs_) {
      if (run.typed && !run.weak) continue;
      if (age_behind(run)) set(MentionKind::person, "an age stands behind it", false, &run);
      if (like_person(run) && person_word_before(run))
        set(MentionKind::person, "a word for a person stands before it", false, &run);
      if (like_person(run) && person_deed_behind(run))
        set(MentionKind::person, "it does what persons do", true, &run);
      if (country_behind(run)) set(MentionKind::place, "its country stands behind it", false, &run);
    }
    if (std::none_of(runs_.begin(), runs_.end(), is_open)) return;
    by_surname();
    by_list();
    by_repetition();
  }

 private:
  // Whether what others tell may change its kind.
  static bool is_open(const NameRun& run) { return !run.typed || run.weak; }
  bool may_be_surname(const NameRun& run) const {
    return is_open(run) && like_person(run) && !opens_sentence(run);
  }

  absl::string_view word(uint32_t t) const { return t < text_.tokens.size() ? text_.word(t) : ""; }
  uint32_t size() const { return static_cast<uint32_t>(text_.tokens.size()); }
  // Names are told apart by the hash of their folded form, as words are.
  uint64_t key(const NameRun& run) const { return hash_word(text_.text(text_.span(run.first, run.last))); }
  uint64_t last_word(const NameRun& run) const { return text_.tokens[run.last - 1].hash; }
  bool single(const NameRun& run) const { return words_of(text_, run) == 1; }

  static void set(MentionKind kind, const char* why, bool weak, NameRun* run) {
    set_kind(kind, why, weak, run);
  }

  // Two or three words with a first capital each: a given name and a surname may look so.
  bool like_person(const NameRun& run) const {
    const uint32_t count = words_of(text_, run);
    if (count < 2 || count > kPersonWords) return false;
    for (uint32_t t = run.first; t < run.last; ++t) {
      const Token& token = text_.tokens[t];
      if (token.token_class == TokenClass::digits || token.capitals == Capitals::all || word(t) == "&")
        return false;
    }
    return true;
  }

  // ", 42," or "(42 ans)".
  bool age_behind(const NameRun& run) const {
    const absl::string_view open = word(run.last);
    if ((open != "," && open != "(") || run.last + 2 >= size()) return false;
    const uint32_t figure = run.last + 1;
    if (text_.tokens[figure].token_class != TokenClass::digits || word(figure).size() > 3) return false;
    if (std::stoi(std::string(word(figure))) > kOldest) return false;
    const absl::string_view close = word(figure + 1);
    if (open == ",") return (close == "," && text_.tokens[figure + 2].space_before) || close == ".";
    return text_.hit(figure + 1, Category::duration_unit, size()) && word(figure + 2) == ")";
  }

  // "the finisher Odile Karsen": a word for one person, not for many.
  bool person_word_before(const NameRun& run) const {
    for (uint32_t back = 1; back <= 3 && run.first >= back; ++back) {
      for (const Hit& hit : text_.hits_at(run.first - back, Category::concept_)) {
        if (hit.last != run.first || hit.category != Category::concept_) continue;
        const bool many = text_.language->ends_plural(text_.word(run.first - 1));
        if (!many && rulebook_.is_a(hit.sense->symbol, "person")) return true;
      }
    }
    return false;
  }

  // "Odile Karsen (has resigned)", "Odile Karsen (ne briguera pas)"
  bool person_deed_behind(const NameRun& run) const {
    const uint32_t end = std::min(size(), run.last + kDeedReach);
    for (uint32_t t = run.last; t < end && text_.tokens[t].token_class == TokenClass::word; ++t) {
      for (const Hit& hit : text_.hits_at(t)) {
        if (hit.category == Category::concept_ && rulebook_.is_a(hit.sense->symbol, "person-does"))
          return true;
      }
      const bool passes = text_.hit(t, Category::noun_stop, end) || text_.hit(t, Category::negation, end);
      if (!passes && text_.tokens[t].capitals != Capitals::none) return false;
    }
    return false;
  }

  // "Port Aven (France)", "Port Aven, Texas", "Port Aven in Egypt".
  bool country_behind(const NameRun& run) const {
    uint32_t t = run.last;
    if (word(t) == "(" || word(t) == ",") {
      ++t;
    } else if (const Hit* in = t < size() ? text_.hit(t, Category::place_word, size()) : nullptr) {
      t = in->last;
    } else {
      return false;
    }
    const Hit* found = t < size() ? text_.hit(t, Category::entity, size()) : nullptr;
    if (!found || text_.tokens[t].capitals == Capitals::none) return false;
    const EntityEntry* place = rulebook_.entity(found->sense->symbol);
    if (!place || place->type != "place") return false;
    return std::any_of(place->is.begin(), place->is.end(), [](const std::string& kind) {
      return kind == "country" || kind == "state" || kind == "region";
    });
  }

  // "Odile Karsen … Karsen": a name whose last word comes back alone is a person; one whose first word does,
  // a firm.
  void by_surname() {
    if (std::none_of(runs_.begin(), runs_.end(), [this](const NameRun& run) { return may_be_surname(run); }))
      return;
    WordSet alone, things;
    for (const NameRun& run : runs_) {
      const bool thing = run.typed && !run.weak && run.kind != MentionKind::person;
      if (thing) things.insert(key(run));
      if (single(run) && !thing) alone.insert(key(run));
    }
    for (NameRun& run : runs_) {
      if (!may_be_surname(run)) continue;
      const bool by_last = alone.contains(last_word(run)) && !things.contains(last_word(run));
      const bool by_first = alone.contains(text_.tokens[run.first].hash);
      if (by_last && !by_first) set(MentionKind::person, "its last word comes back alone", false, &run);
      if (by_last || !by_first || (run.typed && run.kind != MentionKind::person)) continue;
      run.typed = false;  // a verb of saying may follow firms, too
      set(MentionKind::organisation, "its first word comes back alone", true, &run);
    }
  }

  // There the first capital tells nothing: "Affaire Calvera".
  bool opens_sentence(const NameRun& run) const {
    if (run.first == 0 || text_.tokens[run.first].line_before) return true;
    const absl::string_view before = word(run.first - 1);
    return text_.tokens[run.first - 1].token_class == TokenClass::sign && before != "," && before != "(" &&
           before != "-";
  }

  // "Ines Albret, Odile Karsen et Paul Rast": what is listed with persons is one.
  void by_list() {
    for (size_t i = 1; i < runs_.size(); ++i)
      share_kind(runs_[i - 1], &runs_[i], runs_[i - 1].last, runs_[i].first);
    for (size_t i = runs_.size(); i-- > 1;)
      share_kind(runs_[i], &runs_[i - 1], runs_[i - 1].last, runs_[i].first);
  }

  void share_kind(const NameRun& from, NameRun* to, uint32_t gap, uint32_t end) const {
    if ((to->typed && !to->weak) || !from.typed || from.weak || from.kind != MentionKind::person) return;
    if (!like_person(*to) || !like_person(from) || end <= gap || end - gap > 2) return;
    for (uint32_t t = gap; t < end; ++t) {
      if (word(t) != "," && !text_.hit(t, Category::list_joint, size())) return;
    }
    set(MentionKind::person, "it is listed with persons", false, to);
  }

  // A name is typed wherever it stands as it is where there is evidence; a lone surname as the person of that
  // surname.
  void by_repetition() {
    absl::flat_hash_map<uint64_t, size_t, HashOfWord> typed;
    absl::flat_hash_map<uint64_t, int, HashOfWord> count;
    std::vector<uint64_t> keys;
    for (const NameRun& run : runs_) keys.push_back(key(run));
    const auto better = [&](uint64_t name, size_t i) {
      const auto [place, fresh] = typed.try_emplace(name, i);
      if (!fresh && runs_[place->second].weak && !runs_[i].weak) place->second = i;
    };
    for (size_t i = 0; i < runs_.size(); ++i) {
      ++count[keys[i]];
      if (!runs_[i].typed) continue;
      better(keys[i], i);
      if (runs_[i].kind == MentionKind::person && !single(runs_[i])) better(last_word(runs_[i]), i);
    }
    for (size_t i = 0; i < runs_.size(); ++i) {
      NameRun& run = runs_[i];
      const auto found = typed.find(keys[i]);
      if (found != typed.end()) {
        const NameRun& known = runs_[found->second];
        if (run.typed && !(run.weak && !known.weak)) continue;
        run.typed = false;
        set(known.kind, "it is known from elsewhere in the article", known.weak, &run);
      } else if (!run.typed && count[keys[i]] >= kAgain && words_of(text_, run) <= kPersonWords &&
                 !is_common(run)) {
        set(MentionKind::organisation, "it is named again and again", true, &run);
      }
    }
  }

  // A word that the article also writes small.
  bool is_common(const NameRun& run) const {
    return run.last == run.first + 1 && small_.contains(text_.tokens[run.first].hash);
  }

  const Annotated& text_;
  const Rulebook& rulebook_;
  const SmallWords& small_;
  std::vector<NameRun>& runs_;
};

}  // namespace

uint32_t words_of(const Annotated& text, const NameRun& run) {
  uint32_t count = 0;
  for (uint32_t t = run.first; t < run.last; ++t) {
    const bool apart = t == run.first || text.tokens[t].space_before;
    count += apart && text.tokens[t].token_class == TokenClass::word;
  }
  return count;
}

void set_kind(MentionKind kind, const char* why, bool weak, NameRun* run) {
  if (run->typed && (weak || !run->weak)) return;
  run->kind = kind;
  run->typed = true;
  run->weak = weak;
  run->why = why;
}

void note_doubtful(const Annotated& text, absl::Span<const NameRun> runs, std::vector<Mention>* doubtful) {
  for (const NameRun& run : runs) {
    if (run.typed && !run.weak) continue;
    Mention mention;
    mention.kind = run.kind;
    mention.span = text.span(run.first, run.last);
    mention.value = EntityName{"", std::string(text.text(mention.span))};
    doubtful->push_back(std::move(mention));
  }
}

void type_by_article(const Annotated& text, const Rulebook& rulebook, const SmallWords& small,
                     std::vector<NameRun>* runs) {
  ArticleEvidence(text, rulebook, small, runs).run();
}

}  // namespace crosscheck
