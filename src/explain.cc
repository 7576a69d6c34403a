#include "explain.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/text.h"

namespace crosscheck {
namespace {

bool same_file(const Document& document, const std::string& path) {
  return document.path == path || document.id == path || absl::EndsWith(document.path, "/" + path) ||
         absl::EndsWith(path, "/" + document.path);
}

// The claims that the spot points at: those that cover its column, or all of its line.
std::vector<uint32_t> claims_at(const Report& report, const Spot& spot) {
  std::vector<uint32_t> out;
  for (uint32_t c = 0; c < report.claims.size(); ++c) {
    const Claim& claim = report.claims[c];
    if (!same_file(report.documents[claim.document], spot.path) || claim.line != spot.line) continue;
    const int end = claim.column + count_code_points(claim.quote);
    if (spot.column == 0 || (claim.column <= spot.column && spot.column < end)) out.push_back(c);
  }
  return out;
}

const Finding* finding_of(const Report& report, uint32_t claim, int* side) {
  for (const Finding& finding : report.findings) {
    for (const Member& member : finding.members) {
      if (member.claim != claim) continue;
      *side = member.side;
      return &finding;
    }
  }
  return nullptr;
}

std::string place(const Report& report, const Claim& claim) {
  return absl::StrCat(report.documents[claim.document].path, ":", claim.line, ":", claim.column);
}

std::string nothing_at(const Report& report, const Spot& spot) {
  for (const Document& document : report.documents) {
    if (!same_file(document, spot.path)) continue;
    for (const Segment& segment : document.segments) {
      if (segment.kind != SegmentKind::boilerplate) continue;
      const int from = document.to_line(segment.span.begin).line,
                to = document.to_line(segment.span.end).line;
      if (from <= spot.line && spot.line <= to) {
        return absl::StrCat("nothing was read in line ", spot.line, " of ", document.path,
                            ": it was set apart as page furniture (", segment.label, ")\n");
      }
    }
    return absl::StrCat("no claim was read in line ", spot.line, " of ", document.path, "\n");
  }
  return absl::StrCat("no article of this call is named ", spot.path, "\n");
}

std::string outcome(const Report& report, uint32_t c) {
  int side = 0;
  if (const Finding* finding = finding_of(report, c, &side)) {
    return absl::StrCat("stands in ", finding->id, " (", to_string(finding->verdict), ", ", finding->subject,
                        finding->subject.empty() ? "" : ": ", finding->label, "), side ", side, ": ",
                        finding->explanation);
  }
  for (const NotCompared& left : report.not_compared) {
    if (left.claim == c) return absl::StrCat("was not compared because ", left.reason);
  }
  return "stands in no finding";
}

std::string explain_claim(const Report& report, uint32_t c) {
  const Claim& claim = report.claims[c];
  std::string out = absl::StrCat(place(report, claim), ": '", claim.quote, "'\n");
  absl::StrAppend(&out, "  read by ", claim.rule, " as ", claim.attribute,
                  claim.subject.empty() ? "" : " of ", claim.subject, "\n");
  for (const std::string& step : claim.steps) absl::StrAppend(&out, "  - ", step, "\n");
  absl::StrAppend(&out, "  ", outcome(report, c), "\n");
  return out;
}

std::string explain_two(const Report& report, uint32_t a, uint32_t b) {
  const Claim& x = report.claims[a];
  const Claim& y = report.claims[b];
  std::string out = absl::StrCat("'", x.quote, "' (", place(report, x), ") and '", y.quote, "' (",
                                 place(report, y), "):\n  ");
  int side_a = 0, side_b = 0;
  const Finding* first = finding_of(report, a, &side_a);
  const Finding* second = finding_of(report, b, &side_b);
  if (first && first == second) {
    return absl::StrCat(out, side_a == side_b ? "agree" : "conflict", " in ", first->id, ": ",
                        first->explanation, "\n");
  }
  for (const Refusal& refusal : report.refusals) {
    if (refusal.first == std::min(a, b) && refusal.second == std::max(a, b)) {
      return absl::StrCat(out, "not compared because ", refusal.reason, "\n");
    }
  }
  if (!first || !second)
    return absl::StrCat(out, "the ", first ? "second" : "first", " ", outcome(report, first ? b : a), "\n");
  if (x.attribute != y.attribute) {
    return absl::StrCat(out, "not compared because one is about ", x.attribute, ", the other about ",
                        y.attribute, "\n");
  }
  if (x.subject_id != y.subject_id) {
    return absl::StrCat(out, "not compared because one is about ",
                        x.subject.empty() ? "nobody named" : x.subject, ", the other about ",
                        y.subject.empty() ? "nobody named" : y.subject, "\n");
  }
  return absl::StrCat(out, "not paired: each agrees better with others\n");
}

}  // namespace

std::optional<Spot> parse_spot(const std::string& text) {
  Spot spot;
  const size_t last = text.rfind(':');
  if (last == std::string::npos || last == 0) return std::nullopt;
  const size_t before = text.rfind(':', last - 1);
  int value = 0;
  if (!absl::SimpleAtoi(text.substr(last + 1), &value) || value < 1) return std::nullopt;
  int line = 0;
  if (before != std::string::npos && before > 0 &&
      absl::SimpleAtoi(text.substr(before + 1, last - before - 1), &line) && line > 0) {
    spot.path = text.substr(0, before);
    spot.line = line;
    spot.column = value;
  } else {
    spot.path = text.substr(0, last);
    spot.line = value;
  }
  return spot;
}

std::string explain_spot(const Report& report, const Spot& spot) {
  std::string out;
  for (const uint32_t c : claims_at(report, spot)) out += explain_claim(report, c);
  return out.empty() ? nothing_at(report, spot) : show_controls(out);
}

std::string explain_pair(const Report& report, const Spot& first, const Spot& second) {
  const std::vector<uint32_t> here = claims_at(report, first), there = claims_at(report, second);
  if (here.empty()) return nothing_at(report, first);
  if (there.empty()) return nothing_at(report, second);
  // Where the lines hold claims of one attribute, only those are worth a word.
  const auto alike = [&](uint32_t a, uint32_t b) {
    return report.claims[a].attribute == report.claims[b].attribute;
  };
  const bool any_alike = std::any_of(here.begin(), here.end(), [&](uint32_t a) {
    return std::any_of(there.begin(), there.end(), [&](uint32_t b) { return alike(a, b); });
  });
  std::string out;
  for (const uint32_t a : here) {
    for (const uint32_t b : there) {
      if (!any_alike || alike(a, b)) out += explain_two(report, a, b);
    }
  }
  return show_controls(out);
}

}  // namespace crosscheck
