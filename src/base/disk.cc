#include "base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "base/open_file.h"

namespace crosscheck {
namespace {

void add_problem(const std::string& path, std::string what, std::string fix, Problems* problems) {
  Problem problem;
  problem.path = path;
  problem.what = std::move(what);
  problem.fix = std::move(fix);
  problems->push_back(std::move(problem));
}

class RealDisk : public Disk {
 public:
  using Make = std::function<bool(const Put&)>;

  Kind kind(const std::string& path) const override {
    if (path == "-") return Kind::file;
    struct stat info;
    if (stat(path.c_str(), &info) != 0) return Kind::missing;
    if (S_ISREG(info.st_mode)) return Kind::file;
    return S_ISDIR(info.st_mode) ? Kind::folder : Kind::other;
  }

  std::string identity(const std::string& path) const override {
    struct stat info;
    if (path == "-" || stat(path.c_str(), &info) != 0) return path;
    return absl::StrCat(info.st_dev, ":", info.st_ino);
  }

  std::vector<std::string> list(const std::string& folder, Problems* problems) const override {
    std::vector<std::string> names;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
      names.push_back(entry->path().filename().string());
    }
    if (error) {
      add_problem(folder, absl::StrCat("cannot list this folder: ", error.message()), "check its permissions",
                  problems);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  bool read(const std::string& path, uint64_t limit, std::string* bytes, Problems* problems) const override {
    bytes->clear();
    const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
      add_problem(path, absl::StrCat("cannot open this file: ", std::strerror(errno)),
                  "check its name and permissions", problems);
      return false;
    }
    const bool done = read_all(path, file, limit, bytes, problems);
    if (file != STDIN_FILENO) close(file);
    return done;
  }

  bool read_part(const std::string& path, uint64_t begin, size_t size, std::string* bytes,
                 Problems* problems) const override {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : 1;
    bytes->resize(size);
    size_t done = 0;
    while (got > 0 && done < size) {
      got = pread(file, bytes->data() + done, size - done, static_cast<off_t>(begin + done));
      if (got < 0 && errno == EINTR)
        got = 1;
      else if (got > 0)
        done += static_cast<size_t>(got);
    }
    const int error = errno;
    if (file >= 0) close(file);
    bytes->resize(done);
    if (got >= 0) return true;
    add_problem(path, absl::StrCat("cannot read this file: ", std::strerror(error)), "check its permissions",
                problems);
    return false;
  }

  std::shared_ptr<const OpenFile> open(const std::string& path, uint64_t limit,
                                       Problems* problems) const override {
    if (auto file = open_file(path, limit)) return file;
    return Disk::open(path, limit, problems);
  }

  bool write(const std::string& path, const std::string& bytes, Problems* problems) override {
    const auto all = [&](const Put& put) {
      put(bytes);
      return true;
    };
    return write_pieces(path, all, problems);
  }

  bool write_pieces(const std::string& path, const Make& make, Problems* problems) override {
    struct stat info;
    const bool known = stat(path.c_str(), &info) == 0;
    bool ok = false;
    if (known && (S_ISCHR(info.st_mode) || S_ISFIFO(info.st_mode))) {
      ok = put(path, "ab", make);  // "/dev/null", "/dev/stdout", ">(less)": nothing is there to replace
    } else {
      ok = replace(known ? target_of(path) : path, known ? info.st_mode & 07777 : 0, make);
    }
    if (ok) return true;
    add_problem(path, absl::StrCat("cannot write this file: ", std::strerror(errno)),
                "name a file in a folder that exists and may be written", problems);
    return false;
  }

 private:
  // errno tells why on failure.
  static bool put(const std::string& path, const char* mode, const Make& make) {
    FILE* file = std::fopen(path.c_str(), mode);
    if (!file) return false;
    bool written = true;
    int error = EIO;
    const bool made = make([&](absl::string_view piece) {
      if (!written || std::fwrite(piece.data(), 1, piece.size(), file) == piece.size()) return;
      written = false;
      error = errno;
    });
    written &= made;
    const bool closed = std::fclose(file) == 0;
    if (!written) errno = error;
    return written && closed;
  }

  // What a link leads to: the link stays, its target is replaced.
  static std::string target_of(const std::string& path) {
    std::error_code error;
    const std::filesystem::path target = std::filesystem::canonical(path, error);
    return error ? path : target.string();
  }

  // A file beside the target and a rename: a reader sees the old file or the new one, never a half. `mode`
  // are the permissions of the old file, 0 when there is none.
  static bool replace(const std::string& path, mode_t mode, const Make& make) {
    const std::string draft = absl::StrCat(path, ".", getpid(), ".tmp");
    if (put(draft, "wb", make) && (mode == 0 || chmod(draft.c_str(), mode) == 0) &&
        std::rename(draft.c_str(), path.c_str()) == 0)
      return true;
    const int error = errno;
    std::remove(draft.c_str());
    errno = error;
    return false;
  }

  static bool read_all(const std::string& path, int file, uint64_t limit, std::string* bytes,
                       Problems* problems) {
    struct stat info;
    if (fstat(file, &info) == 0) {
      if (S_ISDIR(info.st_mode)) {
        add_problem(path, "this is a folder, not a file",
                    "name the files in it, or the folder where folders are read", problems);
        return false;
      }
      if (S_ISREG(info.st_mode) && static_cast<uint64_t>(info.st_size) > limit)
        return too_large(path, limit, problems);
      if (S_ISREG(info.st_mode)) bytes->reserve(static_cast<size_t>(info.st_size));
    }
    char buffer[1 << 16];
    for (;;) {
      const ssize_t got = ::read(file, buffer, sizeof buffer);
      if (got == 0) return true;
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        add_problem(path, absl::StrCat("cannot read this file: ", std::strerror(errno)),
                    "check its permissions", problems);
        return false;
      }
      bytes->append(buffer, static_cast<size_t>(got));
      if (bytes->size() > limit) return too_large(path, limit, problems);
    }
  }

  static bool too_large(const std::string& path, uint64_t limit, Problems* problems) {
    add_problem(
        path,
        absl::StrCat("this file is larger than ", limit >> 20, " MiB, the most that one article may have"),
        "split it, or take it out", problems);
    return false;
  }
};

// A copy, where a file cannot be read twice.
class CopiedFile : public OpenFile {
 public:
  explicit CopiedFile(std::string bytes) : bytes_(std::move(bytes)) {}
  uint64_t size() const override { return bytes_.size(); }
  size_t read(uint64_t begin, size_t size, char* to) const override {
    return begin < bytes_.size() ? bytes_.copy(to, size, begin) : 0;
  }

 private:
  std::string bytes_;
};

}  // namespace

std::shared_ptr<const OpenFile> Disk::open(const std::string& path, uint64_t limit,
                                           Problems* problems) const {
  std::string bytes;
  if (!read(path, limit, &bytes, problems)) return nullptr;
  return std::make_shared<CopiedFile>(std::move(bytes));
}

Disk& real_disk() {
  static RealDisk disk;
  return disk;
}

}  // namespace crosscheck
