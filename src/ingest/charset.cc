#include "ingest/charset.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "base/many_bytes.h"
#include "base/text.h"

namespace crosscheck {
namespace {

constexpr size_t kHead = 4096;  // bytes in which a declaration may stand

// The charset that a page declares in its head; empty when it declares none.
std::string declared(absl::string_view bytes) {
  const std::string head = absl::AsciiStrToLower(bytes.substr(0, kHead));
  for (const char* key : {"charset=", "encoding="}) {
    size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += std::string(key).size();
    if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
    size_t end = at;
    while (end < head.size() && (absl::ascii_isalnum(static_cast<unsigned char>(head[end])) ||
                                 head[end] == '-' || head[end] == '_'))
      ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return "";
}

// UTF-16 without a mark: nearly every second byte of Western text is zero.
std::string guess_utf16(absl::string_view bytes) {
  const size_t size = std::min(bytes.size(), kHead) & ~size_t{1};
  if (bytes.substr(0, size).find('\0') == absl::string_view::npos) return "";
  size_t even = 0, odd = 0;
  for (size_t i = 0; i + 1 < size; i += 2) even += bytes[i] == 0, odd += bytes[i + 1] == 0;
  if (size < 8) return "";
  if (odd > size / 4 && even < size / 32) return "UTF-16LE";
  if (even > size / 4 && odd < size / 32) return "UTF-16BE";
  return "";
}

std::string detected(absl::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  std::string name = "windows-1252";
  ucsdet_setText(detector, bytes.data(), static_cast<int32_t>(std::min<size_t>(bytes.size(), 1u << 20)),
                 &status);
  const UCharsetMatch* match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) && match && ucsdet_getConfidence(match, &status) >= 40) {
    const std::string found = ucsdet_getName(match, &status);
    // ICU takes short Western text for Eastern charsets; only those that it tells well are believed.
    if (absl::StartsWith(found, "UTF-") || found == "Shift_JIS" || found == "GB18030" || found == "Big5" ||
        found == "EUC-JP" || found == "EUC-KR" || found == "windows-1251" || found == "KOI8-R") {
      name = found;
    }
  }
  ucsdet_close(detector);
  return name;
}

// As browsers do: Latin-1 is taken for windows-1252, which has all of it and the typographic signs.
std::string alias(const std::string& name) {
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" ||
      name == "iso8859-1")
    return "windows-1252";
  return name;
}

struct Choice {
  std::string name;
  size_t mark = 0;
  bool is_valid = false;  // the bytes are known to be well-formed
};

Choice choose(absl::string_view bytes, bool markup) {
  if (absl::StartsWith(bytes, "\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (absl::StartsWith(bytes, "\xFF\xFE")) return {"UTF-16LE", 2};
  if (absl::StartsWith(bytes, "\xFE\xFF")) return {"UTF-16BE", 2};
  const std::string wide = guess_utf16(bytes);
  if (!wide.empty()) return {wide, 0};
  std::string name = markup ? alias(declared(bytes)) : "";
  if (absl::StartsWith(name, "utf-16")) name = "";  // it was read as bytes, so it is not
  if (name == "utf-8" || name == "utf8") return {"UTF-8", 0};
  if (!name.empty()) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    const bool known = U_SUCCESS(status);
    if (converter) ucnv_close(converter);
    if (known) return {name, 0};
  }
  if (is_utf8(bytes)) return {"UTF-8", 0, true};
  const size_t ill = [&] {
    size_t count = 0, letters = 0;
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    const auto size = static_cast<int64_t>(bytes.size());
    for (int64_t at = 0; at < size;) {
      UChar32 c;
      U8_NEXT(data, at, size, c);
      count += c < 0;
      letters += c >= 0x80;
    }
    return letters > count ? size_t{1} : size_t{0};
  }();
  // Mostly good UTF-8 with a few bad bytes is damaged UTF-8, not another charset.
  return {ill ? "UTF-8" : detected(bytes), 0};
}

void append(std::string* out, UChar32 c) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out->append(buffer, static_cast<size_t>(length));
}

// Collects decoded code points with the place of each in the file.
class Collector {
 public:
  explicit Collector(Decoded* out) : out_(*out) {}
  void add(UChar32 c, uint64_t at) {
    if (c <= 0) {  // ill-formed, or NUL
      if (out_.replaced++ == 0) out_.first_replaced = at;
      c = 0xFFFD;
    }
    append(&out_.text, c);
    out_.origin.resize(out_.text.size(), at);
  }
  void finish(uint64_t end) { out_.origin.push_back(end); }

 private:
  Decoded& out_;
};

void decode_utf8(absl::string_view bytes, const Choice& choice, Decoded* out) {
  const size_t mark = choice.mark;
  if ((choice.is_valid || is_utf8(bytes)) && bytes.find('\0') == absl::string_view::npos) {
    out->text = std::string(bytes.substr(mark));
    out->skipped = mark;
    return;
  }
  Collector collector(out);
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  for (auto at = static_cast<int64_t>(mark); at < size;) {
    const int64_t begin = at;
    UChar32 c;
    U8_NEXT(data, at, size, c);
    collector.add(c, static_cast<uint64_t>(begin));
  }
  collector.finish(bytes.size());
}

