#include "features/explain.h"
#include "features/hover/describe.h"

namespace slipway::features {

namespace {

using semantic::Variable;
using semantic::VariableKind;
using snapshot::DocumentSnapshot;

std::string line_of(const DocumentSnapshot& document, const Variable& variable) {
  return std::to_string(document.analysis->line_of(variable.name_range.begin));
}

std::string_view kind_name(VariableKind kind) {
  switch (kind) {
    case VariableKind::GlobalArg: return "Global build argument";
    case VariableKind::Arg: return "Build argument";
    case VariableKind::Env: return "Environment variable";
  }
  return {};
}

/// `ARG NAME=value` as it is written.
std::string declaration(const Variable& variable) {
  std::string out = variable.kind == VariableKind::Env ? "ENV " : "ARG ";
  out += variable.name;
  if (variable.written) out += "=" + std::string(*variable.written);
  return "```dockerfile\n" + out + "\n```\n\n";
}

std::string value_of(const Variable& variable) {
  if (variable.value) {
    if (variable.value->empty()) return "The value is empty.";
    return "Value: `" + *variable.value + "`" + (variable.kind == VariableKind::Env ? "" : ", unless `--build-arg` gives another");
  }
  if (variable.written) return "Its value hangs on what is not known here: `" + std::string(*variable.written) + "`.";
  return "It has no default: `--build-arg` gives the value.";
}

std::string origin_of(const DocumentSnapshot& document, const Variable& variable) {
  const auto& model = document.model();
  std::string out = std::string(kind_name(variable.kind)) + ", declared on line " + line_of(document, variable);
  if (variable.stage && !model.stage(*variable.stage).name.empty()) out += " in stage `" + model.stage(*variable.stage).name + "`";
  out += ".";
  if (variable.inherits)
    out += " It takes the value of the global one on line " + line_of(document, model.variable(*variable.inherits)) + ".";
  if (variable.shadows) {
    const auto& before = model.variable(*variable.shadows);
    out +=
        " It replaces the " + std::string(before.kind == VariableKind::Env ? "ENV" : "ARG") + " on line " + line_of(document, before) + ".";
  }
  return out;
}

std::string global_only(std::string_view name) {
  std::string out = "`";
  return out.append(name).append("` is a global ARG: this stage sees it after a line `ARG ").append(name).append("`.");
}

/// A use that no line of the file declares.
std::string undeclared(const DocumentSnapshot& document, const semantic::Reference& reference) {
  const auto name = std::string(reference.text);
  if (auto known = explain_predefined(name); !known.empty()) return known;
  // Shells have variables of their own.
  const auto keyword = document.analysis->instruction(reference.instruction).keyword();
  const bool in_shell = keyword == syntax::Keyword::Run || keyword == syntax::Keyword::Cmd || keyword == syntax::Keyword::Entrypoint ||
                        keyword == syntax::Keyword::Healthcheck || keyword == syntax::Keyword::Onbuild;
  if (in_shell) return {};
  for (const auto& variable : document.model().variables) {
    if (variable.name != reference.text) continue;
    if (variable.kind == VariableKind::GlobalArg) return global_only(name);
    return "`" + name + "` is not in force here: line " + line_of(document, variable) + " declares it.";
  }
  return "`" + name + "` is not declared in this file. If the base image does not set it, it is empty.";
}

}  // namespace

std::optional<Hover> describe_variable(const DocumentSnapshot& document, const VariableSubject& subject) {
  if (!subject.variable) {
    auto text = undeclared(document, *subject.reference);
    return text.empty() ? std::nullopt : std::optional(Hover{subject.word, std::move(text)});
  }
  const auto& variable = document.model().variable(*subject.variable);
  std::string text = declaration(variable) + value_of(variable) + "\n\n" + origin_of(document, variable);
  if (const auto known = explain_predefined(variable.name); !known.empty()) text += "\n\n" + known;
  return Hover{subject.word, std::move(text)};
}

}  // namespace slipway::features
