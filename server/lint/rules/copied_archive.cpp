// hadolint's DL3010. An archive that is copied and then unpacked.

#include <algorithm>
#include <array>

#include "catalog/package_managers.h"
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

constexpr auto suffixes = std::to_array<std::string_view>(
    {".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz"});
constexpr std::string_view unpackers = "unzip gunzip bunzip2 unlzma unxz zgz uncompress zcat gzcat";

struct Copied {
  std::string name;
  TextRange place;
  bool reported = false;
};

bool is_archive(std::string_view word) {
  const auto name = without_quotes(word);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && std::find(suffixes.begin(), suffixes.end(), name.substr(dot)) != suffixes.end();
}

/// True for what ADD unpacks; a single file that is compressed stays as it is.
bool is_tar(std::string_view name) {
  const auto dot = name.rfind('.');
  return name.find(".tar") != std::string_view::npos || name.substr(dot == std::string_view::npos ? 0 : dot, 2) == ".t";
}

std::string base_name(std::string_view word) {
  const auto path = without_quotes(word);
  return std::string(path.substr(path.find_last_of("/\\") + 1));
}

void remember(const semantic::InstructionEntry& entry, std::vector<Copied>& copied) {
  const auto& syntax = entry.syntax();
  const auto* target = syntax.destination();
  if (target == nullptr || syntax.flag("from") != nullptr) return;
  if (is_archive(target->text)) {
    copied.push_back({base_name(target->text), entry.place(target->range)});
    return;
  }
  for (const auto* source : syntax.sources()) {
    if (is_archive(source->text)) copied.push_back({base_name(source->text), entry.place(source->range)});
  }
}

/// `tar -xf`, `tar --extract`, and the old `tar xf`.
bool unpacks(const shell::Command& command) {
  if (command.program() != "tar") return catalog::is_listed(unpackers, command.program());
  if (has_flag(command, "x extract get")) return true;
  return !command.arguments.empty() && command.arguments.front().text.find_first_of("-./=") == std::string::npos &&
         command.arguments.front().text.find('x') != std::string::npos;
}

void look_at(const Run& run, std::vector<Copied>& copied, Report& report) {
  for (const auto& command : run.script.commands) {
    if (!unpacks(command)) continue;
    for (auto& archive : copied) {
      const bool named = std::any_of(command.arguments.begin(), command.arguments.end(),
                                     [&](const shell::Argument& word) { return base_name(word.text) == archive.name; });
      if (!named || archive.reported) continue;
      archive.reported = true;
      report.at(archive.place)
          .say(is_tar(archive.name)
                   ? "This archive is copied into a layer and unpacked in the next. `ADD " + archive.name +
                         " FOLDER/` unpacks it at once, and the archive itself is in no layer."
                   : "This file is copied into a layer and unpacked in the next, so the image has it twice. Unpack it in a "
                     "stage of its own and copy the result.");
    }
  }
}

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) {
    std::vector<Copied> copied;
    each_instruction(context, section, [&](InstructionId id, const semantic::InstructionEntry& entry) {
      if (entry.keyword() == Keyword::Copy) remember(entry, copied);
      if (const auto* run = copied.empty() ? nullptr : plain_run_at(context, id)) look_at(*run, copied, report);
    });
  }
}

}  // namespace

extern const Rule copied_archive;
const Rule copied_archive = {
    .name = "copied-archive",
    .aliases = {"hadolint/DL3010"},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "An archive is copied, then unpacked by a RUN.",
    .why = "The archive stays in its layer for ever, beside its content in the next. ADD unpacks local tar archives by itself.",
    .peers =
        "Every stage is looked at; hadolint forgets all but the last. `tar xf` without a dash is seen too. Of a single compressed file, "
        "which ADD leaves as it is, the advice is another one.",
    .check_file = check,
};

}  // namespace slipway::lint
