#include "refactor/multistage/ecosystems/node_scripts.h"

#include <array>

#include "refactor/manifests.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage::node {

namespace {

using Words = std::vector<std::string>;

const std::vector<std::string_view>& options_with_value() {
  static const std::vector<std::string_view> options{"--prefix", "-C",          "--cwd", "--dir",     "--filter",
                                                     "-F",       "--workspace", "-w",    "--registry"};
  return options;
}

bool is_manager(std::string_view program) { return program == "npm" || program == "yarn" || program == "pnpm" || program == "bun"; }

/// Words of managers that are no scripts.
bool is_verb(std::string_view word) {
  constexpr auto verbs = std::to_array<std::string_view>({
      "ci",      "install", "i",       "add",  "remove",  "config", "set",    "cache",         "exec",      "dlx",  "prune",
      "rebuild", "audit",   "global",  "init", "version", "fetch",  "deploy", "workspaces",    "workspace", "link", "pack",
      "publish", "update",  "upgrade", "why",  "list",    "ls",     "create", "clean-install", "x",
  });
  for (const std::string_view verb : verbs) {
    if (word == verb) return true;
  }
  return false;
}

void expand(const Facts& facts, const StartedProgram& program, int depth, std::vector<StartedProgram>& out) {
  const std::string name = program.program();
  if ((name == "npx" || name == "pnpx" || name == "bunx") && depth < 5) {
    Words words = plain_words(program.words, {"-p", "--package"});
    if (!words.empty()) {
      StartedProgram inner = program;
      inner.name = words.front();
      inner.path.clear();
      inner.words.assign(words.begin() + 1, words.end());
      for (const std::string& word : program.words) {
        if (word.size() > 1 && word.front() == '-' && !has_word(inner.words, word)) inner.words.push_back(word);
      }
      return expand(facts, inner, depth + 1, out);
    }
  }
  const std::string script = script_of(name, program.words);
  if (script.empty() || depth > 4) {
    out.push_back(program);
    return;
  }
  const std::string folder = project_folder(name, program.words, program.folder);
  const std::string text = script_text(facts, folder, script);
  if (text.empty()) {
    out.push_back(program);
    return;
  }
  for (StartedProgram& inner : programs_of(text, folder, program.line)) {
    if (inner.by == StartedBy::Command) inner.by = program.by;
    expand(facts, inner, depth + 1, out);
  }
}

}  // namespace

std::string script_of(std::string_view program, const Words& words) {
  if (!is_manager(program)) return {};
  const Words plain = plain_words(words, options_with_value());
  if (plain.empty()) return {};
  const bool run = plain.front() == "run" || plain.front() == "run-script";
  if (run) return plain.size() > 1 && extension_of(plain[1]).empty() ? plain[1] : std::string();
  if (program == "npm") return plain.front() == "start" || plain.front() == "test" ? plain.front() : std::string();
  if (program == "bun") return plain.front() == "start" ? plain.front() : std::string();
  return is_verb(plain.front()) ? std::string() : plain.front();
}

std::string project_folder(std::string_view program, const Words& words, std::string_view folder) {
  for (const std::string_view option : {"--prefix", "--cwd", "-C", "--dir"}) {
    if (!is_manager(program)) break;
    const std::string value = option_value(words, option);
    if (!value.empty()) return join_path(folder, value);
  }
  return std::string(folder);
}

std::string script_text(const Facts& facts, std::string_view image_folder, std::string_view script) {
  const auto path = context_path(facts.walk, facts.workspace, join_path(image_folder, "package.json"));
  if (!path) return {};
  const auto package = read_package_json(facts.workspace.read(*path).value_or(std::string()));
  if (!package) return {};
  const auto found = package->scripts.find(script);
  return found == package->scripts.end() ? std::string() : found->second;
}

std::vector<StartedProgram> expand_scripts(const Facts& facts, const std::vector<StartedProgram>& programs) {
  std::vector<StartedProgram> out;
  for (const StartedProgram& program : programs) expand(facts, program, 0, out);
  return out;
}

}  // namespace slipway::refactor::multistage::node
