// tally's prefer-copy-chmod. A change of rights copies the file into a second layer.

#include <algorithm>
#include <array>
#include <optional>

#include "lint/command_words.h"
#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/runs.h"
#include "lint/sections.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

/// The only command of a RUN, when it is `chmod MODE PATH` or `chown OWNER PATH`.
const shell::Command* changes_rights(const Run& run) {
  const auto& commands = run.script.commands;
  if (commands.size() != 1 || !run.syntax.heredocs.empty()) return nullptr;
  const auto program = commands.front().program();
  return program == "chmod" || program == "chown" ? &commands.front() : nullptr;
}

/// Folders that are there already: a target of their name means a file in them.
constexpr auto folders = std::to_array<std::string_view>(
    {"/bin",      "/etc",       "/home",    "/lib",     "/opt",       "/root",          "/sbin",          "/srv",
     "/tmp",      "/usr",       "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin", "/usr/local/lib", "/usr/local/sbin",
     "/usr/sbin", "/usr/share", "/var",     "/var/lib", "/var/www"});

/// Where the copied file is in the image: the target, or a file in it.
std::string copied_path(const syntax::Instruction& copy) {
  const auto* target = copy.destination();
  const auto sources = copy.sources();
  if (target == nullptr || sources.size() != 1) return {};
  std::string path(without_quotes(target->text));
  const auto source = without_quotes(sources.front()->text);
  if (path.find('$') != std::string::npos || source.find_first_of("*?$[") != std::string_view::npos || source.empty() ||
      source.back() == '/')
    return {};
  if (std::find(folders.begin(), folders.end(), path) != folders.end()) path += '/';
  if (path.empty() || path.back() != '/') return path;
  return path + std::string(source.substr(source.rfind('/') + 1));
}

/// The flag on COPY and the RUN gone, for one file and an octal mode.
std::optional<Fix> merged(const Context& context, const semantic::InstructionEntry& copy, const semantic::InstructionEntry& run,
                          const shell::Command& command) {
  const auto words = operands(command, "");
  const bool octal =
      command.program() == "chmod" && words.size() == 2 && std::all_of(words.front()->text.begin(), words.front()->text.end(), is_digit);
  if (!octal || has_flag(command, "R recursive") || copy.syntax().flag("chmod") != nullptr || !run.syntax().flags.empty())
    return std::nullopt;
  const auto source = context.analysis.source.bytes();
  if (!trim(source.substr(copy.range.end, run.range.begin - copy.range.end)).empty()) return std::nullopt;
  const auto at = copy.place(copy.syntax().keyword_range).end;
  return Fix{"Copy with --chmod=" + words.front()->text,
             Safety::Unsafe,
             {{{at, at}, " --chmod=" + words.front()->text}, {{copy.range.end, run.range.end}, ""}}};
}

void check_section(const Context& context, const Section& section, Report& report) {
  for (auto id = section.first; id.value + 1 < section.end.value; ++id.value) {
    const auto& copy = context.analysis.instruction(id);
    const bool copies = copy.keyword() == Keyword::Copy || copy.keyword() == Keyword::Add;
    const auto* run = copies ? plain_run_at(context, InstructionId{id.value + 1}) : nullptr;
    const auto* command = run == nullptr ? nullptr : changes_rights(*run);
    const auto path = command == nullptr ? std::string() : copied_path(copy.syntax());
    if (path.empty() || !command->has_argument(path)) continue;
    const auto& entry = context.analysis.instruction(InstructionId{id.value + 1});
    const bool mode = command->program() == "chmod";
    auto finding = report.at(entry.place(command->range));
    finding.say("What was just copied goes into a second layer only to change its " + std::string(mode ? "mode" : "owner") + ". `" +
                (copy.keyword() == Keyword::Add ? "ADD" : "COPY") + (mode ? " --chmod" : " --chown") + "` sets it at once.");
    if (auto fix = merged(context, copy, entry, *command)) finding.fix(std::move(*fix));
  }
}

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) check_section(context, section, report);
}

}  // namespace

extern const Rule copy_then_chmod;
const Rule copy_then_chmod = {
    .name = "copy-then-chmod",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "A RUN changes mode or owner of what was just copied.",
    .why = "A layer holds whole files. A change of rights stores the file a second time; for a large one the image doubles.",
    .fix_note = "COPY gets `--chmod` with the same mode, and the RUN goes. If a folder was copied, its files get the mode too.",
    .peers = "As tally's prefer-copy-chmod; chown is reported too.",
    .check_file = check,
};

}  // namespace slipway::lint
