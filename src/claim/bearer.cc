#include "claim/bearer.h"

namespace crosscheck {
namespace {

constexpr uint32_t kAdverbs = 3;      // tokens between a comma and the state that goes on behind it
constexpr uint32_t kParticiple = 14;  // of a participle at the head of a sentence, with what hangs on it
constexpr uint32_t kHead = 4;         // tokens between a preposition and the noun on which it hangs

Bearer::Kind kind_of(const Rulebook& rulebook, absl::string_view id) {
  for (const char* one : {"person", "actor", "kind-person", "anybody-word"}) {
    if (rulebook.is_a(id, one)) return Bearer::Kind::person;
  }
  for (const char* one : {"thing", "the-thing", "kind-thing"}) {
    if (rulebook.is_a(id, one)) return Bearer::Kind::thing;
  }
  return Bearer::Kind::unknown;
}

// "la société", "the council": does what people do, and may be closed like a thing.
bool is_body(const ClaimContext& context, uint32_t t, uint32_t end) {
  return concept_hit(context, t, "kind-body", end) != nullptr;
}

class BearerFinder {
 public:
  BearerFinder(const ClaimContext& context, uint32_t first, uint32_t last)
      : context_(context),
        text_(context.text()),
        first_(first),
        last_(last),
        sentence_(text_.sentences[context.sentence_of(first)]),
        verb_(starts_with_verb()) {}

  // Of the noun that it was made for.
  bool hangs_on_another() {
    if (last_ < sentence_.last && text_.is_clitic(last_)) return true;
    const bool goes_on = last_ < sentence_.last && (text_.word(last_) == "," ||
                                                    text_.hit(last_, Category::clause_break, sentence_.last));
    if (goes_on) return false;
    // "le café (du musée)": the phrase brings its preposition along.
    if (last_ - first_ > 1 && text_.hit(first_, Category::noun_link, last_))
      return first_ > sentence_.first && is_word(first_ - 1);
    bool part = false;
    return head_over(first_, &part) != kNone;
  }

  Bearer run(bool behind) {
    if (const uint32_t noun = behind ? noun_behind() : kNone; noun != kNone)
      return plain(noun, sentence_.last);
    const uint32_t noun = noun_before();
    if (noun == kNone) {
      const uint32_t subject = subject_behind();
      return subject == kNone ? Bearer{} : plain(subject, sentence_.last);
    }
    Bearer out = at(noun);
    // "police hunting the van arrested two men": what stands before a verb in the active is not what it tells
    // of.
    if (out.kind == Bearer::Kind::thing && !verb_ && takes_object()) return {};
    return out;
  }

 private:
  bool is_word(uint32_t t) const { return text_.tokens[t].token_class == TokenClass::word; }

  bool is_auxiliary(uint32_t t) const {
    const Hit* hit = text_.hit(t, Category::noun_stop, sentence_.last);
    return hit && hit->is("auxiliary");
  }

  bool is_preposition(uint32_t t) const {
    const Hit* hit = text_.hit(t, Category::noun_stop, sentence_.last);
    return hit && hit->is("preposition");
  }

  bool starts_with_verb() const {
    for (uint32_t t = first_; t < last_; ++t) {
      if (is_auxiliary(t)) return true;
    }
    return false;
  }

  // Whether an object follows: an article, a figure, a name.
  bool takes_object() const {
    if (last_ >= sentence_.last) return false;
    if (text_.hit(last_, Category::filler, sentence_.last) || context_.amount_over(last_) != kNone)
      return true;
    return !context_.starting_at(last_).empty();
  }

  // "the dismissal of the (director)", "la démission d'(Hervé Pastourel)"
  uint32_t noun_behind() const {
    const uint32_t end = std::min(sentence_.last, last_ + kHead);
    if (last_ >= end || !(text_.hit(last_, Category::noun_link, end) || is_preposition(last_))) return kNone;
    for (uint32_t t = last_ + 1; t < end; ++t) {
      if (mention_at(t, sentence_.last) != kNone || kind_at(t, sentence_.last) == Bearer::Kind::person)
        return t;
      if (!is_before_noun(t)) return kNone;
    }
    return kNone;
  }

  // "Exclue du groupe, la (députée) siégera seule": the subject behind a participle at the head of a
  // sentence.
  uint32_t subject_behind() const {
    if (first_ != sentence_.first || verb_) return kNone;
    const uint32_t end = std::min(sentence_.last, last_ + kParticiple);
    uint32_t t = last_;
    while (t < end && text_.word(t) != ",") ++t;
    if (t == end) return kNone;
    for (++t; t < end && is_before_noun(t); ++t) {
    }
    if (t >= end) return kNone;
    const bool person =
        mention_at(t, sentence_.last) != kNone || kind_at(t, sentence_.last) == Bearer::Kind::person;
    return person ? t : kNone;
  }

