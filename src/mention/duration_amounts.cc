#include "mention/duration_amounts.h"

#include <algorithm>
#include <utility>

#include "mention/length_words.h"
#include "mention/reader.h"
#include "mention/unit_words.h"

namespace crosscheck {
namespace {

// "built in a day": part of a set phrase.
bool in_phrase(const Reader& read, const Hit& unit) {
  constexpr uint32_t kLongest = 6;
  const uint32_t from = std::max(read.first, unit.first > kLongest ? unit.first - kLongest : 0);
  for (uint32_t at = from; at <= unit.first; ++at) {
    const Hit* phrase = read.hit(at, Category::false_number, "whole");
    if (phrase && phrase->last >= unit.last) return true;
  }
  return false;
}

// "Selon 20 Minutes": a unit with a capital inside a sentence is part of a name.
bool is_name(const Annotated& text, const Amount& amount, const SentenceRange& sentence) {
  // "the under-21s"
  const bool dash = amount.first > sentence.first && text.word(amount.first - 1) == "-" &&
                    !text.tokens[amount.first].space_before;
  if (dash && text.tokens[amount.last - 1].span().size() == 1) return true;
  // German writes all nouns with a capital.
  const Reader read{text, sentence.first, sentence.last};
  if (!read.hit(amount.last - 1, Category::date_doubtful, "named_unit")) return false;
  constexpr size_t kShortest = 4;
  if (sentence.title || amount.last == 0 || amount.last > text.tokens.size()) return false;
  const Token& unit = text.tokens[amount.last - 1];
  if (unit.token_class != TokenClass::word || unit.capitals != Capitals::first ||
      unit.span().size() < kShortest)
    return false;
  const uint32_t before = amount.first > sentence.first ? amount.first - 1 : amount.first;
  return text.tokens[before].capitals == Capitals::none || before == sentence.first;
}

// "twice a week"; "35 hours a week", "two litres of water a day": what the amount before is told of.
bool is_rate(const Annotated& text, const Amount& amount, const Amount* before,
             const SentenceRange& sentence) {
  constexpr uint32_t kReach = 4;
  if (!amount.article) return false;
  const Reader read{text, sentence.first, sentence.last};
  if (read.hit_before(amount.first, Category::date_article, "rate")) return true;
  if (amount.bounded || !before || before->first < sentence.first) return false;
  const Hit* per = text.hit(amount.first, Category::per, amount.last);
  if (!per || per->last != amount.last || amount.first - before->last > kReach) return false;
  if (tells_when(text, amount.last, sentence.last)) return false;  // "$900m a year ago"
  for (uint32_t t = before->last; t < amount.first; ++t) {
    if (text.tokens[t].token_class == TokenClass::sign) return false;
  }
  return true;
}

std::vector<Hit> unit_words(const Annotated& text) {
  std::vector<Hit> out;
  const auto end = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t t = 0; (t = text.next_marked(t, end, mark(Category::duration_unit))) < end; ++t) {
    const auto here = text.hits_at(t);
    std::copy_if(here.begin(), here.end(), std::back_inserter(out),
                 [](const Hit& hit) { return hit.category == Category::duration_unit; });
  }
  return out;
}

// Whether an amount with a unit of time is a length: not "a minute", which stands for any moment.
bool is_length(const Reader& read, const Amount& amount) {
  return !amount.article || !read.hit(amount.last - 1, Category::date_doubtful, "article_unit") ||
         lasts(read, amount) || read.alone(amount.first, amount.last) ||
         read.hit(amount.last, Category::date_article, "of") ||
         read.hit(amount.last, Category::number_joint) ||  // "a minute and 30 seconds"
         read.hit(amount.last, Category::cardinal) || read.digits(amount.last) ||
         read.hit_before(amount.first, Category::number_joint);
}

std::optional<Amount> length_of(const Annotated& text, const Amount& amount, const SentenceRange& sentence) {
  if (amount.unit_kind != UnitKind::duration || is_name(text, amount, sentence)) return std::nullopt;
  const Reader read{text, sentence.first, sentence.last};
  Amount longer = amount;
  if (amount.article && add_more(read, &longer)) return longer;
  return is_length(read, amount) ? std::optional(amount) : std::nullopt;
}

// Amounts that were read with a unit of time.
std::vector<Amount> lengths_among(const Annotated& text, Amounts amounts) {
  std::vector<Amount> out;
  auto sentence = text.sentences.begin();
  const Amount* previous = nullptr;
  for (const Amount& amount : amounts) {
    const Amount* const before = std::exchange(previous, &amount);
    while (sentence != text.sentences.end() && sentence->last <= amount.first) ++sentence;
    if (sentence == text.sentences.end()) break;
    if (is_rate(text, amount, before, *sentence)) continue;
    if (auto length = length_of(text, amount, *sentence)) out.push_back(*std::move(length));
  }
  return out;
}

// Adds the lengths told with a unit but no figure: "half an hour". `out` holds those with one.
void add_wordy(const Annotated& text, Amounts amounts, std::vector<Amount>* out) {
  const size_t known = out->size();
  auto sentence = text.sentences.begin();
  // Units before this token are done: of several phrases at one token the longest comes first.
  uint32_t seen = 0;
  for (const Hit& unit : unit_words(text)) {
    if (unit.first < seen) continue;
    while (sentence != text.sentences.end() && sentence->last <= unit.first) ++sentence;
    if (sentence == text.sentences.end()) break;
    if (unit.first < sentence->first || unit.last > sentence->last) continue;
    seen = unit.last;
    const auto end = out->begin() + static_cast<std::ptrdiff_t>(known);
    const auto same = std::lower_bound(out->begin(), end, unit.last,
                                       [](const Amount& a, uint32_t token) { return a.last < token; });
    const Reader read{text, sentence->first, sentence->last};
    if (same != end && same->first < unit.last) {
      widen(read, unit, &*same);
    } else if (auto amount = read_length_words(read, amounts, unit); amount && !in_phrase(read, unit)) {
      out->push_back(*std::move(amount));
    }
  }
}

}  // namespace

std::vector<Amount> duration_amounts(const Annotated& text, Amounts amounts) {
  std::vector<Amount> out = lengths_among(text, amounts);
  add_wordy(text, amounts, &out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Amount& a, const Amount& b) { return a.first < b.first; });
  return out;
}

}  // namespace crosscheck
