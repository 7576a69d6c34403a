#include "mention/number_guards.h"

#include <algorithm>

#include "mention/figure_codes.h"
#include "mention/headlines.h"
#include "mention/unit_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kFiguresBehind = 8;  // tokens of "L. 1233-3-1"

// "Nokia 3310 marche": what figures count stands in the plural where every noun has one.
bool may_be_counted(const Annotated& text, uint32_t figure, uint32_t noun) {
  const Language& language = *text.language;
  const absl::string_view digits = text.word(figure);
  if (language.head_last || language.plurals.empty() || digits == "0" || digits == "1") return true;
  return language.ends_plural(text.word(noun));
}

class FalseNumbers {
 public:
  FalseNumbers(const Annotated& text, const SentenceRange& sentence)
      : text_(text), first_(sentence.first), limit_(sentence.last) {}

  uint32_t end(uint32_t t) const {
    uint32_t after = web_address(t);
    if (after == t) after = phrase(t);
    if (after == t) after = end_of_code(text_, t, first_, limit_);
    if (after == t) after = plural_of_name(t);
    if (after == t) after = score(t);
    if (after == t) after = told_score(t);
    return after;
  }

 private:
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  bool digits(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::digits; }

  uint32_t end_of_run(uint32_t t) const {
    while (++t < limit_ && tight(t)) {
    }
    return t;
  }

  // "https://…", "www.…", "name@…": up to the next space.
  uint32_t web_address(uint32_t t) const {
    const bool scheme = word(t + 1) == ":" && word(t + 2) == "/" && word(t + 3) == "/" && tight(t + 1);
    const bool host = tight(t + 1) && tight(t + 2) && word(t + 1) == "." && word(t) == "www";
    const bool mail = tight(t + 1) && tight(t + 2) && word(t + 1) == "@";
    const bool handle = (word(t) == "@" || word(t) == "#") && tight(t + 1);
    return scheme || host || mail || handle ? end_of_run(t) : t;
  }

  // "article 7", "n° 12", "à deux pas".
  uint32_t phrase(uint32_t t) const {
    const Hit* found = text_.hit(t, Category::false_number, limit_);
    if (!found || found->is("after")) return t;
    uint32_t end = found->last;
    if (found->is("whole")) return end;
    if (found->is("singular")) return named_figure(t, end);
    if (found->is("score")) return score_behind(t, end);
    if (found->is("adjective")) return is_adjective(t, end) ? end : t;
    for (uint32_t i = 0; i < kFiguresBehind && end < limit_; ++i) {
      const bool sign = (word(end) == "-" || word(end) == "." || word(end) == "/") && tight(end) &&
                        (digits(end + 1) || text_.tokens[end].end - text_.tokens[end - 1].begin == 2);
      const bool letter = text_.tokens[end].token_class == TokenClass::word &&
                          text_.tokens[end].capitals != Capitals::none && word(end).size() == 1;
      if (!digits(end) && !sign && !letter) break;
      if (digits(end) && end > found->last && digits(end - 1)) break;
      ++end;
    }
    if (digits(found->last)) end = std::max(end, end_of_code(text_, found->last, first_, limit_));
    if (const uint32_t plural = end_of_plural(end); plural > end) return plural;
    // "an area 500 km wide"
    return end > found->last && is_measured(end) ? t : end;
  }

  // "un manteau neuf", "ce vélo neuf coûte cher": behind a noun with its article, and nothing counted behind.
  bool is_adjective(uint32_t t, uint32_t end) const {
    if (t < first_ + 2) return false;
    const Token& noun = text_.tokens[t - 1];
    const bool small = noun.token_class == TokenClass::word && noun.capitals == Capitals::none;
    constexpr Category kNoNouns[] = {Category::cardinal,   Category::noun_stop, Category::filler,
                                     Category::list_joint, Category::noun_link, Category::bound_before,
                                     Category::pronoun};
    const bool no_noun = std::any_of(std::begin(kNoNouns), std::end(kNoNouns),
                                     [&](Category category) { return hit(t - 1, category); });
    if (!small || no_noun) return false;
    const Hit* article = text_.hit(t - 2, Category::filler, t - 1);
    if (!article || article->last != t - 1) return false;
    const std::string& use = article->sense->symbol;
    if (use != "definite" && use != "article") return false;
    if (end >= limit_ || text_.tokens[end].token_class != TokenClass::word) return true;
    return !hit(end, Category::duration_unit) && !hit(end, Category::unit) &&
           !hit(end, Category::multiple_sign) && !may_be_counted(text_, t, end);
  }

  // The "s" of "Boeing 737s".
  uint32_t end_of_plural(uint32_t figure_last) const {
    const bool letter = digits(figure_last - 1) && tight(figure_last) && !tight(figure_last + 1);
    const Hit* ending = letter ? text_.hit(figure_last, Category::date_unit, limit_) : nullptr;
    return ending && ending->is("decade_ending") && ending->last == figure_last + 1 ? ending->last
                                                                                    : figure_last;
  }

