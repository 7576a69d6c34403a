#include <algorithm>

#include "ingest/segments.h"

namespace crosscheck {
namespace {

constexpr size_t kSentenceTokens = 400;

// Cuts behind ".", "!", "?" and "…" unless the words around tell that the sentence goes on.
class SentenceCutter {
 public:
  SentenceCutter(const LexedText& text, TextSpan paragraph)
      : text_(text),
        begin_(text.token_at(paragraph.begin)),
        tokens_(
            absl::MakeConstSpan(text.lexed.tokens).subspan(begin_, text.token_at(paragraph.end) - begin_)),
        abbreviation_(tokens_.size()),
        before_figure_(tokens_.size()),
        rank_(tokens_.size()),
        ranked_(tokens_.size() + 1),
        opener_(tokens_.size() + 1),
        with_time_(tokens_.size() + 1) {
    const size_t end = begin_ + tokens_.size();
    for (auto match = text.matches_at(begin_); match != text.lexed.matches.end() && match->first < end;
         ++match) {
      if (match->last > end) continue;
      if (!tells_of_ends(text.language.senses[match->payload].category)) continue;
      const Sense& sense = text.language.senses[match->payload];
      const size_t first = match->first - begin_, last = match->last - begin_;
      // "5 p.m. EST", "5 p.m. Tuesday"
      const bool capitals = tokens_[first].capitals == Capitals::all;
      const bool zone = sense.category == Category::zone && (capitals || last > first + 1);
      if (zone || sense.category == Category::weekday) with_time_[first] = true;
      if (opens_sentences(sense.category)) opener_[first] = true;
      if (sense.category == Category::ordinal_suffix) rank_[first] = true;
      if (sense.category == Category::month || sense.category == Category::date_unit) ranked_[first] = true;
      if (sense.category != Category::abbreviation) continue;
      for (size_t t = first; t < last; ++t) {
        abbreviation_[t] = true;
        if (sense.symbol == "before_figure") before_figure_[t] = true;
      }
    }
  }

  std::vector<TextSpan> run() {
    for (size_t t = 0; t < tokens_.size(); ++t) {
      if (t - first_ >= kSentenceTokens) {
        close(t);
      } else if (ends_at(t)) {
        size_t end = t + 1;
        while (end < tokens_.size() && trails(end)) ++end;
        if (goes_on(t, end)) continue;
        close(end);
        t = end - 1;
      }
    }
    close(tokens_.size());
    return std::move(out_);
  }

 private:
  absl::string_view word(size_t t) const { return text_.word(begin_ + t); }

  void close(size_t end) {
    if (end > first_) out_.push_back({tokens_[first_].begin, tokens_[end - 1].end});
    first_ = end;
  }

  bool ends_at(size_t t) const {
    if (tokens_[t].token_class != TokenClass::sign) return false;
    const absl::string_view sign = word(t);
    return sign == "." || sign == "!" || sign == "?" || sign == "…";
  }

  // What belongs to the sentence behind its mark: more marks, closing quotation marks and brackets.
  bool trails(size_t t) const {
    const absl::string_view sign = word(t);
    if (sign == "»") return true;  // French sets a blank before it
    if (tokens_[t].space_before) return false;
    for (const char* mark : {".", "!", "?", "…", "”", "\"", ")", "’", "]", "'"}) {
      if (sign == mark) return true;
    }
    return false;
  }

  bool goes_on(size_t mark, size_t next) const {
    if (next >= tokens_.size()) return false;
    const Token& after = tokens_[next];
    if (!after.space_before && !after.line_before && word(next) != "«" && word(next) != "“")
      return true;  // 12.5, theverge.com
    if (word(mark) == "." && next == mark + 1 && before_full_stop(mark, after)) return true;
    // "« Non ! » dit-il", "« Comment ? » a-t-il demandé": a small letter goes on; so does an ellipsis before
    // one.
    const bool small = after.token_class == TokenClass::word && after.capitals == Capitals::none;
    if (small && (word(mark) != "." || next > mark + 1)) return true;
    return small && word(mark) == "." && next == mark + 1 && !after.line_before;
  }

