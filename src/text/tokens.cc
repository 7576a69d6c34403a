#include "text/tokens.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/many_bytes.h"

namespace crosscheck {
namespace {

bool is_ascii_letter(unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_ascii_digit(unsigned char c) { return c >= '0' && c <= '9'; }

enum class Kind : uint8_t { letter, digit, space, line_end, mark, apostrophe, sign };

constexpr UChar32 kSoftHyphen = 0xAD;

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

Kind find_kind(UChar32 c) {
  if (c < 0x80) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_letter(byte)) return Kind::letter;
    if (is_ascii_digit(byte)) return Kind::digit;
    if (c == '\n' || c == '\r') return Kind::line_end;
    if (c == ' ' || c == '\t' || c == '\f' || c == '\v') return Kind::space;
    return c == '\'' ? Kind::apostrophe : Kind::sign;
  }
  if (is_apostrophe(c)) return Kind::apostrophe;
  if (c == kSoftHyphen || c == 0x200B || c == 0x2060 || c == 0xFEFF)
    return Kind::mark;  // invisible, part of the word
  if (u_isUWhiteSpace(c)) return c == 0x2028 || c == 0x2029 || c == 0x85 ? Kind::line_end : Kind::space;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return Kind::digit;
  if (U_MASK(u_charType(c)) & U_GC_M_MASK) return Kind::mark;
  // The ordinal signs ª º and superscript letters are letters to Unicode: wanted, "1ᵉʳ" and "XXᵉ".
  return u_isalpha(c) ? Kind::letter : Kind::sign;
}

void fold_char(UChar32 c, std::string* out);

// What is asked of every character, for those of Latin letters; the others are rare and asked of ICU each
// time.
struct LatinTable {
  static constexpr UChar32 kEnd = 0x250;
  struct Entry {
    Kind kind;
    bool upper;
    uint8_t folded_size;
    char folded[4];  // UTF-8
    uint64_t hash;   // of the character folded, for signs
  };
  Entry entries[kEnd];

  LatinTable() {
    for (UChar32 c = 0; c < kEnd; ++c) {
      Entry& entry = entries[c];
      entry.kind = find_kind(c);
      entry.upper = c < 0x80 ? c >= 'A' && c <= 'Z' : static_cast<bool>(u_isUUppercase(c));
      std::string text;
      fold_char(c, &text);
      entry.folded_size = static_cast<uint8_t>(std::min(text.size(), sizeof entry.folded));
      std::copy_n(text.data(), entry.folded_size, entry.folded);
      entry.hash = XXH3_64bits(text.data(), text.size());
    }
  }
};

const LatinTable::Entry* latin() {
  static const LatinTable table;
  return table.entries;
}

// One code point decoded at `at`; never past the end. Ill-formed bytes read as U+FFFD.
UChar32 next_char(absl::string_view text, size_t at, size_t* after) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  if (bytes[at] < 0x80) {
    *after = at + 1;
    return bytes[at];
  }
  // Two bytes, well-formed: most letters with an accent.
  if (bytes[at] >= 0xC2 && bytes[at] < 0xE0 && at + 1 < text.size() && (bytes[at + 1] & 0xC0) == 0x80) {
    *after = at + 2;
    return (bytes[at] & 0x1F) << 6 | (bytes[at + 1] & 0x3F);
  }
  auto i = static_cast<int64_t>(at);
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, i, static_cast<int64_t>(text.size()), c);
  *after = static_cast<size_t>(i);
  return c;
}

void append(std::string* out, UChar32 c) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out->append(buffer, static_cast<size_t>(length));
}

void fold_char(UChar32 c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (is_apostrophe(c)) {
    out->push_back('\'');
  } else if (c == 0x0153 || c == 0x0152) {
    out->append("oe");
  } else if (c == 0xE6 || c == 0xC6) {
    out->append("ae");
  } else if (c == kSoftHyphen || c == 0x200B || c == 0x2060 || c == 0xFEFF) {
    // invisible
  } else if (c == 0x2010 || c == 0x2011) {
    out->push_back('-');
  } else {
    append(out, u_foldCase(c, U_FOLD_CASE_DEFAULT));
  }
}

