// The draft's checklist as people work through it, for the page and the table.
#pragma once

#include <string>
#include <vector>

#include "report/view.h"

namespace crosscheck {

// One entry of the list: an item that repeats none, with how often it is repeated.
struct ListedItem {
  const DraftItem* item = nullptr;
  int number = 0;  // from 1
  int repeats = 0;
};

struct Checklist {
  const Document* draft = nullptr;  // nullptr when nothing is to be checked
  std::vector<ListedItem> list;     // in the order of the text
  std::vector<int> number_of;       // by index in Report::checklist: the entry that stands for it

  explicit Checklist(const Report& report);
};

// "confirmed by 2 origins"
std::string state_in_words(const DraftItem& item, const Words& words);
// The sources of an item, once an article and side.
std::vector<ItemSource> first_of_each(const DraftItem& item);
// The words of a source, cut where they are long.
std::string cut_quote(const std::string& text);
// What the sources tell, each in one phrase; at most `most`, then how many are left.
std::vector<std::string> sources_in_words(const DraftItem& item, const View& view, size_t most);
// What findings, and names that are almost the same, say to it.
std::vector<std::string> remarks_in_words(const DraftItem& item, const View& view);

}  // namespace crosscheck
