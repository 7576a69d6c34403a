#include "compare/bearers.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace crosscheck {
namespace {

constexpr absl::string_view kMeanings[] = {"concept ", "role "};
constexpr absl::string_view kWhole = "of ";

bool is_meaning(absl::string_view noun) {
  return std::any_of(std::begin(kMeanings), std::end(kMeanings),
                     [&](absl::string_view kind) { return absl::StartsWith(noun, kind); });
}

bool has_meaning(const std::vector<std::string>& nouns) {
  return std::any_of(nouns.begin(), nouns.end(), is_meaning);
}

bool is_one(const Rulebook& rulebook, absl::string_view a, absl::string_view b) {
  if (a == b) return true;
  if (!absl::ConsumePrefix(&a, kMeanings[0]) || !absl::ConsumePrefix(&b, kMeanings[0])) return false;
  return rulebook.is_a(a, b) || rulebook.is_a(b, a);
}

// "the mayor of Lyon", "the mayor of Nantes"
bool of_two(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto is_whole = [](const std::string& noun) { return absl::StartsWith(noun, kWhole); };
  const auto x = std::find_if(a.begin(), a.end(), is_whole), y = std::find_if(b.begin(), b.end(), is_whole);
  return x != a.end() && y != b.end() && *x != *y;
}

bool may_be_one(const Rulebook& rulebook, const std::vector<std::string>& a,
                const std::vector<std::string>& b) {
  if (of_two(a, b)) return false;
  for (const std::string& x : a) {
    for (const std::string& y : b) {
      if (!absl::StartsWith(x, kWhole) && is_one(rulebook, x, y)) return true;
    }
  }
  const auto is_word = [](const std::string& noun) {
    return !is_meaning(noun) && !absl::StartsWith(noun, kWhole);
  };
  const auto x = std::find_if(a.begin(), a.end(), is_word), y = std::find_if(b.begin(), b.end(), is_word);
  const bool one_language =
      x != a.end() && y != b.end() && x->substr(0, x->find(' ')) == y->substr(0, y->find(' '));
  return !one_language && !(has_meaning(a) && has_meaning(b));
}

}  // namespace

std::string objection_of_bearers(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  const bool nouns = !a.bearer.empty() && !b.bearer.empty();
  if (nouns && !may_be_one(rulebook, a.bearer, b.bearer)) return "they are told of two persons";
  // "Paul Rast resigned", "the chairwoman stays"
  const bool named = (!a.object.empty() && !b.bearer.empty()) || (!b.object.empty() && !a.bearer.empty());
  return named ? "whether the one that is named is meant by the other is not told" : "";
}

}  // namespace crosscheck
