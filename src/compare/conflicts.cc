#include "compare/conflicts.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "base/refusals.h"
#include "compare/announced.h"
#include "compare/comparators/fit.h"
#include "compare/figures.h"
#include "compare/open_conflicts.h"
#include "compare/rule_objections.h"
#include "compare/shown_once.h"
#include "compare/voices.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

class ConflictFinder {
 public:
  ConflictFinder(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                 std::vector<Refusal>* refusals)
      : rulebook_(rulebook),
        report_(report),
        likeness_(likeness),
        announced_(rulebook, report),
        refusals_(*refusals) {}

  std::vector<Cluster> run(std::vector<Fact> facts) {
    std::vector<Cluster> out;
    std::map<std::string, std::vector<Fact>> questions;
    note_ambiguous(facts);
    std::map<std::string, int> asked;
    for (const Fact& fact : facts) {
      for (const std::string& question : questions_of(fact)) ++asked[question];
    }
    for (Fact& fact : facts) {
      const std::string question = question_of(fact, asked);
      if (question.empty()) {
        out.push_back({{std::move(fact)}, false});
      } else {
        questions[question].push_back(std::move(fact));
      }
    }
    for (auto& [question, rivals] : questions) cluster(std::move(rivals), &out);
    out = join_open_conflicts(std::move(out));
    split_off(&out);
    show_once(report_, &out, &refusals_);
    for (Cluster& cluster : out) cluster.attributed = cluster.sides.size() > 1 && apart_by_speaker(cluster);
    return out;
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }

  // A claim without a subject where several would fit: said, never set against one of them.
  void note_ambiguous(const std::vector<Fact>& facts) {
    std::map<std::string, std::map<std::string, uint32_t>>
        subjects;  // of a question: each with its first claim
    const auto question = [&](const Claim& c) {
      return absl::StrCat(dossier_of(report_, c), "\n", c.attribute);
    };
    for (uint32_t c = 0; c < report_.claims.size(); ++c) {
      const Claim& one = claim(c);
      if (!one.object.empty()) objects_[question(one)].insert(one.object);
      if (rulebook_.rule(one.rule) && !one.subject_id.empty())
        subjects[question(one)].try_emplace(one.subject_id, c);
    }
    for (const Fact& fact : facts) {
      const uint32_t c = fact.claims.front();
      const auto known = subjects.find(question(claim(c)));
      if (!rulebook_.rule(claim(c).rule) || !claim(c).subject_id.empty()) continue;
      if (known == subjects.end() || known->second.size() < 2) continue;
      for (const auto& [subject, other] : known->second) {
        refuse(c, other,
               absl::StrCat("whose ", claim(c).attribute, " it is is not told, and ", known->second.size(),
                            " subjects would fit: ambiguous"));
      }
    }
  }

  bool has_several_objects(const Claim& one) const {
    const auto found = objects_.find(absl::StrCat(dossier_of(report_, one), "\n", one.attribute));
    return found != objects_.end() && found->second.size() > 1;
  }

  // What the fact answers, with its subject, each once: two rules may have read one figure.
  std::vector<std::string> questions_of(const Fact& fact) const {
    std::vector<std::string> out;
    for (const uint32_t c : fact.claims) {
      const Claim& one = claim(c);
      if (!rulebook_.rule(one.rule) || one.subject_id.empty()) continue;
      std::string question =
          absl::StrCat(dossier_of(report_, one), "\n", asked_of(one), "\n", one.subject_id);
      if (std::find(out.begin(), out.end(), question) == out.end()) out.push_back(std::move(question));
    }
    return out;
  }

  // The first of them that another fact answers too; empty when nothing can contradict the fact.
  std::string question_of(const Fact& fact, const std::map<std::string, int>& asked) const {
    const std::vector<std::string> all = questions_of(fact);
    const auto shared = std::find_if(all.begin(), all.end(),
                                     [&](const std::string& question) { return asked.at(question) > 1; });
    return shared != all.end() ? *shared : all.empty() ? "" : all.front();
  }

  // Posts that exclude others answer one question, other posts one each.
  std::string asked_of(const Claim& c) const {
    const auto* role = std::get_if<Role>(&c.value);
    return role && rulebook_.sole_post(role->role) ? "sole post" : c.attribute;
  }

  void cluster(std::vector<Fact> rivals, std::vector<Cluster>* out) {
    std::stable_sort(rivals.begin(), rivals.end(), [&](const Fact& a, const Fact& b) {
      return std::pair(documents_of(report_, b).size(), b.claims.size()) <
             std::pair(documents_of(report_, a).size(), a.claims.size());
    });
    const size_t from = out->size();
    note_several(rivals);
    for (Fact& fact : rivals) {
      // Of the clusters in which it conflicts with every side, the one whose words are nearest; conflicts are
      // never chained.
      Cluster* home = nullptr;
      int nearest = 0;
      for (size_t i = from; i < out->size(); ++i) {
        Cluster& other = (*out)[i];
        const bool all = std::all_of(other.sides.begin(), other.sides.end(),
                                     [&](const Fact& side) { return conflict(side, fact); });
        const int words = all ? words_of(other, fact) : 0;
        if (!all || (home && words <= nearest)) continue;
        home = &other;
        nearest = words;
      }
      if (home) {
        home->sides.push_back(std::move(fact));
      } else {
        out->push_back({{std::move(fact)}, false});
      }
    }
  }

