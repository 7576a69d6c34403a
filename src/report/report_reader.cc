#include "report/report_reader.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/json_reader.h"
#include "report/value_reader.h"

namespace crosscheck {
namespace {

// What is wrong, found while reading; the first one counts.
struct Faults {
  std::string first;
  void add(std::string what) {
    if (first.empty()) first = std::move(what);
  }
};

int number(const JsonValue& from, const char* name) {
  int out = 0;
  return absl::SimpleAtoi(json_text(from, name), &out) ? out : 0;
}

bool flag(const JsonValue& from, const char* name) {
  const JsonValue* member = json_member(from, name);
  return member && member->IsBool() && member->GetBool();
}

// The elements of a member that must be a list.
std::vector<const JsonValue*> list(const JsonValue& from, const char* name, Faults* faults) {
  std::vector<const JsonValue*> out;
  const JsonValue* member = json_member(from, name);
  if (!member || !member->IsArray()) {
    faults->add(absl::StrCat("it has no list '", name, "'"));
    return out;
  }
  for (const JsonValue& item : member->GetArray()) out.push_back(&item);
  return out;
}

template <typename T>
void fill(const JsonValue& from, const char* name, Field<T>* field, T value) {
  if (json_text(from, name).empty()) return;
  field->value = std::move(value);
  field->origin = MetadataOrigin::given;
  const JsonValue* origins = json_member(from, "metadata_from");
  const std::string origin = origins ? json_text(*origins, name) : "";
  if (origin == "page") field->origin = MetadataOrigin::page;
  if (origin == "text") field->origin = MetadataOrigin::text;
}

class Reader {
 public:
  explicit Reader(Faults* faults) : faults_(*faults) {}

  Report read(const JsonValue& root) {
    if (json_text(root, "schema_version") != "1") {
      faults_.add("it is no report of crosscheck, or one of another version");
      return {};
    }
    if (const JsonValue* tool = json_member(root, "tool")) {
      out_.tool_version = json_text(*tool, "version");
      out_.rules_digest = json_text(*tool, "rules");
    }
    labels(root);
    for (const JsonValue* problem : list(root, "problems", &faults_)) read_problem(*problem);
    for (const JsonValue* document : list(root, "documents", &faults_)) read_document(*document);
    const auto findings = list(root, "findings", &faults_);
    for (const JsonValue* finding : findings) read_finding(*finding);
    for (size_t i = 0; i < findings.size(); ++i) {
      if (out_.findings[i].reason != Reason::derived) read_members(*findings[i], &out_.findings[i]);
    }
    for (const JsonValue* left : list(root, "not_compared", &faults_)) {
      out_.not_compared.push_back({read_claim(*left, *left), json_text(*left, "reason")});
    }
    // They cite claims that other findings or not_compared hold.
    for (size_t i = 0; i < findings.size(); ++i) {
      if (out_.findings[i].reason == Reason::derived) cite_members(*findings[i], &out_.findings[i]);
    }
    if (!faults_.first.empty()) return {};
    if (const auto fault = totals_add_up(out_)) faults_.add(*fault);
    return std::move(out_);
  }

 private:
  void labels(const JsonValue& root) {
    const JsonValue* all = json_member(root, "labels");
    if (!all || !all->IsObject()) return;
    for (const auto& [id, label] : all->GetObject()) {
      if (label.IsString()) out_.labels[id.GetString()] = label.GetString();
    }
  }

  void read_problem(const JsonValue& from) {
    Problem problem;
    problem.severity = enum_named(json_text(from, "severity"),
                                  {Severity::note, Severity::warning, Severity::error}, Severity::error);
    problem.path = json_text(from, "path");
    problem.line = number(from, "line");
    problem.column = number(from, "column");
    problem.what = json_text(from, "what");
    problem.fix = json_text(from, "fix");
    out_.problems.push_back(std::move(problem));
  }

  void read_document(const JsonValue& from) {
    Document document;
    document.id = json_text(from, "id");
    document.path = json_text(from, "path");
    document.is_draft = flag(from, "draft");
    document.sha256 = json_text(from, "sha256");
    Metadata& about = document.metadata;
    fill(from, "source", &about.source, json_text(from, "source"));
    fill(from, "title", &about.title, json_text(from, "title"));
    fill(from, "language", &about.language, json_text(from, "language"));
    fill(from, "url", &about.url, json_text(from, "url"));
    fill(from, "dossier", &about.dossier, json_text(from, "dossier"));
    if (auto moment = read_published(json_text(from, "published")))
      fill(from, "published", &about.published, *std::move(moment));
    for (const JsonValue* warning : list(from, "warnings", &faults_)) {
      if (warning->IsString()) document.warnings.push_back(warning->GetString());
    }
    const auto at = static_cast<uint32_t>(out_.documents.size());
    if (!documents_.emplace(document.id, at).second)
      faults_.add(absl::StrCat("two documents have the id '", document.id, "'"));
    out_.documents.push_back(std::move(document));
  }

