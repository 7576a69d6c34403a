#include "mention/mentions.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "mention/doubtful_names.h"
#include "mention/duration_amounts.h"
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

// Names and roles lie over each other ("PDG de Microsoft, Satya Nadella"); values do not, and the letters of
// one are no name ("30 M€").
std::vector<Mention> settle(std::vector<Mention> found) {
  // Numbers are sorted, not the mentions themselves, which are large.
  std::vector<size_t> order(found.size()), kept;
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t i, size_t k) {
    const Mention& a = found[i];
    const Mention& b = found[k];
    return std::tuple(-static_cast<int64_t>(a.span.size()), rank(a.kind), a.span.begin) <
           std::tuple(-static_cast<int64_t>(b.span.size()), rank(b.kind), b.span.begin);
  });
  std::map<uint32_t, TextSpan> taken;  // by where they begin; apart
  for (const size_t i : order) {
    const TextSpan span = found[i].span;
    const auto place = taken.lower_bound(span.begin);
    const bool behind_free = place == taken.end() || !place->second.overlaps(span);
    const bool before_free = place == taken.begin() || !std::prev(place)->second.overlaps(span);
    if (is_name(found[i].kind)) {
      if (!before_free && span.end <= std::prev(place)->second.end) continue;
    } else {
      if (!before_free || !behind_free) continue;
      taken.emplace_hint(place, span.begin, span);
    }
    kept.push_back(i);
  }
  std::stable_sort(kept.begin(), kept.end(), [&](size_t i, size_t k) {
    return std::pair(found[i].span.begin, found[k].span.end) <
           std::pair(found[k].span.begin, found[i].span.end);
  });
  std::vector<Mention> out;
  out.reserve(kept.size());
  for (const size_t i : kept) out.push_back(std::move(found[i]));
  return out;
}

}  // namespace

std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook) {
  return find_mentions(text, rulebook, nullptr);
}

std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook,
                                   std::vector<Mention>* doubtful) {
  const std::vector<Amount> amounts = read_amounts(text);
  constexpr size_t kTokensOfMention = 10;
  std::vector<Mention> found;
  found.reserve(amounts.size() + text.tokens.size() / kTokensOfMention);
  const std::vector<Amount> lengths = duration_amounts(text, amounts);
  find_dates(text, rulebook, lengths, &found);
  find_times(text, rulebook, &found);
  find_durations(text, rulebook, lengths, &found);
  find_ages(text, rulebook, amounts, lengths, &found);
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
