#include "compare/disputed_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/facts.h"
#include "text/near_spelling.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

// What house style does not change: accents stay, capitals and hyphens do not.
std::string letters(const std::string& name) {
  std::string out = fold(name);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '\'' || c == '.'; });
  return out;
}

size_t words(const std::string& name) {
  return static_cast<size_t>(
      std::count_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }));
}

class Disputes {
 public:
  explicit Disputes(const Report& report) : report_(report) {
    for (uint32_t c = 0; c < report.claims.size(); ++c) {
      const Claim& claim = report.claims[c];
      if (claim.attribute == kSpelling) names_[{dossier_of(report, claim), claim.subject_id}].push_back(c);
    }
  }

  std::set<uint32_t> run() {
    for (const auto& [name, claims] : names_) {
      for (size_t i = 0; i < claims.size(); ++i) {
        for (size_t k = i + 1; k < claims.size(); ++k) {
          if (!disputed(report_.claims[claims[i]], report_.claims[claims[k]])) continue;
          kept_.insert(claims[i]);
          kept_.insert(claims[k]);
        }
      }
    }
    return std::move(kept_);
  }

 private:
  bool disputed(const Claim& a, const Claim& b) const {
    const auto language = [&](const Claim& c) {
      return report_.documents[c.document].metadata.language.value;
    };
    if (a.document == b.document || language(a) != language(b)) return false;
    const auto& x = std::get<EntityName>(a.value);
    const auto& y = std::get<EntityName>(b.value);
    // "Mark Dorn" for "Mark Peter Dorn" is shorter, and spelt no other way.
    if (words(x.name) != words(y.name)) return false;
    return x.id == y.id ? letters(x.name) != letters(y.name) : is_near_spelling(x.id, y.id);
  }

  const Report& report_;
  std::map<std::pair<std::string, std::string>, std::vector<uint32_t>> names_;
  std::set<uint32_t> kept_;
};

}  // namespace

void keep_disputed_names(Report* report) {
  const std::set<uint32_t> kept = Disputes(*report).run();
  uint32_t number = 0;
  std::erase_if(report->claims, [&](const Claim& claim) {
    const uint32_t c = number++;
    return claim.attribute == kSpelling && !kept.contains(c);
  });
}

}  // namespace crosscheck
