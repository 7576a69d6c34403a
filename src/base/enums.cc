// The names that enums have in JSON, in messages and in YAML.
#include "crosscheck/claim.h"
#include "crosscheck/finding.h"
#include "crosscheck/mention.h"
#include "crosscheck/value.h"

namespace crosscheck {
namespace {

// Each table is in the order of its enum.
template <typename Enum, size_t N>
const char* name(const char* const (&names)[N], Enum value) {
  const auto at = static_cast<size_t>(value);
  return at < N ? names[at] : "";
}

constexpr const char* kForms[] = {"exact",   "about",     "at_least", "more_than",
                                  "at_most", "less_than", "between",  "vague"};
constexpr const char* kGrains[] = {"year", "quarter",     "month", "week",
                                   "day",  "part_of_day", "hour",  "minute"};
constexpr const char* kResolved[] = {nullptr, "text", "published", "anchor"};
constexpr const char* kRoleStatus[] = {"current", "former", "interim", "named", "left"};
constexpr const char* kPolarities[] = {"affirmed", "denied"};
constexpr const char* kMentionKinds[] = {"count", "number",  "ordinal",      "percent", "ratio",
                                         "money", "measure", "duration",     "age",     "date",
                                         "time",  "person",  "organisation", "place",   "role"};
constexpr const char* kModalities[] = {"stated", "reported", "possible", "planned"};
constexpr const char* kStages[] = {"none", "forecast", "asked", "offered", "earlier", "left", "peak"};
constexpr const char* kSubjectFrom[] = {"slot", "complement", "clause", "sentence", "document", "absent"};
constexpr const char* kVerdicts[] = {"contradiction", "agreement", "single_source"};
constexpr const char* kReasons[] = {"none",     "value",   "bound",      "date",   "state",
                                    "polarity", "derived", "attributed", "update", "self"};
constexpr const char* kStatuses[] = {"new", "known", "reopened"};
constexpr const char* kRulings[] = {"real_conflict", "not_same", "right", "wait"};
constexpr const char* kLapses[] = {"", "values", "date"};
constexpr const char* kSeverities[] = {"note", "warning", "error"};
constexpr const char* kItemKinds[] = {"figure", "date", "name", "title", "place", "quotation"};
constexpr const char* kItemStates[] = {"contradicted", "no_source", "elsewhere", "one_source", "confirmed"};

}  // namespace

const char* to_string(Form form) { return name(kForms, form); }
const char* to_string(Grain grain) { return name(kGrains, grain); }
const char* to_string(ResolvedFrom from) {
  const char* text = name(kResolved, from);
  return text ? text : "";
}
const char* to_string(RoleStatus status) { return name(kRoleStatus, status); }
const char* to_string(Polarity polarity) { return name(kPolarities, polarity); }
const char* to_string(MentionKind kind) { return name(kMentionKinds, kind); }
const char* to_string(Modality modality) { return name(kModalities, modality); }
const char* to_string(Stage stage) { return name(kStages, stage); }
const char* to_string(SubjectFrom from) { return name(kSubjectFrom, from); }
const char* to_string(Verdict verdict) { return name(kVerdicts, verdict); }
const char* to_string(Reason reason) { return name(kReasons, reason); }
const char* to_string(Status status) { return name(kStatuses, status); }
const char* to_string(Ruling ruling) { return name(kRulings, ruling); }
const char* to_string(Lapse lapse) { return name(kLapses, lapse); }
const char* to_string(Severity severity) { return name(kSeverities, severity); }

const Interval* amount_of(const Value& value) {
  struct {
    const Interval* operator()(const Count& v) const { return &v.amount; }
    const Interval* operator()(const Percent& v) const { return &v.amount; }
    const Interval* operator()(const Ratio& v) const { return &v.amount; }
    const Interval* operator()(const Money& v) const { return &v.amount; }
    const Interval* operator()(const Measure& v) const { return v.base_unit.empty() ? &v.amount : &v.base; }
    const Interval* operator()(const Duration& v) const { return &v.seconds; }
    const Interval* operator()(const Age& v) const { return &v.amount; }
    const Interval* operator()(const PlainText&) const { return nullptr; }
    const Interval* operator()(const Ordinal&) const { return nullptr; }
    const Interval* operator()(const Date&) const { return nullptr; }
    const Interval* operator()(const ClockTime&) const { return nullptr; }
    const Interval* operator()(const Role&) const { return nullptr; }
    const Interval* operator()(const State&) const { return nullptr; }
    const Interval* operator()(const EntityName&) const { return nullptr; }
  } visitor;
  return std::visit(visitor, value);
}

Interval* amount_of(Value& value) {
  return const_cast<Interval*>(amount_of(static_cast<const Value&>(value)));
}

const char* type_name(const Value& value) {
  struct {
    const char* operator()(const PlainText&) const { return "text"; }
    const char* operator()(const Count& v) const { return v.number ? "number" : "count"; }
    const char* operator()(const Ordinal&) const { return "ordinal"; }
    const char* operator()(const Percent&) const { return "percent"; }
    const char* operator()(const Ratio&) const { return "ratio"; }
    const char* operator()(const Money&) const { return "money"; }
    const char* operator()(const Measure&) const { return "measure"; }
    const char* operator()(const Duration&) const { return "duration"; }
    const char* operator()(const Date&) const { return "date"; }
    const char* operator()(const ClockTime&) const { return "time"; }
    const char* operator()(const Age&) const { return "age"; }
    const char* operator()(const Role&) const { return "role"; }
    const char* operator()(const State&) const { return "state"; }
    const char* operator()(const EntityName&) const { return "entity"; }
  } visitor;
  return std::visit(visitor, value);
}
const char* to_string(ItemKind kind) { return name(kItemKinds, kind); }
const char* to_string(ItemState state) { return name(kItemStates, state); }

}  // namespace crosscheck
