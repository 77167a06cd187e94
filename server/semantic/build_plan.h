#pragma once
// The stages of a build before their instructions run: bases, platforms, sources, triggers. Private to semantic/.

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "semantic/analysis.h"
#include "semantic/build_environment.h"
#include "semantic/build_trace.h"

namespace slipway::semantic {

/// Collects what happens; `finish` puts errors in BuildKit's order.
class TraceBuilder {
 public:
  void add(BuildStep step, std::string message, std::optional<InstructionId> instruction, text::TextRange range,
           BuildErrorTopic topic = BuildErrorTopic::Other) {
    trace_.errors.push_back({step, topic, std::move(message), instruction, range});
  }
  void add(UndefinedUse use) { trace_.undefined.push_back(std::move(use)); }
  void add(TracedWord word) { trace_.words.push_back(std::move(word)); }
  void add(TracedPlatform platform) { trace_.platforms.push_back(std::move(platform)); }
  /// What another one collected, behind what is here.
  void append(BuildTrace other);
  /// As it was collected.
  [[nodiscard]] BuildTrace take() { return std::move(trace_); }
  [[nodiscard]] BuildTrace finish();

 private:
  BuildTrace trace_;
};

/// What COPY --from or a mount takes files from: a stage, or an image that has its own number behind the stages.
struct CommandSource {
  std::optional<std::size_t> stage;
  TextRange range;  ///< the flag's value
};

/// An instruction where it takes effect: an ONBUILD's trigger does so in the stages built on its own.
struct BuildCommand {
  const syntax::Instruction* syntax = nullptr;
  InstructionId instruction;         ///< the one that BuildKit reports: for a trigger the FROM of the stage
  std::optional<TextRange> instead;  ///< place of all its errors, for a trigger
  std::optional<CommandSource> copy_source;
  std::vector<CommandSource> mount_sources;  ///< one a `--mount=` with a value

  [[nodiscard]] TextRange place(const Analysis& analysis, TextRange relative) const {
    return instead ? *instead : analysis.instruction(instruction).place(relative);
  }
};

struct PlannedStage {
  InstructionId from;
  std::string name;                 ///< lower case; empty for an unnamed stage
  std::string base_name;            ///< with variables put in; empty when it has an error
  std::optional<std::size_t> base;  ///< an earlier stage
  std::string os = "linux";
  std::vector<BuildCommand> commands;  ///< those without errors of their own, in order
};

struct BuildPlan {
  std::vector<PlannedStage> stages;
  BuildEnvironment globals;

  /// The stage's name, or `stage-N`.
  [[nodiscard]] std::string display_name(std::size_t stage) const;
};

/// The place of a variable in a word of an instruction; the word's, `within`, if it cannot be told.
[[nodiscard]] text::TextRange place_of_use(const syntax::Instruction& instruction, std::string_view name, text::TextRange within);

/// Plays a build through.
[[nodiscard]] BuildTrace trace_build(const Analysis& analysis);

/// Steps Empty to Instructions: what can be told without stages.
void add_file_errors(const Analysis& analysis, TraceBuilder& trace);

/// Steps Stages to Triggers.
[[nodiscard]] BuildPlan plan_build(const Analysis& analysis, TraceBuilder& trace);

/// The cycle of COPY --from and mounts that BuildKit would report.
void add_cycle_error(const BuildPlan& plan, TraceBuilder& trace);

/// What a stage hands on to those that stand on it.
struct StageState {
  BuildEnvironment environment;
  std::set<std::string, std::less<>> args;  ///< names of ARGs so far, with a value or not
  bool has_workdir = false;
  std::string directory = "/";
};

/// Step Dispatch of one stage: plays its commands. `state` begins as that of its base.
void dispatch_stage(const Analysis& analysis, const BuildPlan& plan, std::size_t stage, StageState& state, TraceBuilder& trace);

/// Step Dispatch of all stages. What a stage did in an earlier version, and would do again, is taken from there (stage_traces.h).
void dispatch_stages(const Analysis& analysis, const BuildPlan& plan, TraceBuilder& trace);

/// SOURCE_DATE_EPOCH as a global ARG (frontend/dockerfile/dockerfile2llb/epoch.go).
void add_epoch_error(const Analysis& analysis, const BuildPlan& plan, TraceBuilder& trace);

}  // namespace slipway::semantic
