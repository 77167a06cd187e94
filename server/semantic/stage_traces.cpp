// The stages of a build one after the other, each played or taken from the version before.

#include "semantic/stage_traces.h"

#include <algorithm>
#include <utility>

#include "semantic/build_plan.h"
#include "support/hash.h"

namespace slipway::semantic {

namespace {

/// A hash of one value after the other.
class Key {
 public:
  void add(std::uint64_t number) { value_ = hash_bytes({reinterpret_cast<const char*>(&number), sizeof number}, value_); }
  void add(std::string_view text) { value_ = hash_bytes(text, value_); }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 1;
};

/// Calls `change` for instruction and range of all that a stage's trace holds.
template <class Change>
void each_place(BuildTrace& trace, Change change) {
  for (auto& error : trace.errors) {
    if (error.instruction) change(*error.instruction, error.range);
  }
  for (auto& use : trace.undefined) change(use.instruction, use.range);
  for (auto& word : trace.words) change(word.instruction, word.range);
}

class StagePlayer {
 public:
  StagePlayer(const Analysis& analysis, const BuildPlan& plan, TraceBuilder& trace)
      : analysis_(analysis),
        plan_(plan),
        trace_(trace),
        keys_(plan.stages.size()),
        states_(plan.stages.size()),
        users_(plan.stages.size()) {
    for (const auto& stage : plan.stages) {
      if (stage.base) ++users_[*stage.base];
    }
  }

  void run() {
    const auto* memory = analysis_.stage_traces.get();
    const auto earlier = memory == nullptr ? nullptr : memory->newest();
    StageTraces::ByContent played;
    if (earlier) find_keys();
    for (std::size_t stage = 0; stage < plan_.stages.size(); ++stage) {
      if (!keys_[stage]) {
        trace_.append(play(stage));
        continue;
      }
      const auto found = earlier->find(*keys_[stage]);
      const auto trace = found == earlier->end() ? std::make_shared<const BuildTrace>(detached(play(stage), stage)) : found->second;
      trace_.append(placed(*trace, stage));
      played.emplace(*keys_[stage], trace);
    }
    if (earlier) analysis_.stage_traces->keep(std::move(played));
  }

 private:
  [[nodiscard]] InstructionId from(std::size_t stage) const { return plan_.stages[stage].from; }

  void find_keys() {
    Key globals;
    globals.add(static_cast<unsigned char>(analysis_.directives.escape));
    for (const auto name : plan_.globals.names()) {
      globals.add(name);
      globals.add(plan_.globals.get(name).value_or(""));
    }
    for (std::size_t stage = 0; stage < plan_.stages.size(); ++stage) keys_[stage] = key_of(stage, globals);
  }

  /// Nothing for a stage whose trace also follows from instructions elsewhere: that of a trigger, or of such a stage that it stands on.
  [[nodiscard]] std::optional<std::uint64_t> key_of(std::size_t index, Key key) const {
    const auto& stage = plan_.stages[index];
    if (stage.base && !keys_[*stage.base]) return {};
    key.add(stage.base ? *keys_[*stage.base] : 0);
    key.add(stage.os);
    bool any_later = false;
    for (const auto& command : stage.commands) {
      if (command.instead) return {};
      key.add(analysis_.instruction(command.instruction).facts->key);
      key.add(command.instruction.value - stage.from.value);
      const auto later = [&](const CommandSource& source) { return source.stage && *source.stage > index; };
      if (command.copy_source && later(*command.copy_source)) key.add(any_later = true);
      for (const auto& source : command.mount_sources) {
        key.add(later(source));
        any_later = any_later || later(source);
      }
    }
    if (any_later) key.add(plan_.display_name(index));
    return key.value();
  }

  BuildTrace play(std::size_t stage) {
    TraceBuilder trace;
    states_[stage] = begin_state(stage);
    dispatch_stage(analysis_, plan_, stage, *states_[stage], trace);
    return trace.take();
  }

  /// The state of the base. Its last user takes it over, so that long chains stay cheap.
  StageState begin_state(std::size_t stage) {
    const auto base = plan_.stages[stage].base;
    if (!base) return {};
    replay_to(*base);
    return --users_[*base] == 0 ? std::move(*states_[*base]) : *states_[*base];
  }

  /// Stages whose traces were remembered have no state yet; those that this one stands on are played again, the lowest first.
  void replay_to(std::size_t stage) {
    std::vector<std::size_t> missing;
    for (std::optional<std::size_t> at = stage; at && !states_[*at]; at = plan_.stages[*at].base) missing.push_back(*at);
    for (; !missing.empty(); missing.pop_back()) (void)play(missing.back());
  }

  [[nodiscard]] BuildTrace detached(BuildTrace trace, std::size_t stage) const {
    each_place(trace, [&](InstructionId& instruction, TextRange& range) {
      range = range.shifted(text::Offset{0} - analysis_.instruction(instruction).range.begin);  // wraps around
      instruction.value -= from(stage).value;
    });
    return trace;
  }

  [[nodiscard]] BuildTrace placed(BuildTrace trace, std::size_t stage) const {
    each_place(trace, [&](InstructionId& instruction, TextRange& range) {
      instruction.value += from(stage).value;
      range = range.shifted(analysis_.instruction(instruction).range.begin);
    });
    return trace;
  }

  const Analysis& analysis_;
  const BuildPlan& plan_;
  TraceBuilder& trace_;
  std::vector<std::optional<std::uint64_t>> keys_;
  std::vector<std::optional<StageState>> states_;  ///< at the end of stages that were played
  std::vector<std::size_t> users_;                 ///< stages that stand on each and have not taken its state yet
};

}  // namespace

void dispatch_stages(const Analysis& analysis, const BuildPlan& plan, TraceBuilder& trace) { StagePlayer(analysis, plan, trace).run(); }

}  // namespace slipway::semantic
