// hadolint's DL3064. BuildKit's SecretsUsedInArgOrEnv covers most of it.

#include <algorithm>
#include <array>

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

/// Names that services give their secrets, where no word below shows it.
constexpr auto known =
    std::to_array<std::string_view>({"APPLICATION_KEY", "DOCKER_EMAIL", "FACEBOOK_APP_ID", "OKTA_AUTHN_GROUPID", "OKTA_CLIENT_ORGURL",
                                     "STRIPE_DEVICE_NAME", "AWS_ACCESS_KEY_ID", "CI_DEPLOY_USER", "CF_USERNAME", "DOCKER_USERNAME",
                                     "HEROKU_API_USER", "OS_USERNAME", "OKTA_OAUTH2_CLIENTID", "VAULT_CLIENT_KEY"});
/// A name that ends in one of these, or has it as one of its parts.
constexpr auto words = std::to_array<std::string_view>({"PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY"});
constexpr auto phrases = std::to_array<std::string_view>({"API_KEY", "CLIENT_KEY", "PRIVATE_KEY", "ACCESS_KEY"});
/// Parts that say that the value is no secret: where it is, how long it lives, whether there is one.
constexpr auto harmless = std::to_array<std::string_view>(
    {"FILE",    "HTPASSWD",   "PATH",     "DIR",        "PUBLIC",    "VERSION",     "URL",    "URI",    "ENDPOINT",
     "EXPIRY",  "EXPIRATION", "TTL",      "LENGTH",     "MIN",       "MAX",         "NAME",   "PROMPT", "TYPE",
     "ENABLED", "DISABLED",   "REQUIRED", "TOKENIZERS", "TOKENIZER", "PARALLELISM", "POLICY", "PLUGIN", "RESET"});

template <class List>
bool is_among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool names_secret(std::string_view written) {
  const auto name = to_upper(written);
  if (is_among(known, name)) return true;
  const auto parts = split(name, '_');
  if (std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return is_among(harmless, part); })) return false;
  const auto ends = [&](std::string_view word) {
    return name.size() >= word.size() && std::string_view(name).substr(name.size() - word.size()) == word;
  };
  if (std::any_of(words.begin(), words.end(), ends)) return true;
  if (std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return is_among(words, part); })) return true;
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return name.find(phrase) != std::string::npos; });
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.keyword() == Keyword::Onbuild && entry.syntax().trigger ? *entry.syntax().trigger : entry.syntax();
  if (syntax.keyword != Keyword::Env && syntax.keyword != Keyword::Arg) return;
  for (const auto& pair : syntax.pairs) {
    if (!names_secret(pair.key.text)) continue;
    report.at(on_first_line(context.analysis, entry, entry.place(pair.key.range)))
        .say("'" + pair.key.text +
             "' is the name of a secret, and values of ENV and ARG can be read from the image or its history. Use `RUN "
             "--mount=type=secret`.");
    return;
  }
}

}  // namespace

extern const Rule secret_in_variable_name;
const Rule secret_in_variable_name = {
    .name = "secret-in-variable-name",
    .aliases = {"hadolint/DL3064"},
    .level = Level::Info,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "An ARG or ENV has the name of a secret that BuildKit does not know.",
    .why =
        "Values of ENV are in the image for everybody to read, values of ARG in its history. A build gets its secrets with `RUN "
        "--mount=type=secret,id=NAME`, a running container from outside.",
    .peers =
        "Words are looked for, not parts of words: GOPRIVATE, `*_FILE`, TRAVIS_OS_NAME and names of users are not reported (hadolint "
        "#1230, #1245). Where BuildKit reports SecretsUsedInArgOrEnv, that finding carries this number.",
    .covered_by = {"secrets-used-in-arg-or-env"},
    .check_instruction = check,
};

}  // namespace slipway::lint
