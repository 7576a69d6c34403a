#include "claim/name_claims.h"

#include <set>
#include <string>

#include "claim/owner.h"
#include "rules/marked_words.h"
#include "text/look_alike.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kKeyLeast = 6;  // bytes; in shorter names a letter more is another name

struct SpeltName {
  uint32_t mention = kNone;
  std::string key;  // the letters that matter: no accents, capitals, hyphens, "and" and "&"; short given
                    // names in full
};

std::string plain(absl::string_view name) {
  std::string out = fold_without_accents(name);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\'' || c == '-' || c == '.'; });
  return out;
}

std::string key_of(const ClaimContext& context, uint32_t mention) {
  const Annotated& text = context.text();
  const std::string& name = std::get<EntityName>(context.mention(mention).value).name;
  // Letters that only look alike are no other spelling.
  if (look_alike_key(name) == look_alike_key(text.text(context.mention(mention).span))) return plain(name);
  const uint32_t first = context.first(mention), last = context.last(mention);
  std::string out;
  for (uint32_t t = first; t < last; ++t) {
    if (text.tokens[t].token_class == TokenClass::sign || text.hit(t, Category::list_joint, last)) continue;
    const absl::string_view full = t == first && last > first + 1 ? full_given_name(text, t) : "";
    out += full.empty() ? fold_without_accents(text.word(t)) : std::string(full);
  }
  return plain(out);
}

bool is_spelt(const ClaimContext& context, uint32_t index) {
  const Mention& mention = context.mention(index);
  if (mention.entity.empty() || context.sentence_of(context.first(index)) == kNone) return false;
  const Annotated& text = context.text();
  if (text.tokens[context.first(index)].capitals == Capitals::none) return false;  // "le groupe"
  if (marked_words(text, context.first(index), "stands_for", context.last(index))) return false;
  switch (mention.kind) {
    case MentionKind::person:
      return context.last(index) > context.first(index) + 1;
    case MentionKind::organisation:
    case MentionKind::place:
      return true;
    default:
      return false;
  }
}

std::vector<SpeltName> find_spelt_names(const ClaimContext& context) {
  std::vector<SpeltName> out;
  std::set<std::pair<std::string, std::string>> seen;
  for (uint32_t i = 0; i < context.mentions().size(); ++i) {
    if (!is_spelt(context, i)) continue;
    const Mention& mention = context.mention(i);
    // Capitals and hyphens are a matter of house style: one claim for all of them.
    if (!seen.insert({mention.entity, fold(context.text().text(mention.span))}).second) continue;
    std::string key = key_of(context, i);
    if (key.size() >= kKeyLeast) out.push_back({i, std::move(key)});
  }
  return out;
}

}  // namespace

void add_spelling_claims(const ClaimContext& context, ClaimStart* start, std::deque<Claim>* out) {
  for (const SpeltName& name : find_spelt_names(context)) {
    const Mention& mention = context.mention(name.mention);
    Claim claim = start->at(mention.span, "names.spelling", to_string(mention.kind));
    claim.attribute = "spelling";
    set_owner(owner_of(context, name.mention, SubjectFrom::slot), &claim);
    claim.value = EntityName{name.key, std::string(context.text().text(mention.span))};
    out->push_back(std::move(claim));
  }
}

}  // namespace crosscheck
