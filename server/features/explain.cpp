#include "features/explain.h"

#include "catalog/flags.h"
#include "catalog/instructions.h"
#include "catalog/mounts.h"
#include "catalog/official_images.h"
#include "catalog/values.h"
#include "catalog/variables.h"
#include "lint/registry.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

std::string code_block(std::string_view text) { return "```dockerfile\n" + std::string(text) + "\n```\n\n"; }

std::string link(std::string_view text, std::string_view address) { return "[" + std::string(text) + "](" + std::string(address) + ")"; }

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Page of an image on the registry that has it; empty for registries whose pages are not known.
std::string image_page(const syntax::ImageReference& image) {
  if (image.registry.empty() || image.registry == "docker.io") {
    const bool official = image.path.find('/') == std::string::npos || image.path.substr(0, 8) == "library/";
    return official ? "https://hub.docker.com/_/" + std::string(image.short_name()) : "https://hub.docker.com/r/" + image.path;
  }
  if (image.registry == "ghcr.io") return "https://github.com/" + image.path;
  if (image.registry == "quay.io") return "https://quay.io/repository/" + image.path;
  if (image.registry == "mcr.microsoft.com") return "https://mcr.microsoft.com/artifact/mar/" + image.path;
  return {};
}

void add_row(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out += "- " + std::string(name) + ": " + code(value) + "\n";
}

}  // namespace

std::string explain_keyword(Keyword keyword) {
  const auto* doc = catalog::find_instruction(keyword);
  if (doc == nullptr) return {};
  return code_block(doc->forms) + std::string(doc->meaning) + "\n\n" +
         link("Reference of " + std::string(syntax::spelling(keyword)), catalog::reference_link(keyword));
}

std::string explain_flag(Keyword keyword, std::string_view flag) {
  const auto* doc = catalog::find_flag(keyword, flag);
  if (doc == nullptr) return {};
  std::string out = "`--" + std::string(flag) + (doc->value.empty() ? "" : "=" + std::string(doc->value)) + "` of " +
                    std::string(syntax::spelling(keyword)) + "\n\n";
  out += std::string(doc->meaning) + "\n\n";
  return out + link("Reference of --" + std::string(flag), catalog::reference_link(*doc));
}

std::string explain_mount_type(std::string_view type) {
  const auto* found = catalog::find_mount_type(type);
  if (found == nullptr) return {};
  std::string keys;
  for (const auto& key : catalog::mount_keys()) {
    if (catalog::takes(found->name, key)) keys += (keys.empty() ? "" : ", ") + code(key.name);
  }
  return "`type=" + std::string(found->name) + "`\n\n" + std::string(found->meaning) + "\n\nKeys: " + keys + "\n\n" +
         link("Reference of this mount type", found->link);
}

std::string explain_mount_key(std::string_view key) {
  const auto* found = catalog::find_mount_key(key);
  if (found == nullptr) return {};
  std::string out = code(key) + " of a mount";
  if (!found->aliases.empty())
    out += " (the same as " + code(equals_ignoring_case(key, found->name) ? split_words(found->aliases).front() : found->name) + ")";
  out += "\n\n" + std::string(found->meaning);
  if (!found->values.empty()) out += "\n\nValues: " + code(replace_all(std::string(found->values), " ", "`, `"));
  return out + "\n\nTaken by: " + code(replace_all(std::string(found->types), " ", "`, `"));
}

std::string explain_predefined(std::string_view name) {
  const auto* variable = catalog::find_predefined(name);
  if (variable == nullptr) return {};
  std::string out = code(name) + " is defined by BuildKit\n\n" + std::string(variable->meaning);
  if (variable->scope == catalog::VariableScope::Image)
    out = code(name) + " is part of every Linux image\n\n" + std::string(variable->meaning);
  if (!variable->example.empty()) out += "\n\nFor example " + code(variable->example) + ".";
  if (variable->scope == catalog::VariableScope::Platform || variable->scope == catalog::VariableScope::Build) {
    out += "\n\nA stage that wants it says `ARG " + std::string(name) + "`.";
  }
  return out;
}

std::string explain_directive(std::string_view name) {
  const auto* directive = catalog::find_value(catalog::directives(), name);
  if (directive == nullptr) return {};
  return "`# " + std::string(directive->name) + "=` directive\n\n" + std::string(directive->meaning) + "\n\n" +
         link("Reference of " + std::string(directive->name),
              "https://docs.docker.com/reference/dockerfile/#" + std::string(directive->name));
}

std::string explain_rule(const lint::Rule& rule) {
  std::string out = "**" + std::string(rule.name) + "** (" + std::string(lint::level_name(rule.level)) + ")\n\n" +
                    std::string(rule.summary) + "\n\n" + std::string(rule.why);
  std::string aliases;
  for (const auto alias : rule.aliases) aliases += (aliases.empty() ? "" : ", ") + code(alias);
  if (!aliases.empty()) out += "\n\nAlso known as " + aliases + ".";
  return out;
}

std::string explain_image(std::string_view reference) {
  if (reference == "scratch") return "`scratch`\n\nThe empty image: the stage begins with nothing at all, not even a shell.";
  const auto image = syntax::parse_image_reference(reference);
  const auto* known = catalog::find_image(image.familiar_name());
  std::string out = "Image " + code(reference) + (known == nullptr ? "" : ": " + std::string(known->meaning)) + "\n\n";
  add_row(out, "registry", image.registry.empty() ? "docker.io" : image.registry);
  add_row(out, "name", image.path);
  add_row(out, "tag", image.tag.empty() && image.digest.empty() ? "latest" : image.tag);
  add_row(out, "digest", image.digest);
  if (image.digest.empty() && (image.tag.empty() || image.tag == "latest"))
    out += "\nThe tag `latest` moves: name a version for builds that repeat.\n";
  const auto page = reference.find('$') == std::string_view::npos ? image_page(image) : std::string();
  return page.empty() ? out : out + "\n" + link("Page of the image", page);
}

std::optional<std::string> explain_key(std::string_view key) {
  const auto colon = key.find(':');
  const auto kind = key.substr(0, colon);
  const auto name = colon == std::string_view::npos ? std::string_view() : key.substr(colon + 1);
  std::string out;
  if (kind == "keyword") out = explain_keyword(syntax::keyword_from(name));
  if (kind == "mount-type") out = explain_mount_type(name);
  if (kind == "mount-key") out = explain_mount_key(name);
  if (kind == "variable") out = explain_predefined(name);
  if (kind == "directive") out = explain_directive(name);
  if (kind == "image") out = explain_image(name);
  if (kind == "word" && name == "AS") out = "`AS name` names the stage, so that later lines can say `FROM name` and `COPY --from=name`.";
  if (kind == "flag") {
    const auto parts = split(name, ':');
    if (parts.size() == 2) out = explain_flag(syntax::keyword_from(parts[0]), parts[1]);
  }
  if (kind == "rule") {
    const auto rules = lint::find_rules(name);
    if (rules.size() == 1) out = explain_rule(*rules.front());
  }
  return out.empty() ? std::nullopt : std::optional<std::string>(std::move(out));
}

}  // namespace slipway::features
