// The report as data, schema version 1 (reports/report.schema.json). Fields may be added, never renamed.
#include <algorithm>

#include "base/spool.h"
#include "report/json_parts.h"
#include "report/render.h"
#include "report/value_json.h"

namespace crosscheck {
namespace {

const char* to_string(MetadataOrigin origin) {
  switch (origin) {
    case MetadataOrigin::given:
      return "given";
    case MetadataOrigin::page:
      return "page";
    case MetadataOrigin::text:
      return "text";
    case MetadataOrigin::absent:
      break;
  }
  return "";
}

template <typename T, typename Write>
void write_list(JsonWriter::Name name, const std::vector<T>& items, JsonWriter& json, Write write_item) {
  json.key(name).begin_array();
  for (const T& item : items) {
    json.begin_object();
    write_item(item);
    json.end_object();
  }
  json.end_array();
}

// The items of one list of the report, made before what stands in front of them can be known.
class Section {
 public:
  Section() : json_(JsonWriter::Layout::indented) {
    json_.begin_object();
    json_.key("").begin_array();
    json_.drain([](absl::string_view) {});
  }

  template <typename T, typename Write>
  void add(const std::vector<T>& items, Write write_item) {
    for (const T& item : items) {
      json_.begin_object();
      write_item(item, json_);
      json_.end_object();
      if (json_.size() >= kPiece) put_aside();
      empty_ = false;
    }
  }

  // As the member `name` of the object that `whole` is writing.
  bool copy(JsonWriter::Name name, JsonWriter& whole, const Put& put) {
    put_aside();
    whole.key(name).begin_foreign_array();
    whole.drain(put);
    const bool read = spool_.copy(put);
    whole.end_foreign_array(empty_);
    return read;
  }

  bool empty() const { return empty_; }

 private:
  static constexpr size_t kPiece = 1 << 16;

  void put_aside() {
    json_.drain([&](absl::string_view text) { spool_.add(text); });
  }

  JsonWriter json_;
  Spool spool_;
  bool empty_ = true;
};

// Writes the items of one part.
class ItemWriter {
 public:
  ItemWriter(const Report& report, JsonWriter& json) : report_(report), json_(json) {}

  void write(const Problem& problem) {
    json_.key("severity").string(crosscheck::to_string(problem.severity));
    json_.key("path").string_or_null(problem.path);
    json_.key("line").integer(problem.line);
    json_.key("column").integer(problem.column);
    json_.key("what").string(problem.what);
    json_.key("fix").string_or_null(problem.fix);
  }

  void write(const Document& document) {
    const Metadata& about = document.metadata;
    json_.key("id").string(document.id);
    json_.key("path").string(document.path);
    if (document.is_draft) json_.key("draft").boolean(true);
    json_.key("source").string_or_null(about.source.value);
    json_.key("title").string_or_null(about.title.value);
    json_.key("published").string_or_null(about.published.value.text);
    json_.key("language").string_or_null(about.language.value);
    json_.key("url").string_or_null(about.url.value);
    json_.key("dossier").string_or_null(about.dossier.value);
    json_.key("sha256").string(document.sha256);
    json_.key("warnings").begin_array();
    for (const std::string& warning : document.warnings) json_.string(warning);
    json_.end_array();
    json_.key("metadata_from").begin_object();
    json_.key("source").string_or_null(to_string(about.source.origin));
    json_.key("title").string_or_null(to_string(about.title.origin));
    json_.key("published").string_or_null(to_string(about.published.origin));
    json_.key("language").string_or_null(to_string(about.language.origin));
    json_.end_object();
  }

