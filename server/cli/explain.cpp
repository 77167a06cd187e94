#include "cli/explain.h"

#include <filesystem>
#include <fstream>

#include "cli/console.h"
#include "lint/registry.h"

namespace slipway::cli {

namespace {

std::string page_of(const lint::Rule& rule) {
  for (const auto& row : rule_examples()) {
    if (row.rule == rule.name) return lint::rule_page(rule, row.examples);
  }
  return lint::rule_page(rule, {});
}

int write_pages(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto write = [&](std::string_view name, const std::string& page) {
    std::ofstream file(folder / (std::string(name) + ".md"), std::ios::binary);
    file << page;
    return file.good();
  };
  bool good = write("README", lint::rule_index());
  for (const auto* rule : lint::rules()) good = write(rule->name, page_of(*rule)) && good;
  return good ? Clean : complain("cannot write to the folder '" + folder.string() + "'.");
}

}  // namespace

int explain(const ExplainOptions& options) {
  if (!options.pages.empty()) return write_pages(options.pages);
  const auto found = lint::find_rules(options.rule);
  if (found.empty()) {
    return complain("there is no rule '" + options.rule + "'." + did_you_mean(options.rule, lint::rule_names()) +
                    " `slipway rules` lists them all.");
  }
  std::string separator;
  for (const auto* rule : found) {
    print(separator + page_of(*rule));
    separator = "\n";
  }
  return Clean;
}

}  // namespace slipway::cli
