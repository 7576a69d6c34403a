// The files of reports/ that are compiled in: words, page, style and script.
#pragma once

#include "absl/types/span.h"
#include "base/embedded.h"

namespace crosscheck {

absl::Span<const EmbeddedFile> report_files();
// The bytes of one of them; empty when there is none of that path.
absl::string_view report_file(absl::string_view path);

}  // namespace crosscheck