void decode_other(absl::string_view bytes, const Choice& choice, Decoded* out) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(choice.name.c_str(), &status);
  Collector collector(out);
  const char* source = bytes.data() + choice.mark;
  const char* const limit = bytes.data() + bytes.size();
  while (U_SUCCESS(status) && source < limit) {
    const auto at = static_cast<uint64_t>(source - bytes.data());
    UErrorCode step = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter, &source, limit, &step);
    collector.add(U_FAILURE(step) || c == 0xFFFD ? 0 : c, at);
    if (step == U_INDEX_OUTOFBOUNDS_ERROR || step == U_TRUNCATED_CHAR_FOUND) break;
  }
  collector.finish(bytes.size());
  if (converter) ucnv_close(converter);
}

// Whether the text holds nothing but characters below U+0300, of which NFC changes none, and likewise the
// dashes, quotation marks and spaces of U+2010 to U+203F and the currencies of U+20A0 to U+20BF. So is nearly
// all Western text, and ICU need not be asked.
bool is_plainly_nfc(absl::string_view text) {
  constexpr uint8_t kMarks = 0xCC;  // leads U+0300 and all that follows
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0}; };
  for (size_t at = 0; at < text.size(); ++at) {
    while (at + SixteenBytes::kSize <= text.size() &&
           SixteenBytes(text.data() + at).within(kMarks, 0xFF) == 0)
      at += SixteenBytes::kSize;
    if (byte(at) < kMarks) continue;
    const uint8_t second = byte(at + 1), third = byte(at + 2);
    const bool sign = second == 0x80 && third >= 0x90;
    const bool currency = second == 0x82 && third >= 0xA0;
    if (byte(at) != 0xE2 || !(sign || currency)) return false;
  }
  return true;
}

// Composes what is not NFC, piece by piece between characters that no composition reaches across.
void normalize(Decoded* out) {
  if (is_plainly_nfc(out->text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) ||
      nfc->isNormalizedUTF8(icu::StringPiece(out->text.data(), static_cast<int32_t>(out->text.size())),
                            status))
    return;
  Decoded fresh;
  const auto* data = reinterpret_cast<const uint8_t*>(out->text.data());
  const auto size = static_cast<int64_t>(out->text.size());
  for (int64_t at = 0; at < size;) {
    const int64_t begin = at;
    UChar32 c;
    U8_NEXT(data, at, size, c);
    while (at < size) {
      int64_t after = at;
      U8_NEXT(data, after, size, c);
      if (nfc->hasBoundaryBefore(c)) break;
      at = after;
    }
    const auto piece = icu::UnicodeString::fromUTF8(
        icu::StringPiece(out->text.data() + begin, static_cast<int32_t>(at - begin)));
    nfc->normalize(piece, status).toUTF8String(fresh.text);
    fresh.origin.resize(fresh.text.size(), out->to_file(static_cast<size_t>(begin)));
  }
  fresh.origin.push_back(out->to_file(out->text.size()));
  out->text = std::move(fresh.text);
  out->origin = std::move(fresh.origin);
}

}  // namespace

Decoded decode(absl::string_view bytes, bool markup) {
  const Choice choice = choose(bytes, markup);
  Decoded out;
  out.charset = choice.name;
  if (choice.name == "UTF-8") {
    decode_utf8(bytes, choice, &out);
  } else {
    decode_other(bytes, choice, &out);
  }
  normalize(&out);
  return out;
}

namespace {

size_t count_controls(absl::string_view text) {
  const auto is_control = [](char c) { return static_cast<uint8_t>(c) < 0x20; };
  size_t count = 0, at = 0;
  for (; at + SixteenBytes::kSize <= text.size(); at += SixteenBytes::kSize) {
    const uint32_t controls = SixteenBytes(text.data() + at).within(0, 0x1F);
    if (controls != 0) count += static_cast<size_t>(std::popcount(controls));  // few lines have any
  }
  for (; at < text.size(); ++at) count += is_control(text[at]);
  return count;
}

}  // namespace

bool is_binary(absl::string_view bytes) {
  const absl::string_view head = bytes.substr(0, 1u << 16);
  if (absl::StartsWith(head, "\xFF\xFE") || absl::StartsWith(head, "\xFE\xFF") || !guess_utf16(head).empty())
    return false;
  for (const char* magic : {"%PDF-", "PK\x03\x04", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B",
                            "\x7F"
                            "ELF"}) {
    if (absl::StartsWith(head, magic)) return true;
  }
  // Two counts, as the first takes many bytes at once and tells nearly always.
  if (count_controls(head) * 10 <= head.size()) return false;
  const auto odd = std::count_if(head.begin(), head.end(), [](uint8_t byte) {
    constexpr uint32_t kPlain = 1u << '\n' | 1u << '\r' | 1u << '\t' | 1u << '\f' | 1u << 0x1B;
    return byte < 0x20 && (kPlain >> byte & 1) == 0;
  });
  return static_cast<size_t>(odd) * 10 > head.size();
}

}  // namespace crosscheck
