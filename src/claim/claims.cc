#include "claim/claims.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "claim/bearer.h"
#include "claim/candidates.h"
#include "claim/cited_outlet.h"
#include "claim/context.h"
#include "claim/dateline.h"
#include "claim/day_and_time.h"
#include "claim/difference.h"
#include "claim/distance.h"
#include "claim/ends.h"
#include "claim/governor.h"
#include "claim/name_claims.h"
#include "claim/nouns.h"
#include "claim/owner.h"
#include "claim/phase.h"
#include "claim/qualifiers.h"
#include "claim/quoted_speech.h"
#include "claim/statements.h"
#include "claim/surroundings.h"
#include "claim/time_frame.h"

namespace crosscheck {
namespace {

constexpr int kLongAgo = 200;  // days before publication: another event than the one of the dossier
constexpr int kFew = 4;
constexpr uint32_t kLeadSentences = 2;
constexpr uint32_t kOfThose = 2;          // tokens between a share and the pronoun that it is of
constexpr uint32_t kDenialBefore = 6;     // tokens between a denial and its state
constexpr size_t kSpeakerReach = 90;      // bytes between a quotation and the name of its speaker
constexpr uint32_t kEvidenceLimit = 160;  // bytes; longer evidence points at a passage, not at a fact

class ClaimMaker {
 public:
  ClaimMaker(const ClaimContext& context, uint32_t document)
      : context_(context),
        text_(context.text()),
        words_(context),
        document_(document),
        frames_(time_frames(context)) {
    uint32_t body = 0;
    for (; lead_end_ < text_.sentences.size() && body < kLeadSentences; ++lead_end_)
      body += !text_.sentences[lead_end_].title;
  }

  std::vector<Claim> run() {
    std::vector<GuardNote> notes;
    const std::vector<Candidate> chosen = choose(context_, find_candidates(context_, &notes));
    for (const GuardNote& note : notes) {
      if (note.value != kNone) notes_[note.value].push_back(note.text);
    }
    std::vector<bool> read(context_.mentions().size());
    for (const Candidate& candidate : chosen) {
      if (candidate.value != kNone) read[candidate.value] = true;
      from_rule(candidate);
    }
    for (uint32_t i = 0; i < context_.mentions().size(); ++i) {
      if (!read[i]) open(i);
    }
    note_read();
    for (const StatementRange& range : find_statements(context_)) statement(range);
    for (const SpeltName& name : find_spelt_names(context_)) spelling(name);
    for (const QuotationRange& range : find_quotations(context_)) quotation(range);
    return sorted();
  }

 private:
  // Numbers are sorted, not the claims themselves, which are large.
  std::vector<Claim> sorted() {
    std::vector<uint32_t> order(out_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](uint32_t i, uint32_t k) {
      const Claim &a = out_[i], &b = out_[k];
      return std::tie(a.span.begin, a.span.end, a.rule, a.subject_id) <
             std::tie(b.span.begin, b.span.end, b.rule, b.subject_id);
    });
    std::vector<Claim> out;
    out.reserve(order.size());
    for (const uint32_t i : order) out.push_back(std::move(out_[i]));
    return out;
  }

  uint32_t noun_end(uint32_t value, uint32_t otherwise) const {
    if (value == kNone) return otherwise;
    const Mention& mention = context_.mention(value);
    if (mention.noun.empty() || mention.noun_inherited || mention.noun.begin < mention.span.end)
      return context_.last(value);
    return text_.token_at(mention.noun.end);
  }

  // The value with the noun it counts, and the words of the pattern as far as they stand close.
  TextSpan evidence(const PatternMatch& match, uint32_t value) const {
    TextSpan span = text_.span(match.first, match.last);
    if (value == kNone)
      return span.size() <= kEvidenceLimit ? span : text_.span(match.anchor, match.anchor_last);
    const TextSpan own = value_span(value);
    const TextSpan all = {std::min(span.begin, own.begin), std::max(span.end, own.end)};
    return all.size() <= kEvidenceLimit ? all : own;
  }