  void write(const Finding& finding) {
    json_.key("id").string(finding.id);
    json_.key("fingerprint").string(finding.fingerprint);
    json_.key("dossier").string_or_null(finding.dossier);
    json_.key("verdict").string(crosscheck::to_string(finding.verdict));
    json_.key("reason").string_or_null(
        finding.reason == Reason::none ? "" : crosscheck::to_string(finding.reason));
    json_.key("severity").string(crosscheck::to_string(finding.severity));
    json_.key("kind").string(finding.kind);
    json_.key("subject").string_or_null(finding.subject);
    json_.key("attribute").string(finding.attribute);
    json_.key("label").string_or_null(finding.label);
    json_.key("rule").string(finding.rule);
    json_.key("explanation").string(finding.explanation);
    json_.key("independent_origins").integer(finding.independent_origins);
    json_.key("new").boolean(finding.is_new());
    json_.key("status").string(crosscheck::to_string(finding.status));
    json_.key("values").begin_array();
    for (const std::string& value : finding.values) json_.string(value);
    json_.end_array();
    decision("decision", finding.decision);
    decision("lapsed_decision", finding.lapsed_decision);
    json_.key("lapsed_by").string_or_null(crosscheck::to_string(finding.lapse));
    accepted(finding);
    ignored(finding.ignored);
    list("claims", finding.members, [this](const Member& member) {
      const Claim& claim = report_.claims[member.claim];
      write_claim_fields(claim, report_.documents[claim.document].id, json_);
      json_.key("group").integer(member.side);
    });
  }

  void write(const DraftItem& item) {
    const auto document = std::find_if(report_.documents.begin(), report_.documents.end(),
                                       [](const Document& article) { return article.is_draft; });
    const FileSpan file = document->to_file(item.span);
    json_.key("kind").string(crosscheck::to_string(item.kind));
    json_.key("state").string(crosscheck::to_string(item.state));
    json_.key("origins").integer(item.origins);
    json_.key("start").integer(static_cast<int64_t>(file.begin));
    json_.key("end").integer(static_cast<int64_t>(file.end));
    json_.key("line").integer(item.line);
    json_.key("column").integer(item.column);
    json_.key("quote").string(item.quote);
    json_.key("nearest").string_or_null(item.nearest);
    json_.key("repeats");
    if (item.repeats) {
      json_.integer(*item.repeats);
    } else {
      json_.null();
    }
    json_.key("findings").begin_array();
    for (const uint32_t f : item.findings) json_.string(report_.findings[f].id);
    json_.end_array();
    list("sources", item.sources, [this](const ItemSource& source) {
      json_.key("document").string(report_.documents[source.document].id);
      json_.key("line").integer(source.line);
      json_.key("column").integer(source.column);
      json_.key("quote").string(source.quote);
      json_.key("origin").string(source.origin);
      json_.key("against").boolean(source.against);
    });
  }

  void accepted(const Finding& finding) {
    json_.key("accepted");
    if (!finding.accepted) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.key("reason").string_or_null(finding.accepted->reason);
    json_.key("owner").string_or_null(finding.accepted->owner);
    json_.key("expires").string_or_null(finding.accepted->expires);
    json_.key("lapsed_by").string_or_null(crosscheck::to_string(finding.accepted_lapse));
    json_.end_object();
  }

  void ignored(const std::optional<Ignore>& ignored) {
    json_.key("ignored");
    if (!ignored) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.key("rule").string(ignored->rule);
    json_.key("reason").string(ignored->reason);
    json_.key("path").string(ignored->path);
    json_.key("line").integer(ignored->line);
    json_.end_object();
  }

  void decision(JsonWriter::Name key, const std::optional<Decision>& decision) {
    json_.key(key);
    if (!decision) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.key("fingerprint").string(decision->of.fingerprint);
    json_.key("rule").string(decision->of.rule);
    json_.key("subject").string_or_null(decision->of.subject);
    json_.key("attribute").string(decision->of.attribute);
    json_.key("values").begin_array();
    for (const std::string& value : decision->of.values) json_.string(value);
    json_.end_array();
    json_.key("decision").string(crosscheck::to_string(decision->ruling));
    json_.key("value").string_or_null(decision->value);
    json_.key("by").string(decision->by);
    json_.key("at").string(decision->at);
    json_.key("note").string_or_null(decision->note);
    json_.key("until").string_or_null(decision->until);
    json_.end_object();
  }

