#include "draft/items.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "draft/quotations.h"
#include "draft/source_index.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

ItemKind kind_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::date:
    case MentionKind::time:
      return ItemKind::date;
    case MentionKind::person:
    case MentionKind::organisation:
      return ItemKind::name;
    case MentionKind::place:
      return ItemKind::place;
    case MentionKind::role:
      return ItemKind::title;
    default:
      return ItemKind::figure;
  }
}

class ItemMaker {
 public:
  ItemMaker(const Report& report, const std::vector<std::vector<Mention>*>& mentions,
            const std::vector<TextSpan>& names, uint32_t draft)
      : report_(report),
        mentions_(mentions),
        names_(names),
        draft_(draft),
        sources_(report, mentions, draft),
        quotations_(report.documents) {
    findings_of_.resize(report.claims.size());
    for (uint32_t f = 0; f < report.findings.size(); ++f) {
      for (const Member& member : report.findings[f].members) findings_of_[member.claim].push_back(f);
    }
    for (uint32_t c = 0; c < report.claims.size(); ++c) {
      if (report.claims[c].document == draft) claims_.push_back(c);
    }
  }

  std::vector<DraftItem> run() {
    for (const Mention& mention : *mentions_[draft_]) {
      if (mention.span.empty() || in_furniture(mention.span) || stands_for_name(mention) ||
          only_enumerates(mention))
        continue;
      out_.push_back(item_of(mention));
      mention_of_.push_back(&mention);
    }
    for (const Segment& segment : document().segments) {
      if (segment.kind != SegmentKind::quotation || in_furniture(segment.span)) continue;
      out_.push_back(quotation(segment.span));
      mention_of_.push_back(nullptr);
    }
    put_in_order();
    mind_names();
    mark_repeats();
    return std::move(out_);
  }

 private:
  const Document& document() const { return report_.documents[draft_]; }

  bool in_furniture(TextSpan span) const {
    return std::any_of(document().segments.begin(), document().segments.end(), [&](const Segment& segment) {
      return segment.kind == SegmentKind::boilerplate && segment.span.contains(span);
    });
  }

  bool stands_for_name(const Mention& mention) const {
    return is_name(mention.kind) && std::find(names_.begin(), names_.end(), mention.span) == names_.end();
  }

  // "First, they left.": the word orders what is told and counts nothing.
  bool only_enumerates(const Mention& mention) const {
    if (mention.kind != MentionKind::ordinal) return false;
    const absl::string_view text = document().text;
    const absl::string_view before = absl::StripTrailingAsciiWhitespace(text.substr(0, mention.span.begin));
    const bool starts =
        before.empty() || absl::StrContains(".!?:", before.back()) ||
        absl::StrContains(text.substr(before.size(), mention.span.begin - before.size()), '\n');
    return starts && absl::StartsWith(text.substr(mention.span.end), ",") &&
           document().slice(mention.span).find_first_of("0123456789") == absl::string_view::npos;
  }

  DraftItem placed(ItemKind kind, TextSpan span) const {
    DraftItem out;
    out.kind = kind;
    out.span = span;
    const LineColumn at = document().to_line(span.begin);
    out.line = at.line;
    out.column = at.column;
    out.quote = std::string(document().slice(span));
    return out;
  }

  DraftItem item_of(const Mention& mention) {
    DraftItem out = placed(kind_of(mention.kind), mention.span);
    if (is_name(mention.kind)) {
      find_name(mention, &out);
    } else {
      find_claims_of(mention, &out);
    }
    settle(&out);
    return out;
  }

  // What the findings say to the claims that were read from the mention.
  void find_claims_of(const Mention& mention, DraftItem* item) const {
    for (const uint32_t c : claims_) {
      const Claim& claim = report_.claims[c];
      if (!claim.span.overlaps(mention.span) || !same_value(mention.value, claim.value)) continue;
      for (const uint32_t f : findings_of_[c]) {
        if (std::find(item->findings.begin(), item->findings.end(), f) == item->findings.end()) {
          item->findings.push_back(f);
          take_sides(report_.findings[f], c, item);
        }
      }
    }
    std::sort(item->findings.begin(), item->findings.end());
    if (item->sources.empty()) find_elsewhere(mention, item);
  }

  void take_sides(const Finding& finding, uint32_t own, DraftItem* item) const {
    int side = 0;
    for (const Member& member : finding.members) {
      if (member.claim == own) side = member.side;
    }
    for (const Member& member : finding.members) {
      const Claim& claim = report_.claims[member.claim];
      const bool against = member.side != side;
      // What the draft says twice confirms nothing; what it says against itself counts.
      if (claim.document == draft_ && !against) continue;
      // What another speaker says speaks against that speaker, not against who quotes this one.
      if (against && finding.reason == Reason::attributed) continue;
      item->sources.push_back(sources_.source(claim.document, claim.span, claim.origin, against));
    }
  }

  // The same figure or date in a source, which nothing has paired with this one.
  void find_elsewhere(const Mention& mention, DraftItem* item) const {
    item->sources = sources_.told(mention);
    if (!item->sources.empty()) item->state = ItemState::elsewhere;
  }

  void find_name(const Mention& mention, DraftItem* item) const {
    item->sources = sources_.named(mention, item->quote);
    if (item->sources.empty()) item->sources = sources_.written(item->quote);
    find_spellings(mention, item);
    if (item->sources.empty()) {
      item->nearest = sources_.nearest(mention.kind, item->quote);
      return;
    }
    // The same one, but nobody else writes it so: a slip, or letters that only look alike.
    const std::string written = fold(item->quote);
    const bool usual = std::any_of(item->sources.begin(), item->sources.end(),
                                   [&](const ItemSource& source) { return fold(source.quote) == written; });
    if (!usual && almost_equal(item->quote, item->sources.front().quote))
      item->nearest = item->sources.front().quote;
  }

