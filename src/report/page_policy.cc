#include "report/page_policy.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include "absl/strings/str_cat.h"

namespace crosscheck {

std::string policy_hash(absl::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&context, sizeof digest, digest);
  std::string out(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '\0');
  base64_encode_raw(out.data(), sizeof digest, digest);
  return absl::StrCat("sha256-", out);
}

}  // namespace crosscheck
