#include "claim/deed.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNear = 3;        // tokens behind the words of a claim
constexpr uint32_t kVerbBefore = 6;  // an auxiliary or "ne" stands at most so far before its verb
constexpr uint32_t kVerbOfClause =
    3;  // tokens from a verb of asking on in which what is asked for begins: "exige que"
constexpr uint32_t kPartner = 12;   // and what completes a "ne" so far behind it
constexpr uint32_t kGoverned = 16;  // a verb that asks, offers or threatens, before what it governs

bool is_name_or_date(MentionKind kind) {
  return kind == MentionKind::date || kind == MentionKind::person || kind == MentionKind::organisation ||
         kind == MentionKind::place;
}

class DeedFinder {
 public:
  DeedFinder(const ClaimContext& context, const Told& told, Qualifiers* out, std::vector<std::string>* steps)
      : context_(context),
        text_(context.text()),
        told_(told),
        state_(told.anchor != kNone && told.anchor >= told.first && told.anchor < told.last),
        at_(state_                 ? at_state()
            : told.anchor != kNone ? told.anchor
                                   : told.first),
        sentence_(text_.sentences[context.sentence_of(told.first)]),
        out_(*out),
        steps_(*steps) {}

  // Polarity and modality belong to the verb of the deed; without one, to the words of the claim.
  void run() {
    const uint32_t end = std::min(sentence_.last, std::max(at_ + kNear, state_ ? told_.last + 1 : 0));
    const bool moment = tells_moment();
    const bool denies_itself = state_ ? own_negation() : tells_none();
    if (state_ || tells_words() || moment) supposed();
    if (state_) governed();
    for (uint32_t t = back(std::min(at_, told_.anchor), kVerbBefore); t < end; ++t) {
      if (!same_clause(t, at_) || inside_name(t)) continue;
      const bool own = own_word(t);
      for (const Hit& hit : text_.hits_at(t)) {
        // "la réunion (aura lieu) vendredi": the phrase itself looks ahead.
        if (!own || (moment && hit.category == Category::planned)) read(hit, denies_itself);
      }
    }
    if (state_) denied_within();
    if (state_) done_in_the_end();
    if (state_) rumoured();
  }

 private:
  bool same_clause(uint32_t a, uint32_t b) const { return context_.clause_of(a) == context_.clause_of(b); }
  uint32_t back(uint32_t t, uint32_t n) const { return std::max(sentence_.first, t > n ? t - n : 0); }

  // What tells a state may stand in another clause than what it is told of: "a camera that was not working".
  uint32_t at_state() const {
    const ToldWords* words = state_words(context_.rulebook(), told_.words, told_.first, told_.last);
    return words ? words->first : told_.anchor;
  }

  // A name or place that a rule read, as against a figure or a date.
  bool tells_words() const {
    if (told_.anchor == kNone) return false;
    for (const uint32_t m : context_.starting_at(told_.first)) {
      const MentionKind kind = context_.mention(m).kind;
      if (kind == MentionKind::person || kind == MentionKind::organisation || kind == MentionKind::place)
        return true;
    }
    return false;
  }

  bool tells_moment() const {
    const auto here = context_.starting_at(told_.first);
    return std::any_of(here.begin(), here.end(), [&](uint32_t m) {
      const MentionKind kind = context_.mention(m).kind;
      return kind == MentionKind::date || kind == MentionKind::time;
    });
  }

  // A denial put into one of its phrases, wherever that stands: "l'atelier, (d'où le feu n'est pas parti)".
  void denied_within() {
    for (const ToldWords& words : told_.words) {
      if (tells_as_written(words) || out_.polarity == Polarity::denied) continue;
      for (uint32_t t = words.first; t < words.last; ++t) {
        const Hit* denial = text_.hit(t, Category::negation, words.last);
        if (denial && !is_bare(t)) return set_polarity(*denial);
      }
    }
  }

  // "Reports that he had resigned were wrong", "l'annonce de sa démission était fausse": what is only told,
  // and denied where the sentence goes on to say so.
  void rumoured() {
    constexpr uint32_t kLink = 6;  // tokens of "that the", "selon lesquelles la", "de la"
    const uint32_t first = std::min(told_.first, at_);
    bool rumour = false;
    for (uint32_t t = back(first, kLink); t < first; ++t) {
      const Hit* word = concept_hit(context_, t, "rumour-word", first);
      rumour |= word && leads_on(word->last, first);
    }
    if (!rumour) return;
    for (uint32_t t = told_.last; t < sentence_.last; ++t) {
      const Hit* untrue = concept_hit(context_, t, "untrue-word", sentence_.last);
      if (!untrue) continue;
      out_.polarity = out_.polarity == Polarity::denied ? Polarity::affirmed : Polarity::denied;
      steps_.push_back(absl::StrCat("'", words(*untrue), "': it is told of a rumour"));
      return;
    }
  }

