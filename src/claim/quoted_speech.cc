#include "claim/quoted_speech.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kWordsLeast = 5;  // fewer are a phrase, not speech
constexpr uint32_t kVerbReach = 12;  // tokens between the quotation and its verb of saying
constexpr uint32_t kNameReach = 10;  // and between the verb and the speaker

class QuotationFinder {
 public:
  explicit QuotationFinder(const ClaimContext& context) : context_(context), text_(context.text()) {}

  std::vector<QuotationRange> run() {
    for (const Segment& segment : text_.document->segments) {
      if (segment.kind == SegmentKind::quotation) add(segment.span);
    }
    return std::move(out_);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(text_.tokens.size()); }
  bool word(uint32_t t) const { return text_.tokens[t].token_class == TokenClass::word; }

  void add(TextSpan span) {
    QuotationRange range;
    range.first = text_.token_at(span.begin);
    range.last = text_.token_at(span.end);
    while (range.first < range.last && !is_text(range.first)) ++range.first;
    while (range.last > range.first && !is_text(range.last - 1)) --range.last;
    uint32_t words = 0;
    for (uint32_t t = range.first; t < range.last; ++t) words += word(t);
    if (words < kWordsLeast || context_.sentence_of(range.first) == kNone) return;
    range.speaker = speaker_behind(range.last);
    if (range.speaker == kNone) range.speaker = speaker_before(range.first);
    if (range.speaker != kNone) last_speaker_ = range.speaker;
    out_.push_back(range);
  }

  bool is_text(uint32_t t) const { return text_.tokens[t].token_class != TokenClass::sign; }

  const Hit* verb_of_saying(uint32_t t, uint32_t limit) const {
    const Hit* verb = text_.hit(t, Category::speech, limit);
    return verb ? verb : text_.hit(t, Category::quote_verb, limit);
  }

  // "…, a déclaré X", "… X said", "… he said".
  uint32_t speaker_behind(uint32_t last) {
    const uint32_t end = std::min(size(), last + kVerbReach);
    for (uint32_t t = last; t < end; ++t) {
      if (t > last && (text_.tokens[t].line_before || is_full_stop(t))) return kNone;
      const Hit* verb = verb_of_saying(t, size());
      if (!verb) continue;
      // "…, X told reporters beside Y": who stands between speaks.
      const uint32_t between = person_in(last, t);
      if (between != kNone) return between;
      const uint32_t behind = person_in(verb->last, std::min(verb->last + kNameReach, end_of_sentence(t)));
      if (behind != kNone) return behind;
      // "lui a répondu la présidente": who speaks is told, without a name.
      return is_definite(verb->last) ? kNone : person_or_pronoun(last, t);
    }
    return kNone;
  }

  bool is_full_stop(uint32_t t) const {
    return context_.sentence_of(t) != kNone && t + 1 == end_of_sentence(t) && text_.word(t) == ".";
  }

  bool is_definite(uint32_t t) const {
    const Hit* hit = t < size() ? text_.hit(t, Category::filler, size()) : nullptr;
    return hit && hit->is("definite");
  }

  uint32_t end_of_sentence(uint32_t t) const {
    const uint32_t sentence = context_.sentence_of(t);
    return sentence == kNone ? size() : text_.sentences[sentence].last;
  }

  // "X a déclaré : …", "selon X, …".
  uint32_t speaker_before(uint32_t first) {
    const uint32_t start = first > kVerbReach ? first - kVerbReach : 0;
    for (uint32_t t = first; t > start;) {
      --t;
      if (text_.hit(t, Category::according, first)) return person_in(t, first);
      if (verb_of_saying(t, first)) {
        const uint32_t before = t > kNameReach ? t - kNameReach : 0;
        const uint32_t name = last_person_in(before, t);
        return name != kNone ? name : person_or_pronoun(before, t);
      }
      if (text_.tokens[t].line_before) return kNone;
    }
    return kNone;
  }

  uint32_t person_or_pronoun(uint32_t first, uint32_t last) {
    const uint32_t name = person_in(first, last);
    if (name != kNone) return name;
    for (uint32_t t = first; t < last; ++t) {
      if (text_.hit(t, Category::pronoun, last)) return last_speaker_;
    }
    return kNone;
  }

  bool can_speak(uint32_t mention) const {
    return context_.mention(mention).kind == MentionKind::person && !context_.mention(mention).entity.empty();
  }

  // The first person of [first, last) in one line.
  uint32_t person_in(uint32_t first, uint32_t last) const {
    for (uint32_t t = first; t < std::min(size(), last); ++t) {
      if (t > first && text_.tokens[t].line_before) break;
      for (const uint32_t m : context_.starting_at(t)) {
        if (can_speak(m)) return m;
      }
    }
    return kNone;
  }

  uint32_t last_person_in(uint32_t first, uint32_t last) const {
    for (uint32_t t = last; t > first;) {
      --t;
      for (const uint32_t m : context_.starting_at(t)) {
        if (can_speak(m)) return m;
      }
      if (text_.tokens[t].line_before) break;
    }
    return kNone;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  uint32_t last_speaker_ = kNone;
  std::vector<QuotationRange> out_;
};

}  // namespace

std::vector<QuotationRange> find_quotations(const ClaimContext& context) {
  return QuotationFinder(context).run();
}

}  // namespace crosscheck
