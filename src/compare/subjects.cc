#include "compare/subjects.h"

namespace crosscheck {
namespace {

bool tells_subject(const Claim& claim) {
  return claim.subject_from == SubjectFrom::slot || claim.subject_from == SubjectFrom::complement ||
         claim.subject_from == SubjectFrom::clause;
}

}  // namespace

bool about_two(const Claim& a, const Claim& b) {
  return !a.subject_id.empty() && !b.subject_id.empty() && a.subject_id != b.subject_id;
}

bool both_tell_subject(const Claim& a, const Claim& b) { return tells_subject(a) && tells_subject(b); }

int subject_points(const Claim& a, const Claim& b) {
  if (a.subject_id.empty() || b.subject_id.empty()) return 0;
  if (a.subject_id == b.subject_id) return both_tell_subject(a, b) ? 15 : 5;
  return both_tell_subject(a, b) ? -20 : -5;
}

}  // namespace crosscheck
