#include "refactor/multistage/ecosystems/go_order.h"

#include "refactor/manifests.h"
#include "refactor/multistage/copies.h"
#include "refactor/multistage/order.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage::go {

namespace {

/// The step with the first command of go that needs the modules; the number of steps when there is none.
std::size_t first_use(const Facts& facts) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    for (const CommandUse& use : facts.step(i).commands) {
      if (use.program() == "go" && action_of(use).act != Act::Settings) return i;
    }
  }
  return facts.walk.steps.size();
}

/// A RUN that does nothing but `go mod download` (after a cd).
bool is_plain_download(const Facts& facts, std::size_t step) {
  bool downloads = false;
  for (const CommandUse& use : facts.step(step).commands) {
    const auto words = use.words();
    const bool download =
        use.program() == "go" && words.size() > 1 && words[0] == "mod" && (words[1] == "download" || words[1] == "verify");
    downloads = downloads || (download && words[1] == "download");
    if (!download && use.program() != "cd" && use.program() != "set") return false;
  }
  return downloads;
}

bool works_otherwise(const Facts& facts, const Module& module) {
  const std::string prefix = module.context_folder.empty() ? "" : module.context_folder + "/";
  if (facts.workspace.exists(prefix + "vendor/modules.txt") || facts.workspace.is_file(prefix + "go.work") ||
      facts.workspace.is_file("go.work"))
    return true;
  if (read_go_mod(facts.workspace.read(prefix + "go.mod").value_or("")).replaces_by_folder || mounts_secrets(facts)) return true;
  for (const Step& step : facts.walk.steps) {
    if (step.environment.count("GOPRIVATE") > 0) return true;
    for (const CommandUse& use : step.commands) {
      const auto words = use.words();
      if (use.program() == "git" && has_word(words, "config")) return true;
      if (use.program() == "go" && (has_word(words, "-mod=vendor") || option_value(words, "-mod") == "vendor")) return true;
    }
  }
  return false;
}

/// Whether the go command is there when a step begins.
bool has_go(const Facts& facts, std::size_t before) {
  if (facts.image.short_name() == "golang") return true;
  for (std::size_t i = 0; i < before; ++i) {
    if (facts.step(i).keyword() == syntax::Keyword::Run) return true;
  }
  return false;
}

}  // namespace

void put_manifests_first(const Facts& facts, const Module& module, Evidence& evidence) {
  if (!module.found || works_otherwise(facts, module)) return;
  const std::string prefix = module.context_folder.empty() ? "" : module.context_folder + "/";
  const std::size_t copy = first_copy_of(facts.walk, facts.workspace, prefix + "go.mod");
  const std::size_t use = first_use(facts);
  if (copy >= use || use >= facts.walk.steps.size() || !has_go(facts, copy)) return;
  bool brings_sources = false;
  for (const std::string& source : facts.step(copy).sources) {
    for (const std::string& entry : facts.workspace.matching(source))
      brings_sources = brings_sources || facts.workspace.is_folder(entry) || extension_of(entry) == ".go";
  }
  if (!brings_sources) return;
  std::vector<std::string> manifests{prefix + "go.mod"};
  if (facts.workspace.is_file(prefix + "go.sum")) manifests.push_back(prefix + "go.sum");
  Insertion insertion{
      copy, {copy_line(facts, copy, manifests, module.image_folder)}, "modules are downloaded again only when the manifests change"};
  const bool moves = is_plain_download(facts, use) && can_go_up(facts, use, copy);
  if (moves)
    evidence.relocations.push_back({use, copy, "modules come before the sources"});
  else
    insertion.lines.push_back(run_line(facts, copy, "go mod download", module.image_folder));
  evidence.insertions.push_back(std::move(insertion));
}

}  // namespace slipway::refactor::multistage::go
