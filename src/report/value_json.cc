#include "report/value_json.h"

#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

void write_interval(const Interval& interval, JsonWriter& json) {
  json.key("low").number(interval.low);
  json.key("high").number(interval.high);
  json.key("form").string(to_string(interval.form));
}

void write_moment(const std::optional<absl::CivilSecond>& moment, Grain grain, JsonWriter& json) {
  if (!moment) return json.null();
  json.string(iso_moment(*moment, grain));
}

// Writes what follows "type" for each kind.
struct FieldWriter {
  JsonWriter& json;

  void operator()(const PlainText& v) const {
    json.key("id").null();
    json.key("name").string(v.text);
  }
  void operator()(const Count& v) const {
    write_interval(v.amount, json);
    json.key("unit").string_or_null(v.unit);
  }
  void operator()(const Ordinal& v) const {
    json.key("value").number(v.value);
    json.key("of").string_or_null(v.of);
  }
  void operator()(const Percent& v) const {
    write_interval(v.amount, json);
    json.key("of").string_or_null(v.of);
    if (v.points) json.key("points").boolean(true);
  }
  void operator()(const Ratio& v) const {
    write_interval(v.amount, json);
    json.key("of").string_or_null(v.of);
    if (v.numerator) json.key("numerator").number(v.numerator);
    if (v.denominator) json.key("denominator").number(v.denominator);
  }
  void operator()(const Money& v) const {
    write_interval(v.amount, json);
    json.key("currency").string_or_null(v.currency);
    json.key("per").string_or_null(v.per);
  }
  void operator()(const Measure& v) const {
    write_interval(v.amount, json);
    json.key("unit").string_or_null(v.unit);
    json.key("base_low").number(v.base.low);
    json.key("base_high").number(v.base.high);
    json.key("base_unit").string_or_null(v.base_unit);
  }
  void operator()(const Duration& v) const {
    write_interval(v.amount, json);
    json.key("unit").string_or_null(v.unit);
    json.key("seconds_low").number(v.seconds.low);
    json.key("seconds_high").number(v.seconds.high);
  }
  void operator()(const Date& v) const {
    json.key("start");
    write_moment(v.start, v.grain, json);
    json.key("end");
    write_moment(v.end, v.grain, json);
    json.key("grain").string(to_string(v.grain));
    if (v.told_to) json.key("told_to").string(to_string(*v.told_to));
    json.key("as_told").string(v.as_told);
    json.key("resolved_from").string_or_null(to_string(v.resolved_from));
  }
  void operator()(const ClockTime& v) const {
    const auto clock = [](int minute) { return absl::StrFormat("%02d:%02d", minute / 60, minute % 60); };
    json.key("time").string(clock(v.minute_of_day));
    if (v.end_minute_of_day) json.key("time_end").string(clock(*v.end_minute_of_day));
    json.key("zone").string_or_null(v.zone);
    json.key("form").string(to_string(v.form));
  }
  void operator()(const Age& v) const {
    write_interval(v.amount, json);
    json.key("unit").string_or_null(v.unit);
  }
  void operator()(const Role& v) const {
    json.key("person").string_or_null(v.person);
    json.key("role").string_or_null(v.role);
    json.key("organisation").string_or_null(v.organisation);
    json.key("status").string(to_string(v.status));
  }
  void operator()(const State& v) const {
    json.key("event").string(v.event);
    json.key("participants").begin_array();
    for (const std::string& participant : v.participants) json.string(participant);
    json.end_array();
    json.key("polarity").string(to_string(v.polarity));
  }
  void operator()(const EntityName& v) const {
    json.key("id").string_or_null(v.id);
    json.key("name").string(v.name);
  }
};

// "2023", "2023-11", "2023-11-20": as much as was told.
std::string iso_as_of(const Date& date) {
  if (!date.start) return "";
  const absl::CivilSecond at = *date.start;
  if (date.grain == Grain::year) return absl::StrFormat("%04d", at.year());
  if (date.grain == Grain::month) return absl::StrFormat("%04d-%02d", at.year(), at.month());
  return iso_moment(at, date.grain);
}

}  // namespace

std::string iso_moment(absl::CivilSecond at, Grain grain) {
  const std::string day = absl::StrFormat("%04d-%02d-%02d", at.year(), at.month(), at.day());
  if (grain <= Grain::day) return day;
  return absl::StrFormat("%sT%02d:%02d", day, at.hour(), at.minute());
}

void write_value(const Value& value, JsonWriter& json) {
  json.begin_object();
  json.key("type").string(type_name(value));
  std::visit(FieldWriter{json}, value);
  json.end_object();
}

void write_qualifiers(const Qualifiers& qualifiers, JsonWriter& json) {
  json.begin_object();
  json.key("as_of").string_or_null(qualifiers.as_of ? iso_as_of(*qualifiers.as_of) : "");
  json.key("attribution").string_or_null(qualifiers.attribution);
  json.key("attribution_quote").string_or_null(qualifiers.attribution_quote);
  json.key("polarity").string(to_string(qualifiers.polarity));
  json.key("modality").string(to_string(qualifiers.modality));
  json.key("subset").string_or_null(qualifiers.subset);
  json.key("place").string_or_null(qualifiers.place);
  json.key("per").string_or_null(qualifiers.per);
  json.key("stage").string_or_null(qualifiers.stage == Stage::none ? "" : to_string(qualifiers.stage));
  json.end_object();
}

void write_claim_fields(const Claim& claim, const std::string& document_id, JsonWriter& json) {
  json.key("document").string(document_id);
  json.key("start").integer(static_cast<int64_t>(claim.file.begin));
  json.key("end").integer(static_cast<int64_t>(claim.file.end));
  json.key("line").integer(claim.line);
  json.key("column").integer(claim.column);
  json.key("quote").string(claim.quote);
  json.key("context").string(claim.context);
  json.key("value");
  write_value(claim.value, json);
  json.key("qualifiers");
  write_qualifiers(claim.qualifiers, json);
  json.key("origin").string_or_null(claim.origin);
  json.key("in_title").boolean(claim.in_title);
  json.key("quoted").boolean(claim.quoted);
}

std::string mention_line(const Document& document, const std::vector<Mention>& mentions) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.key("id").string(document.id);
  json.key("mentions").begin_array();
  for (const Mention& mention : mentions) {
    const FileSpan file = document.to_file(mention.span);
    json.begin_object();
    json.key("kind").string(to_string(mention.kind));
    json.key("start").integer(static_cast<int64_t>(file.begin));
    json.key("end").integer(static_cast<int64_t>(file.end));
    json.key("quote").string(document.slice(mention.span));
    json.key("value");
    write_value(mention.value, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

std::string claim_line(const Document& document, const std::vector<Claim>& claims) {
  JsonWriter json(JsonWriter::Layout::line);
  json.begin_object();
  json.key("id").string(document.id);
  json.key("claims").begin_array();
  for (const Claim& claim : claims) {
    json.begin_object();
    json.key("kind").string(claim.kind);
    json.key("subject").string_or_null(claim.subject);
    json.key("attribute").string(claim.attribute);
    json.key("object").string_or_null(claim.object_name);
    json.key("rule").string(claim.rule);
    write_claim_fields(claim, document.id, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace crosscheck
