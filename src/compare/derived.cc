#include "compare/derived.h"

#include <algorithm>
#include <map>
#include <optional>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "compare/comparators/fit.h"
#include "compare/facts.h"

namespace crosscheck {
namespace {

constexpr int kDigits = 1;           // of a computed share
constexpr int kWordsLeast = 8;       // points of words that a share and its counts have in common
constexpr size_t kSharesMost = 200;  // compared with every count that has a whole
constexpr size_t kJointMost = 8;     // bytes between two figures of a list: ", ", " and "

class DerivedFinder {
 public:
  DerivedFinder(const Rulebook& rulebook, const Report& report, const Likeness& likeness)
      : rulebook_(rulebook), report_(report), likeness_(likeness) {}

  std::vector<Derived> run() {
    shares_against_counts();
    parts_against_totals();
    return std::move(out_);
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }

  static bool is_share(const Claim& c) {
    const auto* percent = std::get_if<Percent>(&c.value);
    return (percent && !percent->points) || std::holds_alternative<Ratio>(c.value);
  }

  // "More than 70 % of the staff" against "over 700 of the 770 employees".
  void shares_against_counts() {
    std::vector<uint32_t> shares, counts;
    for (uint32_t c = 0; c < report_.claims.size(); ++c) {
      if (is_share(claim(c)) && shares.size() < kSharesMost) shares.push_back(c);
      if (claim(c).whole && std::holds_alternative<Count>(claim(c).value)) counts.push_back(c);
    }
    for (const uint32_t share : shares) {
      for (const uint32_t count : counts) {
        if (!speak_of_one(share, count)) continue;
        std::optional<Derived> found = against(share, count);
        if (!found) continue;
        out_.push_back(*std::move(found));
        break;
      }
    }
  }

  bool speak_of_one(uint32_t share, uint32_t count) const {
    const Claim& x = claim(share);
    const Claim& y = claim(count);
    if (dossier_of(report_, x) != dossier_of(report_, y)) return false;
    // "3 % more pay", "nine of the 38 hospitals": what a rule asks for, the other must answer, too.
    if (rulebook_.rule(x.rule) && x.rule != y.rule && x.document == y.document) return false;
    if (!x.held_back.empty() || !y.held_back.empty()) return false;
    if (x.qualifiers.subset != y.qualifiers.subset || x.qualifiers.stage != y.qualifiers.stage) return false;
    const bool nouns = !x.noun_concept.empty() && (rulebook_.is_a(x.noun_concept, y.noun_concept) ||
                                                   rulebook_.is_a(y.noun_concept, x.noun_concept));
    return nouns && likeness_.word_points(share, count) >= kWordsLeast;
  }

  // nullopt when the counts can bear the share.
  std::optional<Derived> against(uint32_t share, uint32_t count) const {
    const Interval& part = *amount_of(claim(count).value);
    const Interval& whole = *claim(count).whole;
    const auto percent_of = [](const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
      const auto hundred = a ? multiply(*a, Decimal(100)) : std::nullopt;
      return hundred && b && !b->is_zero() ? divide(*hundred, *b, kDigits) : std::nullopt;
    };
    Percent computed;
    computed.amount = part;
    computed.amount.low = percent_of(part.low, whole.low);
    computed.amount.high = percent_of(part.high, whole.low);
    if (!computed.amount.low || !whole.low || Decimal(100) < *computed.amount.low) return std::nullopt;
    Comparison loose;
    loose.tolerance = 2;  // shares are told in round numbers
    if (fit(claim(share).value, computed, loose, rulebook_) != Fit::conflict) return std::nullopt;
    Derived out;
    out.told = {share};
    out.measured = {count};
    out.calculation = {Calculation::Kind::share, {*part.low, *whole.low}, *computed.amount.low};
    return out;
  }

  // "219 people: 207 passengers and 12 crew": a list of all parts behind a colon.
  void parts_against_totals() {
    std::map<std::pair<uint32_t, uint32_t>, std::vector<uint32_t>> sentences;
    for (uint32_t c = 0; c < report_.claims.size(); ++c) {
      if (std::holds_alternative<Count>(claim(c).value))
        sentences[{claim(c).document, claim(c).context_span.begin}].push_back(c);
    }
    for (auto& [place, counts] : sentences) {
      std::stable_sort(counts.begin(), counts.end(),
                       [&](uint32_t a, uint32_t b) { return claim(a).span.begin < claim(b).span.begin; });
      for (size_t i = 0; i + 2 < counts.size(); ++i) sum_behind(counts, i);
    }
  }

  void sum_behind(const std::vector<uint32_t>& counts, size_t total) {
    if (!is_exact(counts[total]) || joint(counts[total], counts[total + 1]) != ":") return;
    std::vector<uint32_t> parts;
    Decimal sum = 0;
    for (size_t i = total + 1; i < counts.size(); ++i) {
      if (i > total + 1 && !is_list_joint(joint(counts[i - 1], counts[i]))) break;
      if (!is_exact(counts[i]) || !is_part(counts[i], counts[total])) return;
      const auto more = add(sum, *amount_of(claim(counts[i]).value)->low);
      if (!more) return;
      sum = *more;
      parts.push_back(counts[i]);
    }
    if (parts.size() < 2 || sum == *amount_of(claim(counts[total]).value)->low) return;
    Derived out;
    out.told = {counts[total]};
    for (const uint32_t part : parts) out.calculation.terms.push_back(*amount_of(claim(part).value)->low);
    out.measured = std::move(parts);
    out.calculation.kind = Calculation::Kind::sum;
    out.calculation.result = sum;
    out_.push_back(std::move(out));
  }

  bool is_exact(uint32_t c) const {
    const Interval& amount = *amount_of(claim(c).value);
    return amount.form == Form::exact && amount.low;
  }

  bool is_part(uint32_t part, uint32_t total) const {
    const std::string& a = claim(part).noun_concept;
    const std::string& b = claim(total).noun_concept;
    return !a.empty() && !b.empty() && rulebook_.is_a(a, b) &&
           *amount_of(claim(part).value)->low < *amount_of(claim(total).value)->low;
  }

  // The text between the evidence of two claims, without white space around.
  absl::string_view joint(uint32_t a, uint32_t b) const {
    const uint32_t from = claim(a).span.end, to = claim(b).span.begin;
    if (to < from || to - from > kJointMost) return "…";
    return absl::StripAsciiWhitespace(
        absl::string_view(report_.documents[claim(a).document].text).substr(from, to - from));
  }

  // A comma, or one short word.
  static bool is_list_joint(absl::string_view text) {
    return text == "," || (!text.empty() && text.find_first_of(":;.!?(…") == absl::string_view::npos &&
                           text.find(' ') == absl::string_view::npos);
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const Likeness& likeness_;
  std::vector<Derived> out_;
};

}  // namespace

std::vector<Derived> find_derived(const Rulebook& rulebook, const Report& report, const Likeness& likeness) {
  return DerivedFinder(rulebook, report, likeness).run();
}

}  // namespace crosscheck