// How many of the first sixteen bytes are ASCII letters and those of Latin-1 that fold letter by letter (all
// but ß). They go to `out`, which has room for sixteen bytes, in small letters; what follows them there means
// nothing.
size_t fold_letters(const char* text, char* out) {
  constexpr size_t kSize = SixteenBytes::kSize;
  const SixteenBytes bytes(text);
  const uint32_t leads = bytes.equal(0xC3);
  // U+00C0 to U+00FF without the signs of multiplication and division.
  const uint32_t others = bytes.equal(0x97) | bytes.equal(0x9F) | bytes.equal(0xB7);
  const uint32_t seconds = bytes.within(0x80, 0xBF) & ~others & leads << 1;
  const uint32_t letters = bytes.ascii_letters() | seconds | (leads & seconds >> 1);
  std::memcpy(out, text, kSize);
  for (size_t i = 0; i < kSize; ++i)
    out[i] =
        static_cast<char>(static_cast<uint8_t>(out[i]) | (static_cast<uint8_t>(out[i]) == 0xC3 ? 0 : 0x20));
  return static_cast<size_t>(std::countr_one(letters));
}

// The folded form of a short word, without building a string.
class FoldedWord {
 public:
  static constexpr size_t kLongest = 64;  // bytes of the word; folding makes each character 4 bytes at most

  FoldedWord() = default;
  explicit FoldedWord(absl::string_view word) {
    for (size_t at = 0; at < word.size();) {
      const auto byte = static_cast<unsigned char>(word[at]);
      if (byte >= 0x80) {
        add(next_char(word, at, &at));
      } else {
        buffer_[size_++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
        ++at;
      }
    }
  }
  // Instead of what it held: the Latin letters from `at` on, as far as `stop`. Returns where they end.
  size_t set_latin_letters(const char* text, size_t at, size_t stop, const LatinTable::Entry* table) {
    char* out = buffer_;
    if (at + SixteenBytes::kSize <= stop) {
      const size_t letters = fold_letters(text + at, out);
      out += letters;
      at += letters;
    }
    while (at < stop) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (is_ascii_letter(byte)) {
        *out++ = static_cast<char>(byte | 0x20);
        ++at;
        continue;
      }
      // Two bytes, well-formed: most letters with an accent.
      if (byte < 0xC2 || byte >= 0xC9 || at + 1 >= stop) break;
      const auto second = static_cast<unsigned char>(text[at + 1]);
      const LatinTable::Entry& entry = table[(byte & 0x1F) << 6 | (second & 0x3F)];
      if ((second & 0xC0) != 0x80 || entry.kind != Kind::letter) break;
      for (uint8_t i = 0; i < entry.folded_size; ++i) *out++ = entry.folded[i];
      at += 2;
    }
    size_ = static_cast<size_t>(out - buffer_);
    return at;
  }
  void add_ascii_letter(unsigned char letter) { buffer_[size_++] = static_cast<char>(letter | 0x20); }
  void add(UChar32 c) {
    if (c < LatinTable::kEnd) {
      const LatinTable::Entry& entry = latin()[c];
      for (uint8_t i = 0; i < entry.folded_size; ++i) buffer_[size_++] = entry.folded[i];
    } else {
      std::string text;
      fold_char(c, &text);
      std::copy(text.begin(), text.end(), buffer_ + size_);
      size_ += text.size();
    }
  }
  absl::string_view text() const { return {buffer_, size_}; }

 private:
  char buffer_[kLongest * 4];
  size_t size_ = 0;
};

class Scanner {
 public:
  Scanner(absl::string_view text, const ApostropheRules& apostrophes)
      : text_(text), apostrophes_(apostrophes), latin_(latin()) {
    tokens_.reserve(text.size() / 5);
  }

