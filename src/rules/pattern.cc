#include "rules/pattern.h"

#include <algorithm>
#include <functional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/text.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kGapLimit = 12;
constexpr int kItemLimit = 40;

struct SlotType {
  absl::string_view name;
  std::vector<MentionKind> kinds;
  std::vector<absl::string_view> units =
      {};  // of a measure: what its unit comes down to, in SI; empty for any
};

const std::vector<SlotType>& slot_types() {
  using K = MentionKind;
  static const auto& types = *new std::vector<SlotType>{
      {"count", {K::count, K::number}},
      {"money", {K::money}},
      {"percent", {K::percent}},
      {"ratio", {K::ratio}},
      {"share", {K::percent, K::ratio}},
      {"ordinal", {K::ordinal}},
      {"measure", {K::measure}},
      {"length", {K::measure}, {"meter"}},
      {"area", {K::measure}, {"square-meter"}},
      {"volume", {K::measure}, {"cubic-meter"}},
      {"mass", {K::measure}, {"kilogram"}},
      {"speed", {K::measure}, {"meter-per-second"}},
      {"temperature", {K::measure}, {"kelvin", "generic"}},
      {"magnitude", {K::measure}, {"magnitude"}},
      {"data", {K::measure}, {"byte"}},
      {"duration", {K::duration}},
      {"age", {K::age}},
      {"date", {K::date}},
      {"time", {K::time}},
      {"moment", {K::date, K::time}},
      {"person", {K::person}},
      {"organisation", {K::organisation}},
      {"place", {K::place}},
      {"entity", {K::person, K::organisation, K::place}},
      {"party", {K::person, K::organisation}},
      {"role", {K::role}},
      {"amount", {K::count, K::number, K::money, K::percent, K::ratio, K::measure, K::duration, K::age}},
  };
  return types;
}

std::vector<absl::string_view> slot_units(absl::string_view type) {
  for (const SlotType& known : slot_types()) {
    if (known.name == type) return known.units;
  }
  return {};
}

class Parser {
 public:
  Parser(absl::string_view source, absl::string_view language, PatternError* error)
      : source_(source), language_(language), error_(error) {}

  std::optional<Pattern> run() {
    Pattern pattern;
    pattern.source = std::string(source_);
    pattern.language = std::string(language_);
    PatternPart::Scope scope = PatternPart::Scope::clause;
    do {
      PatternPart part;
      part.scope = scope;
      if (!sequence(&part.items, 0)) return std::nullopt;
      pattern.parts.push_back(std::move(part));
    } while (joint(&scope));
    skip_space();
    if (at_ < source_.size()) return fail("')' without a '('", "take it out"), std::nullopt;
    return pattern;
  }

 private:
  bool sequence(std::vector<PatternItem>* items, int depth) {
    bool fixed = false;
    for (skip_space(); at_ < source_.size() && !absl::StrContains("&|)", source_.substr(at_, 1));
         skip_space()) {
      PatternItem item;
      if (!one(&item, depth)) return false;
      fixed |= item.kind != PatternItem::Kind::gap && !item.optional;
      items->push_back(std::move(item));
      if (++count_ > kItemLimit) return fail("a pattern has 40 items at most", "cut it in two rules");
    }
    if (!fixed)
      return fail("something that must stand there is missing", "name a word, a @concept or a {slot:type}");
    if (items->front().kind == PatternItem::Kind::gap || items->back().kind == PatternItem::Kind::gap) {
      return fail("a gap stands between two items", "take '..' out at the beginning or end");
    }
    return true;
  }

  bool one(PatternItem* item, int depth) {
    const char c = source_[at_];
    if (c == '(') return choice(item, depth);
    if (c == '{') return slot(item);
    if (c == '\\' && at_ + 1 < source_.size()) return sign(item);
    const size_t begin = at_;
    while (at_ < source_.size() && !absl::StrContains(" (){}&|?", source_.substr(at_, 1))) ++at_;
    const absl::string_view word = source_.substr(begin, at_ - begin);
    item->optional = take('?');
    if (absl::StartsWith(word, "..")) return gap(item, word, begin);
    if (word.size() > 1 && word[0] == '@') {
      item->kind = PatternItem::Kind::concept_word;
      item->text = std::string(word.substr(1));
      return true;
    }
    if (word.empty())
      return fail(absl::StrCat("'", source_.substr(at_, 1), "' has no meaning here"), "take it out");
    if (language_.empty()) {
      at_ = begin;
      return fail(absl::StrCat("the word '", word, "' belongs to one language"),
                  "put the pattern under 'fr:' or 'en:', or make the word a concept");
    }
    item->kind = PatternItem::Kind::word;
    item->text = std::string(word);
    item->hash = hash_word(word);
    return true;
  }

