#include "review/connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace crosscheck {

// What was asked before stays answered: only the side that hears is closed.
void Awaited::enter(int socket) {
  const std::lock_guard lock(mutex_);
  if (closed_) shutdown(socket, SHUT_RD);
  sockets_.push_back(socket);
}

void Awaited::leave(int socket) {
  const std::lock_guard lock(mutex_);
  sockets_.remove(socket);
}

void Awaited::give_up_oldest() {
  const std::lock_guard lock(mutex_);
  if (sockets_.empty()) return;
  shutdown(sockets_.front(), SHUT_RD);
  sockets_.pop_front();
}

void Awaited::give_up_all() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const int socket : sockets_) shutdown(socket, SHUT_RD);
  sockets_.clear();
}

Connection::Connection(int socket, size_t bytes, Clock::duration time)
    : socket_(socket), left_(bytes), time_(time), asked_by_(Clock::now() + time), answered_by_(asked_by_) {}

bool Connection::wait(short what, Clock::time_point until) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd polled = {socket_, what, 0};
    const int done = poll(&polled, 1, static_cast<int>(std::max<decltype(left)>(left, 0)));
    if (done > 0) return true;
    if (done == 0 || errno != EINTR) return false;
  }
}

ssize_t Connection::read(char* bytes, size_t size) {
  if (left_ == 0 || !is_readable()) return -1;
  const ssize_t got = recv(socket_, bytes, std::min(size, left_), 0);
  if (got > 0) left_ -= static_cast<size_t>(got);
  return got;
}

ssize_t Connection::write(const char* bytes, size_t size) {
  if (!answering_) answered_by_ = Clock::now() + time_;
  answering_ = true;
  return is_writable() ? send(socket_, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT) : -1;
}

}  // namespace crosscheck
