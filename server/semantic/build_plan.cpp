// From instructions to stages (dockerfile2llb/convert.go: buildMetaArgs, buildDispatchStates, toCommand, resolveBaseImage, initOnBuildTriggers).

#include "semantic/build_plan.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "semantic/mount_spec.h"
#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/go_text.h"
#include "syntax/image_reference.h"
#include "syntax/platform_name.h"

namespace slipway::semantic {

namespace {

using syntax::Instruction;
using syntax::Keyword;

/// Variables that are there before the first ARG, for a build on and for linux/amd64.
BuildEnvironment predefined_globals(std::string_view target_stage) {
  BuildEnvironment globals;
  for (const std::string prefix : {"BUILD", "TARGET"}) {
    globals.set(prefix + "PLATFORM", "linux/amd64");
    globals.set(prefix + "OS", "linux");
    globals.set(prefix + "OSVERSION", "");
    globals.set(prefix + "ARCH", "amd64");
    globals.set(prefix + "VARIANT", "");
  }
  globals.set("TARGETSTAGE", std::string(target_stage.empty() ? "default" : target_stage));
  return globals;
}

std::string failed_to_process(std::string_view word, const std::string& error) {
  return "failed to process " + syntax::go_quote(word) + ": " + error;
}

class Planner {
 public:
  Planner(const Analysis& analysis, TraceBuilder& trace) : analysis_(analysis), trace_(trace) {}