  // Whether what stands at the token opens a clause or hangs on the noun before it.
  bool leads_on(uint32_t t, uint32_t limit) const {
    if (t >= limit) return false;
    return text_.hit(t, Category::clause_break, limit) || text_.hit(t, Category::noun_link, limit) ||
           text_.hit(t, Category::according, limit);
  }

  // "was not arrested until Thursday": then it was.
  void done_in_the_end() {
    if (out_.polarity != Polarity::denied || out_.modality != Modality::stated) return;
    // What is put off is put off until then: that is denied as a whole.
    for (uint32_t t = std::min(at_, told_.first); t < told_.last; ++t) {
      if (concept_hit(context_, t, "put-to-another-day", sentence_.last)) return;
    }
    for (uint32_t t = told_.last; t < std::min(sentence_.last, told_.last + kNear); ++t) {
      const Hit* until = text_.hit(t, Category::date_relation, sentence_.last);
      // "until" opens clauses, too; "by Thursday" does not, and tells no end of it.
      const Hit* opens = text_.hit(t, Category::clause_break, sentence_.last);
      if (!until || !until->is("until") || !opens || !opens->is("condition")) continue;
      out_.polarity = Polarity::affirmed;
      steps_.push_back(absl::StrCat("'", words(*until), "': not before, and then it was"));
      return;
    }
  }

  // "on 9 May", "Will Turner": the word of a date or a name is no auxiliary.
  bool inside_name(uint32_t t) const {
    for (uint32_t b = back(t, kNear); b <= t; ++b) {
      for (const uint32_t index : context_.starting_at(b)) {
        if (context_.last(index) > t && is_name_or_date(context_.mention(index).kind)) return true;
      }
    }
    return false;
  }

  void read(const Hit& hit, bool denies_itself) {
    switch (hit.sense->category) {
      case Category::negation:
        if (denies_another(hit) || is_bare(hit.first) || is_of_clause_before(hit)) break;
        // "pas moins de 500" is an amount, not a denial: words of an amount deny nothing.
        if (told_.anchor != kNone &&
            (context_.amount_over(hit.first) == kNone || (state_ && none(hit.first)))) {
          const bool joined = hit.is("none") && has_joint(hit.last, at_);
          if (!joined && (!denies_itself || hit.is("deny"))) set_polarity(hit);
        }
        break;
      case Category::conditional:
        set_modality(Modality::reported, hit);
        break;
      case Category::possible:
        set_modality(Modality::possible, hit);
        break;
      case Category::planned:
        set_modality(Modality::planned, hit);
        break;
      default:
        break;
    }
  }

  // "n'a rouvert que mardi", "avant qu'il ne parte": a "ne" without its partner denies nothing.
  bool is_bare(uint32_t t) const {
    const Hit* ne = text_.hit(t, Category::denial, sentence_.last);
    if (!ne || !ne->is("bare")) return false;
    const uint32_t end = std::min(sentence_.last, t + kPartner);
    for (uint32_t k = back(t, kVerbBefore); k < end; ++k) {
      if (text_.hit(k, Category::denial, sentence_.last)
              ? completes(k, t)
              : text_.hit(k, Category::negation, sentence_.last) != nullptr)
        return false;
    }
    return true;
  }

  // "personne n'a été arrêté", "n'a arrêté personne"; "plus" only behind: "le plus grand musée n'ouvre que
  // …".
  bool completes(uint32_t partner, uint32_t ne) const {
    const std::string& symbol = text_.hit(partner, Category::denial, sentence_.last)->sense->symbol;
    return symbol == "either" || (symbol == "behind" && partner > ne);
  }

  // "a leak, not the brakes", "une fuite, et non les freins": what is set against the words of a claim is
  // denied, not they; so is what stands behind "sans" ("blessés sans gravité").
  bool denies_another(const Hit& hit) const {
    if (hit.first < told_.last) return false;
    const std::string& symbol = hit.sense->symbol;
    return symbol == "contrast" || symbol == "without" || text_.word(hit.first - 1) == ",";
  }

  // "aucun train ne circule, la ligne est fermée": a comma before the words of a state, and none before that
  // one.
  bool is_of_clause_before(const Hit& hit) const {
    if (!state_) return false;
    bool parted = false;
    for (uint32_t t = hit.last; t < std::min(told_.first, at_); ++t) parted ^= text_.word(t) == ",";
    return parted;
  }

