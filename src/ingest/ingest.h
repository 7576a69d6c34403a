// From files to documents: which files, their charset, clean text with a map back to every byte, segments and
// metadata.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "crosscheck/document.h"
#include "crosscheck/ignore.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

struct IngestOptions {
  std::vector<std::string> paths;   // files, folders, "-"
  std::string draft;                // --draft: one more path, whose article is the draft
  std::string documents;            // --documents FILE; empty: a documents.yml beside the articles
  std::string language;             // --language: for articles that tell none
  std::string published;            // --published: for articles that tell none
  bool jsonl = false;               // --input jsonl: each path holds one JSON object a line
  bool as_is = false;               // no words are page furniture
  bool dossiers = false;            // --dossiers: each sub-folder is a dossier
  uint64_t size_limit = 64u << 20;  // bytes of one article; larger ones are a problem
};

// An article that was found but not yet read: reading is done by several threads, each calling
// read_document().
struct Source {
  std::string path;
  std::string id;          // unique
  std::string bytes;       // its text, when `in_memory`
  bool in_memory = false;  // handed over by the caller or on standard input; else on the disk
  // A line of JSON Lines that is read again when its turn comes, so that a long file is never in memory.
  struct Line {
    uint64_t begin = 0, size = 0;  // bytes of the file
  };
  std::optional<Line> line;     // `path` is then FILE:NUMBER
  std::vector<Ignore> ignores;  // from documents.yml
  Metadata given;               // from --documents, documents.yml, JSON Lines
  bool is_draft = false;
  bool markup = false;  // HTML by its name; else decided by the content
  size_t order = 0;     // place in the input: of the files as named and listed, of the lines of JSON Lines
};

// All articles that the options name, ordered by id. Problems of severity error mean that some input could
// not be found or listed; the others are still returned.
std::vector<Source> list_sources(const IngestOptions& options, const Disk& disk, Problems* problems);

// nullopt and a problem when the article cannot be read or holds no text.
// `ignores`, when there is one, receives what the article asks of the rules; `lexed` the tokens of the text,
// which are cut on the way: it stays empty where the language is not known.
std::optional<Document> read_document(const Source& source, const IngestOptions& options,
                                      const Rulebook& rulebook, const Disk& disk, Problems* problems,
                                      std::vector<Ignore>* ignores = nullptr, Lexed* lexed = nullptr);

}  // namespace crosscheck