  TextSpan value_span(uint32_t value) const {
    const Mention& mention = context_.mention(value);
    TextSpan span = mention.span;
    if (!mention.noun.empty() && !mention.noun_inherited && mention.noun.begin >= span.end &&
        mention.noun.end - span.begin <= kEvidenceLimit) {
      span.end = mention.noun.end;
    }
    return span;
  }

  void from_rule(const Candidate& candidate) {
    const Rule& rule = *candidate.rule;
    const uint32_t value = candidate.value;
    const uint32_t first = value != kNone ? context_.first(value) : candidate.match.first;
    const uint32_t last = value != kNone ? context_.last(value) : candidate.match.last;
    TextSpan span = evidence(candidate.match, value);
    if (value == kNone) take_denial(first, candidate.match.anchor, &span);
    Claim claim = base(span, rule.id, rule.kind);
    claim.attribute = attribute_of(candidate);
    claim.steps.push_back(absl::StrCat("rule ", rule.id, ", pattern \"", candidate.pattern->source, "\" on '",
                                       text_.text(text_.span(candidate.match.first, candidate.match.last)),
                                       "'"));
    add_steps(value, &claim);
    claim.qualifiers = find_qualifiers(
        context_, {first, noun_end(value, last), candidate.match.anchor, candidate.match.words},
        &claim.steps);
    if (value != kNone) settle_age(context_.mention(value).value, &claim.qualifiers);
    find_object(rule, candidate, &claim);
    surroundings(value, first, last, &claim);
    if (value != kNone && context_.mention(value).noun_inherited && !names_counted(*candidate.pattern)) {
      claim.noun.clear();  // "mother of 12": the rule knows what it counts, whatever stood before
      claim.noun_concept.clear();
    }
    const bool figure = value != kNone && is_amount(context_.mention(value).kind);
    std::vector<Owner> owners = {owner_of(context_, value, SubjectFrom::slot)};
    if (rule.kind != "role") {
      owners =
          find_owners(context_, rule.subject, candidate.match, first, last, noun_end(value, last), figure);
    }
    for (const Owner& owner : owners) {
      Claim own = claim;
      set_owner(owner, &own);
      set_value(candidate, &own);
      hold_back(&own);
      add_read(value, std::move(own));
    }
  }

  // "lundi à 8 h 10" answers "which day" and "what time": two claims of one question.
  void add_read(uint32_t value, Claim claim) {
    const Mention* mention = value != kNone ? &context_.mention(value) : nullptr;
    if (const auto told = mention ? day_and_time(text_, *mention) : std::nullopt) {
      claim.value = told->time;
      out_.push_back(claim);
      claim.value = told->day;
    }
    out_.push_back(std::move(claim));
  }

  // An age is that of the day, whatever the clause plans or asks for: "a demandé le départ de X, 59 ans".
  static void settle_age(const Value& value, Qualifiers* qualifiers) {
    if (!std::holds_alternative<Age>(value)) return;
    qualifiers->modality = Modality::stated;
    qualifiers->stage = Stage::none;
  }

  // "life of @actor": the narrower concept that the match tells stands for it.
  std::string attribute_of(const Candidate& candidate) const {
    std::string out;
    for (const absl::string_view word : absl::StrSplit(candidate.rule->attribute, ' ')) {
      absl::StrAppend(&out, out.empty() ? "" : " ", word.substr(0, word.find('@')));
      if (const size_t at = word.find('@'); at != absl::string_view::npos)
        out += concept_told(candidate, word.substr(at + 1));
    }
    return out;
  }

  // The first concept of the match that is `broad` or narrower.
  std::string concept_told(const Candidate& candidate, absl::string_view broad) const {
    if (!candidate.deed.empty() && broad == candidate.rule->deed) return candidate.deed;
    if (!candidate.thing.empty() && broad == candidate.rule->thing) return candidate.thing;
    const PatternMatch& match = candidate.match;
    for (uint32_t t = match.first; t < match.last; ++t) {
      for (const Hit& hit : text_.hits_at(t)) {
        if (hit.sense->category == Category::concept_ && hit.last <= match.last &&
            context_.rulebook().is_a(hit.sense->symbol, broad))
          return hit.sense->symbol;
      }
    }
    return match.anchor_concept;
  }

