#include "report/formats.h"

#include "report/render.h"

namespace crosscheck {

absl::Span<const Format> formats() {
  static constexpr Format kFormats[] = {
      {"terminal", "plain lines for a terminal or a pipe", render_terminal},
      {"json", "the report as data, schema version 1", render_json},
      {"html", "one page that needs no network", render_html},
      {"markdown", "a comment on a change", render_markdown},
  };
  return kFormats;
}

}  // namespace crosscheck
