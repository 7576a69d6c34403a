// What stands around a claim and tells of it: the words of its clause, the noun or deed that a figure is told
// of, a place that it is measured from, a time that holds it back.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/candidates.h"
#include "claim/context.h"
#include "claim/surroundings.h"
#include "crosscheck/claim.h"

namespace crosscheck {

class ClaimSetting {
 public:
  // The context must outlive it. `notes` tell which rules were held off a mention.
  ClaimSetting(const ClaimContext& context, const std::vector<GuardNote>& notes);

  // The words around the value at tokens [first, last), and what they tell of it. `value` is kNone for a
  // state.
  void describe(uint32_t value, uint32_t first, uint32_t last, Claim* claim);
  // The words between those that were read of a state.
  void add_between(uint32_t first, uint32_t last, absl::Span<const ToldWords> read, Claim* claim) {
    words_.add_between(first, last, read, claim);
    words_.note_complement(read, claim);
  }
  // The words of tokens [first, last) themselves.
  void add_words(uint32_t first, uint32_t last, Claim* claim) { words_.fill_range(first, last, claim); }
  // How the mention was read, and which rules it was kept from.
  void add_steps(uint32_t value, Claim* claim) const;
  // Notes why the claim must not be compared, if so; subject, value and qualifiers must be known.
  void hold_back(Claim* claim) const;

 private:
  std::string part_told(uint32_t value, Claim* claim) const;
  void describe_governor(MentionKind kind, uint32_t first, uint32_t last, Claim* claim) const;
  bool is_without_anchor(const Mention& mention, uint32_t last) const;
  bool counts_in_clause(uint32_t first) const;
  bool hour_before(uint32_t first) const;
  void note_distance(uint32_t first, uint32_t last, Claim* claim) const;
  bool refers_back(const Mention& mention, uint32_t first, uint32_t last) const;
  bool is_of_few_told_before(const Mention& mention, uint32_t first) const;
  bool is_remainder(const Mention& mention, uint32_t first, uint32_t last) const;
  bool is_asked(uint32_t at) const;
  bool is_share_of_those(const Mention& mention, uint32_t last) const;

  const ClaimContext& context_;
  const Annotated& text_;
  ClaimWords words_;
  std::vector<std::optional<Date>> frames_;  // by sentence
  std::map<uint32_t, std::vector<std::string>> notes_;
};

// An age is that of the day, whatever the clause plans or asks for: "a demandé le départ de X, 59 ans".
void settle_age(const Value& value, Qualifiers* qualifiers);

}  // namespace crosscheck