  // "(n'est pas) maîtrisé", "(no plans for) any layoffs": what denies a state is a part of what is told.
  void take_denial(uint32_t first, uint32_t anchor, TextSpan* span) const {
    if (anchor == kNone) return;
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    for (uint32_t t = first; t > from && first - t < kDenialBefore;) {
      --t;
      if (context_.clause_of(t) != context_.clause_of(anchor)) return;
      if (text_.hit(t, Category::negation, first)) span->begin = text_.span(t, t + 1).begin;
    }
  }

  void find_object(const Rule& rule, const Candidate& candidate, Claim* claim) const {
    const auto slot = candidate.match.slots.find("object");
    if (!candidate.name_id.empty()) {
      claim->object = candidate.name_id;
      claim->object_name = candidate.name;
    }
    if (rule.object.empty()) return;
    const bool told = slot != candidate.match.slots.end();
    const Bearer bearer = told || rule.of.empty() ? Bearer() : bearer_of(context_, candidate.match);
    const Owner object = told           ? owner_of(context_, slot->second, SubjectFrom::slot)
                         : bearer.found ? owner_of(context_, bearer.mention, SubjectFrom::clause)
                                        : find_object_before(context_, rule.object, candidate.match);
    if (bearer.part) claim->qualifiers.subset = "some";
    claim->object = object.id;
    claim->object_name = object.name;
  }

  static void set_owner(const Owner& owner, Claim* claim) {
    claim->subject = owner.name;
    claim->subject_id = owner.id;
    claim->subject_from = owner.from;
    if (owner.from != SubjectFrom::absent && owner.id != "event") {
      claim->steps.push_back(absl::StrCat("about '", owner.name, "', found in its ", to_string(owner.from)));
    }
  }

  void set_value(const Candidate& candidate, Claim* claim) const {
    if (candidate.value != kNone) {
      claim->value = context_.mention(candidate.value).value;
      const std::string& take = candidate.rule->take;
      if (!candidate.deed.empty() || take == "since") take_start(&claim->value);
      if (take == "end") take_end(&claim->value);
      const auto& published = text_.document->metadata.published;
      if (take == "age" && published)
        take_age(&claim->value, text_.text(context_.mention(candidate.value).span),
                 absl::CivilDay(published.value.local));
      if (const auto* role = std::get_if<Role>(&claim->value)) claim->attribute = role->role;
      return;
    }
    State state;
    state.event = claim->attribute;
    state.polarity = claim->qualifiers.polarity;
    if (const std::string& told = candidate.pattern->state; !told.empty()) {
      const std::string& denied = candidate.rule->states.at(told).denied;
      const bool turned = state.polarity == Polarity::denied && !denied.empty();
      if (turned) state.polarity = Polarity::affirmed;
      absl::StrAppend(&state.event, ".", candidate.rule->path_of(turned ? denied : told));
    }
    if (!claim->subject.empty()) state.participants.push_back(claim->subject);
    if (!claim->object_name.empty()) state.participants.push_back(claim->object_name);
    claim->value = std::move(state);
  }

  bool is_long_ago(const Date& date) const {
    const auto& published = text_.document->metadata.published;
    return published && absl::CivilDay(*date.end) + kLongAgo < absl::CivilDay(published.value.local);
  }

  void hold_back(Claim* claim) const {
    Qualifiers& told = claim->qualifiers;
    if (amount_of(claim->value) || std::holds_alternative<State>(claim->value) ||
        std::holds_alternative<EntityName>(claim->value)) {
      const std::optional<Date>& frame = frames_[context_.sentence_of(text_.token_at(claim->span.begin))];
      if (!told.as_of && frame && is_long_ago(*frame)) told.as_of = frame;
      if (told.as_of && is_long_ago(*told.as_of))
        claim->held_back = "it is told of a time long before the article";
    }
    const auto* date = std::get_if<Date>(&claim->value);
    if (date && date->end && claim->kind == "moment" && is_long_ago(*date))
      claim->held_back = "it is another event, long before the article";
    if (told.stage == Stage::earlier && !std::holds_alternative<Role>(claim->value))
      claim->held_back = "it is a figure of another time, told to compare with";
  }