  void write(const NotCompared& left) {
    const Claim& claim = report_.claims[left.claim];
    json_.key("reason").string(left.reason);
    json_.key("kind").string(claim.kind);
    json_.key("subject").string_or_null(claim.subject);
    json_.key("attribute").string(claim.attribute);
    json_.key("rule").string(claim.rule);
    write_claim_fields(claim, report_.documents[claim.document].id, json_);
  }

 private:
  template <typename T, typename Write>
  void list(JsonWriter::Name name, const std::vector<T>& items, Write write_item) {
    write_list(name, items, json_, write_item);
  }

  const Report& report_;
  JsonWriter& json_;
};

}  // namespace

struct JsonParts::Implementation {
  Section documents, findings, checklist, not_compared;
  Totals counts;

  template <typename T>
  static void add(const Report& part, const std::vector<T>& items, Section* section) {
    section->add(items, [&](const T& item, JsonWriter& json) { ItemWriter(part, json).write(item); });
  }

  static void tool(const Report& frame, JsonWriter& json) {
    json.key("tool").begin_object();
    json.key("name").string("crosscheck");
    json.key("version").string(frame.tool_version);
    json.key("rules").string(frame.rules_digest);
    json.end_object();
  }

  // How what values name by an id is called.
  static void labels(const Report& frame, JsonWriter& json) {
    json.key("labels").begin_object();
    for (const auto& [id, label] : frame.labels) json.other_key(id).string(label);
    json.end_object();
  }

  void summary(const Report& frame, JsonWriter& json) const {
    json.key("summary").begin_object();
    json.key("documents").integer(counts.documents);
    json.key("claims").integer(counts.claims);
    json.key("agreement").integer(counts.agreement);
    json.key("contradiction").integer(counts.contradiction);
    json.key("single_source").integer(counts.single_source);
    json.key("not_compared").integer(counts.not_compared);
    json.key("new").integer(counts.fresh);
    json.key("known").integer(counts.known);
    json.key("reopened").integer(counts.reopened);
    json.key("gone").integer(frame.gone);
    json.key("decided").integer(counts.decided);
    json.key("ignored").integer(counts.ignored);
    json.end_object();
  }
};

JsonParts::JsonParts() : implementation_(std::make_unique<Implementation>()) {}
JsonParts::~JsonParts() = default;

void JsonParts::add(const Report& part) {
  Implementation& own = *implementation_;
  Implementation::add(part, part.documents, &own.documents);
  Implementation::add(part, part.findings, &own.findings);
  Implementation::add(part, part.checklist, &own.checklist);
  Implementation::add(part, part.not_compared, &own.not_compared);
  own.counts += totals(part);
}

bool JsonParts::finish(const Report& frame, const Put& put) {
  Implementation& own = *implementation_;
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.key("schema_version").string("1");
  own.tool(frame, json);
  own.labels(frame, json);
  write_list("problems", frame.problems, json,
             [&](const Problem& problem) { ItemWriter(frame, json).write(problem); });
  bool whole = own.documents.copy("documents", json, put);
  whole &= own.findings.copy("findings", json, put);
  if (!own.checklist.empty()) whole &= own.checklist.copy("checklist", json, put);
  whole &= own.not_compared.copy("not_compared", json, put);
  own.summary(frame, json);
  json.end_object();
  json.drain(put);
  put("\n");
  return whole;
}

std::string render_json(const Report& report, const FormatOptions&) {
  std::string out;
  JsonParts parts;
  parts.add(report);
  parts.finish(report, [&](absl::string_view piece) { out.append(piece.data(), piece.size()); });
  return out;
}

}  // namespace crosscheck
