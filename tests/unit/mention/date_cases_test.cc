// Runs tests/cases/mention/{dates-<language>*,{nothing,silent}-<language>,forms-dates-<language>}.yaml: what
// is found in a text and what it means. An expectation is written "quote = value": "vendredi = 2023-11-17",
// "depuis 2022 = 2022-01-01/..", "à 9h45 = 09:45", "deux heures = 2 hour".
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/yaml.h"
#include "mention/amounts.h"
#include "mention/mentions.h"
#include "resolve/dates.h"
#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

// One text line is one sentence.
Document document_of(const std::string& text, const std::string& published) {
  Document document;
  document.text = text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const TextSpan span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    document.segments.push_back({SegmentKind::paragraph, span, ""});
    document.segments.push_back({SegmentKind::sentence, span, ""});
    begin = end + 1;
  }
  absl::CivilSecond moment;
  if (absl::ParseLenientCivilTime(published, &moment)) {
    document.metadata.published.value.local = moment;
    document.metadata.published.value.has_time = absl::StrContains(published, 'T');
    document.metadata.published.origin = MetadataOrigin::given;
  }
  return document;
}

std::string show(const Date& date) {
  const auto moment = [](const std::optional<absl::CivilSecond>& at, bool hours) {
    if (!at) return std::string("..");
    return hours ? absl::FormatCivilTime(absl::CivilMinute(*at)) : absl::FormatCivilTime(absl::CivilDay(*at));
  };
  if (!date.start && !date.end) return "?";
  const bool hours = date.grain >= Grain::part_of_day;
  if (date.start && date.end) {
    if (date.grain == Grain::minute && *date.end == *date.start + 60) return moment(date.start, true);
    if (date.grain == Grain::hour && *date.end == *date.start + 3600)
      return absl::FormatCivilTime(absl::CivilHour(*date.start));
    if (date.grain == Grain::day && absl::CivilDay(*date.start) + 1 == absl::CivilDay(*date.end))
      return moment(date.start, false);
    if (date.grain == Grain::month && absl::CivilSecond(absl::CivilMonth(*date.start)) == *date.start &&
        absl::CivilSecond(absl::CivilMonth(*date.start) + 1) == *date.end) {
      return absl::FormatCivilTime(absl::CivilMonth(*date.start));
    }
    if (date.grain == Grain::year && absl::CivilSecond(absl::CivilYear(*date.start)) == *date.start &&
        absl::CivilSecond(absl::CivilYear(*date.start) + 1) == *date.end) {
      return absl::FormatCivilTime(absl::CivilYear(*date.start));
    }
  }
  return absl::StrCat(moment(date.start, hours), "/", moment(date.end, hours));
}

std::string show(const Interval& amount) {
  const std::string low = amount.low ? amount.low->to_string() : "..";
  const std::string high = amount.high ? amount.high->to_string() : "..";
  const std::string sides = low == high ? low : absl::StrCat(low, "-", high);
  return amount.form == Form::exact ? sides : absl::StrCat(to_string(amount.form), " ", sides);
}

std::string show(const Value& value) {
  if (const auto* date = std::get_if<Date>(&value)) return show(*date);
  if (const auto* time = std::get_if<ClockTime>(&value)) {
    const auto clock = [](int minute) { return absl::StrFormat("%02d:%02d", minute / 60, minute % 60); };
    std::string out = clock(time->minute_of_day);
    if (time->end_minute_of_day) absl::StrAppend(&out, "-", clock(*time->end_minute_of_day));
    if (!time->zone.empty()) absl::StrAppend(&out, " ", time->zone);
    return time->form == Form::exact ? out : absl::StrCat(to_string(time->form), " ", out);
  }
  if (const auto* duration = std::get_if<Duration>(&value))
    return absl::StrCat(show(duration->amount), " ", duration->unit);
  if (const auto* age = std::get_if<Age>(&value))
    return absl::StrCat(show(age->amount), " ", age->unit, " old");
  return "";
}

