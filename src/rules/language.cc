#include "rules/language.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/symbol.h"

namespace crosscheck {
namespace {

// What a symbol of a unit must look like in a text; empty for words, whose capitals mean nothing.
std::string spelling_of(absl::string_view phrase, Category category, const Tokens& tokens) {
  const bool exact = category == Category::unit || category == Category::currency ||
                     category == Category::currency_cent ||
                     (category == Category::false_number && tokens[0].token_class == TokenClass::digits);
  if (!exact) return "";
  const bool letter = phrase.size() == 1 && tokens[0].token_class == TokenClass::word;
  return letter || fold(phrase) != phrase ? std::string(phrase) : "";
}

bool is_number_word(Category category) {
  return category == Category::cardinal || category == Category::scale || category == Category::ordinal ||
         category == Category::fraction || category == Category::number_joint || category == Category::half;
}

struct SenseRecord {
  uint32_t category = 0;
  uint32_t symbol = 0, number = 0, spelling = 0;  // sizes of its texts, which follow each other
  uint32_t symbol_number = 0, padding = 0;
};

struct WordsHead {
  uint64_t senses = 0, texts = 0, number_words = 0, longest_number_word = 0, groups = 0;
};

template <typename T>
absl::string_view bytes_of(absl::Span<const T> table) {
  return {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T)};
}

// What a word tells beyond its category.
Marks marks_of_use(const Sense& sense) {
  const absl::string_view use = sense.symbol;
  if (sense.category == Category::date_article) {
    const bool both = use == "recurs" || use == "now";
    return (both || use == "vague_span" ? kWholeDateMark : 0) |
           (both || use == "every" || use == "often" ? kFrequencyMark : 0);
  }
  if (sense.category == Category::age_word)
    return use == "in_decade" || absl::StartsWith(use, "decade_") ? kDecadeMark : 0;
  if (sense.category == Category::false_number) return use == "whole" ? kIdiomMark : 0;
  if (sense.category == Category::date_doubtful) return use == "never" ? kNeverMark : 0;
  // "within_8": "sous huitaine"
  const bool term = sense.category == Category::ago && absl::StartsWith(use, "within_") &&
                    absl::ascii_isdigit(static_cast<unsigned char>(use.back()));
  return term ? kWholeDateMark : 0;
}

}  // namespace

void Language::add(absl::string_view phrase, Category category, std::string symbol, Decimal number) {
  const Tokens tokens = tokenize(phrase);
  if (tokens.empty()) return;
  Sense sense;
  sense.category = category;
  sense.symbol = std::move(symbol);
  sense.number = number;
  sense.spelling = spelling_of(phrase, category, tokens);
  // Phrases of one value come one after the other: they share the sense.
  if (joined_numbers && tokens.size() == 1 && is_number_word(category)) {
    number_words.hashes.insert(hash_folded(fold(phrase)));
    number_words.longest = std::max(number_words.longest, phrase.size());
  }
  const bool same = !senses.empty() && senses.back().category == sense.category &&
                    senses.back().symbol == sense.symbol && senses.back().spelling == sense.spelling &&
                    senses.back().number == sense.number;
  if (!same) {
    looks.push_back({category, !sense.spelling.empty(), kNoConcept, Symbol::number_of(sense.symbol)});
    senses.push_back(std::move(sense));
  }
  lexicon.add(tokens, static_cast<uint32_t>(senses.size() - 1));
}

bool Language::ends_plural(absl::string_view word) const {
  return std::any_of(plurals.begin(), plurals.end(),
                     [&](const std::string& ending) { return absl::EndsWith(word, ending); });
}

void Language::freeze() {
  lexicon.freeze();
  own_group_looks.resize(lexicon.groups());
  for (uint32_t group = 0; group < lexicon.groups(); ++group) {
    GroupLook& look = own_group_looks[group];
    for (const uint32_t number : lexicon.payloads(group)) {
      look.categories.add(looks[number].category);
      look.marks |= marks_of_use(senses[number]);
      look.spelled |= looks[number].spelled ? 1 : 0;
      ++look.senses;
    }
    look.marks |= marks_of(look.categories);
  }
  group_looks = own_group_looks;
}

std::string Language::words_image() const {
  std::string records, texts;
  for (const Sense& sense : senses) {
    const std::string number = sense.number.is_zero() ? "" : sense.number.to_string();
    const SenseRecord record{static_cast<uint32_t>(sense.category),
                             static_cast<uint32_t>(sense.symbol.size()), static_cast<uint32_t>(number.size()),
                             static_cast<uint32_t>(sense.spelling.size()), Symbol::number_of(sense.symbol)};
    records.append(reinterpret_cast<const char*>(&record), sizeof record);
    absl::StrAppend(&texts, sense.symbol, number, sense.spelling);
  }
  texts.resize((texts.size() + 7) / 8 * 8);
  std::vector<uint64_t> numbers(number_words.hashes.begin(), number_words.hashes.end());
  std::sort(numbers.begin(), numbers.end());
  const WordsHead head{senses.size(), texts.size(), numbers.size(), number_words.longest, group_looks.size()};
  return absl::StrCat(bytes_of(absl::MakeConstSpan(&head, 1)), records, texts,
                      bytes_of(absl::MakeConstSpan(numbers)), bytes_of(group_looks), lexicon.image());
}

void Language::use_words(absl::string_view image) {
  const auto* head = reinterpret_cast<const WordsHead*>(image.data());
  const auto* record = reinterpret_cast<const SenseRecord*>(head + 1);
  image.remove_prefix(sizeof(WordsHead) + head->senses * sizeof(SenseRecord));
  absl::string_view texts = image;
  const auto take = [&texts](uint32_t size) {
    const absl::string_view out = texts.substr(0, size);
    texts.remove_prefix(size);
    return out;
  };
  senses.resize(head->senses);
  looks.reserve(head->senses);
  for (Sense& sense : senses) {
    sense.category = static_cast<Category>(record->category);
    sense.symbol = std::string(take(record->symbol));
    const absl::string_view number = take(record->number);
    if (!number.empty()) sense.number = Decimal::parse(number).value_or(Decimal(0));
    sense.spelling = std::string(take(record->spelling));
    looks.push_back({sense.category, record->spelling > 0, kNoConcept, record->symbol_number});
    ++record;
  }
  image.remove_prefix(head->texts);
  const auto* numbers = reinterpret_cast<const uint64_t*>(image.data());
  number_words.hashes.insert(numbers, numbers + head->number_words);
  number_words.longest = head->longest_number_word;
  image.remove_prefix(head->number_words * sizeof(uint64_t));
  group_looks = absl::MakeConstSpan(reinterpret_cast<const GroupLook*>(image.data()), head->groups);
  lexicon.use(image.substr(head->groups * sizeof(GroupLook)));
}

}  // namespace crosscheck
