// Words of the category not_a_name that also say how names belong together: "l'entreprise" stands for one
// told before, "filiale" tells two apart, "anciennement" joins an old one, "avec" credits an agency.
#pragma once

#include "absl/strings/match.h"
#include "rules/annotate.h"

namespace crosscheck {

// The longest such words at `token`, up to `limit`, whose mark begins with `mark` ("stands_for", "branch",
// "formerly", "credit"); nullptr when there are none.
inline const Hit* marked_words(const Annotated& text, uint32_t token, absl::string_view mark,
                               uint32_t limit) {
  if (token >= text.tokens.size()) return nullptr;
  for (const Hit& hit : text.hits_at(token, Category::not_a_name)) {
    if (hit.category == Category::not_a_name && hit.last <= limit &&
        absl::StartsWith(hit.sense->symbol, mark))
      return &hit;
  }
  return nullptr;
}

// Whether an attribution stands right before `token`, within `from`: "selon la CGT". Behind a sign it names
// nobody: "Selon la CGT, le groupe …".
inline bool is_attributed_to(const Annotated& text, uint32_t token, uint32_t from) {
  constexpr uint32_t kGap = 4;  // tokens between the attribution and whom it names
  for (uint32_t back = 1; back <= kGap && token >= from + back; ++back) {
    if (text.tokens[token - back].token_class == TokenClass::sign) return false;
    const Hit* hit = text.hit(token - back, Category::according, token);
    if (hit && hit->is("by")) return true;
  }
  return false;
}

// The full form of a short given name, "michael" for "Mike"; empty for other words.
inline absl::string_view full_given_name(const Annotated& text, uint32_t token) {
  const Hit* hit = text.hit(token, Category::first_name, token + 1);
  for (const Hit& other : text.hits_at(token, Category::first_name)) {
    if (other.category == Category::first_name && other.last == token + 1 && !other.is("given")) hit = &other;
  }
  return hit && !hit->is("given") ? absl::string_view(hit->sense->symbol) : "";
}

}  // namespace crosscheck
