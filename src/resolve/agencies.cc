#include "resolve/agencies.h"

#include <algorithm>

#include "rules/marked_words.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kDateline =
    16;  // tokens at the head of the text proper in which a dateline names its agency
constexpr uint32_t kCreditLine = 14;  // tokens of a line that may be a credit
constexpr uint32_t kByline = 4;       // tokens of names before "avec", "with"
constexpr int kLinesBefore = 8;       // lines at either end of the article that are looked at
constexpr uint32_t kLongLine = 25;    // tokens of a paragraph

struct Line {
  uint32_t first = 0, last = 0;
  uint32_t size() const { return last - first; }
};

std::vector<Line> lines_of(const Annotated& text) {
  std::vector<Line> out;
  for (uint32_t t = 0; t < text.tokens.size(); ++t) {
    if (out.empty() || text.tokens[t].line_before) out.push_back({t, t});
    out.back().last = t + 1;
  }
  return out;
}

class AgencyFinder {
 public:
  AgencyFinder(const Annotated& text, const Rulebook& rulebook) : text_(text), rulebook_(rulebook) {}

  std::string run() const {
    const std::vector<Line> lines = lines_of(text_);
    const int count = static_cast<int>(lines.size());
    for (int i = 0; i < count; ++i) {
      const bool edge = i < kLinesBefore || i >= count - kLinesBefore;
      if (!edge) continue;
      const Line& line = lines[i];
      std::string found = line.size() <= kCreditLine ? in_credit(line) : "";
      if (found.empty() && line.size() >= kLongLine) found = in_dateline(line);
      if (found.empty()) found = in_last_bracket(line);
      if (!found.empty()) return found;
    }
    return "";
  }

 private:
  std::string agency_at(uint32_t t, uint32_t limit) const {
    const Hit* hit = t < limit ? text_.hit(t, Category::entity, limit) : nullptr;
    const EntityEntry* entity = hit ? rulebook_.entity(hit->sense->symbol) : nullptr;
    if (!entity || text_.tokens[t].capitals == Capitals::none) return "";
    const bool agency = std::find(entity->is.begin(), entity->is.end(), "agency") != entity->is.end();
    return agency ? entity->id : "";
  }
  uint32_t end_at(uint32_t t, uint32_t limit) const { return text_.hit(t, Category::entity, limit)->last; }

  // "PARIS, 3 mars (AFP) - ", "(Reuters) –", "AFP - ".
  std::string in_dateline(const Line& line) const {
    const uint32_t limit = std::min(line.last, line.first + kDateline);
    for (uint32_t t = line.first; t < limit; ++t) {
      const std::string found = agency_at(t, line.last);
      if (found.empty()) continue;
      const uint32_t behind = end_at(t, line.last);
      const absl::string_view sign = behind < line.last ? text_.word(behind) : "";
      const bool bracket = t > line.first && text_.word(t - 1) == "(" && sign == ")";
      const bool head = t == line.first && is_dash(sign);
      if (bracket || head) return found;
    }
    return "";
  }

  // A short line of which the agency is all, or that names it behind "avec", "with", "source".
  std::string in_credit(const Line& line) const {
    for (uint32_t t = line.first; t < line.last; ++t) {
      const std::string found = agency_at(t, line.last);
      if (found.empty()) continue;
      const uint32_t end = end_at(t, line.last);
      if (line.size() <= end - t + 2) return found;  // the whole line, bracket or stop aside
      for (uint32_t back = 1; back <= 4 && t >= line.first + back; ++back) {
        const Hit* words = marked_words(text_, t - back, "credit", t);
        if (words && words->first <= line.first + kByline && joins(words->last, t) && end + 2 >= line.last)
          return found;
      }
    }
    return "";
  }

  // Between "avec" and the agency: nothing, a colon, an article.
  bool joins(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t) {
      const bool sign = text_.word(t) == ":" || text_.word(t) == "(";
      if (!sign && !text_.hit(t, Category::filler, to)) return false;
    }
    return true;
  }

  // "… a-t-il ajouté. (AFP)", "(avec Reuters)" at the end of a paragraph.
  std::string in_last_bracket(const Line& line) const {
    const uint32_t from = line.size() > 8 ? line.last - 8 : line.first;
    for (uint32_t t = from; t + 1 < line.last; ++t) {
      if (text_.word(t) != "(") continue;
      uint32_t at = t + 1;
      if (const Hit* words = marked_words(text_, at, "credit", line.last)) at = words->last;
      const std::string found = agency_at(at, line.last);
      if (found.empty()) continue;
      const uint32_t end = end_at(at, line.last);
      if (end < line.last && text_.word(end) == ")" && end + 2 >= line.last) return found;
    }
    return "";
  }

  const Annotated& text_;
  const Rulebook& rulebook_;
};

}  // namespace

std::string find_agency(const Annotated& text, const Rulebook& rulebook) {
  return AgencyFinder(text, rulebook).run();
}

}  // namespace crosscheck
