#include "cli/rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/console.h"
#include "lint/registry.h"

namespace slipway::cli {

namespace {

std::string fix_word(const lint::Rule& rule) {
  if (!rule.fix) return "none";
  return *rule.fix == lint::Safety::Safe ? "safe" : "unsafe";
}

nlohmann::ordered_json to_json(const lint::Rule& rule) {
  auto aliases = rule.aliases;
  aliases.insert(aliases.end(), rule.finding_aliases.begin(), rule.finding_aliases.end());
  return {{"name", rule.name},
          {"aliases", aliases},
          {"level", lint::level_name(rule.level)},
          {"fix", fix_word(rule)},
          {"enabled", rule.enabled == lint::Default::On},
          {"summary", rule.summary}};
}

void pad(std::string& line, std::size_t width) { line.append(line.size() < width ? width - line.size() : 1, ' '); }

}  // namespace

int list_rules(const RulesOptions& options) {
  if (options.format == RulesFormat::Json) {
    auto all = nlohmann::ordered_json::array();
    for (const auto* rule : lint::rules()) all.push_back(to_json(*rule));
    print(all.dump(2) + "\n");
    return Clean;
  }
  std::size_t longest = 0;
  for (const auto* rule : lint::rules()) longest = std::max(longest, rule->name.size());
  for (const auto* rule : lint::rules()) {
    std::string line(rule->name);
    pad(line, longest + 2);
    line += lint::level_name(rule->level);
    pad(line, longest + 11);
    line += rule->fix ? "fix: " + fix_word(*rule) : "no fix";
    pad(line, longest + 24);
    line += rule->enabled == lint::Default::On ? "on" : "off";
    pad(line, longest + 28);
    print(line + std::string(rule->summary) + "\n");
  }
  return Clean;
}

}  // namespace slipway::cli
