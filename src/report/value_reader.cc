#include "report/value_reader.h"

#include <cstdio>
#include <map>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

std::optional<Decimal> decimal(const JsonValue& from, const char* name) {
  return Decimal::parse(json_text(from, name));
}

Form form(const JsonValue& from) {
  return enum_named(json_text(from, "form"),
                    {Form::exact, Form::about, Form::at_least, Form::more_than, Form::at_most,
                     Form::less_than, Form::between, Form::vague},
                    Form::exact);
}

Interval interval(const JsonValue& from, const char* low = "low", const char* high = "high") {
  return {decimal(from, low), decimal(from, high), form(from)};
}

// "2023", "2023-11", "2023-11-17", "2023-11-17T18:00", with or without seconds. The grain is what was told.
struct Told {
  absl::CivilSecond at;
  Grain grain = Grain::day;
  size_t length = 0;  // of the text that was understood
};
std::optional<Told> civil(const std::string& text) {
  long year = 0;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0, used = 0;
  Told out;
  const char* at = text.c_str();
  const int parts = std::sscanf(at, "%ld-%2d-%2d%nT%2d:%2d%n:%2d%n", &year, &month, &day, &used, &hour,
                                &minute, &used, &second, &used);
  if (parts < 1) return std::nullopt;
  out.at = absl::CivilSecond(year, month, day, hour, minute, second);
  out.grain = parts == 1 ? Grain::year : parts == 2 ? Grain::month : parts == 3 ? Grain::day : Grain::minute;
  out.length = static_cast<size_t>(used);
  return out;
}

std::optional<absl::CivilSecond> moment(const JsonValue& from, const char* name) {
  const auto told = civil(json_text(from, name));
  return told ? std::optional(told->at) : std::nullopt;
}

Grain grain(const std::string& name) {
  return enum_named(name,
                    {Grain::year, Grain::quarter, Grain::month, Grain::week, Grain::day, Grain::part_of_day,
                     Grain::hour, Grain::minute},
                    Grain::day);
}

Polarity polarity(const JsonValue& from) {
  return enum_named(json_text(from, "polarity"), {Polarity::affirmed, Polarity::denied}, Polarity::affirmed);
}

Value count(const JsonValue& from) {
  return Count{interval(from), json_text(from, "unit"), json_text(from, "type") == "number"};
}
Value ordinal(const JsonValue& from) {
  return Ordinal{decimal(from, "value").value_or(Decimal()), json_text(from, "of")};
}
Value percent(const JsonValue& from) {
  const JsonValue* points = json_member(from, "points");
  return Percent{interval(from), json_text(from, "of"), points && points->IsTrue()};
}
Value ratio(const JsonValue& from) {
  return Ratio{interval(from), json_text(from, "of"), decimal(from, "numerator"),
               decimal(from, "denominator")};
}
Value money(const JsonValue& from) {
  return Money{interval(from), json_text(from, "currency"), json_text(from, "per")};
}
Value measure(const JsonValue& from) {
  return Measure{interval(from), json_text(from, "unit"), interval(from, "base_low", "base_high"),
                 json_text(from, "base_unit")};
}
Value duration(const JsonValue& from) {
  return Duration{interval(from), json_text(from, "unit"), interval(from, "seconds_low", "seconds_high")};
}
Value age(const JsonValue& from) { return Age{interval(from), json_text(from, "unit")}; }

Value date(const JsonValue& from) {
  Date out;
  out.start = moment(from, "start");
  out.end = moment(from, "end");
  out.grain = grain(json_text(from, "grain"));
  if (const std::string to = json_text(from, "told_to"); !to.empty()) out.told_to = grain(to);
  out.as_told = json_text(from, "as_told");
  out.resolved_from = enum_named(json_text(from, "resolved_from"),
                                 {ResolvedFrom::text, ResolvedFrom::published, ResolvedFrom::anchor},
                                 ResolvedFrom::unresolved);
  return out;
}

