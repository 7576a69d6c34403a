#include "review/guard.h"

#include <random>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace crosscheck {
namespace {

// Takes the same time wherever the first difference stands.
bool same_text(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

}  // namespace

std::optional<Denial> deny(const Address& address, const Asked& asked) {
  const std::string here = absl::StrCat("127.0.0.1:", address.port);
  const std::string named = absl::StrCat("localhost:", address.port);
  // A name that was made to lead here is still told in Host.
  if (asked.host != here && asked.host != named) return Denial{421, "this host is not served here"};
  if (!asked.fetch_site.empty() && asked.fetch_site != "none" && asked.fetch_site != "same-origin")
    return Denial{403, "requests from other sites are refused"};
  if (!asked.origin.empty() && asked.origin != absl::StrCat("http://", asked.host))
    return Denial{403, "requests from other sites are refused"};
  const bool page = same_text(asked.path, address.page_path());
  if (!page && !same_text(asked.path, address.decide_path()))
    return Denial{404, "nothing is here; open the address that crosscheck printed"};
  if (page && asked.method != "GET" && asked.method != "HEAD") return Denial{405, "only GET is answered"};
  if (page) return std::nullopt;
  if (asked.method != "POST") return Denial{405, "only POST is answered"};
  if (asked.origin.empty()) return Denial{403, "a decision must come from the page itself"};
  const absl::string_view type = asked.content_type;
  if (absl::StripAsciiWhitespace(type.substr(0, type.find(';'))) != "application/x-www-form-urlencoded")
    return Denial{415, "a decision is sent as a form"};
  return std::nullopt;
}

std::string make_secret() {
  std::random_device device;  // the system's own source
  std::string out;
  for (int i = 0; i < 4; ++i) absl::StrAppend(&out, absl::StrFormat("%08x", device()));
  return out;
}

}  // namespace crosscheck
