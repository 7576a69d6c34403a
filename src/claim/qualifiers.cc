#include "claim/qualifiers.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/as_of.h"
#include "claim/dateline.h"
#include "claim/figure_moment.h"
#include "claim/wholes.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNear = 3;           // tokens around the words of a claim
constexpr uint32_t kOpening = 6;        // tokens that open a sentence, up to a comma
constexpr uint32_t kReported = 10;      // between a former report and its figure
constexpr uint32_t kGoverned = 30;      // and a verb that asks, offers or expects
constexpr uint32_t kDateline = 12;      // tokens in which a dateline names its day
constexpr uint32_t kPlaceWords = 4;     // between a figure, or the head of a sentence, and its place
constexpr uint32_t kSpeakerWords = 6;   // of "selon …"
constexpr uint32_t kSpeakerBefore = 9;  // tokens between a speaker and the verb
constexpr uint32_t kSpeakerNear = 5;

class Finder {
 public:
  Finder(const ClaimContext& context, const Told& told, std::vector<std::string>* steps)
      : context_(context),
        text_(context.text()),
        told_(told),
        first_(told.first),
        last_(told.last),
        anchor_(told.anchor),
        steps_(*steps),
        sentence_(text_.sentences[context.sentence_of(told.first)]) {}

  Qualifiers run() {
    find_deed(context_, told_, &out_, &steps_);
    stage();
    find_figure_moment(context_, told_, &out_, &steps_);
    subset();
    place();
    comparison();
    out_.as_of = find_as_of(context_, told_, &steps_);
    to_date();
    if (!speaker_in_bracket() && !speaker_after_according()) speaker_by_verb();
    return out_;
  }

 private:
  bool same_clause(uint32_t a, uint32_t b) const { return context_.clause_of(a) == context_.clause_of(b); }
  // A claim without a value: the words of the deed are all it has.
  bool is_state() const { return anchor_ != kNone && anchor_ >= first_ && anchor_ < last_; }
  bool is_role() const {
    const auto starting = context_.starting_at(first_);
    return std::any_of(starting.begin(), starting.end(),
                       [&](uint32_t m) { return context_.mention(m).kind == MentionKind::role; });
  }
  uint32_t back(uint32_t t, uint32_t n) const { return std::max(sentence_.first, t > n ? t - n : 0); }

  void set_modality(Modality modality, const Hit& hit) {
    if (out_.modality != Modality::stated) return;
    out_.modality = modality;
    steps_.push_back(absl::StrCat("'", words(hit), "' makes it ", to_string(modality)));
  }

