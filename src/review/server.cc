#include "review/server.h"

#include <httplib.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "absl/strings/str_cat.h"
#include "review/connection.h"
#include "review/guard.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestForm = 8192;
constexpr size_t kLongestRequest = 64 << 10;
constexpr int kConnections = 64;               // at once; each may be slow without keeping the others waiting
constexpr std::chrono::seconds kPatience(20);  // with a request, and again with who takes the answer

Asked asked(const httplib::Request& request) {
  Asked out;
  out.method = request.method;
  out.path = request.path;
  out.host = request.get_header_value("Host");
  out.origin = request.get_header_value("Origin");
  out.fetch_site = request.get_header_value("Sec-Fetch-Site");
  out.content_type = request.get_header_value("Content-Type");
  return out;
}

// Beside the policy in the page itself: what only a header can ask for.
const httplib::Headers& safe_headers() {
  static const httplib::Headers headers = {
      {"Content-Security-Policy", "frame-ancestors 'none'"},
      {"X-Frame-Options", "DENY"},
      {"X-Content-Type-Options", "nosniff"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Referrer-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  };
  return headers;
}

FormFields form_of(const httplib::Request& request) {
  FormFields out;
  for (const auto& [name, value] : request.params) out.emplace(name, value);
  return out;
}

void send(const Desk::Reply& reply, httplib::Response* response) {
  response->status = reply.status;
  if (!reply.go_to.empty()) response->set_header("Location", reply.go_to);
  response->set_content(reply.html, "text/html; charset=utf-8");
}

void set_routes(const Address& address, Desk* desk, httplib::Server* server) {
  server->set_default_headers(safe_headers());
  server->set_pre_routing_handler([&address](const httplib::Request& request, httplib::Response& response) {
    const auto denial = deny(address, asked(request));
    if (!denial) return httplib::Server::HandlerResponse::Unhandled;
    response.status = denial->status;
    if (denial->status == 405)
      response.set_header("Allow", request.path == address.page_path() ? "GET, HEAD" : "POST");
    response.set_content(denial->why + "\n", "text/plain; charset=utf-8");
    return httplib::Server::HandlerResponse::Handled;
  });
  server->Get(address.page_path(), [desk](const httplib::Request&, httplib::Response& response) {
    send(desk->page(), &response);
  });
  server->Post(address.decide_path(), [desk](const httplib::Request& request, httplib::Response& response) {
    send(desk->decide(form_of(request), request.has_header("X-Crosscheck-Card")), &response);
  });
}

// One process alone has the port: with SO_REUSEPORT, which is the library's way, another could take a part of
// the requests.
void own_port(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

// Lets the connection go that has waited longest for its request when one more comes than there are threads.
class Threads : public httplib::TaskQueue {
 public:
  explicit Threads(Awaited* awaited) : awaited_(awaited), pool_(kConnections) {}

  void enqueue(std::function<void()> work) override {
    if (++open_ > kConnections) awaited_->give_up_oldest();
    pool_.enqueue([this, work = std::move(work)] {
      work();
      --open_;
    });
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  Awaited* awaited_;
  std::atomic<int> open_ = 0;
  httplib::ThreadPool pool_;
};

// One request a connection: browsers open another when they like.
class Server : public httplib::Server {
 public:
  explicit Server(Awaited* awaited) : awaited_(awaited) {
    new_task_queue = [awaited] { return new Threads(awaited); };
    set_socket_options(own_port);
    set_payload_max_length(kLongestForm);
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket, kLongestRequest, kPatience);
    awaited_->enter(socket);
    bool closed = false;
    const bool done = process_request(connection, true, closed, nullptr);
    awaited_->leave(socket);
    ::shutdown(socket, SHUT_RDWR);
    close(socket);
    return done;
  }

  Awaited* awaited_;
};

}  // namespace

bool serve_review(Desk* desk, int port, const std::function<void(const std::string& url)>& ready,
                  Problems* problems) {
  // Signals are waited for and handled by no handler: threads that are started later inherit the mask.
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stops, nullptr);

  Awaited awaited;
  Server server(&awaited);
  Address address;
  address.secret = make_secret();
  address.port =
      port > 0 ? (server.bind_to_port("127.0.0.1", port) ? port : -1) : server.bind_to_any_port("127.0.0.1");
  if (address.port <= 0) {
    Problem problem;
    problem.what = port > 0 ? absl::StrCat("the port ", port, " of this machine is taken or not allowed")
                            : std::string("no port of this machine can be had");
    problem.fix = "write another --port, or 0 for any that is free";
    problems->push_back(std::move(problem));
    return false;
  }
  set_routes(address, desk, &server);
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&stops, &signal);
    while (!server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server.stop();
    awaited.give_up_all();
  });
  ready(address.url());
  server.listen_after_bind();
  waiter.join();
  return true;
}

}  // namespace crosscheck
