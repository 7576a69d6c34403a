// Metadata: small setters that keep what was set first, and dates of publication.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/disk.h"
#include "crosscheck/document.h"
#include "crosscheck/ignore.h"

namespace crosscheck {

// "2023-11-20", "2023-11-20 09:00", "2023-11-20T09:00:00+01:00", "…Z". nullopt for anything else.
std::optional<Moment> parse_moment(absl::string_view text);
// "fr" of "fr-FR"; empty when it is no language tag.
std::string primary_language(absl::string_view tag);

// Each sets the field unless it is set already or the text is empty or not understood.
void set_field(const std::string& text, MetadataOrigin origin, Field<std::string>* field);
void set_language(const std::string& tag, MetadataOrigin origin, Metadata* metadata);
void set_published(const std::string& text, MetadataOrigin origin, Metadata* metadata);

// Fills what `into` lacks from `from`.
void fill(const Metadata& from, Metadata* into);

// One entry of documents.yml.
struct Listed {
  std::string path;  // as a user would name it, relative to the working folder
  std::string id;
  Metadata metadata;
  std::vector<Ignore> ignores;
};

// Reads documents.yml or its JSON. Paths are relative to the file.
std::vector<Listed> read_listing(const std::string& path, const Disk& disk, Problems* problems);

}  // namespace crosscheck
