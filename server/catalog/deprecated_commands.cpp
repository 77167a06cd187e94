#include "catalog/deprecated_commands.h"

#include <array>

namespace slipway::catalog {

namespace {

constexpr std::string_view omit_dev = "npm 7 and later say --omit=dev";
constexpr std::string_view bundle_config = "Bundler 2.1 and later take it from `bundle config set`, or from an ENV";

constexpr auto rows = std::to_array<DeprecatedCommand>({
    {.program = "npm", .verb = "ci", .option = "--only", .value = "production", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm", .verb = "ci", .option = "--only", .value = "prod", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm", .verb = "ci", .option = "--production", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm", .verb = "install", .option = "--only", .value = "production", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm", .verb = "install", .option = "--only", .value = "prod", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm", .verb = "install", .option = "--production", .instead = omit_dev, .replacement = "--omit=dev"},
    {.program = "npm",
     .verb = "install",
     .option = "--no-optional",
     .instead = "npm 7 and later say --omit=optional",
     .replacement = "--omit=optional"},
    {.program = "apt-key", .instead = "apt 2.4 and later want each key in a file of /etc/apt/keyrings, named with signed-by in the source"},
    {.program = "bundle", .verb = "install", .option = "--without", .instead = bundle_config},
    {.program = "bundle", .verb = "install", .option = "--deployment", .instead = bundle_config},
    {.program = "bundle", .verb = "install", .option = "--path", .instead = bundle_config},
    {.program = "easy_install", .instead = "setuptools dropped it: use pip"},
    {.program = "docker-compose", .instead = "Compose 2 is `docker compose`"},
    {.program = "adduser", .option = "--gecos", .instead = "Debian 13 and later say --comment"},
    {.program = "gem",
     .verb = "install",
     .option = "--no-ri",
     .instead = "RubyGems 3 and later say --no-document",
     .replacement = "--no-document"},
    {.program = "gem",
     .verb = "install",
     .option = "--no-rdoc",
     .instead = "RubyGems 3 and later say --no-document",
     .replacement = "--no-document"},
    {.program = "pip",
     .verb = "install",
     .option = "--process-dependency-links",
     .instead = "pip 19 dropped it: name the address of the package"},
    {.program = "pip", .verb = "install", .option = "--egg", .instead = "pip 20 dropped it"},
    {.program = "pip", .verb = "install", .option = "--use-mirrors", .instead = "pip 7 dropped it"},
    {.program = "composer", .verb = "install", .option = "--no-suggest", .instead = "Composer 2 dropped it: it does nothing"},
    {.program = "composer", .verb = "install", .option = "--dev", .instead = "Composer 2 dropped it: it is the default"},
    {.program = "apt-get",
     .option = "--force-yes",
     .instead = "apt 1.1 and later split it into --allow-downgrades, --allow-remove-essential and --allow-change-held-packages"},
});

}  // namespace

std::span<const DeprecatedCommand> deprecated_commands() { return rows; }

}  // namespace slipway::catalog
