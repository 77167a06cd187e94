// hadolint's DL3021. Several sources need a folder.

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Copy) return;
  const auto* target = entry.syntax().destination();
  if (target == nullptr || entry.syntax().sources().size() < 2) return;
  const auto path = without_quotes(target->text);
  // A variable may end in anything; `.` and `..` are folders.
  const auto last = path.substr(path.rfind('/') + 1);
  if (path.empty() || path.back() == '/' || path.back() == '\\' || last == "." || last == ".." || last.find('$') != std::string_view::npos)
    return;
  auto finding = report.at(on_first_line(context.analysis, entry, entry.place(target->range)));
  finding.say(
      "Several sources go into a folder, and a folder is written with a `/` at its end. Without it BuildKit refuses, or takes the name for "
      "a file's.");
  if (!target->text.empty() && target->text.back() != '"' && target->text.back() != '\'' && entry.syntax().form == syntax::Form::Words) {
    const auto end = entry.place(target->range).end;
    finding.fix(replace({end, end}, "/", "Add /", Safety::Safe));
  }
}

}  // namespace

extern const Rule copy_several_to_file;
const Rule copy_several_to_file = {
    .name = "copy-several-to-file",
    .aliases = {"hadolint/DL3021"},
    .level = Level::Error,
    .scope = Scope::Instruction,
    .fix = Safety::Safe,
    .summary = "COPY has several sources, and a target that is no folder.",
    .why = "With several sources the target must be a folder. Whether a name without `/` is one depends on what is in the image already.",
    .fix_note = "A `/` is put behind the target.",
    .peers = "`.` and targets that a variable ends are not reported: they build.",
    .covered_by = {"buildkit-error"},
    .check_instruction = check,
};

}  // namespace slipway::lint
