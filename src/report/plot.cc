#include "report/plot.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace crosscheck {
namespace {

constexpr size_t kMostRows = 24;

// The claims of a finding by time of publication, each article's value on a side once.
std::vector<Member> members_by_time(const View& view, const Finding& finding) {
  std::vector<Member> out;
  std::set<std::tuple<uint32_t, int, std::string>> seen;
  for (const Member& member : finding.members) {
    const Claim& claim = view.claim(member.claim);
    if (seen.emplace(claim.document, member.side, view.value(claim)).second) out.push_back(member);
  }
  const auto moment = [&](const Member& member) {
    return published_at(view.document(view.claim(member.claim)))
        .value_or(std::numeric_limits<double>::infinity());
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Member& a, const Member& b) { return moment(a) < moment(b); });
  return out;
}

bool one_measure(const View& view, const std::vector<Member>& members, bool as_told) {
  const std::string first = axis_measure(view.claim(members.front().claim).value, as_told);
  return !first.empty() && std::all_of(members.begin(), members.end(), [&](const Member& member) {
    return axis_measure(view.claim(member.claim).value, as_told) == first;
  });
}

bool is_loose(const Value& value) {
  const Interval* amount = amount_of(value);
  if (const auto* time = std::get_if<ClockTime>(&value)) return time->form == Form::about;
  return amount && (amount->form == Form::about || amount->form == Form::vague);
}

PlotRow placed(const Member& member, const Ends& ends, const Axis& axis) {
  PlotRow row;
  row.claim = member.claim;
  row.side = member.side;
  row.open_low = !ends.low, row.open_high = !ends.high;
  row.low = axis.percent(ends.low.value_or(ends.high.value_or(0)));
  row.high = axis.percent(ends.high.value_or(ends.low.value_or(0)));
  return row;
}

size_t cut(std::vector<Member>* members) {
  const size_t all = members->size();
  members->resize(std::min(all, kMostRows));
  return all - members->size();
}

}  // namespace

std::optional<Plot> plot_of_values(const View& view, const Finding& finding) {
  std::vector<Member> members = members_by_time(view, finding);
  if (members.size() < 2) return std::nullopt;
  const bool as_told = one_measure(view, members, true);
  if (!as_told && !one_measure(view, members, false)) return std::nullopt;
  Plot out;
  out.left_out = cut(&members);
  std::vector<Ends> drawn;
  for (const Member& member : members) drawn.push_back(ends_of(view.claim(member.claim).value, as_told));
  const bool alike = std::all_of(drawn.begin(), drawn.end(), [&](const Ends& e) { return e == drawn[0]; });
  if (alike) return std::nullopt;
  const Axis axis(drawn, view.claim(members.front().claim).value, as_told, view.words);
  for (size_t i = 0; i < members.size(); ++i) {
    out.rows.push_back(placed(members[i], drawn[i], axis));
    out.rows.back().loose = is_loose(view.claim(members[i].claim).value);
  }
  out.ticks = axis.ticks();
  return out;
}

std::optional<Plot> plot_of_publication(const View& view, const Finding& finding) {
  std::vector<Member> members = members_by_time(view, finding);
  std::erase_if(members,
                [&](const Member& member) { return !published_at(view.document(view.claim(member.claim))); });
  Plot out;
  out.left_out = cut(&members);
  std::vector<Ends> drawn;
  for (const Member& member : members) {
    const double at = *published_at(view.document(view.claim(member.claim)));
    drawn.push_back({at, at});
  }
  if (drawn.size() < 2 || drawn.front() == drawn.back()) return std::nullopt;
  const Axis axis(drawn, Date{}, true, view.words);
  for (size_t i = 0; i < members.size(); ++i) out.rows.push_back(placed(members[i], drawn[i], axis));
  out.ticks = axis.ticks();
  return out;
}

}  // namespace crosscheck
