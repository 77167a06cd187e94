#include "features/stage_paths.h"

#include <algorithm>
#include <limits>

#include "refactor/paths.h"
#include "refactor/workspace.h"
#include "semantic/expansion.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using refactor::join_path;
using semantic::InstructionId;
using semantic::Stage;
using snapshot::DocumentSnapshot;
using syntax::Keyword;

/// What a build tool leaves in its folder when it does its usual work.
struct ToolOutput {
  std::string_view program, word, path;
};

constexpr ToolOutput tool_outputs[] = {
    {"npm", "ci", "node_modules/"},
    {"npm", "install", "node_modules/"},
    {"npm", "build", "dist/"},
    {"npm", "build", "build/"},
    {"yarn", "install", "node_modules/"},
    {"yarn", "build", "dist/"},
    {"yarn", "build", "build/"},
    {"pnpm", "install", "node_modules/"},
    {"pnpm", "build", "dist/"},
    {"bun", "install", "node_modules/"},
    {"bun", "build", "dist/"},
    {"ng", "build", "dist/"},
    {"vite", "build", "dist/"},
    {"next", "build", ".next/"},
    {"tsc", "", "dist/"},
    {"cargo", "build", "target/release/"},
    {"mvn", "package", "target/"},
    {"mvn", "install", "target/"},
    {"mvnw", "package", "target/"},
    {"gradle", "build", "build/libs/"},
    {"gradle", "bootJar", "build/libs/"},
    {"gradlew", "build", "build/libs/"},
    {"gradlew", "bootJar", "build/libs/"},
    {"composer", "install", "vendor/"},
    {"uv", "sync", ".venv/"},
    {"poetry", "install", ".venv/"},
    {"sbt", "assembly", "target/"},
    {"mix", "release", "_build/prod/rel/"},
    {"swift", "build", ".build/release/"},
    {"go", "install", "/go/bin/"},
    {"bundle", "install", "/usr/local/bundle/"},
    {"make", "install", "/usr/local/"},
};

/// Collects the paths of one stage.
class Collector {
 public:
  explicit Collector(const DocumentSnapshot& document) : document_(document), context_(document) {}

  void walk(const Stage& stage) {
    if (stage.base_stage && *stage.base_stage < stage.id) walk(document_.model().stage(*stage.base_stage));
    for (auto id = InstructionId{stage.from.value + 1}; id < stage.end; ++id.value) take(id);
  }
  [[nodiscard]] std::vector<StagePath> result() { return std::move(paths_); }

 private:
  void take(InstructionId id) {
    const auto& entry = document_.analysis->instruction(id);
    id_ = id;
    switch (entry.keyword()) {
      case Keyword::Workdir:
        if (!entry.syntax().words.empty()) {
          folder_ = join_path(folder_, values(entry.syntax().words.front().text));
          add(folder_, "/");
        }
        return;
      case Keyword::Copy:
      case Keyword::Add: return take_copy(entry.syntax());
      case Keyword::Run: return take_run(entry.facts->script());
      default: return;
    }
  }

  [[nodiscard]] std::string values(std::string_view word) const { return with_values(document_, id_, word); }

  void add(std::string_view path, std::string_view end = {}) {
    auto absolute = join_path(folder_, path);
    if (absolute.find('$') != std::string::npos || absolute.find('*') != std::string::npos || absolute == "/" || absolute == "/dev/null")
      return;
    absolute += end.empty() && !path.empty() && path.back() == '/' ? std::string_view("/") : end;
    const auto same = [&](const StagePath& other) { return other.path == absolute; };
    if (std::none_of(paths_.begin(), paths_.end(), same)) paths_.push_back({std::move(absolute), id_});
  }

  void take_copy(const syntax::Instruction& copy) {
    const auto* destination = copy.destination();
    if (destination == nullptr) return;
    const auto target = values(destination->text);
    const auto sources = copy.sources();
    const bool into_folder = sources.size() > 1 || target.empty() || target.back() == '/' || target == ".";
    const bool from_context = copy.flag("from") == nullptr;
    if (into_folder) add(target, "/");
    for (const auto* word : sources) {
      const auto source = values(word->text);
      if (from_context && context_.is_folder(refactor::tidy_relative(source))) {
        add(target, "/");
        for (const auto& child : context_.list(refactor::tidy_relative(source)))
          add(target + "/" + child.name, child.is_directory ? "/" : "");
      } else if (into_folder) {
        add(target + "/" + std::string(refactor::base_name(source)));
      } else {
        add(target);
      }
    }
  }

  void take_run(const shell::Script& script) {
    const auto outer = folder_;
    for (const auto& command : script.commands) {
      for (const auto& redirection : command.redirections) {
        if (!redirection.op.empty() && redirection.op.find('>') != std::string::npos && redirection.op.find('&') == std::string::npos)
          add(values(redirection.target.text));
      }
      take_command(command);
    }
    folder_ = outer;
  }

