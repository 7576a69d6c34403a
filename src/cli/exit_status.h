// The one home of exit statuses.
#pragma once

namespace crosscheck {

enum class ExitStatus {
  ok = 0,          // nothing to stop for
  gate = 1,        // the gate found what it stops for
  wrong_call = 2,  // the call, the configuration or a rule is wrong
  unread = 3,      // some input could not be read or measured; the rest was checked and reported
};

}  // namespace crosscheck
