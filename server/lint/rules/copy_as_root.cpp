// tally's copy-after-user-without-chown.

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

/// The user in force above; empty when it is root or not known.
std::string user_in_force(const Context& context, InstructionId id) {
  std::string user;
  walk_up(context, id, [&](InstructionId above) {
    const auto& syntax = context.analysis.instruction(above).syntax();
    if (syntax.keyword != Keyword::User || syntax.words.empty()) return true;
    user = without_quotes(syntax.words.front().text);
    return false;
  });
  const auto name = user.substr(0, user.find(':'));
  return name == "root" || name == "0" || user.find('$') != std::string::npos ? std::string() : user;
}

void check(const Context& context, InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if ((syntax.keyword != Keyword::Copy && syntax.keyword != Keyword::Add) || syntax.flag("chown") != nullptr ||
      syntax.destination() == nullptr)
    return;
  const auto user = user_in_force(context, id);
  if (user.empty()) return;
  const auto end = entry.place(syntax.keyword_range).end;
  report.at(keyword_place(context.analysis, entry))
      .say("USER does not count for COPY: these files belong to root, and '" + user +
           "' can only read them. Where it has to write, add `--chown=" + user + "`.")
      .fix(Fix{"Add --chown=" + user, Safety::Unsafe, {{{end, end}, " --chown=" + user}}});
}

}  // namespace

extern const Rule copy_as_root;
const Rule copy_as_root = {
    .name = "copy-as-root",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Copy, syntax::Keyword::Add},
    .fix = Safety::Unsafe,
    .enabled = Default::Off,
    .summary = "Files are copied as root though USER is somebody else.",
    .why =
        "Files that a program can only read are safe from it, which is mostly what one wants. A program that writes beside its files "
        "fails, which is why the rule can be switched on.",
    .fix_note = "`--chown` with the user in force is added.",
    .check_instruction = check,
};

}  // namespace slipway::lint
