#include "lint/runs.h"

#include <algorithm>

namespace slipway::lint {

using syntax::Keyword;

bool Run::editable(const shell::Command& command) const { return command.exact && syntax.form == syntax::Form::Shell; }

bool Run::has_cache_at(std::string_view part) const {
  return std::any_of(syntax.mounts.begin(), syntax.mounts.end(), [&](const syntax::Mount& mount) {
    const auto type = mount.type();
    if (type != "cache" && type != "tmpfs") return false;
    const auto* target = mount.find("target");
    return target != nullptr && target->value && target->value->find(part) != std::string::npos;
  });
}

std::optional<Run> run_at(const Context& context, semantic::InstructionId id) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() == Keyword::Run) return Run{entry, entry.syntax(), entry.facts->script()};
  if (entry.keyword() != Keyword::Onbuild) return std::nullopt;
  const auto* trigger = entry.syntax().trigger.get();
  if (trigger == nullptr || trigger->keyword != Keyword::Run) return std::nullopt;
  return Run{entry, *trigger, entry.facts->script()};
}

std::optional<Run> plain_run_at(const Context& context, semantic::InstructionId id) {
  if (context.analysis.instruction(id).keyword() != Keyword::Run) return std::nullopt;
  return run_at(context, id);
}

std::optional<Fix> insert_behind(const Run& run, const shell::Command& command, const shell::Argument& word, std::string_view text,
                                 Safety safety) {
  if (!run.editable(command)) return std::nullopt;
  const auto end = run.place(word.range).end;
  return Fix{"Add " + std::string(text), safety, {{{end, end}, " " + std::string(text)}}};
}

}  // namespace slipway::lint
