#include "claim/noun_words.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNameWords = 4;  // of a name between a figure and its noun

bool is_word(const Annotated& text, uint32_t token) {
  return text.tokens[token].token_class == TokenClass::word;
}

bool ends_plural(const Annotated& text, uint32_t token) {
  return text.language->ends_plural(text.word(token));
}

// A plural that may head a phrase.
bool is_head(const ClaimContext& context, uint32_t token, uint32_t limit) {
  return token < limit && is_word(context.text(), token) && ends_plural(context.text(), token) &&
         !is_of_figure(context, token, limit) && !stops_phrase(context, token, limit);
}

}  // namespace

bool hyphen_joins_word(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Annotated& text = context.text();
  return token + 1 < limit && text.word(token) == "-" && !text.tokens[token].space_before &&
         !text.tokens[token + 1].space_before && is_word(text, token + 1);
}

const Hit* countable(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Hit* hit = concept_hit(context, token, "countable", limit);
  return hit && !hyphen_joins_word(context, hit->last, limit) ? hit : nullptr;
}

Hit head_of(const ClaimContext& context, Hit hit, uint32_t limit) {
  if (!context.text().language->head_last) return hit;
  while (hit.last < limit && context.amount_over(hit.last) == kNone && !is_plural(context, hit)) {
    const Hit* next = countable(context, hit.last, limit);
    if (!next) break;
    hit = *next;
  }
  return hit;
}

bool is_plural(const ClaimContext& context, const Hit& hit) {
  return ends_plural(context.text(), hit.last - 1);
}

uint32_t plural_behind_name(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Annotated& text = context.text();
  uint32_t noun = token;
  const uint32_t end = std::min(limit, token + kNameWords);
  while (noun < end && text.tokens[noun].capitals != Capitals::none) ++noun;
  return text.language->head_last && noun > token && is_head(context, noun, limit) ? noun : kNone;
}

bool stands_before_head(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Annotated& text = context.text();
  return text.language->head_last && !ends_plural(text, token) && is_head(context, token + 1, limit);
}

bool is_of_figure(const ClaimContext& context, uint32_t token, uint32_t limit) {
  for (const Hit& hit : context.text().hits_at(token)) {
    if (hit.last > limit) continue;
    const Category category = hit.sense->category;
    if (is_grammar(category) || category == Category::out_of || category == Category::fraction ||
        category == Category::half || category == Category::ordinal || category == Category::collective)
      return true;
  }
  return false;
}

bool stops_phrase(const ClaimContext& context, uint32_t token, uint32_t limit) {
  for (const Category category :
       {Category::noun_stop, Category::according, Category::speech, Category::clause_break, Category::pronoun,
        Category::negation, Category::planned, Category::conditional, Category::comparison,
        Category::list_joint, Category::weekday, Category::month, Category::day_part, Category::day_offset,
        Category::date_unit, Category::date_direction}) {
    if (context.text().hit(token, category, limit)) return true;
  }
  return false;
}

bool ends_phrase(const ClaimContext& context, uint32_t token, uint32_t limit) {
  return token >= limit || !is_word(context.text(), token) || stops_phrase(context, token, limit);
}

bool ends_clause(const ClaimContext& context, uint32_t at) {
  const Annotated& text = context.text();
  const uint32_t token = text.token_at(at);
  return token >= text.tokens.size() || text.tokens[token].token_class == TokenClass::sign;
}

void set_noun(const ClaimContext& context, const Hit& noun, Mention* mention) {
  const Annotated& text = context.text();
  mention->noun = text.span(noun.first, noun.last);
  mention->noun_concept = noun.sense->symbol;
  mention->steps.push_back(absl::StrCat("counts '", text.text(mention->noun), "' → ", noun.sense->symbol));
}

void set_plain_noun(const ClaimContext& context, uint32_t token, Mention* mention) {
  mention->noun = context.text().tokens[token].span();
  mention->steps.push_back(absl::StrCat("counts '", context.text().word(token), "', which no concept knows"));
}

}  // namespace crosscheck
