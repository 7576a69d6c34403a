// The functions behind the rows of formats(), one file each.
#pragma once

#include <string>

#include "report/formats.h"

namespace crosscheck {

std::string render_terminal(const Report& report, const FormatOptions& options);
std::string render_json(const Report& report, const FormatOptions& options);
std::string render_markdown(const Report& report, const FormatOptions& options);
std::string render_html(const Report& report, const FormatOptions& options);

}  // namespace crosscheck