  void take_command(const shell::Command& command) {
    const auto program = command.program();
    const auto plain = plain_words(command);
    if (program == "cd" && !plain.empty()) {
      folder_ = join_path(folder_, plain.front());
    } else if (program == "mkdir") {
      for (const auto& word : plain) add(word, "/");
    } else if (program == "touch") {
      for (const auto& word : plain) add(word);
    } else if (program == "cp" || program == "mv" || program == "install" || program == "ln") {
      take_transfer(plain);
    } else if (program == "git" && plain.size() > 2 && plain.front() == "clone") {
      add(plain.back(), "/");
    } else if ((program == "python" || program == "python3") && command.has_argument("venv") && !plain.empty()) {
      add(plain.back(), "/");
    } else {
      take_outputs(command);
      for (const auto& output : tool_outputs) {
        if (output.program == program && (output.word.empty() || command.has_argument(output.word))) add(output.path);
      }
    }
  }

  void take_transfer(const std::vector<std::string>& words) {
    if (words.size() < 2) return;
    const auto& target = words.back();
    const bool into_folder = words.size() > 2 || target.back() == '/' || is_known_folder(target);
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      add(into_folder ? target + "/" + std::string(refactor::base_name(words[i])) : target);
  }

  [[nodiscard]] bool is_known_folder(std::string_view path) const {
    const auto folder = join_path(folder_, path) + "/";
    return std::any_of(paths_.begin(), paths_.end(), [&](const StagePath& other) { return other.path == folder; });
  }

  /// `-o FILE`, `--output=FILE`, `-C FOLDER` …
  void take_outputs(const shell::Command& command) {
    static constexpr std::string_view file_options[] = {"-o", "--output", "-O", "--output-document", "--outfile"};
    static constexpr std::string_view folder_options[] = {"-C",       "--directory", "--prefix",      "--target", "-d",
                                                          "--outdir", "--out-dir",   "--output-path", "--dest"};
    const auto take = [&](std::span<const std::string_view> options, std::string_view end) {
      for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const auto& word = command.arguments[i].text;
        for (const auto option : options) {
          if (word == option && i + 1 < command.arguments.size()) {
            const auto& value = command.arguments[i + 1].text;
            if (!value.empty() && value[0] != '-') add(values(value), end);
          } else if (word.size() > option.size() + 1 && word.compare(0, option.size(), option) == 0 && word[option.size()] == '=') {
            add(values(word.substr(option.size() + 1)), end);
          }
        }
      }
    };
    take(file_options, "");
    const auto program = command.program();
    if (program == "tar" || program == "unzip" || program == "pip" || program == "pip3" || program == "npm" || program == "cmake")
      take(folder_options, "/");
  }

  [[nodiscard]] std::vector<std::string> plain_words(const shell::Command& command) const {
    std::vector<std::string> out;
    for (const auto& argument : command.arguments) {
      if (!argument.text.empty() && argument.text[0] != '-') out.push_back(values(argument.text));
    }
    return out;
  }

  const DocumentSnapshot& document_;
  refactor::Workspace context_;
  std::vector<StagePath> paths_;
  std::string folder_ = "/";
  InstructionId id_;
};

}  // namespace

std::vector<StagePath> stage_paths(const DocumentSnapshot& document, const Stage& stage) {
  Collector collector(document);
  collector.walk(stage);
  return collector.result();
}

std::vector<std::string> working_directories(const DocumentSnapshot& document, const Stage& stage, text::Offset before) {
  std::vector<std::string> found;
  std::vector<const Stage*> chain = {&stage};
  while (chain.back()->base_stage && *chain.back()->base_stage < chain.back()->id) {
    chain.push_back(&document.model().stage(*chain.back()->base_stage));
  }
  std::reverse(chain.begin(), chain.end());
  std::string folder = "/";
  for (const auto* link : chain) {
    for (auto id = link->from; id < link->end; ++id.value) {
      const auto& entry = document.analysis->instruction(id);
      if (entry.keyword() != Keyword::Workdir || entry.syntax().words.empty() || entry.range.begin >= before) continue;
      folder = join_path(folder, with_values(document, id, entry.syntax().words.front().text));
      found.push_back(folder);
    }
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::string with_values(const DocumentSnapshot& document, InstructionId instruction, std::string_view word) {
  if (word.find_first_of("$\"'\\`") == std::string_view::npos) return std::string(word);
  const auto& model = document.model();
  const auto first = std::lower_bound(model.references.begin(), model.references.end(), instruction,
                                      [](const semantic::Reference& reference, InstructionId id) { return reference.instruction < id; });
  const auto lookup = [&](std::string_view name) -> std::optional<std::string> {
    for (auto at = first; at != model.references.end() && at->instruction == instruction; ++at) {
      if (at->text == name && at->variable) return model.variable(*at->variable).value;
    }
    return {};
  };
  auto expansion = semantic::expand(word, document.analysis->directives.escape, lookup);
  if (expansion.error || !expansion.undefined.empty()) return std::string(word);
  return std::move(expansion.text);
}

}  // namespace slipway::features
