#include "base/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace crosscheck {
namespace {

// Read, not mapped into memory: who looks at mapped bytes dies when somebody makes the file shorter.
class RegularFile : public OpenFile {
 public:
  RegularFile(int file, const struct stat& info) : file_(file), info_(info) {}
  ~RegularFile() override { close(file_); }
  RegularFile(const RegularFile&) = delete;
  RegularFile& operator=(const RegularFile&) = delete;

  uint64_t size() const override { return static_cast<uint64_t>(info_.st_size); }

  size_t read(uint64_t begin, size_t size, char* to) const override {
    size_t done = 0;
    while (done < size) {
      const ssize_t got = pread(file_, to + done, size - done, static_cast<off_t>(begin + done));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      done += static_cast<size_t>(got);
    }
    return done;
  }

  bool unchanged() const override {
    struct stat now;
    return fstat(file_, &now) == 0 && now.st_size == info_.st_size &&
           now.st_mtim.tv_sec == info_.st_mtim.tv_sec && now.st_mtim.tv_nsec == info_.st_mtim.tv_nsec;
  }

 private:
  int file_;
  struct stat info_;
};

}  // namespace

std::shared_ptr<const OpenFile> open_file(const std::string& path, uint64_t limit) {
  // A pipe without a writer would keep open() waiting.
  const int file = path == "-" ? -1 : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return nullptr;
  struct stat info;
  if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0 ||
      static_cast<uint64_t>(info.st_size) > limit) {
    close(file);
    return nullptr;
  }
  return std::make_shared<RegularFile>(file, info);
}

}  // namespace crosscheck