  // "gave no hint and was arrested"
  bool has_joint(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t) {
      if (text_.hit(t, Category::list_joint, to)) return true;
    }
    return false;
  }

  // Words of the phrase that tells a state deny nothing: "pleaded not guilty", "sans blessé"; those that may
  // be put into it do ("n'a pas été tué").
  bool own_word(uint32_t t) const {
    return std::any_of(told_.words.begin(), told_.words.end(), [&](const ToldWords& words) {
      return words.first <= t && t < words.last && (state_ ? tells_as_written(words) : as_written(words));
    });
  }

  // Whether a state has the phrase as it stands there, nothing put into it.
  bool tells_as_written(const ToldWords& words) const {
    return as_written(words) && context_.rulebook().is_a(words.concept_id, "state");
  }

  // "six hikers (have not been found)": the denial is a part of what the figure is told by.
  bool as_written(const ToldWords& words) const {
    const auto hits = text_.hits_at(words.first);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.last == words.last && hit.category == Category::concept_ &&
             hit.sense->symbol == words.concept_id && hit.sense->number.is_zero();
    });
  }

  // "n'a fait (aucun blessé)": one negation in two words.
  bool own_negation() const {
    for (uint32_t t = told_.first; t < told_.last; ++t) {
      if (own_word(t) && text_.hit(t, Category::negation, told_.last)) return true;
    }
    return false;
  }

  // "aucun des passagers (n'a été) blessé": none of them, and the "ne" that goes with it.
  bool tells_none() const {
    for (uint32_t t = told_.first; t < told_.last; ++t) {
      if (context_.amount_over(t) != kNone) return none(t);
    }
    return false;
  }

  bool none(uint32_t t) const { return counts_none(context_.mention(context_.amount_over(t))); }

  // "si le feu est maîtrisé", "before he resigns", "was he arrested?" tell no fact; "denied that he had fled"
  // denies one.
  void supposed() {
    for (uint32_t t = sentence_.first; t < at_; ++t) {
      const Hit* hit = text_.hit(t, Category::clause_break, sentence_.last);
      if (!hit || !same_clause(t, at_)) continue;
      if (hit->is("condition")) set_modality(Modality::possible, *hit);
      // A relative clause of what the state is told of hangs on no verb; and a day is one, whatever is said
      // of it.
      const bool relative = (state_ && !same_clause(told_.anchor, at_)) || tells_moment();
      for (uint32_t b = back(t, kVerbBefore); b < t && !relative; ++b) {
        if (context_.clause_of(b) == context_.clause_of(t - 1) && !inside_name(b)) over_clause(b, t);
      }
      break;
    }
    if (text_.word(sentence_.last - 1) != "?" || out_.modality != Modality::stated) return;
    out_.modality = Modality::possible;
    steps_.push_back("a question tells no fact");
  }

  // Of the verb on which the whole clause from token `clause` on hangs.
  void over_clause(uint32_t t, uint32_t clause) {
    for (const Hit& over : text_.hits_at(t)) {
      const Category category = over.sense->category;
      if (category == Category::negation && over.is("deny")) set_polarity(over);
      if (category == Category::possible) set_modality(Modality::possible, over);
      if (category == Category::planned) set_modality(Modality::planned, over);
      const bool asked = category == Category::stage && !over.is("forecast");
      const bool unreal = category == Category::unreal && !over.is("fact");
      const bool near = over.last + kVerbOfClause > clause;
      if (near && (asked || unreal)) set_modality(Modality::possible, over);
    }
  }

  // "a appelé à la reprise du travail", "threatened to resign": what is asked for, offered or feared. A verb
  // of its own, a comma or a joint frees the words from it.
  void governed() {
    const Hit* own = text_.hit(at_, Category::unreal, sentence_.last);
    if (own && own->is("fact")) return;
    for (uint32_t t = at_; t > back(at_, kGoverned);) {
      --t;
      if (!same_clause(t, at_)) return;
      if (text_.word(t) == ",") return;
      const Hit* joint = text_.hit(t, Category::list_joint, at_);
      if (joint && !text_.hit(joint->last, Category::filler, sentence_.last)) return;
      const Hit* over = text_.hit(t, Category::unreal, sentence_.last);
      if (!over || over->last > at_) continue;
      if (!over->is("fact")) set_modality(Modality::possible, *over);
      return;
    }
  }

  void set_polarity(const Hit& hit) {
    if (out_.polarity == Polarity::denied) {
      // "n'exclut pas", "does not deny": nothing is told.
      if (hit.is("deny")) set_modality(Modality::possible, hit);
      return;
    }
    out_.polarity = Polarity::denied;
    steps_.push_back(absl::StrCat("'", words(hit), "' denies it"));
  }

  void set_modality(Modality modality, const Hit& hit) {
    if (out_.modality != Modality::stated) return;
    out_.modality = modality;
    steps_.push_back(absl::StrCat("'", words(hit), "' makes it ", to_string(modality)));
  }

  std::string words(const Hit& hit) const { return std::string(text_.text(text_.span(hit.first, hit.last))); }

  const ClaimContext& context_;
  const Annotated& text_;
  const Told& told_;
  const bool state_;  // a claim without a value: the words of the deed are all it has
  const uint32_t at_;
  const SentenceRange& sentence_;
  Qualifiers& out_;
  std::vector<std::string>& steps_;
};

}  // namespace

void find_deed(const ClaimContext& context, const Told& told, Qualifiers* out,
               std::vector<std::string>* steps) {
  DeedFinder(context, told, out, steps).run();
}

}  // namespace crosscheck
