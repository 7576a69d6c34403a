// Values, mentions and claims as JSON: the shapes of the table "Values", the same in every verb and report.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/claim.h"
#include "crosscheck/document.h"
#include "crosscheck/mention.h"
#include "report/json_writer.h"

namespace crosscheck {

// ISO 8601, as precise as the grain: "2023-11-17" down to the day, "2023-11-17T18:00" below.
std::string iso_moment(absl::CivilSecond moment, Grain grain);

void write_value(const Value& value, JsonWriter& json);
void write_qualifiers(const Qualifiers& qualifiers, JsonWriter& json);

// The members of a claim's object that stand in findings and in not_compared alike, between begin_object and
// end_object.
void write_claim_fields(const Claim& claim, const std::string& document_id, JsonWriter& json);

// One line of JSON with its line end, for `mentions`:
// {"id","mentions":[{"kind","start","end","quote","value"}]}. Offsets are bytes of the document's file.
std::string mention_line(const Document& document, const std::vector<Mention>& mentions);
// The same for `claims`: {"id","claims":[…]}, each with subject, attribute and rule. `claims` are those of
// this document.
std::string claim_line(const Document& document, const std::vector<Claim>& claims);

}  // namespace crosscheck
