// Who is connected to the server of the review, and how long and how much each may ask.
#pragma once

#include <httplib.h>
#include <poll.h>

#include <chrono>
#include <list>
#include <mutex>
#include <string>

namespace crosscheck {

// The connections whose request is still awaited, those that wait longest first.
class Awaited {
 public:
  void enter(int socket);
  void leave(int socket);
  // Hears no more of the one that has waited longest: others have come, and there is no room left.
  void give_up_oldest();
  // Nor of any, now and later.
  void give_up_all();

 private:
  std::mutex mutex_;
  std::list<int> sockets_;
  bool closed_ = false;
};

// One request and its answer. The library limits how long each read may take; here all of them together have
// one time and one size, so that nobody can send a byte now and then for ever.
class Connection : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;

  // Reads at most `bytes`, for at most `time`; writes for as long again.
  Connection(int socket, size_t bytes, Clock::duration time);

  bool is_readable() const override { return wait(POLLIN, asked_by_); }
  bool is_writable() const override { return wait(POLLOUT, answered_by_); }
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override { ip = "127.0.0.1", port = 0; }
  void get_local_ip_and_port(std::string& ip, int& port) const override { ip = "127.0.0.1", port = 0; }
  socket_t socket() const override { return socket_; }

 private:
  bool wait(short what, Clock::time_point until) const;

  int socket_;
  size_t left_;
  Clock::duration time_;
  Clock::time_point asked_by_, answered_by_;
  bool answering_ = false;
};

}  // namespace crosscheck
