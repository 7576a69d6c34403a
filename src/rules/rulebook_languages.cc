// Languages: settings, inflection, words by category.
#include "rules/rulebook_builder.h"

namespace crosscheck {

Language* RulebookBuilder::language(const std::string& code) {
  for (const auto& known : book_.languages_) {
    if (known->code == code) return known.get();
  }
  return nullptr;
}

void RulebookBuilder::read_language(const Parsed& file) {
  const YamlNode root = file.yaml->root();
  root.expect_keys(
      {"code", "name", "decimal", "group", "stemmer", "date_order", "head", "plurals", "future_endings",
       "past_endings", "participle_endings", "joined_numbers", "elisions", "clitics"},
      problems_);
  auto built = std::make_unique<Language>();
  built->code = root.at("code").text(problems_);
  built->name = root.at("name").text(problems_);
  if (built->code != file.parts[1]) {
    root.at("code").report(
        absl::StrCat("the code '", built->code, "' is not the name of its folder, '", file.parts[1], "'"),
        "make the two equal", problems_);
  }
  if (root.at("decimal")) built->decimal = root.at("decimal").text(problems_);
  if (root.at("joined_numbers")) built->joined_numbers = root.at("joined_numbers").boolean(problems_);
  if (root.at("stemmer")) built->stemmer = root.at("stemmer").text(problems_);
  if (root.at("date_order")) built->date_order = root.at("date_order").text(problems_);
  if (root.at("head")) built->head_last = root.at("head").text(problems_) == "last";
  built->plurals = root.at("plurals").texts(problems_);
  built->future_endings = root.at("future_endings").texts(problems_);
  built->past_endings = root.at("past_endings").texts(problems_);
  built->participle_endings = root.at("participle_endings").texts(problems_);
  built->groups = root.at("group").texts(problems_);
  for (const std::string& part : root.at("elisions").texts(problems_)) {
    built->apostrophes.elisions.insert(hash_folded(fold(part)));
  }
  for (const std::string& part : root.at("clitics").texts(problems_)) {
    built->apostrophes.clitics.insert(hash_folded(fold(part)));
  }
  book_.languages_.push_back(std::move(built));
}

void RulebookBuilder::read_inflection(const Parsed& file) {
  Language* of = language(file.parts[1]);
  if (!of) return;
  const YamlNode root = file.yaml->root();
  root.expect_keys({"noun", "verb", "openers", "inserted", "denied", "particles", "givers", "objects"},
                   problems_);
  insertions_[of] = {root.at("openers").texts(problems_), root.at("inserted").texts(problems_),
                     root.at("denied").texts(problems_),  root.at("particles").texts(problems_),
                     root.at("givers").texts(problems_),  root.at("objects").texts(problems_)};
  for (const auto& [part, target] :
       {std::pair{"noun", &of->inflections.noun}, std::pair{"verb", &of->inflections.verb}}) {
    const YamlNode node = root.at(part);
    node.expect_keys({"endings", "irregular"}, problems_);
    for (const auto& [ending, forms] : node.at("endings").entries(problems_)) {
      target->endings.emplace_back(ending_text(ending), ending_texts(forms));
    }
    std::stable_sort(target->endings.begin(), target->endings.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const auto& [word, forms] : node.at("irregular").entries(problems_)) {
      target->irregular[fold(word.text(problems_))] = forms.texts(problems_);
    }
  }
}

// An ending may be empty, which YAML calls null.
std::string RulebookBuilder::ending_text(const YamlNode& node) {
  return node.type() == YamlNode::Type::null ? "" : node.text(problems_);
}

std::vector<std::string> RulebookBuilder::ending_texts(const YamlNode& node) {
  std::vector<std::string> out;
  for (const YamlNode& item : node.items(problems_)) out.push_back(ending_text(item));
  return out;
}

void RulebookBuilder::read_words(const Parsed& file) {
  Language* of = language(file.parts[1]);
  if (!of) {
    file.yaml->root().report(absl::StrCat("the folder '", file.parts[1], "' has no language.yaml"),
                             "add one with code and name", problems_);
    return;
  }
  for (const auto& [name, values] : file.yaml->root().entries(problems_)) {
    const std::string word = name.text(problems_);
    const std::optional<Category> category = category_of(word);
    if (!category) {
      name.report(absl::StrCat("the category '", word, "' is not known"),
                  "see the list in src/rules/category.h", problems_);
      continue;
    }
    for (const auto& [value, phrases] : values.entries(problems_)) read_sense(of, *category, value, phrases);
  }
}

void RulebookBuilder::read_sense(Language* of, Category category, const YamlNode& value,
                                 const YamlNode& phrases) {
  const std::string symbol = value.text(problems_);
  Decimal number;
  if (payload_type(category) == PayloadType::number) {
    const std::optional<Decimal> parsed = Decimal::parse(symbol);
    if (!parsed) {
      value.report(absl::StrCat("'", symbol, "' is no number, as ", category_name(category), " wants"),
                   "write a number such as 7 or 1e6", problems_);
      return;
    }
    number = *parsed;
  }
  add_phrases(of, category, symbol, number, phrases);
}

}  // namespace crosscheck
