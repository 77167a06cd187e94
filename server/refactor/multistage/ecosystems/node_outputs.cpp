#include "refactor/multistage/ecosystems/node_outputs.h"

#include <algorithm>
#include <array>

#include "refactor/multistage/ecosystems/node_scripts.h"
#include "refactor/multistage/sources.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage::node {

namespace {

using Words = std::vector<std::string>;

/// A tool's default output; `options` (separated by blanks) name another one, `config` files may too, behind `config_key`.
struct Tool {
  std::string_view program;
  std::string_view subcommand;  ///< empty: none is needed
  std::string_view output;
  OutputKind kind = OutputKind::Modules;
  std::string_view options = {};
  std::string_view config = {};
  std::string_view config_key = {};
};

using enum OutputKind;

constexpr auto tools = std::to_array<Tool>({
    {"vite", "build", "dist", Pages, "--outDir", "vite.config.js vite.config.ts vite.config.mjs", "outDir"},
    {"nuxt", "build", ".output", Whole},
    {"nuxi", "build", ".output", Whole},
    {"nuxt", "generate", ".output/public", Pages},
    {"nuxi", "generate", ".output/public", Pages},
    {"react-scripts", "build", "build", Pages},
    {"craco", "build", "build", Pages},
    {"react-app-rewired", "build", "build", Pages},
    {"vue-cli-service", "build", "dist", Pages, "--dest", "vue.config.js", "outputDir"},
    {"gatsby", "build", "public", Pages},
    {"astro", "build", "dist", Pages, "--outDir", "astro.config.mjs astro.config.js astro.config.ts", "outDir"},
    {"docusaurus", "build", "build", Pages, "--out-dir"},
    {"eleventy", "", "_site", Pages, "--output"},
    {"parcel", "build", "dist", Pages, "--dist-dir -d"},
    {"ember", "build", "dist", Pages, "--output-path -o"},
    {"vitepress", "build", "docs/.vitepress/dist", Pages, "--outDir"},
    {"storybook", "build", "storybook-static", Pages, "-o --output-dir"},
    {"quasar", "build", "dist", Pages},
    {"expo", "export", "dist", Pages, "--output-dir"},
    {"webpack", "", "dist", Modules, "--output-path -o", "webpack.config.js webpack.prod.js webpack.config.prod.js webpack.config.ts",
     "path"},
    {"webpack-cli", "", "dist", Modules, "--output-path -o", "webpack.config.js", "path"},
    {"rollup", "", "dist", Modules, "-d --dir", "rollup.config.js rollup.config.mjs rollup.config.ts", "dir"},
    {"tsup", "", "dist", Modules, "-d --out-dir", "tsup.config.ts tsup.config.js tsup.config.mjs", "outDir"},
    {"tsdown", "", "dist", Modules, "-d --out-dir"},
    {"unbuild", "", "dist", Modules},
    {"pkgroll", "", "dist", Modules, "--dist"},
    {"swc", "", "dist", Modules, "-d --out-dir"},
    {"babel", "", "lib", Modules, "-d --out-dir"},
    {"ncc", "build", "dist", Whole, "-o --out"},
    {"remix", "build", "build", Modules},
    {"remix", "vite:build", "build", Modules},
    {"react-router", "build", "build", Modules},
    {"svelte-kit", "build", "build", Modules},
    {"medusa", "build", "dist", Modules},
    {"strapi", "build", "dist", Modules},
});

std::string file_text(const Facts& facts, const Project& project, std::string_view name) {
  return facts.workspace.read(project.in_context(name)).value_or(std::string());
}

/// `key: 'value'`, also with the value as the last literal of a call (path.resolve(__dirname, "build")).
std::string config_value(std::string_view text, std::string_view key) {
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::string_view rest = trim(text.substr(at + key.size()));
    if (rest.empty() || rest.front() != ':') continue;
    const auto literals =
        string_literals(rest.substr(0, rest.find_first_of(",\n}", rest.find('(') < rest.find('\n') ? rest.find(')') : 0)));
    if (!literals.empty()) return literals.back();
  }
  return {};
}

