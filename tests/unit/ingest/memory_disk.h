// A file system in memory.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/disk.h"

namespace crosscheck {

class MemoryDisk : public Disk {
 public:
  explicit MemoryDisk(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Kind kind(const std::string& path) const override {
    if (files_.contains(path)) return Kind::file;
    const auto inside = files_.lower_bound(path + "/");
    return inside != files_.end() && inside->first.rfind(path + "/", 0) == 0 ? Kind::folder : Kind::missing;
  }
  std::string identity(const std::string& path) const override { return path; }
  std::vector<std::string> list(const std::string& folder, Problems*) const override {
    std::set<std::string> names;
    for (const auto& [path, bytes] : files_) {
      if (path.rfind(folder + "/", 0) != 0) continue;
      const std::string rest = path.substr(folder.size() + 1);
      names.insert(rest.substr(0, rest.find('/')));
    }
    return {names.begin(), names.end()};
  }
  bool read(const std::string& path, uint64_t, std::string* bytes, Problems*) const override {
    *bytes = files_.at(path);
    return true;
  }
  bool read_part(const std::string& path, uint64_t begin, size_t size, std::string* bytes,
                 Problems*) const override {
    const std::string& all = files_.at(path);
    *bytes = all.substr(std::min<size_t>(begin, all.size()), size);
    return true;
  }
  bool write(const std::string& path, const std::string& bytes, Problems*) override {
    files_[path] = bytes;
    return true;
  }

  bool write_pieces(const std::string& path, const std::function<bool(const Put&)>& make,
                    Problems*) override {
    std::string bytes;
    if (!make([&](absl::string_view piece) { bytes.append(piece.data(), piece.size()); })) return false;
    files_[path] = std::move(bytes);
    return true;
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace crosscheck
