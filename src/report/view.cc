#include "report/view.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/because.h"
#include "report/date_words.h"
#include "report/value_words.h"

namespace crosscheck {
namespace {

void add_once(std::string text, std::vector<std::string>* out) {
  if (!text.empty() && std::find(out->begin(), out->end(), text) == out->end())
    out->push_back(std::move(text));
}

bool inside_character(absl::string_view text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The last `limit` bytes of `text` or fewer, from the start of a word.
std::string tail(absl::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  size_t at = text.size() - limit;
  const size_t blank = text.find(' ', at);
  if (blank != absl::string_view::npos) at = blank + 1;
  while (inside_character(text, at)) ++at;
  return absl::StrCat("… ", text.substr(at));
}

std::string head(absl::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  const size_t blank = text.rfind(' ', limit);
  size_t at = blank == absl::string_view::npos || blank == 0 ? limit : blank;
  while (inside_character(text, at)) --at;
  return absl::StrCat(text.substr(0, at), " …");
}

std::string sources_of(const Words& words, size_t outlets, size_t origins,
                       const std::vector<std::string>& names) {
  const std::string told = words.count("count.outlet", static_cast<int64_t>(outlets));
  const std::string from = words.count("count.origin", static_cast<int64_t>(origins));
  if (names.empty()) return words.fill("text.sources", {{"outlets", told}, {"origins", from}});
  return words.fill(
      "text.sources_named",
      {{"outlets", told}, {"origins", from}, {"names", absl::StrJoin(names, words("list.comma"))}});
}

std::string until(std::string what, const std::string& day, const Words& words) {
  if (day.empty()) return what;
  return words.fill("decision.until", {{"what", what}, {"date", day_in_words(day, words)}});
}

std::string with_note(std::string what, const std::string& note, const Words& words) {
  if (note.empty()) return what;
  return words.fill("decision.note", {{"what", what}, {"note", note}});
}

Judgement accepted_in_words(const Finding& finding, const Words& words) {
  const Accepted& accepted = *finding.accepted;
  const bool holds = finding.accepted_lapse == Lapse::none;
  std::string what = accepted.reason.empty() ? words("decision.no_reason") : accepted.reason;
  what = with_note(until(std::move(what), accepted.expires, words), accepted.owner, words);
  const std::string key =
      absl::StrCat("decision.accepted", holds ? "" : "_", to_string(finding.accepted_lapse));
  const std::string values = absl::StrJoin(accepted.of.values, words("list.comma"));
  return {Judgement::By::baseline,
          holds,
          words.fill(key, {{"what", what}, {"values", values}}),
          accepted.owner,
          accepted.expires,
          accepted.reason};
}

Judgement decision_in_words(const Decision& decision, Lapse lapse, const Words& words) {
  std::string what =
      words.fill(absl::StrCat("decision.", to_string(decision.ruling)), {{"value", decision.value}});
  what = with_note(until(std::move(what), decision.until, words), decision.note, words);
  const bool holds = lapse == Lapse::none;
  const std::string key =
      holds ? std::string("decision.made") : absl::StrCat("decision.lapsed_", to_string(lapse));
  const std::string day = day_in_words(decision.at, words);
  return {Judgement::By::editor,
          holds,
          words.fill(key, {{"who", decision.by}, {"date", day}, {"what", what}}),
          decision.by,
          decision.until,
          decision.note};
}

}  // namespace

Excerpt excerpt(const Claim& claim, size_t limit) {
  const absl::string_view context = claim.context;
  size_t at = claim.span.begin - claim.context_span.begin;
  const bool placed = claim.context_span.contains(claim.span) && at <= context.size() &&
                      context.substr(at, claim.quote.size()) == claim.quote;
  if (!placed) at = context.find(claim.quote);
  if (claim.quote.empty() || at == absl::string_view::npos) return {"", claim.quote, ""};
  return {tail(context.substr(0, at), limit), claim.quote,
          head(context.substr(at + claim.quote.size()), limit)};
}

std::string View::outlet(const Document& document) const {
  if (!document.metadata.source.value.empty()) return document.metadata.source.value;
  return document.is_draft ? words("draft.name") : document.id;
}

std::string View::place(const Claim& claim) const {
  return absl::StrCat(document(claim).path, ":", claim.line, ":", claim.column);
}

std::string View::said(const std::string& who, const std::string& what) const {
  return words.fill("list.said", {{"who", who}, {"what", what}});
}

std::string View::value(const Claim& claim) const {
  return value_in_words(claim.value, report.labels, words);
}

std::string View::subject_and_label(const Finding& finding) const {
  const std::string what = label(finding);
  return finding.subject.empty() ? what : absl::StrCat(finding.subject, " — ", what);
}

std::string View::label(const Finding& finding) const {
  const bool named = !finding.label.empty() && finding.label != finding.attribute;
  return named ? finding.label : attribute(finding.attribute);
}

std::string View::attribute(const std::string& id) const {
  const std::string* kind = report.labels.contains(id) ? nullptr : words.find(absl::StrCat("kind.", id));
  return kind ? *kind : label_of(id, report.labels);
}

std::string View::statement(const Finding& finding) const {
  if (finding.verdict != Verdict::single_source || !in_draft(finding)) return finding.explanation;
  return words.fill("draft.no_source_for", {{"value", value(claim(finding.members.front().claim))}});
}

bool View::is_known(const Finding& finding) const { return !finding.is_new() || is_settled(finding); }

bool View::has_draft() const {
  return std::any_of(report.documents.begin(), report.documents.end(),
                     [](const Document& document) { return document.is_draft; });
}

bool View::in_draft(const Finding& finding) const {
  return std::any_of(finding.members.begin(), finding.members.end(),
                     [&](const Member& member) { return document(claim(member.claim)).is_draft; });
}

std::string View::part(const std::string& id) const {
  const std::string* known = words.find(absl::StrCat("part.", id));
  return known ? *known : label_of(id, report.labels);
}

std::string View::subject_and_attribute(const Claim& claim) const {
  const std::string label = attribute(claim.attribute);
  return claim.subject.empty() ? label : absl::StrCat(claim.subject, " — ", label);
}

std::vector<std::string> View::qualifiers(const Claim& claim) const {
  const Qualifiers& q = claim.qualifiers;
  std::vector<std::string> out;
  if (!q.attribution.empty()) {
    add_once(words.fill("text.said_by", {{"who", label_of(q.attribution, report.labels)}}), &out);
  }
  if (q.as_of) add_once(words.fill("text.as_of", {{"date", date_in_words(*q.as_of, words)}}), &out);
  if (!q.subset.empty()) add_once(words.fill("text.only", {{"what", part(q.subset)}}), &out);
  add_once(label_of(q.place, report.labels), &out);
  add_once(words(absl::StrCat("polarity.", to_string(q.polarity))), &out);
  add_once(words(absl::StrCat("modality.", to_string(q.modality))), &out);
  add_once(words(absl::StrCat("stage.", to_string(q.stage))), &out);
  if (claim.in_title) add_once(words("text.in_title"), &out);
  if (claim.quoted) add_once(words("text.quoted"), &out);
  const Document& article = document(claim);
  if (!claim.origin.empty() && claim.origin != outlet(article) && claim.origin != article.id) {
    add_once(words.fill("text.origin", {{"who", claim.origin}}), &out);
  }
  return out;
}

std::vector<SideView> View::sides(const Finding& finding) const {
  std::map<int, SideView> sides;
  for (const Member& member : finding.members) {
    SideView& side = sides[member.side];
    side.side = member.side;
    side.claims.push_back(member.claim);
    const Claim& told = claim(member.claim);
    const std::string speaker = label_of(told.qualifiers.attribution, report.labels);
    side.speaker = side.claims.size() == 1 || side.speaker == speaker ? speaker : "";
    add_once(value(told), &side.values);
    add_once(outlet(document(told)), &side.outlets);
    add_once(told.origin, &side.origins);
  }
  std::vector<SideView> out;
  for (auto& [number, side] : sides) out.push_back(std::move(side));
  std::stable_partition(out.begin(), out.end(), [&](const SideView& side) {
    return std::any_of(side.claims.begin(), side.claims.end(),
                       [&](uint32_t index) { return document(claim(index)).is_draft; });
  });
  return out;
}

std::string View::sources(const Finding& finding) const {
  std::vector<std::string> outlets, origins;
  for (const Member& member : finding.members) {
    add_once(outlet(document(claim(member.claim))), &outlets);
    add_once(claim(member.claim).origin, &origins);
  }
  // Names are news only where they are fewer than the outlets.
  if (origins.size() >= outlets.size()) origins.clear();
  return sources_of(words, outlets.size(), static_cast<size_t>(finding.independent_origins), origins);
}

std::string View::sources(const SideView& side) const {
  if (side.outlets.size() < 2 || side.origins.empty())
    return absl::StrJoin(side.outlets, words("list.comma"));
  const bool fewer = side.origins.size() < side.outlets.size();
  return sources_of(words, side.outlets.size(), side.origins.size(),
                    fewer ? side.origins : std::vector<std::string>());
}

bool View::rests_on_one(const Finding& finding) const {
  return finding.verdict == Verdict::agreement && finding.independent_origins <= 1;
}

std::string View::status(const Finding& finding) const {
  const char* status = finding.ignored       ? "ignored"
                       : is_settled(finding) ? "decided"
                                             : to_string(finding.status);
  return words(absl::StrCat("status.", status));
}

std::vector<Judgement> View::judgements(const Finding& finding) const {
  std::vector<Judgement> out;
  if (finding.accepted) out.push_back(accepted_in_words(finding, words));
  if (finding.ignored) {
    const Ignore& ignored = *finding.ignored;
    const std::string where = absl::StrCat(ignored.path, ":", ignored.line);
    out.push_back({Judgement::By::article, true,
                   words.fill("decision.ignored", {{"where", where}, {"why", ignored.reason}}), "", "",
                   ignored.reason});
  }
  if (finding.decision) out.push_back(decision_in_words(*finding.decision, Lapse::none, words));
  if (finding.lapsed_decision)
    out.push_back(decision_in_words(*finding.lapsed_decision, finding.lapse, words));
  return out;
}

std::vector<std::string> View::decisions(const Finding& finding) const {
  std::vector<std::string> out;
  for (Judgement& judgement : judgements(finding)) out.push_back(std::move(judgement.words));
  return out;
}

int View::known() const {
  return static_cast<int>(
      std::count_if(report.findings.begin(), report.findings.end(), [this](const Finding& finding) {
        return finding.verdict == Verdict::contradiction && is_known(finding);
      }));
}

std::string View::standing() const {
  const Totals counts = totals(report);
  if (!report.has_baseline && counts.ignored == 0) return "";
  std::vector<std::string> parts = {words.count("count.new", counts.fresh)};
  const auto add = [&](absl::string_view key, int n) {
    if (n > 0) parts.push_back(words.count(key, n));
  };
  add("count.reopened", counts.reopened);
  add("count.known", counts.known);
  add("count.gone", counts.gone);
  add("count.decided", counts.decided);
  add("count.ignored", counts.ignored);
  return absl::StrJoin(parts, words("list.comma"));
}

std::string View::headline() const {
  const Totals counts = totals(report);
  const auto notes =
      std::count_if(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::contradiction && finding.severity == Severity::note;
      });
  std::vector<std::string> parts = {counts.contradiction == 0
                                        ? words("text.no_contradiction")
                                        : words.count("count.contradiction", counts.contradiction)};
  if (notes > 0) absl::StrAppend(&parts[0], " (", words.count("count.note", notes), ")");
  parts.push_back(words.count("count.agreement", counts.agreement));
  parts.push_back(words.count("count.single_source", counts.single_source));
  parts.push_back(words.count("count.not_compared", counts.not_compared));
  return absl::StrJoin(parts, words("list.comma"));
}

std::vector<const Finding*> View::of(Verdict verdict) const {
  std::vector<const Finding*> out;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == verdict) out.push_back(&finding);
  }
  return out;
}

