// The file system as far as the program needs it, as an interface, so that tests run in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/problem.h"

namespace crosscheck {

// Takes the next piece of a text that is never in memory as a whole.
using Put = std::function<void(absl::string_view)>;

// A file that stays open: its bytes as they were then, also when somebody replaces it whole meanwhile, as
// Disk::write does.
class OpenFile {
 public:
  virtual ~OpenFile() = default;
  virtual uint64_t size() const = 0;
  // Up to `size` bytes from `begin` on; says how many, fewer only at the end of the file.
  virtual size_t read(uint64_t begin, size_t size, char* to) const = 0;
  // False when somebody has written into the file since: what is read now does not fit what was read before.
  virtual bool unchanged() const { return true; }
};

class Disk {
 public:
  enum class Kind { missing, file, folder, other };

  virtual ~Disk() = default;
  virtual Kind kind(const std::string& path) const = 0;
  // Identity of what a path leads to through links, to detect loops: "device:inode", or the path itself in
  // memory.
  virtual std::string identity(const std::string& path) const = 0;
  // Names in a folder, sorted by bytes, without "." and "..". A problem when it cannot be listed.
  virtual std::vector<std::string> list(const std::string& folder, Problems* problems) const = 0;
  // The whole file; false and a problem when it cannot be read or is larger than `limit` bytes.
  virtual bool read(const std::string& path, uint64_t limit, std::string* bytes,
                    Problems* problems) const = 0;
  // Up to `size` bytes from `begin` on, fewer only at the end of the file; not for standard input.
  virtual bool read_part(const std::string& path, uint64_t begin, size_t size, std::string* bytes,
                         Problems* problems) const = 0;
  // For large files of which little is kept. Null where read() would be false.
  virtual std::shared_ptr<const OpenFile> open(const std::string& path, uint64_t limit,
                                               Problems* problems) const;
  // Replaces the whole file, keeping its permissions, or changes nothing; a device or pipe is written to.
  // False and a problem on failure.
  virtual bool write(const std::string& path, const std::string& bytes, Problems* problems) = 0;
  // The same of a text that `make` hands over piece by piece; when it says false, nothing is changed either.
  virtual bool write_pieces(const std::string& path, const std::function<bool(const Put&)>& make,
                            Problems* problems) = 0;
};

// The machine's own file system. "-" reads standard input.
Disk& real_disk();

}  // namespace crosscheck
