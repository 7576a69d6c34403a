#include "claim/left_out_currency.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/like_size.h"
#include "claim/noun_words.h"

namespace crosscheck {
namespace {

constexpr int64_t kMillion = 1'000'000, kThousandMillions = 1'000'000'000;

std::optional<Decimal> size_of(const Interval& amount) { return amount.low ? amount.low : amount.high; }

// How many times what it says a figure tells, beside `known`: millions go on in "from $3.1 million to 2.8".
std::optional<Decimal> scale_beside(Decimal known, Decimal figure, bool ends_clause) {
  if (!(figure < Decimal(kMillion))) return Decimal(1);
  if (figure.is_integer() || !ends_clause) return std::nullopt;
  return Decimal(known < Decimal(kThousandMillions) ? kMillion : kThousandMillions);
}

}  // namespace

bool LeftOutCurrency::take_from_before(Mention* figure) const {
  const Interval amount = *amount_of(figure->value);
  const std::optional<Decimal> size = size_of(amount);
  if (!size || size->negative() || amount.form == Form::vague) return false;
  const Mention* before = amount_before(*figure);
  const Money* money = before ? std::get_if<Money>(&before->value) : nullptr;
  const std::optional<Decimal> known = money ? size_of(money->amount) : std::nullopt;
  if (!known || *known < Decimal(kMillion)) return false;
  const std::optional<Decimal> scale = scale_beside(*known, *size, ends_clause(context_, figure->span.end));
  if (!scale) return false;
  const auto scaled = [&](const std::optional<Decimal>& side) {
    return side ? multiply(*side, *scale) : side;
  };
  Money told = {{scaled(amount.low), scaled(amount.high), amount.form}, money->currency, money->per};
  if (!of_like_size(before->value, told)) return false;
  figure->kind = MentionKind::money;
  figure->value = std::move(told);
  figure->steps.push_back(absl::StrCat("money, as '", text_.text(before->span), "' before it"));
  return true;
}

bool LeftOutCurrency::take_from_article(Mention* figure) {
  if (!told_in_millions(*figure)) return false;
  if (!main_currency_) main_currency_ = main_currency();
  if (main_currency_->empty()) return false;
  const Interval amount = *amount_of(figure->value);
  figure->kind = MentionKind::money;
  figure->value = Money{amount, *main_currency_, ""};
  figure->steps.push_back(absl::StrCat("money in ", *main_currency_, ", in which the article counts"));
  return true;
}

// In its sentence.
const Mention* LeftOutCurrency::amount_before(const Mention& figure) const {
  const uint32_t sentence = context_.sentence_of(text_.token_at(figure.span.begin));
  const std::vector<Mention>& mentions = context_.mentions();
  for (auto i = static_cast<size_t>(&figure - mentions.data()); i-- > 0;) {
    if (context_.sentence_of(context_.first(static_cast<uint32_t>(i))) != sentence) return nullptr;
    if (is_amount(mentions[i].kind) && mentions[i].span.end <= figure.span.begin) return &mentions[i];
  }
  return nullptr;
}

// Or in thousands of millions: "six millions", "1.1bn".
bool LeftOutCurrency::told_in_millions(const Mention& figure) const {
  const uint32_t last = text_.token_at(figure.span.end);
  for (uint32_t t = text_.token_at(figure.span.begin); t < last; ++t) {
    const Hit* scale = text_.hit(t, Category::scale, last);
    if (scale && !(scale->sense->number < Decimal(kMillion))) return true;
  }
  return false;
}

// Of the amounts of a million or more, that of most; empty where no currency has more than every other.
std::string LeftOutCurrency::main_currency() const {
  std::map<std::string, int> told;
  for (const Mention& mention : context_.mentions()) {
    const auto* money = std::get_if<Money>(&mention.value);
    const auto size = money ? size_of(money->amount) : std::nullopt;
    if (size && !(*size < Decimal(kMillion))) ++told[money->currency];
  }
  std::string most;
  int best = 0;
  for (const auto& [currency, count] : told) {
    if (count == best) most.clear();
    if (count > best) most = currency, best = count;
  }
  return most;
}

}  // namespace crosscheck
