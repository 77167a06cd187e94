#include "lint/runs.h"

#include <algorithm>

#include "lint/registry.h"

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

bool Run::starts(std::string_view program) const {
  return std::any_of(script.commands.begin(), script.commands.end(),
                     [&](const shell::Command& command) { return command.program() == program; });
}

namespace {

RunFacts look_at(const syntax::Instruction& syntax, const shell::Script& script, bool is_trigger) {
  RunFacts facts{Run{syntax, script, {}, is_trigger}, {}};
  for (const auto& command : script.commands) {
    if (auto invocation = invocation_of(command)) facts.run.calls.push_back(*invocation);
  }
  for (const Rule* rule : rules()) {
    if (rule->scope != Scope::Run) continue;
    Report report(*rule, facts.findings);
    rule->check_run(facts.run, report);
  }
  return facts;
}

}  // namespace

const RunFacts* run_facts(const semantic::InstructionEntry& entry) {
  if (entry.keyword() != Keyword::Run && entry.keyword() != Keyword::Onbuild) return nullptr;
  const auto& syntax = entry.syntax();
  const auto* run = syntax.keyword == Keyword::Onbuild ? syntax.trigger.get() : &syntax;
  if (run == nullptr || run->keyword != Keyword::Run) return nullptr;
  return &entry.facts->run.get<RunFacts>([&] { return look_at(*run, entry.facts->script(), run != &syntax); });
}

const Run* run_at(const Context& context, semantic::InstructionId id) {
  const auto* facts = run_facts(context.analysis.instruction(id));
  return facts == nullptr ? nullptr : &facts->run;
}

const Run* plain_run_at(const Context& context, semantic::InstructionId id) {
  return context.analysis.instruction(id).keyword() == Keyword::Run ? run_at(context, id) : nullptr;
}

std::optional<Fix> insert_behind(const Run& run, const shell::Command& command, const shell::Argument& word, std::string_view text,
                                 Safety safety) {
  if (!run.editable(command)) return std::nullopt;
  const auto end = word.range.end;
  return Fix{"Add " + std::string(text), safety, {{{end, end}, " " + std::string(text)}}};
}

Finding shifted(Finding finding, text::Offset offset) {
  finding.range = finding.range.shifted(offset);
  for (auto& fix : finding.fixes) {
    for (auto& edit : fix.edits) edit.range = edit.range.shifted(offset);
  }
  for (auto& related : finding.related) related.range = related.range.shifted(offset);
  return finding;
}

}  // namespace slipway::lint
