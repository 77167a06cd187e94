#include "features/rename.h"

#include <algorithm>
#include <set>

#include "catalog/variables.h"
#include "features/references.h"
#include "features/subject.h"
#include "semantic/expansion.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::features {

namespace {

using semantic::Model;
using semantic::ReferenceKind;
using snapshot::DocumentSnapshot;
using text::TextEdit;
using Edits = std::vector<TextEdit>;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

bool is_predefined(std::string_view name) { return semantic::is_predefined(name) || catalog::find_predefined(name) != nullptr; }

/// Why the thing under the cursor cannot be renamed; nothing when it can.
std::optional<Error> refusal(const Model& model, const Subject& subject) {
  if (const auto* stage = std::get_if<StageSubject>(&subject)) {
    if (stage->kind == StageWord::Number) return Error{"This is a stage's number: give the stage a name with AS first."};
    if (model.stage(stage->stage).name.empty()) return Error{"This stage has no name: give it one with AS first."};
    return {};
  }
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) {
    const auto name = variable->reference != nullptr ? variable->reference->text : model.variable(*variable->variable).name;
    if (is_predefined(name))
      return Error{quoted(name) + " is the name that BuildKit or the image gives this variable: it cannot be changed here."};
    if (!variable->variable) return Error{quoted(name) + " is not declared in this file, so its name is not ours to change."};
    return {};
  }
  if (std::holds_alternative<HeredocSubject>(subject)) return {};
  return Error{"Only stages, variables and the names of heredocs can be renamed."};
}

text::TextRange word_of(const Subject& subject) {
  if (const auto* stage = std::get_if<StageSubject>(&subject)) return stage->word;
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) return variable->word;
  return std::get<HeredocSubject>(subject).word;
}

// ---- stages ----

/// BuildKit's validStageName, and a name of an image besides (instructions/parse.go, dockerfile2llb/convert.go).
std::optional<Error> bad_stage_name(std::string_view name) {
  const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; };
  if (name.empty() || !is_letter(name.front()) || !std::all_of(name.begin(), name.end(), allowed)) {
    return Error{quoted(name) + " cannot name a stage: it must begin with a letter and go on with letters, digits, '-', '_' and '.'."};
  }
  const auto lower = to_lower(name);
  if (lower == "scratch" || lower == "context") return Error{quoted(name) + " is reserved: BuildKit gives that name a meaning of its own."};
  if (syntax::image_reference_error(lower))
    return Error{quoted(name) + " cannot name a stage: it must end in a letter or a digit, with single separators between."};
  return {};
}

/// FROM and COPY --from take the name for an image today; with a stage of that name they would take the stage.
std::optional<Error> stage_clash(const Model& model, const semantic::Stage& stage, std::string_view new_name) {
  const auto lower = to_lower(new_name);
  for (const auto& other : model.stages) {
    if (other.id != stage.id && other.name == lower) return Error{"Another stage is called " + quoted(lower) + " already."};
  }
  for (const auto& reference : model.references) {
    if (reference.kind == ReferenceKind::Variable || reference.stage || to_lower(reference.text) != lower) continue;
    if (reference.kind == ReferenceKind::StageInFrom && reference.instruction < stage.from) continue;
    return Error{quoted(lower) + " is used as an image in this file: with a stage of that name it would mean the stage."};
  }
  return {};
}

Result<Edits> rename_stage(const DocumentSnapshot& document, const StageSubject& subject, std::string_view new_name) {
  const auto& model = document.model();
  const auto& stage = model.stage(subject.stage);
  if (auto error = bad_stage_name(new_name)) return std::move(*error);
  if (auto error = stage_clash(model, stage, new_name)) return std::move(*error);
  Edits edits = {{stage.name_range, std::string(new_name)}};
  for (const auto& use : stage_uses(document, stage.id)) {
    if (use.word == StageWord::Number) continue;
    // FROM compares with the name that BuildKit stores, which is in lower case.
    edits.push_back({use.range, use.kind == ReferenceKind::StageInFrom ? to_lower(new_name) : std::string(new_name)});
  }
  return edits;
}

// ---- variables ----

std::optional<Error> bad_variable_name(std::string_view name) {
  const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  if (name.empty() || is_digit(name.front()) || !std::all_of(name.begin(), name.end(), allowed)) {
    return Error{quoted(name) + " cannot name a variable: it must begin with a letter or '_' and go on with letters, digits and '_'."};
  }
  if (is_predefined(name)) return Error{quoted(name) + " has a meaning of its own in builds."};
  return {};
}

/// Stages in which the variable lives, and those built on them; nothing in the set stands for the global scope.
using Scopes = std::set<std::optional<semantic::StageId>>;

Scopes scopes_of(const Model& model, const std::vector<semantic::VariableId>& life) {
  Scopes scopes;
  for (const auto id : life) scopes.insert(model.variable(id).stage);
  for (const auto& stage : model.stages) {
    if (stage.base_stage && scopes.count(*stage.base_stage) != 0) scopes.insert(stage.id);
  }
  return scopes;
}

