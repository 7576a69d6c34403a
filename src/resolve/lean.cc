#include "resolve/lean.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"

namespace crosscheck {
namespace {

using Lean = Occasion::Lean;

// A clause in which a cue is looked for: tokens between two signs or words that begin a clause.
struct Clause {
  uint32_t first, last;
};

bool breaks(const Annotated& text, uint32_t at) {
  const absl::string_view word = text.word(at);
  for (const char* sign : {",", ";", ":", "(", ")", "—", "–", "\"", "«", "»", "“", "”"}) {
    if (word == sign) return true;
  }
  return text.hit(at, Category::clause_break, static_cast<uint32_t>(text.tokens.size())) != nullptr;
}

bool is_future(Lean lean) { return lean == Lean::future || lean == Lean::governed; }

class LeanFinder {
 public:
  explicit LeanFinder(const Annotated& text) : text_(text) {}

  // A headline tells no tense: its weekday is to come when the first one of that name in the text is.
  void look_ahead(const std::vector<Mention>& mentions) {
    std::array<bool, 8> seen = {};
    for (const Mention& mention : mentions) {
      if (mention.kind != MentionKind::date || !mention.reading || !mention.reading->weekday ||
          in_title(mention))
        continue;
      const auto weekday = static_cast<size_t>(*mention.reading->weekday);
      if (weekday >= seen.size() || seen[weekday]) continue;
      seen[weekday] = true;
      coming_[weekday] = mention.reading->direction > 0 || is_future(lean(mention));
    }
  }

  Lean lean(const Mention& mention) const {
    const uint32_t first = text_.token_at(mention.span.begin);
    const uint32_t last = text_.token_at(mention.span.end);
    const SentenceRange* sentence = text_.sentence_at(first);
    if (!sentence) return Lean::none;
    const Clause clause = own_part(clause_of(*sentence, first, last), first, last);
    // "à partir de vendredi" is to come, "depuis vendredi" is not.
    const bool from_now_on =
        cue(first, last, "ahead") || opens_onward(*sentence, first) || goes_onward(first, last);
    const bool either = cue(first, last, "either");  // "as of June 1"
    if (mention.relation == Mention::Relation::since && !from_now_on && !either &&
        !is_ahead(clause, first, last))
      return Lean::past;
    if (is_under_condition(clause, first)) return Lean::future;
    if (is_governed(clause, first)) return Lean::governed;
    const Verbs verbs = verbs_around(clause, first, last);
    if (verbs.ahead || (from_now_on && !verbs.back)) return Lean::future;
    if (verbs.back || since_before(clause, first)) return Lean::past;
    const bool title = in_title(mention);
    // "Any flights on Tuesday?"
    if (text_.word(sentence->last - 1) == "?" && !title) return Lean::future;
    if (is_limit_to_come(mention)) return Lean::future;
    // "La grève commence vendredi"; a headline tells the past in the present.
    if (verbs.present && !title) return Lean::future;
    if (mention.relation != Mention::Relation::at) return Lean::even;
    if (title ? is_weekday_to_come(mention) : is_note(mention, *sentence, first, last)) return Lean::future;
    if (follows_participle(clause, first)) return Lean::past;
    const bool weekday = mention.reading->base == DateReading::Base::weekday;
    return title || !weekday ? Lean::none : lean_of_sentence(*sentence, first, last);
  }

 private:
  // What the verbs of a clause tell, beside the date itself.
  struct Verbs {
    bool ahead = false;
    bool back = false;
    bool present = false;
  };
  Verbs verbs_around(Clause clause, uint32_t first, uint32_t last) const {
    Verbs out;
    for (uint32_t at = clause.first; at < clause.last && !out.ahead; ++at) {
      if (at >= first && at < last) continue;
      out.ahead = points_ahead(at, clause.last);
      // "is accused of", "est accusé": neither past nor to come
      if (const uint32_t after = passive_end(at, clause.last)) {
        at = after - 1;
      } else if (cue(at, clause.last, "present")) {
        out.present = true;
      } else {
        out.back = out.back || points_back(at, clause.last);
      }
    }
    return out;
  }

  // "Si l'accord est signé vendredi, …"
  bool is_under_condition(Clause clause, uint32_t first) const {
    for (uint32_t at = clause.first; at < first; ++at) {
      const Hit* opens = text_.hit(at, Category::clause_break, first);
      if (opens && opens->is("condition")) return true;
    }
    return false;
  }

  // "l'école, fermée lundi, …", "le vote perdu jeudi"
  bool follows_participle(Clause clause, uint32_t first) const {
    constexpr size_t kStem = 3;
    return first > clause.first && ends_in(first - 1, text_.language->participle_endings, kStem) &&
           !cue(first - 1, first, "no_past");
  }

