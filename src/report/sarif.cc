// SARIF 2.1.0 as GitHub code scanning reads it. Its limits, beyond which a file is refused, bite the least
// grave first, and each that bites is told among the notifications of the run. What is known or decided is
// left out by default: code scanning opens an alert for a result whatever its suppressions and its state say.
#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"
#include "report/json_writer.h"
#include "report/placing.h"
#include "report/render.h"

namespace crosscheck {
namespace {

constexpr size_t kMostResults = 25000;
constexpr size_t kShownResults = 5000;    // so many of them are shown, the gravest
constexpr size_t kMostBytes = 96u << 20;  // of results; 10 MB are taken, packed, and ten to one is a bad pack
constexpr size_t kMostRules = 25000;
constexpr size_t kMostLocations = 1000;    // of one result, related ones included
constexpr size_t kMostDescription = 1000;  // characters; 1,024 are taken
constexpr size_t kMostMessage = 4000;      // bytes of the part before the links
constexpr size_t kMostLinks = 20;          // in a message, which people read
constexpr char kUnsourced[] = "draft.no-source";

// Text for a message, in which [text](1) is a link to a location.
std::string no_links(absl::string_view text) {
  return absl::StrReplaceAll(one_line(text), {{"](", "]\u200B("}});
}

std::string link_text(absl::string_view text) {
  return absl::StrReplaceAll(one_line(text), {{"\\", "\\\\"}, {"[", "\\["}, {"]", "\\]"}});
}

std::string cut(std::string text, size_t limit) {
  if (text.size() <= limit) return text;
  size_t at = limit;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(0, at) + "…";
}

// Only what RFC 3986 leaves as it is in a path.
std::string uri_of(absl::string_view path) {
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = absl::ascii_isalnum(byte) ||
                       absl::string_view("-._~/!$&'()*+,;=@").find(c) != absl::string_view::npos;
    if (plain) {
      out.push_back(c);
    } else {
      absl::StrAppendFormat(&out, "%%%02X", byte);
    }
  }
  return out;
}

class Sarif {
 public:
  Sarif(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language)}, options_(options), json_(JsonWriter::Layout::indented) {
    for (const RuleInfo& rule : report.rules) add_rule(rule);
    choose_results();
  }