  // The last known noun before the state, in its clause or in that on which its relative clause hangs.
  uint32_t noun_before() {
    uint32_t clause = context_.clause_of(first_);
    for (uint32_t t = first_; t-- > sentence_.first;) {
      if (context_.clause_of(t) != clause) {
        const Hit* hit = text_.hit(t + 1, Category::clause_break, sentence_.last);
        if (!hit || hit->sense->symbol != "relative") return kNone;
        clause = context_.clause_of(t);
        verb_ = true;
        if (text_.word(t) == ",") continue;
      }
      if (text_.word(t) == "," && t + 1 == first_ && !verb_ && t > sentence_.first && is_noun(t - 1, first_))
        continue;  // "Le motard, (légèrement blessé), a été …"
      if (text_.word(t) == "," && !over_insertion(&t)) return kNone;
      if (!is_word(t) || text_.hit(t, Category::list_joint, first_)) return kNone;
      if (is_auxiliary(t)) verb_ = true;
      if (is_noun(t, first_)) return t;
      if (is_unknown_noun(t)) return hangs_on_noun(t) ? t : kNone;
    }
    return kNone;
  }

  // "le président de la (fédération)"
  bool hangs_on_noun(uint32_t t) const {
    bool part = false;
    const uint32_t head = head_over(t, &part);
    return head != kNone && !part && is_noun(head, t);
  }

  // "Le conducteur, âgé de 47 ans, a été arrêté": on to the comma before, where a verb goes on behind this
  // one.
  bool over_insertion(uint32_t* comma) const {
    const uint32_t next = *comma + 1;
    // "…, finally bowed out", "…, a été arrêté"
    const bool goes_on = next <= first_ && (first_ - next < kAdverbs || is_auxiliary(next));
    if (next >= sentence_.last || !goes_on) return false;
    for (uint32_t t = *comma; t-- > sentence_.first;) {
      if (text_.word(t) != "," || context_.behind_insertion(t) != next) continue;
      if (t == sentence_.first) return false;
      *comma = t - 1;
      return true;
    }
    return false;
  }

  bool is_noun(uint32_t t, uint32_t end) const {
    if (text_.hit(t, Category::pronoun, end)) return true;
    return mention_at(t, end) != kNone || is_body(t, end) || kind_at(t, end) != Bearer::Kind::unknown;
  }

  // A name, or people or things counted.
  uint32_t mention_at(uint32_t t, uint32_t end) const {
    for (const uint32_t m : context_.starting_at(t)) {
      const MentionKind kind = context_.mention(m).kind;
      const bool told = kind == MentionKind::person || kind == MentionKind::organisation ||
                        kind == MentionKind::place || kind == MentionKind::role ||
                        kind == MentionKind::count || kind == MentionKind::number;
      // "no arrests", "three arrests": what is counted is the state itself.
      const TextSpan noun = context_.mention(m).noun;
      const bool itself = !noun.empty() && noun.begin >= text_.tokens[first_].begin;
      if (told && !itself && context_.last(m) <= end) return m;
    }
    return kNone;
  }

  bool is_body(uint32_t t, uint32_t end) const { return crosscheck::is_body(context_, t, end); }
  Bearer::Kind kind_at(uint32_t t, uint32_t end) const { return kind_of_noun(context_, t, end); }

  // A noun, as its article or capital tells, of which nobody knows what it is.
  bool is_unknown_noun(uint32_t t) const {
    if (context_.is_link(t)) return false;
    if (text_.tokens[t].capitals != Capitals::none) return true;
    return t > sentence_.first && text_.hit(t - 1, Category::filler, t) != nullptr;
  }

  bool is_number(uint32_t t) const {
    return context_.amount_over(t) != kNone || text_.hit(t, Category::cardinal, t + 1) ||
           text_.hit(t, Category::vague, t + 1);
  }

  bool is_before_noun(uint32_t t) const {
    if (context_.amount_over(t) != kNone) return true;
    return text_.hit(t, Category::filler, t + 1) && !text_.hit(t, Category::noun_link, t + 1);
  }