  // "two Cessna 172s": three figures, as four tell a decade, and seconds stand behind no name.
  uint32_t plural_of_name(uint32_t t) const {
    constexpr size_t kFigures = 3;
    if (!digits(t) || word(t).size() != kFigures || t == first_) return t;
    const Token& name = text_.tokens[t - 1];
    if (name.token_class != TokenClass::word || name.capitals == Capitals::none) return t;
    const uint32_t end = end_of_plural(t + 1);
    return end > t + 1 ? end : t;
  }

  // "lost 98-101": behind such a word whatever the order, where nothing is counted.
  uint32_t score_behind(uint32_t t, uint32_t at) const {
    const bool figures = digits(at) && (word(at + 1) == "-" || word(at + 1) == "–") && tight(at + 1) &&
                         tight(at + 2) && digits(at + 2);
    const uint32_t end = at + 3;
    if (!figures || word(at).size() > 3 || word(at + 2).size() > 3 || is_unit_word(text_, end, limit_))
      return t;
    const bool ends = end >= limit_ || text_.tokens[end].token_class == TokenClass::sign ||
                      hit(end, Category::noun_stop) || hit(end, Category::clause_break);
    return ends ? end : t;
  }

  // "la 205", "le 3949": one figure behind an article that is no plural names something.
  uint32_t named_figure(uint32_t t, uint32_t figure) const {
    const uint32_t next = figure + 1;
    if (!digits(figure) || word(figure) == "1" || digits(next)) return t;
    if (tight(next) && text_.tokens[next].token_class == TokenClass::word)  // "la 4L"
      return text_.tokens[next].capitals == Capitals::none || hit(next, Category::scale_sign) ? t : next + 1;
    if (is_measured(next)) return t;
    const bool fraction = tight(next) && tight(next + 1) && digits(next + 1);
    return fraction || hit(next, Category::out_of) || hit(next, Category::range_joint) ? t : next;
  }

  bool hit(uint32_t t, Category category) const {
    return t < limit_ && text_.hit(t, category, limit_) != nullptr;
  }
  bool is_measured(uint32_t t) const {
    return is_unit_word(text_, t, limit_) || hit(t, Category::percent_word) || hit(t, Category::currency) ||
           hit(t, Category::scale) || hit(t, Category::duration_unit);
  }

  // "3-2", "6-4, 7-5", "21–17": a higher figure first, or both the same, and nothing counted behind.
  uint32_t score(uint32_t t) const {
    if (!digits(t) || !digits(t + 2) || !tight(t + 1) || !tight(t + 2)) return t;
    if (word(t + 1) != "-" && word(t + 1) != "–") return t;
    const absl::string_view left = word(t), right = word(t + 2);
    if (left.size() > 3 || right.size() > 3) return t;
    const bool falls = left.size() != right.size() ? left.size() > right.size() : left >= right;
    if (!falls || (t > first_ && tight(t) && word(t - 1) == "-")) return t;
    return is_unit_word(text_, t + 3, limit_) || text_.hit(t + 3, Category::percent_word, limit_) ? t : t + 3;
  }

  // "2 à 1", "3 to 0": falls, and counts nothing.
  uint32_t told_score(uint32_t t) const {
    const Hit* joint = digits(t) ? text_.hit(t + 1, Category::range_joint, limit_) : nullptr;
    if (!joint || !joint->is("to") || joint->last != t + 2 || !digits(t + 2)) return t;
    const absl::string_view left = word(t), right = word(t + 2);
    const bool falls = left.size() != right.size() ? left.size() > right.size() : left >= right;
    if (!falls || left.size() > 2 || (t > first_ && text_.hit(t - 1, Category::range_open, t))) return t;
    const uint32_t next = t + 3;
    if (tight(next) && tight(next + 1) && digits(next + 1)) return t;  // "10 à 10,5 %"
    if (next >= limit_ || text_.tokens[next].token_class == TokenClass::sign) {
      const absl::string_view sign = next < limit_ ? word(next) : ".";
      return sign == "." || sign == "," || sign == "!" || sign == "(" || sign == ")" ? next : t;
    }
    return text_.hit(next, Category::noun_stop, limit_) || text_.hit(next, Category::clause_break, limit_)
               ? next
               : t;
  }

  const Annotated& text_;
  const uint32_t first_, limit_;
};

