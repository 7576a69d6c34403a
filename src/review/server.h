// Serves the review page on 127.0.0.1 until the process is told to stop.
#pragma once

#include <functional>
#include <string>

#include "crosscheck/problem.h"
#include "review/desk.h"

namespace crosscheck {

// `port` 0 takes any that is free. `ready` is called once with the address to open. Blocks until SIGINT or
// SIGTERM and leaves both blocked in the calling thread. False and a problem when the port cannot be had.
bool serve_review(Desk* desk, int port, const std::function<void(const std::string& url)>& ready,
                  Problems* problems);

}  // namespace crosscheck