  // "the camera in the hall", "le camion du suspect": the noun on which the one at `t` hangs; kNone for none,
  // or when what stands there is no known noun.
  uint32_t head_over(uint32_t t, bool* part) const {
    uint32_t link = t;
    while (link > sentence_.first && is_before_noun(link - 1)) --link;
    if (link == sentence_.first) return kNone;
    const bool of = text_.hit(link - 1, Category::noun_link, link) != nullptr;
    if (!of && !is_preposition(link - 1)) return kNone;
    *part |= of && link - 1 > sentence_.first && is_number(link - 2);
    for (uint32_t head = link - 1; head-- > sentence_.first && link - head < kHead;) {
      if (is_noun(head, link)) return head;
      // "(the pilot) was taken to hospital"
      if (is_auxiliary(head) && head > sentence_.first && is_noun(head - 1, link)) return head - 1;
    }
    return link - 1 > sentence_.first && is_word(link - 2) ? link - 2 : kNone;
  }

  // ", the mayor of Lyon, who …": another name of what stands before it.
  bool is_apposition(uint32_t noun) const {
    uint32_t t = noun;
    while (t > sentence_.first && is_before_noun(t - 1)) --t;
    return t > sentence_.first && text_.word(t - 1) == ",";
  }

  Bearer at(uint32_t noun) {
    Bearer out;
    const uint32_t dependent = noun;
    for (uint32_t head = head_over(noun, &out.part); head != kNone; head = head_over(noun, &out.part)) {
      // "two of the paintings" are paintings; "the charges against the driver" are the driver's
      if (out.part) break;
      if (is_of_its_bearer(head)) {
        noun = dependent;
        break;
      }
      noun = head;
    }
    const bool part = out.part;
    if (is_apposition(noun)) {
      out.found = true;
      out.first = noun;
      return out;
    }
    out = plain(noun, first_);
    out.part = part;
    return out;
  }

  bool is_of_its_bearer(uint32_t head) const {
    for (uint32_t t = head > sentence_.first ? head - 1 : head; t <= head; ++t) {
      const Hit* hit = concept_hit(context_, t, "of-its-bearer", first_);
      if (hit && hit->last > head) return true;
    }
    return false;
  }

  Bearer plain(uint32_t noun, uint32_t end) const {
    Bearer out;
    out.found = true;
    out.first = noun;
    out.kind = kind_at(noun, end);
    const uint32_t m = mention_at(noun, end);
    if (m == kNone) return out;
    const Mention& mention = context_.mention(m);
    const bool named = mention.kind == MentionKind::person || mention.kind == MentionKind::role;
    if (named) out.kind = Bearer::Kind::person;
    if (mention.kind == MentionKind::person) out.mention = m;
    if (mention.kind == MentionKind::organisation || mention.kind == MentionKind::place)
      out.kind = Bearer::Kind::unknown;
    if (is_amount(mention.kind)) out.kind = kind_of(context_.rulebook(), counted(mention));
    return out;
  }

  // What it counts; "two of the nine": what the article counts nine of.
  std::string counted(const Mention& mention) const {
    if (!mention.noun_concept.empty()) return mention.noun_concept;
    const auto* count = amount_of(mention.value);
    for (const Mention& other : context_.mentions()) {
      const auto* told = amount_of(other.value);
      const bool same = count && told && count->low && told->low && *count->low == *told->low;
      if (same && other.kind == mention.kind && !other.noun_concept.empty()) return other.noun_concept;
    }
    return "";
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const uint32_t first_, last_;
  const SentenceRange& sentence_;
  bool verb_;  // whether a verb stands between the noun and the state
};

}  // namespace

Bearer::Kind kind_of_noun(const ClaimContext& context, uint32_t token, uint32_t end) {
  if (is_body(context, token, end)) return Bearer::Kind::unknown;
  for (const Hit& hit : context.text().hits_at(token)) {
    if (hit.last > end) continue;
    if (hit.sense->category == Category::role) return Bearer::Kind::person;
    if (hit.sense->category != Category::concept_) continue;
    const Bearer::Kind kind = kind_of(context.rulebook(), hit.sense->symbol);
    if (kind != Bearer::Kind::unknown) return kind;
  }
  return Bearer::Kind::unknown;
}

Bearer bearer_of(const ClaimContext& context, const PatternMatch& state) {
  const ToldWords* words = state_words(context.rulebook(), state.words, state.first, state.last);
  // A deed that is no state of a rule: "(soigné) à Lyon".
  if (!words && !state.words.empty()) words = &state.words.back();
  if (!words) return {};
  const bool behind = context.rulebook().is_a(words->concept_id, "borne-behind");
  return BearerFinder(context, words->first, words->last).run(behind);
}

bool hangs_on_another(const ClaimContext& context, uint32_t first, uint32_t last) {
  return BearerFinder(context, first, last).hangs_on_another();
}

}  // namespace crosscheck
