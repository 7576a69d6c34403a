// Lets one process at a time change the files of a folder.
#pragma once

#include <string>

#include "crosscheck/problem.h"

namespace crosscheck {

// Held from construction to destruction by one holder on the machine, thread or process; others wait. The
// folder is locked and not a file in it, as files are replaced whole; nothing is left behind. Who does not
// ask for the lock is not hindered.
class FolderLock {
 public:
  // Of the folder that `path`, a file, lies in.
  FolderLock(const std::string& path, Problems* problems);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  // False when the folder cannot be locked; `problems` tells why.
  bool held() const { return folder_ >= 0; }

 private:
  int folder_ = -1;
};

}  // namespace crosscheck
