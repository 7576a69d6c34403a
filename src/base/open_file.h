// Regular files that stay open. Only Disk needs this.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/disk.h"

namespace crosscheck {

// Null when the file cannot be read so: it is missing, empty, no regular file, or larger than `limit` bytes.
std::shared_ptr<const OpenFile> open_file(const std::string& path, uint64_t limit);

}  // namespace crosscheck
