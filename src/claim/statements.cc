#include "claim/statements.h"

namespace crosscheck {
namespace {

constexpr size_t kBytesMost = 160;     // a longer stretch points at a passage, not at a fact
constexpr uint32_t kDenialBefore = 5;  // tokens between a denial and the clause that it denies
constexpr int kWordsLeast = 3;         // that are neither grammar nor figures

class StatementFinder {
 public:
  explicit StatementFinder(const ClaimContext& context) : context_(context), text_(context.text()) {}

  std::vector<StatementRange> run() {
    for (const SentenceRange& sentence : text_.sentences) {
      for (uint32_t t = sentence.first; t < sentence.last;) t = read(t, sentence.last);
    }
    return std::move(out_);
  }

 private:
  // A run of one clause up to a figure, a date, a sign that parts, or the greatest length. Returns where to
  // read on.
  uint32_t read(uint32_t first, uint32_t limit) {
    uint32_t last = first;
    while (last < limit && context_.clause_of(last) == context_.clause_of(first) && !is_cut(last) &&
           text_.span(first, last + 1).size() <= kBytesMost) {
      ++last;
    }
    if (last > first) add(first, last);
    return last > first ? last : first + 1;
  }

  bool is_cut(uint32_t t) const {
    if (context_.amount_over(t) != kNone) return true;
    for (const uint32_t m : context_.starting_at(t)) {
      const MentionKind kind = context_.mention(m).kind;
      if (kind == MentionKind::date || kind == MentionKind::time) return true;
    }
    if (text_.tokens[t].token_class != TokenClass::sign) return false;
    const absl::string_view sign = text_.word(t);
    return sign == ";" || sign == ":" || sign == "(" || sign == ")" || sign == "«" || sign == "»" ||
           sign == "“" || sign == "”" || sign == "\"" || sign == ",";
  }

  void add(uint32_t first, uint32_t last) {
    int words = 0;
    bool names = false, deeds = false, denied = false;
    for (uint32_t t = first; t < last; ++t) {
      const Token& token = text_.tokens[t];
      denied |= text_.hit(t, Category::negation, last) != nullptr;
      if (token.token_class != TokenClass::word || token.end - token.begin < 3) continue;
      bool grammar = false;
      for (const Hit& hit : text_.hits_at(t)) {
        deeds |= hit.category == Category::concept_;
        grammar |= hit.category == Category::frequent || hit.category == Category::filler ||
                   hit.category == Category::noun_stop;
      }
      words += !grammar;
      for (const uint32_t m : context_.starting_at(t)) names |= !context_.mention(m).entity.empty();
    }
    if (words >= kWordsLeast && (names || deeds))
      out_.push_back({first, last, denied != denied_before(first)});
  }

  // "(a nié) que des soldats aient franchi la frontière".
  bool denied_before(uint32_t first) const {
    const uint32_t start = text_.sentences[context_.sentence_of(first)].first;
    if (!text_.hit(first, Category::clause_break, first + kDenialBefore)) return false;
    for (uint32_t t = first; t > start && first - t < kDenialBefore;) {
      --t;
      const Hit* hit = text_.hit(t, Category::negation, first);
      if (hit && hit->is("deny")) return true;
    }
    return false;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  std::vector<StatementRange> out_;
};

}  // namespace

std::vector<StatementRange> find_statements(const ClaimContext& context) {
  return StatementFinder(context).run();
}

}  // namespace crosscheck