/// `ARG NAME` in a stage takes the value of the global ARG of that name, as soon as there is one.
bool would_inherit(const Model& model, const std::vector<semantic::VariableId>& life, const semantic::Variable& other) {
  const auto takes = [](const semantic::Variable& variable) { return variable.kind == semantic::VariableKind::Arg && !variable.written; };
  const auto gives = [](const semantic::Variable& variable) { return variable.kind == semantic::VariableKind::GlobalArg; };
  return std::any_of(life.begin(), life.end(), [&](semantic::VariableId id) {
    const auto& mine = model.variable(id);
    return (takes(mine) && gives(other)) || (gives(mine) && takes(other));
  });
}

std::optional<Error> variable_clash(const Model& model, const std::vector<semantic::VariableId>& life, std::string_view new_name) {
  const auto scopes = scopes_of(model, life);
  for (const auto& other : model.variables) {
    if (other.name != new_name || std::binary_search(life.begin(), life.end(), other.id)) continue;
    if (scopes.count(other.stage) != 0) return Error{quoted(new_name) + " is declared already where this variable lives."};
    if (would_inherit(model, life, other))
      return Error{quoted(new_name) + " is the name of another build argument: the one would take the value of the other."};
  }
  for (const auto& reference : model.references) {
    if (reference.kind != ReferenceKind::Variable || reference.text != new_name) continue;
    if (reference.variable || scopes.count(reference.in_stage) == 0) continue;
    return Error{quoted(new_name) + " is used already where this variable lives: those uses would change their meaning."};
  }
  // A variable of a parent stage that is seen here would be hidden.
  for (const auto& stage : model.stages) {
    if (scopes.count(stage.id) == 0) continue;
    for (auto base = stage.base_stage; base; base = model.stage(*base).base_stage) {
      for (const auto& other : model.variables) {
        if (other.stage == base && other.name == new_name)
          return Error{quoted(new_name) + " comes from the stage that this one is built on."};
      }
    }
  }
  return {};
}

Result<Edits> rename_variable(const Model& model, const VariableSubject& subject, std::string_view new_name) {
  if (auto error = bad_variable_name(new_name)) return std::move(*error);
  const auto life = whole_life(model, *subject.variable);
  if (new_name == model.variable(*subject.variable).name) return Edits();
  if (auto error = variable_clash(model, life, new_name)) return std::move(*error);
  Edits edits;
  for (const auto id : life) edits.push_back({model.variable(id).name_range, std::string(new_name)});
  for (const auto& reference : model.references) {
    if (reference.variable && std::binary_search(life.begin(), life.end(), *reference.variable))
      edits.push_back({reference.range, std::string(new_name)});
  }
  return edits;
}

// ---- heredocs ----

Result<Edits> rename_heredoc(const DocumentSnapshot& document, const HeredocSubject& subject, std::string_view new_name) {
  const auto bad = [](char c) { return is_space(c) || std::string_view("\"'\\<>$&;|()`").find(c) != std::string_view::npos; };
  if (new_name.empty() || new_name.front() == '-' || std::any_of(new_name.begin(), new_name.end(), bad)) {
    return Error{quoted(new_name) + " cannot end a heredoc: it must be one word without quotes and signs of the shell."};
  }
  for (auto line : split(document.analysis->source.slice(subject.body), '\n')) {
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    while (subject.heredoc->chomps && !line.empty() && line.front() == '\t') line.remove_prefix(1);
    if (line == new_name) return Error{"A line of the heredoc is " + quoted(new_name) + ": the heredoc would end there."};
  }
  Edits edits = {{subject.start, std::string(new_name)}};
  if (subject.end) edits.push_back({*subject.end, std::string(new_name)});
  return edits;
}

}  // namespace

Result<RenameTarget> prepare_rename(const DocumentSnapshot& document, text::Offset offset) {
  const auto subject = subject_at(document, offset);
  if (auto error = refusal(document.model(), subject)) return std::move(*error);
  const auto word = word_of(subject);
  return RenameTarget{word, std::string(document.analysis->source.slice(word))};
}

Result<Edits> rename(const DocumentSnapshot& document, text::Offset offset, std::string_view new_name) {
  const auto subject = subject_at(document, offset);
  if (auto error = refusal(document.model(), subject)) return std::move(*error);
  auto edits = [&]() -> Result<Edits> {
    if (const auto* stage = std::get_if<StageSubject>(&subject)) return rename_stage(document, *stage, new_name);
    if (const auto* variable = std::get_if<VariableSubject>(&subject)) return rename_variable(document.model(), *variable, new_name);
    return rename_heredoc(document, std::get<HeredocSubject>(subject), new_name);
  }();
  if (edits.ok()) {
    auto& list = edits.value();
    std::sort(list.begin(), list.end(), [](const TextEdit& a, const TextEdit& b) { return a.range < b.range; });
  }
  return edits;
}

}  // namespace slipway::features
