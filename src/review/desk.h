// The editor's desk: one report, and the file in which what is decided about its findings is kept. It knows
// nothing of HTTP. Safe to use from several threads; other desks may use the same file.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/disk.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// The fields of a form that was sent, by name.
using FormFields = std::map<std::string, std::string>;

class Desk {
 public:
  // `decisions` is the file; it need not exist. `today` gives an ISO day. `language` is that of the page.
  Desk(Report report, std::string decisions, std::string language, std::function<std::string()> today,
       Disk* disk);

  struct Reply {
    int status = 200;  // of HTTP
    std::string html;
    std::string go_to;  // relative address of what to show next
  };
  // The whole page with what is decided by now, by whomever.
  Reply page();
  // Records what a form says, or takes back what was decided. Answers with the finding's card alone when
  // `card` is true. A decision that was made meanwhile, by somebody else, is never written over unseen: the
  // form is shown again beside it.
  Reply decide(const FormFields& form, bool card);

 private:
  // Reads the file anew; false and the problems when it is wrong.
  bool refresh(Problems* problems);
  Reply answer(const FormFields& form, bool card, int status, std::string message);

  std::mutex mutex_;
  Report report_;
  std::vector<Finding> undecided_;  // the findings as the check left them
  const std::string path_, language_;
  const std::function<std::string()> today_;
  Disk* const disk_;
};

}  // namespace crosscheck
