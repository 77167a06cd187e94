// Files that hold secrets end up in a layer.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/sections.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr auto names = std::to_array<std::string_view>({".env", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".netrc", ".pypirc",
                                                        ".git-credentials", ".pgpass", ".my.cnf", ".htpasswd", "credentials.json", ".ssh",
                                                        ".aws", ".gnupg", ".kube", "secrets.yml", "secrets.yaml", "master.key"});
constexpr auto endings = std::to_array<std::string_view>({".p12", ".pfx", ".kdbx", ".keystore", ".ppk"});
constexpr auto harmless = std::to_array<std::string_view>(
    {"example", "sample", "template", "dist", "test", "default", "defaults", "tpl", "tmpl", "docker", "ci", "build", "j2"});

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

/// `.env.production` is as secret as `.env`; `.env.example` is there to be read.
bool is_environment(std::string_view name) {
  constexpr std::string_view beginning = ".env.";
  if (name.substr(0, beginning.size()) != beginning) return false;
  const auto parts = split(name, '.');
  return std::find(harmless.begin(), harmless.end(), parts.back()) == harmless.end();
}

bool holds_secrets(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const auto name = path.substr(path.rfind('/') + 1);
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  return is_environment(name) ||
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return ends_with(name, ending); });
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  const bool copies = syntax.keyword == syntax::Keyword::Copy || syntax.keyword == syntax::Keyword::Add;
  if (!copies || syntax.flag("from") != nullptr) return;
  for (const auto* source : syntax.sources()) {
    if (!holds_secrets(without_quotes(source->text))) continue;
    report.at(entry.place(source->range))
        .say("'" + std::string(without_quotes(source->text)) +
             "' usually holds secrets, and what is copied stays in a layer even if a later step deletes it. Use `RUN --mount=type=secret` "
             "for the build; give it to the container from outside.")
        .level(is_shipped(context, context.model.stage_of(id)) ? Level::Warning : Level::Info);
  }
}

}  // namespace

extern const Rule secret_file_copied;
const Rule secret_file_copied = {
    .name = "secret-file-copied",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Copy, syntax::Keyword::Add},
    .fix = std::nullopt,
    .summary = "A file that usually holds secrets is copied into the image.",
    .why =
        "Everybody who can pull the image can read all of its layers. Files such as `.env` or `id_rsa` belong to the machine, not into the "
        "image; list them in `.dockerignore` too.",
    .peers = "BuildKit looks at names of variables only. Files such as `.env.example` are not reported.",
    .check_instruction = check,
};

}  // namespace slipway::lint
