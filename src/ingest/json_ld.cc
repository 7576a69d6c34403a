#include "ingest/json_ld.h"

#include <vector>

#include "absl/strings/match.h"
#include "base/json_reader.h"
#include "ingest/metadata.h"

namespace crosscheck {
namespace {

bool is_article(const JsonValue& value) {
  const JsonValue* type = json_member(value, "@type");
  if (!type) return false;
  const auto names = [](const JsonValue& name) {
    return name.IsString() &&
           (absl::EndsWith(name.GetString(), "Article") || absl::EndsWith(name.GetString(), "Posting"));
  };
  if (!type->IsArray()) return names(*type);
  for (const JsonValue& name : type->GetArray()) {
    if (names(name)) return true;
  }
  return false;
}

void take(const JsonValue& article, Metadata* metadata) {
  set_field(json_text(article, "headline"), MetadataOrigin::page, &metadata->title);
  set_published(json_text(article, "datePublished"), MetadataOrigin::page, metadata);
  set_language(json_text(article, "inLanguage"), MetadataOrigin::page, metadata);
  set_field(json_text(article, "url"), MetadataOrigin::page, &metadata->url);
  const JsonValue* publisher = json_member(article, "publisher");
  if (!publisher) return;
  const std::string name = publisher->IsString() ? publisher->GetString() : json_text(*publisher, "name");
  set_field(name, MetadataOrigin::page, &metadata->source);
}

}  // namespace

void read_json_ld(const std::string& json, Metadata* metadata) {
  JsonDocument document;
  if (!parse_json(json, &document)) return;
  // Articles stand at the top, in a list, or in "@graph".
  std::vector<const JsonValue*> todo = {&document};
  for (size_t i = 0; i < todo.size() && i < 1000; ++i) {
    const JsonValue& value = *todo[i];
    if (value.IsArray()) {
      for (const JsonValue& item : value.GetArray()) todo.push_back(&item);
    } else if (value.IsObject()) {
      if (is_article(value)) return take(value, metadata);
      if (const JsonValue* graph = json_member(value, "@graph")) todo.push_back(graph);
    }
  }
}

}  // namespace crosscheck
