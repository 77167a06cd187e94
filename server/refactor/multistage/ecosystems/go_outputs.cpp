#include "refactor/multistage/ecosystems/go_outputs.h"

#include <algorithm>

#include "refactor/manifests.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"
#include "support/strings.h"
#include "syntax/variables.h"

namespace slipway::refactor::multistage::go {

namespace {

using Words = std::vector<std::string>;

const std::vector<std::string_view>& options_with_value() {
  static const std::vector<std::string_view> options{"-o",        "-ldflags",    "--ldflags", "-tags",          "--tags", "-gcflags",
                                                     "-asmflags", "-mod",        "-p",        "-modfile",       "-C",     "-buildmode",
                                                     "-overlay",  "-toolexec",   "-compiler", "-installsuffix", "-pgo",   "-pkgdir",
                                                     "-exec",     "-gccgoflags", "-coverpkg"};
  return options;
}

/// The package words of a build, and the folder it works in.
struct Build {
  const CommandUse* use = nullptr;
  std::string folder;
  Words packages;
  std::string output;  ///< of -o; empty without one
  bool install = false;
};

Build read_build(const CommandUse& use) {
  Build out;
  out.use = &use;
  const Words words = use.words();
  Words plain = plain_words(words, options_with_value());
  out.install = !plain.empty() && plain.front() == "install";
  if (!plain.empty()) plain.erase(plain.begin());
  out.packages = std::move(plain);
  out.folder = join_path(use.folder, option_value(words, "-C"));
  out.output = option_value(words, "-o");
  return out;
}

/// The last part of an import path that is no major version: "widget" of example.com/widget/v2.
std::string last_part(std::string_view import_path) {
  std::string_view last = base_name(import_path);
  const bool version = last.size() > 1 && last.front() == 'v' && std::all_of(last.begin() + 1, last.end(), is_digit);
  if (version && !parent_of(import_path).empty()) last = base_name(parent_of(import_path));
  return std::string(last);
}

bool is_pattern(std::string_view package) { return package.find("...") != std::string_view::npos; }
bool is_local(std::string_view package) { return package.empty() || package.front() == '.' || package.front() == '/'; }

bool declares_main(std::string_view program) {
  for (const std::string_view line : split(program, '\n')) {
    const auto words = split_words(line);
    if (words.size() > 1 && words[0] == "package") return words[1] == "main";
  }
  return false;
}

/// Programs of all main packages below a folder; `total` counts the packages seen.
Words programs_below(const Facts& facts, std::string_view image_folder, std::size_t& total) {
  Words out;
  const auto root = context_path(facts.walk, facts.workspace, image_folder);
  if (!root || !facts.workspace.present()) return out;
  std::string last_folder = "?";
  for (const std::string& file : facts.workspace.files_below(*root, {"vendor", "testdata", "node_modules"})) {
    const std::string folder(parent_of(file));
    const bool test = file.size() > 8 && file.substr(file.size() - 8) == "_test.go";
    if (extension_of(file) != ".go" || test || folder == last_folder) continue;
    last_folder = folder;
    ++total;
    if (!declares_main(facts.workspace.read(file).value_or(std::string()))) continue;
    out.push_back(program_name(facts, join_path(image_folder, below(folder, *root))));
  }
  return out;
}

Words names_of(const Facts& facts, const Build& build, std::size_t& packages) {
  Words out;
  packages = std::max<std::size_t>(build.packages.size(), 1);
  if (build.packages.empty()) return {program_name(facts, build.folder)};
  if (extension_of(build.packages.front()) == ".go") {
    packages = 1;
    const std::string_view file = base_name(build.packages.front());
    return {std::string(file.substr(0, file.size() - 3))};
  }
  for (const std::string& package : build.packages) {
    if (is_pattern(package)) {
      std::size_t total = 0;
      const Words found = programs_below(facts, join_path(build.folder, package.substr(0, package.find("..."))), total);
      out.insert(out.end(), found.begin(), found.end());
      packages += total == 1 ? 0 : std::max<std::size_t>(total, 2);
    } else if (is_local(package)) {
      out.push_back(program_name(facts, join_path(build.folder, package)));
    } else {
      out.push_back(last_part(std::string_view(package).substr(0, package.find('@'))));
    }
  }
  return out;
}

std::string install_folder(const Facts& facts, const CommandUse& use) {
  if (const auto set = use.environment.find("GOBIN"); set != use.environment.end() && !set->second.empty()) return set->second;
  if (const auto set = use.environment.find("GOPATH"); set != use.environment.end()) {
    return join_path(set->second.substr(0, set->second.find(':')), "bin");
  }
  return facts.image.short_name() == "golang" ? "/go/bin" : "/root/go/bin";
}

/// A path that is a folder already when the build writes to it.
bool is_known_folder(const Facts& facts, std::size_t step, const std::string& path) {
  for (const std::string_view folder :
       {"/", "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/go/bin", "/opt", "/tmp", "/srv"}) {
    if (path == folder) return true;
  }
  for (std::size_t i = 0; i <= step; ++i) {
    if (facts.step(i).keyword() == syntax::Keyword::Workdir && is_under(facts.step(i).folder, path)) return true;
    for (const Action& action : facts.actions[i]) {
      if (action.act != Act::MakeFolder) continue;
      for (const std::string& made : action.operands) {
        if (join_path(made, "") == path) return true;
      }
    }
  }
  const auto source = context_path(facts.walk, facts.workspace, path);
  return source && facts.workspace.is_folder(*source);
}

bool uses_argument(const Facts& facts, const CommandUse& use, std::string_view option) {
  for (std::size_t i = 0; i < use.command->arguments.size(); ++i) {
    const shell::Argument& argument = use.command->arguments[i];
    const bool value = argument.text.substr(0, option.size()) == option || (i > 0 && use.command->arguments[i - 1].text == option);
    if (!value || !argument.has_expansion) continue;
    for (const syntax::VariableUse& variable : syntax::find_variables(argument.text, '\\', syntax::Expander::Shell)) {
      for (const semantic::Variable& declared : facts.walk.analysis->model().variables) {
        if (declared.name == variable.name && declared.kind != semantic::VariableKind::Env) return true;
      }
    }
  }
  return false;
}

/// A package of another module, by its import path: `go install example.com/tool@v1`.
bool is_foreign(const Facts& facts, const std::string& package, const std::string& folder) {
  if (package.find('@') != std::string::npos) return true;
  if (is_local(package) || is_pattern(package) || extension_of(package) == ".go") return false;
  const Module module = module_of(facts, folder);
  if (module.found && is_under(package, module.path)) return false;
  return !context_path(facts.walk, facts.workspace, "/go/src/" + package).has_value();
}

bool is_tool(const Facts& facts, const Build& build) {
  return build.install && !build.packages.empty() &&
         std::all_of(build.packages.begin(), build.packages.end(),
                     [&](const std::string& package) { return is_foreign(facts, package, build.folder); });
}

void add_outputs(const Facts& facts, std::size_t step, const Build& build, std::vector<Output>& out) {
  std::size_t packages = 0;
  const Words names = names_of(facts, build, packages);
  const bool by_argument = uses_argument(facts, *build.use, "-o");
  const auto add = [&](std::string path, bool folder) {
    out.push_back({{std::move(path)}, folder, step, build.use, by_argument, is_tool(facts, build)});
  };
  if (build.output == "/dev/null" || build.output.find('$') != std::string::npos) return;
  std::string folder = build.folder;
  if (build.install) {
    folder = install_folder(facts, *build.use);
  } else if (!build.output.empty()) {
    const std::string path = join_path(build.folder, build.output);
    const bool into = build.output.back() == '/' || packages > 1 || is_known_folder(facts, step, path);
    if (!into) return add(path, false);
    if (names.empty() || has_word(names, "")) return add(path, true);
    folder = path;
  } else if (packages > 1) {
    return;  // "go build" of several packages checks them and writes nothing
  }
  for (const std::string& name : names) {
    if (!name.empty()) add(join_path(folder, name), false);
  }
}

void follow_copy(const Facts& facts, std::size_t step, const CommandUse& use, const Action& action, std::vector<Output>& outputs) {
  if (action.operands.size() < 2) return;
  std::string target = action.operands.back();
  const bool into = target.back() == '/' || action.operands.size() > 2 || is_known_folder(facts, step, target);
  target = join_path(target, "");
  for (std::size_t i = 0; i + 1 < action.operands.size(); ++i) {
    const std::string source = join_path(action.operands[i], "");
    for (Output& output : outputs) {
      for (std::size_t each = 0; each < output.paths.size(); ++each) {
        const bool inside = output.folder && is_under(source, output.paths[each]);
        if (output.paths[each] != source && !inside && !matches_pattern(output.paths[each], source)) continue;
        const std::string path = into ? join_path(target, base_name(inside ? source : output.paths[each])) : target;
        if (inside) output.folder = false;
        if (use.program() == "mv" || inside)
          output.paths[each] = path;
        else
          output.paths.push_back(path);
        output.step = step;
        break;
      }
    }
  }
}

}  // namespace

bool is_build(const CommandUse& use) {
  if (use.program() != "go") return false;
  const Words plain = plain_words(use.words(), options_with_value());
  return !plain.empty() && (plain.front() == "build" || plain.front() == "install");
}

Module module_of(const Facts& facts, std::string_view image_folder) {
  Module out;
  for (std::string folder(image_folder); !folder.empty(); folder = folder == "/" ? std::string() : std::string(parent_of(folder))) {
    const auto source = context_path(facts.walk, facts.workspace, folder == "/" ? "/go.mod" : folder + "/go.mod");
    if (!source || !facts.workspace.is_file(*source)) continue;
    out.found = true;
    out.context_folder = std::string(parent_of(*source));
    out.image_folder = folder;
    out.path = read_go_mod(facts.workspace.read(*source).value_or(std::string())).module;
    break;
  }
  return out;
}

std::string program_name(const Facts& facts, std::string_view image_folder) {
  const Module module = module_of(facts, image_folder);
  if (module.found) {
    const std::string_view rest = below(image_folder, module.image_folder);
    return last_part(rest.empty() ? module.path : module.path + "/" + std::string(rest));
  }
  const bool below_working_folder = [&] {
    for (const Step& step : facts.walk.steps) {
      if (step.folder == image_folder) return false;
    }
    return true;
  }();
  const bool in_go_path = image_folder.find("/src/") != std::string_view::npos;
  return below_working_folder || in_go_path ? std::string(base_name(image_folder)) : std::string();
}

std::vector<Output> find_outputs(const Facts& facts) {
  std::vector<Output> out;
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    for (std::size_t c = 0; c < step.commands.size(); ++c) {
      if (is_build(step.commands[c])) add_outputs(facts, i, read_build(step.commands[c]), out);
      if (facts.actions[i][c].act == Act::CopyFiles) follow_copy(facts, i, step.commands[c], facts.actions[i][c], out);
    }
  }
  return out;
}

}  // namespace slipway::refactor::multistage::go
