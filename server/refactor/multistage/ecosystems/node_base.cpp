#include "refactor/multistage/ecosystems/node_base.h"

#include "refactor/multistage/run_placement.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage::node {

namespace {

bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (name.substr(0, prefix.size()) == prefix) return true;
  }
  return false;
}

/// The major version that a NodeSource script installs: "20" of …/setup_20.x; empty without one.
std::string installed_version(const Facts& facts) {
  for (const Step& step : facts.walk.steps) {
    const std::string_view text = facts.walk.analysis->source.slice(step.entry->range);
    const auto at = step.keyword() == syntax::Keyword::Run ? text.find("setup_") : std::string_view::npos;
    if (at == std::string_view::npos || text.find("nodesource") == std::string_view::npos) continue;
    std::size_t end = at + 6;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end > at + 6) return std::string(text.substr(at + 6, end - at - 6));
  }
  return {};
}

bool installs_node(const Facts& facts) {
  for (const auto& actions : facts.actions) {
    for (const Action& action : actions) {
      if (action.act == Act::InstallPackages && has_word(action.operands, "nodejs")) return true;
    }
  }
  return false;
}

void use_small_variant(const Facts& facts, Evidence& evidence) {
  const syntax::ImageReference& written = facts.written_image;
  std::string name = std::string(facts.walk.stage->base);
  if (!written.digest.empty()) {
    name = name.substr(0, name.find('@'));
    evidence.note(Weight::Assumption, "digest", facts.walk.analysis->line_of(facts.walk.stage->base_range.begin),
                  "The builder is pinned by a digest; the final stage's base needs one of its own.");
  }
  if (!written.tag.empty()) name = name.substr(0, name.size() - written.tag.size() - 1);
  evidence.base = name + ":" + catalog::slim_tag(written.tag, facts.image.tag);
  evidence.base_user = std::string(catalog::own_user(facts.image.short_name() == "node" ? "node" : facts.image.familiar_name()));
  if (facts.image.registry.empty() && (name == "node" || name == "oven/bun" || name == "library/node")) return;
  evidence.note(Weight::Assumption, "base", facts.walk.analysis->line_of(facts.walk.stage->base_range.begin),
                "Check that the registry has " + evidence.base + ".");
}

}  // namespace

std::optional<Refusal> choose_base(const Facts& facts, const NodeStart& start, Evidence& evidence) {
  const bool serves_pages = start.kind == StartKind::Pages && evidence.tools.empty();
  const std::string server = start.program ? start.program->program() : std::string();
  if (serves_pages && (server == "nginx" || server == "caddy" || server == "httpd" || server == "apache2ctl" || server == "lighttpd"))
    return std::nullopt;
  const std::string_view image = facts.image.short_name();
  if (image == "node" || image == "bun") {
    use_small_variant(facts, evidence);
    return std::nullopt;
  }
  const std::uint32_t line = facts.walk.analysis->line_of(facts.walk.stage->base_range.begin);
  if (const std::string version = installed_version(facts); !version.empty()) {
    evidence.base = "node:" + version + "-slim";
    evidence.base_user = "node";
    evidence.note(Weight::Assumption, "base", line,
                  "Node " + version + " was installed by a script; the final stage takes the official image of that version instead.");
    return std::nullopt;
  }
  if (installs_node(facts)) {
    add_unique(evidence.packages, "nodejs");
    if (start.manager == "npm") add_unique(evidence.packages, "npm");
    return std::nullopt;
  }
  return Refusal{RefusalCode::Unsupported,
                 "Which Node this image brings cannot be told, so no smaller base with the same one can be named.", line};
}

Side build_environment_side(std::string_view name, std::string_view) {
  if (starts_with_any(name, {"VITE_", "REACT_APP_", "NPM_CONFIG_", "npm_config_", "YARN_", "GENERATE_SOURCEMAP", "DEBIAN_FRONTEND", "SASS_",
                             "CYPRESS_", "HUSKY", "PNPM_HOME"})) {
    return Side::Builder;
  }
  return Side::Both;
}

Side plain_environment_side(std::string_view name, std::string_view) {
  if (starts_with_any(name, {"NPM_CONFIG_", "npm_config_", "YARN_", "DEBIAN_FRONTEND", "HUSKY"})) return Side::Builder;
  if (starts_with_any(name, {"NODE_", "PATH", "PUPPETEER_", "PLAYWRIGHT_", "HOME", "LANG", "LC_", "PRISMA_"})) return Side::Both;
  return name.find("SKIP") != std::string_view::npos ? Side::Both : Side::Final;
}

}  // namespace slipway::refactor::multistage::node
