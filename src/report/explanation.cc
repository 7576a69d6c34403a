#include "report/explanation.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/value_words.h"
#include "report/words.h"

namespace crosscheck {
namespace {

constexpr size_t kNamedMost = 6;  // articles that a sentence names; of more it tells how many

class Explainer {
 public:
  Explainer(const Report& report, const Finding& finding, const Words& words)
      : report_(report), finding_(finding), words_(words) {}

  std::string run() const {
    switch (finding_.verdict) {
      case Verdict::single_source:
        return words_.fill("explain.single_source", {{"where", documents(all())}});
      case Verdict::agreement:
        return agreement();
      case Verdict::contradiction:
        break;
    }
    // A rule may bring its own sentence.
    if (!finding_.explanation.empty())
      return fill_slots(finding_.explanation, "{", "}", {{"sides", sides()}});
    if (finding_.reason == Reason::polarity) {
      return words_.fill("explain.polarity",
                         {{"yes", by_polarity(Polarity::affirmed)}, {"no", by_polarity(Polarity::denied)}});
    }
    if (finding_.calculation.kind != Calculation::Kind::none)
      return words_.fill("explain.derived", {{"sides", sides()}, {"calculation", calculation()}});
    const std::string gap = difference();
    if (finding_.reason == Reason::value && !gap.empty()) {
      return words_.fill(
          "explain.value",
          {{"sides", sides()}, {"percent", gap}, {"allowed", number_in_words(finding_.allowed, words_)}});
    }
    const std::string key = finding_.reason == Reason::value ? "bound" : to_string(finding_.reason);
    return words_.fill("explain." + key, {{"sides", sides()}});
  }

 private:
  using Claims = std::vector<const Claim*>;

  Claims all() const {
    Claims out;
    for (const Member& member : finding_.members) out.push_back(&report_.claims[member.claim]);
    return out;
  }

  Claims side(int number) const {
    Claims out;
    for (const Member& member : finding_.members) {
      if (member.side == number) out.push_back(&report_.claims[member.claim]);
    }
    return out;
  }

  std::string documents(const Claims& claims) const {
    std::set<std::string> ids;
    for (const Claim* claim : claims) ids.insert(report_.documents[claim->document].id);
    if (ids.size() <= kNamedMost + 1) return absl::StrJoin(ids, ", ");
    const auto behind = std::next(ids.begin(), kNamedMost);
    return words_.fill("explain.where_more", {{"some", absl::StrJoin(ids.begin(), behind, ", ")},
                                              {"n", absl::StrCat(ids.size() - kNamedMost)}});
  }

  std::string value(const Claim& claim) const { return value_in_words(claim.value, report_.labels, words_); }

  std::string told(const Claims& claims) const {
    const std::string& who = claims.front()->qualifiers.attribution_quote;
    const bool attributed = finding_.reason == Reason::attributed && !who.empty();
    return words_.fill(attributed ? "explain.side_said" : "explain.side",
                       {{"value", value(*claims.front())}, {"where", documents(claims)}, {"who", who}});
  }

  std::string sides() const {
    std::vector<std::string> out;
    const int last = finding_.members.back().side;
    for (int number = 0; number <= last; ++number) out.push_back(told(side(number)));
    return absl::StrJoin(out, words_("explain.and"));
  }

  std::string calculation() const {
    const bool share = finding_.calculation.kind == Calculation::Kind::share;
    std::vector<std::string> terms;
    for (const Decimal& term : finding_.calculation.terms) terms.push_back(number_in_words(term, words_));
    return words_.fill(share ? "explain.share" : "explain.sum",
                       {{"terms", absl::StrJoin(terms, share ? " / " : " + ")},
                        {"result", number_in_words(finding_.calculation.result, words_)}});
  }

  std::string by_polarity(Polarity polarity) const {
    Claims out;
    for (const Claim* claim : all()) {
      const auto* state = std::get_if<State>(&claim->value);
      if (state && state->polarity == polarity) out.push_back(claim);
    }
    return documents(out);
  }

  std::string agreement() const {
    std::vector<std::string> values;
    for (const Claim* claim : all()) {
      const std::string text = value(*claim);
      if (std::find(values.begin(), values.end(), text) == values.end()) values.push_back(text);
    }
    if (values.size() == 1)
      return words_.fill("explain.agreement", {{"where", documents(all())}, {"value", values.front()}});
    return words_.fill("explain.agreement_spread",
                       {{"where", documents(all())}, {"sides", absl::StrJoin(values, words_("list.comma"))}});
  }

  // By how much percent of the smaller the first two sides differ, to one digit; empty when they are no plain
  // amounts.
  std::string difference() const {
    const Interval* a = amount_of(side(0).front()->value);
    const Interval* b = amount_of(side(1).front()->value);
    if (!a || !b || !a->low || !b->low) return "";
    const Decimal low = std::min(*a->low, *b->low), high = std::max(*a->low, *b->low);
    const auto ratio = divide(high, low, 3);
    if (!ratio || low.negative()) return "";
    const auto gap = add(*ratio, Decimal(-1));
    const auto percent = gap ? multiply(*gap, Decimal(100)) : std::nullopt;
    return percent ? number_in_words(*percent, words_) : "";
  }

  const Report& report_;
  const Finding& finding_;
  const Words& words_;
};

// What each side tells, in the order of the sides.
std::vector<std::string> values_by_side(const Report& report, const Finding& finding, const Words& words) {
  std::vector<std::vector<std::string>> sides;
  for (const Member& member : finding.members) {
    if (static_cast<size_t>(member.side) >= sides.size()) sides.resize(static_cast<size_t>(member.side) + 1);
    std::vector<std::string>& side = sides[static_cast<size_t>(member.side)];
    std::string told = value_in_words(report.claims[member.claim].value, report.labels, words);
    if (std::find(side.begin(), side.end(), told) == side.end()) side.push_back(std::move(told));
  }
  std::vector<std::string> out;
  for (const std::vector<std::string>& side : sides) out.push_back(absl::StrJoin(side, " / "));
  return out;
}

}  // namespace

void explain_findings(absl::string_view language, Report* report) {
  const Words& words = Words::of(language);
  for (Finding& finding : report->findings) {
    finding.explanation = Explainer(*report, finding, words).run();
    finding.values = values_by_side(*report, finding, words);
  }
}

}  // namespace crosscheck