std::string type_script_folder(const Facts& facts, const Project& project, const Words& words) {
  for (const std::string_view option : {"--outDir", "--outdir"}) {
    if (const std::string value = option_value(words, option); !value.empty()) return value;
  }
  std::string config = option_value(words, "-p");
  for (const std::string_view option : {"--project", "-b", "--build"}) {
    if (config.empty()) config = option_value(words, option);
  }
  if (config.empty() || config.front() == '-') config = "tsconfig.json";
  if (extension_of(config) != ".json") config += "/tsconfig.json";
  for (int depth = 0; depth < 3; ++depth) {
    const std::string text = file_text(facts, project, tidy_relative(config));
    const std::string folder(parent_of(config));
    if (const auto out = json_string(text, {"compilerOptions", "outDir"})) return folder.empty() ? *out : folder + "/" + *out;
    const auto base = json_string(text, {"extends"});
    if (!base || base->substr(0, 1) != ".") return {};
    config = (folder.empty() ? "" : folder + "/") + *base + (extension_of(*base) == ".json" ? "" : ".json");
  }
  return {};
}

class ResultReader {
 public:
  ResultReader(const Facts& facts, const std::vector<Project>& projects) : facts_(facts), projects_(projects) {}

  BuildResult read() {
    for (const Project& project : projects_) {
      for (const Use& use : project.builds) read_use(project, use);
    }
    for (std::size_t i = 0; i < facts_.walk.steps.size(); ++i) {
      for (std::size_t c = 0; c < facts_.actions[i].size(); ++c) {
        if (facts_.actions[i][c].act == Act::CopyFiles) follow(i, facts_.step(i).commands[c], facts_.actions[i][c]);
      }
    }
    return std::move(out_);
  }

 private:
  void read_use(const Project& project, const Use& use) {
    StartedProgram program;
    program.name = std::string(use.use->program());
    program.words = use.use->words();
    program.folder = use.use->folder;
    for (const StartedProgram& tool : expand_scripts(facts_, {program})) read_tool(project, use.step, tool);
  }

  void add(const Project& project, std::size_t step, std::string_view path, OutputKind kind, bool folder) {
    Output output{join_path(project.image_folder, path), folder, kind, step, &project};
    if (output.path == project.image_folder) {
      out_.in_place = true;
      return;
    }
    for (Output& known : out_.outputs) {
      if (known.path != output.path) continue;
      known.step = std::max(known.step, step);
      return;
    }
    out_.outputs.push_back(std::move(output));
  }

  void read_tool(const Project& project, std::size_t step, const StartedProgram& tool) {
    const std::string name = tool.program();
    const std::string_view verb = first_plain(tool.words);
    if (name == "prisma") {
      out_.generates_client = out_.generates_client || verb == "generate";
    } else if (name == "tsc" || name == "tspc" || name == "vue-tsc" || name == "nest" || name == "ttsc") {
      read_type_script(project, step, name, tool.words);
    } else if (name == "next") {
      read_next(project, step, verb);
    } else if (name == "ng") {
      read_angular(project, step, tool.words);
    } else if (name == "bun" || name == "esbuild") {
      read_bundler(project, step, name, tool.words);
    } else if (!read_table(project, step, name, verb, tool.words) && !is_harmless(name, tool.words)) {
      out_.unknown_tools.push_back(name);
    }
  }

  static std::string_view first_plain(const Words& words) {
    for (const std::string& word : words) {
      if (!word.empty() && word.front() != '-') return word;
    }
    return {};
  }

  static bool is_harmless(std::string_view name, const Words& words) {
    for (const std::string_view known : {"rm",    "rimraf", "mkdir",     "mkdirp", "cp",    "cpx",     "copyfiles",   "cpy",     "shx",
                                         "echo",  "eslint", "tsc-alias", "jest",   "node",  "cd",      "prettier",    "del-cli", "del",
                                         "chmod", "true",   "vitest",    "mocha",  "husky", "postcss", "tailwindcss", "sass"}) {
      if (name == known) return true;
    }
    return words.empty() && name.empty();
  }

  void read_type_script(const Project& project, std::size_t step, std::string_view name, const Words& words) {
    if (has_word(words, "--noEmit") || has_word(words, "--version") || (name == "vue-tsc" && !has_word(words, "--outDir"))) return;
    if (name == "nest" && first_plain(words) != "build") return;
    std::string folder = type_script_folder(facts_, project, name == "nest" ? Words() : words);
    if (folder.empty() && name == "nest") folder = "dist";
    if (!folder.empty())
      add(project, step, folder, Modules, true);
    else if (project.readable)
      out_.in_place = true;
    else
      out_.unknown_tools.emplace_back(name);
  }

  void read_next(const Project& project, std::size_t step, std::string_view verb) {
    if (verb != "build" && verb != "export") return;
    std::string config;
    for (const std::string_view name : {"next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs"})
      config += file_text(facts_, project, name);
    const std::string mode = config_value(without_comments(config), "output");
    const std::string folder = config_value(without_comments(config), "distDir");
    add(project, step, folder.empty() ? ".next" : folder, Modules, true);
    if (mode == "standalone") add(project, step, (folder.empty() ? ".next" : folder) + "/standalone", Whole, true);
    if (mode == "export" || verb == "export") add(project, step, "out", Pages, true);
  }