  // Where its own clause tells no tense, the sentence may: "Il a démissionné, au lendemain du vote de jeudi."
  Lean lean_of_sentence(const SentenceRange& sentence, uint32_t first, uint32_t last) const {
    constexpr uint32_t kReach = 40;
    const Clause around{std::max(sentence.first, first > kReach ? first - kReach : 0),
                        std::min(sentence.last, last + kReach)};
    const Verbs verbs = verbs_around(around, first, last);
    return verbs.back && !verbs.ahead && !verbs.present ? Lean::past : Lean::none;
  }

  // "depuis son lancement le 30 novembre"
  bool since_before(Clause clause, uint32_t first) const {
    constexpr uint32_t kSinceReach = 5;
    for (uint32_t at = std::max(clause.first, first > kSinceReach ? first - kSinceReach : 0); at < first;
         ++at) {
      const Hit* relation = text_.hit(at, Category::date_relation, first);
      if (relation && relation->is("since")) return true;
    }
    return false;
  }

  // "closed until the 3rd", "by mid-November"
  static bool is_limit_to_come(const Mention& mention) {
    const bool until = mention.relation == Mention::Relation::until;
    if ((!until && mention.relation != Mention::Relation::before) || mention.reading_to) return false;
    const DateReading& told = *mention.reading;
    const bool bare_day = told.day && !told.month;
    const bool coarse = told.month && told.grain == Grain::month && until;
    return told.base == DateReading::Base::weekday || bare_day || coarse;
  }

  bool is_weekday_to_come(const Mention& mention) const {
    return mention.reading->base == DateReading::Base::weekday &&
           coming_[static_cast<size_t>(*mention.reading->weekday)];
  }

  // A date and nothing else: the coming one, where the past one is not quite near.
  bool is_note(const Mention& mention, const SentenceRange& sentence, uint32_t first, uint32_t last) const {
    const DateReading& reading = *mention.reading;
    const bool only = text_.sentences.size() == 1;
    // "Friday at 8pm", "du lundi au vendredi" and no more: an appointment
    const bool appointment = only && (reading.hour || reading.from_hour || mention.reading_to);
    const bool weekday = reading.base == DateReading::Base::weekday;
    if ((!weekday || appointment) && stands_alone({sentence.first, sentence.last}, first, last)) return true;
    // "Lunch on Friday at noon" and no more
    constexpr uint32_t kNoteMost = 8;
    return only && reading.hour && sentence.last - sentence.first <= kNoteMost;
  }

  // "ne reprendra pas avant jeudi"
  bool is_ahead(Clause clause, uint32_t first, uint32_t last) const {
    for (uint32_t at = clause.first; at < clause.last; ++at) {
      if ((at < first || at >= last) && points_ahead(at, clause.last)) return true;
    }
    return false;
  }

  // "Dès lundi, …"; "From Monday, …" only where it opens the sentence.
  bool opens_onward(const SentenceRange& sentence, uint32_t first) const {
    if (first == sentence.first) return false;
    for (const Hit& hit : text_.hits_at(first - 1)) {
      if (hit.category != Category::date_article || hit.last != first) continue;
      if (hit.is("onward")) return true;
      if (hit.is("onward_first") && hit.first == sentence.first) return true;
    }
    return false;
  }

  // "from Monday on"
  bool goes_onward(uint32_t first, uint32_t last) const {
    for (uint32_t at = first; at < last; ++at) {
      for (const Hit& hit : text_.hits_at(at, Category::date_relation)) {
        const bool onward = hit.category == Category::date_relation && hit.is("onward");
        if (onward && hit.last == last) return true;
      }
    }
    return false;
  }

  // "Je reviendrai le 12", but not "il sera jugé pour les faits du 12".
  bool is_governed(Clause clause, uint32_t first) const {
    constexpr uint32_t kReach = 8;
    if (first == clause.first) return false;
    for (const Hit& hit : text_.hits_at(first - 1, Category::noun_link)) {
      if (hit.category == Category::noun_link && hit.last == first) return false;
    }
    for (uint32_t at = std::max(clause.first, first > kReach ? first - kReach : 0); at < first; ++at) {
      if (points_ahead(at, clause.last)) return true;
    }
    return false;
  }

  bool in_title(const Mention& mention) const {
    const SentenceRange* sentence = text_.sentence_at(text_.token_at(mention.span.begin));
    return sentence && sentence->title;
  }

  bool cue(uint32_t at, uint32_t limit, Symbol way) const {
    if ((text_.marks[at] & (mark(Category::date_article) | mark(Category::date_doubtful))) == 0) return false;
    for (const Hit& hit : text_.hits_at(at)) {
      const bool words = hit.category == Category::date_article || hit.category == Category::date_doubtful;
      if (words && hit.is(way) && hit.last <= limit) return true;
    }
    return false;
  }

