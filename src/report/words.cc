#include "report/words.h"

#include <mutex>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/yaml.h"
#include "report/files.h"
#include "report/value_words.h"

namespace crosscheck {
namespace {

void flatten(const YamlNode& node, const std::string& key, std::map<std::string, std::string>* out,
             Problems* problems) {
  switch (node.type()) {
    case YamlNode::Type::map:
      for (const auto& [name, value] : node.entries(problems)) {
        const std::string part = name.text(problems);
        flatten(value, key.empty() ? part : absl::StrCat(key, ".", part), out, problems);
      }
      return;
    case YamlNode::Type::list: {
      int at = 0;
      for (const YamlNode& item : node.items(problems))
        flatten(item, absl::StrCat(key, ".", ++at), out, problems);
      return;
    }
    default:
      (*out)[key] = node.text(problems);
  }
}

}  // namespace

absl::string_view report_file(absl::string_view path) {
  for (const EmbeddedFile& file : report_files()) {
    if (file.path == path) return file.bytes;
  }
  return "";
}

Words Words::parse(std::string path, std::string bytes, Problems* problems) {
  return read(YamlFile::parse(std::move(path), std::move(bytes), problems).root(), problems);
}

Words Words::read(const YamlNode& root, Problems* problems) {
  Words words;
  words.one_from_ = static_cast<double>(root.at("one_from").integer(0, 1, problems));
  words.one_below_ = static_cast<double>(root.at("one_below").integer(1, 2, problems));
  flatten(root, "", &words.entries_, problems);
  return words;
}

const Words& Words::of(absl::string_view language) {
  // Read when they are asked for: most runs speak one language.
  struct Kept {
    const EmbeddedFile* file = nullptr;
    std::once_flag once;
    Words words;
  };
  static auto& all = *[] {
    auto* out = new std::map<std::string, Kept>;
    for (const EmbeddedFile& file : report_files()) {
      absl::string_view code = file.path;
      if (absl::ConsumePrefix(&code, "words/") && absl::ConsumeSuffix(&code, ".yaml"))
        (*out)[std::string(code)].file = &file;
    }
    return out;
  }();
  const auto found = all.find(std::string(language));
  Kept& kept = found == all.end() ? all.at("en") : found->second;
  std::call_once(kept.once, [&kept] {
    Problems problems;  // a test reads the same files and finds none
    kept.words =
        read(YamlFile::from_image(std::string(kept.file->path), kept.file->bytes, kept.file->image).root(),
             &problems);
  });
  return kept.words;
}

const std::string* Words::find(absl::string_view key) const {
  const auto found = entries_.find(std::string(key));
  return found == entries_.end() ? nullptr : &found->second;
}

std::string Words::operator()(absl::string_view key) const {
  const std::string* text = find(key);
  return text ? *text : absl::StrCat("⟦", key, "⟧");
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, text] : entries_) out.push_back(key);
  return out;
}

std::string Words::fill(absl::string_view key, Slots slots) const {
  return fill_slots((*this)(key), "{", "}", slots);
}

std::string Words::count(absl::string_view key, int64_t n) const {
  const std::string figure = number_in_words(Decimal(n), *this);
  return fill(absl::StrCat(key, singular(static_cast<double>(n)) ? ".one" : ".other"), {{"n", figure}});
}

std::string fill_slots(absl::string_view pattern, absl::string_view open, absl::string_view close,
                       Words::Slots slots) {
  std::string out;
  while (true) {
    const size_t begin = pattern.find(open);
    const size_t end = begin == absl::string_view::npos ? begin : pattern.find(close, begin + open.size());
    if (end == absl::string_view::npos) break;
    absl::StrAppend(&out, pattern.substr(0, begin));
    const absl::string_view name = pattern.substr(begin + open.size(), end - begin - open.size());
    const auto* slot = slots.begin();
    while (slot != slots.end() && slot->first != name) ++slot;
    if (slot != slots.end()) {
      absl::StrAppend(&out, slot->second);
      pattern.remove_prefix(end + close.size());
    } else {
      absl::StrAppend(&out, open);
      pattern.remove_prefix(begin + open.size());
    }
  }
  absl::StrAppend(&out, pattern);
  return out;
}

}  // namespace crosscheck
