#include <algorithm>

#include "catalog/values.h"
#include "features/completion/providers.h"
#include "lint/registry.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

bool is_used(const Where& where, std::string_view name) {
  return std::any_of(where.used.begin(), where.used.end(), [&](const std::string& used) { return equals_ignoring_case(used, name); });
}

/// A directive can stand once.
void add_names(const Request& request, Items& items) {
  const auto& where = request.where;
  const auto& directives = request.document.analysis->directives;
  const std::string blank = where.owner == "#" ? " " : "";
  for (const auto& directive : catalog::directives()) {
    const auto* there = directives.find(directive.name);
    if (there != nullptr && !there->range.touches(where.cursor)) continue;
    const auto name = std::string(directive.name);
    items.add(Rank::First, {.label = name + "=",
                            .kind = CompletionKind::Directive,
                            .key = "directive:" + name,
                            .new_text = blank + name + (where.next == '=' ? "" : "="),
                            .filter_text = name});
  }
}

void add_ignore_comments(const Request& request, Rank rank, Items& items) {
  const std::string blank = request.where.owner == "#" ? " " : "";
  for (const auto* comment : {"slipway ignore=", "slipway ignore-file=", "hadolint ignore=", "check=skip="}) {
    items.add(rank, {.label = comment,
                     .kind = CompletionKind::Directive,
                     .detail = "leave out rules",
                     .new_text = blank + comment,
                     .filter_text = comment});
  }
}

void add_values(const Request& request, Items& items) {
  const auto& name = request.where.owner;
  if (name == "escape") {
    items.add(Rank::First, {.label = "`", .detail = "leaves the backslash to Windows paths"});
    items.add(Rank::Usual, {.label = "\\", .detail = "the default"});
  }
  if (name != "syntax") return;
  for (const auto& frontend : catalog::frontends()) {
    items.add(Rank::First, {.label = std::string(frontend.name), .kind = CompletionKind::Image, .detail = std::string(frontend.meaning)});
  }
}

void add_options(const Request& request, Items& items) {
  for (const auto& option : catalog::check_options()) {
    const auto name = std::string(option.name);
    items.add(Rank::First, {.label = name + "=",
                            .kind = CompletionKind::Directive,
                            .detail = std::string(option.meaning),
                            .new_text = request.where.next == '=' ? name : name + "="});
  }
}

/// Rules by the names that one origin gives them.
void add_rules_of(const Request& request, std::string_view origin, Items& items) {
  for (const auto* rule : lint::rules()) {
    for (const auto alias : rule->aliases) {
      if (alias.substr(0, origin.size()) != origin) continue;
      const auto name = alias.substr(origin.size());
      if (name == "error" || is_used(request.where, name)) continue;
      items.add(Rank::Likely, {.label = std::string(name), .detail = std::string(rule->summary), .key = "rule:" + std::string(rule->name)});
    }
  }
}

void add_check_values(const Request& request, Items& items) {
  if (request.where.owner == "error") return add_words(items, Rank::First, "true false", CompletionKind::Value);
  add_rules_of(request, "buildkit/", items);
  if (request.where.used.empty()) items.add(Rank::Usual, {.label = "all", .detail = "every check"});
}

void add_ignored_rules(const Request& request, Items& items) {
  if (request.where.owner == "hadolint") return add_rules_of(request, "hadolint/", items);
  for (const auto* rule : lint::rules()) {
    if (is_used(request.where, rule->name)) continue;
    items.add(Rank::Likely,
              {.label = std::string(rule->name), .detail = std::string(rule->summary), .key = "rule:" + std::string(rule->name)});
  }
}

}  // namespace

void add_directives(const Request& request, Items& items) {
  switch (request.where.part) {
    case Part::DirectiveName: add_names(request, items); return add_ignore_comments(request, Rank::Late, items);
    case Part::IgnoreName: return add_ignore_comments(request, Rank::Usual, items);
    case Part::DirectiveValue: return add_values(request, items);
    case Part::CheckOption: return add_options(request, items);
    case Part::CheckValue: return add_check_values(request, items);
    case Part::IgnoredRule: return add_ignored_rules(request, items);
    default: return;
  }
}

void add_heredoc_end(const Request& request, Items& items) {
  items.add(Rank::First, {.label = request.where.owner, .kind = CompletionKind::Keyword, .detail = "ends the heredoc"});
}

}  // namespace slipway::features