  void open(uint32_t value) {
    const Mention& mention = context_.mention(value);
    if (!is_amount(mention.kind) && mention.kind != MentionKind::date && mention.kind != MentionKind::time)
      return;
    const uint32_t first = context_.first(value);
    if (first >= text_.tokens.size() || context_.sentence_of(first) == kNone) return;
    if (mention.kind == MentionKind::number && mention.noun.empty())
      return;  // a figure that counts nothing claims nothing
    if (mention.kind == MentionKind::date && is_dateline(context_, value)) return;
    if (const std::optional<DayAndTime> told = day_and_time(text_, mention)) {
      open_as(value, MentionKind::date, told->day);
      open_as(value, MentionKind::time, told->time);
    } else {
      open_as(value, mention.kind, mention.value);
    }
  }

  void open_as(uint32_t value, MentionKind kind, const Value& told) {
    const Mention& mention = context_.mention(value);
    const uint32_t first = context_.first(value);
    Claim claim = base(value_span(value), kOpenRule, to_string(kind));
    claim.value = told;
    claim.attribute = kind == mention.kind ? open_attribute(mention) : to_string(kind);
    claim.steps.push_back("no rule read it: an open claim");
    add_steps(value, &claim);
    const uint32_t end = noun_end(value, context_.last(value));
    claim.qualifiers = find_qualifiers(context_, {first, end, kNone, {}}, &claim.steps);
    settle_age(mention.value, &claim.qualifiers);
    PatternMatch none;
    Owner owner = find_owners(context_, "party", none, first, context_.last(value), end, false).front();
    if (owner.mention == kNone) {
      // A place is where it is told of rather than whose it is.
      owner = find_owners(context_, "place", none, first, context_.last(value), end, false).front();
      if (owner.mention != kNone) owner.from = SubjectFrom::sentence;
    }
    set_owner(owner, &claim);
    // "Four men": of whom it is told is no word around it that would tell more.
    const bool anybody = context_.rulebook().is_a(mention.noun_concept, "anybody");
    surroundings(value, first, anybody ? end : context_.last(value), &claim);
    hold_back(&claim);
    out_.push_back(std::move(claim));
  }

  void surroundings(uint32_t value, uint32_t first, uint32_t last, Claim* claim) {
    words_.fill(first, last, claim);
    if (value == kNone) return;
    const Mention& mention = context_.mention(value);
    claim->whole = mention.whole;
    claim->refers_back = refers_back(mention, first) || is_share_of_those(mention, last);
    claim->inherited = mention.noun_inherited;
    if (goes_from_to(context_, first)) claim->held_back = "it tells where a figure began and where it ended";
    const bool share = mention.kind == MentionKind::percent || mention.kind == MentionKind::ratio;
    claim->difference =
        is_amount(mention.kind) && !share && tells_difference(context_, first, last, noun_end(value, last));
    if (!mention.noun.empty()) {
      claim->noun = fold(text_.text(mention.noun));
      claim->noun_concept = mention.noun_concept;
    }
    if (mention.kind == MentionKind::date || mention.kind == MentionKind::time)
      claim->phase = phase_at(context_, first, last);
    claim->of_figure = mention.kind == MentionKind::time && counts_in_clause(first);
    if (mention.kind == MentionKind::measure || mention.kind == MentionKind::duration)
      note_distance(first, last, claim);
    const bool counts = mention.kind == MentionKind::count || mention.kind == MentionKind::number;
    // "lost a fifth of its glow" is a share of the glow, whatever the verb.
    const bool of_its_own = share && !claim->noun.empty();
    if (counts || of_its_own || !is_amount(mention.kind) || !claim->noun_concept.empty()) return;
    Governor governor = find_governor(context_, first, last);
    if (governor.noun.empty()) return;
    // "two miles off Dover, four miles west of Cobb": a list of distances has no deed before each.
    if (!claim->object.empty() && governor.concept_id.empty()) return;
    claim->noun = std::move(governor.noun);
    claim->noun_concept = std::move(governor.concept_id);
  }

