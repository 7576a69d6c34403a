// Which articles a call names.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/json_reader.h"
#include "ingest/ingest.h"
#include "ingest/metadata.h"

namespace crosscheck {
namespace {

constexpr int kFolderDepth = 40;
constexpr uint64_t kLinesLimit = 4ull << 30;  // bytes of standard input
constexpr size_t kPiece = 1 << 20;            // bytes of JSON Lines that are looked at together

bool has_ending(absl::string_view path, std::initializer_list<absl::string_view> endings) {
  const std::string lower = absl::AsciiStrToLower(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&](absl::string_view ending) { return absl::EndsWith(lower, ending); });
}

bool is_article(absl::string_view name) {
  return has_ending(name, {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"});
}

// The metadata of the articles around it, not an article.
bool is_listing(absl::string_view path) {
  const absl::string_view name =
      path.substr(path.rfind('/') == absl::string_view::npos ? 0 : path.rfind('/') + 1);
  return name == "documents.yml" || name == "documents.yaml" || name == "documents.json";
}

class Lister {
 public:
  Lister(const IngestOptions& options, const Disk& disk, Problems* problems)
      : options_(options), disk_(disk), problems_(*problems) {}

  std::vector<Source> run() {
    if (!options_.documents.empty()) read_metadata(options_.documents);
    for (const std::string& path : options_.paths) add(path);
    if (!options_.draft.empty()) add_draft(options_.draft);
    for (size_t i = 0; i < out_.size(); ++i) {
      out_[i].order = i;
      describe(&out_[i]);
    }
    name_apart();
    std::sort(out_.begin(), out_.end(), [](const Source& a, const Source& b) { return a.id < b.id; });
    return std::move(out_);
  }

 private:
  void report(const std::string& path, int line, std::string what, std::string fix) {
    Problem problem;
    problem.path = path;
    problem.line = line;
    problem.what = std::move(what);
    problem.fix = std::move(fix);
    problems_.push_back(std::move(problem));
  }

  void add(const std::string& path) {
    switch (disk_.kind(path)) {
      case Disk::Kind::missing:
        report(path, 0, "there is no such file or folder", "check its name");
        break;
      case Disk::Kind::other:
        report(path, 0, "this is neither a file nor a folder", "name a file or a folder");
        break;
      case Disk::Kind::file:
        if (!is_listing(path)) add_file(path);
        break;
      case Disk::Kind::folder: {
        const size_t before = out_.size(), problems = problems_.size();
        std::vector<std::string> above;
        walk(path, path, &above);
        if (out_.size() == before && problems_.size() == problems) {
          report(path, 0, "there is no article in this folder",
                 "articles end in .txt, .md, .html, .htm or .jsonl");
        }
      }
    }
  }

  // One article, whatever the paths hold. Named once more among them, or in a folder of them, it is the same.
  void add_draft(const std::string& path) {
    const Disk::Kind kind = disk_.kind(path);
    if (kind != Disk::Kind::file) {
      return report(path, 0,
                    kind == Disk::Kind::missing ? "there is no such file or folder" : "the draft is no file",
                    "name one article with --draft");
    }
    const std::string identity = disk_.identity(path);
    if (seen_.insert(identity).second) add_article(path);
    bool found = false;
    for (Source& source : out_) {
      source.is_draft = !source.in_memory && !source.line && disk_.identity(source.path) == identity;
      found = found || source.is_draft;
    }
    if (!found) report(path, 0, "the draft is a file of several articles", "name one article with --draft");
  }

  // `above` are the identities of the folders that lead here: one that comes again is a loop.
  void walk(const std::string& folder, const std::string& top, std::vector<std::string>* above) {
    const std::string identity = disk_.identity(folder);
    if (std::find(above->begin(), above->end(), identity) != above->end()) {
      report(folder, 0, "this folder leads back to itself", "take the link out");
      return;
    }
    if (above->size() >= kFolderDepth) {
      report(folder, 0, "folders are nested more than 40 deep", "name the inner folder itself");
      return;
    }
    above->push_back(identity);
    if (options_.documents.empty()) {
      for (const char* name : {"documents.yml", "documents.yaml", "documents.json"}) {
        const std::string listing = absl::StrCat(folder, "/", name);
        if (disk_.kind(listing) == Disk::Kind::file) read_metadata(listing);
      }
    }
    for (const std::string& name : disk_.list(folder, &problems_)) {
      if (absl::StartsWith(name, ".")) continue;
      const std::string path = absl::EndsWith(folder, "/") ? folder + name : absl::StrCat(folder, "/", name);
      const Disk::Kind kind = disk_.kind(path);
      if (kind == Disk::Kind::folder) {
        walk(path, top, above);
      } else if (kind != Disk::Kind::file && is_article(name)) {
        add(path);  // a link that leads nowhere, a pipe: says so
      } else if (is_article(name)) {
        add_file(path);
        if (options_.dossiers && folder != top) dossiers_[key(path)] = folder.substr(folder.rfind('/') + 1);
      }
    }
    above->pop_back();
  }

  static std::string key(const std::string& path) {
    return std::filesystem::path(path).lexically_normal().string();
  }

  void add_file(const std::string& path) {
    // One file named twice, also through a link, is one article.
    if (!seen_.insert(disk_.identity(path)).second) return;
    if (options_.jsonl || has_ending(path, {".jsonl", ".ndjson"})) return add_lines(path);
    add_article(path);
  }

  void add_article(const std::string& path) {
    if (options_.documents.empty()) {
      const std::string folder = std::filesystem::path(path).parent_path().string();
      for (const char* name : {"documents.yml", "documents.yaml", "documents.json"}) {
        const std::string listing = folder.empty() ? name : absl::StrCat(folder, "/", name);
        if (path != "-" && disk_.kind(listing) == Disk::Kind::file) read_metadata(listing);
      }
    }
    Source source;
    source.path = path;
    source.id = path == "-" ? "stdin" : std::filesystem::path(path).stem().string();
    source.markup = has_ending(path, {".html", ".htm"});
    out_.push_back(std::move(source));
  }

  // JSON Lines: each object is an article of its own. Of a file no more than a piece and the line that it
  // cuts are ever in memory; standard input cannot be read again.
  void add_lines(const std::string& path) {
    const bool whole = path == "-";
    std::string held;  // not yet cut into lines
    if (whole && !disk_.read(path, kLinesLimit, &held, &problems_)) return;
    uint64_t begin = 0;  // of `held` in the file
    size_t searched = 0;
    int number = 0;
    for (bool more = true; more;) {
      std::string piece;
      if (!whole && !disk_.read_part(path, begin + held.size(), kPiece, &piece, &problems_)) return;
      more = piece.size() == kPiece;
      held += piece;
      size_t at = 0;
      for (size_t end; (end = held.find('\n', std::max(at, searched))) != std::string::npos; at = end + 1)
        add_line(path, ++number, {begin + at, end - at}, absl::string_view(held).substr(at, end - at));
      if (!more && at < held.size())
        add_line(path, ++number, {begin + at, held.size() - at}, absl::string_view(held).substr(at));
      held.erase(0, at);
      begin += at;
      searched = held.size();
    }
  }

  void add_line(const std::string& path, int number, Source::Line place, absl::string_view line) {
    if (absl::StripAsciiWhitespace(line).empty()) return;
    JsonDocument json;
    if (!parse_json(line, &json) || !json.IsObject()) {
      report(path, number, "this line is no JSON object", "write one object a line, with id and text");
      return;
    }
    const JsonValue* text = json_member(json, "text");
    if (!text || !text->IsString()) {
      report(path, number, "this object has no text", "add \"text\": \"…\"");
      return;
    }
    Source source;
    source.path = absl::StrCat(path, ":", number);
    source.id = json_text(json, "id");
    if (source.id.empty()) source.id = absl::StrCat("line-", number);
    source.in_memory = path == "-";
    if (source.in_memory) {
      source.bytes = json_text(json, "text");
    } else {
      source.line = place;
    }
    Metadata& given = source.given;
    set_field(json_text(json, "source"), MetadataOrigin::given, &given.source);
    set_field(json_text(json, "title"), MetadataOrigin::given, &given.title);
    set_field(json_text(json, "url"), MetadataOrigin::given, &given.url);
    set_field(json_text(json, "dossier"), MetadataOrigin::given, &given.dossier);
    set_language(json_text(json, "language"), MetadataOrigin::given, &given);
    set_published(json_text(json, "published"), MetadataOrigin::given, &given);
    out_.push_back(std::move(source));
  }

  void read_metadata(const std::string& listing) {
    if (!listings_.insert(key(listing)).second) return;
    for (Listed& listed : read_listing(listing, disk_, &problems_))
      listed_[key(listed.path)] = std::move(listed);
  }

  void describe(Source* source) {
    const auto found = listed_.find(key(source->path));
    if (found != listed_.end()) {
      fill(found->second.metadata, &source->given);
      source->ignores = found->second.ignores;
      if (!found->second.id.empty()) source->id = found->second.id;
    }
    const auto dossier = dossiers_.find(key(source->path));
    if (dossier != dossiers_.end()) set_field(dossier->second, MetadataOrigin::given, &source->given.dossier);
  }

  // Equal ids take folders from their paths, as many as tell them apart; what is still alike is numbered.
  void name_apart() {
    for (int depth = 1; depth <= kFolderDepth; ++depth) {
      std::map<std::string, std::vector<size_t>> by_id;
      for (size_t i = 0; i < out_.size(); ++i) by_id[out_[i].id].push_back(i);
      bool clash = false;
      for (const auto& [id, same] : by_id) {
        if (same.size() < 2) continue;
        clash = true;
        for (const size_t i : same) out_[i].id = with_folders(out_[i], depth);
      }
      if (!clash) return;
    }
    std::map<std::string, int> count;
    for (Source& source : out_) {
      const int number = ++count[source.id];
      if (number > 1) absl::StrAppend(&source.id, "-", number);
    }
  }

  static std::string with_folders(const Source& source, int depth) {
    std::filesystem::path path(source.path);
    std::string id = path.stem().string();
    for (int i = 0; i < depth && path.has_parent_path() && path != path.parent_path(); ++i) {
      path = path.parent_path();
      const std::string name = path.filename().string();
      if (!name.empty()) id = absl::StrCat(name, "/", id);
    }
    return id;
  }

  const IngestOptions& options_;
  const Disk& disk_;
  Problems& problems_;
  std::vector<Source> out_;
  std::set<std::string> seen_, listings_;
  std::map<std::string, Listed> listed_;
  std::map<std::string, std::string> dossiers_;
};

}  // namespace

std::vector<Source> list_sources(const IngestOptions& options, const Disk& disk, Problems* problems) {
  return Lister(options, disk, problems).run();
}

}  // namespace crosscheck
