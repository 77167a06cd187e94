// tally's user-created-but-never-used.

#include <algorithm>
#include <array>
#include <optional>

#include "lint/command_words.h"
#include "lint/final_stage.h"
#include "lint/rule.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

using semantic::Stage;
using syntax::Keyword;

constexpr auto changers = std::to_array<std::string_view>(
    {"gosu", "su-exec", "setpriv", "runuser", "fixuid", "supervisor", "s6-", "su ", "sudo", "sshd", "vsftpd", "samba", "smbd"});

struct Made {
  std::string name;
  const semantic::InstructionEntry* entry = nullptr;
  TextRange place;
};

/// The last user that the chain makes for itself; system users that packages expect are none.
std::optional<Made> made_user(const Context& context, const std::vector<const Stage*>& chain) {
  for (const auto* stage : chain) {
    for (auto id = stage->end; id.value > stage->from.value;) {
      --id.value;
      const auto* run = plain_run_at(context, id);
      if (run == nullptr) continue;
      for (const auto& command : run->script.commands) {
        if (command.program() != "useradd" && command.program() != "adduser") continue;
        const auto words = operands(command, "u uid g gid G groups d home h s shell c comment k b base-dir e p password ingroup gecos");
        if (words.empty() || words.size() > 1 || has_flag(command, "S r system") || words.front()->has_expansion) continue;
        const auto& entry = context.analysis.instruction(id);
        return Made{words.front()->text, &entry, entry.place(words.front()->range)};
      }
    }
  }
  return std::nullopt;
}

/// Somebody else uses the name, or something changes users by itself.
bool may_be_used(const Context& context, const Made& made) {
  const auto text = context.analysis.source.bytes();
  if (std::any_of(changers.begin(), changers.end(), [&](std::string_view changer) { return text.find(changer) != std::string_view::npos; }))
    return true;
  for (auto at = text.find(made.name); at != std::string_view::npos; at = text.find(made.name, at + 1)) {
    if (!made.entry->range.contains(TextRange{static_cast<text::Offset>(at), static_cast<text::Offset>(at + made.name.size())}))
      return true;
  }
  return false;
}

void check(const Context& context, Report& report) {
  const auto chain = final_chain(context.model);
  const semantic::InstructionEntry* first_start = nullptr;  // of the last stage that has one
  for (const auto* stage : chain) {
    const bool decides = first_start == nullptr;
    for (auto id = stage->from; id < stage->end; ++id.value) {
      const auto& entry = context.analysis.instruction(id);
      if (entry.keyword() == Keyword::User) return;
      const bool starts = entry.keyword() == Keyword::Cmd || entry.keyword() == Keyword::Entrypoint;
      if (starts && decides && first_start == nullptr) first_start = &entry;
    }
  }
  const auto made = first_start != nullptr ? made_user(context, chain) : std::nullopt;
  if (!made || may_be_used(context, *made)) return;
  auto finding = report.at(made->place);
  finding.say("The user '" + made->name + "' is made and nothing uses it: the container runs as root. Put `USER " + made->name +
              "` before the start command, or leave the user out.");
  const auto begin = first_start->range.begin;
  finding.fix(Fix{"Put USER " + made->name + " before the start command",
                  Safety::Unsafe,
                  {{{begin, begin}, "USER " + made->name + std::string(context.analysis.source.line_end())}}});
}

}  // namespace

extern const Rule user_never_used;
const Rule user_never_used = {
    .name = "user-never-used",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "A user is made for the image and never used.",
    .why = "Somebody meant the program to run without the rights of root, and it runs with them.",
    .fix_note = "USER is put before the start command. The program must be able to do its work without the rights of root.",
    .peers =
        "As tally's user-created-but-never-used; silent for accounts of the system (`--system`), which servers change to by themselves, "
        "and when the name stands anywhere else in the file.",
    .check_file = check,
};

}  // namespace slipway::lint
