#include <algorithm>

#include "ingest/segments.h"
#include "text/tokens.h"

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
            absl::MakeConstSpan(text.lexed.tokens).subspan(begin_, text.token_at(paragraph.end) - begin_)) {}

  std::vector<TextSpan> run() {
    constexpr size_t kOfParagraph = 8;  // as many at a guess
    out_.reserve(kOfParagraph);
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
    const Token& token = tokens_[t];
    if (token.token_class != TokenClass::sign) return false;
    const char first = text_.text[token.begin];
    if (token.end == token.begin + 1) return first == '.' || first == '!' || first == '?';
    return word(t) == "…";
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

  // What the words around a full stop tell of it.
  struct Around {
    bool abbreviation = false;   // the stop is part of one
    bool before_figure = false;  // of one that a figure may follow: "Jan."
    bool rank = false;           // the stop makes a rank of a figure
    bool ranked = false;         // a month or unit follows, which has ranks
    bool opener = false;         // a word that begins sentences follows: "The"
    bool with_time = false;      // a time zone or weekday follows
  };

  Around around(size_t stop) const {
    constexpr size_t kLongest = 10;  // tokens of an abbreviation
    const size_t mark = begin_ + stop, next = mark + 1, end = begin_ + tokens_.size();
    Around out;
    for (auto match = text_.matches_at(std::max(begin_, mark > kLongest ? mark - kLongest : 0));
         match != text_.lexed.matches.end() && match->first <= next; ++match) {
      if (match->last > end || (match->first < mark && match->last <= mark)) continue;
      if (match->first == next) {
        // "5 p.m. EST", "5 p.m. Tuesday"
        const bool capitals = tokens_[stop + 1].capitals == Capitals::all || match->last > next + 1;
        out.with_time |=
            (capitals && text_.has(*match, Category::zone)) || text_.has(*match, Category::weekday);
        out.opener |= opens_sentences(*match);
        out.ranked |= text_.has(*match, Category::month) || text_.has(*match, Category::date_unit);
        continue;
      }
      out.abbreviation |= text_.has(*match, Category::abbreviation);
      out.before_figure |= text_.has(*match, Category::abbreviation, "before_figure");
      out.rank |= match->first == mark && text_.has(*match, Category::ordinal_suffix);
    }
    return out;
  }

  // Whether the word before a full stop keeps it: an abbreviation, or an initial before a capital.
  bool before_full_stop(size_t mark, const Token& after) const {
    if (mark == 0 || tokens_[mark].space_before) return false;
    const Around found = around(mark);
    if (found.abbreviation) {
      // "Jan. 6", "5 p.m. EST"
      if (found.before_figure && after.token_class == TokenClass::digits) return true;
      if (found.with_time || joined_behind(mark + 1)) return true;
      // "Inc. The …" may end a sentence; "M. Dupont" may not. The data tell by naming what stands before a
      // name.
      if (after.token_class == TokenClass::word && after.capitals == Capitals::none) return true;
      // "the U.S. Senate", but "in the U.S. The …"
      const bool name = after.token_class == TokenClass::word && !found.opener;
      return is(mark, "before") || (name && is(mark, "adjective"));
    }
    const Token& before = tokens_[mark - 1];
    // "17. November", "19. Jahrhundert" of languages whose ranks end in a full stop
    const bool figure = before.token_class == TokenClass::digits && before.end - before.begin <= 2;
    const bool word_behind = after.token_class == TokenClass::word && !found.opener;
    if (figure && found.rank && (found.ranked || (word_behind && led(mark - 1)))) return true;
    const bool initial = before.token_class == TokenClass::word && before.capitals == Capitals::first &&
                         before.end - before.begin == 1;
    return initial && after.token_class == TokenClass::word && after.capitals != Capitals::none;
  }

  // "7 p.m. - 9 p.m.", "6 p.m. (1700 GMT)": a dash, or a bracket that opens with no sentence.
  bool joined_behind(size_t next) const {
    const Token& after = tokens_[next];
    if (after.token_class != TokenClass::sign || after.line_before || next + 1 >= tokens_.size())
      return false;
    const absl::string_view sign = word(next);
    if (is_dash(sign)) return true;
    const Token& inner = tokens_[next + 1];
    return sign == "(" && (inner.token_class == TokenClass::digits || inner.capitals == Capitals::none);
  }

  bool opens_sentences(const Lexicon::Match& match) const {
    static constexpr CategorySet kOpeners = {Category::not_a_name, Category::filler,
                                             Category::pronoun,    Category::clause_break,
                                             Category::place_word, Category::date_relation};
    return text_.language.group_looks[match.group].categories.meets(kOpeners);
  }

  // Whether an article that stands before ranks ends right before `t`: "der 21. Teilnehmer".
  bool led(size_t t) const {
    if (t == 0) return false;
    const size_t at = begin_ + t - 1;
    for (auto match = text_.matches_at(at); match != text_.lexed.matches.end() && match->first == at;
         ++match) {
      if (match->last == at + 1 && text_.has(*match, Category::date_article, "the")) return true;
    }
    return false;
  }

  // Whether the full stop belongs to an abbreviation that the data lists as `kind`.
  bool is(size_t mark, Symbol kind) const {
    const size_t first = begin_ + (mark > 3 ? mark - 3 : 0);
    const size_t limit = std::min(first + 4, begin_ + tokens_.size());
    for (auto match = text_.matches_at(first); match != text_.lexed.matches.end() && match->first < limit;
         ++match) {
      if (match->last <= limit && text_.has(*match, Category::abbreviation, kind)) return true;
    }
    return false;
  }

  const LexedText& text_;
  size_t begin_;  // of the paragraph's tokens in the text
  absl::Span<const Token> tokens_;
  std::vector<TextSpan> out_;
  size_t first_ = 0;
};

}  // namespace

std::vector<TextSpan> cut_sentences(const LexedText& text, TextSpan paragraph) {
  return SentenceCutter(text, paragraph).run();
}

}  // namespace crosscheck
