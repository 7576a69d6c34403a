// The currency that a figure leaves out: "$3.1 billion, from 2.8 billion", "Acheté six millions, il en vaut
// 20".
#pragma once

#include <optional>
#include <string>

#include "claim/context.h"

namespace crosscheck {

// Each call makes the figure money and notes why, or leaves it as it is and returns false.
class LeftOutCurrency {
 public:
  // The context must outlive it.
  explicit LeftOutCurrency(const ClaimContext& context) : context_(context), text_(context.text()) {}

  // Where the amount before it in its sentence is money: "2,3 milliards d'euros, 450 millions de plus",
  // "deux milliards d'euros, en coûtera 2,7".
  bool take_from_before(Mention* figure) const;

  // "Acheté six millions à Velmar, il a été revendu 20 millions": nothing else is counted in millions without
  // a word of it. The currency is the one that most of the article's large amounts have.
  bool take_from_article(Mention* figure);

 private:
  const Mention* amount_before(const Mention& figure) const;
  bool told_in_millions(const Mention& figure) const;
  std::string main_currency() const;

  const ClaimContext& context_;
  const Annotated& text_;
  std::optional<std::string> main_currency_;  // empty for none; not known until it was asked for
};

}  // namespace crosscheck