  bool points_ahead(uint32_t at, uint32_t limit) const {
    if (cue(at, limit, "ahead")) return true;
    constexpr size_t kStem = 2;
    return ends_in(at, text_.language->future_endings, kStem);
  }

  // Past "is accused", "he's sentenced"; 0 when there is none.
  uint32_t passive_end(uint32_t at, uint32_t limit) const {
    constexpr size_t kStem = 2;
    for (const Hit& hit : text_.hits_at(at, Category::date_doubtful)) {
      const bool be = hit.category == Category::date_doubtful && hit.is("be_form");
      if (be && hit.last < limit && ends_in(hit.last, text_.language->past_endings, kStem))
        return hit.last + 1;
    }
    return 0;
  }

  // "pleuvait", "arrested"; "a limogé": an auxiliary with its participle.
  bool points_back(uint32_t at, uint32_t limit) const {
    constexpr size_t kStem = 2, kShortStem = 1;  // "vu"
    const bool past_ending = ends_in(at, text_.language->past_endings, kStem);
    if (cue(at, limit, "back") || (past_ending && !cue(at, limit, "no_past"))) return true;
    if (!cue(at, limit, "auxiliary")) return false;
    constexpr uint32_t kReach = 3;
    for (uint32_t next = at + 1; next <= at + kReach && next < limit; ++next) {
      const bool participle = ends_in(next, text_.language->participle_endings, kShortStem);
      if (participle && !cue(next, limit, "no_past")) return true;
      if (!text_.hit(next, Category::negation, limit) && !text_.hit(next, Category::filler, limit)) break;
    }
    return false;
  }

  // Whether the word has one of the endings of a tense, behind a stem of that many bytes.
  bool ends_in(uint32_t at, const std::vector<std::string>& endings, size_t stem) const {
    const Token& token = text_.tokens[at];
    if (token.token_class != TokenClass::word || token.capitals != Capitals::none) return false;
    const absl::string_view word = text_.word(at);
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return word.size() >= ending.size() + stem && absl::EndsWith(word, ending);
    });
  }

  // Whether nothing but articles and prepositions stands beside the date.
  bool stands_alone(Clause clause, uint32_t first, uint32_t last) const {
    for (uint32_t at = clause.first; at < clause.last; ++at) {
      if (at >= first && at < last) continue;
      const Hit* words = text_.hit(at, Category::date_article, at < first ? first : clause.last);
      if (words) {
        at = words->last - 1;
      } else if (text_.tokens[at].token_class != TokenClass::sign) {
        return false;
      }
    }
    return true;
  }

  // The clause around [first, last); where the date stands by itself ("Samedi, une marche …"), the next one.
  Clause clause_of(const SentenceRange& sentence, uint32_t first, uint32_t last) const {
    constexpr uint32_t kReach = 40;
    const uint32_t low = std::max(sentence.first, first > kReach ? first - kReach : 0);
    const uint32_t high = std::min(sentence.last, last + kReach);
    Clause clause{first, last};
    while (clause.first > low && !breaks(text_, clause.first - 1)) --clause.first;
    while (clause.last < high && !breaks(text_, clause.last)) ++clause.last;
    if (!stands_alone(clause, first, last)) return clause;
    if (clause.last < high) {
      ++clause.last;
      while (clause.last < high && !breaks(text_, clause.last)) ++clause.last;
    }
    return clause;
  }

  // "Il a vu le maire mercredi et sera reçu vendredi": of two deeds that "and" joins, the one of the date.
  Clause own_part(Clause clause, uint32_t first, uint32_t last) const {
    for (uint32_t at = first; at-- > clause.first;) {
      if (!text_.hit(at, Category::list_joint, first)) continue;
      if (tells_tense({clause.first, at}) && tells_tense({at + 1, first})) clause.first = at + 1;
      break;
    }
    for (uint32_t at = last; at < clause.last; ++at) {
      if (!text_.hit(at, Category::list_joint, clause.last)) continue;
      const bool before = tells_tense({clause.first, first}) || tells_tense({last, at});
      if (!before || !tells_tense({at + 1, clause.last})) continue;
      clause.last = at;
      break;
    }
    return clause;
  }

  bool tells_tense(Clause part) const {
    for (uint32_t at = part.first; at < part.last; ++at) {
      if (points_ahead(at, part.last) || points_back(at, part.last)) return true;
    }
    return false;
  }

  const Annotated& text_;
  std::array<bool, 8> coming_ = {};  // by weekday
};

}  // namespace

std::vector<Lean> find_leans(const Annotated& text, const std::vector<Mention>& mentions) {
  LeanFinder finder(text);
  finder.look_ahead(mentions);
  std::vector<Lean> out(mentions.size(), Lean::none);
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind == MentionKind::date && mentions[i].reading) out[i] = finder.lean(mentions[i]);
  }
  return out;
}

}  // namespace crosscheck
