#include <set>

#include "absl/strings/str_cat.h"
#include "report/checklist.h"

namespace crosscheck {
namespace {

constexpr size_t kQuote = 160;  // bytes of a source's words

}  // namespace

std::string cut_quote(const std::string& text) {
  if (text.size() <= kQuote) return text;
  size_t at = text.rfind(' ', kQuote);
  if (at == std::string::npos || at == 0) at = kQuote;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(0, at) + " …";
}

std::vector<ItemSource> first_of_each(const DraftItem& item) {
  std::vector<ItemSource> out;
  std::set<std::pair<uint32_t, bool>> told;
  for (const ItemSource& source : item.sources) {
    if (told.insert({source.document, source.against}).second) out.push_back(source);
  }
  return out;
}

Checklist::Checklist(const Report& report) : number_of(report.checklist.size()) {
  for (const Document& document : report.documents) {
    if (document.is_draft) draft = &document;
  }
  for (size_t i = 0; i < report.checklist.size(); ++i) {
    const DraftItem& item = report.checklist[i];
    if (item.repeats) {
      number_of[i] = number_of[*item.repeats];
      ++list[static_cast<size_t>(number_of[i]) - 1].repeats;
      continue;
    }
    list.push_back({&item, static_cast<int>(list.size()) + 1, 0});
    number_of[i] = list.back().number;
  }
}

std::string state_in_words(const DraftItem& item, const Words& words) {
  const std::string key = absl::StrCat("checklist.states.", to_string(item.state));
  return item.state == ItemState::confirmed ? words.count(key, item.origins) : words(key);
}

std::vector<std::string> sources_in_words(const DraftItem& item, const View& view, size_t most) {
  std::vector<std::string> out;
  size_t left = 0;
  for (const ItemSource& source : first_of_each(item)) {
    if (out.size() == most) {
      ++left;
      continue;
    }
    const Document& document = view.report.documents[source.document];
    const char* key = !source.against                    ? "checklist.told"
                      : item.kind == ItemKind::quotation ? "checklist.reworded"
                                                         : "checklist.against";
    out.push_back(
        view.words.fill(key, {{"what", cut_quote(source.quote)},
                              {"who", view.outlet(document)},
                              {"where", absl::StrCat(document.path, ":", source.line, ":", source.column)}}));
  }
  if (left > 0) out.push_back(view.words.fill("text.more", {{"n", absl::StrCat(left)}}));
  return out;
}

std::vector<std::string> remarks_in_words(const DraftItem& item, const View& view) {
  std::vector<std::string> out;
  if (item.state == ItemState::contradicted) {
    for (const uint32_t f : item.findings) {
      const Finding& finding = view.report.findings[f];
      if (finding.verdict != Verdict::contradiction) continue;
      out.push_back(view.words.fill(
          "list.said", {{"who", view.subject_and_label(finding)}, {"what", finding.explanation}}));
      for (std::string& told : view.decisions(finding)) out.push_back(std::move(told));
    }
  }
  if (!item.nearest.empty()) out.push_back(view.words.fill("checklist.nearest", {{"name", item.nearest}}));
  if (item.state == ItemState::elsewhere) out.push_back(view.words("checklist.pairing"));
  return out;
}

}  // namespace crosscheck
