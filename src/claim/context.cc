#include "claim/context.h"

#include <algorithm>

#include "claim/antecedents.h"

namespace crosscheck {
namespace {

constexpr uint32_t kInsertion = 14;  // tokens between two commas that part a subject from its verb

enum class Bracket { none, open, close, dash, stop };

// Signs part clauses in every language alike; the words that do are data (Category::clause_break).
Bracket bracket(absl::string_view sign) {
  if (sign == "(" || sign == "[") return Bracket::open;
  if (sign == ")" || sign == "]") return Bracket::close;
  if (sign == "–" || sign == "—") return Bracket::dash;
  if (sign == ";" || sign == ":" || sign == "?" || sign == "!" || sign == "…" || sign == "•" || sign == "|")
    return Bracket::stop;
  return Bracket::none;
}

}  // namespace

bool is_amount(MentionKind kind) {
  switch (kind) {
    case MentionKind::count:
    case MentionKind::number:
    case MentionKind::percent:
    case MentionKind::ratio:
    case MentionKind::money:
    case MentionKind::measure:
    case MentionKind::duration:
    case MentionKind::age:
      return true;
    default:
      return false;
  }
}

bool counts_none(const Mention& mention) {
  const auto* count = std::get_if<Count>(&mention.value);
  return count && count->amount.low && count->amount.low->is_zero();
}

ClaimContext::ClaimContext(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions)
    : text_(text), rulebook_(rulebook), mentions_(mentions) {
  place_mentions();
  place_sentences();
  mark_quotations();
  find_antecedents();
}

void ClaimContext::place_mentions() {
  const size_t tokens = text_.tokens.size();
  amount_over_.assign(tokens, kNone);
  starts_from_.assign(tokens + 2, 0);
  for (uint32_t i = 0; i < mentions_->size(); ++i) {
    const Mention& mention = (*mentions_)[i];
    first_.push_back(text_.token_at(mention.span.begin));
    last_.push_back(std::max(first_.back(), text_.token_at(mention.span.end)));
    if (first_.back() < tokens) ++starts_from_[first_.back() + 1];
    if (!is_amount(mention.kind)) continue;
    for (uint32_t t = first_.back(); t < last_.back(); ++t) amount_over_[t] = i;
  }
  for (size_t t = 1; t < starts_from_.size(); ++t) starts_from_[t] += starts_from_[t - 1];
  starts_.assign(mentions_->size(), 0);
  std::vector<uint32_t> next(starts_from_.begin(), starts_from_.end());
  for (uint32_t i = 0; i < mentions_->size(); ++i) {
    if (first_[i] < tokens) starts_[next[first_[i]]++] = i;
  }
  for (uint32_t t = 0; t < tokens; ++t) {
    std::stable_sort(starts_.begin() + starts_from_[t], starts_.begin() + starts_from_[t + 1],
                     [&](uint32_t a, uint32_t b) { return last_[a] > last_[b]; });
  }
}

absl::Span<const uint32_t> ClaimContext::starting_at(uint32_t token) const {
  return absl::MakeConstSpan(starts_).subspan(starts_from_[token],
                                              starts_from_[token + 1] - starts_from_[token]);
}

void ClaimContext::place_sentences() {
  sentence_of_.assign(text_.tokens.size(), kNone);
  clause_of_.assign(text_.tokens.size(), kNone);
  behind_comma_.assign(text_.tokens.size(), kNone);
  comma_from_.assign(text_.tokens.size(), kNone);
  for (uint32_t s = 0; s < text_.sentences.size(); ++s) {
    const SentenceRange& sentence = text_.sentences[s];
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      sentence_of_[t] = s;
      const bool behind = t > sentence.first && text_.word(t - 1) != ",";
      behind_comma_[t] = behind ? behind_comma_[t - 1] : t;
    }
    for (uint32_t t = sentence.last; t-- > sentence.first;) {
      const bool last = t + 1 == sentence.last;
      comma_from_[t] = text_.word(t) == "," ? t : last ? sentence.last : comma_from_[t + 1];
    }
    cut_clauses(sentence);
  }
}

const Hit* ClaimContext::clause_start_at(uint32_t t, const SentenceRange& sentence) const {
  if (const Hit* word = text_.hit(t, Category::clause_break, sentence.last)) return word;
  // "…, and its driver …" begins a clause, "the driver and his son" none.
  const bool behind_comma = t > sentence.first && text_.word(t - 1) == ",";
  return behind_comma ? text_.hit(t, Category::clause_joint, sentence.last) : nullptr;
}

