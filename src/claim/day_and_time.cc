#include "claim/day_and_time.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBefore = 2;  // tokens before a date in which "vers" or "shortly after" stands

bool is_about(const Annotated& text, const Mention& mention) {
  const uint32_t first = text.token_at(mention.span.begin), end = text.token_at(mention.span.end);
  for (uint32_t t = first >= kBefore ? first - kBefore : 0; t < end; ++t) {
    if (const Hit* hit = text.hit(t, Category::date_article, end); hit && hit->is("about")) return true;
  }
  return false;
}

}  // namespace

std::optional<DayAndTime> day_and_time(const Annotated& text, const Mention& mention) {
  const auto* date = std::get_if<Date>(&mention.value);
  const auto& reading = mention.reading;
  if (!date || !date->start || !reading || !reading->hour || mention.reading_to ||
      mention.relation != Mention::Relation::at)
    return std::nullopt;
  DayAndTime out{*date, {*reading->hour * 60 + reading->minute.value_or(0), reading->zone}};
  const absl::CivilDay day(*date->start);
  out.day.start = absl::CivilSecond(day);
  out.day.end = absl::CivilSecond(day + 1);
  out.day.grain = Grain::day;
  if (is_about(text, mention)) out.time.form = Form::about;
  return out;
}

}  // namespace crosscheck