Value clock_time(const JsonValue& from) {
  ClockTime out;
  int hour = 0, minute = 0;
  if (std::sscanf(json_text(from, "time").c_str(), "%2d:%2d", &hour, &minute) == 2)
    out.minute_of_day = hour * 60 + minute;
  if (std::sscanf(json_text(from, "time_end").c_str(), "%2d:%2d", &hour, &minute) == 2)
    out.end_minute_of_day = hour * 60 + minute;
  out.zone = json_text(from, "zone");
  out.form = form(from);
  return out;
}

Value role(const JsonValue& from) {
  return Role{json_text(from, "person"), json_text(from, "role"), json_text(from, "organisation"),
              enum_named(json_text(from, "status"),
                         {RoleStatus::current, RoleStatus::former, RoleStatus::interim, RoleStatus::named,
                          RoleStatus::left},
                         RoleStatus::current)};
}

Value state(const JsonValue& from) {
  State out;
  out.event = json_text(from, "event");
  const JsonValue* participants = json_member(from, "participants");
  if (participants && participants->IsArray()) {
    for (const JsonValue& one : participants->GetArray()) {
      if (one.IsString()) out.participants.push_back(one.GetString());
    }
  }
  out.polarity = polarity(from);
  return out;
}

Value entity(const JsonValue& from) { return EntityName{json_text(from, "id"), json_text(from, "name")}; }
Value plain_text(const JsonValue& from) { return PlainText{json_text(from, "name")}; }

}  // namespace

Value read_value(const JsonValue& from) {
  static const std::map<std::string, Value (*)(const JsonValue&)> kReaders = {
      {"count", count}, {"number", count},  {"ordinal", ordinal}, {"percent", percent},
      {"ratio", ratio}, {"money", money},   {"measure", measure}, {"duration", duration},
      {"age", age},     {"date", date},     {"time", clock_time}, {"role", role},
      {"state", state}, {"entity", entity}, {"text", plain_text},
  };
  const auto reader = kReaders.find(json_text(from, "type"));
  return reader == kReaders.end() ? Value() : reader->second(from);
}

Qualifiers read_qualifiers(const JsonValue& from) {
  Qualifiers out;
  if (const auto told = civil(json_text(from, "as_of"))) {
    Date as_of;
    as_of.start = told->at;
    as_of.grain = told->grain;
    as_of.end = told->grain == Grain::year    ? absl::CivilSecond(absl::CivilYear(told->at) + 1)
                : told->grain == Grain::month ? absl::CivilSecond(absl::CivilMonth(told->at) + 1)
                : told->grain == Grain::day   ? absl::CivilSecond(absl::CivilDay(told->at) + 1)
                                              : told->at + 60;
    out.as_of = as_of;
  }
  out.attribution = json_text(from, "attribution");
  out.attribution_quote = json_text(from, "attribution_quote");
  out.polarity = polarity(from);
  out.modality = enum_named(json_text(from, "modality"),
                            {Modality::stated, Modality::reported, Modality::possible, Modality::planned},
                            Modality::stated);
  out.subset = json_text(from, "subset");
  out.place = json_text(from, "place");
  out.per = json_text(from, "per");
  out.stage = enum_named(
      json_text(from, "stage"),
      {Stage::forecast, Stage::asked, Stage::offered, Stage::earlier, Stage::left, Stage::peak}, Stage::none);
  return out;
}

std::optional<Moment> read_published(const std::string& text) {
  const auto told = civil(text);
  if (!told || told->grain < Grain::day) return std::nullopt;
  Moment out;
  out.local = told->at;
  out.has_time = told->grain == Grain::minute;
  out.text = text;
  const std::string zone = text.substr(std::min(told->length, text.size()));
  int hours = 0, minutes = 0;
  if (zone == "Z") out.offset_minutes = 0;
  if (!zone.empty() && (zone[0] == '+' || zone[0] == '-') &&
      std::sscanf(zone.c_str() + 1, "%2d:%2d", &hours, &minutes) >= 1)
    out.offset_minutes = (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
  return out;
}

}  // namespace crosscheck
