// Who may use the review page: only a browser of this machine that was given the address, secret and all, and
// only from the page itself. A page of another site that the same browser shows must get nowhere, even when
// it makes its own name lead to this machine.
#pragma once

#include <optional>
#include <string>

namespace crosscheck {

// What a request says of itself; empty where it says nothing.
struct Asked {
  std::string method;
  std::string path;  // without the query
  std::string host;
  std::string origin;
  std::string fetch_site;  // Sec-Fetch-Site
  std::string content_type;
};

struct Denial {
  int status = 0;  // of HTTP
  std::string why;
};

// Where the page stands: "http://127.0.0.1:8123/<secret>/".
struct Address {
  int port = 0;
  std::string secret;

  std::string page_path() const { return "/" + secret + "/"; }
  std::string decide_path() const { return "/" + secret + "/decide"; }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port) + page_path(); }
};

// nullopt when the request is to be answered: then it is a GET or HEAD of the page, or a POST of a decision.
std::optional<Denial> deny(const Address& address, const Asked& asked);

// 32 hexadecimal digits that nobody can guess.
std::string make_secret();

}  // namespace crosscheck
