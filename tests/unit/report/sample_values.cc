#include "unit/report/sample.h"

namespace crosscheck::sample {
namespace {

Interval exact(Decimal n) { return {n, n, Form::exact}; }
Interval about(Decimal n) { return {n, n, Form::about}; }
Decimal tenths(int64_t n) { return Decimal(n, -1); }

absl::CivilSecond day(int y, int m, int d, int hour = 0, int minute = 0) {
  return absl::CivilSecond(y, m, d, hour, minute, 0);
}

std::vector<Value> amounts() {
  return {
      Count{exact(750), "person"},
      Count{about(50), "person"},
      Count{{Decimal(500), std::nullopt, Form::more_than}, "person"},
      Count{{Decimal(500), std::nullopt, Form::at_least}, ""},
      Count{{std::nullopt, Decimal(80), Form::at_most}, "person"},
      Count{{std::nullopt, Decimal(80), Form::less_than}, "person"},
      Count{{Decimal(60000), Decimal(90000), Form::between}, "person"},
      Count{{Decimal(24), Decimal(99), Form::vague}, "person"},
      Count{{Decimal(2000), std::nullopt, Form::vague}, "person"},
      Count{exact(1271453), "", true},
      Ordinal{1, "bank"},
      Ordinal{2, ""},
      Percent{{Decimal(70), std::nullopt, Form::more_than}, "employee"},
      Percent{exact(Decimal(3271, -2)), ""},
      Percent{exact(3), "", true},
      Ratio{about(Decimal(6667, -4)), "employee", Decimal(2), Decimal(3)},
      Ratio{exact(tenths(5)), "", std::nullopt, std::nullopt},
      Money{exact(Decimal(1300000000)), "EUR", ""},
      Money{{Decimal(10000000000), std::nullopt, Form::at_least}, "USD", ""},
      Money{exact(95), "USD", "share"},
      Money{exact(250000), "", ""},
      Measure{exact(87), "mile-per-hour", exact(Decimal(3889248, -5)), "meter-per-second"},
      Measure{about(Decimal(64, -1)), "kilometer", about(6400), "meter"},
      Duration{exact(tenths(25)), "hour", exact(9000)},
      Age{exact(22), "month"},
      Age{about(30), "year"},
  };
}

std::vector<Value> moments() {
  return {
      Date{day(2023, 11, 17), day(2023, 11, 18), Grain::day, "vendredi", ResolvedFrom::published, {}},
      Date{day(2023, 11, 1), day(2023, 12, 1), Grain::month, "novembre 2023", ResolvedFrom::text, {}},
      Date{day(2023, 1, 1), day(2024, 1, 1), Grain::year, "2023", ResolvedFrom::text, {}},
      Date{day(2023, 10, 1), day(2024, 1, 1), Grain::quarter, "Q4", ResolvedFrom::text, {}},
      Date{day(2023, 11, 13),
           day(2023, 11, 20),
           Grain::week,
           "la semaine dernière",
           ResolvedFrom::published,
           {}},
      Date{day(2023, 11, 19, 18),
           day(2023, 11, 20),
           Grain::part_of_day,
           "dimanche soir",
           ResolvedFrom::published,
           {}},
      Date{day(2023, 11, 19, 20),
           day(2023, 11, 20, 6),
           Grain::part_of_day,
           "la nuit",
           ResolvedFrom::anchor,
           {}},
      Date{day(2023, 11, 17, 12), day(2023, 11, 17, 13), Grain::hour, "à midi", ResolvedFrom::text, {}},
      Date{day(2023, 11, 17, 12, 45),
           day(2023, 11, 17, 12, 46),
           Grain::minute,
           "12 h 45",
           ResolvedFrom::text,
           {}},
      Date{day(2023, 11, 17), day(2023, 11, 20), Grain::day, "du 17 au 19", ResolvedFrom::text, {}},
      Date{day(2021, 5, 1), std::nullopt, Grain::day, "depuis le 1er mai", ResolvedFrom::text, {}},
      Date{std::nullopt, day(2024, 1, 1), Grain::year, "jusqu’en 2023", ResolvedFrom::text, {}},
      Date{std::nullopt, std::nullopt, Grain::day, "vendredi", ResolvedFrom::unresolved, {}},
      ClockTime{12 * 60 + 45, "America/Chicago", Form::about},
      ClockTime{9 * 60 + 5, "", Form::exact},
      ClockTime{9 * 60, "", Form::between, 17 * 60},
  };
}

}  // namespace

std::vector<Value> every_value() {
  std::vector<Value> out = amounts();
  for (Value& value : moments()) out.push_back(std::move(value));
  out.push_back(Role{"Emmett Shear", "chief-executive", "OpenAI", RoleStatus::interim});
  out.push_back(Role{"Mira Murati", "chief-executive", "", RoleStatus::current});
  out.push_back(State{"return", {"Sam Altman", "OpenAI"}, Polarity::affirmed});
  out.push_back(State{"strike", {}, Polarity::denied});
  out.push_back(EntityName{"microsoft", "Microsoft"});
  out.push_back(PlainText{"un prototype"});
  return out;
}

Report report_of_values() {
  Report out;
  out.tool_version = "0.1.0";
  out.rules_digest = "0123456789abcdef";
  Document document;
  document.id = document.path = "values";
  out.documents.push_back(document);
  for (const Value& value : every_value()) {
    Claim claim;
    claim.kind = type_name(value);
    claim.attribute = claim.rule = "sample";
    claim.value = value;
    claim.line = claim.column = 1;
    Finding finding;
    finding.id = finding.fingerprint = "f-" + std::to_string(out.claims.size() + 1);
    finding.kind = claim.kind;
    finding.attribute = finding.rule = "sample";
    finding.members = {{static_cast<uint32_t>(out.claims.size()), 0}};
    finding.independent_origins = 1;
    out.claims.push_back(claim);
    out.findings.push_back(finding);
  }
  return out;
}

}  // namespace crosscheck::sample
