// Articles for tests of names and roles, read with a small rulebook of their own, so that the tests say what
// code does with words and hold whatever words are shipped.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/mention.h"
#include "resolve/links.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

const Rulebook& name_rulebook();

// One sentence a line; a line that starts with "# " is a title.
class NamedArticle {
 public:
  NamedArticle(const std::string& language, const std::string& text);

  std::string names() const;       // "person Ines Albret; organisation Solvane"
  std::string roles() const;       // "Ines Albret: chief-executive, Solvane (former)"
  std::string role_words() const;  // the words of each role
  std::string ids() const;         // of the entities of names and roles, in order
  std::string warnings() const;
  NamedText linked() { return {&text_, &mentions_, &doubtful_}; }

 private:
  Document document_;
  Annotated text_;
  std::vector<Mention> mentions_, doubtful_;
};

}  // namespace crosscheck
