#include "claim/owner.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "claim/relation_of.h"
#include "rules/marked_words.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kComplementGap = 3;

bool fits(absl::string_view type, MentionKind kind) {
  switch (kind) {
    case MentionKind::person:
      return type == "person" || type == "party" || type == "entity";
    case MentionKind::organisation:
      return type == "organisation" || type == "party" || type == "entity";
    case MentionKind::place:
      return type == "place" || type == "entity";
    default:
      return false;
  }
}

class OwnerSearch {
 public:
  OwnerSearch(const ClaimContext& context, absl::string_view type, absl::Span<const ToldWords> words,
              uint32_t first, uint32_t last)
      : context_(context), text_(context.text()), type_(type), words_(words), first_(first), last_(last) {}

  // "employés d'OpenAI", "staff at OpenAI": a link right behind the noun and the name behind the link.
  uint32_t complement(uint32_t noun_end) const {
    const uint32_t limit = std::min(sentence().last, noun_end + kComplementGap + 1);
    for (uint32_t t = noun_end; t < limit; ++t) {
      const uint32_t found = starting_at(t);
      if (found != kNone && t > noun_end) return found;
      if (!text_.hit(t, Category::noun_link, limit) && !text_.hit(t, Category::filler, limit)) return kNone;
    }
    return kNone;
  }

  // The nearest one before in the clause, else behind.
  uint32_t in_clause() const {
    uint32_t before = kNone, behind = kNone;
    for (uint32_t t = sentence().first; t < sentence().last; ++t) {
      if (context_.clause_of(t) != context_.clause_of(first_)) continue;
      const uint32_t found = starting_at(t);
      if (found == kNone || is_another(t, found)) continue;
      if (context_.set_off(t, first_)) continue;  // "Solvane, owned by Calvera, employs 750"
      if (t < first_) before = found;
      if (t >= last_ && behind == kNone) behind = found;
    }
    return before != kNone ? before : behind;
  }

  uint32_t before_in_clause() const {
    uint32_t before = kNone;
    for (uint32_t t = sentence().first; t < first_; ++t) {
      if (context_.clause_of(t) != context_.clause_of(first_)) continue;
      const uint32_t found = starting_at(t);
      if (found == kNone || is_speaker(t) || is_named_for_another(context_, found, words_)) continue;
      if (!context_.set_off(t, first_)) before = found;
    }
    return before;
  }

  // Of the other clauses: what a bracket, an apposition or a relative clause belongs to stands right before
  // it; else the first name of the sentence is its subject: "Solvane, owned by Calvera, employs 750".
  uint32_t in_sentence() const {
    uint32_t head = kNone, nearest = kNone, behind = kNone;
    for (uint32_t t = sentence().first; t < sentence().last; ++t) {
      const uint32_t found = starting_at(t);
      if (found == kNone || is_another(t, found)) continue;
      if (t < first_ && head == kNone) head = found;
      if (t < first_) nearest = found;
      if (t >= last_ && behind == kNone) behind = found;
    }
    if (head == kNone) return behind;
    return hangs_on_name() ? nearest : head;
  }

  // Whether the clause begins with the figure, a bracket or a word such as "which".
  bool hangs_on_name() const {
    const uint32_t start = context_.clause_start(first_);
    if (start == first_ || text_.hit(start, Category::clause_break, sentence().last)) return true;
    return start > sentence().first && text_.word(start - 1) == "(";
  }

  // Whom something is said of beside it: the speaker, who is beaten by it, and whose aide or brother it is.
  bool is_another(uint32_t t, uint32_t mention) const {
    return is_speaker(t) || is_rival(t) || is_named_for_another(context_, mention, words_);
  }

  // "33 % des voix, derrière Jean Roux"
  bool is_rival(uint32_t t) const {
    constexpr uint32_t kLongest = 3;
    for (uint32_t back = 1; back <= kLongest && t >= sentence().first + back; ++back) {
      const Hit* hit = concept_hit(context_, t - back, "behind-rival", t);
      if (hit && hit->last == t) return true;
    }
    return false;
  }

  // "selon la CGT", "PARIS (AFP) -": who says it is not whose it is.
  bool is_speaker(uint32_t t) const {
    const uint32_t end = sentence().last;
    const bool bracket =
        t > sentence().first && t + 2 < end && text_.word(t - 1) == "(" && text_.word(t + 1) == ")";
    const absl::string_view dash = bracket ? text_.word(t + 2) : "";
    if (is_dash(dash)) return true;
    return is_attributed_to(text_, t, sentence().first);
  }

  // A pronoun in the clause stands for the last fitting name of the sentence before.
  uint32_t by_pronoun() const {
    if (context_.nearest_in_clause(first_, Category::pronoun) == kNone) return kNone;
    const uint32_t index = context_.sentence_of(first_);
    if (index == 0 || index == kNone) return kNone;
    const SentenceRange& before = text_.sentences[index - 1];
    for (uint32_t t = before.first; t < before.last; ++t) {
      const uint32_t found = starting_at(t);
      if (found != kNone) return found;
    }
    return kNone;
  }

