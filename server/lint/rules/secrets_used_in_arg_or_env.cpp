// BuildKit's SecretsUsedInArgOrEnv (dockerfile2llb/validations.go, validateNoSecretKey); the message is BuildKit's own.

#include <algorithm>
#include <array>

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

using semantic::TracedWordKind;

constexpr auto secret_words = std::to_array<std::string_view>(
    {"apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"});
constexpr auto harmless_words = std::to_array<std::string_view>({"public", "file", "version"});

template <class Words>
bool has_part_among(const std::string& name, const Words& words) {
  const auto lower = to_lower(name);
  const auto parts = split(lower, '_');
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return std::find(words.begin(), words.end(), part) != words.end(); });
}

void check(const Context& context, Report& report) {
  for (const auto& word : context.analysis.build().words) {
    const bool is_env = word.kind == TracedWordKind::EnvKey;
    if (!is_env && word.kind != TracedWordKind::ArgName) continue;
    if (!has_part_among(word.text, secret_words) || has_part_among(word.text, harmless_words)) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(word.instruction), word.range))
        .say("Do not use ARG or ENV instructions for sensitive data (" + std::string(is_env ? "ENV" : "ARG") + " " +
             syntax::go_quote(word.text) + ")");
  }
}

}  // namespace

extern const Rule secrets_used_in_arg_or_env;
const Rule secrets_used_in_arg_or_env = {
    .name = "secrets-used-in-arg-or-env",
    .aliases = {"buildkit/SecretsUsedInArgOrEnv"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "An ARG or ENV has the name of a secret.",
    .why =
        "Values of ENV are in the image for everybody to read, values of ARG in its history. Give a build its secrets with `RUN "
        "--mount=type=secret,id=NAME`, "
        "which leaves nothing behind, and a running container its own from outside.",
    .check_file = check,
};

}  // namespace slipway::lint
