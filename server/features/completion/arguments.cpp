#include <algorithm>
#include <set>

#include "catalog/values.h"
#include "features/completion/providers.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

void add_table(std::span<const catalog::NamedValue> table, Items& items) {
  for (const auto& value : table) items.add(Rank::Usual, {.label = std::string(value.name), .detail = std::string(value.meaning)});
}

/// `80/§`: the edit replaces the whole word, so the port stays in front.
void add_ports(const Request& request, Items& items) {
  const auto& typed = request.where.typed;
  const auto slash = typed.find('/');
  if (slash == std::string::npos) return add_table(catalog::ports(), items);
  for (const auto& protocol : catalog::protocols()) {
    const auto text = typed.substr(0, slash + 1) + std::string(protocol.name);
    items.add(Rank::First,
              {.label = std::string(protocol.name), .detail = std::string(protocol.meaning), .new_text = text, .filter_text = text});
  }
}

void add_shells(const Request& request, Items& items) {
  if (request.where.quoting == Quoting::Json) {
    return add_words(items, Rank::First,
                     request.where.index == 0 ? "/bin/bash /bin/sh /bin/ash powershell pwsh cmd" : "-c -o pipefail -eo -Command /S /C",
                     CompletionKind::Value);
  }
  for (const auto& shell : catalog::shells()) {
    items.add(Rank::First, {.label = std::string(shell.name), .detail = std::string(shell.meaning)});
  }
}

/// The names behind the last option of `useradd …` and its kin.
void add_created_users(const shell::Script& script, std::set<std::string>& names) {
  for (const auto& command : script.commands) {
    const auto program = command.program();
    if (program != "useradd" && program != "adduser") continue;
    const auto is_name = [](const shell::Argument& word) { return !word.text.empty() && word.text[0] != '-' && !word.has_expansion; };
    const auto last = std::find_if(command.arguments.rbegin(), command.arguments.rend(), is_name);
    if (last != command.arguments.rend()) names.insert(last->text);
  }
}

std::set<std::string> seen_users(const Request& request) {
  std::set<std::string> names;
  for (const auto& entry : request.document.analysis->instructions) {
    if (entry.range.begin == request.where.instruction) continue;
    const auto& instruction = entry.syntax();
    if (instruction.keyword == Keyword::Run && instruction.argument_text().find("adduser") != std::string_view::npos)
      add_created_users(entry.facts->script(), names);
    if (instruction.keyword == Keyword::Run && instruction.argument_text().find("useradd") != std::string_view::npos)
      add_created_users(entry.facts->script(), names);
    if (instruction.keyword == Keyword::User && !instruction.words.empty()) names.insert(instruction.words.front().text);
    if (const auto* chown = instruction.flag("chown"); chown != nullptr && chown->value && !chown->value->empty())
      names.insert(*chown->value);
  }
  return names;
}

/// Users that the stage's base image brings.
std::string_view base_users(std::string_view image) {
  struct Row {
    std::string_view image, users;
  };
  static constexpr Row rows[] = {{"node", "node"},           {"nginx", "nginx"},     {"postgres", "postgres"},
                                 {"redis", "redis"},         {"php", "www-data"},    {"httpd", "www-data"},
                                 {"dotnet", "app $APP_UID"}, {"debian", "www-data"}, {"ubuntu", "ubuntu www-data"},
                                 {"gradle", "gradle"},       {"jenkins", "jenkins"}};
  for (const auto& row : rows) {
    if (image.find(row.image) != std::string_view::npos) return row.users;
  }
  return {};
}

}  // namespace

void add_users(const Request& request, Rank rank, Items& items) {
  for (const auto& name : seen_users(request)) items.add(Rank::First, {.label = name, .detail = "named in this file"});
  for (const auto& stage : request.document.model().stages) {
    if (stage.range.begin < request.where.instruction && request.where.instruction <= stage.range.end)
      add_words(items, rank, base_users(stage.base), CompletionKind::Value);
  }
  for (const auto& user : catalog::users()) items.add(Rank::Usual, {.label = std::string(user.name), .detail = std::string(user.meaning)});
}

void add_arguments(const Request& request, Items& items) {
  const auto& where = request.where;
  switch (where.keyword) {
    case Keyword::Expose: return add_ports(request, items);
    case Keyword::Stopsignal: return where.index == 0 ? add_table(catalog::signals(), items) : void();
    case Keyword::Shell: return add_shells(request, items);
    case Keyword::User: return where.index == 0 ? add_users(request, Rank::Likely, items) : void();
    case Keyword::Healthcheck: return add_healthcheck_forms(request, items);
    case Keyword::Workdir: return add_directories(request, items);
    case Keyword::Label: return where.part == Part::PairKey ? add_table(catalog::label_keys(), items) : void();
    case Keyword::Arg: return where.part == Part::PairKey ? add_argument_names(request, items) : void();
    default: return;
  }
}

}  // namespace slipway::features
