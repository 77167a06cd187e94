#include "lint/stage_cycles.h"

#include <algorithm>

namespace slipway::lint {

using semantic::Reference;
using semantic::ReferenceKind;

/// Tarjan's algorithm with a stack of its own, since a chain of stages may be as long as the file.
struct StageCycles::Walk {
  struct Frame {
    std::size_t stage = 0;
    std::size_t next = 0;  ///< the need to follow next
  };
  std::vector<Frame> frames;
  std::vector<std::size_t> number;  ///< by stage: order of the first visit, from 1; 0 unvisited
  std::vector<std::size_t> lowest;  ///< by stage: lowest number it can reach among open stages
  std::vector<bool> open;
  std::vector<std::size_t> waiting;
  std::size_t visits = 0;

  void enter(std::size_t stage) {
    frames.push_back({stage, 0});
    number[stage] = lowest[stage] = ++visits;
    open[stage] = true;
    waiting.push_back(stage);
  }
};

StageCycles::StageCycles(const semantic::Model& model) : needs_(model.stages.size()), ring_(model.stages.size()) {
  for (const auto& reference : model.references) {
    const bool counts = reference.kind == ReferenceKind::StageInCopy || reference.kind == ReferenceKind::StageInMount;
    if (counts && reference.stage && reference.in_stage) needs_[reference.in_stage->index()].push_back({*reference.stage, &reference});
  }
  Walk walk;
  walk.number.resize(needs_.size());
  walk.lowest.resize(needs_.size());
  walk.open.resize(needs_.size());
  for (std::size_t stage = 0; stage < needs_.size(); ++stage) {
    if (walk.number[stage] == 0) walk_from(stage, walk);
  }
}

void StageCycles::walk_from(std::size_t start, Walk& walk) {
  walk.enter(start);
  while (!walk.frames.empty()) {
    const auto stage = walk.frames.back().stage;
    if (walk.frames.back().next < needs_[stage].size()) {
      const auto target = needs_[stage][walk.frames.back().next++].stage.index();
      if (walk.number[target] == 0) {
        walk.enter(target);
        continue;
      }
      if (!walk.open[target]) continue;
      walk.lowest[stage] = std::min(walk.lowest[stage], walk.number[target]);
      const bool closes = first_ring_.empty() && std::any_of(walk.frames.begin(), walk.frames.end(),
                                                             [&](const Walk::Frame& frame) { return frame.stage == target; });
      if (closes) {
        for (const auto& frame : walk.frames) first_ring_.push_back(needs_[frame.stage][frame.next - 1].reference);
      }
      continue;
    }
    walk.frames.pop_back();
    if (!walk.frames.empty()) {
      const auto parent = walk.frames.back().stage;
      walk.lowest[parent] = std::min(walk.lowest[parent], walk.lowest[stage]);
    }
    if (walk.lowest[stage] != walk.number[stage]) continue;
    for (bool last = false; !last; walk.waiting.pop_back()) {
      const auto member = walk.waiting.back();
      last = member == stage;
      walk.open[member] = false;
      ring_[member] = stage;
    }
  }
}

std::string display_name(const semantic::Stage& stage) {
  return stage.name.empty() ? "stage-" + std::to_string(stage.id.value) : stage.name;
}

}  // namespace slipway::lint