  // The organisation that the article names most often, when no other is named half as often.
  uint32_t main_one() const {
    std::map<std::string, std::pair<int, uint32_t>> counts;
    for (uint32_t i = 0; i < context_.mentions().size(); ++i) {
      const Mention& mention = context_.mention(i);
      if (!fits(type_, mention.kind) || mention.entity.empty()) continue;
      auto& [count, sample] = counts.try_emplace(mention.entity, 0, i).first->second;
      ++count;
    }
    int best = 0, second = 0;
    uint32_t found = kNone;
    for (const auto& [id, entry] : counts) {
      if (entry.first > best) {
        second = best;
        best = entry.first;
        found = entry.second;
      } else {
        second = std::max(second, entry.first);
      }
    }
    return best > 2 * second ? found : kNone;
  }

  uint32_t starting_at(uint32_t t) const {
    for (const uint32_t index : context_.starting_at(t)) {
      if (fits(type_, context_.mention(index).kind)) return index;
    }
    return kNone;
  }

  const SentenceRange& sentence() const { return text_.sentences[context_.sentence_of(first_)]; }

 private:
  const ClaimContext& context_;
  const Annotated& text_;
  absl::string_view type_;
  absl::Span<const ToldWords> words_;
  uint32_t first_, last_;
};

// "Sam Altman et Greg Brockman": the names joined to `mention` by an enumeration, itself included.
std::vector<uint32_t> coordinated(const ClaimContext& context, uint32_t mention) {
  std::vector<uint32_t> out = {mention};
  const Annotated& text = context.text();
  const uint32_t sentence = context.sentence_of(context.first(mention));
  bool joined = false;
  uint32_t next = mention;
  for (uint32_t i = mention; i > 0; --i) {
    if (context.mention(i - 1).kind != context.mention(mention).kind) continue;  // roles lie over names
    const uint32_t from = context.last(i - 1), to = context.first(next);
    if (from >= to || context.sentence_of(context.first(i - 1)) != sentence) break;
    const Hit* joint = text.hit(from, Category::list_joint, to);
    const bool comma = to - from == 1 && text.word(from) == ",";
    // "ni la Suisse ni la Norvège": an article may stand before the name.
    const bool article = joint && joint->last + 1 == to && text.hit(joint->last, Category::filler, to);
    if (!comma && !(joint && (joint->last == to || article))) break;
    joined |= !comma;
    out.insert(out.begin(), i - 1);
    next = i - 1;
  }
  return joined ? out : std::vector<uint32_t>{mention};
}

}  // namespace

Owner owner_of(const ClaimContext& context, uint32_t index, SubjectFrom from) {
  Owner owner;
  if (index == kNone) return owner;
  const Mention& mention = context.mention(index);
  owner.mention = index;
  owner.from = from;
  if (const auto* name = std::get_if<EntityName>(&mention.value)) {
    owner.name = name->name;
    owner.id = mention.entity.empty() ? name->id : mention.entity;
  } else if (const auto* role = std::get_if<Role>(&mention.value)) {
    owner.name = role->person;
    owner.id = mention.entity;
  }
  return owner;
}

std::vector<Owner> find_owners(const ClaimContext& context, absl::string_view type, const PatternMatch& match,
                               uint32_t first, uint32_t last, uint32_t noun_end, bool document_wide) {
  if (type == "event") {
    Owner event;
    event.id = "event";
    event.from = SubjectFrom::slot;
    return {event};
  }
  const auto all = [&](uint32_t mention, SubjectFrom from) {
    std::vector<Owner> out;
    // A figure told of two firms is no figure of either; a deed is one of both.
    const bool shared = context.mention(mention).kind == MentionKind::person || !document_wide;
    const std::vector<uint32_t> owners =
        shared ? coordinated(context, mention) : std::vector<uint32_t>{mention};
    for (const uint32_t one : owners) out.push_back(owner_of(context, one, from));
    return out;
  };
  const auto slot = match.slots.find("subject");
  if (slot != match.slots.end()) return all(slot->second, SubjectFrom::slot);
  const OwnerSearch search(context, type, match.words, first, last);
  if (const uint32_t found = search.complement(noun_end); found != kNone) {
    return {owner_of(context, found, SubjectFrom::complement)};
  }
  if (const uint32_t found = search.in_clause(); found != kNone) return all(found, SubjectFrom::clause);
  if (const uint32_t found = search.in_sentence(); found != kNone) return all(found, SubjectFrom::sentence);
  if (const uint32_t found = search.by_pronoun(); found != kNone)
    return {owner_of(context, found, SubjectFrom::sentence)};
  if (document_wide) return {owner_of(context, search.main_one(), SubjectFrom::document)};
  return {Owner()};
}

Owner find_object_before(const ClaimContext& context, absl::string_view type, const PatternMatch& match) {
  const OwnerSearch search(context, type, match.words, match.first, match.last);
  return owner_of(context, search.before_in_clause(), SubjectFrom::clause);
}

void set_owner(const Owner& owner, Claim* claim) {
  claim->subject = owner.name;
  claim->subject_id = owner.id;
  claim->subject_from = owner.from;
  if (owner.from == SubjectFrom::absent || owner.id == "event") return;
  claim->steps.push_back(absl::StrCat("about '", owner.name, "', found in its ", to_string(owner.from)));
}

}  // namespace crosscheck
