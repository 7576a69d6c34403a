// Any bytes are an article or a problem; the report's totals add up.
#include <cstdint>
#include <cstdlib>

#include "check_steps.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crosscheck;
  static Problems loading;
  static const auto rules = load_rules({}, &loading);
  Source source;
  source.id = "a";
  source.path = size % 2 ? "a.html" : "a.txt";
  source.markup = size % 2;
  source.bytes.assign(reinterpret_cast<const char*>(data), size);
  source.in_memory = true;
  Source second = source;
  second.id = second.path = "b";
  CheckOptions options;
  options.jobs = 1;
  Problems problems;
  std::vector<Source> sources = {source, second};
  const Report report = check_articles(read_sources(sources, options, *rules, &problems), options, *rules);
  if (totals_add_up(report)) std::abort();
  return 0;
}
