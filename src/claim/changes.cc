#include "claim/changes.h"

#include <algorithm>
#include <variant>

#include "claim/context.h"

namespace crosscheck {
namespace {

constexpr uint32_t kVerbBefore = 5;  // tokens between the verb of a rise or fall and "from"
constexpr uint32_t kNounWords = 3;   // of the noun or unit between the first figure and "to"

class ChangeFinder {
 public:
  ChangeFinder(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions)
      : text_(text), tree_(rulebook.tree()), mentions_(*mentions) {}

  void run() {
    std::vector<Mention> out;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      Mention& mention = mentions_[i];
      if (is_amount(mention.kind) && is_range(mention) && split(mention, &out)) continue;
      if (is_amount(mention.kind) && !is_range(mention) && begins_way(i)) mention.was_before = true;
      out.push_back(std::move(mention));
    }
    mentions_ = std::move(out);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(text_.tokens.size()); }
  uint32_t first(const Mention& mention) const { return text_.token_at(mention.span.begin); }
  uint32_t last(const Mention& mention) const { return text_.token_at(mention.span.end); }

  static bool is_range(const Mention& mention) {
    const Interval* amount = amount_of(mention.value);
    return amount && amount->form == Form::between && amount->low && amount->high;
  }

  bool is_change(uint32_t t) const {
    const auto hits = text_.hits_at(t, Category::concept_);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const Hit& hit) { return tree_.is_a(hit.concept_number, "amount-change"); });
  }

  // A verb of change within reach before `t`, with no comma between.
  bool behind_change(uint32_t t) const {
    for (uint32_t back = 0; back <= kVerbBefore && t > back; ++back) {
      const uint32_t at = t - back - 1;
      if (text_.word(at) == "," || text_.word(at) == "." || text_.tokens[at].line_before)
        return is_change(at);
      if (is_change(at)) return true;
    }
    return false;
  }

  // The "from" right before `t`, or what opens the words at `t` itself.
  const Hit* from_before(uint32_t t) const {
    for (const uint32_t at : {t, t - std::min(t, 1U)}) {
      const Hit* open = text_.hit(at, Category::range_open, size());
      if (open && open->is("from") && (at == t || open->last == t)) return open;
    }
    return nullptr;
  }

  const Hit* to_at(uint32_t t) const {
    const Hit* joint = text_.hit(t, Category::range_joint, size());
    return joint && joint->is("to") ? joint : nullptr;
  }

  bool split(const Mention& range, std::vector<Mention>* out) const {
    const uint32_t begin = first(range), end = last(range);
    const Hit* from = from_before(begin);
    if (!from || !behind_change(from->first)) return false;
    for (uint32_t t = from->last; t < end; ++t) {
      const Hit* to = to_at(t);
      if (!to || to->last >= end) continue;
      for (uint32_t unit = from->last; unit < t; ++unit) {
        if (text_.hit(unit, Category::duration_unit, t)) return false;  // "from 22 months to 3 years"
      }
      out->push_back(end_of(range, {text_.tokens[from->last].begin, text_.tokens[t - 1].span().end}, true));
      out->push_back(end_of(range, {text_.tokens[to->last].begin, range.span.end}, false));
      return true;
    }
    return false;
  }

  static Mention end_of(const Mention& range, TextSpan span, bool low) {
    Mention out = range;
    out.span = span;
    out.was_before = low;
    const auto narrow = [low](Interval* amount) {
      const std::optional<Decimal> end = low ? amount->low : amount->high;
      *amount = {end, end, Form::exact};
    };
    if (auto* measure = std::get_if<Measure>(&out.value)) narrow(&measure->amount);
    if (auto* duration = std::get_if<Duration>(&out.value)) narrow(&duration->amount);
    narrow(amount_of(out.value));
    return out;
  }

  // "(fell) from 54 people to 31", "(rose) to 54 from 31"
  bool begins_way(size_t index) const {
    const Mention& mention = mentions_[index];
    const uint32_t begin = first(mention);
    const Hit* from = from_before(begin);
    if (!from) return false;
    if (from->first > 0 && behind_change(from->first) && goes_on_to(index)) return true;
    // The other end stands before: "to 54 from 31".
    if (index == 0 || !is_amount(mentions_[index - 1].kind)) return false;
    const Mention& other = mentions_[index - 1];
    const uint32_t at = first(other);
    const bool near = from->first >= last(other) && from->first - last(other) <= kNounWords;
    return near && at > 0 && to_at(at - 1) && behind_change(at - 1);
  }

  // "… to 31", of the same kind: an index that fell "1.2 % to 6,358 points" began nowhere.
  bool goes_on_to(size_t index) const {
    if (index + 1 >= mentions_.size() || !is_amount(mentions_[index + 1].kind)) return false;
    const Mention& mention = mentions_[index];
    const Mention& next = mentions_[index + 1];
    const auto* share = std::get_if<Percent>(&mention.value);
    const auto* other = std::get_if<Percent>(&next.value);
    if ((share || other) && !(share && other && share->points == other->points)) return false;
    const uint32_t begin = last(mention), at = first(next);
    if (at <= begin || at - begin > kNounWords) return false;
    for (uint32_t t = begin; t < at; ++t) {
      if (const Hit* to = to_at(t)) return to->last == at;
      if (text_.tokens[t].token_class == TokenClass::sign) return false;
    }
    return false;
  }

  const Annotated& text_;
  const ConceptTree& tree_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void split_changes(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions) {
  ChangeFinder(text, rulebook, mentions).run();
}

}  // namespace crosscheck
