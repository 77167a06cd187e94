// hadolint's DL3026. Images come only from registries that are trusted.

#include <algorithm>
#include <array>

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"
#include "syntax/stage_reference.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

constexpr auto docker_hub = std::to_array<std::string_view>({"docker.io", "hub.docker.com"});

bool matches(std::string_view pattern, std::string_view registry) {
  if (pattern == "*") return true;
  if (pattern.substr(0, 1) == "*") {
    const auto end = pattern.substr(1);
    return registry.size() >= end.size() && registry.substr(registry.size() - end.size()) == end;
  }
  if (!pattern.empty() && pattern.back() == '*') return registry.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
  return pattern == registry;
}

bool is_trusted(const Context& context, std::string_view registry) {
  const auto& trusted = context.options.trusted_registries;
  return std::any_of(trusted.begin(), trusted.end(), [&](const std::string& pattern) { return matches(pattern, registry); });
}

/// The place that an image comes from, when that is none of the trusted ones; empty otherwise.
std::string untrusted_place(const Context& context, std::string_view image) {
  if (image.empty() || image == "scratch") return {};
  const auto reference = syntax::parse_image_reference(image);
  if (!reference.registry.empty()) return is_trusted(context, reference.registry) ? "" : reference.registry;
  if (reference.path.find('$') != std::string::npos) return {};  // the registry may come from the variable
  const bool hub = std::any_of(docker_hub.begin(), docker_hub.end(), [&](std::string_view name) { return is_trusted(context, name); });
  return hub ? "" : "Docker Hub";
}

void report_image(const Context& context, const semantic::InstructionEntry& entry, TextRange place, std::string_view image,
                  Report& report) {
  const auto place_of_image = untrusted_place(context, image);
  if (place_of_image.empty()) return;
  report.at(on_first_line(context.analysis, entry, place))
      .say("'" + std::string(image) + "' comes from " + place_of_image + ", which is none of the trusted registries.");
}

void check(const Context& context, Report& report) {
  if (context.options.trusted_registries.empty()) return;
  for (const auto& stage : context.model.stages) {
    if (stage.base_kind != semantic::BaseKind::Image) continue;
    report_image(context, context.analysis.instruction(stage.from), stage.base_range,
                 stage.base_value.empty() ? stage.base : std::string_view(stage.base_value), report);
  }
  for (const auto& reference : context.model.references) {
    const bool images = reference.kind == semantic::ReferenceKind::StageInCopy || reference.kind == semantic::ReferenceKind::StageInMount;
    if (!images || reference.stage || syntax::stage_index(reference.text)) continue;
    report_image(context, context.analysis.instruction(reference.instruction), reference.range, reference.text, report);
  }
}

}  // namespace

extern const Rule untrusted_registry;
const Rule untrusted_registry = {
    .name = "untrusted-registry",
    .aliases = {"hadolint/DL3026"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "An image comes from a registry that is not trusted.",
    .why =
        "An image brings everything that runs in it. Where a company keeps a list of registries to take images from, this rule holds a "
        "file to it. Without a list it says nothing.",
    .peers = "Values of ARGs are put in; numbers of stages and names of stages with dots are no images.",
    .check_file = check,
};

}  // namespace slipway::lint