std::vector<const Finding*> View::shown(Verdict verdict) const {
  std::vector<const Finding*> out = of(verdict);
  if (verdict == Verdict::contradiction && !show_baselined)
    std::erase_if(out, [](const Finding* finding) { return finding->status == Status::known; });
  return out;
}

std::string View::hidden() const {
  const int known = totals(report).known;
  return show_baselined || known == 0 ? "" : words.count("count.hidden", known);
}

std::vector<View::Section> View::sections(Verdict verdict) const {
  const bool conflict = verdict == Verdict::contradiction;
  std::vector<Section> out;
  if (!has_draft()) {
    out.push_back({conflict                        ? "text.contradictions"
                   : verdict == Verdict::agreement ? "text.agreements"
                                                   : "text.single_sources",
                   shown(verdict)});
  } else {
    Section own{conflict                        ? "draft.against"
                : verdict == Verdict::agreement ? "draft.has_it"
                                                : "draft.no_source",
                {}};
    Section others{"draft.among", {}};
    for (const Finding* finding : shown(verdict))
      (in_draft(*finding) ? own : others).findings.push_back(finding);
    out.push_back(std::move(own));
    if (conflict) out.push_back(std::move(others));
  }
  out.erase(
      std::remove_if(out.begin(), out.end(), [](const Section& section) { return section.findings.empty(); }),
      out.end());
  return out;
}

std::vector<std::pair<std::string, std::vector<uint32_t>>> View::left_out() const {
  std::map<std::string, std::vector<uint32_t>> by_reason;
  for (const NotCompared& left : report.not_compared)
    by_reason[because(words, left.reason)].push_back(left.claim);
  std::vector<std::pair<std::string, std::vector<uint32_t>>> out(by_reason.begin(), by_reason.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  return out;
}

std::string View::problem(const Problem& problem) const {
  std::string out = problem.path;
  if (problem.line > 0) absl::StrAppend(&out, ":", problem.line);
  if (problem.line > 0 && problem.column > 0) absl::StrAppend(&out, ":", problem.column);
  absl::StrAppend(&out, out.empty() ? "" : ": ",
                  words(absl::StrCat("severity.", to_string(problem.severity))), ": ", problem.what);
  return out;
}

}  // namespace crosscheck