void ClaimContext::cut_clauses(const SentenceRange& sentence) {
  std::vector<uint32_t> outer;  // clauses that go on behind a bracket
  uint32_t clause = clauses_++;
  uint32_t main = kNone;  // the clause that goes on behind a relative one set off by commas
  bool in_dash = false;
  uint32_t inside = sentence.first;  // up to here words are a part of one that parted clauses
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool sign = text_.tokens[t].token_class == TokenClass::sign;
    const bool amount = amount_over_[t] != kNone;  // the dash of "10–15 %" parts nothing
    const Bracket kind = sign && !amount ? bracket(text_.word(t)) : Bracket::none;
    if (kind == Bracket::open) {
      outer.push_back(clause);
      clause = clauses_++;
    } else if (kind == Bracket::dash) {
      if (in_dash && !outer.empty()) {
        clause = outer.back();
        outer.pop_back();
      } else {
        outer.push_back(clause);
        clause = clauses_++;
      }
      in_dash = !in_dash;
    } else if (kind == Bracket::stop) {
      clause = clauses_++;
      main = kNone;
    } else if (const Hit* word = sign || amount || t < inside ? nullptr : clause_start_at(t, sentence)) {
      inside = word->last;  // "à condition que" is one word
      // ", which …", and ", built in 1931 and which …"
      const bool part = word->is("part"), relative = part || word->is("relative");
      const bool set_off = relative && t > sentence.first &&
                           (text_.word(t - 1) == "," || text_.hit(t - 1, Category::list_joint, t));
      // Within a clause that is set off, "(, who says) that …" is a part of it.
      main = set_off && main == kNone ? clause : relative ? main : kNone;
      clause = clauses_++;
      // "47 people, three of whom were hurt"
      for (uint32_t a = t; part && a > sentence.first && amount_over_[a - 1] != kNone;)
        clause_of_[--a] = clause;
    } else if (sign && main != kNone && text_.word(t) == ",") {
      clause = main;
      main = kNone;
    }
    clause_of_[t] = clause;
    if (kind == Bracket::close && !outer.empty()) {
      clause = outer.back();
      outer.pop_back();
    }
  }
}

void ClaimContext::mark_quotations() {
  quoted_.assign(text_.tokens.size(), false);
  for (const Segment& segment : text_.document->segments) {
    if (segment.kind != SegmentKind::quotation) continue;
    const uint32_t end = text_.token_at(segment.span.end);
    for (uint32_t t = text_.token_at(segment.span.begin); t < end; ++t) quoted_[t] = true;
  }
}

void ClaimContext::find_antecedents() {
  for (uint32_t s = 1; s < text_.sentences.size(); ++s) {
    for (uint32_t t = text_.sentences[s].first; t < text_.sentences[s].last; ++t) {
      if (!text_.starting[t].has(Category::pronoun)) continue;
      std::vector<Hit> found = antecedents_of(text_, s, t);
      if (!found.empty()) antecedents_.emplace_back(t, std::move(found));
    }
  }
}

absl::Span<const Hit> ClaimContext::antecedents(uint32_t token) const {
  if (!text_.starting[token].has(Category::pronoun)) return {};  // as nearly all: patterns ask of each
  const auto place = std::lower_bound(antecedents_.begin(), antecedents_.end(), token,
                                      [](const auto& one, uint32_t at) { return one.first < at; });
  if (place == antecedents_.end() || place->first != token) return {};
  return place->second;
}

uint32_t ClaimContext::clause_start(uint32_t token) const {
  const uint32_t begin = text_.sentences[sentence_of_[token]].first;
  while (token > begin && clause_of_[token - 1] == clause_of_[token]) --token;
  return token;
}

bool ClaimContext::is_link(uint32_t token) const {
  const auto hits = text_.hits_at(token);
  // "built" in 1931: a verb that dates look at for its tense is no word of grammar.
  return std::any_of(hits.begin(), hits.end(), [](const Hit& hit) {
    return is_grammar(hit.category) && !(hit.category == Category::date_article && hit.is("back"));
  });
}

bool ClaimContext::set_off(uint32_t token, uint32_t other) const {
  const SentenceRange& sentence = text_.sentences[sentence_of_[token]];
  const uint32_t left = behind_comma_[token], right = comma_from_[token];
  if (left == sentence.first || right == sentence.last || (other >= left && other < right)) return false;
  for (uint32_t t = left; t < token; ++t) {
    if (!is_link(t) || text_.hit(t, Category::not_a_name, sentence.last)) return true;
  }
  return false;
}

uint32_t ClaimContext::behind_insertion(uint32_t token) const {
  if (token + 1 >= text_.tokens.size() || text_.word(token) != ",") return kNone;
  if (sentence_of_[token] == kNone || sentence_of_[token + 1] != sentence_of_[token]) return kNone;
  const uint32_t right = comma_from_[token + 1];
  const uint32_t end = text_.sentences[sentence_of_[token]].last;
  return right < end && right - token <= kInsertion ? right + 1 : kNone;
}

uint32_t ClaimContext::nearest_in_clause(uint32_t token, Category category) const {
  const uint32_t sentence = sentence_of_[token];
  if (sentence == kNone) return kNone;
  const SentenceRange& range = text_.sentences[sentence];
  uint32_t best = kNone;
  for (uint32_t t = range.first; t < range.last; ++t) {
    if (clause_of_[t] != clause_of_[token] || !text_.hit(t, category, range.last)) continue;
    const auto distance = [&](uint32_t at) { return at > token ? at - token : token - at; };
    if (best == kNone || distance(t) < distance(best)) best = t;
  }
  return best;
}

const Hit* concept_hit(const ClaimContext& context, uint32_t token, absl::string_view broad, uint32_t limit) {
  for (const Hit& hit : context.text().hits_at(token)) {
    if (hit.last <= limit && context.rulebook().tree().is_a(hit.concept_number, broad)) return &hit;
  }
  return nullptr;
}

}  // namespace crosscheck
