#include "refactor/manifests.h"

#include <nlohmann/json.hpp>

#include "support/strings.h"

namespace slipway::refactor {

namespace {

using Json = nlohmann::json;
using Strings = std::map<std::string, std::string, std::less<>>;

/// Trailing commas are legal in tsconfig.json; comments are the reader's business.
std::string without_trailing_commas(std::string_view text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && (i == 0 || text[i - 1] != '\\')) in_string = !in_string;
    if (c == ',' && !in_string) {
      std::size_t next = i + 1;
      while (next < text.size() && is_space(text[next])) ++next;
      if (next < text.size() && (text[next] == '}' || text[next] == ']')) continue;
    }
    out += c;
  }
  return out;
}

Json parse(std::string_view text) {
  Json out = Json::parse(text, nullptr, false, true);
  if (out.is_discarded()) out = Json::parse(without_trailing_commas(text), nullptr, false, true);
  return out;
}

void add_strings(const Json& document, const char* key, Strings& out) {
  const auto found = document.find(key);
  if (found == document.end() || !found->is_object()) return;
  for (const auto& [name, value] : found->items()) out[name] = value.is_string() ? value.get<std::string>() : std::string();
}

std::string string_at(const Json& document, const char* key) {
  const auto found = document.find(key);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void collect_output_paths(const Json& value, std::vector<std::string>& out) {
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    if (key != "outputPath")
      collect_output_paths(inner, out);
    else if (inner.is_string())
      out.push_back(inner.get<std::string>());
    else if (inner.is_object())
      out.push_back(string_at(inner, "base"));
  }
}

void read_go_line(std::string_view block, const std::vector<std::string_view>& words, GoMod& out) {
  if (block == "module" && !words.empty()) out.module = std::string(words.front());
  if (block == "require" && !words.empty()) out.requires_.emplace_back(words.front());
  if (block != "replace") return;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "=>" && (words[i + 1].front() == '.' || words[i + 1].front() == '/')) out.replaces_by_folder = true;
  }
}

}  // namespace

bool PackageJson::depends_on(std::string_view package) const {
  return dependencies.find(package) != dependencies.end() || dev_dependencies.find(package) != dev_dependencies.end();
}

std::string_view PackageJson::install_script() const {
  for (const std::string_view script : {"preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"}) {
    if (scripts.find(script) != scripts.end()) return script;
  }
  return {};
}

std::optional<PackageJson> read_package_json(std::string_view text) {
  const Json document = parse(text);
  if (!document.is_object()) return std::nullopt;
  PackageJson out;
  out.name = string_at(document, "name");
  out.package_manager = string_at(document, "packageManager");
  out.has_workspaces = document.contains("workspaces");
  add_strings(document, "scripts", out.scripts);
  add_strings(document, "dependencies", out.dependencies);
  add_strings(document, "optionalDependencies", out.dependencies);
  add_strings(document, "peerDependencies", out.dependencies);
  add_strings(document, "devDependencies", out.dev_dependencies);
  return out;
}

std::optional<std::string> json_string(std::string_view text, const std::vector<std::string_view>& keys) {
  const Json document = parse(text);
  const Json* here = &document;
  for (const std::string_view key : keys) {
    if (!here->is_object()) return std::nullopt;
    const auto found = here->find(std::string(key));
    if (found == here->end()) return std::nullopt;
    here = &*found;
  }
  if (!here->is_string()) return std::nullopt;
  return here->get<std::string>();
}

std::vector<std::string> angular_output_paths(std::string_view text) {
  std::vector<std::string> out;
  collect_output_paths(parse(text), out);
  return out;
}

GoMod read_go_mod(std::string_view text) {
  GoMod out;
  std::string block;
  for (std::string_view line : split(text, '\n')) {
    if (const auto comment = line.find("//"); comment != std::string_view::npos) line = line.substr(0, comment);
    auto words = split_words(line);
    if (words.empty()) continue;
    if (words.front() == ")") {
      block.clear();
    } else if (!block.empty()) {
      read_go_line(block, words, out);
    } else if (words.size() > 1 && words[1] == "(") {
      block = std::string(words.front());
    } else {
      const std::string_view verb = words.front();
      words.erase(words.begin());
      read_go_line(verb, words, out);
    }
  }
  return out;
}

}  // namespace slipway::refactor
