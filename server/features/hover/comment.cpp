#include <algorithm>

#include "catalog/values.h"
#include "features/completion/where.h"
#include "features/explain.h"
#include "features/hover/describe.h"
#include "lint/registry.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using snapshot::DocumentSnapshot;

std::optional<Hover> describe_rule(text::TextRange word, std::string_view name) {
  const auto rules = lint::find_rules(name);
  if (rules.size() != 1) return {};
  return Hover{word, explain_rule(*rules.front())};
}

std::optional<Hover> of_text(text::TextRange word, std::string text) {
  if (text.empty()) return {};
  return Hover{word, std::move(text)};
}

std::optional<Hover> describe_directive_value(std::string_view directive, text::TextRange word, std::string_view value) {
  if (directive == "syntax") return of_text(word, explain_image(value));
  return of_text(word, explain_directive(directive));
}

}  // namespace

std::optional<Hover> describe_comment(const DocumentSnapshot& document, text::Offset offset) {
  // What could be typed here tells what stands here.
  const auto where = find_where(document, offset);
  const auto word = document.analysis->source.slice(where.word);
  if (word.empty()) return {};
  switch (where.part) {
    case Part::DirectiveName: return where.next == '=' || where.next == ' ' ? of_text(where.word, explain_directive(word)) : std::nullopt;
    case Part::DirectiveValue: return describe_directive_value(where.owner, where.word, word);
    case Part::CheckOption: {
      const auto* option = catalog::find_value(catalog::check_options(), word);
      return option == nullptr ? std::nullopt
                               : of_text(where.word, "`" + std::string(option->name) + "=`: " + std::string(option->meaning));
    }
    case Part::CheckValue: return describe_rule(where.word, "buildkit/" + std::string(word));
    case Part::IgnoredRule:
      return describe_rule(where.word, where.owner == "hadolint" ? "hadolint/" + std::string(word) : std::string(word));
    default: return {};
  }
}

}  // namespace slipway::features
