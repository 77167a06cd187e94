// hadolint's DL3009. The lists of packages stay in the layer.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/rule.h"
#include "lint/sections.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;
using catalog::PackageVerb;

bool is_apt(const Invocation& call, PackageVerb verb) { return call.manager->family == PackageFamily::Apt && call.verb == verb; }

bool deletes_lists(const shell::Command& command) {
  if (command.program() == "rm") {
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const shell::Argument& word) {
                         return word.text.find("/var/lib/apt") != std::string::npos || word.text == "/var/lib/*";
                       }) ||
           removes_folder(command, "apt/lists");
  }
  return (command.program() == "find" || command.program() == "apt-get") &&
         has_word(command, "/var/lib/apt/lists /var/lib/apt/lists/ distclean dist-clean");
}

bool keeps_lists(const Run& run) {
  const auto& commands = run.script.commands;
  if (run.has_cache_at("/var/lib/apt") || std::any_of(commands.begin(), commands.end(), deletes_lists)) return false;
  return true;
}

/// True when a RUN installs from lists that an earlier one fetched.
bool lives_on_earlier_lists(const Run& run) {
  bool fetched = false;
  for (const auto& call : run.calls) {
    fetched = fetched || is_apt(call, PackageVerb::Update);
    if (!fetched && is_apt(call, PackageVerb::Install)) return true;
  }
  return false;
}

bool someone_needs_lists(const Context& context) {
  for (std::uint32_t i = 0; i < context.analysis.instructions.size(); ++i) {
    const auto* run = run_at(context, semantic::InstructionId{i});
    if (run != nullptr && lives_on_earlier_lists(*run)) return true;
  }
  return false;
}

const shell::Command* last_installation(const Run& run) {
  const shell::Command* last = nullptr;
  for (const auto& call : run.calls) {
    if (is_apt(call, PackageVerb::Install)) last = call.command;
  }
  return last;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = run_at(context, id);
  if (run == nullptr) return;
  const auto update =
      std::find_if(run->calls.begin(), run->calls.end(), [](const Invocation& call) { return is_apt(call, PackageVerb::Update); });
  if (update == run->calls.end() || !keeps_lists(*run)) return;
  if (!run->is_trigger && !is_shipped(context, context.model.stage_of(id))) return;
  const auto& entry = context.analysis.instruction(id);
  const auto* installation = last_installation(*run);
  auto finding = report.at(entry.place(update->verb_word->range));
  finding.say(installation == nullptr ? std::string("The lists of packages stay in this layer, and a cached layer keeps old lists for "
                                                    "later RUNs. Update, install and delete /var/lib/apt/lists in one RUN.")
                                      : std::string("The lists of packages stay in this layer. Delete /var/lib/apt/lists/* at the end of "
                                                    "this RUN; a later RUN makes the image no smaller."));
  if (installation == nullptr || someone_needs_lists(context)) return;
  if (auto fix = run_behind(*run, *installation, "rm -rf /var/lib/apt/lists/*", Safety::Safe)) {
    for (auto& edit : fix->edits) edit.range = entry.place(edit.range);
    finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule apt_lists;
const Rule apt_lists = {
    .name = "apt-lists",
    .aliases = {"hadolint/DL3009"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run, syntax::Keyword::Onbuild},
    .fix = Safety::Safe,
    .summary = "The lists of apt stay in the layer.",
    .why =
        "`apt-get update` fetches some 20 to 40 MB that nothing needs once the packages are there. What a layer holds, a later layer can "
        "only hide.",
    .fix_note =
        "`rm -rf /var/lib/apt/lists/*` is run behind the last installation of the RUN, unless another RUN of the file lives on the lists.",
    .peers =
        "`rm -rf` must be about the lists: hadolint takes any `rm -rf`. Cleaning by find or `apt-get distclean` counts. Stages that no "
        "image is made of are not looked at, as in hadolint.",
    .covered_by = {"apt-update-apart"},
    .check_instruction = check,
};

}  // namespace slipway::lint