  std::string write() {
    json_.begin_object();
    json_.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
    json_.key("version").string("2.1.0");
    json_.key("runs").begin_array();
    json_.begin_object();
    tool();
    json_.key("columnKind").string("unicodeCodePoints");
    results();
    invocation();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  const Words& words() const { return view_.words; }

  void add_rule(const RuleInfo& rule) {
    if (rule_index_.contains(rule.id)) return;
    if (rules_.size() == kMostRules) return;
    rule_index_[rule.id] = rules_.size();
    rules_.push_back(rule);
  }

  // Contradictions that are not known; of a draft also what no source has.
  void choose_results() {
    for (const Finding& finding : view_.report.findings) {
      const bool unsourced = finding.verdict == Verdict::single_source && view_.in_draft(finding);
      if (finding.verdict == Verdict::contradiction ? options_.show_baselined || !view_.is_known(finding)
                                                    : unsourced) {
        shown_.push_back(&finding);
      }
    }
    std::stable_sort(shown_.begin(), shown_.end(), [](const Finding* a, const Finding* b) {
      return std::tie(a->verdict, b->severity) < std::tie(b->verdict, a->severity);
    });
    if (const int known = options_.show_baselined ? 0 : view_.known(); known > 0)
      notes_.push_back(words().count("sarif.known", known));
    if (shown_.size() > kMostResults) {
      receipt("sarif.results_cut", shown_.size() - kMostResults);
      shown_.resize(kMostResults);
    }
    for (const Finding* finding : shown_) {
      const bool unsourced = finding->verdict == Verdict::single_source;
      if (unsourced) {
        add_rule({kUnsourced, words()("draft.no_source"), "draft", Severity::note});
      } else {
        // "open" and a rule that the list lacks.
        add_rule({finding->rule, finding->rule == "open" ? words()("sarif.open") : finding->label,
                  finding->kind, finding->severity});
      }
    }
  }

  void receipt(absl::string_view key, size_t n) {
    receipts_.push_back(words().count(key, static_cast<int64_t>(n)));
  }

  void text(JsonWriter::Name key, const std::string& words_of) {
    json_.key(key).begin_object();
    json_.key("text").string(words_of);
    json_.end_object();
  }

  void tool() {
    json_.key("tool").begin_object();
    json_.key("driver").begin_object();
    json_.key("name").string("crosscheck");
    json_.key("version").string(view_.report.tool_version);
    json_.key("semanticVersion").string(view_.report.tool_version);
    json_.key("language").string(words()("language"));
    json_.key("rules").begin_array();
    for (const RuleInfo& rule : rules_) write(rule);
    json_.end_array();
    json_.key("properties").begin_object();
    json_.key("rulesDigest").string(view_.report.rules_digest);
    json_.end_object();
    json_.end_object();
    json_.end_object();
  }

  void write(const RuleInfo& rule) {
    const bool unsourced = rule.id == kUnsourced;
    const std::string kind = unsourced ? "sarif.unsourced" : "sarif.rule";
    const Words::Slots slots = {{"label", rule.label}, {"rule", rule.id}};
    json_.begin_object();
    json_.key("id").string(rule.id);
    json_.key("name").string(cut(rule.label, 250));
    text("shortDescription", cut(words().fill(kind + "_short", slots), kMostDescription));
    text("fullDescription", cut(words().fill(kind + "_full", slots), kMostDescription));
    json_.key("help").begin_object();
    json_.key("text").string(words().fill(kind + "_help", slots));
    json_.key("markdown")
        .string(words().fill(kind + "_help", {{"label", escape_markdown(rule.label)},
                                              {"rule", absl::StrCat("`", rule.id, "`")}}));
    json_.end_object();
    json_.key("defaultConfiguration").begin_object();
    json_.key("level").string(to_string(rule.severity));
    json_.end_object();
    json_.key("properties").begin_object();
    json_.key("tags").begin_array();
    json_.string("fact-check");
    if (!rule.kind.empty()) json_.string(rule.kind);
    json_.end_array();
    json_.key("precision").string(rule.id == "open" ? "low" : "medium");
    json_.key("problem.severity")
        .string(rule.severity == Severity::note ? "recommendation" : to_string(rule.severity));
    json_.end_object();
    json_.end_object();
  }

  void results() {
    json_.key("results").begin_array();
    size_t written = 0;
    for (; written < shown_.size() && json_.size() < kMostBytes; ++written) write(*shown_[written]);
    json_.end_array();
    if (written < shown_.size()) receipt("sarif.size_cut", shown_.size() - written);
    if (written > kShownResults) receipt("sarif.display_cut", written - kShownResults);
  }

  void write(const Finding& finding) {
    const bool unsourced = finding.verdict == Verdict::single_source;
    const std::string rule = unsourced ? kUnsourced : finding.rule;
    std::vector<uint32_t> claims = claims_by_place(view_, finding);
    if (claims.size() > kMostLocations) {
      receipt("sarif.locations_cut", claims.size() - kMostLocations);
      claims.resize(kMostLocations);
    }
    json_.begin_object();
    json_.key("ruleId").string(rule);
    if (const auto index = rule_index_.find(rule); index != rule_index_.end())
      json_.key("ruleIndex").integer(static_cast<int64_t>(index->second));
    json_.key("level").string(to_string(finding.severity));
    text("message", message(finding, claims));
    json_.key("locations").begin_array();
    location(claims[0], 0, "");
    json_.end_array();
    json_.key("relatedLocations").begin_array();
    for (size_t i = 1; i < claims.size(); ++i) location(claims[i], i, told(claims[i]));
    json_.end_array();
    fingerprints(finding);
    // All results have one, or none has.
    if (view_.report.has_baseline) json_.key("baselineState").string(baseline_state(finding));
    suppressions(finding);
    properties(finding);
    json_.end_object();
  }

  // "770 (Harbour Wire)"
  std::string told(uint32_t claim) const {
    return absl::StrCat(view_.value(view_.claim(claim)), " (",
                        view_.outlet(view_.document(view_.claim(claim))), ")");
  }

  // The first sentence stands alone; the second links to the other places.
  std::string message(const Finding& finding, const std::vector<uint32_t>& claims) const {
    std::string out = cut(no_links(words().fill("list.said", {{"who", view_.subject_and_label(finding)},
                                                              {"what", view_.statement(finding)}})),
                          kMostMessage);
    absl::StrAppend(&out, ".");
    for (const std::string& told : view_.decisions(finding))
      absl::StrAppend(&out, " ", cut(no_links(told), kMostMessage), ".");
    if (claims.size() < 2) return out;
    std::vector<std::string> links;
    for (size_t i = 1; i < claims.size() && links.size() < kMostLinks; ++i)
      links.push_back(absl::StrCat("[", link_text(told(claims[i])), "](", i, ")"));
    absl::StrAppend(&out, " ",
                    words().fill("list.said", {{"who", words()("sarif.compare_with")},
                                               {"what", absl::StrJoin(links, words()("list.comma"))}}));
    if (claims.size() - 1 > links.size()) {
      absl::StrAppend(&out, words()("list.comma"),
                      words().fill("text.more", {{"n", absl::StrCat(claims.size() - 1 - links.size())}}));
    }
    return out + ".";
  }

  void location(uint32_t index, size_t id, const std::string& message) {
    const Claim& claim = view_.claim(index);
    const Document& document = view_.document(claim);
    const Region region = region_of(document, claim.span);
    json_.begin_object();
    json_.key("id").integer(static_cast<int64_t>(id));
    json_.key("physicalLocation").begin_object();
    json_.key("artifactLocation").begin_object();
    artifact(document.path);
    json_.end_object();
    json_.key("region").begin_object();
    json_.key("startLine").integer(region.start_line);
    json_.key("startColumn").integer(region.start_column);
    json_.key("endLine").integer(region.end_line);
    json_.key("endColumn").integer(region.end_column);
    text("snippet", one_line(claim.quote));
    json_.end_object();
    json_.end_object();
    if (!message.empty()) text("message", no_links(message));
    json_.end_object();
  }

  // Relative to the root of the repository; a file outside of it by its own address.
  void artifact(const std::string& path) {
    const std::string there = path == "-" ? "stdin" : repository_path(path, options_);
    const bool absolute = there.size() > 1 && there[0] == '/';
    json_.key("uri").string(absolute ? absl::StrCat("file://", uri_of(there)) : uri_of(there));
    if (!absolute) json_.key("uriBaseId").string("%SRCROOT%");
  }

  // Code scanning looks at the first only. Both are made of what the finding means, so that it stays one
  // alert wherever its words are moved to.
  void fingerprints(const Finding& finding) {
    const std::string key =
        absl::StrCat(finding.dossier, finding.dossier.empty() ? "" : "/", finding.fingerprint);
    json_.key("partialFingerprints").begin_object();
    json_.key("primaryLocationLineHash").string(absl::StrCat(key, ":", ++times_[key]));
    json_.key("crosscheckFinding/v1").string(key);
    json_.end_object();
  }

  static const char* baseline_state(const Finding& finding) {
    switch (finding.status) {
      case Status::known:
        return "unchanged";
      case Status::reopened:
        return "updated";
      case Status::fresh:
        break;
    }
    return "new";
  }

  // What says that the result need not be looked at, and what an editor said instead of that.
  void suppressions(const Finding& finding) {
    const std::vector<Judgement> all = view_.judgements(finding);
    if (std::none_of(all.begin(), all.end(), [](const Judgement& judgement) { return judgement.holds; }))
      return;
    json_.key("suppressions").begin_array();
    for (const Judgement& judgement : all) {
      if (!judgement.holds) continue;
      json_.begin_object();
      json_.key("kind").string(is_in_article(finding, judgement) ? "inSource" : "external");
      json_.key("status").string(status_of(finding, judgement));
      json_.key("justification").string(one_line(judgement.words));
      json_.end_object();
    }
    json_.end_array();
  }

  bool is_in_article(const Finding& finding, const Judgement& judgement) const {
    return judgement.by == Judgement::By::article &&
           view_.report.documents[finding.ignored->document].path == finding.ignored->path;
  }

  static const char* status_of(const Finding& finding, const Judgement& judgement) {
    if (judgement.by != Judgement::By::editor) return "accepted";
    switch (finding.decision->ruling) {
      case Ruling::real_conflict:
        return "rejected";
      case Ruling::wait:
        return "underReview";
      case Ruling::not_same:
      case Ruling::right:
        break;
    }
    return "accepted";
  }

  void properties(const Finding& finding) {
    json_.key("properties").begin_object();
    json_.key("id").string(finding.id);
    json_.key("reason").string(to_string(finding.reason));
    if (!finding.dossier.empty()) json_.key("dossier").string(finding.dossier);
    json_.end_object();
  }

  void invocation() {
    const Problems& problems = view_.report.problems;
    const bool unread = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
      return problem.severity == Severity::error;
    });
    json_.key("invocations").begin_array();
    json_.begin_object();
    json_.key("executionSuccessful").boolean(!unread);
    json_.key("toolExecutionNotifications").begin_array();
    for (const std::string& told : receipts_) notification("warning", told);
    for (const std::string& told : notes_) notification("note", told);
    for (const Problem& problem : problems) notification(to_string(problem.severity), view_.problem(problem));
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void notification(const char* level, const std::string& message) {
    json_.begin_object();
    json_.key("level").string(level);
    text("message", no_links(message));
    json_.end_object();
  }

  View view_;
  const FormatOptions& options_;
  JsonWriter json_;
  std::vector<RuleInfo> rules_;
  std::map<std::string, size_t> rule_index_;
  std::vector<const Finding*> shown_;
  std::vector<std::string> receipts_, notes_;
  std::map<std::string, int> times_;
};

}  // namespace

std::string render_sarif(const Report& report, const FormatOptions& options) {
  return Sarif(report, options).write();
}

}  // namespace crosscheck
