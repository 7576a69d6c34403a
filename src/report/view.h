// A report as people read it: what the terminal, Markdown and HTML have in common before each writes it in
// its own way. All text is as the articles have it; each format makes it safe for its place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crosscheck/finding.h"
#include "report/words.h"

namespace crosscheck {

// The claims of one side of a finding and what they tell.
struct SideView {
  int side = 0;
  std::vector<uint32_t> claims;
  std::vector<std::string> values;   // in words, each once, the first claim's first
  std::vector<std::string> outlets;  // each once
  std::vector<std::string> origins;  // each once
  std::string speaker;  // to whom all claims are attributed; empty when they differ or nobody is named
};

// What one of those who can pass a finding says about it, now or once.
struct Judgement {
  enum class By { baseline, article, editor } by = By::editor;
  bool holds = true;    // false when it has lapsed
  std::string words;    // one sentence with who, when, why and until when
  std::string who;      // an editor, or the owner of an entry of the baseline; may be empty
  std::string until;    // ISO day; may be empty
  std::string comment;  // the note of a decision, the reason of others
};

// The sentence of a claim, cut at the edges when it is long.
struct Excerpt {
  std::string before, quote, after;
};

struct View {
  const Report& report;
  const Words& words;
  bool show_baselined = true;  // whether sections() hold contradictions of the baseline

  const Claim& claim(uint32_t index) const { return report.claims[index]; }
  const Document& document(const Claim& claim) const { return report.documents[claim.document]; }

  // The publisher, "draft" for a draft without one, or the article's id when none is known.
  std::string outlet(const Document& document) const;
  // "articles/a1.txt:4:12"
  std::string place(const Claim& claim) const;
  std::string value(const Claim& claim) const;
  // "Solvane — number of employees"; the attribute alone when no subject was found.
  std::string subject_and_label(const Finding& finding) const;
  // The label of an attribute; of figures that no rule reads and no noun names, the kind: "duration".
  std::string attribute(const std::string& id) const;
  // "number of employees: 750", with the space before the colon that French has.
  std::string said(const std::string& who, const std::string& what) const;
  // "seriously hurt"
  std::string part(const std::string& id) const;
  std::string subject_and_attribute(const Claim& claim) const;
  // "number of employees"
  std::string label(const Finding& finding) const;
  // Why the finding has its verdict, without a full stop; of what only the draft tells, that no source has
  // it.
  std::string statement(const Finding& finding) const;
  // Whether the finding is of words that no rule reads. Told by one outlet, such findings are counted and not
  // listed where room is short: they say nothing but their own words.
  static bool in_words_only(const Finding& finding) { return finding.attribute == "statement"; }
  // Whether nobody need look at it: it is in the baseline, or an editor or the article settled it.
  bool is_known(const Finding& finding) const;
  // "new", "known", "reopened", "decided", "ignored".
  std::string status(const Finding& finding) const;
  // What the claim holds under, each a short phrase: who says it, as of when, the part it tells of, denied, …
  std::vector<std::string> qualifiers(const Claim& claim) const;

  // In their order; the draft's side first where there is a draft.
  std::vector<SideView> sides(const Finding& finding) const;
  // "3 outlets, 1 origin (AFP)" for an agreement.
  std::string sources(const Finding& finding) const;
  std::string sources(const SideView& side) const;
  bool rests_on_one(const Finding& finding) const;
  // What was said about a contradiction, also what holds no more: the baseline's first, the editors' last.
  std::vector<Judgement> judgements(const Finding& finding) const;
  // The sentences of these.
  std::vector<std::string> decisions(const Finding& finding) const;
  // "2 new, 31 known, 4 gone"; empty when the findings were held against no baseline.
  std::string standing() const;

  bool has_draft() const;
  // Whether the draft tells a side of it.
  bool in_draft(const Finding& finding) const;

  // "4 contradictions (2 as notes), 9 agreements, …"
  std::string headline() const;
  std::vector<const Finding*> of(Verdict verdict) const;
  // The same without what the baseline knows, unless that is to be shown.
  std::vector<const Finding*> shown(Verdict verdict) const;
  // The findings of a verdict as a report shows them: one list, or with a draft first what it tells itself
  // and then, of contradictions only, what its sources tell differently. Empty lists are left out.
  struct Section {
    std::string words_key;  // of its heading
    std::vector<const Finding*> findings;
  };
  std::vector<Section> sections(Verdict verdict) const;
  // How many contradictions is_known() holds of.
  int known() const;
  // "31 known contradictions are not shown here (--show-baselined shows them)"; empty when none is left out.
  std::string hidden() const;
  // not_compared by reason, the most frequent first.
  std::vector<std::pair<std::string, std::vector<uint32_t>>> left_out() const;
  // "a5.txt:3:1: error: the file is empty"
  std::string problem(const Problem& problem) const;
};

// At most `limit` bytes on each side of the quote, cut between words.
Excerpt excerpt(const Claim& claim, size_t limit);

}  // namespace crosscheck
