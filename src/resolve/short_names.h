// Persons by the one name they are called by for short.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

class ShortNames {
 public:
  using Person = std::pair<const std::string, std::string>;  // id, full name

  // A full name; others are passed over.
  void add(const std::string& id, const std::string& name);
  // The only person of that surname or given name; nullptr for none or several.
  const Person* only(absl::string_view name) const;

 private:
  std::map<std::string, std::map<std::string, std::string>> persons_;
  absl::flat_hash_map<std::string, std::string> added_;  // the name last told, by id
};

}  // namespace crosscheck