  // "a requis …, et une amende de 500 000 euros": over all that the verb of the clause governs.
  void stage() {
    // A state has its own words for it; and whose post is told is not what she asks for: « … », plaide Ada
    // Roux, directrice financière.
    if (is_state() || is_role()) return;
    for (uint32_t t = first_; t > back(first_, kGoverned);) {
      --t;
      const Hit* hit = same_clause(t, first_) ? text_.hit(t, Category::stage, sentence_.last) : nullptr;
      if (hit) return set_stage(*hit);
    }
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + kNear); ++t) {
      const Hit* hit = same_clause(t, first_) ? text_.hit(t, Category::stage, sentence_.last) : nullptr;
      if (hit) return set_stage(*hit);
    }
  }

  void set_stage(const Hit& hit) {
    const std::string& symbol = hit.sense->symbol;
    if (symbol == "given") return;
    out_.stage = symbol == "asked" ? Stage::asked : symbol == "offered" ? Stage::offered : Stage::forecast;
    set_modality(Modality::planned, hit);
    steps_.push_back(absl::StrCat("'", words(hit), "': the figure was ", symbol));
  }

  void subset() {
    if (is_state()) return of_others();
    const uint32_t end = part_of(context_, amount()) != kNone ? last_ : last_ + kNear;
    for (uint32_t t = back(first_, kNear); t < std::min(sentence_.last, end); ++t) {
      const Hit* hit = same_clause(t, first_) ? text_.hit(t, Category::subset, sentence_.last) : nullptr;
      if (hit && !counted_by_another(t) && leads_to_figure(hit->last)) return set_subset(*hit);
    }
    // "Three passengers of the bus are in a serious condition": however far the words of the rule stand.
    for (const ToldWords& words : told_.words) {
      for (uint32_t t = words.first; amount() != kNone && t < words.last; ++t) {
        if (const Hit* hit = text_.hit(t, Category::subset, sentence_.last)) return set_subset(*hit);
      }
    }
    // "Au second tour, Paul Rast a obtenu 54 % des voix"
    for (uint32_t t = sentence_.first; t < std::min(first_, sentence_.first + kOpening); ++t) {
      const Hit* opening = text_.hit(t, Category::subset, first_);
      if (opening && text_.word(opening->last) == ",") return set_subset(*opening);
      if (text_.word(t) == ",") return;
    }
  }

  // "Nobody (else) was arrested", "aucune (autre) victime n'a été blessée"
  void of_others() {
    if (out_.polarity != Polarity::denied) return;
    for (uint32_t t = sentence_.first; t < last_; ++t) {
      const Hit* none = same_clause(t, anchor_) ? text_.hit(t, Category::negation, sentence_.last) : nullptr;
      const Hit* nobody = none && none->is("none") ? none : text_.hit(t, Category::denial, sentence_.last);
      if (!nobody || !is_beyond_those_told(context_, nobody->last)) continue;
      out_.subset = kOthers;
      steps_.push_back(absl::StrCat("'", words(*nobody), "': of others than those told"));
      return;
    }
  }

  // "Armed men took 85 pupils": what stands before a verb is no part of what it befalls.
  bool leads_to_figure(uint32_t t) const {
    for (; t < first_; ++t) {
      if (text_.tokens[t].token_class == TokenClass::word && !context_.is_link(t)) return false;
    }
    return true;
  }

  // "47 people including three children": the children are the three.
  bool counted_by_another(uint32_t token) const {
    for (uint32_t t = token; t > back(token, kNear);) {
      if (const uint32_t other = context_.amount_over(--t); other != kNone) return other != amount();
    }
    return false;
  }

  // That the claim tells; kNone where it tells a date, or a state.
  uint32_t amount() const {
    uint32_t out = kNone;
    for (uint32_t t = first_; t < last_ && out == kNone; ++t) out = context_.amount_over(t);
    return out;
  }

  void set_subset(const Hit& hit) {
    out_.subset = hit.sense->symbol;
    steps_.push_back(absl::StrCat("'", words(hit), "': of the part '", out_.subset, "'"));
  }

  // Right behind the figure and its noun ("84 000 en France"), or at the head of the sentence ("À Paris, ils
  // étaient 8 000"). What stands behind a verb is where something happened, and seldom parts one figure from
  // another.
  void place() {
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + kPlaceWords); ++t) {
      if (!same_clause(t, first_) || text_.tokens[t].token_class != TokenClass::word) break;
      if (set_place(t)) return;
      if (!context_.is_link(t) && !is_told(t)) break;
    }
    const uint32_t head = sentence_.first;
    if (has_dateline()) return;
    for (uint32_t t = head; t < std::min(first_, head + kPlaceWords); ++t) {
      for (const uint32_t index : context_.starting_at(t)) {
        const uint32_t behind = context_.last(index);
        if (context_.mention(index).kind == MentionKind::place && behind < first_ &&
            text_.word(behind) == ",") {
          set_place(t);
          return;
        }
      }
      if (!context_.is_link(t)) return;
    }
  }

  // "Two (were killed) in Lyon": the words that a rule read of the figure.
  bool is_told(uint32_t t) const {
    return std::any_of(told_.words.begin(), told_.words.end(),
                       [&](const ToldWords& words) { return words.first <= t && t < words.last; });
  }

  bool has_dateline() const {
    for (uint32_t t = sentence_.first; t < std::min(first_, sentence_.first + kDateline); ++t) {
      for (const uint32_t index : context_.starting_at(t)) {
        if (context_.mention(index).kind == MentionKind::date && is_dateline(context_, index)) return true;
      }
    }
    return false;
  }

  bool set_place(uint32_t t) {
    for (const uint32_t index : context_.starting_at(t)) {
      if (context_.mention(index).kind != MentionKind::place) continue;
      const Mention& mention = context_.mention(index);
      const auto* name = std::get_if<EntityName>(&mention.value);
      out_.place = !mention.entity.empty() ? mention.entity : name ? name->id : "";
      out_.place_name = name ? name->name : std::string(text_.text(mention.span));
      steps_.push_back(absl::StrCat("told for the place '", text_.text(mention.span), "'"));
      return true;
    }
    return false;
  }

  // "contre 205.000 le 31 janvier", "À l'époque, 410 vols": a figure of another date.
  void comparison() {
    for (uint32_t t = sentence_.first; t < first_; ++t) {
      const bool beside = t >= back(first_, kNear) && same_clause(t, first_);
      const Hit* hit = text_.hit(t, Category::comparison, first_);
      if (!hit || hit->is("to_date") || ((hit->is("refuted") || hit->is("report")) && amount() == kNone))
        continue;
      const bool near = hit->is("report") ? reports(*hit) : beside;
      if (!near && !(t == sentence_.first && text_.word(hit->last) == ",")) continue;
      out_.stage = Stage::earlier;
      steps_.push_back(absl::StrCat("'", words(*hit), "': a figure to compare with, of another time"));
      return;
    }
  }

  // "An earlier toll (was of six dead)": the first figure behind it.
  bool reports(const Hit& hit) const {
    if (!same_clause(hit.first, first_) || first_ - hit.last > kReported) return false;
    for (uint32_t t = hit.last; t < first_; ++t) {
      if (context_.amount_over(t) != kNone) return false;
    }
    return true;
  }

  // "41 tonnes since the start of the year": more than the event of the article.
  void to_date() {
    if (is_state() || !out_.per.empty()) return;
    for (uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      const Hit* hit = same_clause(t, first_) ? text_.hit(t, Category::comparison, sentence_.last) : nullptr;
      if (!hit || !hit->is("to_date") || (t >= last_ && is_of_next_figure(context_, first_, last_, t)))
        continue;
      out_.per = "year-to-date";
      steps_.push_back(absl::StrCat("'", words(*hit), "': the total of the year so far"));
      return;
    }
  }

  // "700+ (par New York Times)", "9.000 (police)".
  bool speaker_in_bracket() {
    for (uint32_t t = first_; t < std::min(sentence_.last, last_ + 2); ++t) {
      if (text_.word(t) != "(") continue;
      uint32_t inside = t + 1;
      const Hit* by =
          inside < sentence_.last ? text_.hit(inside, Category::according, sentence_.last) : nullptr;
      if (by) inside = by->last;
      return speaker_at(inside, by != nullptr);
    }
    return false;
  }

  // "selon la CGT" behind the figure in its clause, or at the head of the sentence.
  // "par", "per" name a speaker in brackets only.
  const Hit* according(uint32_t t, uint32_t limit) const {
    const Hit* hit = text_.hit(t, Category::according, limit);
    return hit && hit->is("by") ? hit : nullptr;
  }

  bool speaker_after_according() {
    for (uint32_t t = last_; t < sentence_.last; ++t) {
      if (!same_clause(t, first_)) continue;
      if (context_.amount_over(t) != kNone) break;  // what follows belongs to the next figure
      if (const Hit* hit = according(t, sentence_.last)) return speaker_at(hit->last, true);
    }
    for (uint32_t t = sentence_.first; t < std::min(first_, sentence_.first + 3); ++t) {
      if (const Hit* hit = according(t, sentence_.last)) return speaker_at(hit->last, true);
    }
    // Right before the figure: "selon les syndicats, 9.000".
    for (uint32_t t = back(first_, kSpeakerWords); t < first_; ++t) {
      const Hit* hit = according(t, first_);
      if (hit && same_clause(t, first_)) return speaker_at(hit->last, true);
    }
    return false;
  }

  // The speaker named at token t: an entity, a concept that can speak, or, when `any`, the plain words.
  bool speaker_at(uint32_t t, bool any) {
    const uint32_t limit = std::min(sentence_.last, t + kSpeakerWords);
    for (uint32_t at = t; at < limit; ++at) {
      for (const uint32_t index : context_.starting_at(at)) {
        const Mention& mention = context_.mention(index);
        const auto* name = std::get_if<EntityName>(&mention.value);
        if (!name) continue;
        return set_speaker(mention.entity.empty() ? name->id : mention.entity, mention.span);
      }
      for (const Hit& hit : text_.hits_at(at)) {
        if (context_.rulebook().tree().is_a(hit.concept_number, "speaker")) {
          return set_speaker(hit.sense->symbol, text_.span(hit.first, hit.last));
        }
      }
      if (text_.tokens[at].token_class != TokenClass::word) break;
    }
    if (!any || t >= limit) return false;
    uint32_t end = t;
    while (end < limit && text_.tokens[end].token_class == TokenClass::word && same_clause(end, t)) ++end;
    if (end == t) return false;
    const TextSpan span = text_.span(t, end);
    return set_speaker(fold(text_.text(span)), span);
  }

  // "X a déclaré", "said X": the name next to a verb of saying in the sentence.
  bool speaker_by_verb() {
    for (uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      const Hit* verb = text_.hit(t, Category::speech, sentence_.last);
      if (!verb) continue;
      // What stands before the verb is said only when the verb closes the sentence or the words are quoted.
      if (const uint32_t name = name_ending_near(t);
          name != kNone && context_.first(name) < first_ && t < first_)
        return set(name);
      if (last_ > t) continue;
      for (uint32_t at = verb->last; at < std::min(sentence_.last, verb->last + 3); ++at) {
        for (const uint32_t index : context_.starting_at(at)) {
          const Mention& mention = context_.mention(index);
          if (std::holds_alternative<EntityName>(mention.value)) return set(index);
          // "a dit la maire de Saint-Aubrac, Odile Fabre"
          const auto* role = std::get_if<Role>(&mention.value);
          if (role && !role->person.empty() && !mention.entity.empty())
            return set_speaker(mention.entity, mention.span);
        }
      }
    }
    return false;
  }

  // A person rather than the organisation of an apposition: "X, chief executive of Y, said". Whom a quotation
  // names does not say it: "« Je salue Mme Rast », a dit le candidat".
  uint32_t name_ending_near(uint32_t t) const {
    uint32_t organisation = kNone;
    for (uint32_t at = t; at > back(t, kSpeakerBefore); --at) {
      if (context_.quoted(at - 1) && !context_.quoted(t)) break;
      for (const uint32_t index : context_.starting_at(at - 1)) {
        const MentionKind kind = context_.mention(index).kind;
        if (kind == MentionKind::person) return index;
        if (kind == MentionKind::organisation && organisation == kNone && t - at < kSpeakerNear)
          organisation = index;
      }
    }
    return organisation;
  }

  bool set(uint32_t index) {
    const Mention& mention = context_.mention(index);
    const auto* name = std::get_if<EntityName>(&mention.value);
    return set_speaker(mention.entity.empty() && name ? name->id : mention.entity, mention.span);
  }

  bool set_speaker(std::string id, TextSpan span) {
    out_.attribution = std::move(id);
    out_.attribution_quote = std::string(text_.text(span));
    steps_.push_back(absl::StrCat("said by '", out_.attribution_quote, "'"));
    return true;
  }

  std::string words(const Hit& hit) const { return std::string(text_.text(text_.span(hit.first, hit.last))); }

  const ClaimContext& context_;
  const Annotated& text_;
  const Told& told_;
  uint32_t first_, last_, anchor_;
  std::vector<std::string>& steps_;
  const SentenceRange& sentence_;
  Qualifiers out_;
};

}  // namespace

Qualifiers find_qualifiers(const ClaimContext& context, const Told& told, std::vector<std::string>* steps) {
  return Finder(context, told, steps).run();
}

}  // namespace crosscheck
