#include "compare/fingerprint.h"

#include <nettle/sha2.h>

#include <map>
#include <set>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace crosscheck {
namespace {

std::string interval(const Interval& amount) {
  return absl::StrCat(amount.low ? amount.low->to_string() : "", "..",
                      amount.high ? amount.high->to_string() : "", " ", to_string(amount.form));
}

struct Canonical {
  std::string operator()(const PlainText& v) const { return v.text; }
  std::string operator()(const Count& v) const { return interval(v.amount); }
  std::string operator()(const Ordinal& v) const { return v.value.to_string(); }
  std::string operator()(const Percent& v) const {
    return absl::StrCat(interval(v.amount), v.points ? " points" : " %");
  }
  std::string operator()(const Ratio& v) const { return interval(v.amount); }
  std::string operator()(const Money& v) const {
    return absl::StrCat(interval(v.amount), " ", v.currency, " ", v.per);
  }
  // What is the same in another unit is the same.
  std::string operator()(const Measure& v) const {
    const bool told = v.base_unit.empty();
    return absl::StrCat(interval(told ? v.amount : v.base), " ", told ? v.unit : v.base_unit);
  }
  std::string operator()(const Duration& v) const {
    const bool told = !v.seconds.low && !v.seconds.high;
    return absl::StrCat(interval(told ? v.amount : v.seconds), " ", told ? v.unit : "second");
  }
  std::string operator()(const Date& v) const {
    // A date that was never resolved is known by its words alone.
    if (!v.start && !v.end) return v.as_told;
    return absl::StrCat(v.start ? absl::FormatCivilTime(*v.start) : "", "..",
                        v.end ? absl::FormatCivilTime(*v.end) : "");
  }
  std::string operator()(const ClockTime& v) const {
    const std::string end = v.end_minute_of_day ? absl::StrCat("-", *v.end_minute_of_day) : "";
    return absl::StrCat(v.minute_of_day, end, " ", v.zone);
  }
  std::string operator()(const Age& v) const { return absl::StrCat(interval(v.amount), " ", v.unit); }
  std::string operator()(const Role& v) const {
    return absl::StrCat(v.person, " ", v.role, " ", v.organisation);
  }
  std::string operator()(const State& v) const { return absl::StrCat(v.event, " ", to_string(v.polarity)); }
  std::string operator()(const EntityName& v) const { return v.id; }
};

}  // namespace

std::string canonical(const Value& value) {
  return absl::StrCat(type_name(value), " ", std::visit(Canonical(), value));
}

std::string fingerprint(const Report& report, const Finding& finding) {
  std::map<int, std::set<std::string>> values;
  // Which claim comes first is no part of the meaning, nor is which of the rules of one attribute read it.
  std::set<std::string> subjects, attributes;
  for (const Member& member : finding.members) {
    const Claim& claim = report.claims[member.claim];
    values[member.side].insert(canonical(claim.value));
    if (!claim.subject_id.empty()) subjects.insert(claim.subject_id);
    if (claim.rule != "open") attributes.insert(claim.attribute);
  }
  const bool open = finding.rule == "open" || attributes.empty();
  const std::string& attribute = open ? finding.attribute : *attributes.begin();
  const std::string subject = subjects.empty() ? finding.subject : *subjects.begin();
  // Sides are a set: which one is the largest may change when an outlet repeats a value.
  std::set<std::string> sides;
  for (const auto& [side, texts] : values) sides.insert(absl::StrJoin(texts, "|"));
  // The verdict stays out: a value that one outlet tells is the same when a second repeats it.
  const std::string key = absl::StrCat("1\n", finding.dossier, "\n", open ? "open" : "rule", "\n", subject,
                                       "\n", attribute, "\n", absl::StrJoin(sides, "\n"));
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, key.size(), reinterpret_cast<const uint8_t*>(key.data()));
  uint8_t bytes[8];
  sha256_digest(&context, sizeof bytes, bytes);
  return absl::BytesToHexString({reinterpret_cast<const char*>(bytes), sizeof bytes});
}

}  // namespace crosscheck
