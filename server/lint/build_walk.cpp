#include "lint/build_walk.h"

#include <algorithm>
#include <utility>

#include "lint/places.h"

namespace slipway::lint {

namespace {

using semantic::InstructionEntry;
using semantic::InstructionId;
using semantic::Stage;
using syntax::Keyword;

/// Arguments for the build itself that never become variables (convert.go, nonEnvArgs).
bool is_kept_from_variables(std::string_view name) { return name == "BUILDKIT_SBOM_SCAN_CONTEXT" || name == "BUILDKIT_SBOM_SCAN_STAGE"; }

class Walker {
 public:
  Walker(const Context& context, const Visit& visit) : context_(context), visit_(visit), globals_(global_scope(context)) {}

  void run() {
    const auto& stages = context_.model.stages;
    std::vector<StageScope> scopes(stages.size());
    std::vector<std::size_t> users(stages.size());
    for (const auto& stage : stages) {
      if (stage.base_stage) ++users[stage.base_stage->index()];
    }
    for (const auto& stage : stages) {
      auto& scope = scopes[stage.id.index()];
      // The last stage that stands on another takes its scope over, so that long chains stay cheap.
      if (stage.base_stage) scope = --users[stage.base_stage->index()] == 0 ? std::move(scopes[stage.base_stage->index()]) : scopes[stage.base_stage->index()];
      if (!scope.variables.get("PATH")) scope.variables.set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
      walk_triggers(stage, scope);
      for (InstructionId id{stage.from.value + 1}; id < stage.end; ++id.value) {
        const auto& entry = context_.analysis.instruction(id);
        step({stage, entry.syntax(), entry, entry, false, scope, globals_}, scope);
      }
    }
  }

 private:
  /// Only stages that the target needs run the triggers of the stage below (convert.go, resolveStages).
  void walk_triggers(const Stage& stage, StageScope& scope) {
    if (!stage.base_stage || !stage.needed) return;
    const auto& base = context_.model.stage(*stage.base_stage);
    for (InstructionId id{base.from.value + 1}; id < base.end; ++id.value) {
      const auto& entry = context_.analysis.instruction(id);
      if (const auto* trigger = entry.syntax().trigger.get()) step({stage, *trigger, entry, context_.analysis.instruction(stage.from), true, scope, globals_}, scope);
    }
  }

  void step(const Step& step, StageScope& scope) {
    visit_(step);
    const auto& syntax = step.syntax;
    switch (syntax.keyword) {
      case Keyword::Env: return set_env(syntax, scope);
      case Keyword::Arg:
        for (const auto& pair : syntax.pairs) scope.declare(pair, context_.analysis.directives.escape, globals_);
        return;
      case Keyword::Shell: scope.has_shell = true; return;
      case Keyword::Workdir: scope.has_workdir = true; return;
      default: return;
    }
  }

  /// All pairs of one ENV are expanded against what was in force before it.
  void set_env(const syntax::Instruction& syntax, StageScope& scope) {
    const auto escape = context_.analysis.directives.escape;
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& pair : syntax.pairs) {
      if (!pair.value) continue;
      values.emplace_back(semantic::expand(pair.key.text, escape, scope.variables.lookup()).text, semantic::expand(pair.value->text, escape, scope.variables.lookup()).text);
    }
    for (auto& [name, value] : values) scope.variables.set(name, std::move(value));
  }

  const Context& context_;
  const Visit& visit_;
  GlobalScope globals_;
};

}  // namespace

void Variables::set(std::string_view name, std::string value) { entries_.insert_or_assign(std::string(name), Entry{std::move(value), ++next_}); }

std::optional<std::string> Variables::get(std::string_view name) const {
  const auto found = entries_.find(name);
  return found == entries_.end() ? std::optional<std::string>() : found->second.value;
}

semantic::Lookup Variables::lookup() const {
  return [this](std::string_view name) { return get(name); };
}

std::vector<std::string_view> Variables::names() const {
  std::vector<std::pair<std::uint64_t, std::string_view>> ordered;
  for (const auto& [name, entry] : entries_) ordered.emplace_back(entry.order, name);
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string_view> out;
  for (const auto& [order, name] : ordered) out.push_back(name);
  return out;
}

GlobalScope global_scope(const Context& context) {
  GlobalScope scope;
  const auto* last = context.model.final_stage();
  const std::string target = last != nullptr && !last->name.empty() ? last->name : "default";
  for (const std::string_view prefix : {"BUILD", "TARGET"}) {
    const std::string name(prefix);
    scope.variables.set(name + "PLATFORM", "linux/amd64");
    scope.variables.set(name + "OS", "linux");
    scope.variables.set(name + "OSVERSION", "");
    scope.variables.set(name + "ARCH", "amd64");
    scope.variables.set(name + "VARIANT", "");
  }
  scope.variables.set("TARGETSTAGE", target);
  for (const auto& entry : context.analysis.instructions) {
    if (entry.keyword() == Keyword::From) break;
    if (entry.keyword() != Keyword::Arg) continue;
    for (const auto& pair : entry.syntax().pairs) {
      scope.declared.insert(pair.key.text);
      if (!pair.value) continue;
      auto value = semantic::expand(pair.value->text, context.analysis.directives.escape, scope.variables.lookup());
      scope.variables.set(pair.key.text, std::move(value.text));
    }
  }
  return scope;
}

void StageScope::declare(const syntax::KeyValue& argument, char escape, const GlobalScope& globals) {
  const auto& name = argument.key.text;
  arguments.insert(name);
  auto value = argument.value ? semantic::expand(argument.value->text, escape, variables.lookup()).text : globals.variables.get(name);
  if (value && !is_kept_from_variables(name)) variables.set(name, std::move(*value));
}

TextRange Step::place(const semantic::Analysis& analysis, TextRange range) const {
  return is_trigger ? keyword_place(analysis, reported) : on_first_line(analysis, reported, reported.place(range));
}

void walk_build(const Context& context, const Visit& visit) { Walker(context, visit).run(); }

}  // namespace slipway::lint
