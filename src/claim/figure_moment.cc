#include "claim/figure_moment.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNear = 8;  // tokens on either side of the words of the claim

class MomentFinder {
 public:
  MomentFinder(const ClaimContext& context, const Told& told)
      : context_(context),
        text_(context.text()),
        first_(told.first),
        last_(told.last),
        sentence_(text_.sentences[context.sentence_of(told.first)]) {}

  // The words that tell it; nullptr when none do.
  const Hit* run() const {
    for (uint32_t t = first_; t < last_; ++t) {
      if (const Hit* hit = words_at(t)) return hit;
    }
    for (uint32_t t = first_; t > sentence_.first && first_ - t < kNear && goes_on(t - 1);) {
      if (const Hit* hit = words_at(--t)) return hit;
    }
    // "Au plus fort, 215 000 foyers …"
    const Hit* opening = words_at(sentence_.first);
    if (opening && opening->last < first_ && text_.word(opening->last) == ",") return opening;
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + kNear) && goes_on(t); ++t) {
      if (const Hit* hit = words_at(t)) return hit;
    }
    return nullptr;
  }

 private:
  const Hit* words_at(uint32_t t) const { return text_.hit(t, Category::figure_moment, sentence_.last); }

  // What stands behind a comma, an "and" or another figure is told of that.
  bool goes_on(uint32_t t) const {
    return text_.tokens[t].token_class == TokenClass::word && context_.amount_over(t) == kNone &&
           context_.clause_of(t) == context_.clause_of(first_) &&
           !text_.hit(t, Category::list_joint, sentence_.last);
  }

  const ClaimContext& context_;
  const Annotated& text_;
  uint32_t first_, last_;
  const SentenceRange& sentence_;
};

bool holds_amount(const ClaimContext& context, const Told& told) {
  for (uint32_t t = told.first; t < told.last; ++t) {
    const uint32_t amount = context.amount_over(t);
    if (amount == kNone) continue;
    const MentionKind kind = context.mention(amount).kind;
    return kind != MentionKind::age && kind != MentionKind::duration;
  }
  return false;
}

// The date of which this holds in the clause of an amount, the nearest one where there are two.
template <typename Fits>
std::optional<Date> nearest_date(const ClaimContext& context, uint32_t first, uint32_t last, Fits fits) {
  const SentenceRange& sentence = context.text().sentences[context.sentence_of(first)];
  std::optional<Date> out;
  uint32_t nearest = kNone;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (context.clause_of(t) != context.clause_of(first)) continue;
    for (const uint32_t index : context.starting_at(t)) {
      const auto* date = std::get_if<Date>(&context.mention(index).value);
      if (!date || !date->start || !date->end || !fits(*date)) continue;
      if (t >= last && is_of_next_figure(context, first, last, t)) continue;
      const uint32_t away = t < first ? first - t : t - std::min(t, last);
      if (away < nearest) nearest = away, out = *date;
    }
  }
  return out;
}

}  // namespace

void find_figure_moment(const ClaimContext& context, const Told& told, Qualifiers* out,
                        std::vector<std::string>* steps) {
  if (out->stage != Stage::none || !holds_amount(context, told)) return;
  const Hit* hit = MomentFinder(context, told).run();
  if (!hit || hit->is("unmarked")) return;
  out->stage = hit->is("left") ? Stage::left : Stage::peak;
  const Annotated& text = context.text();
  steps->push_back(
      absl::StrCat("'", text.text(text.span(hit->first, hit->last)), "': the figure is of one moment"));
}

bool is_of_next_figure(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t date) {
  const Annotated& text = context.text();
  uint32_t own = kNone;
  for (uint32_t t = first; t < last && own == kNone; ++t) own = context.amount_over(t);
  bool apart = false;
  for (uint32_t t = last; t < date; ++t) {
    apart = apart || text.word(t) == "," || text.hit(t, Category::comparison, date);
    const uint32_t other = context.amount_over(t);
    if (apart && other != kNone && other != own && !text.hit(t - 1, Category::list_joint, t)) return true;
  }
  return false;
}

std::optional<Date> day_of_figure(const ClaimContext& context, uint32_t first, uint32_t last) {
  return nearest_date(context, first, last, [](const Date& date) { return date.grain >= Grain::day; });
}

std::optional<Date> month_before(const ClaimContext& context, uint32_t last) {
  constexpr uint32_t kReach = 3;  // tokens behind the state: "en", "back in"
  const Annotated& text = context.text();
  const auto& published = text.document->metadata.published;
  if (!published) return std::nullopt;
  const absl::CivilSecond today = published.value.local;
  const uint32_t end = text.sentences[context.sentence_of(last - 1)].last;
  for (uint32_t t = last; t < std::min(end, last + kReach); ++t) {
    if (context.clause_of(t) != context.clause_of(last - 1) || text.hit(t, Category::noun_link, end)) break;
    for (const uint32_t m : context.starting_at(t)) {
      const auto* date = std::get_if<Date>(&context.mention(m).value);
      if (date && date->grain == Grain::month && date->start && date->end && *date->end <= today)
        return *date;
    }
  }
  return std::nullopt;
}

std::optional<Date> year_of_figure(const ClaimContext& context, uint32_t first, uint32_t last) {
  return nearest_date(context, first, last, [](const Date& date) { return date.is_told_to_the_year(); });
}

}  // namespace crosscheck
