#include "refactor/multistage/sources.h"

#include <algorithm>
#include <array>

#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

/// Walks over a program's text and tells literals and comments from code.
struct Scanner {
  std::string_view text;
  std::size_t at = 0;

  /// Behind a comment that begins here; the same place when none does.
  [[nodiscard]] std::size_t comment_end() const {
    const std::string_view rest = text.substr(at);
    if (rest.substr(0, 2) == "//") return at + std::min(rest.find('\n'), rest.size());
    if (rest.substr(0, 2) != "/*") return at;
    const auto end = rest.find("*/", 2);
    return at + (end == std::string_view::npos ? rest.size() : end + 2);
  }

  /// Behind the literal that begins here, which may not run over a line's end unless it is in backquotes.
  [[nodiscard]] std::size_t literal_end() const {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      if (text[i] == '\\' && quote != '`')
        ++i;
      else if (text[i] == quote)
        return i + 1;
      else if (text[i] == '\n' && quote != '`')
        return i;
    }
    return text.size();
  }

  [[nodiscard]] bool at_quote() const { return text[at] == '"' || text[at] == '\'' || text[at] == '`'; }
};

bool is_code(const SourceTree& tree, std::string_view path) {
  const std::string_view extension = extension_of(path);
  return std::find(tree.code_extensions.begin(), tree.code_extensions.end(), extension) != tree.code_extensions.end();
}

bool holds_data(const SourceTree& tree, const Workspace& workspace, const std::string& folder) {
  const auto files = workspace.files_below(folder, tree.skipped_folders);
  return std::any_of(files.begin(), files.end(), [&tree](const std::string& file) { return !is_code(tree, file); });
}

/// The entry of the tree that a text names when it is read as a path, as deep as it exists; empty when there is none.
std::string named_entry(const SourceTree& tree, const Workspace& workspace, std::string_view text) {
  if (const auto scheme = text.find("://"); scheme != std::string_view::npos) text = text.substr(scheme + 3);
  if (text.empty() || text.size() > 300 || text.find_first_of(" \n\t<>{}|;") != std::string_view::npos) return {};
  if (text.empty()) return {};
  if (text.front() == '/') {
    if (!is_under(text, tree.image_folder)) return {};
    text = below(text, tree.image_folder);
  }
  if (text.find('*') != std::string_view::npos) text = text.substr(0, text.find('*'));
  const std::string tidy = tidy_relative(text);
  std::string found;
  std::string here;
  for (const std::string_view part : split(tidy, '/')) {
    here = here.empty() ? std::string(part) : here + "/" + std::string(part);
    const std::string in_context = tree.context_folder.empty() ? here : tree.context_folder + "/" + here;
    const bool made = tree.has_other_builds && !found.empty() && (part == "dist" || part == "build" || part == "out" || part == "public");
    if (made && !workspace.exists(in_context)) return here;
    if (part.empty() || !workspace.exists(in_context)) break;
    found = here;
    if (std::find(tree.skipped_folders.begin(), tree.skipped_folders.end(), part) != tree.skipped_folders.end()) return {};
  }
  return found;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto tool_files = std::to_array<std::string_view>({
    "makefile",       "license",         "licence",
    "copying",        "readme",          "changelog",
    "contributing",   "authors",         "notice",
    "codeowners",     "taskfile",        "dockerfile",
    "docker-compose", "compose",         "jenkinsfile",
    "procfile",       "tsconfig",        "jest.config",
    "babel.config",   "webpack.config",  "vite.config",
    "rollup.config",  "eslint.config",   "tslint",
    "nodemon",        "cypress",         "playwright.config",
    "vitest.config",  "renovate",        "package-lock",
    "yarn.lock",      "pnpm-lock",       "pnpm-workspace",
    "bun.lock",       "lerna",           "nx",
    "turbo",          "go.work",         "tailwind.config",
    "postcss.config", "prettier.config", "commitlint.config",
    "sonar-project",  "skaffold",        "next-env",
    "angular",        "nest-cli",        "tsup.config",
});

constexpr auto tool_folders = std::to_array<std::string_view>({
    "test",         "tests",    "__tests__", "spec",        "docs",   "doc",  "examples", "example",   "scripts",
    "hack",         "build",    "deploy",    "deployments", "charts", "helm", "k8s",      "terraform", "vendor",
    "node_modules", "coverage", "e2e",       "cypress",     "bin",    "dist", "testdata", "fixtures",  "tools",
});

}  // namespace

