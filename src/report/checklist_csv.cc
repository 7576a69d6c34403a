// The draft's checklist as a table with an empty column to tick and one for notes.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/checklist.h"
#include "report/csv_writer.h"
#include "report/render.h"

namespace crosscheck {

std::string render_checklist_csv(const Report& report, const FormatOptions& options) {
  const View view{report, Words::of(options.language)};
  const Words& words = view.words;
  const Checklist checklist(report);
  CsvWriter csv(words);
  csv.text("#");
  for (const char* key : {"done", "kind", "words", "state", "sources", "place", "note"})
    csv.text(words(absl::StrCat("checklist.", key)));
  csv.end_row();
  for (const ListedItem& listed : checklist.list) {
    const DraftItem& item = *listed.item;
    std::vector<std::string> told = sources_in_words(item, view, 20);
    for (std::string& remark : remarks_in_words(item, view)) told.push_back(std::move(remark));
    csv.number(listed.number)
        .text("")
        .text(words(absl::StrCat("checklist.kinds.", to_string(item.kind))))
        .text(item.quote)
        .text(state_in_words(item, words))
        .text(absl::StrJoin(told, words("list.apart")))
        .text(absl::StrCat(checklist.draft->path, ":", item.line, ":", item.column))
        .text("");
    csv.end_row();
  }
  return csv.take();
}

}  // namespace crosscheck
