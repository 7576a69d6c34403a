#include "text/digits.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace crosscheck {
namespace {

constexpr UChar32 kFractionSlash = 0x2044;

bool is_plain(absl::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

// Whether a sign may hold a fraction, by the first bytes of those that Unicode has: "½" of U+00BC to U+00BE,
// "⅓" of U+2150 to U+215F, "↉". Quotation marks and dashes, which every text has, do not.
bool may_be_fraction(absl::string_view sign) {
  if (sign.size() < 2 || sign.size() > 4) return false;
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(sign[i]); };
  if (byte(0) == 0xC2) return byte(1) >= 0xBC && byte(1) <= 0xBE;
  return byte(0) == 0xE2 ? byte(1) == 0x85 || byte(1) == 0x86 : byte(0) >= 0x80;
}

}  // namespace

std::string ascii_digits(absl::string_view text) {
  if (is_plain(text)) return std::string(text);
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string out;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const int32_t value = u_charDigitValue(wide.char32At(i));
    if (value < 0) return "";
    out.push_back(static_cast<char>('0' + value));
  }
  return out;
}

std::optional<std::pair<int, int>> vulgar_fraction(absl::string_view sign) {
  if (!may_be_fraction(sign)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString parts = compatible->normalize(
      icu::UnicodeString::fromUTF8({sign.data(), static_cast<int32_t>(sign.size())}), status);
  const int32_t slash = parts.indexOf(kFractionSlash);
  if (U_FAILURE(status) || slash < 1) return std::nullopt;
  int sides[2] = {0, 0};
  for (int32_t i = 0; i < parts.length(); ++i) {
    if (i == slash) continue;
    const int32_t digit = u_charDigitValue(parts.char32At(i));
    if (digit < 0) return std::nullopt;
    int& side = sides[i > slash];
    side = side * 10 + digit;
  }
  if (sides[1] == 0) return std::nullopt;
  return std::pair(sides[0], sides[1]);
}

}  // namespace crosscheck
