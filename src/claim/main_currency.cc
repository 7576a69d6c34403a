#include "claim/main_currency.h"

#include <map>

namespace crosscheck {
namespace {

constexpr int64_t kMillion = 1000000;

}  // namespace

std::string main_currency(const ClaimContext& context) {
  std::map<std::string, int> told;
  for (const Mention& mention : context.mentions()) {
    const auto* money = std::get_if<Money>(&mention.value);
    const auto figure = !money ? std::nullopt : money->amount.low ? money->amount.low : money->amount.high;
    if (figure && !(*figure < Decimal(kMillion))) ++told[money->currency];
  }
  std::string most;
  int best = 0;
  for (const auto& [currency, count] : told) {
    if (count == best) most.clear();
    if (count > best) most = currency, best = count;
  }
  return most;
}

bool told_in_millions(const ClaimContext& context, const Mention& mention) {
  const Annotated& text = context.text();
  const uint32_t last = text.token_at(mention.span.end);
  for (uint32_t t = text.token_at(mention.span.begin); t < last; ++t) {
    const Hit* scale = text.hit(t, Category::scale, last);
    if (scale && !(scale->sense->number < Decimal(kMillion))) return true;
  }
  return false;
}

}  // namespace crosscheck