  BuildPlan run() {
    find_stages();
    if (plan_.stages.empty()) {
      add_no_stages();
      return std::move(plan_);
    }
    plan_.globals = predefined_globals(plan_.stages.back().name);
    read_global_args();
    for (std::size_t i = 0; i < plan_.stages.size(); ++i) resolve_base(i);
    for (std::size_t i = 0; i < plan_.stages.size(); ++i) last_by_name_[plan_.stages[i].name] = i;
    for (auto& stage : plan_.stages) {
      for (auto& command : stage.commands) resolve_sources(command);
    }
    add_triggers();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const InstructionEntry& entry(InstructionId id) const { return analysis_.instruction(id); }
  [[nodiscard]] char escape() const { return analysis_.directives.escape; }
  [[nodiscard]] Expansion expand_global(std::string_view word) const { return expand(word, escape(), plan_.globals.lookup()); }

  /// The same for a word of FROM, whose undefined names are noted.
  Expansion expand_in_from(const PlannedStage& stage, std::string_view word, TextRange relative) {
    auto expansion = expand_global(word);
    for (const auto& name : expansion.undefined) {
      if (global_args_.count(name) > 0) continue;
      auto candidates = plan_.globals.names();
      candidates.insert(candidates.end(), global_args_.begin(), global_args_.end());
      const auto place = entry(stage.from).place(place_of_use(entry(stage.from).syntax(), name, relative));
      trace_.add(UndefinedUse{stage.from, true, name, std::string(nearest(name, candidates)), place});
    }
    return expansion;
  }

  void find_stages() {
    for (std::uint32_t i = 0; i < analysis_.instructions.size(); ++i) {
      const InstructionId id{i};
      const auto& instruction = entry(id).syntax();
      if (instruction.keyword == Keyword::From) {
        PlannedStage stage;
        stage.from = id;
        if (instruction.from && instruction.from->name) stage.name = to_lower(instruction.from->name->text);
        stage.commands.reserve(commands_behind(i));
        plan_.stages.push_back(std::move(stage));
      } else if (!plan_.stages.empty() && instruction.errors.empty()) {
        BuildCommand command;
        command.syntax = &instruction;
        command.instruction = id;
        plan_.stages.back().commands.push_back(std::move(command));
      }
    }
  }

  [[nodiscard]] std::size_t commands_behind(std::uint32_t from) const {
    const auto& all = analysis_.instructions;
    std::size_t count = 0;
    while (from + 1 + count < all.size() && all[from + 1 + count].keyword() != Keyword::From) ++count;
    return count;
  }

  /// An error of the whole file; shown where it ends.
  void add_no_stages() {
    if (analysis_.instructions.empty()) return;
    trace_.add(BuildStep::Stages, "dockerfile contains no stages to build", std::nullopt, analysis_.instructions.back().range);
  }

  void read_global_args() {
    for (std::uint32_t i = 0; i < plan_.stages.front().from.value; ++i) {
      const auto& at = entry(InstructionId{i});
      if (at.keyword() != Keyword::Arg || !at.syntax().errors.empty()) continue;
      for (const auto& pair : at.syntax().pairs) {
        global_args_.insert(pair.key.text);
        if (!pair.value) continue;
        auto value = expand_global(pair.value->text);
        if (value.error) {
          trace_.add(BuildStep::GlobalArgs, failed_to_process(pair.value->text, *value.error), InstructionId{i},
                     at.place(pair.value->range));
        } else {
          plan_.globals.set(pair.key.text, std::move(value.text));
        }
      }
    }
  }

  void resolve_base(std::size_t index) {
    auto& stage = plan_.stages[index];
    const auto& instruction = entry(stage.from).syntax();
    if (instruction.errors.empty() && instruction.from && instruction.from->image) {
      expand_base(stage, *instruction.from->image);
      expand_platform(stage, instruction);
      check_context_name(stage, instruction);
      if (const auto found = earlier_by_name_.find(stage.base_name); found != earlier_by_name_.end()) {
        stage.base = found->second;
        stage.os = plan_.stages[found->second].os;
      } else {
        check_image(stage.base_name, BuildStep::Images, stage.from, entry(stage.from).place(instruction.from->image->range));
      }
    }
    if (stage.base_name == "scratch" && !stage.base) stage.os = "linux";
    if (!stage.name.empty()) earlier_by_name_[stage.name] = index;
  }

  void expand_base(PlannedStage& stage, const syntax::Word& word) {
    const auto place = entry(stage.from).place(word.range);
    auto name = expand_in_from(stage, word.text, word.range);
    if (name.error) return trace_.add(BuildStep::Bases, failed_to_process(word.text, *name.error), stage.from, place);
    if (name.text.empty()) return trace_.add(BuildStep::Bases, "base name (" + word.text + ") should not be blank", stage.from, place);
    stage.base_name = std::move(name.text);
  }

  void expand_platform(PlannedStage& stage, const Instruction& instruction) {
    const auto* flag = instruction.flag("platform");
    if (flag == nullptr || !flag->value || flag->value->empty()) return;
    const auto add = [&](std::string message) {
      trace_.add(BuildStep::Bases, std::move(message), stage.from, entry(stage.from).place(flag->value_range));
    };
    const auto value = expand_in_from(stage, *flag->value, flag->value_range);
    if (value.error) return add("failed to process arguments for platform : " + failed_to_process(*flag->value, *value.error));
    if (value.text.empty()) return add("empty platform value from expression " + *flag->value + suggest_global(value.undefined));
    const auto platform = syntax::parse_platform(value.text);
    trace_platform(stage, *flag->value, value, platform);
    if (platform.error) return add("failed to parse platform " + *flag->value + ": " + *platform.error + suggest_global(value.undefined));
    stage.os = platform.os;
  }

  void trace_platform(const PlannedStage& stage, std::string_view written, const Expansion& value, const syntax::PlatformName& platform) {
    TracedPlatform traced{stage.from, value.text, {}, platform.os, platform.architecture};
    const Lookup recording = [&](std::string_view name) {
      auto found = plan_.globals.get(name);
      if (found && std::find(traced.known.begin(), traced.known.end(), name) == traced.known.end()) traced.known.emplace_back(name);
      return found;
    };
    (void)expand(written, escape(), recording);
    const auto named = [&](std::string_view part) { return stage.name.find(part) != std::string::npos; };
    traced.constant =
        traced.known.empty() && value.undefined.empty() && !platform.error && !named(platform.os) && !named(platform.architecture);
    traced.redundant = value.undefined.empty() && traced.known == std::vector<std::string>{"TARGETPLATFORM"} &&
                       plan_.globals.get("TARGETPLATFORM") == value.text;
    trace_.add(std::move(traced));
  }

  [[nodiscard]] std::string suggest_global(const std::vector<std::string>& undefined) const {
    for (const auto& name : undefined) {
      auto hint = did_you_mean(name, plan_.globals.names());
      if (!hint.empty()) return hint;
    }
    return {};
  }

  /// A stage may be replaced by a named context, so its name must be an image name too.
  void check_context_name(const PlannedStage& stage, const Instruction& instruction) {
    if (stage.name.empty() || stage.name == "scratch" || stage.name == "context") return;
    const auto message = syntax::image_reference_error(stage.name);
    if (message)
      trace_.add(BuildStep::Bases, "invalid context name " + stage.name + ": " + *message, stage.from,
                 entry(stage.from).place(instruction.from->name->range));
  }

  void check_image(std::string_view name, BuildStep step, InstructionId instruction, TextRange place) {
    if (name.empty() || name == "scratch") return;
    const auto message = syntax::image_reference_error(name);
    if (message) trace_.add(step, "failed to parse stage name " + syntax::go_quote(name) + ": " + *message, instruction, place);
  }

  void resolve_sources(BuildCommand& command) {
    for (const auto& flag : command.syntax->flags) {
      if (!flag.value) continue;
      const auto place = command.place(analysis_, flag.value_range);
      if (command.syntax->keyword == Keyword::Copy && flag.name == "from" && !flag.value->empty())
        resolve_copy_source(command, *flag.value, place);
      if (command.syntax->keyword == Keyword::Run && flag.name == "mount") resolve_mount_source(command, *flag.value, place);
    }
  }

  /// Errors of an ONBUILD's trigger are found when the trigger is.
  [[nodiscard]] static BuildStep step_of(const BuildCommand& command) { return command.instead ? BuildStep::Triggers : BuildStep::Sources; }

  void resolve_copy_source(BuildCommand& command, const std::string& name, TextRange place) {
    const auto expanded = expand(name, escape(), [](std::string_view) { return std::optional<std::string>(); });
    if (expanded.error) return trace_.add(step_of(command), failed_to_process(name, *expanded.error), command.instruction, place);
    if (expanded.text != name) {
      return trace_.add(
          step_of(command),
          "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround",
          command.instruction, place);
    }
    const auto number = syntax::parse_go_integer(name, 64);
    if (number.error) {
      command.copy_source = resolve_name(command, name, place);
      return;
    }
    const auto states = plan_.stages.size() + images_;
    if (number.value < 0 || static_cast<std::uint64_t>(number.value) >= states) {
      return trace_.add(step_of(command), "invalid stage index " + std::to_string(number.value), command.instruction, place,
                        BuildErrorTopic::StageIndex);
    }
    command.copy_source = CommandSource{{}, place};
    const auto index = static_cast<std::size_t>(number.value);
    if (index < plan_.stages.size()) command.copy_source->stage = index;
  }

  void resolve_mount_source(BuildCommand& command, const std::string& value, TextRange place) {
    const auto from = mount_source_name(value);
    command.mount_sources.push_back(resolve_name(command, from.empty() ? "scratch" : from, place));
  }

  /// A stage's name in any case, or an image, which gets the next number.
  CommandSource resolve_name(const BuildCommand& command, const std::string& name, TextRange place) {
    const auto found = last_by_name_.find(to_lower(name));
    if (found != last_by_name_.end() && !found->first.empty()) return {found->second, place};
    ++images_;
    check_image(name, command.instead ? BuildStep::Triggers : BuildStep::Images, command.instruction, place);
    return {{}, place};
  }

  /// Stages that the last one needs get the triggers of the stage they stand on; these may need more stages.
  void add_triggers() {
    std::vector<bool> needed(plan_.stages.size());
    std::vector<std::size_t> open = {plan_.stages.size() - 1};
    const auto need = [&](const std::optional<CommandSource>& source) {
      if (source && source->stage) open.push_back(*source->stage);
    };
    while (!open.empty()) {
      const auto index = open.back();
      open.pop_back();
      if (needed[index]) continue;
      needed[index] = true;
      if (plan_.stages[index].base) {
        open.push_back(*plan_.stages[index].base);
        take_triggers(index);
      }
      for (const auto& command : plan_.stages[index].commands) {
        need(command.copy_source);
        for (const auto& source : command.mount_sources) need(source);
      }
    }
  }

  void take_triggers(std::size_t index) {
    auto& stage = plan_.stages[index];
    const auto& from = entry(stage.from);
    std::vector<BuildCommand> triggers;
    for (const auto& parent : plan_.stages[*stage.base].commands) {
      const auto* trigger = parent.syntax->trigger.get();
      if (trigger == nullptr) continue;
      const auto place = from.place(from.syntax().from->image->range);
      for (const auto& error : trigger->errors) trace_.add(BuildStep::Triggers, error.message, stage.from, place);
      if (!trigger->errors.empty()) continue;
      BuildCommand command;
      command.syntax = trigger;
      command.instruction = stage.from;
      command.instead = place;
      resolve_sources(command);
      triggers.push_back(std::move(command));
    }
    stage.commands.insert(stage.commands.begin(), triggers.begin(), triggers.end());
  }

  const Analysis& analysis_;
  TraceBuilder& trace_;
  BuildPlan plan_;
  std::set<std::string, std::less<>> global_args_;                     ///< names of global ARGs, with a default or not
  std::size_t images_ = 0;                                             ///< images of COPY --from and mounts so far
  std::unordered_map<std::string_view, std::size_t> earlier_by_name_;  ///< stages before the one that is read, the last of a name
  std::unordered_map<std::string_view, std::size_t> last_by_name_;     ///< all stages
};

}  // namespace

BuildPlan plan_build(const Analysis& analysis, TraceBuilder& trace) { return Planner(analysis, trace).run(); }

}  // namespace slipway::semantic