  // Whether the word before a full stop keeps it: an abbreviation, or an initial before a capital.
  bool before_full_stop(size_t mark, const Token& after) const {
    if (mark == 0 || tokens_[mark].space_before) return false;
    if (abbreviation_[mark]) {
      // "Jan. 6", "5 p.m. EST"
      if (before_figure_[mark] && after.token_class == TokenClass::digits) return true;
      if (with_time_[mark + 1]) return true;
      // "Inc. The …" may end a sentence; "M. Dupont" may not. The data tell by naming what stands before a
      // name.
      if (after.token_class == TokenClass::word && after.capitals == Capitals::none) return true;
      // "the U.S. Senate", but "in the U.S. The …"
      const bool name = after.token_class == TokenClass::word && !opener_[mark + 1];
      return is(mark, "before") || (name && is(mark, "adjective"));
    }
    const Token& before = tokens_[mark - 1];
    // "17. November", "19. Jahrhundert" of languages whose ranks end in a full stop
    const bool figure = before.token_class == TokenClass::digits && before.end - before.begin <= 2;
    const bool word_behind = after.token_class == TokenClass::word && !opener_[mark + 1];
    if (figure && rank_[mark] && (ranked_[mark + 1] || (word_behind && led(mark - 1)))) return true;
    const bool initial = before.token_class == TokenClass::word && before.capitals == Capitals::first &&
                         before.end - before.begin == 1;
    return initial && after.token_class == TokenClass::word && after.capitals != Capitals::none;
  }

  static bool tells_of_ends(Category category) {
    return opens_sentences(category) || category == Category::zone || category == Category::weekday ||
           category == Category::ordinal_suffix || category == Category::month ||
           category == Category::date_unit || category == Category::abbreviation;
  }
  static bool opens_sentences(Category category) {
    return category == Category::not_a_name || category == Category::filler ||
           category == Category::pronoun || category == Category::clause_break ||
           category == Category::place_word || category == Category::date_relation;
  }

  // Whether an article that stands before ranks ends right before `t`: "der 21. Teilnehmer".
  bool led(size_t t) const {
    if (t == 0) return false;
    const size_t at = begin_ + t - 1;
    for (auto match = text_.matches_at(at); match != text_.lexed.matches.end() && match->first == at;
         ++match) {
      const Sense& sense = text_.language.senses[match->payload];
      if (match->last == at + 1 && sense.category == Category::date_article && sense.symbol == "the")
        return true;
    }
    return false;
  }

  // Whether the full stop belongs to an abbreviation that the data lists as `kind`.
  bool is(size_t mark, absl::string_view kind) const {
    const size_t first = begin_ + (mark > 3 ? mark - 3 : 0);
    const size_t limit = std::min(first + 4, begin_ + tokens_.size());
    for (auto match = text_.matches_at(first); match != text_.lexed.matches.end() && match->first < limit;
         ++match) {
      const Sense& sense = text_.language.senses[match->payload];
      if (match->last <= limit && sense.category == Category::abbreviation && sense.symbol == kind)
        return true;
    }
    return false;
  }

  const LexedText& text_;
  size_t begin_;  // of the paragraph's tokens in the text
  absl::Span<const Token> tokens_;
  std::vector<bool> abbreviation_;
  std::vector<bool> before_figure_;  // an abbreviation that a figure may follow: "Jan."
  std::vector<bool> rank_;           // a full stop that makes a rank of a figure
  std::vector<bool> ranked_;         // a month or unit starts here, which has ranks
  std::vector<bool> opener_;         // a word that begins sentences starts here: "The"
  std::vector<bool> with_time_;      // a time zone or weekday starts here
  std::vector<TextSpan> out_;
  size_t first_ = 0;
};

}  // namespace

std::vector<TextSpan> cut_sentences(const LexedText& text, TextSpan paragraph) {
  return SentenceCutter(text, paragraph).run();
}

}  // namespace crosscheck