  void read_finding(const JsonValue& from) {
    Finding finding;
    finding.id = json_text(from, "id");
    finding.fingerprint = json_text(from, "fingerprint");
    finding.dossier = json_text(from, "dossier");
    finding.verdict = enum_named(json_text(from, "verdict"),
                                 {Verdict::contradiction, Verdict::agreement, Verdict::single_source},
                                 Verdict::single_source);
    finding.reason = enum_named(json_text(from, "reason"),
                                {Reason::value, Reason::bound, Reason::date, Reason::state, Reason::polarity,
                                 Reason::derived, Reason::attributed, Reason::update, Reason::self},
                                Reason::none);
    finding.severity = enum_named(json_text(from, "severity"),
                                  {Severity::note, Severity::warning, Severity::error}, Severity::note);
    finding.kind = json_text(from, "kind");
    finding.subject = json_text(from, "subject");
    finding.attribute = json_text(from, "attribute");
    finding.label = json_text(from, "label");
    finding.rule = json_text(from, "rule");
    finding.explanation = json_text(from, "explanation");
    finding.independent_origins = number(from, "independent_origins");
    for (const JsonValue* value : list(from, "values", &faults_)) {
      if (value->IsString()) finding.values.push_back(value->GetString());
    }
    if (finding.id.empty() || finding.fingerprint.empty())
      faults_.add("a finding has no id or no fingerprint");
    out_.findings.push_back(std::move(finding));
  }

  void read_members(const JsonValue& from, Finding* finding) {
    for (const JsonValue* claim : list(from, "claims", &faults_))
      finding->members.push_back({read_claim(*claim, from), side(*claim, *finding)});
    if (finding->members.empty()) faults_.add(absl::StrCat(finding->id, " has no claim"));
  }

  void cite_members(const JsonValue& from, Finding* finding) {
    for (const JsonValue* claim : list(from, "claims", &faults_)) {
      const auto known = claims_.find(key(*claim));
      if (known == claims_.end()) {
        faults_.add(absl::StrCat(finding->id, " cites a claim that no other finding holds"));
        return;
      }
      finding->members.push_back({known->second, side(*claim, *finding)});
    }
    if (finding->members.empty()) faults_.add(absl::StrCat(finding->id, " has no claim"));
  }

  int side(const JsonValue& claim, const Finding& finding) {
    const int out = number(claim, "group");
    if (out < 0 || out > 1000) faults_.add(absl::StrCat(finding.id, " has a side ", out));
    return std::clamp(out, 0, 1000);
  }

  // What tells one claim from another of the same article.
  static std::tuple<std::string, std::string, std::string, std::string> key(const JsonValue& claim) {
    return {json_text(claim, "document"), json_text(claim, "start"), json_text(claim, "end"),
            json_text(claim, "quote")};
  }

  // `about` has what a claim shares with its finding.
  uint32_t read_claim(const JsonValue& from, const JsonValue& about) {
    Claim claim;
    const auto document = documents_.find(json_text(from, "document"));
    if (document == documents_.end()) {
      faults_.add(
          absl::StrCat("a claim is of a document '", json_text(from, "document"), "' that is not there"));
      return 0;
    }
    claim.document = document->second;
    claim.rule = json_text(about, "rule");
    claim.kind = json_text(about, "kind");
    claim.subject = json_text(about, "subject");
    claim.attribute = json_text(about, "attribute");
    read_evidence(from, &claim);
    const auto at = static_cast<uint32_t>(out_.claims.size());
    claims_.emplace(key(from), at);
    out_.claims.push_back(std::move(claim));
    return at;
  }

  void read_evidence(const JsonValue& from, Claim* claim) {
    const auto byte = [&](const char* name) -> uint64_t {
      uint64_t out = 0;
      return absl::SimpleAtoi(json_text(from, name), &out) ? out : 0;
    };
    claim->file = {byte("start"), byte("end")};
    claim->line = number(from, "line");
    claim->column = number(from, "column");
    claim->quote = json_text(from, "quote");
    claim->context = json_text(from, "context");
    claim->origin = json_text(from, "origin");
    claim->in_title = flag(from, "in_title");
    claim->quoted = flag(from, "quoted");
    if (const JsonValue* value = json_member(from, "value")) claim->value = read_value(*value);
    if (const JsonValue* qualifiers = json_member(from, "qualifiers"))
      claim->qualifiers = read_qualifiers(*qualifiers);
  }

  Faults& faults_;
  Report out_;
  std::map<std::string, uint32_t> documents_;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, uint32_t> claims_;
};

}  // namespace

std::optional<Report> read_report(const std::string& path, absl::string_view bytes, Problems* problems) {
  absl::ConsumePrefix(&bytes, "\xEF\xBB\xBF");
  Faults faults;
  JsonDocument root;
  Report out;
  if (parse_json_exactly(bytes, &root)) {
    out = Reader(&faults).read(root);
  } else {
    faults.add("it is no valid JSON");
  }
  if (faults.first.empty()) return out;
  Problem problem;
  problem.path = path;
  problem.what = absl::StrCat("the report cannot be read: ", faults.first);
  problem.fix = "write it anew with 'crosscheck check … --json-output FILE', or name the articles themselves";
  problems->push_back(std::move(problem));
  return std::nullopt;
}

}  // namespace crosscheck