std::vector<std::string> found_in(const std::string& language, const std::string& text,
                                  const std::string& published, std::vector<std::string>* warnings) {
  const Document document = document_of(text, published);
  const Annotated annotated = annotate(document, *shipped_rulebook().language(language));
  std::vector<Mention> mentions = find_mentions(annotated, shipped_rulebook());
  resolve_dates(annotated, &mentions, warnings);
  std::vector<std::string> out;
  for (const Mention& mention : mentions) {
    const std::string value = show(mention.value);
    if (!value.empty()) out.push_back(absl::StrCat(annotated.text(mention.span), " = ", value));
  }
  return out;
}

void run(const std::string& language, const std::string& name) {
  const std::string path = absl::StrCat(CROSSCHECK_CASES, "/mention/", name);
  std::ifstream file(path);
  REQUIRE(file);
  std::stringstream bytes;
  bytes << file.rdbuf();
  Problems problems;
  const YamlFile yaml = YamlFile::parse(path, bytes.str(), &problems);
  const YamlNode root = yaml.root();
  const std::string usual = root.at("published").text(&problems);
  const std::vector<YamlNode> cases = root.at("cases").items(&problems);
  CHECK(cases.size() > 10);
  for (const YamlNode& item : cases) {
    item.expect_keys({"text", "published", "expect", "warning"}, &problems);
    const std::string text = item.at("text").text(&problems);
    const std::string published = item.at("published") ? item.at("published").text(&problems) : usual;
    std::vector<std::string> warnings;
    const std::vector<std::string> found = found_in(language, text, published, &warnings);
    INFO(name << ":" << item.line() << ": " << text);
    CHECK(absl::StrJoin(found, "; ") == absl::StrJoin(item.at("expect").texts(&problems), "; "));
    CHECK(absl::StrJoin(warnings, "; ") == absl::StrJoin(item.at("warning").texts(&problems), "; "));
  }
  for (const Problem& problem : problems) FAIL_CHECK(to_text(problem));
}

TEST_CASE("French dates, times, durations and ages", "[dates]") {
  run("fr", "dates-fr.yaml");
  run("fr", "dates-fr-times.yaml");
  run("fr", "dates-fr-usage.yaml");
  run("fr", "dates-fr-expressions.yaml");
  run("fr", "dates-fr-everyday.yaml");
  run("fr", "dates-fr-spoken.yaml");
  run("fr", "dates-fr-short.yaml");
  run("fr", "dates-fr-assistant.yaml");
  run("fr", "dates-fr-odd.yaml");
  run("fr", "dates-fr-neighbours.yaml");
}

TEST_CASE("English dates, times, durations and ages", "[dates]") {
  run("en", "dates-en.yaml");
  run("en", "dates-en-times.yaml");
  run("en", "dates-en-usage.yaml");
  run("en", "dates-en-expressions.yaml");
  run("en", "dates-en-everyday.yaml");
  run("en", "dates-en-spoken.yaml");
  run("en", "dates-en-short.yaml");
  run("en", "dates-en-assistant.yaml");
  run("en", "dates-en-odd.yaml");
  run("en", "dates-en-neighbours.yaml");
}

TEST_CASE("forms of dates", "[dates]") {
  run("fr", "forms-dates-fr.yaml");
  run("en", "forms-dates-en.yaml");
}

TEST_CASE("texts with nothing to read, dates", "[dates]") {
  run("fr", "nothing-fr.yaml");
  run("en", "nothing-en.yaml");
  run("fr", "silent-fr.yaml");
  run("en", "silent-en.yaml");
}

TEST_CASE("German and Spanish dates, times, durations and ages", "[dates]") {
  run("de", "dates-de.yaml");
  run("de", "dates-de-short.yaml");
  run("es", "dates-es.yaml");
  run("es", "dates-es-short.yaml");
}

}  // namespace
}  // namespace crosscheck
