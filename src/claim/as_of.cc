#include "claim/as_of.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "claim/figure_moment.h"
#include "claim/time_frame.h"

namespace crosscheck {
namespace {

class AsOfFinder {
 public:
  AsOfFinder(const ClaimContext& context, const Told& told)
      : context_(context),
        text_(context.text()),
        first_(told.first),
        last_(told.last),
        sentence_(text_.sentences[context.sentence_of(told.first)]) {}

  std::optional<Date> run(std::vector<std::string>* steps) const {
    for (uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      if (context_.starting_at(t).empty()) continue;
      const bool said_then = is_said_by(t);
      if ((!same_clause(t, first_) && !names_antecedent(t) && !said_then) || (t >= first_ && t < last_))
        continue;
      for (const uint32_t index : context_.starting_at(t)) {
        const auto* date = std::get_if<Date>(&context_.mention(index).value);
        if (!date || !date->start) continue;
        // "since 1998, when …": in that year
        const bool since = !date->end && date->grain == Grain::year && begins_behind(t);
        if (!date->end && !since) continue;
        if (date->resolved_from != ResolvedFrom::text && !tells_when_it_was(*date, t)) continue;
        if (said_then && date->grain != Grain::year) continue;
        // "was set up in 1994 and served 58 airports": another deed
        if (t < first_ && text_.hit(context_.last(index), Category::list_joint, first_)) continue;
        if (t >= last_ && is_of_next_figure(context_, first_, last_, t)) continue;
        if (context_.set_off(t, first_) && !is_all_of_insertion(t, context_.last(index))) continue;
        if (tells_of_origin(t, context_.last(index))) continue;
        steps->push_back(absl::StrCat("as of '", text_.text(context_.mention(index).span), "'"));
        Date out = *date;
        if (since) out.end = absl::CivilSecond(absl::CivilYear(*date->start) + 1);
        return out;
      }
    }
    return std::nullopt;
  }

 private:
  bool same_clause(uint32_t a, uint32_t b) const { return context_.clause_of(a) == context_.clause_of(b); }

  // "The flood(, in August 2008,) killed three": set off, and yet of the verb.
  bool is_all_of_insertion(uint32_t date, uint32_t behind) const {
    if (behind >= sentence_.last || text_.word(behind) != ",") return false;
    const auto is_link = [&](uint32_t t) {
      const auto& hits = text_.hits_at(t);
      return std::any_of(hits.begin(), hits.end(), [](const Hit& hit) {
        return (hit.category == Category::noun_stop && hit.is("preposition")) ||
               hit.category == Category::filler ||
               (hit.category == Category::date_article && !hit.is("back")) ||
               hit.category == Category::date_relation;
      });
    };
    uint32_t t = date;
    while (t > sentence_.first && text_.word(t - 1) != "," && is_link(t - 1)) --t;
    return t > sentence_.first && text_.word(t - 1) == ",";
  }

  // "valait encore 60 euros il y a un an": a time long before, told right behind the figure.
  bool tells_when_it_was(const Date& date, uint32_t at) const {
    return at == last_ && is_long_ago(text_, date);
  }

  // "Fondée en 2017, la société emploie 310 salariés": the date of a participle beside the clause.
  bool tells_of_origin(uint32_t date, uint32_t behind) const {
    if (behind >= sentence_.last || text_.word(behind) != ",") return false;
    uint32_t t = date;
    while (t > sentence_.first && context_.is_link(t - 1)) --t;
    if (t == sentence_.first) return false;
    const uint32_t participle = t - 1;
    if (participle > sentence_.first && text_.word(participle - 1) != ",") return false;
    const std::string word = fold(text_.word(participle));
    const auto ends = [&](const std::string& ending) { return absl::EndsWith(word, fold(ending)); };
    const Language& language = *text_.language;
    return std::any_of(language.participle_endings.begin(), language.participle_endings.end(), ends) ||
           std::any_of(language.past_endings.begin(), language.past_endings.end(), ends);
  }

  // Where the relative clause of the figure starts; kNone when it stands in no such clause.
  uint32_t start_of_relative() const {
    const uint32_t start = context_.clause_start(first_);
    const Hit* relative = text_.hit(start, Category::clause_break, sentence_.last);
    return relative && relative->is("relative") ? start : kNone;
  }

  // "We were told in 2019 that it would cost two billion": what was said then may have changed since.
  bool is_said_by(uint32_t t) const {
    if (t >= first_ || same_clause(t, first_)) return false;
    const uint32_t start = start_of_relative();
    if (start == kNone || start == sentence_.first || !same_clause(start - 1, t)) return false;
    for (uint32_t verb = sentence_.first; verb < start; ++verb) {
      if (same_clause(verb, t) && text_.hit(verb, Category::speech, start)) return true;
    }
    return false;
  }

  bool names_antecedent(uint32_t t) const {
    if (t == sentence_.first || t >= first_) return false;
    if (begins_behind(t)) return true;
    const bool named = text_.hit(t - 1, Category::noun_link, t) || text_.hit(t - 1, Category::filler, t);
    const uint32_t start = named ? start_of_relative() : kNone;
    if (start == kNone) return false;
    const uint32_t before = behind_signs(start, t);
    return before > t && same_clause(before - 1, t);
  }

  // "the worst since 1998, when 101 people died": the clause of the figure begins right behind the date.
  bool begins_behind(uint32_t date) const {
    const uint32_t start = context_.clause_start(first_);
    const Hit* opens = text_.hit(start, Category::clause_break, sentence_.last);
    if (!opens || !(opens->is("relative") || opens->is("subordinate"))) return false;
    const uint32_t before = behind_signs(start, date);
    const auto ends_there = [&](uint32_t index) {
      return context_.mention(index).kind == MentionKind::date && context_.last(index) == before;
    };
    const auto dates = context_.starting_at(date);
    return before < start && std::any_of(dates.begin(), dates.end(), ends_there);
  }

  uint32_t behind_signs(uint32_t start, uint32_t limit) const {
    while (start > limit && text_.tokens[start - 1].token_class == TokenClass::sign) --start;
    return start;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  uint32_t first_, last_;
  const SentenceRange& sentence_;
};

}  // namespace

std::optional<Date> find_as_of(const ClaimContext& context, const Told& told,
                               std::vector<std::string>* steps) {
  return AsOfFinder(context, told).run(steps);
}

}  // namespace crosscheck
