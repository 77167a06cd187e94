#include "refactor/multistage/start.h"

#include "catalog/ecosystems.h"
#include "refactor/multistage/commands.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using syntax::Form;
using syntax::Keyword;

namespace {

using Words = std::vector<std::string>;

bool is_shell(std::string_view program) {
  return program == "sh" || program == "bash" || program == "ash" || program == "dash" || program == "zsh";
}

/// Programs that only begin another one; how many plain words of their own stand before it.
std::optional<std::size_t> wrapped_words(std::string_view program) {
  for (const std::string_view name :
       {"tini", "tini-static", "dumb-init", "catatonit", "env", "exec", "nice", "cross-env", "dotenv", "ionice"}) {
    if (program == name) return 0;
  }
  if (program == "gosu" || program == "su-exec" || program == "timeout") return 1;
  return std::nullopt;
}

StartedProgram started(StartedBy by, const Words& words, const std::string& folder, std::uint32_t line) {
  StartedProgram out;
  out.by = by;
  out.name = words.front();
  if (out.name.find('/') != std::string::npos) out.path = join_path(folder, out.name);
  out.words.assign(words.begin() + 1, words.end());
  out.folder = folder;
  out.line = line;
  return out;
}

/// Takes wrappers off: each is a program of its own, and the rest is looked at again.
void add_words(StartedBy by, Words words, const std::string& folder, std::uint32_t line, std::vector<StartedProgram>& out) {
  while (!words.empty()) {
    StartedProgram program = started(by, words, folder, line);
    const auto skip = wrapped_words(program.program());
    if (!skip) {
      out.push_back(std::move(program));
      return;
    }
    const bool builtin = program.name == "exec";
    program.by = StartedBy::Wrapper;
    if (!builtin) out.push_back(std::move(program));
    std::size_t at = 1;
    while (at < words.size() && (words[at].empty() || words[at].front() == '-' || words[at].find('=') != std::string::npos)) {
      if (words[at++] == "--") break;
    }
    at = std::min(at + *skip, words.size());
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

class StartReader {
 public:
  StartReader(const Walk& walk, const Workspace& workspace) : walk_(walk), workspace_(workspace) {}

  Start read() {
    const Step* entrypoint = last(Keyword::Entrypoint);
    const Step* cmd = last(Keyword::Cmd);
    if (entrypoint != nullptr && entrypoint->syntax().words.empty()) entrypoint = nullptr;
    if (cmd != nullptr && cmd->syntax().words.empty()) cmd = nullptr;
    const Step* first = entrypoint != nullptr ? entrypoint : cmd;
    if (first != nullptr) {
      start_.exists = true;
      start_.line = first->line;
      if (first->syntax().form == Form::Exec) {
        Words words = exec_words(*first);
        if (first == entrypoint && cmd != nullptr && cmd->syntax().form == Form::Exec) {
          for (std::string& word : exec_words(*cmd)) words.push_back(std::move(word));
        }
        run(StartedBy::Command, words, first->line);
      } else {
        start_.uses_shell = true;
        run_text(StartedBy::Command, first->syntax().argument_text(), first->line);
      }
    }
    if (const Step* health = last(Keyword::Healthcheck)) read_health(*health);
    return std::move(start_);
  }

 private:
  [[nodiscard]] const Step* last(Keyword keyword) const {
    const Step* found = nullptr;
    for (const Step& step : walk_.steps) {
      if (step.keyword() == keyword) found = &step;
    }
    return found;
  }

  static Words exec_words(const Step& step) {
    Words out;
    for (const syntax::Word& word : step.syntax().words) out.push_back(word.text);
    return out;
  }

  void read_health(const Step& step) {
    const shell::Script& script = step.entry->facts->script();
    start_.health_uses_shell = step.syntax().form != Form::Exec && !script.commands.empty();
    for (const shell::Command& command : script.commands) add_command(StartedBy::Health, command, walk_.folder, step.line);
  }

  void run(StartedBy by, const Words& words, std::uint32_t line) {
    std::vector<StartedProgram> found;
    add_words(by, words, walk_.folder, line, found);
    for (StartedProgram& program : found) add(std::move(program));
  }

  void run_text(StartedBy by, std::string_view text, std::uint32_t line) {
    std::string folder = walk_.folder;
    for (const shell::Command& command : shell::read_script_text(text).commands) {
      if (command.program() == "cd" && !command.arguments.empty())
        folder = join_path(folder, put_in(command.arguments.back().text, walk_.environment));
      add_command(by, command, folder, line);
    }
  }

  void add_command(StartedBy by, const shell::Command& command, const std::string& folder, std::uint32_t line) {
    Words words;
    if (command.name.text.empty()) return;
    words.push_back(put_in(command.name.text, walk_.environment));
    for (const shell::Argument& argument : command.arguments) words.push_back(put_in(argument.text, walk_.environment));
    std::vector<StartedProgram> found;
    add_words(by, words, folder, line, found);
    for (StartedProgram& program : found) add(std::move(program));
  }

  void add(StartedProgram program) {
    if (program.name == "$@" || program.name == "${@}") return;
    if (is_shell(program.program())) return follow_shell(program);
    const std::string path = program.path.empty() ? on_path(program.name) : program.path;
    const auto content = path.empty() ? std::nullopt : content_at(walk_, workspace_, path);
    if (content && content->substr(0, 2) == "#!" && follow_script(path, *content, program)) return;
    start_.programs.push_back(std::move(program));
  }

  /// A file of the context or of the Dockerfile that was copied into a folder of PATH.
  [[nodiscard]] std::string on_path(const std::string& name) const {
    for (const std::string_view folder : {"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"}) {
      const std::string path = join_path(folder, name);
      if (content_at(walk_, workspace_, path)) return path;
    }
    return {};
  }

  void follow_shell(const StartedProgram& program) {
    (program.by == StartedBy::Health ? start_.health_uses_shell : start_.uses_shell) = true;
    if (program.program() != "sh") start_.interpreters.push_back(program.program());
    const Words plain = plain_words(program.words, {"-o"});
    bool inline_text = false;
    for (const std::string& word : program.words)
      inline_text = inline_text || (word.size() > 1 && word[0] == '-' && word[1] != '-' && word.find('c') != std::string::npos);
    if (plain.empty()) {
      start_.programs.push_back(program);
    } else if (inline_text) {
      run_text(program.by, plain.front(), program.line);
    } else {
      const std::string path = join_path(program.folder, plain.front());
      const auto content = content_at(walk_, workspace_, path);
      StartedProgram script = started(program.by, plain, program.folder, program.line);
      script.path = path;
      if (!content || !follow_script(path, *content, script)) start_.programs.push_back(std::move(script));
    }
  }

  /// False when the file is a script of another language.
  bool follow_script(const std::string& path, std::string_view content, const StartedProgram& begun) {
    const std::string_view first = content.substr(0, content.find('\n'));
    const auto words = split_words(first.substr(first.substr(0, 2) == "#!" ? 2 : first.size()));
    std::string interpreter(words.empty() ? std::string_view("sh") : base_name(words.front()));
    if (interpreter == "env" && words.size() > 1) interpreter = std::string(words.back());
    if (!is_shell(interpreter)) return false;
    (begun.by == StartedBy::Health ? start_.health_uses_shell : start_.uses_shell) = true;
    if (interpreter != "sh") start_.interpreters.push_back(interpreter);
    for (const std::string& known : start_.scripts) {
      if (known == path) return true;
    }
    start_.scripts.push_back(path);
    bool hands_on = false;
    for (const shell::Command& command : shell::read_script_text(content).commands) {
      hands_on = hands_on || command.name.text == "$@" || command.has_argument("$@");
      add_command(begun.by == StartedBy::Health ? StartedBy::Health : StartedBy::Script, command, begun.folder, begun.line);
    }
    if (hands_on && !begun.words.empty()) run(StartedBy::Command, begun.words, begun.line);
    return true;
  }

  const Walk& walk_;
  const Workspace& workspace_;
  Start start_;
};

/// `poetry run x`, `bundle exec x`, `python -m x`, `php artisan x`: the program inside.
StartedProgram inner_program(const StartedProgram& outer) {
  const std::string name = outer.program();
  const Words& words = outer.words;
  const bool runner =
      (name == "poetry" || name == "pipenv" || name == "uv" || name == "pdm" || name == "hatch" || name == "bundle") && words.size() > 1;
  const bool interpreter = (name.substr(0, 6) == "python" || name == "php" || name == "ruby") && !words.empty();
  std::size_t at = 0;
  if (runner && (words[0] == "run" || words[0] == "exec"))
    at = 1;
  else if (interpreter && words[0] == "-m" && words.size() > 1)
    at = 1;
  else if (!interpreter || words[0].substr(0, 1) == "-")
    return outer;
  StartedProgram inner = outer;
  inner.name = words[at];
  inner.words.assign(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
  return inner;
}

/// Words of a shell that set things up before the program.
bool only_prepares(std::string_view name) {
  for (const std::string_view known :
       {"cd",    "set", "export", "echo", "printf", "test",  "[", "[[",     ":",    "true",   "mkdir", "chmod",
        "chown", "cp",  "mv",     "rm",   "ln",     "sleep", ".", "source", "trap", "ulimit", "umask", "unset"}) {
    if (name == known) return true;
  }
  return false;
}

}  // namespace

std::string StartedProgram::program() const { return std::string(base_name(name)); }

const StartedProgram* Start::main() const {
  const StartedProgram* script = nullptr;
  for (const StartedProgram& each : programs) {
    if (only_prepares(each.name)) continue;
    if (each.by == StartedBy::Command) return &each;
    if (each.by == StartedBy::Script) script = &each;
  }
  return script;
}

Start read_start(const Walk& walk, const Workspace& workspace) { return StartReader(walk, workspace).read(); }

std::vector<StartedProgram> programs_of(std::string_view script, const std::string& folder, std::uint32_t line) {
  std::vector<StartedProgram> out;
  std::string here = folder;
  for (const shell::Command& command : shell::read_script_text(script).commands) {
    if (command.name.text.empty()) continue;
    Words words{command.name.text};
    for (const shell::Argument& argument : command.arguments) words.push_back(argument.text);
    if (words.front() == "cd" && words.size() > 1)
      here = join_path(here, words[1]);
    else
      add_words(StartedBy::Command, words, here, line, out);
  }
  return out;
}

std::optional<Refusal> building_start(const std::vector<StartedProgram>& programs) {
  for (const StartedProgram& written : programs) {
    if (written.by == StartedBy::Health) continue;
    StartedProgram each = inner_program(written);
    if (each.name != written.name) each = inner_program(each);
    const auto has = [&each](std::string_view word) { return has_word(each.words, word); };
    const std::string program = each.program();
    const bool bare_vite = program == "vite" && !has("preview") && !has("build");
    const auto found = catalog::find_building_start(program, has);
    if (!found && !bare_vite) continue;
    const bool builds = found && found->role == catalog::StartRole::Builds;
    std::string command = each.name;
    if (!each.words.empty()) command += " " + each.words.front();
    return Refusal{RefusalCode::BuildAtRunTime,
                   "The container starts `" + command + "`, which " +
                       (builds ? "builds each time it starts, so the build tools cannot stay behind. Build in a RUN and start the result."
                               : "is a server for development. Start the built program or a production server instead."),
                   each.line};
  }
  return std::nullopt;
}

}  // namespace slipway::refactor::multistage
