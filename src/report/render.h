// The functions behind the rows of formats(), one file each.
#pragma once

#include <string>

#include "crosscheck/formats.h"

namespace crosscheck {

std::string render_terminal(const Report& report, const FormatOptions& options);
std::string render_json(const Report& report, const FormatOptions& options);
std::string render_markdown(const Report& report, const FormatOptions& options);
std::string render_html(const Report& report, const FormatOptions& options);
std::string render_csv(const Report& report, const FormatOptions& options);
std::string render_sarif(const Report& report, const FormatOptions& options);
std::string render_junit(const Report& report, const FormatOptions& options);
std::string render_github(const Report& report, const FormatOptions& options);
std::string render_checklist(const Report& report, const FormatOptions& options);
std::string render_checklist_csv(const Report& report, const FormatOptions& options);

}  // namespace crosscheck
