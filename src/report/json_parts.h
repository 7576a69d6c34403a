// The JSON report written part by part, so that neither the report nor its text is in memory as a whole.
//
//   JsonParts parts;
//   const Report frame = check_by_dossier(options, rules, [&](const Report& part) { parts.add(part); });
//   parts.finish(frame, put);
#pragma once

#include <memory>

#include "base/disk.h"
#include "crosscheck/finding.h"

namespace crosscheck {

class JsonParts {
 public:
  JsonParts();
  ~JsonParts();
  // Its documents, findings and claims; the ids of findings must be those of the whole report.
  void add(const Report& part);
  // Hands the whole text over. `frame` has what is told of all parts: program, rules, labels, problems. False
  // when a part that was put aside could not be read again.
  bool finish(const Report& frame, const Put& put);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace crosscheck
