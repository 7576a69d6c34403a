#include <algorithm>

#include "base/text.h"
#include "ingest/page.h"

namespace crosscheck {
namespace {

// Walks the decoded file once and tells line and column of places asked for in rising order.
class LineCounter {
 public:
  explicit LineCounter(absl::string_view text) : text_(text) {}
  LineColumn at(size_t place) {
    if (place < done_) place_.line = 1, place_.column = 1, done_ = 0;
    const absl::string_view before = text_.substr(0, place);
    for (size_t end; (end = before.find('\n', done_)) != absl::string_view::npos; done_ = end + 1)
      ++place_.line, place_.column = 1;
    place_.column += count_code_points(before.substr(done_));
    done_ = place;
    return place_;
  }

 private:
  absl::string_view text_;
  size_t done_ = 0;
  LineColumn place_{1, 1};
};

}  // namespace

void TextBuilder::copy(size_t begin, size_t end) {
  if (begin >= end) return;
  const absl::string_view piece = absl::string_view(decoded_.text).substr(begin, end - begin);
  const bool goes_on = !pieces_.empty() && pieces_.back().verbatim && pieces_.back().end == begin;
  if (goes_on) {
    pieces_.back().end = end;
  } else {
    pieces_.push_back({size(), begin, end, true});
  }
  text_.append(piece.data(), piece.size());
}

void TextBuilder::put(absl::string_view piece, size_t begin, size_t end) {
  if (piece.empty()) return;
  pieces_.push_back({size(), begin, end, false});
  text_.append(piece.data(), piece.size());
}

void TextBuilder::finish(Document* document) {
  LineCounter lines(decoded_.text);
  const auto add = [&](uint32_t text_begin, size_t begin, size_t end, bool verbatim) {
    const LineColumn place = lines.at(begin);
    document->offsets.push_back(
        {text_begin, decoded_.to_file(begin), decoded_.to_file(end), place.line, place.column, verbatim});
  };
  for (const Piece& piece : pieces_) {
    if (!piece.verbatim) {
      add(piece.text_begin, piece.begin, piece.end, false);
      continue;
    }
    // A verbatim run stays on one line; in a file of another charset it stays within ASCII, and other letters
    // stand alone.
    for (size_t at = piece.begin; at < piece.end;) {
      size_t end = at + 1;
      const bool plain = decoded_.verbatim() || static_cast<unsigned char>(decoded_.text[at]) < 0x80;
      const auto ascii = [&](size_t i) { return static_cast<unsigned char>(decoded_.text[i]) < 0x80; };
      if (plain && decoded_.verbatim()) {
        const size_t stop = decoded_.text.find('\n', at);
        end = stop == std::string::npos ? piece.end : std::min(stop + 1, piece.end);
      } else if (plain) {
        while (end < piece.end && decoded_.text[end - 1] != '\n' && ascii(end) &&
               decoded_.to_file(end) == decoded_.to_file(end - 1) + 1) {
          ++end;
        }
      } else {
        while (end < piece.end && (static_cast<unsigned char>(decoded_.text[end]) & 0xC0) == 0x80) ++end;
      }
      const bool same = plain && decoded_.to_file(end) - decoded_.to_file(at) == end - at;
      add(piece.text_begin + static_cast<uint32_t>(at - piece.begin), at, end, same);
      at = end;
    }
  }
  document->text = std::move(text_);
}

}  // namespace crosscheck
