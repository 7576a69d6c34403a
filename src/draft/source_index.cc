#include "draft/source_index.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "text/tokens.h"

namespace crosscheck {

bool is_name(MentionKind kind) {
  return kind == MentionKind::person || kind == MentionKind::organisation || kind == MentionKind::place;
}

static bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || absl::ascii_isalnum(byte);
}

bool same_value(const Value& a, const Value& b) {
  if (const Interval* amount = amount_of(a)) {
    const Interval* other = amount_of(b);
    const auto* money = std::get_if<Money>(&a);
    const auto* other_money = std::get_if<Money>(&b);
    if (money && other_money && money->currency != other_money->currency) return false;
    return other && a.index() == b.index() && *amount == *other;
  }
  const auto* date = std::get_if<Date>(&a);
  const auto* other_date = std::get_if<Date>(&b);
  if (date && other_date) {
    return (date->start || date->end) && date->start == other_date->start && date->end == other_date->end;
  }
  const auto* role = std::get_if<Role>(&a);
  const auto* other_role = std::get_if<Role>(&b);
  if (role && other_role) return role->role == other_role->role && role->person == other_role->person;
  return a == b;
}

bool almost_equal(absl::string_view a, absl::string_view b) {
  size_t front = 0, back = 0;
  while (front < a.size() && front < b.size() && a[front] == b[front]) ++front;
  while (back < a.size() - front && back < b.size() - front &&
         a[a.size() - 1 - back] == b[b.size() - 1 - back])
    ++back;
  return std::max(a.size(), b.size()) - front - back <= 2;
}

SourceIndex::SourceIndex(const Report& report, const std::vector<std::vector<Mention>*>& mentions,
                         uint32_t draft)
    : report_(report), is_source_(report.documents.size()) {
  const std::string& dossier = report.documents[draft].metadata.dossier.value;
  for (uint32_t d = 0; d < mentions.size(); ++d) {
    is_source_[d] = d != draft && report.documents[d].metadata.dossier.value == dossier;
    if (!is_source_[d]) continue;
    for (const Mention& mention : *mentions[d]) {
      by_kind_[mention.kind].push_back({d, &mention});
      if (!is_name(mention.kind)) continue;
      if (!mention.entity.empty()) by_entity_[mention.entity].push_back({d, &mention});
      by_words_[fold(report.documents[d].slice(mention.span))].push_back({d, &mention});
    }
  }
  learn_origins();
}

void SourceIndex::learn_origins() {
  std::vector<std::map<std::string, int>> counts(report_.documents.size());
  for (const Claim& claim : report_.claims) ++counts[claim.document][claim.origin];
  for (size_t d = 0; d < counts.size(); ++d) {
    const Document& article = report_.documents[d];
    const std::string& source = article.metadata.source.value;
    origins_.push_back(source.empty() ? article.id : source);
    int claims = 0;
    for (const auto& [origin, count] : counts[d]) claims += count;
    for (const auto& [origin, count] : counts[d]) {
      if (count * 2 > claims) origins_[d] = origin;
    }
  }
}

ItemSource SourceIndex::source(uint32_t document, TextSpan span, std::string origin, bool against) const {
  const Document& article = report_.documents[document];
  const LineColumn at = article.to_line(span.begin);
  return {document, span, at.line, at.column, std::string(article.slice(span)), std::move(origin), against};
}

std::vector<ItemSource> SourceIndex::first_of_each(const std::vector<Place>& places) const {
  std::vector<ItemSource> out;
  for (const Place& place : places) {
    if (out.empty() || out.back().document != place.document)
      out.push_back(source(place.document, place.mention->span, origins_[place.document], false));
  }
  return out;
}

std::vector<ItemSource> SourceIndex::named(const Mention& name, const std::string& quote) const {
  const auto& index = name.entity.empty() ? by_words_ : by_entity_;
  const auto found = index.find(name.entity.empty() ? fold(quote) : name.entity);
  return found == index.end() ? std::vector<ItemSource>() : first_of_each(found->second);
}

std::vector<ItemSource> SourceIndex::written(const std::string& words) const {
  std::vector<ItemSource> out;
  for (uint32_t d = 0; d < report_.documents.size(); ++d) {
    if (!is_source(d)) continue;
    const absl::string_view text = report_.documents[d].text;
    for (size_t at = text.find(words); at != absl::string_view::npos; at = text.find(words, at + 1)) {
      const size_t end = at + words.size();
      if ((at > 0 && is_word_byte(text[at - 1])) || (end < text.size() && is_word_byte(text[end]))) continue;
      out.push_back(source(d, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, origins_[d], false));
      break;
    }
  }
  return out;
}

std::vector<ItemSource> SourceIndex::told(const Mention& mention) const {
  const auto kind = by_kind_.find(mention.kind);
  if (kind == by_kind_.end()) return {};
  std::vector<Place> places;
  for (const Place& place : kind->second) {
    if (same_value(mention.value, place.mention->value)) places.push_back(place);
  }
  return first_of_each(places);
}

std::string SourceIndex::nearest(MentionKind kind, const std::string& quote) const {
  constexpr size_t kShortest = 5;  // bytes; shorter names are too like each other
  const auto places = by_kind_.find(kind);
  if (quote.size() < kShortest || places == by_kind_.end()) return "";
  std::string out;
  for (const Place& place : places->second) {
    const absl::string_view name = report_.documents[place.document].slice(place.mention->span);
    if (almost_equal(quote, name) && (out.empty() || name < out)) out = std::string(name);
  }
  return out;
}

}  // namespace crosscheck
