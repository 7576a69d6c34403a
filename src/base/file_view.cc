#include "base/file_view.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crosscheck {
namespace {

class MappedFile : public FileBytes {
 public:
  MappedFile(int file, const struct stat& info) : file_(file), info_(info) {
    at_ = mmap(nullptr, size(), PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  }
  ~MappedFile() override {
    if (is_mapped()) munmap(at_, size());
    close(file_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  bool is_mapped() const { return at_ != MAP_FAILED; }
  absl::string_view bytes() const override { return {static_cast<const char*>(at_), size()}; }
  bool unchanged() const override {
    struct stat now;
    return fstat(file_, &now) == 0 && now.st_size == info_.st_size &&
           now.st_mtim.tv_sec == info_.st_mtim.tv_sec && now.st_mtim.tv_nsec == info_.st_mtim.tv_nsec;
  }

 private:
  size_t size() const { return static_cast<size_t>(info_.st_size); }

  int file_;
  struct stat info_;
  void* at_;
};

}  // namespace

std::shared_ptr<const FileBytes> map_file(const std::string& path, uint64_t limit) {
  // A pipe without a writer would keep open() waiting.
  const int file = path == "-" ? -1 : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return nullptr;
  struct stat info;
  if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0 ||
      static_cast<uint64_t>(info.st_size) > limit) {
    close(file);
    return nullptr;
  }
  auto out = std::make_shared<MappedFile>(file, info);
  return out->is_mapped() ? out : nullptr;
}

}  // namespace crosscheck
