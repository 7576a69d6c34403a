#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "report/render.h"
#include "report/value_json.h"
#include "unit/report/approved.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseFullPrecisionFlag>(text.c_str());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

// Where the schema is broken; empty when it is kept.
std::string broken_at(const rapidjson::Document& json) {
  static const rapidjson::Document schema_json = parse(read_report_file("report.schema.json"));
  static const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  if (json.Accept(validator)) return "";
  rapidjson::StringBuffer at;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
  return std::string(at.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
}

std::string told(const Value& value) {
  JsonWriter json(JsonWriter::Layout::line);
  write_value(value, json);
  return json.take();
}

Interval exact(Decimal n) { return {n, n, Form::exact}; }

TEST_CASE("texts are written whole whatever their length and letters", "[report]") {
  for (const std::string letter : {"e", "é", "€", "\n", "\"", "\xFF"}) {
    for (size_t before = 0; before < 60; ++before) {
      const std::string text = std::string(before, 'a') + letter + "z";
      JsonWriter json(JsonWriter::Layout::line);
      json.begin_array();
      json.string(text);
      json.end_array();
      const rapidjson::Document read = parse(json.take());
      const std::string expected = letter == "\xFF" ? std::string(before, 'a') + "\uFFFDz" : text;
      CHECK(read[0].GetString() == expected);
    }
  }
}

TEST_CASE("values have the shapes that the schema promises", "[report]") {
  struct Case {
    Value value;
    const char* json;
  };
  const absl::CivilSecond evening(2023, 11, 19, 18, 0, 0), next_day(2023, 11, 20, 0, 0, 0);
  const Case cases[] = {
      {Count{{50, 50, Form::about}, "person"},
       R"({"type":"count","low":50,"high":50,"form":"about","unit":"person"})"},
      {Count{exact(7), "", true}, R"({"type":"number","low":7,"high":7,"form":"exact","unit":null})"},
      {Percent{{70, std::nullopt, Form::more_than}, "", false},
       R"({"type":"percent","low":70,"high":null,"form":"more_than","of":null})"},
      {Percent{exact(3), "", true},
       R"({"type":"percent","low":3,"high":3,"form":"exact","of":null,"points":true})"},
      {Ratio{exact(Decimal(6667, -4)), "", Decimal(2), Decimal(3)},
       R"({"type":"ratio","low":0.6667,"high":0.6667,"form":"exact","of":null,"numerator":2,"denominator":3})"},
      {Money{exact(Decimal(13, 8)), "EUR", "year"},
       R"({"type":"money","low":1300000000,"high":1300000000,"form":"exact","currency":"EUR","per":"year"})"},
      {Date{evening, next_day, Grain::part_of_day, "dimanche soir", ResolvedFrom::published, {}},
       R"({"type":"date","start":"2023-11-19T18:00","end":"2023-11-20T00:00","grain":"part_of_day","as_told":"dimanche soir","resolved_from":"published"})"},
      {Date{std::nullopt, std::nullopt, Grain::day, "vendredi", ResolvedFrom::unresolved, {}},
       R"({"type":"date","start":null,"end":null,"grain":"day","as_told":"vendredi","resolved_from":null})"},
      {ClockTime{750, "America/Los_Angeles", Form::exact},
       R"({"type":"time","time":"12:30","zone":"America/Los_Angeles","form":"exact"})"},
      {ClockTime{540, "", Form::between, 1020},
       R"({"type":"time","time":"09:00","time_end":"17:00","zone":null,"form":"between"})"},
      {PlainText{"prototype"}, R"({"type":"text","id":null,"name":"prototype"})"},
  };
  for (const Case& c : cases) CHECK(told(c.value) == c.json);
}

TEST_CASE("amounts keep every digit", "[report]") {
  const Decimal exact_digits = *Decimal::parse("12345678901234567.123456789");
  CHECK(told(Count{exact(exact_digits), "", true}).find("12345678901234567.123456789") != std::string::npos);
}

TEST_CASE("reports keep to the schema", "[report]") {
  CHECK(broken_at(parse(render_json(sample::report(), {}))) == "");
  CHECK(broken_at(parse(render_json(sample::empty(), {}))) == "");
  const rapidjson::Document values = parse(render_json(sample::report_of_values(), {}));
  CHECK(broken_at(values) == "");
  std::set<std::string> types;
  for (const auto& finding : values["findings"].GetArray())
    types.insert(finding["claims"][0]["value"]["type"].GetString());
  CHECK(types.size() == 15);
}

TEST_CASE("the schema knows each stage that a claim can have", "[report]") {
  Report report = sample::report();
  for (const Stage stage : {Stage::none, Stage::forecast, Stage::asked, Stage::offered, Stage::earlier,
                            Stage::left, Stage::peak}) {
    for (Claim& claim : report.claims) claim.qualifiers.stage = stage;
    CHECK(broken_at(parse(render_json(report, {}))) == "");
  }
}

TEST_CASE("the schema refuses what is no report", "[report]") {
  rapidjson::Document json = parse(render_json(sample::report(), {}));
  auto& allocator = json.GetAllocator();
  auto& finding = json["findings"][0];
  SECTION("a verdict that does not exist") { finding["verdict"].SetString("maybe"); }
  SECTION("a finding without claims") { finding["claims"].Clear(); }
  SECTION("a claim without its place") { finding["claims"][0].RemoveMember("start"); }
  SECTION("an amount as text") { finding["claims"][0]["value"]["low"].SetString("750"); }
  SECTION("a field of another kind of value") {
    finding["claims"][0]["value"].AddMember("currency", "EUR", allocator);
  }
  SECTION("a date that is none") { finding["claims"][0]["qualifiers"]["as_of"].SetString("vendredi"); }
  SECTION("no summary") { json.RemoveMember("summary"); }
  CHECK(broken_at(json) != "");
}

TEST_CASE("fields may be added to claims and findings", "[report]") {
  rapidjson::Document json = parse(render_json(sample::report(), {}));
  json["findings"][0].AddMember("later", 1, json.GetAllocator());
  json["findings"][0]["claims"][0].AddMember("later", 1, json.GetAllocator());
  json["documents"][0].AddMember("later", 1, json.GetAllocator());
  CHECK(broken_at(json) == "");
}

TEST_CASE("what was not compared stands in the report with its reason", "[report]") {
  const rapidjson::Document json = parse(render_json(sample::report(), {}));
  REQUIRE(json["not_compared"].Size() == 1);
  CHECK(std::string(json["not_compared"][0]["quote"].GetString()) == "12 parcs en mer");
  CHECK(json["summary"]["not_compared"].GetInt() == 1);
  CHECK(json["summary"]["claims"].GetInt() == 20);
  CHECK(json["problems"].Size() == 2);
}

TEST_CASE("a path that is no UTF-8 gives valid JSON", "[report]") {
  Report report = sample::report();
  report.documents[0].path = "caf\xE9.txt";
  CHECK(std::string(parse(render_json(report, {}))["documents"][0]["path"].GetString()) == "caf\uFFFD.txt");
}

TEST_CASE("mentions and claims are one line each input", "[report]") {
  const Report report = sample::report();
  Mention mention;
  mention.kind = MentionKind::count;
  const auto at = static_cast<uint32_t>(report.documents[1].text.find("770"));
  mention.span = {at, at + 3};
  mention.value = Count{exact(770), "person"};
  CHECK(
      mention_line(report.documents[1], {mention}) ==
      "{\"id\":\"a2\",\"mentions\":[{\"kind\":\"count\",\"start\":50,\"end\":53,\"quote\":\"770\",\"value\":"
      "{\"type\":\"count\",\"low\":770,\"high\":770,\"form\":\"exact\",\"unit\":\"person\"}}]}\n");
  CHECK(mention_line(report.documents[1], {}) == "{\"id\":\"a2\",\"mentions\":[]}\n");
  const std::string line = claim_line(report.documents[0], {report.claims[0]});
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(std::string(parse(line)["claims"][0]["attribute"].GetString()) == "signatories");
}

TEST_CASE("approved: json", "[report]") { check_approved("report.json", render_json(sample::report(), {})); }

TEST_CASE("the totals of the sample report add up", "[report]") {
  CHECK(totals_add_up(sample::report()).value_or("") == "");
  CHECK(totals_add_up(sample::report_of_values()).value_or("") == "");
}

}  // namespace
}  // namespace crosscheck