  void read_angular(const Project& project, std::size_t step, const Words& words) {
    if (first_plain(words) != "build" && first_plain(words) != "b") return;
    std::string path = option_value(words, "--output-path");
    if (path.empty()) {
      const auto paths = angular_output_paths(file_text(facts_, project, "angular.json"));
      path = paths.empty() ? std::string() : paths.front();
    }
    add(project, step, path.empty() ? "dist" : path, Pages, true);
  }

  void read_bundler(const Project& project, std::size_t step, std::string_view name, const Words& words) {
    if (name == "bun" && first_plain(words) != "build") return;
    bool external = false;
    for (const std::string& word : words) external = external || word.substr(0, 10) == "--external" || word.substr(0, 10) == "--packages";
    const bool bundles = (name == "bun" || has_word(words, "--bundle")) && !external;
    const std::string folder = option_value(words, "--outdir");
    const std::string file = option_value(words, "--outfile");
    if (!folder.empty())
      add(project, step, folder, bundles ? Whole : Modules, true);
    else if (!file.empty())
      add(project, step, file, bundles ? Whole : Modules, false);
    else
      out_.unknown_tools.emplace_back(name);
  }

  bool read_table(const Project& project, std::size_t step, std::string_view name, std::string_view verb, const Words& words) {
    for (const Tool& tool : tools) {
      if (tool.program != name || (!tool.subcommand.empty() && tool.subcommand != verb)) continue;
      std::string path;
      for (const std::string_view option : split_words(tool.options)) {
        if (path.empty()) path = option_value(words, option);
      }
      for (const std::string_view config : split_words(tool.config)) {
        if (path.empty()) path = config_value(without_comments(file_text(facts_, project, config)), tool.config_key);
      }
      add(project, step, path.empty() ? tool.output : path, tool.kind, true);
      return true;
    }
    return false;
  }

  /// `cp -r build/. /var/www/html/`: what is copied out of an output is an output there.
  void follow(std::size_t step, const CommandUse& use, const Action& action) {
    if (action.operands.size() < 2) return;
    const std::string target = join_path(action.operands.back(), "");
    for (std::size_t i = 0; i + 1 < action.operands.size(); ++i) {
      const std::string source = join_path(action.operands[i], "");
      for (std::size_t each = 0; each < out_.outputs.size(); ++each) {
        const bool part = matches_pattern(out_.outputs[each].path, source) || is_under(source, out_.outputs[each].path);
        if (!part || target == out_.outputs[each].path) continue;
        Output copy = out_.outputs[each];
        copy.path = target;
        copy.folder = extension_of(source).empty() || base_name(source).find('*') != std::string_view::npos;
        copy.step = step;
        if (copy.project != nullptr && copy.project->image_folder == target) {
          out_.in_place = true;
        } else {
          if (facts_.step(step).syntax().form != syntax::Form::Exec) make_target(use, action, copy);
          out_.outputs.push_back(std::move(copy));
        }
        break;
      }
    }
    for (Output& output : out_.outputs) {
      if (is_under(target, output.path)) output.step = std::max(output.step, step);
    }
  }

  /// A folder that a package brings may be missing in the builder once the package is installed in the final stage alone.
  void make_target(const CommandUse& use, const Action& action, const Output& copy) {
    const bool into_folder = action.operands.back().back() == '/';
    const bool inside = copy.project != nullptr && is_under(copy.path, copy.project->image_folder);
    bool known = inside || !into_folder || use.command->depth > 0;
    bool installs = false;
    for (std::size_t i = 0; i < facts_.actions.size(); ++i) {
      known = known || facts_.step(i).folder == copy.path;
      for (const Action& each : facts_.actions[i]) {
        installs = installs || each.act == Act::InstallPackages;
        if (each.act != Act::MakeFolder) continue;
        for (const std::string& made : each.operands) known = known || is_under(join_path(made, ""), copy.path);
      }
    }
    if (known || !installs) return;
    out_.edits.push_back({{use.range.begin, use.range.begin},
                          "mkdir -p " + copy.path + " && ",
                          "the package that brings the folder is installed in the final stage"});
  }

  const Facts& facts_;
  const std::vector<Project>& projects_;
  BuildResult out_;
};

}  // namespace

BuildResult find_results(const Facts& facts, const std::vector<Project>& projects) { return ResultReader(facts, projects).read(); }

}  // namespace slipway::refactor::multistage::node
