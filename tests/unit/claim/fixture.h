// Articles for tests of the claim stage, with their mentions marked in the text, so that no recognizer is
// needed:
//   "[count:700] ([organisation:New York Times]) des [count:770] collaborateurs"
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "claim/claims.h"
#include "crosscheck/document.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

class MarkedArticle {
 public:
  // One sentence a line; the language must be one of the shipped ones.
  MarkedArticle(const std::string& language, const std::string& marked);

  std::vector<Claim> claims();
  const std::vector<Mention>& mentions() const { return mentions_; }
  // The first mention whose words are these.
  const Mention& mention(const std::string& words) const;
  Annotated& text() { return *text_; }
  std::vector<Mention>& mutable_mentions() { return mentions_; }

  static const Rulebook& rulebook();

 private:
  Document document_;
  std::unique_ptr<Annotated> text_;
  std::vector<Mention> mentions_;
};

}  // namespace crosscheck
