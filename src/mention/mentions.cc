#include "mention/mentions.h"

#include <algorithm>

#include "mention/doubtful_names.h"
#include "mention/name_evidence.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

// Of two expressions that overlap the longer one stays; of equally long ones the more specific kind, first in
// this table.
int rank(MentionKind kind) {
  static constexpr MentionKind kOrder[] = {MentionKind::date,     MentionKind::time,    MentionKind::age,
                                           MentionKind::duration, MentionKind::money,   MentionKind::ratio,
                                           MentionKind::percent,  MentionKind::measure, MentionKind::ordinal,
                                           MentionKind::count,    MentionKind::number};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), kind) - std::begin(kOrder));
}

bool is_name(MentionKind kind) {
  return kind == MentionKind::person || kind == MentionKind::organisation || kind == MentionKind::place ||
         kind == MentionKind::role;
}

// Names and roles lie over each other ("PDG de Microsoft, Satya Nadella"); values do not.
std::vector<Mention> settle(std::vector<Mention> found) {
  std::stable_sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(-static_cast<int64_t>(a.span.size()), rank(a.kind), a.span.begin) <
           std::tuple(-static_cast<int64_t>(b.span.size()), rank(b.kind), b.span.begin);
  });
  std::vector<Mention> out;
  std::vector<TextSpan> taken;  // ordered, apart
  for (Mention& mention : found) {
    if (is_name(mention.kind)) {
      out.push_back(std::move(mention));
      continue;
    }
    const auto place = std::lower_bound(taken.begin(), taken.end(), mention.span,
                                        [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    const bool free = (place == taken.end() || !place->overlaps(mention.span)) &&
                      (place == taken.begin() || !std::prev(place)->overlaps(mention.span));
    if (!free) continue;
    taken.insert(place, mention.span);
    out.push_back(std::move(mention));
  }
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  return out;
}

}  // namespace

std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook) {
  return find_mentions(text, rulebook, nullptr);
}

std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook,
                                   std::vector<Mention>* doubtful) {
  const std::vector<Amount> amounts = read_amounts(text);
  std::vector<Mention> found;
  find_dates(text, rulebook, amounts, &found);
  find_times(text, rulebook, &found);
  find_durations(text, rulebook, amounts, &found);
  find_ages(text, rulebook, amounts, &found);
  find_quantities(text, rulebook, amounts, &found);
  find_ratios(text, rulebook, amounts, &found);
  find_ordinals(text, rulebook, amounts, &found);
  const std::vector<NameRun> runs = find_name_runs(text, rulebook);
  find_names(text, rulebook, runs, &found);
  if (doubtful) note_doubtful(text, runs, doubtful);
  find_roles(text, rulebook, runs, &found);
  return settle(std::move(found));
}

}  // namespace crosscheck
