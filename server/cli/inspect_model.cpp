#include "cli/inspect_model.h"

namespace slipway::cli {

namespace {

Json optional_index(const auto& id) { return id ? Json(id->value) : Json(nullptr); }

std::string_view name_of(semantic::BaseKind kind) {
  switch (kind) {
    case semantic::BaseKind::Image: return "image";
    case semantic::BaseKind::Stage: return "stage";
    case semantic::BaseKind::Scratch: return "scratch";
    case semantic::BaseKind::NamedContext: return "named-context";
    case semantic::BaseKind::Missing: return "missing";
  }
  return {};
}

std::string_view name_of(semantic::VariableKind kind) {
  switch (kind) {
    case semantic::VariableKind::GlobalArg: return "global-arg";
    case semantic::VariableKind::Arg: return "arg";
    case semantic::VariableKind::Env: return "env";
  }
  return {};
}

std::string_view name_of(semantic::ReferenceKind kind) {
  switch (kind) {
    case semantic::ReferenceKind::StageInFrom: return "stage-in-from";
    case semantic::ReferenceKind::StageInCopy: return "stage-in-copy";
    case semantic::ReferenceKind::StageInMount: return "stage-in-mount";
    case semantic::ReferenceKind::Variable: return "variable";
  }
  return {};
}

std::string_view name_of(syntax::StageReferenceKind kind) {
  switch (kind) {
    case syntax::StageReferenceKind::From: return "from";
    case syntax::StageReferenceKind::Copy: return "copy";
    case syntax::StageReferenceKind::Mount: return "mount";
  }
  return {};
}

}  // namespace

Json to_json(text::TextRange range) { return Json::array({range.begin, range.end}); }

Json describe_stages(const snapshot::DocumentSnapshot& document) {
  auto out = Json::array();
  for (const auto& stage : document.model().stages) {
    const auto& from = document.analysis->instruction(stage.from);
    out.push_back({{"index", stage.id.value},
                   {"name", stage.name},
                   {"base", stage.base},
                   {"line", document.analysis->line_of(from.range.begin)},
                   {"baseKind", name_of(stage.base_kind)},
                   {"baseStage", optional_index(stage.base_stage)},
                   {"baseValue", stage.base_value},
                   {"needed", stage.needed}});
  }
  return out;
}

Json describe_variables(const snapshot::DocumentSnapshot& document) {
  auto out = Json::array();
  for (const auto& variable : document.model().variables) {
    out.push_back({{"index", variable.id.value},
                   {"kind", name_of(variable.kind)},
                   {"name", variable.name},
                   {"line", document.analysis->line_of(variable.name_range.begin)},
                   {"range", to_json(variable.name_range)},
                   {"stage", optional_index(variable.stage)},
                   {"written", variable.written ? Json(*variable.written) : Json(nullptr)},
                   {"value", variable.value ? Json(*variable.value) : Json(nullptr)},
                   {"inherits", optional_index(variable.inherits)},
                   {"shadows", optional_index(variable.shadows)}});
  }
  return out;
}

Json describe_references(const snapshot::DocumentSnapshot& document) {
  auto out = Json::array();
  for (const auto& reference : document.model().references) {
    out.push_back({{"kind", name_of(reference.kind)},
                   {"text", reference.text},
                   {"line", document.analysis->line_of(reference.range.begin)},
                   {"range", to_json(reference.range)},
                   {"inStage", optional_index(reference.in_stage)},
                   {"stage", optional_index(reference.stage)},
                   {"variable", optional_index(reference.variable)},
                   {"byNumber", reference.by_number},
                   {"predefined", reference.predefined}});
  }
  return out;
}

Json describe_edges(const snapshot::DocumentSnapshot& document) {
  auto out = Json::array();
  for (const auto& edge : document.model().edges) {
    out.push_back({{"from", edge.from.value},
                   {"to", edge.to.value},
                   {"kind", name_of(edge.kind)},
                   {"line", document.analysis->line_of(edge.range.begin)},
                   {"range", to_json(edge.range)}});
  }
  return out;
}

}  // namespace slipway::cli
