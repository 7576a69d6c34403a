// One article, read: its clean text, where each byte of it came from, its parts, and what is known about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/problem.h"
#include "crosscheck/span.h"

namespace crosscheck {

// A moment of publication. `text` is printed in reports as it was given, once it was understood.
struct Moment {
  absl::CivilSecond local;            // on the wall clock of the place told in `offset_minutes`
  bool has_time = false;              // false: only the day is known; `local` is its midnight
  std::optional<int> offset_minutes;  // from UTC; nullopt when not told
  std::string text;                   // "2023-11-20T09:00:00+01:00"
  friend bool operator==(const Moment&, const Moment&) = default;
};

// From where a field of the metadata was taken, in the order in which they win.
enum class MetadataOrigin { absent, given, page, text };

template <typename T>
struct Field {
  T value{};
  MetadataOrigin origin = MetadataOrigin::absent;
  explicit operator bool() const { return origin != MetadataOrigin::absent; }
};

struct Metadata {
  Field<std::string> source;  // publisher
  Field<std::string> title;
  Field<Moment> published;
  Field<std::string> language;  // "fr", "en": primary subtag, lower case
  Field<std::string> url;
  Field<std::string> dossier;
};

enum class SegmentKind { title, paragraph, sentence, quotation, boilerplate };

// Segments lie over each other: a sentence lies within its paragraph or title. Boilerplate has no sentences.
// Ordered by span.begin, longer first.
struct Segment {
  SegmentKind kind = SegmentKind::paragraph;
  TextSpan span;
  std::string label;  // boilerplate: why it was set apart ("menu", "read-also", "comments", …); else empty
};

// Leads from the clean text back to the file. Runs are ordered and cover the text without holes.
struct OffsetRun {
  uint32_t text_begin = 0;  // where the run starts in the text; it ends where the next one starts
  uint64_t file_begin = 0;  // the bytes of the file that show the run
  uint64_t file_end = 0;
  int line = 0;          // of file_begin, from 1
  int column = 0;        // of file_begin, from 1, in code points of the decoded file
  bool verbatim = true;  // byte for byte the same and on one line of the file; else (an entity, a transcoded
                         // or composed letter, folded white space) the run is one piece
};

// Where something stands in the original file, for people.
struct LineColumn {
  int line = 0;    // from 1; 0 when unknown
  int column = 0;  // from 1, in code points
};

struct Document {
  std::string id;    // file name without extension, made unique by folders
  std::string path;  // as the user named it
  Metadata metadata;
  bool is_draft = false;  // the article that the call checks against the others
  std::string sha256;     // of the file's bytes, hex
  std::vector<std::string>
      warnings;  // plain sentences for the report: look-alike letters, a weekday that does not fit

  std::string text;  // clean UTF-8, NFC; paragraphs end with '\n'
  std::vector<Segment> segments;
  std::vector<OffsetRun> offsets;
  // The smallest span of the file that shows `span`. An empty text span gives an empty file span.
  FileSpan to_file(TextSpan span) const;
  // Line and column of the file that show the byte `at` of the text.
  LineColumn to_line(uint32_t at) const;
  absl::string_view slice(TextSpan span) const {
    return absl::string_view(text).substr(span.begin, span.size());
  }
};

}  // namespace crosscheck
