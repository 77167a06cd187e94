#include "tests/support/render_model.h"

namespace slipway::test {

namespace {

using semantic::Analysis;

std::string at(const Analysis& analysis, text::TextRange range) {
  const auto line = analysis.source.lines().line_of(range.begin);
  return " @" + std::to_string(line + 1) + ":" + std::to_string(range.begin - analysis.source.lines().line_start(line) + 1);
}

std::string stage_label(const semantic::Stage& stage) {
  return std::to_string(stage.id.value) + (stage.name.empty() ? "" : " " + stage.name);
}

std::string base_text(const Analysis& analysis, const semantic::Stage& stage) {
  switch (stage.base_kind) {
    case semantic::BaseKind::Image: return "image " + stage.base_value;
    case semantic::BaseKind::Stage: return "stage " + stage_label(analysis.model().stage(*stage.base_stage));
    case semantic::BaseKind::Scratch: return "scratch";
    case semantic::BaseKind::NamedContext: return "context " + stage.base_value;
    case semantic::BaseKind::Missing: return "nothing";
  }
  return {};
}

std::string variable_text(const Analysis& analysis, const semantic::Variable& variable) {
  constexpr std::string_view kinds[] = {"global arg", "arg", "env"};
  std::string out(kinds[static_cast<std::size_t>(variable.kind)]);
  out += " " + std::string(variable.name) + at(analysis, variable.name_range);
  if (variable.value) out += " = " + *variable.value;
  if (variable.inherits) out += ", inherits" + at(analysis, analysis.model().variable(*variable.inherits).name_range);
  if (variable.shadows) out += ", shadows" + at(analysis, analysis.model().variable(*variable.shadows).name_range);
  return out;
}

std::string reference_text(const Analysis& analysis, const semantic::Reference& reference) {
  constexpr std::string_view kinds[] = {"FROM ", "COPY --from=", "mount from=", "$"};
  std::string out(kinds[static_cast<std::size_t>(reference.kind)]);
  out += std::string(reference.text) + at(analysis, reference.range) + " -> ";
  if (reference.stage) return out + "stage " + stage_label(analysis.model().stage(*reference.stage));
  if (reference.variable) return out + variable_text(analysis, analysis.model().variable(*reference.variable));
  return out + (reference.predefined ? "predefined" : "nothing");
}

}  // namespace

std::string render_model(const Analysis& analysis) {
  std::string out;
  const auto& model = analysis.model();
  for (const auto& stage : model.stages) {
    out += "stage " + stage_label(stage) + at(analysis, stage.range) + " on " + base_text(analysis, stage) +
           (stage.needed ? "" : ", unused") + "\n";
  }
  for (const auto& variable : model.variables) out += variable_text(analysis, variable) + "\n";
  for (const auto& reference : model.references) out += reference_text(analysis, reference) + "\n";
  for (const auto& edge : model.edges)
    out += "edge " + std::to_string(edge.from.value) + " needs " + std::to_string(edge.to.value) + at(analysis, edge.range) + "\n";
  return out;
}

}  // namespace slipway::test