  Tokens run() {
    size_t at = 0;
    while (at < text_.size()) {
      auto byte = static_cast<unsigned char>(text_[at]);
      if (byte == ' ') {  // before most words
        space_ = true;
        if (++at == text_.size()) break;
        byte = static_cast<unsigned char>(text_[at]);
      }
      if (is_ascii_letter(byte)) {
        at = word(at);
        continue;
      }
      size_t after = at + 1;
      const Kind kind = byte < 0x80 ? latin_[byte].kind : kind_at(at, &after);
      switch (kind) {
        case Kind::line_end:
          line_ = true;
          space_ = true;
          at = after;
          break;
        case Kind::space:
          space_ = true;
          at = after;
          break;
        case Kind::letter:
          at = word(at);
          break;
        case Kind::digit:
          at = digits(at);
          break;
        case Kind::apostrophe:
          at = clitic_or_sign(at, after);
          break;
        case Kind::mark:
        case Kind::sign:
          emit(at, after, TokenClass::sign,
               byte < 0x80 ? latin_[byte].hash : hash_word(text_.substr(at, after - at)));
          at = after;
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  Kind kind_of(UChar32 c) const { return c < LatinTable::kEnd ? latin_[c].kind : find_kind(c); }
  Kind kind_at(size_t at, size_t* after) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte >= 0x80) return kind_of(next_char(text_, at, after));
    *after = at + 1;
    return latin_[byte].kind;
  }

  // A word is folded while its end is searched. Most are of Latin letters alone, with a sign or space behind.
  size_t word(size_t at) {
    const size_t stop = std::min(text_.size(), at + FoldedWord::kLongest);
    const size_t end = folded_.set_latin_letters(text_.data(), at, stop, latin_);
    const unsigned char next = end < text_.size() ? static_cast<unsigned char>(text_[end]) : ' ';
    if (next >= 0x80 || next == '\'' || is_ascii_letter(next)) return other_word(at, end);
    emit(at, end, TokenClass::word, hash_folded(folded_.text()), capitals(at, end));
    return end;
  }

  // The rest of a word that has other letters, an apostrophe, or very many letters.
  size_t other_word(size_t at, size_t end) {
    const size_t most = at + FoldedWord::kLongest;
    while (end < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[end]);
      if (is_ascii_letter(byte)) {
        if (end < most) folded_.add_ascii_letter(byte);
        ++end;
        continue;
      }
      size_t after;
      const UChar32 c = next_char(text_, end, &after);
      const Kind kind = kind_of(c);
      const bool elision =
          kind == Kind::apostrophe && apostrophes_.elisions.contains(hash_word(text_.substr(at, after - at)));
      if (kind == Kind::apostrophe && !elision) {
        size_t rest = after;
        if (rest >= text_.size() || kind_at(rest, &rest) != Kind::letter || clitic_at(end)) break;
      } else if (kind != Kind::letter && kind != Kind::mark && !elision) {
        break;
      }
      if (after <= most) folded_.add(c);
      end = after;
      if (elision) break;
    }
    emit(at, end, TokenClass::word,
         end <= most ? hash_folded(folded_.text()) : hash_word(text_.substr(at, end - at)),
         capitals(at, end));
    return end;
  }

  // Whether a clitic ("'s") stands at the apostrophe and ends its word.
  size_t clitic_at(size_t apostrophe) const {
    size_t end;
    next_char(text_, apostrophe, &end);
    while (end < text_.size()) {
      size_t after;
      if (kind_of(next_char(text_, end, &after)) != Kind::letter) break;
      if (end - apostrophe > 8) return 0;
      end = after;
    }
    return apostrophes_.clitics.contains(hash_word(text_.substr(apostrophe, end - apostrophe))) ? end : 0;
  }

