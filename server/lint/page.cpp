#include "lint/page.h"

#include <map>
#include <utility>

#include "lint/engine.h"
#include "lint/excerpt.h"
#include "lint/peers.h"
#include "lint/registry.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

std::string text(std::string_view view) { return std::string(view); }

std::string fenced(std::string_view language, std::string_view body) {
  std::string out = "```" + text(language) + "\n" + text(body);
  if (out.back() != '\n') out += '\n';
  return out + "```\n";
}

std::string fix_word(const Rule& rule) {
  if (!rule.fix) return "none";
  return *rule.fix == Safety::Safe ? "safe" : "unsafe";
}

std::string names_of(const std::vector<std::string_view>& aliases) {
  std::string out;
  for (const auto alias : aliases) {
    const auto address = page_address(alias);
    if (!out.empty()) out += ", ";
    out += address.empty() ? "`" + text(alias) + "`" : "[`" + text(alias) + "`](" + address + ")";
  }
  return out;
}

std::string facts_of(const Rule& rule) {
  std::string out = "Level: " + text(level_name(rule.level)) + ". Fix: " + fix_word(rule) + ". ";
  out += rule.enabled == Default::On ? "On by default.\n" : "Off by default.\n";
  if (!rule.aliases.empty()) out += "Also known as " + names_of(rule.aliases) + ".\n";
  if (!rule.finding_aliases.empty()) out += "Some findings are also known as " + names_of(rule.finding_aliases) + ".\n";
  return out;
}

std::string findings_in(const Rule& rule, const PageExamples& examples) {
  std::map<std::string, std::string> files;
  if (!examples.ignore.empty()) files["/context/.dockerignore"] = examples.ignore;
  for (const auto path : split_words(examples.context)) files["/context/" + text(path)] = "";
  const auto document = snapshot::make_snapshot("/context/Dockerfile", text(examples.bad), snapshot::in_memory(std::move(files)));
  std::string out;
  for (const auto& finding : run(*document, {{&rule}, {}, read_options(examples.options)}, nullptr)) {
    if (!out.empty()) out += "\n";
    out += excerpt(*document->analysis, finding);
  }
  return out;
}

/// What other linters report, each with the rule that says it here.
std::string peers_section() {
  std::string out =
      "\n## Rules of others\n\n"
      "What other linters report, and the rule that says it here. Their names work wherever a rule is named: `slipway lint --only DL3008`, "
      "`--only tally/prefer-copy-chmod`. How often rules were right in a thousand files is told in [false-alarms.md](false-alarms.md).\n\n"
      "| rule | here | note |\n|---|---|---|\n";
  std::map<std::string, std::string> by_alias;
  for (const Rule* rule : rules()) {
    for (const auto* aliases : {&rule->aliases, &rule->finding_aliases}) {
      for (const auto alias : *aliases) {
        auto& links = by_alias[text(alias)];
        if (!links.empty()) links += ", ";
        links += "[" + text(rule->name) + "](" + text(rule->name) + ".md)";
      }
    }
  }
  for (const auto& [alias, links] : by_alias) out += "| `" + alias + "` | " + links + " | |\n";
  for (const auto& peer : peer_rules()) {
    const auto link = peer.ours.empty() ? std::string("–") : "[" + text(peer.ours) + "](" + text(peer.ours) + ".md)";
    out += "| `" + text(peer.name) + "` | " + link + " | " + text(peer.note) + " |\n";
  }
  return out;
}

}  // namespace

std::string rule_page(const Rule& rule, const PageExamples& examples) {
  std::string page = "# " + text(rule.name) + "\n\n" + text(rule.summary) + "\n\n" + facts_of(rule);
  page += "\n## Why\n\n" + text(rule.why) + "\n";
  if (!examples.bad.empty()) {
    page += "\n## Example\n\n" + fenced("dockerfile", examples.bad);
    if (!examples.ignore.empty()) page += "\nwith this `.dockerignore`:\n\n" + fenced("text", examples.ignore);
    if (!examples.context.empty()) page += "\nwith these files beside it:\n\n" + fenced("text", examples.context);
    if (!examples.options.empty()) page += "\nwith these options:\n\n" + fenced("text", examples.options);
    page += "\nSlipway says:\n\n" + fenced("text", findings_in(rule, examples));
  }
  if (!examples.good.empty()) page += "\n## Use instead\n\n" + fenced("dockerfile", examples.good);
  if (!rule.fix_note.empty()) page += "\n## The fix\n\n" + text(rule.fix_note) + "\n";
  if (!rule.peers.empty()) page += "\n## Compared with others\n\n" + text(rule.peers) + "\n";
  return page;
}

std::string rule_index() {
  std::string page =
      "# Rules\n\n"
      "Names and aliases work alike: `slipway lint --only stage-name-casing`, `--only StageNameCasing`, `--only buildkit`.\n\n"
      "| rule | level | fix | what it reports |\n|---|---|---|---|\n";
  for (const Rule* rule : rules()) {
    page += "| [" + text(rule->name) + "](" + text(rule->name) + ".md) | " + text(level_name(rule->level)) +
            (rule->enabled == Default::Off ? ", off" : "") + " | " + fix_word(*rule) + " | " + text(rule->summary) + " |\n";
  }
  return page + peers_section();
}

}  // namespace slipway::lint
