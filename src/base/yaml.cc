#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "base/text.h"

namespace crosscheck {
namespace {

constexpr size_t kNodeLimit = 1000000;
constexpr size_t kDepthLimit = 100;

// A value while its file is parsed.
struct Draft {
  YamlNode::Type type = YamlNode::Type::null;
  int line = 0;
  int column = 0;
  std::string text;
  std::vector<int> children;  // of a map: key, value, key, value, …
  size_t unfolded =
      1;  // values that a reader meets here once aliases are followed; known when the node closes
};

// A value of a parsed file; texts and children lie in two tables of the file. Plain memory, so that a whole
// file can be kept as an image.
struct Node {
  int32_t type = 0;
  int32_t line = 0;
  int32_t column = 0;
  uint32_t text_begin = 0, text_size = 0;
  uint32_t first_child = 0, children = 0;
};

struct ImageHead {
  int32_t root = -1;
  uint32_t nodes = 0, children = 0, texts = 0;
};

}  // namespace

struct YamlFile::Data {
  std::string path;
  absl::string_view bytes;
  absl::Span<const Node> nodes;
  absl::Span<const int32_t> children;
  absl::string_view texts;
  int root = -1;
  // What the views above look at when the file was parsed here.
  std::string own_bytes, own_texts;
  std::vector<Node> own_nodes;
  std::vector<int32_t> own_children;

  absl::string_view text(const Node& node) const { return texts.substr(node.text_begin, node.text_size); }
  absl::Span<const int32_t> children_of(const Node& node) const {
    return {children.data() + node.first_child, node.children};
  }

  void keep(const std::vector<Draft>& drafts) {
    own_nodes.reserve(drafts.size());
    for (const Draft& draft : drafts) {
      own_nodes.push_back({static_cast<int32_t>(draft.type), draft.line, draft.column,
                           static_cast<uint32_t>(own_texts.size()), static_cast<uint32_t>(draft.text.size()),
                           static_cast<uint32_t>(own_children.size()),
                           static_cast<uint32_t>(draft.children.size())});
      own_texts += draft.text;
      own_children.insert(own_children.end(), draft.children.begin(), draft.children.end());
    }
    nodes = own_nodes;
    children = own_children;
    texts = own_texts;
  }

  std::string line_text(int line) const {
    size_t at = 0;
    for (int i = 1; i < line && at != std::string::npos; ++i) {
      at = bytes.find('\n', at);
      if (at != std::string::npos) ++at;
    }
    if (at == std::string::npos || at > bytes.size()) return "";
    std::string text(bytes.substr(at, std::min<size_t>(bytes.find('\n', at) - at, 300)));
    if (!text.empty() && text.back() == '\r') text.pop_back();
    return text;
  }

