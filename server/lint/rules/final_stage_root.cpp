// The final image runs as root. As hadolint's DL3002 where a USER says so; also where nobody says anything and the base image runs as root.

#include <algorithm>
#include <array>

#include "catalog/build_tools.h"
#include "lint/final_stage.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

using semantic::InstructionEntry;
using semantic::Stage;
using syntax::Keyword;

bool is_root(std::string_view user) {
  const auto name = user.substr(0, user.find(':'));
  return name == "root" || name == "0";
}

constexpr auto droppers = std::to_array<std::string_view>({"gosu", "su-exec", "setpriv", "runuser", "fixuid"});

/// gosu and its like: the image starts as root on purpose and becomes somebody else at once. Its name is a word of a command, or part of
/// the address it is fetched from.
bool drops_rights(const InstructionEntry& entry) {
  const auto text = entry.syntax().line.text();
  return std::any_of(droppers.begin(), droppers.end(),
                     [&](std::string_view dropper) { return text.find(dropper) != std::string_view::npos; });
}

struct FinalUser {
  const InstructionEntry* user = nullptr;  ///< the last USER of the chain
  bool starts_something = false;           ///< an ENTRYPOINT or CMD is there
  bool drops_rights = false;
};

FinalUser look_at(const Context& context, const std::vector<const Stage*>& chain) {
  FinalUser found;
  for (const auto* stage : chain) {
    for (auto id = stage->end; id.value > stage->from.value;) {
      --id.value;
      const auto& entry = context.analysis.instruction(id);
      const auto keyword = entry.keyword();
      if (keyword == Keyword::User && found.user == nullptr) found.user = &entry;
      found.starts_something = found.starts_something || keyword == Keyword::Cmd || keyword == Keyword::Entrypoint;
      if (keyword == Keyword::Run || keyword == Keyword::Entrypoint || keyword == Keyword::Cmd)
        found.drops_rights = found.drops_rights || drops_rights(entry);
    }
  }
  return found;
}

void report_user(const Context& context, const InstructionEntry& user, Report& report) {
  const auto& words = user.syntax().words;
  if (words.size() != 1 || !is_root(words.front().text)) return;
  report.at(on_first_line(context.analysis, user, user.place(words.front().range)))
      .say(
          "The last USER is root, so whatever breaks into the program may do anything in the container. End with a user that has only "
          "the rights the program needs.")
      .alias("hadolint/DL3002");
}

/// A fragment of a file that has no FROM yet.
void check_fragment(const Context& context, Report& report) {
  const InstructionEntry* last = nullptr;
  for (const auto& entry : context.analysis.instructions) {
    if (entry.keyword() == Keyword::User) last = &entry;
  }
  if (last != nullptr) report_user(context, *last, report);
}

void check(const Context& context, Report& report) {
  const auto chain = final_chain(context.model);
  if (chain.empty()) return check_fragment(context, report);
  const auto found = look_at(context, chain);
  if (found.drops_rights) return;
  if (found.user != nullptr) return report_user(context, *found.user, report);
  const auto& root = *chain.back();
  const bool empty_base = root.base_kind == semantic::BaseKind::Scratch;
  if (!found.starts_something || (root.base_kind != semantic::BaseKind::Image && !empty_base)) return;
  const auto image = syntax::parse_image_reference(root.base_value);
  if (!empty_base && !catalog::runs_as_root(image.familiar_name(), image.tag)) return;
  const auto& last = *chain.front();
  report.at(on_first_line(context.analysis, context.analysis.instruction(last.from), last.base_range))
      .say(empty_base
               ? std::string("The image runs as root, since nothing says otherwise. Name another user, a number will do here: USER 65532.")
               : "The image runs as root: '" + std::string(root.base) +
                     "' does and no USER changes it. Add a user and name it with USER before the start command.");
}

}  // namespace

extern const Rule final_stage_root;
const Rule final_stage_root = {
    .name = "final-stage-root",
    .aliases = {},
    .finding_aliases = {"hadolint/DL3002"},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The final image runs as root.",
    .why =
        "A program that runs as root in a container can change every file of the image, and a hole in it is one step away from the machine "
        "below. Most "
        "programs need no rights of root: make a user, give it the folders it writes to, and name it with `USER`. Images that are known to "
        "run as "
        "somebody else, and those that drop their rights themselves (gosu, su-exec), are not reported.",
    .peers =
        "hadolint's DL3002 looks at an explicit `USER root` at the end of any stage. Here only the final image counts, together with the "
        "stages it "
        "stands on, and a missing `USER` is seen too where the base image is known to run as root.",
    .check_file = check,
};

}  // namespace slipway::lint