std::vector<std::string> string_literals(std::string_view program) {
  std::vector<std::string> out;
  Scanner scanner{program, 0};
  while (scanner.at < program.size()) {
    if (const std::size_t behind = scanner.comment_end(); behind != scanner.at) {
      scanner.at = behind;
    } else if (scanner.at_quote()) {
      const std::size_t end = scanner.literal_end();
      if (end > scanner.at + 2) out.emplace_back(program.substr(scanner.at + 1, end - scanner.at - 2));
      scanner.at = end;
    } else {
      ++scanner.at;
    }
  }
  return out;
}

std::string without_comments(std::string_view program) {
  std::string out;
  Scanner scanner{program, 0};
  while (scanner.at < program.size()) {
    const std::size_t begin = scanner.at;
    if (const std::size_t behind = scanner.comment_end(); behind != begin) {
      scanner.at = behind;
      continue;
    }
    scanner.at = scanner.at_quote() ? scanner.literal_end() : begin + 1;
    out += program.substr(begin, scanner.at - begin);
  }
  return out;
}

std::set<std::string> named_entries(const SourceTree& tree, const Workspace& workspace, const std::vector<std::string>& texts) {
  std::set<std::string> out;
  for (const std::string& text : texts) {
    const std::string entry = named_entry(tree, workspace, text);
    if (entry.empty() || contains(tree.known_entries, entry)) continue;
    const std::string in_context = tree.context_folder.empty() ? entry : tree.context_folder + "/" + entry;
    const bool folder = workspace.is_folder(in_context);
    const bool made = !workspace.exists(in_context);
    if (made)
      out.insert(entry);
    else if (folder ? holds_data(tree, workspace, in_context) : !is_code(tree, entry))
      out.insert(entry);
  }
  // What stands inside a folder that is taken whole need not be named again.
  for (auto entry = out.begin(); entry != out.end();) {
    const bool inside =
        std::any_of(out.begin(), out.end(), [&entry](const std::string& other) { return other != *entry && is_under(*entry, other); });
    entry = inside ? out.erase(entry) : std::next(entry);
  }
  return out;
}

std::set<std::string> data_entries(const SourceTree& tree, const Workspace& workspace) {
  std::set<std::string> out;
  for (const auto& entry : workspace.list(tree.context_folder)) {
    const std::string lower = to_lower(entry.name);
    if (lower.front() == '.' || contains(tree.known_entries, entry.name)) continue;
    const std::string in_context = tree.context_folder.empty() ? entry.name : tree.context_folder + "/" + entry.name;
    bool skipped = false;
    if (entry.is_directory) {
      skipped =
          std::find(tool_folders.begin(), tool_folders.end(), lower) != tool_folders.end() || !holds_data(tree, workspace, in_context);
    } else {
      const std::string_view extension = extension_of(lower);
      skipped = is_code(tree, entry.name) || extension == ".md" || extension == ".sh" || extension == ".lock";
      for (const std::string_view name : tool_files) skipped = skipped || lower.substr(0, name.size()) == name;
      skipped = skipped || lower.find("dockerfile") != std::string::npos;
    }
    if (!skipped) out.insert(entry.name);
  }
  return out;
}

std::vector<std::string> run_time_words(const Facts& facts) {
  std::vector<std::string> out;
  for (const auto& [name, value] : facts.walk.environment) {
    for (const std::string_view part : split(value, ':')) out.emplace_back(part);
    out.push_back(value);
  }
  for (const StartedProgram& program : facts.start.programs) {
    for (const std::string& word : program.words) {
      out.push_back(word);
      if (const auto equals = word.find('='); equals != std::string::npos) out.push_back(word.substr(equals + 1));
    }
  }
  return out;
}

}  // namespace slipway::refactor::multistage