  void add(int line, int column, absl::string_view what, absl::string_view fix, Problems* problems) const {
    Problem problem;
    problem.path = path;
    problem.line = line;
    problem.column = column;
    problem.what = std::string(what);
    problem.fix = std::string(fix);
    problem.excerpt = line_text(line);
    problems->push_back(std::move(problem));
  }
};

namespace {

struct LimitReached {
  int line;
  int column;
  const char* what;
  const char* fix;
};

// Builds the table of nodes. An alias is a second edge to one node, so that a bomb costs nothing until it is
// measured.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(std::vector<Draft>* nodes) : nodes_(nodes) {}
  int root() const { return root_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(mark, YamlNode::Type::null, anchor, "");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw LimitReached{mark.line + 1, mark.column + 1, "this alias leads into itself",
                         "write the value out"};
    }
    attach(found->second);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const bool plain_null = tag == "?" && (value == "null" || value == "~" || value.empty());
    add(mark, plain_null ? YamlNode::Type::null : YamlNode::Type::scalar, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(add(mark, YamlNode::Type::list, 0, ""), anchor, mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(add(mark, YamlNode::Type::map, 0, ""), anchor, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  int add(const YAML::Mark& mark, YamlNode::Type type, YAML::anchor_t anchor, const std::string& text) {
    if (nodes_->size() >= kNodeLimit) {
      throw LimitReached{mark.line + 1, mark.column + 1, "this file has more than 1,000,000 values",
                         "split it"};
    }
    const int index = static_cast<int>(nodes_->size());
    Draft node;
    node.type = type;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    node.text = text;
    nodes_->push_back(std::move(node));
    if (anchor) anchors_[anchor] = index;
    attach(index);
    return index;
  }
  void attach(int index) {
    if (stack_.empty()) {
      root_ = index;
    } else {
      (*nodes_)[static_cast<size_t>(stack_.back().first)].children.push_back(index);
    }
  }
  void open(int index, YAML::anchor_t anchor, const YAML::Mark& mark) {
    if (stack_.size() >= kDepthLimit) {
      throw LimitReached{mark.line + 1, mark.column + 1, "values are nested more than 100 deep",
                         "flatten them"};
    }
    stack_.emplace_back(index, anchor);
  }
  // A container can be named by an alias only after it has closed.
  void close() {
    Draft& node = (*nodes_)[static_cast<size_t>(stack_.back().first)];
    for (const int child : node.children) node.unfolded += (*nodes_)[static_cast<size_t>(child)].unfolded;
    if (node.unfolded > kNodeLimit) {
      throw LimitReached{node.line, node.column, "its aliases unfold to more than 1,000,000 values",
                         "write the values out"};
    }
    if (stack_.back().second) anchors_[stack_.back().second] = stack_.back().first;
    stack_.pop_back();
  }

  std::vector<Draft>* nodes_;
  std::vector<std::pair<int, YAML::anchor_t>> stack_;
  absl::flat_hash_map<YAML::anchor_t, int> anchors_;
  int root_ = -1;
};

}  // namespace

YamlFile::YamlFile() : data_(std::make_unique<Data>()) {}
YamlFile::YamlFile(YamlFile&&) noexcept = default;
YamlFile& YamlFile::operator=(YamlFile&&) noexcept = default;
YamlFile::~YamlFile() = default;

const std::string& YamlFile::path() const { return data_->path; }

YamlNode YamlFile::root() const {
  YamlNode node;
  node.file_ = this;
  node.index_ = data_->root;
  return node;
}

YamlFile YamlFile::parse(std::string path, std::string bytes, Problems* problems) {
  YamlFile file;
  Data& data = *file.data_;
  data.path = std::move(path);
  data.own_bytes = std::move(bytes);
  data.bytes = data.own_bytes;
  std::istringstream stream(data.own_bytes);
  std::vector<Draft> drafts;
  Builder builder(&drafts);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    data.root = builder.root();
    data.keep(drafts);
  } catch (const YAML::Exception& error) {
    data.add(error.mark.line + 1, error.mark.column + 1, absl::StrCat("this is not valid YAML: ", error.msg),
             "mend the YAML at this place", problems);
    return file;
  } catch (const LimitReached& limit) {
    data.add(limit.line, limit.column, limit.what, limit.fix, problems);
    return file;
  }
  if (data.root < 0) return file;
  for (const Node& node : data.nodes) {
    if (node.type != static_cast<int32_t>(YamlNode::Type::map)) continue;
    absl::flat_hash_map<absl::string_view, int> seen;
    const absl::Span<const int32_t> children = data.children_of(node);
    for (size_t i = 0; i + 1 < children.size(); i += 2) {
      const Node& key = data.nodes[static_cast<size_t>(children[i])];
      const auto [first, fresh] = seen.try_emplace(data.text(key), key.line);
      if (!fresh) {
        data.add(key.line, key.column,
                 absl::StrCat("the key '", data.text(key), "' stands twice, first in line ", first->second),
                 "keep one of the two", problems);
      }
    }
  }
  return file;
}

std::string YamlFile::image() const {
  const Data& data = *data_;
  const ImageHead head{data.root, static_cast<uint32_t>(data.nodes.size()),
                       static_cast<uint32_t>(data.children.size()), static_cast<uint32_t>(data.texts.size())};
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  out.append(reinterpret_cast<const char*>(data.nodes.data()), data.nodes.size() * sizeof(Node));
  out.append(reinterpret_cast<const char*>(data.children.data()), data.children.size() * sizeof(int32_t));
  absl::StrAppend(&out, data.texts);
  return out;
}

YamlFile YamlFile::from_image(std::string path, absl::string_view bytes, absl::string_view image) {
  YamlFile file;
  Data& data = *file.data_;
  const auto* head = reinterpret_cast<const ImageHead*>(image.data());
  const auto* nodes = reinterpret_cast<const Node*>(head + 1);
  const auto* children = reinterpret_cast<const int32_t*>(nodes + head->nodes);
  data.path = std::move(path);
  data.bytes = bytes;
  data.root = head->root;
  data.nodes = {nodes, head->nodes};
  data.children = {children, head->children};
  data.texts = {reinterpret_cast<const char*>(children + head->children), head->texts};
  return file;
}

namespace {

constexpr const char* kTypeNames[] = {"nothing", "nothing", "a text", "a list", "a map"};

}  // namespace

#define NODE(node) (file_->data_->nodes[static_cast<size_t>(node)])

YamlNode::Type YamlNode::type() const {
  return index_ < 0 ? Type::missing : static_cast<Type>(NODE(index_).type);
}

int YamlNode::line() const {
  if (index_ >= 0) return NODE(index_).line;
  return file_ && parent_ >= 0 ? NODE(parent_).line : 0;
}

int YamlNode::column() const {
  if (index_ >= 0) return NODE(index_).column;
  return file_ && parent_ >= 0 ? NODE(parent_).column : 0;
}

void YamlNode::report(absl::string_view what, absl::string_view fix, Problems* problems) const {
  if (file_) file_->data_->add(line(), column(), what, fix, problems);
}

std::string YamlNode::text(Problems* problems) const {
  if (type() == Type::scalar) return std::string(file_->data_->text(NODE(index_)));
  if (type() == Type::missing) {
    report(absl::StrCat("the key '", key_, "' is missing"), absl::StrCat("add '", key_, ": …'"), problems);
  } else {
    report(absl::StrCat("a text is wanted here, not ", kTypeNames[static_cast<size_t>(type())]),
           "write one text", problems);
  }
  return "";
}

absl::string_view YamlNode::told() const {
  return type() == Type::scalar ? file_->data_->text(NODE(index_)) : "";
}

int64_t YamlNode::integer(int64_t low, int64_t high, Problems* problems) const {
  const std::string written = text(problems);
  int64_t value = 0;
  if (!written.empty() && absl::SimpleAtoi(written, &value) && value >= low && value <= high) return value;
  if (type() == Type::scalar) {
    report(absl::StrCat("'", written, "' is no whole number from ", low, " to ", high), "write such a number",
           problems);
  }
  return low;
}

bool YamlNode::boolean(Problems* problems) const {
  const std::string written = text(problems);
  if (written == "true" || written == "yes") return true;
  if (type() == Type::scalar && written != "false" && written != "no") {
    report(absl::StrCat("'", written, "' is neither true nor false"), "write true or false", problems);
  }
  return false;
}

std::vector<YamlNode> YamlNode::items(Problems* problems) const {
  std::vector<YamlNode> out;
  if (type() == Type::scalar) out.push_back(*this);
  if (type() == Type::map) report("a list is wanted here, not a map", "begin each entry with '- '", problems);
  if (type() != Type::list) return out;
  const absl::Span<const int32_t> children = file_->data_->children_of(NODE(index_));
  out.resize(children.size());
  for (size_t i = 0; i < children.size(); ++i) {
    out[i].file_ = file_;
    out[i].index_ = children[i];
  }
  return out;
}

YamlNode YamlNode::first() const {
  if (type() != Type::list) return type() == Type::scalar ? *this : YamlNode();
  const absl::Span<const int32_t> children = file_->data_->children_of(NODE(index_));
  YamlNode node;
  node.file_ = file_;
  if (!children.empty()) node.index_ = children[0];
  return node;
}

std::vector<std::string> YamlNode::texts(Problems* problems) const {
  std::vector<std::string> out;
  for (const YamlNode& item : items(problems)) out.push_back(item.text(problems));
  return out;
}

std::vector<std::pair<YamlNode, YamlNode>> YamlNode::entries(Problems* problems) const {
  std::vector<std::pair<YamlNode, YamlNode>> out;
  if (type() == Type::missing || type() == Type::null) return out;
  if (type() != Type::map) {
    report(absl::StrCat("a map is wanted here, not ", kTypeNames[static_cast<size_t>(type())]),
           "write 'key: value'", problems);
    return out;
  }
  const absl::Span<const int32_t> children = file_->data_->children_of(NODE(index_));
  out.resize(children.size() / 2);
  for (size_t i = 0; i < out.size(); ++i) {
    out[i].first.file_ = out[i].second.file_ = file_;
    out[i].first.index_ = children[2 * i];
    out[i].second.index_ = children[2 * i + 1];
  }
  return out;
}

YamlNode YamlNode::at(absl::string_view key) const {
  YamlNode node;
  node.file_ = file_;
  node.parent_ = index_;
  const absl::Span<const int32_t> children =
      type() == Type::map ? file_->data_->children_of(NODE(index_)) : absl::Span<const int32_t>();
  for (size_t i = 0; i + 1 < children.size(); i += 2) {
    if (file_->data_->text(NODE(children[i])) != key) continue;
    node.index_ = children[i + 1];
    return node;
  }
  node.key_ = std::string(key);
  return node;
}

void YamlNode::expect_keys(std::initializer_list<absl::string_view> known, Problems* problems) const {
  for (const auto& [key, value] : entries(problems)) {
    const absl::string_view name = key.told();
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const absl::string_view nearest = nearest_word(name, known.begin(), known.size());
    std::string fix = "known here are ";
    for (const absl::string_view word : known)
      absl::StrAppend(&fix, word == *known.begin() ? "" : ", ", word);
    if (!nearest.empty()) fix = absl::StrCat("write '", nearest, "', or take the line out");
    key.report(absl::StrCat("the key '", name, "' is not known here"), fix, problems);
  }
}

#undef NODE

}  // namespace crosscheck
