// What the claim stage looks at: one article's tokens with the mentions, clauses, sentences and quotations
// laid over them.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

constexpr uint32_t kNone = 0xFFFFFFFF;

class ClaimContext {
 public:
  // All arguments must outlive the context. Mentions are ordered by span; the nouns that they count are
  // filled in later.
  ClaimContext(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions);

  const Annotated& text() const { return text_; }
  const Rulebook& rulebook() const { return rulebook_; }
  std::vector<Mention>& mentions() const { return *mentions_; }
  const Mention& mention(uint32_t index) const { return (*mentions_)[index]; }

  // Tokens [first, last) of a mention.
  uint32_t first(uint32_t mention) const { return first_[mention]; }
  uint32_t last(uint32_t mention) const { return last_[mention]; }
  // Mentions that start at a token, longest first.
  absl::Span<const uint32_t> starting_at(uint32_t token) const;
  // The mention that covers the token and is of one of the amount kinds; kNone when there is none.
  uint32_t amount_over(uint32_t token) const { return amount_over_[token]; }

  // Index into text().sentences; kNone for a token of boilerplate.
  uint32_t sentence_of(uint32_t token) const { return sentence_of_[token]; }
  // Tokens of one clause have one number. What stands in brackets is a clause of its own; the outer one goes
  // on behind it.
  uint32_t clause_of(uint32_t token) const { return clause_of_[token]; }
  // The first token of the run in the clause of `token` that ends with it.
  uint32_t clause_start(uint32_t token) const;
  bool quoted(uint32_t token) const { return quoted_[token]; }

  // What the pronoun at a token may stand for; see claim/antecedents.h.
  absl::Span<const Hit> antecedents(uint32_t token) const;

  // Whether words of grammar start here: prepositions, articles and the like.
  bool is_link(uint32_t token) const;
  // Whether `token` stands between two commas, behind words that are no mere links, and `other` does not:
  // ", construit en 1931,", ", owned by Calvera,".
  bool set_off(uint32_t token, uint32_t other) const;
  // The token behind what two commas set off from `token` on: "(Paul Rast), 54 ans, (a été blessé)"; kNone
  // when nothing is, or it is long.
  uint32_t behind_insertion(uint32_t token) const;
  // Whether a hit of the category starts in the clause of `token`, within its sentence. Returns its token,
  // the one nearest to `token`, or kNone.
  uint32_t nearest_in_clause(uint32_t token, Category category) const;

 private:
  void place_mentions();
  void place_sentences();
  const Hit* clause_start_at(uint32_t t, const SentenceRange& sentence) const;
  void cut_clauses(const SentenceRange& sentence);
  void mark_quotations();
  void find_antecedents();

  const Annotated& text_;
  const Rulebook& rulebook_;
  std::vector<Mention>* mentions_;
  std::vector<uint32_t> first_, last_;
  std::vector<uint32_t> starts_, starts_from_;
  std::vector<uint32_t> amount_over_;
  std::vector<uint32_t> sentence_of_, clause_of_;
  std::vector<uint32_t> behind_comma_;  // by token: the one behind the last comma before it, in its sentence
  std::vector<uint32_t> comma_from_;    // by token: the first comma from it on, else the end of the sentence
  std::vector<bool> quoted_;
  std::vector<std::pair<uint32_t, std::vector<Hit>>> antecedents_;  // of pronouns by their token, ascending
  uint32_t clauses_ = 0;
};

// The longest hit of `broad` or a narrower concept at the token that ends by `limit`; nullptr for none.
const Hit* concept_hit(const ClaimContext& context, uint32_t token, absl::string_view broad, uint32_t limit);

// Whether a mention of this kind is an amount that may count or measure something.
bool is_amount(MentionKind kind);
// "aucun blessé", "none of the 40": a count of nothing.
bool counts_none(const Mention& mention);

}  // namespace crosscheck
