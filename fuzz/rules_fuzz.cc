// Any bytes are a file of rules or problems with a place; never a crash, never an endless one.
#include <cstdint>

#include "rules/rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using crosscheck::RuleFile;
  static const char* const kPlaces[] = {"packs/x/x.yaml", "concepts/x.yaml", "lang/en/x.yaml",
                                        "lang/en/inflection.yaml"};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  crosscheck::Problems problems;
  crosscheck::Rulebook::compile(
      {RuleFile{"language.yaml", "lang/en/language.yaml", "code: en\nname: English\n"},
       RuleFile{"fuzz.yaml", kPlaces[size % 4], bytes}},
      &problems);
  return 0;
}