  // Sources that are said to write the name otherwise do not confirm it.
  void find_spellings(const Mention& mention, DraftItem* item) const {
    const std::vector<ItemSource> named = std::move(item->sources);
    item->sources.clear();
    for (const uint32_t c : claims_) {
      if (!(report_.claims[c].span == mention.span)) continue;
      for (const uint32_t f : findings_of_[c]) {
        if (report_.findings[f].verdict != Verdict::contradiction) continue;
        item->findings.push_back(f);
        take_sides(report_.findings[f], c, item);
      }
    }
    std::erase_if(item->sources, [](const ItemSource& source) { return !source.against; });
    std::set<uint32_t> against;
    for (const ItemSource& source : item->sources) against.insert(source.document);
    for (const ItemSource& source : named) {
      if (!against.contains(source.document)) item->sources.push_back(source);
    }
  }

  DraftItem quotation(TextSpan span) const {
    DraftItem out = placed(ItemKind::quotation, span);
    for (uint32_t d = 0; d < report_.documents.size(); ++d) {
      if (!sources_.is_source(d)) continue;
      const std::optional<QuotedPassage> found = quotations_.find(out.quote, d);
      if (found) out.sources.push_back(sources_.source(d, found->span, sources_.origin(d), !found->exact));
    }
    // One source with the very words is enough; another that shortens them does not speak against it.
    const bool exact = std::any_of(out.sources.begin(), out.sources.end(),
                                   [](const ItemSource& source) { return !source.against; });
    if (exact) {
      out.sources.erase(std::remove_if(out.sources.begin(), out.sources.end(),
                                       [](const ItemSource& source) { return source.against; }),
                        out.sources.end());
    }
    settle(&out);
    return out;
  }

  static void settle(DraftItem* item) {
    std::stable_sort(item->sources.begin(), item->sources.end(),
                     [](const ItemSource& a, const ItemSource& b) {
                       return std::tie(b.against, a.document, a.span.begin) <
                              std::tie(a.against, b.document, b.span.begin);
                     });
    const bool against = !item->sources.empty() && item->sources.front().against;
    std::set<std::string> origins;
    for (const ItemSource& source : item->sources) {
      if (!source.against) origins.insert(source.origin);
    }
    item->origins = static_cast<int>(origins.size());
    if (against) {
      item->state = ItemState::contradicted;
    } else if (item->state != ItemState::elsewhere) {
      item->state = origins.empty()       ? ItemState::no_source
                    : origins.size() == 1 ? ItemState::one_source
                                          : ItemState::confirmed;
    }
  }

  void put_in_order() {
    std::vector<size_t> order(out_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      const TextSpan x = out_[a].span, y = out_[b].span;
      return std::tie(x.begin, y.end) < std::tie(y.begin, x.end);
    });
    std::vector<DraftItem> items;
    std::vector<const Mention*> mentions;
    for (const size_t i : order) {
      items.push_back(std::move(out_[i]));
      mentions.push_back(mention_of_[i]);
    }
    out_ = std::move(items);
    mention_of_ = std::move(mentions);
  }

  // Who holds a title is part of it: where the name is not what the sources write, the title is not either.
  void mind_names() {
    for (DraftItem& title : out_) {
      if (title.kind != ItemKind::title) continue;
      for (const DraftItem& name : out_) {
        const bool wrong = name.state == ItemState::contradicted || name.state == ItemState::no_source;
        if (name.kind != ItemKind::name || !wrong || !title.span.contains(name.span)) continue;
        title.state = std::min(title.state, name.state);
        title.nearest = name.nearest;
        if (title.nearest.empty() && !name.sources.empty()) title.nearest = name.sources.front().quote;
      }
    }
  }

  // A name told again in no other letters than before.
  void mark_repeats() {
    std::map<std::string, uint32_t> first;
    for (uint32_t i = 0; i < out_.size(); ++i) {
      const Mention* mention = mention_of_[i];
      if (!mention || !is_name(mention->kind)) continue;
      const std::string written = fold(out_[i].quote);
      const std::string key = mention->entity.empty() ? written : mention->entity;
      const auto [known, fresh] = first.try_emplace(key, i);
      if (fresh) continue;
      if (absl::StrContains(fold(out_[known->second].quote), written)) {
        out_[i].repeats = known->second;
        continue;
      }
      // Another way to write it is checked once, too.
      const auto [other, first_so_written] = first.try_emplace(key + "\n" + written, i);
      if (!first_so_written) out_[i].repeats = other->second;
    }
  }

  const Report& report_;
  const std::vector<std::vector<Mention>*>& mentions_;
  const std::vector<TextSpan>& names_;
  const uint32_t draft_;
  const SourceIndex sources_;
  const QuotationFinder quotations_;
  std::vector<uint32_t> claims_;                    // of the draft
  std::vector<std::vector<uint32_t>> findings_of_;  // by claim
  std::vector<DraftItem> out_;
  std::vector<const Mention*> mention_of_;  // by item; nullptr for quotations
};

}  // namespace

std::vector<DraftItem> draft_items(const Report& report, const std::vector<std::vector<Mention>*>& mentions,
                                   const std::vector<TextSpan>& names) {
  for (uint32_t d = 0; d < report.documents.size(); ++d) {
    if (report.documents[d].is_draft) return ItemMaker(report, mentions, names, d).run();
  }
  return {};
}

}  // namespace crosscheck
