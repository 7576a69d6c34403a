#include "rules/rulebook_builder.h"

#include <nettle/sha2.h>

#include <algorithm>

#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace crosscheck {
namespace {

std::string digest_of(const std::vector<RuleFile>& files) {
  sha256_ctx context;
  sha256_init(&context);
  for (const RuleFile& file : files) {
    sha256_update(&context, file.place.size() + 1, reinterpret_cast<const uint8_t*>(file.place.c_str()));
    sha256_update(&context, file.text().size(), reinterpret_cast<const uint8_t*>(file.text().data()));
  }
  uint8_t bytes[8];
  sha256_digest(&context, sizeof bytes, bytes);
  std::string out;
  for (const uint8_t byte : bytes) absl::StrAppendFormat(&out, "%02x", byte);
  return out;
}

}  // namespace

void RulebookBuilder::build(std::vector<RuleFile> files) {
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) {
    return std::tie(a.place, a.path) < std::tie(b.place, b.path);
  });
  settle_prepared(files);
  for (RuleFile& file : files) {
    Parsed parsed;
    parsed.parts = absl::StrSplit(file.place, '/');
    parsed.yaml = std::make_unique<YamlFile>(
        file.embedded && !file.embedded->image.empty()
            ? YamlFile::from_image(file.path, file.embedded->bytes, file.embedded->image)
            : YamlFile::parse(file.path, std::string(file.text()), problems_));
    if (parsed.yaml->root()) files_.push_back(std::move(parsed));
  }
  each("lang", "language.yaml", &RulebookBuilder::read_language);
  each("lang", "inflection.yaml", &RulebookBuilder::read_inflection);
  if (!prepared_) each("lang", "", &RulebookBuilder::read_words);
  each("core", "units.yaml", &RulebookBuilder::read_units);
  each("concepts", "", &RulebookBuilder::read_concepts);
  each("roles", "", &RulebookBuilder::read_roles);
  each("entities", "", &RulebookBuilder::read_entities);
  each("packs", "", &RulebookBuilder::read_rules);
  for (const auto& built : book_.languages_) freeze(built.get());
  number_concepts();
  check_references();
  index_rules();
}

// What was prepared holds as long as nobody adds words to it.
void RulebookBuilder::settle_prepared(const std::vector<RuleFile>& files) {
  const bool own =
      std::any_of(files.begin(), files.end(), [](const RuleFile& file) { return !file.embedded; });
  const bool own_words = std::any_of(files.begin(), files.end(), [](const RuleFile& file) {
    return !file.embedded && !absl::StartsWith(file.place, "packs/");
  });
  book_.digest_ = prepared_ && !own ? prepared_->digest : digest_of(files);
  if (own_words) prepared_ = nullptr;
}

void RulebookBuilder::freeze(Language* language) {
  if (!prepared_) return language->freeze();
  const auto words = prepared_->words.find(language->code);
  if (words != prepared_->words.end()) language->use_words(words->second);
}

void RulebookBuilder::each(absl::string_view folder, absl::string_view file, Reader read) {
  for (const Parsed& parsed : files_) {
    if (parsed.parts.size() < 2 || parsed.parts[0] != folder) continue;
    const std::string& name = parsed.parts.back();
    const bool settings = folder == "lang" && (name == "language.yaml" || name == "inflection.yaml");
    if (file.empty() ? !settings : name == file) (this->*read)(parsed);
  }
}

// Returns the first plain phrase, which people are shown.
std::string RulebookBuilder::add_phrases(Language* of, Category category, const std::string& symbol,
                                         Decimal number, const YamlNode& phrases) {
  std::string first;
  // The phrases themselves lie in the prepared lexicon.
  if (prepared_) first = first_phrase(phrases.first().told(), of->inflections);
  if (!first.empty()) return first;
  for (const YamlNode& item : phrases.items(problems_)) {
    std::string error;
    const std::vector<std::string> plain = unfold_phrase(item.text(problems_), of->inflections, &error);
    if (!error.empty())
      item.report(absl::StrCat("this phrase cannot be read: ", error), "mend it", problems_);
    if (first.empty() && !plain.empty()) first = plain.front();
    if (prepared_ && !first.empty()) break;
    for (const std::string& phrase : plain) of->add(phrase, category, symbol, number);
    // Dates and figures are typed in haste: "il y a deux annees", "deuxieme".
    for (const std::string& phrase : category <= Category::clock_shift ? plain : std::vector<std::string>()) {
      const std::string typed = without_typed_accents(phrase);
      if (!typed.empty()) of->add(typed, category, symbol, number);
    }
    // The number tells them from the phrase itself: a negation put into it denies it.
    for (const std::string& phrase : category == Category::concept_ ? plain : std::vector<std::string>()) {
      for (const std::string& longer : insertions_[of].into(phrase)) of->add(longer, category, symbol, 1);
      for (const std::string& longer : insertions_[of].parted(phrase))
        of->add(longer, category, symbol, number);
    }
  }
  return first;
}

// The keys of `node` that name a language: its words there. Returns the first phrase by language.
std::map<std::string, std::string> RulebookBuilder::add_by_language(Category category, const std::string& id,
                                                                    const YamlNode& node) {
  std::map<std::string, std::string> first;
  for (const auto& known : book_.languages_) {
    const YamlNode phrases = node.at(known->code);
    if (phrases) first[known->code] = add_phrases(known.get(), category, id, 0, phrases);
  }
  for (const auto& [key, text] : node.at("label").entries(problems_))
    first[key.text(problems_)] = text.text(problems_);
  return first;
}

void RulebookBuilder::remember(absl::string_view what, const YamlNode& key, const Parsed& file) {
  first_place_.try_emplace(absl::StrCat(what, " ", key.told()), file.yaml.get(), key.line());
}

// Known keys are the given ones and the codes of the languages.
void RulebookBuilder::expect_keys(const YamlNode& node, std::vector<absl::string_view> known) {
  for (const auto& built : book_.languages_) known.push_back(built->code);
  for (const auto& [key, value] : node.entries(problems_)) {
    const absl::string_view name = key.told();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      key.report(absl::StrCat("the key '", name, "' is not known here"),
                 absl::StrCat("known here are ", join(known)), problems_);
    }
  }
}

std::string RulebookBuilder::join(const std::vector<absl::string_view>& words) {
  std::string out;
  for (const absl::string_view word : words) absl::StrAppend(&out, out.empty() ? "" : ", ", word);
  return out;
}

}  // namespace crosscheck
