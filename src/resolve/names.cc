#include "resolve/names.h"
namespace crosscheck {
void resolve_names(const Annotated&, const Rulebook&, std::vector<Mention>*, std::vector<std::string>*) {}
void link_names(const Rulebook&, std::vector<std::vector<Mention>*>) {}
}  // namespace crosscheck
