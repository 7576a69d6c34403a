#include "claim/cited_outlet.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 5;  // tokens between the outlet and the word that cites it

bool publishes(const ClaimContext& context, const Mention& mention) {
  const EntityEntry* entity = context.rulebook().entity(mention.entity);
  return entity && std::any_of(entity->is.begin(), entity->is.end(),
                               [](const std::string& kind) { return kind == "outlet" || kind == "agency"; });
}

bool cites(const ClaimContext& context, const SentenceRange& sentence, uint32_t mention) {
  const Annotated& text = context.text();
  const auto speaks = [&](uint32_t t) {
    return text.hit(t, Category::speech, sentence.last) || text.hit(t, Category::according, sentence.last);
  };
  const uint32_t first = context.first(mention), last = context.last(mention);
  for (uint32_t t = std::max(sentence.first, first > kReach ? first - kReach : 0); t < first; ++t) {
    if (speaks(t)) return true;
  }
  for (uint32_t t = last; t < std::min(sentence.last, last + kReach); ++t) {
    if (text.hit(t, Category::speech, sentence.last)) return true;
  }
  return false;
}

}  // namespace

std::string cited_outlet(const ClaimContext& context, uint32_t sentence) {
  const SentenceRange& range = context.text().sentences[sentence];
  std::string out;
  for (uint32_t t = range.first; t < range.last; ++t) {
    for (const uint32_t m : context.starting_at(t)) {
      const Mention& mention = context.mention(m);
      if (!std::holds_alternative<EntityName>(mention.value) || !publishes(context, mention)) continue;
      if (!cites(context, range, m)) continue;
      const std::string& name = std::get<EntityName>(mention.value).name;
      if (!out.empty() && out != name) return "";
      out = name;
    }
  }
  return out;
}

}  // namespace crosscheck