  // "\(": the sign, which is of no language.
  bool sign(PatternItem* item) {
    item->kind = PatternItem::Kind::word;
    item->text = std::string(source_.substr(at_ + 1, 1));
    item->hash = hash_word(item->text);
    at_ += 2;
    item->optional = take('?');
    return true;
  }

  bool gap(PatternItem* item, absl::string_view word, size_t begin) {
    item->kind = PatternItem::Kind::gap;
    item->gap = 3;
    if (word.size() > 2 &&
        (!absl::SimpleAtoi(word.substr(2), &item->gap) || item->gap < 1 || item->gap > kGapLimit)) {
      at_ = begin;
      return fail(absl::StrCat("'", word, "' is no gap"),
                  "write '..' for up to 3 tokens or '..8' for up to 8; 12 is the most");
    }
    return true;
  }

  bool slot(PatternItem* item) {
    const size_t close = source_.find('}', at_);
    if (close == absl::string_view::npos) return fail("'{' without a '}'", "close the slot: {value:count}");
    const std::vector<std::string> parts = absl::StrSplit(source_.substr(at_ + 1, close - at_ - 1), ':');
    if (parts.size() < 2 || parts.size() > 3 || parts[0].empty()) {
      return fail("a slot is {name:type} or {name:type:concept}", "write for example {value:count}");
    }
    item->text = parts[0];
    if (parts.size() == 2 && parts[1] == "figure") {
      item->kind = PatternItem::Kind::figure;
      at_ = close + 1;
      return true;
    }
    item->kind = PatternItem::Kind::slot;
    item->mentions = slot_kinds(parts[1]);
    item->units = slot_units(parts[1]);
    if (parts.size() == 3) item->counted = parts[2];
    if (item->mentions.empty()) {
      std::vector<absl::string_view> names;
      for (const SlotType& type : slot_types()) names.push_back(type.name);
      const absl::string_view nearest = nearest_word(parts[1], names.data(), names.size());
      return fail(
          absl::StrCat("'", parts[1], "' is no type of slot"),
          nearest.empty()
              ? "known are count, money, percent, ratio, share, measure, length, area, volume, mass, speed, "
                "temperature, magnitude, data, duration, age, date, time, moment, person, organisation, "
                "place, "
                "entity, party, role, ordinal, amount"
              : absl::StrCat("write '", nearest, "'"));
    }
    at_ = close + 1;
    item->optional = take('?');
    return true;
  }

  bool choice(PatternItem* item, int depth) {
    if (depth >= 4) return fail("brackets are nested more than 4 deep", "use a concept instead");
    item->kind = PatternItem::Kind::choice;
    ++at_;
    for (;;) {
      item->choices.emplace_back();
      if (!sequence(&item->choices.back(), depth + 1)) return false;
      skip_space();
      if (take('|')) continue;
      if (take(')')) break;
      return fail("'(' without a ')'", "close the bracket");
    }
    item->optional = take('?');
    return true;
  }

  bool joint(PatternPart::Scope* scope) {
    skip_space();
    if (!take('&')) return false;
    *scope = take('&') ? PatternPart::Scope::sentence : PatternPart::Scope::clause;
    return true;
  }

  bool take(char c) {
    if (at_ >= source_.size() || source_[at_] != c) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (at_ < source_.size() && absl::ascii_isspace(static_cast<unsigned char>(source_[at_]))) ++at_;
  }

  bool fail(std::string what, std::string fix) {
    error_->column = count_code_points(source_.substr(0, at_));
    error_->what = std::move(what);
    error_->fix = std::move(fix);
    return false;
  }

  absl::string_view source_;
  absl::string_view language_;
  PatternError* error_;
  size_t at_ = 0;
  int count_ = 0;
};

}  // namespace

std::vector<MentionKind> slot_kinds(absl::string_view type) {
  for (const SlotType& known : slot_types()) {
    if (known.name == type) return known.kinds;
  }
  return {};
}

std::optional<Pattern> parse_pattern(absl::string_view source, absl::string_view language,
                                     PatternError* error) {
  return Parser(source, language, error).run();
}

namespace {

bool names_counted_in(const std::vector<PatternItem>& items) {
  return std::any_of(items.begin(), items.end(), [](const PatternItem& item) {
    if (item.kind == PatternItem::Kind::slot) return item.text == "value" && !item.counted.empty();
    return std::any_of(item.choices.begin(), item.choices.end(), names_counted_in);
  });
}

}  // namespace

bool names_counted(const Pattern& pattern) {
  return std::any_of(pattern.parts.begin(), pattern.parts.end(),
                     [](const PatternPart& part) { return names_counted_in(part.items); });
}

}  // namespace crosscheck
