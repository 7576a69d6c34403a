// Reads YAML strictly: each node knows its line and column, duplicate keys and alias bombs are errors, and
// what a caller did not expect is reported with the line itself. The only file that sees yaml-cpp. JSON is
// YAML here, too.
//
//   YamlFile file = YamlFile::parse("rules/x.yml", bytes, &problems);
//   for (const YamlNode& rule : file.root().items(&problems)) {
//     rule.expect_keys({"id", "patterns"}, &problems);
//     std::string id = rule.at("id").text(&problems);
//   }
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/problem.h"

namespace crosscheck {

class YamlFile;

// A view into a YamlFile, which must outlive it. A node that is not there (`at` of a missing key) is false
// and reads as empty; asking it for a value reports that the key is missing.
class YamlNode {
 public:
  enum class Type { missing, null, scalar, list, map };

  explicit operator bool() const { return type() != Type::missing; }
  Type type() const;
  int line() const;    // from 1
  int column() const;  // from 1

  // The scalar's text; "" and a problem when it is no scalar.
  std::string text(Problems* problems) const;
  // The same as it lies in the file; empty when it is no scalar.
  absl::string_view told() const;
  // A whole number in [low, high]; `low` and a problem otherwise.
  int64_t integer(int64_t low, int64_t high, Problems* problems) const;
  bool boolean(Problems* problems) const;
  // Elements of a list; a single scalar counts as a list of one; a missing node is an empty list; a map is a
  // problem.
  std::vector<YamlNode> items(Problems* problems) const;
  // The first of them; a missing node when there is none.
  YamlNode first() const;
  // A list of scalars, or one scalar.
  std::vector<std::string> texts(Problems* problems) const;
  // (key node, value node) in file order; a problem when it is no map. A missing node has none.
  std::vector<std::pair<YamlNode, YamlNode>> entries(Problems* problems) const;
  // The value of a key; a missing node when absent or when this is no map.
  YamlNode at(absl::string_view key) const;

  // Reports each key of this map that is not among `known`, with the nearest known one as advice.
  void expect_keys(std::initializer_list<absl::string_view> known, Problems* problems) const;
  // Adds an error at this node's place.
  void report(absl::string_view what, absl::string_view fix, Problems* problems) const;

 private:
  friend class YamlFile;
  const YamlFile* file_ = nullptr;
  int index_ = -1;  // in the file's table of nodes; -1 is missing
  int parent_ = -1;
  std::string key_;  // of a missing node, for the message
};

class YamlFile {
 public:
  // Never throws. With an error the root is a missing node and `problems` tells. Limits: 1,000,000 nodes
  // after aliases are followed, depth 100.
  static YamlFile parse(std::string path, std::string bytes, Problems* problems);

  // A file that was parsed before, at once: `image` is what image() gave for `bytes`, aligned to 8 bytes.
  // Both must outlive the file. Nothing is checked: this is for files that are compiled into the program.
  static YamlFile from_image(std::string path, absl::string_view bytes, absl::string_view image);
  // The values as one piece of memory, for a program built with this very code.
  std::string image() const;

  YamlFile(YamlFile&&) noexcept;
  YamlFile& operator=(YamlFile&&) noexcept;
  ~YamlFile();

  // The views are valid while this object lives and is not moved from.
  YamlNode root() const;
  const std::string& path() const;

 private:
  friend class YamlNode;
  struct Data;
  YamlFile();
  std::unique_ptr<Data> data_;
};

}  // namespace crosscheck
