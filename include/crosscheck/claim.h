// What an article asserts: subject, attribute, value and qualifiers, with the words it was read from.
// Everything that pairing may need is carried here; absent is never the same as different.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/span.h"
#include "crosscheck/value.h"

namespace crosscheck {

enum class Modality {
  stated,    // told as a fact
  reported,  // conditional of report, "reportedly", "allegedly"
  possible,  // "might", "peut-être"
  planned,   // to come, expected, asked for
};

// Of the event: asked against given, forecast against result; or of a figure that rises and falls while it
// lasts: what is left of it ("90,000 homes are still without power"), its height ("215,000 at the peak").
enum class Stage { none, forecast, asked, offered, earlier, left, peak };

enum class Phase { none, start, end };

struct Qualifiers {
  std::optional<Date> as_of;      // moment for which the value holds, when told
  std::string attribution;        // who says it, as a name or a concept; empty when nobody is named
  std::string attribution_quote;  // the words that name the speaker
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::stated;
  std::string subset;      // "serious", "women": the part of the whole that is told of
  std::string place;       // id of the place told for the value, as against one merely near
  std::string place_name;  // its name for people
  std::string per;         // period or unit a rate is of
  Stage stage = Stage::none;
};

// Where the subject of a claim was found; from the surest to the weakest.
enum class SubjectFrom { slot, complement, clause, sentence, document, absent };

struct Claim {
  uint32_t document = 0;  // index in Report::documents
  TextSpan span;          // the evidence: the value with the noun it counts, the slots of a pattern
  std::string rule;       // id of the rule that read it; "open" when none did
  std::string kind;       // JSON kind: "count", "money", "date", "role", "state", …

  std::string subject;     // name for people; empty when absent
  std::string subject_id;  // entity id; empty when absent
  SubjectFrom subject_from = SubjectFrom::absent;
  std::string attribute;  // "employees"
  std::string object;     // a second party ("dans OpenAI"), as an entity id; empty when absent
  std::string object_name;
  // Of a state whose bearer has no name: the noun in its place, as "fr" with its stem and as concepts and
  // posts.
  std::vector<std::string> bearer;
  Value value;
  std::optional<Interval> whole;  // "500 of the 750": the amount it is told to be a part of
  Qualifiers qualifiers;
  bool in_title = false;
  bool in_lead = false;      // in the title or the first sentences, which tell the article's event
  bool quoted = false;       // inside a quotation
  bool difference = false;   // "five fewer than before": by how much, not how much
  bool of_parts = false;     // the 40 of "none of the 40": a whole of which the sentence tells a part
  bool inherited = false;    // what it counts was told of a figure before
  bool of_figure = false;    // of a time: when a count held that its clause tells, and nothing that happened
  bool at_hour = false;      // of a count or share: its clause begins with the hour at which it held
  bool outlasted = false;    // of a state: its article goes on to one that excludes it, "closed and reopened"
  bool refers_back = false;  // "the two men": few things, told before
  // Of a time: the hour of what was before or after, "20 minutes after taking off at 8am".
  bool of_other_deed = false;
  Phase phase = Phase::none;  // of a moment: what began or ended then

  // Filled once the file is known; reports need no document text.
  FileSpan file;
  int line = 0;
  int column = 0;
  std::string quote;
  std::string context;  // the sentence
  TextSpan context_span;
  // What else its clause and the rest of its sentence tell: stems, concepts and names as hashes, ascending
  // and apart. Likeness of two claims is measured on them.
  std::vector<uint64_t> clause_words;
  std::vector<uint64_t> sentence_words;
  std::vector<uint64_t> told_words;  // of a statement: its clause_words as the text has them, in their order
  std::vector<uint64_t> of_what;  // of a state: the common nouns behind its thing, "the strike at the port"
  std::string noun;               // the word counted, folded; empty when nothing is
  std::string noun_concept;       // its concept
  std::string origin;             // where it really comes from; see compare/origins

  std::string held_back;           // why it must not be compared; empty when it may be
  std::vector<std::string> steps;  // which words, rule and steps made it, for `explain`
};

const char* to_string(Modality modality);
const char* to_string(Stage stage);
const char* to_string(SubjectFrom from);

}  // namespace crosscheck
