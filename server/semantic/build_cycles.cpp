// Stages that wait for each other (dockerfile2llb/validations.go, validateCircularDependency), and SOURCE_DATE_EPOCH (epoch.go).

#include <algorithm>
#include <map>

#include "semantic/build_plan.h"
#include "support/strings.h"
#include "syntax/git_reference.h"
#include "syntax/go_text.h"

namespace slipway::semantic {

namespace {

using syntax::Keyword;

/// A command that needs another stage, and the word in it that says so.
struct Need {
  InstructionId instruction;
  TextRange range;
};

class CycleSearch {
 public:
  explicit CycleSearch(const BuildPlan& plan) : needs_(plan.stages.size()), visited_(plan.stages.size()), on_path_(plan.stages.size()) {
    for (std::size_t i = 0; i < plan.stages.size(); ++i) {
      for (const auto& command : plan.stages[i].commands) {
        if (command.instead) continue;  // triggers come after this check
        if (command.copy_source) add(i, command, *command.copy_source);
        for (const auto& source : command.mount_sources) add(i, command, source);
      }
    }
  }

  /// The needs on the way from a stage into a cycle and around it; empty when there is no cycle.
  std::vector<Need> from(std::size_t start) {
    struct Frame {
      std::size_t stage;
      std::map<std::size_t, Need>::const_iterator next;
    };
    std::vector<Frame> frames;
    std::vector<Need> way;
    const auto enter = [&](std::size_t stage) {
      visited_[stage] = on_path_[stage] = true;
      frames.push_back({stage, needs_[stage].begin()});
    };
    if (visited_[start]) return {};
    enter(start);
    while (!frames.empty()) {
      auto& frame = frames.back();
      if (frame.next == needs_[frame.stage].end()) {
        on_path_[frame.stage] = false;
        frames.pop_back();
        if (!way.empty()) way.pop_back();
        continue;
      }
      const auto& [target, need] = *frame.next++;
      if (visited_[target] && !on_path_[target]) continue;
      way.push_back(need);
      if (on_path_[target]) return way;
      enter(target);
    }
    return {};
  }

 private:
  void add(std::size_t stage, const BuildCommand& command, const CommandSource& source) {
    if (source.stage) needs_[stage].insert_or_assign(*source.stage, Need{command.instruction, source.range});
  }

  std::vector<std::map<std::size_t, Need>> needs_;  ///< by stage: the last command that needs another one
  std::vector<bool> visited_;
  std::vector<bool> on_path_;
};

/// What keeps a stage from being the source of SOURCE_DATE_EPOCH.
std::optional<std::string> epoch_stage_error(const PlannedStage& stage) {
  if (stage.base || stage.base_name != "scratch") return "SOURCE_DATE_EPOCH stage must use FROM scratch";
  std::size_t additions = 0;
  for (const auto& command : stage.commands) {
    const auto keyword = command.syntax->keyword;
    if (keyword == Keyword::Arg) continue;
    if (keyword != Keyword::Add) {
      return "SOURCE_DATE_EPOCH stage does not meet source-only requirements: unsupported " + command.syntax->written_keyword +
             " instruction";
    }
    if (++additions > 1) return "SOURCE_DATE_EPOCH stage must contain exactly one remote ADD";
    const auto sources = command.syntax->sources();
    if (sources.size() != 1 || !command.syntax->heredocs.empty())
      return "SOURCE_DATE_EPOCH stage must contain exactly one remote ADD source";
    const auto kind = syntax::parse_copy_source(sources.front()->text).kind;
    if (kind != syntax::SourceKind::Http && kind != syntax::SourceKind::Git && sources.front()->text.find('$') == std::string::npos) {
      return "SOURCE_DATE_EPOCH stage source must be a single HTTP(S) or Git ADD";
    }
  }
  if (additions == 0) return "SOURCE_DATE_EPOCH stage must contain exactly one remote ADD";
  return std::nullopt;
}

/// The last global ARG of that name with a value.
std::optional<InstructionId> find_epoch_arg(const Analysis& analysis, InstructionId first_from) {
  std::optional<InstructionId> found;
  for (std::uint32_t i = 0; i < first_from.value; ++i) {
    for (const auto& pair : analysis.instructions[i].syntax().pairs) {
      if (pair.value && pair.key.text == "SOURCE_DATE_EPOCH") found = InstructionId{i};
    }
  }
  return found;
}

}  // namespace

void add_cycle_error(const BuildPlan& plan, TraceBuilder& trace) {
  CycleSearch search(plan);
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    const auto way = search.from(stage);
    if (way.empty()) continue;
    const auto first = std::min_element(way.begin(), way.end(), [](const Need& a, const Need& b) { return a.range.begin < b.range.begin; });
    return trace.add(BuildStep::Sources, "circular dependency detected on stage: " + plan.display_name(stage), first->instruction,
                     first->range, BuildErrorTopic::StageCycle);
  }
}

void add_epoch_error(const Analysis& analysis, const BuildPlan& plan, TraceBuilder& trace) {
  const auto value = plan.globals.get("SOURCE_DATE_EPOCH");
  if (plan.stages.empty() || !value || value->empty() || *value == "context" || !syntax::parse_go_integer(*value, 64).error) return;
  for (const auto& stage : plan.stages) {
    if (stage.name.empty() || !equals_ignoring_case(stage.name, *value)) continue;
    if (auto message = epoch_stage_error(stage))
      trace.add(BuildStep::Epoch, std::move(*message), stage.from, analysis.instruction(stage.from).range);
    return;
  }
  const auto arg = find_epoch_arg(analysis, plan.stages.front().from);
  const auto range = arg ? analysis.instruction(*arg).range : TextRange{};
  trace.add(BuildStep::Epoch, "invalid SOURCE_DATE_EPOCH: " + *value, arg, range);
}

}  // namespace slipway::semantic
