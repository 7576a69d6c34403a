#include "resolve/short_names.h"

#include "resolve/entities.h"

namespace crosscheck {

void ShortNames::add(const std::string& id, const std::string& name) {
  if (!is_full(name)) return;
  std::string& known = added_[id];
  if (known == name) return;  // told again, as most are
  known = name;
  persons_[slug(name.substr(name.rfind(' ') + 1))][id] = name;
  persons_[slug(name.substr(0, name.find(' ')))][id] = name;
}

const ShortNames::Person* ShortNames::only(absl::string_view name) const {
  const auto found = persons_.find(slug(name));
  return found != persons_.end() && found->second.size() == 1 ? &*found->second.begin() : nullptr;
}

}  // namespace crosscheck