  size_t clitic_or_sign(size_t at, size_t after) {
    const size_t end =
        !space_ && !tokens_.empty() && tokens_.back().token_class == TokenClass::word ? clitic_at(at) : 0;
    const uint64_t hash = hash_word(text_.substr(at, (end ? end : after) - at));
    if (end) {
      emit(at, end, TokenClass::word, hash, capitals(at, end));
    } else {
      emit(at, after, TokenClass::sign, hash);
    }
    return end ? end : after;
  }

  size_t digits(size_t at) {
    size_t end = at;
    bool plain = true;  // folding leaves ASCII digits as they are
    while (end < text_.size()) {
      size_t after;
      if (kind_at(end, &after) != Kind::digit) break;
      plain &= after == end + 1;
      end = after;
    }
    const absl::string_view figures = text_.substr(at, end - at);
    emit(at, end, TokenClass::digits, plain ? hash_folded(figures) : hash_word(figures));
    return end;
  }

  void emit(size_t begin, size_t end, TokenClass token_class, uint64_t hash,
            Capitals capitals = Capitals::none) {
    const bool first = tokens_.empty();
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<uint32_t>(begin);
    token.end = static_cast<uint32_t>(end);
    token.hash = hash;
    token.token_class = token_class;
    token.capitals = capitals;
    token.space_before = space_ || first;
    token.line_before = line_ || first;
    space_ = line_ = false;
  }

  Capitals capitals(size_t begin, size_t end) const {
    const char* const letters_of = text_.data();
    const auto is_small = [&](size_t at) { return letters_of[at] >= 'a' && letters_of[at] <= 'z'; };
    const auto is_capital = [&](size_t at) { return letters_of[at] >= 'A' && letters_of[at] <= 'Z'; };
    if (is_small(begin)) return Capitals::none;
    if (is_capital(begin) && begin + 1 < end && is_small(begin + 1)) return Capitals::first;
    int letters = 0, upper = 0;
    bool first = false;
    for (size_t at = begin; at < end;) {
      const UChar32 c = next_char(text_, at, &at);
      if (kind_of(c) != Kind::letter) continue;
      const bool is_upper = c < LatinTable::kEnd ? latin_[c].upper : static_cast<bool>(u_isUUppercase(c));
      if (letters++ == 0) {
        first = is_upper;
        if (!first) return Capitals::none;
      }
      upper += is_upper;
    }
    return upper == letters && letters > 1 ? Capitals::all : first ? Capitals::first : Capitals::none;
  }

  absl::string_view text_;
  const ApostropheRules& apostrophes_;
  const LatinTable::Entry* const latin_;
  Tokens tokens_;
  FoldedWord folded_;  // the word at hand
  bool space_ = false;
  bool line_ = false;
};

}  // namespace

Tokens tokenize(absl::string_view text, const ApostropheRules& apostrophes) {
  return Scanner(text, apostrophes).run();
}

bool is_dash(absl::string_view sign) { return sign == "-" || sign == "–" || sign == "—"; }

std::string fold(absl::string_view word) {
  if (word.size() <= FoldedWord::kLongest) return std::string(FoldedWord(word).text());
  std::string out;
  out.reserve(word.size());
  for (size_t at = 0; at < word.size();) fold_char(next_char(word, at, &at), &out);
  return out;
}

std::string fold_without_accents(absl::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const std::string folded = fold(word);
  const bool plain = std::all_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) == 0; });
  if (plain || U_FAILURE(status)) return folded;
  const icu::UnicodeString parts = decompose->normalize(icu::UnicodeString::fromUTF8(folded), status);
  icu::UnicodeString kept;
  for (int i = 0; i < parts.length();) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    i += U16_LENGTH(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

uint64_t hash_folded(absl::string_view folded) { return XXH3_64bits(folded.data(), folded.size()); }

uint64_t hash_word(absl::string_view word) {
  return word.size() <= FoldedWord::kLongest ? hash_folded(FoldedWord(word).text()) : hash_folded(fold(word));
}

}  // namespace crosscheck
