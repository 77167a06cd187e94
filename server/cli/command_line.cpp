#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>

#include "cli/console.h"
#include "cli/convert.h"
#include "cli/explain.h"
#include "cli/inspect.h"
#include "cli/lint.h"
#include "cli/rules.h"
#include "cli/serve.h"
#include "support/strings.h"

namespace slipway::cli {

namespace {

/// All that flags write to; lives as long as the parse.
struct Options {
  LintOptions lint;
  InspectOptions inspect;
  ConvertOptions convert;
  RulesOptions rules;
  ExplainOptions explain;
  ServeOptions serve;
};

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

const Names<LintFormat> lint_formats = {{"tty", LintFormat::Tty},
                                        {"json", LintFormat::Json},
                                        {"sarif", LintFormat::Sarif},
                                        {"github", LintFormat::Github},
                                        {"checkstyle", LintFormat::Checkstyle},
                                        {"gitlab", LintFormat::Gitlab},
                                        {"gcc", LintFormat::Gcc}};
const Names<FailOn> fail_levels = {
    {"error", FailOn::Error}, {"warning", FailOn::Warning}, {"info", FailOn::Info}, {"hint", FailOn::Hint}, {"never", FailOn::Never}};
const Names<ColorChoice> color_choices = {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
const Names<RulesFormat> rules_formats = {{"text", RulesFormat::Text}, {"json", RulesFormat::Json}};
using refactor::multistage::BaseChoice;
const Names<BaseChoice> bases = {
    {"auto", BaseChoice::Auto}, {"debian", BaseChoice::Debian}, {"alpine", BaseChoice::Alpine}, {"distroless", BaseChoice::Distroless}};

/// An option whose value is one of some names; a wrong one is refused with the nearest and with all of them.
template <class T>
void add_choice(CLI::App& verb, const std::string& flag, T& target, const Names<T>& names, const std::string& help) {
  std::vector<std::string> all;
  for (const auto& [name, value] : names) all.push_back(name);
  const auto list = join(all, "|");
  verb.add_option_function<std::string>(
          flag,
          [&target, &names, flag, list](const std::string& word) {
            std::vector<std::string_view> candidates;
            for (const auto& [name, value] : names) {
              candidates.push_back(name);
              if (name == word) {
                target = value;
                return;
              }
            }
            throw CLI::ValidationError(flag + " cannot be '" + word + "'." + did_you_mean(word, candidates) +
                                       " It is one of: " + replace_all(list, "|", ", ") + ".");
          },
          help)
      ->type_name(list);
}

/// A flag that people and editors pass, and that changes nothing.
void add_ignored_flag(CLI::App& verb, const std::string& flag, const std::string& help) {
  verb.add_flag_callback(
      flag, [] {}, help);
}

void add_lint(CLI::App& app, LintOptions& options) {
  auto& verb = *app.add_subcommand("lint", "Find mistakes in Dockerfiles");
  verb.add_option("PATH", options.paths,
                  "Files, folders (searched for Dockerfiles), or - for standard input; the working folder by default")
      ->type_name("");
  add_choice(verb, "--format", options.format, lint_formats, "How findings are printed (default: tty)");
  add_choice(verb, "--fail-on", options.fail_on, fail_levels, "Exit with 1 from this level on (default: warning)");
  verb.add_option("--only", options.only, "Only these rules, by name, alias or origin (buildkit)")
      ->delimiter(',')
      ->type_name("RULE,...")
      ->allow_extra_args(false);
  verb.add_option("--skip", options.skip, "Not these rules")->delimiter(',')->type_name("RULE,...")->allow_extra_args(false);
  verb.add_option("--trusted-registry", options.trusted_registries,
                  "Images may come from these hosts only; * stands for anything at either end")
      ->delimiter(',')
      ->type_name("HOST,...")
      ->allow_extra_args(false);
  verb.add_option("--require-label", options.labels,
                  "Labels that images must have; formats are url, rfc3339, spdx, hash, semver, email, text")
      ->delimiter(',')
      ->type_name("KEY[:FORMAT],...")
      ->allow_extra_args(false);
  verb.add_flag("--strict-labels", options.strict_labels, "Other labels than those are findings");
  verb.add_flag("--shellcheck", options.shellcheck, "Ask ShellCheck about RUN too, if it is installed");
  add_ignored_flag(verb, "--no-config", "Use no configuration file");
  add_choice(verb, "--color", options.color, color_choices, "Colours (default: auto)");
  verb.add_option("--jobs", options.jobs, "Files to work on at the same time (default: one a processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
}

void add_inspect(CLI::App& app, InspectOptions& options) {
  auto& verb = *app.add_subcommand("inspect", "Print what the analysis sees, one JSON object a file");
  verb.add_option("PATH", options.paths, "Files, folders, or - for standard input")->required()->type_name("");
  verb.add_option("--what", options.what, "Any of: " + join(inspectable_things(), ", "))
      ->delimiter(',')
      ->type_name("THING,...")
      ->allow_extra_args(false);
}

void add_convert(CLI::App& app, ConvertOptions& options) {
  auto& verb = *app.add_subcommand("convert", "Turn a single-stage Dockerfile into a multi-stage one, or say why not");
  verb.add_option("PATH", options.path, "The Dockerfile, or - for standard input")->required()->type_name("");
  const auto output = [&](const std::string& flag, ConvertOutput value, const std::string& help) {
    return verb.add_flag_callback(
        flag, [&options, value] { options.output = value; }, help);
  };
  auto* diff = output("--diff", ConvertOutput::Diff, "Print a unified diff");
  auto* write = output("--write", ConvertOutput::Write, "Replace the file");
  auto* json = output("--json", ConvertOutput::Json, "Print the answer as JSON");
  diff->excludes(write)->excludes(json);
  write->excludes(json);
  add_choice(verb, "--base", options.base, bases, "What the final stage stands on (default: auto)");
  verb.add_flag_callback(
      "--explain", [&options] { options.explain = Explain::Yes; }, "Tell the plan on standard error");
  add_choice(verb, "--color", options.color, color_choices, "Colours (default: auto)");
}

void add_rules_and_explain(CLI::App& app, RulesOptions& rules, ExplainOptions& explain) {
  auto& list = *app.add_subcommand("rules", "List every rule: name, level, fix, on or off");
  add_choice(list, "--format", rules.format, rules_formats, "How they are printed (default: text)");
  auto& verb = *app.add_subcommand("explain", "Print a rule's page");
  auto* rule = verb.add_option("RULE", explain.rule, "A rule's name or alias")->type_name("");
  auto* pages = verb.add_option("--pages", explain.pages, "Write the pages of all rules into this folder")->group("");
  rule->excludes(pages);
  verb.final_callback([rule, pages] {
    if (rule->count() + pages->count() == 0) throw CLI::ValidationError("explain needs the name of a rule. `slipway rules` lists them.");
  });
}

void add_serve(CLI::App& app, ServeOptions& options) {
  auto& verb = *app.add_subcommand("serve", "Be the language server on standard input and output");
  add_ignored_flag(verb, "--stdio", "Accepted for editors that pass it; there is no other transport");
  verb.add_option("--clientProcessId", "Accepted for editors that pass it; the server learns it from `initialize`")->group("");
  verb.add_option("--trace", options.trace, "Write both directions to this file, as JSON Lines")->type_name("FILE");
  verb.add_flag("--verbose", options.verbose, "Log more to standard error");
}

std::vector<std::string_view> flags_of(const CLI::App& app) {
  std::vector<std::string_view> out;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) out.push_back(name);
  }
  return out;
}

/// A sentence for a flag or word that the verb does not know.
std::string stray_word(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  const CLI::App& verb = chosen.empty() ? app : *chosen.front();
  const auto words = app.remaining(true);
  const auto name = chosen.empty() ? std::string("slipway") : verb.get_name();
  const std::string word = words.empty() ? "" : words.front();
  if (word.empty() || word.front() != '-') return name + " has no use for '" + word + "'. `slipway --help` says how it is used.";
  const auto bare = word.substr(word.find_first_not_of('-') == std::string::npos ? word.size() : word.find_first_not_of('-'));
  auto suggestion = did_you_mean(bare.substr(0, bare.find('=')), flags_of(verb));
  suggestion = replace_all(std::move(suggestion), "mean '", "mean '--");
  return name + " has no flag '" + word + "'." + suggestion + " `slipway " + (chosen.empty() ? "" : name + " ") + "--help` lists them.";
}

bool is_verb(const CLI::App& app, const std::string& word) {
  const auto verbs = app.get_subcommands({});
  return std::any_of(verbs.begin(), verbs.end(), [&](const CLI::App* verb) { return verb->get_name() == word; });
}

std::string unknown_verb(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const auto* verb : app.get_subcommands({})) names.push_back(verb->get_name());
  return "there is no verb '" + word + "'." + did_you_mean(word, {names.begin(), names.end()}) + " The verbs are: " + join(names, ", ") +
         ".";
}

int dispatch(const CLI::App& app, const Options& options) {
  const auto verb = app.get_subcommands().empty() ? std::string("serve") : app.get_subcommands().front()->get_name();
  const std::map<std::string, std::function<int()>> verbs = {
      {"lint", [&] { return lint(options.lint); }},          {"inspect", [&] { return inspect(options.inspect); }},
      {"convert", [&] { return convert(options.convert); }}, {"rules", [&] { return list_rules(options.rules); }},
      {"explain", [&] { return explain(options.explain); }}, {"serve", [&] { return serve(options.serve); }},
  };
  return verbs.at(verb)();
}

int parse_and_run(int count, char** words) {
  CLI::App app("slipway: reads Dockerfiles as BuildKit does, for editors and on the command line", "slipway");
  Options options;
  bool stdio = false;
  app.set_version_flag("--version", "slipway " SLIPWAY_VERSION);
  app.add_flag("--stdio", stdio, "The same as `slipway serve`");
  app.add_option("--clientProcessId", "Accepted beside --stdio")->group("");
  add_lint(app, options.lint);
  add_inspect(app, options.inspect);
  add_convert(app, options.convert);
  add_rules_and_explain(app, options.rules, options.explain);
  add_serve(app, options.serve);
  app.footer("Exit codes: 0 clean, 1 findings or a refusal, 2 wrong usage or unreadable files. Each verb has --help.");

  const std::string first = count > 1 ? words[1] : "";
  if (first.empty())
    return complain("a verb is missing: lint, inspect, convert, rules, explain or serve. `slipway --help` says what they do.");
  if (first.front() != '-' && !is_verb(app, first)) return complain(unknown_verb(app, first));
  try {
    app.parse(count, words);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ExtrasError&) {
    return complain(stray_word(app));
  } catch (const CLI::ParseError& error) {
    return complain(error.what());
  }
  if (app.get_subcommands().empty() && !stdio) return complain("a verb is missing. `slipway --help` lists them.");
  return dispatch(app, options);
}

}  // namespace

int run_command_line(int count, char** words) {
  try {
    return parse_and_run(count, words);
  } catch (const std::exception& error) {
    return complain(std::string("something unexpected happened: ") + error.what());
  }
}

}  // namespace slipway::cli
