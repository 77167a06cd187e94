#include "lint/final_stage.h"

#include <algorithm>

namespace slipway::lint {

namespace {

using semantic::Stage;
using syntax::Keyword;

std::string without_folders(std::string_view word) {
  return std::string(word.substr(word.rfind('/') == std::string_view::npos ? 0 : word.rfind('/') + 1));
}

/// The last instruction of that kind in the chain; null if none.
const semantic::InstructionEntry* last_of(const Context& context, const std::vector<const Stage*>& chain, Keyword keyword) {
  for (const auto* stage : chain) {
    for (auto id = stage->end; id.value > stage->from.value;) {
      --id.value;
      const auto& entry = context.analysis.instruction(id);
      if (entry.keyword() == keyword) return &entry;
    }
  }
  return nullptr;
}

void add_words(const semantic::InstructionEntry& entry, Start& start) {
  const auto& commands = entry.facts->script().commands;
  if (!entry.facts->script().complete || commands.size() > 1) start.certain = false;
  for (const auto& command : commands) {
    start.certain = start.certain && !command.name.has_expansion;
    if (start.words.empty()) start.path = command.name.text;
    start.words.push_back(without_folders(command.name.text));
    for (const auto& argument : command.arguments) start.words.push_back(without_folders(argument.text));
  }
}

}  // namespace

std::vector<const Stage*> final_chain(const semantic::Model& model) {
  std::vector<const Stage*> chain;
  const auto* stage = model.final_stage();
  while (stage != nullptr) {
    chain.push_back(stage);
    // A base is always an earlier stage, so this ends.
    stage = stage->base_stage && *stage->base_stage < stage->id ? &model.stage(*stage->base_stage) : nullptr;
  }
  return chain;
}

std::optional<Start> start_of(const Context& context, const std::vector<const Stage*>& chain) {
  const auto* entrypoint = last_of(context, chain, Keyword::Entrypoint);
  const auto* command = last_of(context, chain, Keyword::Cmd);
  Start start;
  if (entrypoint != nullptr) add_words(*entrypoint, start);
  if (command != nullptr) add_words(*command, start);
  if (start.words.empty() || start.words.front().empty()) return std::nullopt;
  start.program = start.words.front();
  return start;
}

}  // namespace slipway::lint
