#include "ingest/metadata.h"

#include <filesystem>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "base/yaml.h"
#include "ingest/ignores.h"

namespace crosscheck {
namespace {

constexpr uint64_t kListingLimit = 64u << 20;

// "+01:00", "-0600", "Z" at the end of a moment: minutes from UTC, and taken off the text.
std::optional<int> take_offset(absl::string_view* text) {
  if (absl::EndsWith(*text, "Z")) {
    text->remove_suffix(1);
    return 0;
  }
  const size_t sign = text->find_last_of("+-");
  if (sign == absl::string_view::npos || sign < 11) return std::nullopt;
  std::string digits;
  for (const char c : text->substr(sign + 1)) {
    if (absl::ascii_isdigit(static_cast<unsigned char>(c))) digits.push_back(c);
  }
  int value = 0;
  if (digits.size() != 4 || !absl::SimpleAtoi(digits, &value)) return std::nullopt;
  const int minutes = value / 100 * 60 + value % 100;
  const bool west = (*text)[sign] == '-';
  *text = absl::StripTrailingAsciiWhitespace(text->substr(0, sign));
  return west ? -minutes : minutes;
}

}  // namespace

std::optional<Moment> parse_moment(absl::string_view given) {
  given = absl::StripAsciiWhitespace(given);
  Moment moment;
  moment.text = std::string(given);
  if (given.size() < 10 || !absl::ascii_isdigit(static_cast<unsigned char>(given[0]))) return std::nullopt;
  if (given.size() == 10) {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(given, &day)) return std::nullopt;
    moment.local = day;
    return moment;
  }
  absl::string_view rest = given;
  moment.offset_minutes = take_offset(&rest);
  std::string plain(rest.substr(0, rest.find('.')));
  if (plain.size() > 10 && plain[10] == ' ') plain[10] = 'T';
  moment.has_time = true;
  absl::CivilMinute minute;
  if (absl::ParseCivilTime(plain, &moment.local)) return moment;
  if (!absl::ParseCivilTime(plain, &minute)) return std::nullopt;
  moment.local = minute;
  return moment;
}

std::string primary_language(absl::string_view tag) {
  std::string out;
  for (const char c : tag) {
    if (c == '-' || c == '_') break;
    if (!absl::ascii_isalpha(static_cast<unsigned char>(c))) return "";
    out.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
  }
  return out.size() >= 2 && out.size() <= 3 ? out : "";
}

void set_field(const std::string& text, MetadataOrigin origin, Field<std::string>* field) {
  const std::string plain(absl::StripAsciiWhitespace(text));
  if (!plain.empty() && !*field) *field = {plain, origin};
}

void set_language(const std::string& tag, MetadataOrigin origin, Metadata* metadata) {
  set_field(primary_language(tag), origin, &metadata->language);
}

void set_published(const std::string& text, MetadataOrigin origin, Metadata* metadata) {
  if (metadata->published) return;
  if (std::optional<Moment> moment = parse_moment(text)) metadata->published = {*std::move(moment), origin};
}

void fill(const Metadata& from, Metadata* into) {
  if (!into->source) into->source = from.source;
  if (!into->title) into->title = from.title;
  if (!into->published) into->published = from.published;
  if (!into->language) into->language = from.language;
  if (!into->url) into->url = from.url;
  if (!into->dossier) into->dossier = from.dossier;
}

std::vector<Listed> read_listing(const std::string& path, const Disk& disk, Problems* problems) {
  std::vector<Listed> out;
  std::string bytes;
  if (!disk.read(path, kListingLimit, &bytes, problems)) return out;
  const YamlFile file = YamlFile::parse(path, std::move(bytes), problems);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  for (const YamlNode& node : file.root().items(problems)) {
    node.expect_keys({"path", "id", "source", "published", "language", "title", "url", "dossier", "ignore"},
                     problems);
    const auto field = [&](const char* name) {
      const YamlNode value = node.at(name);
      return value && value.type() != YamlNode::Type::null ? value.text(problems) : "";
    };
    Listed listed;
    listed.path = (folder / node.at("path").text(problems)).lexically_normal().string();
    listed.id = field("id");
    set_field(field("source"), MetadataOrigin::given, &listed.metadata.source);
    set_field(field("title"), MetadataOrigin::given, &listed.metadata.title);
    set_field(field("url"), MetadataOrigin::given, &listed.metadata.url);
    set_field(field("dossier"), MetadataOrigin::given, &listed.metadata.dossier);
    set_language(field("language"), MetadataOrigin::given, &listed.metadata);
    const std::string published = field("published");
    set_published(published, MetadataOrigin::given, &listed.metadata);
    if (!published.empty() && !listed.metadata.published) {
      node.at("published")
          .report(absl::StrCat("'", published, "' is no date"),
                  "write 2023-11-20 or 2023-11-20T09:00:00+01:00", problems);
    }
    listed.ignores = read_ignores(node.at("ignore"), path, problems);
    out.push_back(std::move(listed));
  }
  return out;
}

}  // namespace crosscheck
