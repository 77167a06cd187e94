#include "cli/inspect.h"

#include <algorithm>
#include <array>

#include "cli/console.h"
#include "cli/files.h"
#include "cli/inspect_model.h"
#include "features/document_symbols.h"
#include "support/strings.h"

namespace slipway::cli {

namespace {

using snapshot::DocumentSnapshot;

/// Upper case; null where the line has none (a lone continuation mark at the end of the file).
Json keyword_of(const syntax::Instruction& instruction) {
  const auto keyword = to_upper(instruction.written_keyword);
  return keyword.empty() ? Json(nullptr) : Json(keyword);
}

/// The flag word without quotes, as BuildKit records it.
std::string flag_word(const syntax::Flag& flag) { return "--" + flag.name + (flag.value ? "=" + *flag.value : ""); }

Json describe_instructions(const DocumentSnapshot& document) {
  const auto& analysis = *document.analysis;
  auto out = Json::array();
  for (std::uint32_t i = 0; i < analysis.instructions.size(); ++i) {
    const auto& entry = analysis.instructions[i];
    const auto& instruction = entry.syntax();
    const auto* stage = document.model().stage_of(semantic::InstructionId{i});
    auto flags = Json::array();
    for (const auto& flag : instruction.flags) flags.push_back(flag_word(flag));
    auto heredocs = Json::array();
    for (const auto& heredoc : instruction.heredocs) heredocs.push_back(heredoc.name);
    out.push_back({{"keyword", keyword_of(instruction)},
                   {"startLine", analysis.line_of(entry.range.begin)},
                   {"endLine", analysis.last_line_of(entry.range)},
                   {"stage", stage != nullptr ? Json(stage->id.value) : Json(nullptr)},
                   {"flags", flags},
                   {"heredocs", heredocs},
                   {"execForm", instruction.form == syntax::Form::Exec && instruction.keyword != syntax::Keyword::Onbuild}});
  }
  return out;
}

Json describe_directives(const DocumentSnapshot& document) {
  auto out = Json::array();
  for (const auto& directive : document.analysis->directives.all) {
    out.push_back({{"name", directive.name}, {"value", directive.value}, {"line", document.analysis->line_of(directive.range.begin)}});
  }
  return out;
}

Json describe_tree(const DocumentSnapshot& document) { return document.analysis->tree.to_text(); }

Json symbols_below(const DocumentSnapshot& document, const std::vector<features::Symbol>& symbols) {
  auto out = Json::array();
  for (const auto& symbol : symbols) {
    const auto kind = symbol.kind == features::SymbolKind::Stage      ? "stage"
                      : symbol.kind == features::SymbolKind::Variable ? "variable"
                                                                      : "instruction";
    out.push_back({{"name", symbol.name},
                   {"detail", symbol.detail},
                   {"kind", kind},
                   {"line", document.analysis->line_of(symbol.range.begin)},
                   {"range", to_json(symbol.range)},
                   {"selection", to_json(symbol.selection)},
                   {"children", symbols_below(document, symbol.children)}});
  }
  return out;
}

Json describe_symbols(const DocumentSnapshot& document) { return symbols_below(document, features::document_symbols(document)); }

Json describe_commands(const semantic::InstructionEntry& entry) {
  auto out = Json::array();
  for (const auto& command : entry.facts->script().commands) {
    auto words = Json::array();
    words.push_back(command.name.text);
    for (const auto& argument : command.arguments) words.push_back(argument.text);
    out.push_back({{"words", words}, {"range", to_json(entry.place(command.range))}, {"conditional", command.conditional}});
  }
  return out;
}

Json describe_facts(const DocumentSnapshot& document) {
  const auto& analysis = *document.analysis;
  auto out = Json::array();
  for (const auto& entry : analysis.instructions) {
    const auto& instruction = entry.syntax();
    auto errors = Json::array();
    for (const auto& error : instruction.errors)
      errors.push_back({{"message", error.message}, {"range", to_json(entry.place(error.range))}});
    auto words = Json::array();
    for (const auto& word : instruction.words) words.push_back(word.text);
    auto pairs = Json::array();
    for (const auto& pair : instruction.pairs)
      pairs.push_back({{"key", pair.key.text}, {"value", pair.value ? Json(pair.value->text) : Json(nullptr)}});
    auto variables = Json::array();
    for (const auto& use : instruction.variables) variables.push_back(use.name);
    auto references = Json::array();
    for (const auto& reference : entry.facts->stage_references) references.push_back(reference.text);
    out.push_back({{"keyword", keyword_of(instruction)},
                   {"line", analysis.line_of(entry.range.begin)},
                   {"range", to_json(entry.range)},
                   {"words", words},
                   {"pairs", pairs},
                   {"variables", variables},
                   {"stageReferences", references},
                   {"commands", describe_commands(entry)},
                   {"errors", errors}});
  }
  return out;
}

struct Thing {
  std::string_view name;
  Describe describe;
};

constexpr std::array<Thing, 9> things = {{{"instructions", describe_instructions},
                                          {"stages", describe_stages},
                                          {"variables", describe_variables},
                                          {"references", describe_references},
                                          {"edges", describe_edges},
                                          {"directives", describe_directives},
                                          {"symbols", describe_symbols},
                                          {"facts", describe_facts},
                                          {"tree", describe_tree}}};

Result<std::vector<Thing>> things_named(const std::vector<std::string>& names) {
  std::vector<Thing> out;
  for (const auto& name : names) {
    const auto* found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.name == name; });
    if (found == things.end()) {
      std::vector<std::string_view> all;
      for (const auto& thing : things) all.push_back(thing.name);
      return Error{"inspect knows no '" + name + "'." + did_you_mean(name, all) + " It knows: " + join(inspectable_things(), ", ") + "."};
    }
    out.push_back(*found);
  }
  return out;
}

}  // namespace

std::vector<std::string> inspectable_things() {
  std::vector<std::string> out;
  for (const auto& thing : things) out.emplace_back(thing.name);
  return out;
}

int inspect(const InspectOptions& options) {
  const auto asked = things_named(options.what.empty() ? std::vector<std::string>{"instructions", "stages"} : options.what);
  if (!asked.ok()) return complain(asked.error().message);
  int code = Clean;
  for (const auto& file : find_files(options.paths)) {
    const auto document = open_document(file);
    if (!document.ok()) {
      code = complain(document.error().message);
      continue;
    }
    Json line = {{"file", file}};
    for (const auto& thing : asked.value()) line[std::string(thing.name)] = thing.describe(*document.value());
    print(line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
  return code;
}

}  // namespace slipway::cli
