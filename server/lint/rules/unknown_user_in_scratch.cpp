// tally's named-identity-in-passwdless-stage.

#include <algorithm>

#include "lint/declared.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

bool may_bring_passwd(const syntax::Instruction& syntax) {
  if (syntax.keyword == Keyword::Add || syntax.keyword == Keyword::Run) return true;
  const auto* target = syntax.keyword == Keyword::Copy ? syntax.destination() : nullptr;
  if (target == nullptr) return false;
  const auto path = without_quotes(target->text);
  return path == "/" || path == "." || path.substr(0, 4) == "/etc" || path.find('$') != std::string_view::npos;
}

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.base_kind != semantic::BaseKind::Scratch) return;
  for (auto id = semantic::InstructionId{stage.from.value + 1}; id < stage.end; ++id.value) {
    const auto& entry = context.analysis.instruction(id);
    if (may_bring_passwd(entry.syntax())) return;
    if (entry.keyword() != Keyword::User || entry.syntax().words.empty()) continue;
    const auto& word = entry.syntax().words.front();
    const auto name = without_quotes(word.text).substr(0, without_quotes(word.text).find(':'));
    if (name.empty() || name.find('$') != std::string_view::npos || std::all_of(name.begin(), name.end(), is_digit)) continue;
    report.at(entry.place(word.range))
        .say("The image has no /etc/passwd that says who '" + std::string(name) +
             "' is, so no container starts. Write a number, such as 65532, or copy an /etc/passwd.");
  }
}

}  // namespace

extern const Rule unknown_user_in_scratch;
const Rule unknown_user_in_scratch = {
    .name = "unknown-user-in-scratch",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "USER names a user in an image that knows none.",
    .why =
        "Names of users are looked up in the image. In one that begins with nothing there is no list of users, and the container ends with "
        "\"unable to find user\".",
    .check_stage = check,
};

}  // namespace slipway::lint
