#include "base/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace crosscheck {

FolderLock::FolderLock(const std::string& path, Problems* problems) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  folder_ = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int done = folder_ < 0 ? -1 : flock(folder_, LOCK_EX);
  while (folder_ >= 0 && done != 0 && errno == EINTR) done = flock(folder_, LOCK_EX);
  if (done == 0) return;
  Problem problem;
  problem.path = path;
  problem.what = absl::StrCat("cannot lock its folder: ", std::strerror(errno));
  problem.fix = "name a file in a folder that exists and may be written";
  problems->push_back(std::move(problem));
  if (folder_ >= 0) close(folder_);
  folder_ = -1;
}

FolderLock::~FolderLock() {
  if (folder_ >= 0) close(folder_);
}

}  // namespace crosscheck
