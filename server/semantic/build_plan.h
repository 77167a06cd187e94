#pragma once
// The stages of a build before their instructions run: bases, platforms, sources, triggers. Private to semantic/.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "semantic/analysis.h"
#include "semantic/build_environment.h"
#include "semantic/build_errors.h"

namespace slipway::semantic {

/// Collects errors; `finish` puts them in BuildKit's order.
class BuildErrors {
 public:
  void add(BuildStep step, std::string message, std::optional<InstructionId> instruction, TextRange range,
           BuildErrorTopic topic = BuildErrorTopic::Other) {
    errors_.push_back({step, topic, std::move(message), instruction, range});
  }
  [[nodiscard]] std::vector<BuildError> finish();

 private:
  std::vector<BuildError> errors_;
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

/// Steps Empty to Instructions: what can be told without stages.
void add_file_errors(const Analysis& analysis, BuildErrors& errors);

/// Steps Stages to Triggers.
[[nodiscard]] BuildPlan plan_build(const Analysis& analysis, BuildErrors& errors);


/// The cycle of COPY --from and mounts that BuildKit would report.
void add_cycle_error(const BuildPlan& plan, BuildErrors& errors);

/// Step Dispatch.
void add_dispatch_errors(const Analysis& analysis, const BuildPlan& plan, BuildErrors& errors);

/// SOURCE_DATE_EPOCH as a global ARG (frontend/dockerfile/dockerfile2llb/epoch.go).
void add_epoch_error(const Analysis& analysis, const BuildPlan& plan, BuildErrors& errors);

}  // namespace slipway::semantic
