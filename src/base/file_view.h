// Files looked at in their place, by mapping them into memory. Only Disk needs this.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/disk.h"

namespace crosscheck {

// Null when the file cannot be looked at so: it is missing, empty, no regular file, or larger than `limit`
// bytes.
std::shared_ptr<const FileBytes> map_file(const std::string& path, uint64_t limit);

}  // namespace crosscheck