  // "À midi, on comptait 150 tracteurs": the hour is that of the count.
  bool counts_in_clause(uint32_t first) const {
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(first)];
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const uint32_t amount =
          context_.clause_of(t) == context_.clause_of(first) ? context_.amount_over(t) : kNone;
      if (amount == kNone) continue;
      const MentionKind kind = context_.mention(amount).kind;
      if (kind == MentionKind::count || kind == MentionKind::percent || kind == MentionKind::ratio)
        return true;
    }
    return false;
  }

  void note_distance(uint32_t first, uint32_t last, Claim* claim) const {
    const uint32_t place = measured_from(context_, first, last);
    if (place == kNone || !claim->object.empty()) return;
    const Owner from = owner_of(context_, place, SubjectFrom::slot);
    claim->object = from.id;
    claim->object_name = from.name;
    if (claim->qualifiers.place == from.id) claim->qualifiers.place.clear();  // near it, not there
    claim->steps.push_back(absl::StrCat("measured from '", from.name, "'"));
  }

  // "les deux pays", "the two men": a small number of things told before, no fact of its own.
  bool refers_back(const Mention& mention, uint32_t first) const {
    const auto* count = std::get_if<Count>(&mention.value);
    if (!count || !count->amount.low || Decimal(kFew) < *count->amount.low || first == 0) return false;
    const Hit* before = text_.hit(first - 1, Category::filler, first);
    return before && before->sense->symbol == "definite";
  }

  // "12 % d'entre eux": of whom is told before.
  bool is_share_of_those(const Mention& mention, uint32_t last) const {
    if (mention.kind != MentionKind::percent && mention.kind != MentionKind::ratio) return false;
    const uint32_t end = text_.sentences[context_.sentence_of(text_.token_at(mention.span.begin))].last;
    for (uint32_t t = last; t < std::min(end, last + kOfThose); ++t) {
      const Hit* word = text_.hit(t, Category::noun_stop, end);
      if (word && word->sense->symbol == "pronoun") return true;
      if (!text_.hit(t, Category::noun_link, end)) return false;
    }
    return false;
  }

  // The spans that rules read, by where they begin and apart from each other.
  void note_read() {
    for (const Claim& claim : out_) {
      if (claim.rule != kOpenRule) read_.push_back(claim.span);
    }
    std::sort(read_.begin(), read_.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    uint32_t end = 0;
    for (TextSpan& span : read_) {
      span.begin = std::max(span.begin, end);
      span.end = end = std::max(span.end, span.begin);
    }
  }

  // How many bytes of it rules read.
  uint32_t read_of(TextSpan span) const {
    auto next = std::lower_bound(read_.begin(), read_.end(), span.begin,
                                 [](TextSpan known, uint32_t at) { return known.end <= at; });
    uint32_t read = 0;
    for (; next != read_.end() && next->begin < span.end; ++next)
      read += std::min(next->end, span.end) - std::max(next->begin, span.begin);
    return read;
  }

  // What no rule reads and no figure tells: compared by its words, those left out that a rule knows.
  void statement(const StatementRange& range) {
    const TextSpan span = text_.span(range.first, range.last);
    if (2 * read_of(span) > span.size()) return;  // a rule knows what it tells
    Claim claim = base(span, kOpenRule, "text");
    claim.attribute = "statement";
    claim.value = PlainText{std::string(text_.text(span))};
    claim.steps.push_back("no rule read it: a statement, compared by its words");
    claim.qualifiers = find_qualifiers(context_, {range.first, range.last, kNone, {}}, &claim.steps);
    if (range.denied) claim.qualifiers.polarity = Polarity::denied;
    for (uint32_t t = range.first; t < range.last;) {
      uint32_t end = t;
      while (end < range.last && read_of(text_.span(end, end + 1)) == 0) ++end;
      if (end > t) words_.fill_range(t, end, &claim);
      t = end + 1;
    }
    out_.push_back(std::move(claim));
  }

  void spelling(const SpeltName& name) {
    const Mention& mention = context_.mention(name.mention);
    Claim claim = base(mention.span, "names.spelling", to_string(mention.kind));
    claim.attribute = "spelling";
    set_owner(owner_of(context_, name.mention, SubjectFrom::slot), &claim);
    claim.value = EntityName{name.key, std::string(text_.text(mention.span))};
    out_.push_back(std::move(claim));
  }

  void quotation(const QuotationRange& range) {
    const TextSpan words = text_.span(range.first, range.last);
    Claim claim = base(with_speaker(words, range.speaker), "quotations.words", "quotation");
    claim.attribute = "quotation";
    claim.quoted = true;
    claim.value = PlainText{std::string(text_.text(words))};
    if (range.speaker != kNone) {
      set_owner(owner_of(context_, range.speaker, SubjectFrom::clause), &claim);
      claim.qualifiers.attribution = claim.subject_id;
      claim.qualifiers.attribution_quote = std::string(text_.text(context_.mention(range.speaker).span));
    }
    out_.push_back(std::move(claim));
  }

  // Who is said to have said it is a part of what is claimed, where the name stands by the words.
  TextSpan with_speaker(TextSpan words, uint32_t speaker) const {
    if (speaker == kNone) return words;
    const TextSpan name = context_.mention(speaker).span;
    const TextSpan whole = {std::min(words.begin, name.begin), std::max(words.end, name.end)};
    const size_t told = words.end - words.begin + name.end - name.begin;
    return whole.end - whole.begin <= told + kSpeakerReach ? whole : words;
  }

  // What an open claim is about, as far as the words tell: the noun counted, else the kind of value.
  std::string open_attribute(const Mention& mention) const {
    if (!mention.noun_concept.empty()) return mention.noun_concept;
    if (!mention.noun.empty()) return fold(text_.text(mention.noun));
    return to_string(mention.kind);
  }

  void add_steps(uint32_t value, Claim* claim) const {
    if (value == kNone) return;
    const Mention& mention = context_.mention(value);
    claim->steps.insert(claim->steps.end(), mention.steps.begin(), mention.steps.end());
    const auto notes = notes_.find(value);
    if (notes != notes_.end())
      claim->steps.insert(claim->steps.end(), notes->second.begin(), notes->second.end());
  }

  std::string cited(uint32_t sentence) {
    const auto [found, fresh] = cited_.try_emplace(sentence);
    if (fresh) found->second = cited_outlet(context_, sentence);
    return found->second;
  }

  Claim base(TextSpan span, std::string rule, std::string kind) {
    Claim claim;
    claim.document = document_;
    claim.span = span;
    claim.rule = std::move(rule);
    claim.kind = std::move(kind);
    const uint32_t token = text_.token_at(span.begin);
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(token)];
    claim.in_title = sentence.title;
    claim.origin = cited(context_.sentence_of(token));
    claim.in_lead = context_.sentence_of(token) < lead_end_;
    claim.quoted = context_.quoted(token);
    claim.file = text_.document->to_file(span);
    const LineColumn place = text_.document->to_line(span.begin);
    claim.line = place.line;
    claim.column = place.column;
    claim.quote = std::string(text_.text(span));
    claim.context_span = sentence.span;
    claim.context = std::string(text_.text(sentence.span));
    return claim;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  ClaimWords words_;
  uint32_t document_;
  std::vector<std::optional<Date>> frames_;  // by sentence
  uint32_t lead_end_ = 0;                    // sentences below it are the lead
  std::map<uint32_t, std::vector<std::string>> notes_;
  std::map<uint32_t, std::string> cited_;  // by sentence: the outlet that it cites
  std::vector<TextSpan> read_;
  std::deque<Claim> out_;  // claims are large: none is moved when another is added
};

}  // namespace

std::vector<Claim> find_claims(const Annotated& text, const Rulebook& rulebook,
                               std::vector<Mention>* mentions, uint32_t document) {
  ClaimContext context(text, rulebook, mentions);
  attach_nouns(&context);
  return ClaimMaker(context, document).run();
}

}  // namespace crosscheck
