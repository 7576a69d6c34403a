// What of a draft can be checked, piece by piece, as fact-checkers mark it on paper: each figure, date, name,
// title, place and quotation with what the sources say to it. Made only when a draft was named.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/span.h"

namespace crosscheck {

enum class ItemKind { figure, date, name, title, place, quotation };

enum class ItemState {
  contradicted,  // a source, or the draft elsewhere, tells something else
  no_source,     // no source tells it
  elsewhere,   // the same figure or date stands in a source, but whether it answers the same question was not
               // told
  one_source,  // one independent origin tells it
  confirmed,   // several do
};

// Where a source stands to an item.
struct ItemSource {
  uint32_t document = 0;  // index in Report::documents
  TextSpan span;          // of that document's text
  int line = 0;
  int column = 0;
  std::string quote;
  std::string origin;    // see Claim::origin
  bool against = false;  // tells something else
};

struct DraftItem {
  ItemKind kind = ItemKind::figure;
  TextSpan span;  // of the draft's text
  int line = 0;
  int column = 0;
  std::string quote;
  ItemState state = ItemState::no_source;
  int origins = 0;                 // independent ones that tell it; the draft is none
  std::vector<uint32_t> findings;  // indices in Report::findings, the gravest first
  std::vector<ItemSource> sources;
  std::string nearest;  // of a name that no source has: the name of a source that is written almost like it
  // Index in Report::checklist of the first item that names the same: this one needs no check of its own.
  std::optional<uint32_t> repeats;
};

const char* to_string(ItemKind kind);
const char* to_string(ItemState state);

}  // namespace crosscheck