// "iPhone 15", "iOS 17": a capital within.
bool is_camel_case(absl::string_view word) {
  for (size_t i = 1; i < word.size(); ++i) {
    if (word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z') return true;
  }
  return false;
}

// "Le Boeing 737", "the Model 3": an article before a name of one word.
bool has_article(const Annotated& text, uint32_t name, const SentenceRange& sentence) {
  if (name <= sentence.first || has_headline_capitals(text, sentence)) return false;
  const Hit* article = text.hit(name - 1, Category::filler, name);
  return article && article->is("definite");
}

bool names_a_street(const Annotated& text, uint32_t last, uint32_t limit) {
  if (last < limit && text.word(last) == ",") ++last;
  const Hit* found = text.hit(last, Category::false_number, limit);
  if (found && found->is("after")) return true;
  // "10 Downing Street", "1600 Pennsylvania Avenue"
  for (uint32_t t = last; t < limit && t < last + 3; ++t) {
    if (text.tokens[t].capitals == Capitals::none || text.tokens[t].line_before) return false;
    const Hit* street = text.hit(t + 1, Category::false_number, limit);
    if (street && street->is("after") && text.tokens[t + 1].capitals != Capitals::none) return true;
  }
  return false;
}

// "Trois-Rivières", "Deux-Sèvres": both words with a capital.
bool is_hyphened_name(const Annotated& text, uint32_t first, uint32_t last, const SentenceRange& sentence) {
  if (last != first + 1 || last + 1 >= sentence.last || text.word(last) != "-") return false;
  const Token& name = text.tokens[last + 1];
  const bool tight = !text.tokens[last].space_before && !name.space_before;
  return tight && text.tokens[first].capitals == Capitals::first && name.capitals == Capitals::first &&
         name.token_class == TokenClass::word && text.tokens[first].token_class == TokenClass::word &&
         !text.hit(last + 1, Category::cardinal, sentence.last) && !has_headline_capitals(text, sentence);
}

}  // namespace

uint32_t end_of_false_number(const Annotated& text, uint32_t token, const SentenceRange& sentence) {
  return FalseNumbers(text, sentence).end(token);
}

bool is_word_of_name(const Annotated& text, uint32_t first, uint32_t last, const SentenceRange& sentence) {
  if (first <= sentence.first || text.tokens[first].capitals != Capitals::first) return false;
  if (text.tokens[first].token_class != TokenClass::word) return false;
  const auto capital = [&](uint32_t t) {
    return t > sentence.first && t < sentence.last && text.tokens[t].token_class == TokenClass::word &&
           text.tokens[t].capitals != Capitals::none && !text.tokens[t].line_before &&
           !text.hit(t, Category::month, t + 1) && !text.hit(t, Category::weekday, t + 1);
  };
  uint32_t before = first - 1;
  if (text.hit(before, Category::noun_link, first) && before > sentence.first) --before;  // "Group of Seven"
  const bool opened = text.tokens[first - 1].token_class == TokenClass::sign;
  return !opened && (capital(before) || capital(last)) && !has_headline_capitals(text, sentence);
}

bool opens_title(const Annotated& text, uint32_t first, uint32_t last, const SentenceRange& sentence) {
  constexpr size_t kLongWord = 4;
  const bool start = first == sentence.first || text.tokens[first - 1].token_class == TokenClass::sign;
  if (!start || last < first + 2) return false;
  for (uint32_t t = first; t < last; ++t) {
    if (text.tokens[t].capitals != Capitals::first || text.word(t) == "-") return false;
  }
  for (uint32_t t = last; t < sentence.last; ++t) {
    const Token& token = text.tokens[t];
    const bool small = token.token_class == TokenClass::word && token.capitals == Capitals::none;
    if (small && token.span().size() >= kLongWord) return true;
  }
  return false;
}

bool is_number_of_name(const Annotated& text, uint32_t first, uint32_t last, bool counts,
                       const SentenceRange& sentence) {
  if (is_word_of_name(text, first, last, sentence)) return true;
  if (opens_title(text, first, last, sentence)) return true;
  if (is_hyphened_name(text, first, last, sentence)) return true;
  if (names_a_street(text, last, sentence.last)) return true;
  if (first <= sentence.first || last != first + 1) return false;
  const Token& before = text.tokens[first - 1];
  if (before.token_class != TokenClass::word) return false;
  if (text.tokens[first].token_class != TokenClass::digits || text.word(first).size() > 4) return false;
  if (is_camel_case(text.word(first - 1))) return true;
  if (before.capitals == Capitals::none) return false;
  counts = counts && may_be_counted(text, first, last);
  if (counts && (before.capitals == Capitals::all || !has_article(text, first - 1, sentence))) return false;
  // "OSS 117 revient"; but "PSG 3, OM 1"
  const bool goes_on = last < sentence.last && text.tokens[last].token_class == TokenClass::word;
  const bool acronym_first =
      before.capitals == Capitals::all && before.span().size() > 1 && !counts && goes_on;
  if (first == sentence.first + 1 && !acronym_first) return false;
  for (const Hit& hit : text.hits_at(first - 1)) {
    const Category category = hit.category;
    const bool acronym = category == Category::concept_ && before.capitals == Capitals::all;
    const bool name = acronym || category == Category::entity || category == Category::organisation_word ||
                      category == Category::first_name || category == Category::literal;
    if (hit.last == first && !name) return false;
  }
  return !has_headline_capitals(text, sentence);
}

}  // namespace crosscheck
