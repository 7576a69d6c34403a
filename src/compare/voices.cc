#include "compare/voices.h"

#include <algorithm>
#include <iterator>

namespace crosscheck {
namespace {

// The speakers of a fact, when every claim has one.
std::set<std::string> speakers_of(const Report& report, const Fact& fact) {
  std::set<std::string> out;
  for (const uint32_t c : fact.claims) {
    const std::string& who = report.claims[c].qualifiers.attribution;
    if (who.empty()) return {};
    out.insert(who);
  }
  return out;
}

// 'h' when the article tells the fact in its headline only, 'b' in its body only, 'x' in both.
char place_in(const Report& report, const Fact& fact, uint32_t document) {
  bool title = false, body = false;
  for (const uint32_t c : fact.claims) {
    if (report.claims[c].document != document) continue;
    (report.claims[c].in_title ? title : body) = true;
  }
  return title && body ? 'x' : title ? 'h' : 'b';
}

}  // namespace

std::set<uint32_t> documents_of(const Report& report, const Fact& fact) {
  std::set<uint32_t> out;
  for (const uint32_t c : fact.claims) out.insert(report.claims[c].document);
  return out;
}

bool different_speakers(const Report& report, const Fact& a, const Fact& b) {
  const std::set<std::string> x = speakers_of(report, a), y = speakers_of(report, b);
  if (x.empty() || y.empty()) return false;
  return std::none_of(x.begin(), x.end(), [&](const std::string& who) { return y.contains(who); });
}

bool headline_against_body(const Report& report, const Fact& a, const Fact& b) {
  const std::set<uint32_t> x = documents_of(report, a), y = documents_of(report, b);
  std::vector<uint32_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return !both.empty() && std::all_of(both.begin(), both.end(), [&](uint32_t document) {
    const char left = place_in(report, a, document), right = place_in(report, b, document);
    return (left == 'h' && right == 'b') || (left == 'b' && right == 'h');
  });
}

}  // namespace crosscheck