  // What the words around the fact have in common with those around the first side of a cluster, at best.
  int words_of(const Cluster& cluster, const Fact& fact) const {
    int out = 0;
    for (const uint32_t c : cluster.sides.front().claims) {
      for (const uint32_t d : fact.claims) out = std::max(out, likeness_.word_points(c, d));
    }
    return out;
  }

  // Articles that tell several moments of one sort of deed: two arrests, two closures.
  void note_several(const std::vector<Fact>& rivals) {
    several_.clear();
    std::map<uint32_t, std::vector<uint32_t>> told;
    for (const Fact& fact : rivals) {
      for (const uint32_t c : fact.claims) {
        if (is_of_deed(claim(c))) told[claim(c).document].push_back(c);
      }
    }
    for (const auto& [document, claims] : told) {
      for (size_t i = 1; i < claims.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
          if (!fits(claims[i], claims[k])) several_.insert(document);
        }
      }
    }
  }

  // Read by nothing but the deed: whose it is is known less surely than what a pattern tells.
  bool is_of_deed(const Claim& one) const {
    const Rule* rule = rulebook_.rule(one.rule);
    return rule && rule->of_deed_alone();
  }

  std::string of_several(const Fact& fact) const {
    for (const uint32_t c : fact.claims) {
      if (is_of_deed(claim(c)) && several_.contains(claim(c).document))
        return absl::StrCat(report_.documents[claim(c).document].id,
                            " tells several such moments: ambiguous");
    }
    return "";
  }

  // What agrees with a side need not conflict with the other: the fine asked for, told beside the fine given.
  void split_off(std::vector<Cluster>* clusters) const {
    std::vector<Cluster> apart;
    for (Cluster& cluster : *clusters) {
      if (cluster.sides.size() < 2) continue;
      for (size_t s = 0; s < cluster.sides.size(); ++s) {
        Fact kept, other;
        for (const uint32_t c : cluster.sides[s].claims) {
          (belongs(c, s, cluster) ? kept : other).claims.push_back(c);
        }
        if (kept.claims.empty() || other.claims.empty()) continue;
        cluster.sides[s] = std::move(kept);
        apart.push_back({{std::move(other)}, false});
      }
    }
    std::move(apart.begin(), apart.end(), std::back_inserter(*clusters));
  }

  // Whether nothing speaks against a conflict of the claim with at least one of each other side.
  bool belongs(uint32_t c, size_t side, const Cluster& cluster) const {
    for (size_t s = 0; s < cluster.sides.size(); ++s) {
      const std::vector<uint32_t>& others = cluster.sides[s].claims;
      const bool any =
          s == side || std::any_of(others.begin(), others.end(), [&](uint32_t d) {
            return objection_of_qualifiers(claim(c).qualifiers, claim(d).qualifiers).empty() &&
                   !(is_vague(claim(c).value) && fits(c, d));  // "many" fits either side, and takes none
          });
      if (!any) return false;
    }
    return true;
  }

  bool fits(uint32_t c, uint32_t d) const {
    return fit(claim(c).value, claim(d).value, comparison_of(rulebook_, claim(c), claim(d)), rulebook_) !=
           Fit::conflict;
  }

  // Facts that no rule set against another.
  std::vector<Cluster> join_open_conflicts(std::vector<Cluster> clusters) {
    std::vector<Fact> alone;
    std::vector<size_t> home;  // of each of `alone`
    for (size_t i = 0; i < clusters.size(); ++i) {
      if (clusters[i].sides.size() != 1) continue;
      alone.push_back(clusters[i].sides.front());
      home.push_back(i);
    }
    const std::vector<OpenConflict> conflicts =
        find_open_conflicts(rulebook_, report_, likeness_, alone, &refusals_);
    std::set<std::pair<uint32_t, uint32_t>> known;
    for (const OpenConflict& found : conflicts) known.insert({found.a, found.b});
    std::map<size_t, std::vector<uint32_t>> sides;  // facts by the cluster they are in, where it grew
    for (const OpenConflict& found : conflicts) {
      // The one joins the other, if it conflicts with all that are there.
      for (const auto& [guest, host] : {std::pair(found.b, found.a), std::pair(found.a, found.b)}) {
        if (clusters[home[guest]].sides.size() != 1) continue;
        std::vector<uint32_t>& there =
            sides.try_emplace(home[host], std::vector<uint32_t>{host}).first->second;
        const bool all = std::all_of(there.begin(), there.end(), [&, guest = guest](uint32_t side) {
          return known.contains({std::min(side, guest), std::max(side, guest)});
        });
        if (!all || home[guest] == home[host]) continue;
        there.push_back(guest);
        clusters[home[host]].sides.push_back(std::move(clusters[home[guest]].sides.front()));
        clusters[home[guest]].sides.clear();
        home[guest] = home[host];
        break;
      }
    }
    clusters.erase(
        std::remove_if(clusters.begin(), clusters.end(), [](const Cluster& c) { return c.sides.empty(); }),
        clusters.end());
    return clusters;
  }

  // Why two claims with different values are no conflict; empty when nothing speaks against one.
  std::string objection(uint32_t a, uint32_t b) const {
    const Claim& x = claim(a);
    const Claim& y = claim(b);
    const bool object_untold = x.object.empty() != y.object.empty() && has_several_objects(x);
    for (const Claim* one : {&x, &y}) {
      if (one->outlasted && !is_denial(x, y))
        return absl::StrCat(report_.documents[one->document].id, " goes on to tell another state");
    }
    if (announced_.comes_true(x, y)) return "the later tells as done what the earlier announces";
    std::string why = find_rule_objection(rulebook_, report_, x, y, object_untold);
    return why.empty() ? likeness_.objection(a, b) : why;
  }

  // "was arrested, then released", "was never arrested"
  static bool is_denial(const Claim& x, const Claim& y) {
    const auto* a = std::get_if<State>(&x.value);
    const auto* b = std::get_if<State>(&y.value);
    return a && b && a->event == b->event;
  }

  bool apart_by_speaker(const Cluster& cluster) const {
    for (size_t i = 0; i < cluster.sides.size(); ++i) {
      for (size_t j = i + 1; j < cluster.sides.size(); ++j) {
        if (!different_speakers(report_, cluster.sides[i], cluster.sides[j])) return false;
      }
    }
    return true;
  }

  // A figure that one article tells of another time is of that time in all that tell it.
  std::string of_another_time(const Fact& fact) const {
    for (const uint32_t c : fact.claims) {
      const Claim& one = claim(c);
      if (!one.held_back.empty() && one.qualifiers.stage != Stage::earlier) return one.held_back;
    }
    return "";
  }

  bool conflict(const Fact& a, const Fact& b) {
    for (const Fact* fact : {&a, &b}) {
      std::string why = of_another_time(*fact);
      if (why.empty()) why = of_several(*fact);
      if (why.empty()) continue;
      refuse(a.claims.front(), b.claims.front(), why);
      return false;
    }
    bool found = false;
    for (const uint32_t c : a.claims) {
      for (const uint32_t d : b.claims) {
        const Comparison comparison = comparison_of(rulebook_, claim(c), claim(d));
        if (fit(claim(c).value, claim(d).value, comparison, rulebook_) != Fit::conflict) continue;
        const std::string why = objection(c, d);
        if (why.empty()) {
          found = true;
        } else {
          refuse(c, d, why);
        }
      }
    }
    if (found && (has_other_status(a) || has_other_status(b))) {
      refuse(a.claims.front(), b.claims.front(), "one of the posts is one to come or one of old");
      return false;
    }
    if (!found || different_speakers(report_, a, b) || headline_against_body(report_, a, b)) return found;
    const std::set<uint32_t> here = documents_of(report_, a), there = documents_of(report_, b);
    for (const uint32_t document : here) {
      if (!there.contains(document)) continue;
      // Who writes a draft can tell at a glance whether they are two things, and wants to.
      if (report_.documents[document].is_draft) continue;
      refuse(a.claims.front(), b.claims.front(),
             absl::StrCat(report_.documents[document].id, " tells both, so they are two things"));
      return false;
    }
    return true;
  }

  // A post that one article tells as new, former or held for now: who has one may have had another.
  bool has_other_status(const Fact& fact) const {
    return std::any_of(fact.claims.begin(), fact.claims.end(), [&](uint32_t c) {
      const auto* role = std::get_if<Role>(&claim(c).value);
      return role && role->status != RoleStatus::current;
    });
  }

  void refuse(uint32_t a, uint32_t b, std::string why) {
    if (refusals_.size() < kRefusalsMost)
      refusals_.push_back({std::min(a, b), std::max(a, b), std::move(why)});
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const Likeness& likeness_;
  const Announced announced_;
  std::vector<Refusal>& refusals_;
  std::set<uint32_t> several_;  // articles that tell several moments of the deed in question
  std::map<std::string, std::set<std::string>> objects_;  // of a question: whom its claims concern
};

}  // namespace

std::vector<Cluster> find_conflicts(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                                    std::vector<Fact> facts, std::vector<Refusal>* refusals) {
  return ConflictFinder(rulebook, report, likeness, refusals).run(std::move(facts));
}

}  // namespace crosscheck
