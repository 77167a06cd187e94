// hadolint's DL3000. BuildKit's WorkdirRelativePath looks at the first WORKDIR of a stage only, and covers this one there.

#include "lint/declared.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;

bool is_relative(std::string_view path) {
  if (path.empty() || path.front() == '$' || path.front() == '/' || path.front() == '\\') return false;
  return !(path.size() > 1 && is_letter(path.front()) && path[1] == ':');
}

/// The folder in force above, when it is written out; empty otherwise.
std::string folder_above(const Context& context, InstructionId id) {
  std::vector<std::string_view> parts;
  walk_up(context, id, [&](InstructionId above) {
    const auto& syntax = context.analysis.instruction(above).syntax();
    if (syntax.keyword != syntax::Keyword::Workdir || syntax.words.empty()) return true;
    parts.push_back(without_quotes(syntax.words.front().text));
    return is_relative(parts.back());
  });
  if (parts.empty() || parts.back().substr(0, 1) != "/") return {};
  std::string out;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (part->find_first_of("$.") != std::string_view::npos) return {};
    out += (out.empty() || out.back() == '/' ? "" : "/") + std::string(*part);
  }
  return out;
}

void check(const Context& context, InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Workdir || entry.syntax().words.empty()) return;
  const auto& word = entry.syntax().words.front();
  const auto path = without_quotes(word.text);
  if (!is_relative(path)) return;
  auto finding = report.at(entry.place(word.range));
  finding.say("A relative WORKDIR depends on all those above it. An absolute path says where the next steps work.");
  auto folder = folder_above(context, id);
  if (folder.empty() || path.find_first_of("$.\"\\") != std::string_view::npos) return;
  folder += (folder.back() == '/' ? "" : "/") + std::string(path);
  finding.fix(replace(entry.place(word.range), folder, "Change to " + folder));
}

}  // namespace

extern const Rule relative_workdir;
const Rule relative_workdir = {
    .name = "relative-workdir",
    .aliases = {"hadolint/DL3000"},
    .level = Level::Hint,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Workdir},
    .fix = Safety::Safe,
    .summary = "WORKDIR has a relative path.",
    .why =
        "To know where a step works, a reader has to put all earlier paths together. BuildKit warns of the first one of a stage only, "
        "where the base image decides; behind an absolute one it is a matter of taste.",
    .fix_note = "The path becomes the absolute one that is in force, where all above are written out.",
    .peers = "A level below hadolint's error. Where BuildKit reports WorkdirRelativePath, that finding carries this number.",
    .covered_by = {"workdir-relative-path"},
    .check_instruction = check,
};

}  // namespace slipway::lint
