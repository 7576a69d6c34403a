#include "unit/report/sample.h"

namespace crosscheck::sample {
namespace {

ItemSource source_of(const Report& report, uint32_t claim, bool against) {
  const Claim& told = report.claims[claim];
  return {told.document, told.span, told.line, told.column, told.quote, told.origin, against};
}

DraftItem item_of(const Report& report, ItemKind kind, TextSpan span, ItemState state) {
  const Document& draft = report.documents[0];
  DraftItem out;
  out.kind = kind;
  out.span = span;
  out.line = draft.to_line(span.begin).line;
  out.column = draft.to_line(span.begin).column;
  out.quote = std::string(draft.slice(span));
  out.state = state;
  return out;
}

TextSpan words(const Document& draft, const std::string& quote, size_t from = 0) {
  const size_t at = draft.text.find(quote, from);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.size())};
}

}  // namespace

Report draft() {
  Report out = report();
  Document& draft = out.documents[0];
  draft.is_draft = true;
  draft.metadata.source = {};
  const auto add = [&](ItemKind kind, TextSpan span, ItemState state) -> DraftItem& {
    out.checklist.push_back(item_of(out, kind, span, state));
    return out.checklist.back();
  };
  DraftItem* item = &add(ItemKind::name, words(draft, "Solvane"), ItemState::confirmed);
  item->origins = 2;
  item->sources = {source_of(out, 8, false), source_of(out, 14, false)};
  add(ItemKind::name, words(draft, "Claire Aubanel"), ItemState::no_source).nearest =
      "Claire <b>Aubanelle</b>";
  add(ItemKind::name, words(draft, "Solvane", 20), ItemState::confirmed).repeats = 0;
  item = &add(ItemKind::figure, words(draft, "750"), ItemState::contradicted);
  item->findings = {0};
  item->sources = {source_of(out, 8, true), source_of(out, 17, false)};
  item = &add(ItemKind::title, words(draft, "directeur général par intérim"), ItemState::one_source);
  item->origins = 1;
  item->sources = {source_of(out, 11, false)};
  item =
      &add(ItemKind::quotation, words(draft, "« Nous étions 9 000 dans la rue »"), ItemState::contradicted);
  item->sources = {source_of(out, 12, true)};
  add(ItemKind::figure, words(draft, "9 000"), ItemState::no_source);
  item = &add(ItemKind::figure, words(draft, "140 km/h"), ItemState::elsewhere);
  item->sources = {source_of(out, 13, false)};
  return out;
}

}  // namespace crosscheck::sample
