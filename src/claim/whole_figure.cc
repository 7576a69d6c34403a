#include "claim/whole_figure.h"

#include "text/digits.h"

namespace crosscheck {
namespace {

bool is_small_and_whole(const Decimal& value) {
  return value.is_integer() && !value.negative() && value < Decimal(1000);
}

// A count keeps its words together: "twenty-one", "vingt et une".
std::optional<WholeFigure> counted(const ClaimContext& context, uint32_t at) {
  for (const uint32_t index : context.starting_at(at)) {
    const auto* count = std::get_if<Count>(&context.mention(index).value);
    if (count && count->amount.form == Form::exact && is_small_and_whole(*count->amount.low))
      return WholeFigure{*count->amount.low, context.last(index)};
  }
  return std::nullopt;
}

// Whether a decimal or a group of thousands goes on or ends at `at`.
bool joined(const Annotated& text, uint32_t at, uint32_t limit) {
  const auto is_digits = [&](uint32_t t) {
    return t < limit && text.tokens[t].token_class == TokenClass::digits;
  };
  const absl::string_view sign = at < limit ? text.word(at) : "";
  return (sign == "." || sign == ",") && !text.tokens[at].space_before && is_digits(at + 1) &&
         !text.tokens[at + 1].space_before;
}

}  // namespace

std::optional<WholeFigure> figure_told(const ClaimContext& context, uint32_t at, uint32_t limit) {
  if (at >= limit) return std::nullopt;
  if (const auto count = counted(context, at)) return count;
  const Annotated& text = context.text();
  if (text.tokens[at].token_class == TokenClass::digits) {
    const std::optional<Decimal> value = Decimal::parse(ascii_digits(text.word(at)));
    const bool part = joined(text, at + 1, limit) || (at >= 2 && joined(text, at - 1, limit));
    if (!value || part || !is_small_and_whole(*value)) return std::nullopt;
    return WholeFigure{*value, at + 1};
  }
  const Hit* word = text.hit(at, Category::cardinal, limit);
  if (!word || !is_small_and_whole(word->sense->number)) return std::nullopt;
  return WholeFigure{word->sense->number, word->last};
}

}  // namespace crosscheck
