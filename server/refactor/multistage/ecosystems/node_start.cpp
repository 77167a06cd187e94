#include "refactor/multistage/ecosystems/node_start.h"

#include <algorithm>
#include <array>

#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/node_scripts.h"
#include "refactor/multistage/run_placement.h"
#include "refactor/multistage/sources.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage::node {

namespace {

using Words = std::vector<std::string>;

bool among(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_page_server(std::string_view name) {
  return among(name, {"serve", "http-server", "nginx", "caddy", "httpd", "apache2ctl", "lighttpd", "sirv", "ws", "static-server",
                      "superstatic", "angular-http-server", "spa-http-server"});
}

bool is_framework(std::string_view name) {
  return among(name, {"next",
                      "nuxt",
                      "nuxi",
                      "remix-serve",
                      "react-router-serve",
                      "vite",
                      "gatsby",
                      "strapi",
                      "medusa",
                      "keystone",
                      "astro",
                      "blitz",
                      "sails",
                      "adonis",
                      "directus",
                      "n8n",
                      "probot",
                      "moleculer-runner",
                      "prisma",
                      "sequelize",
                      "sequelize-cli",
                      "typeorm",
                      "knex",
                      "migrate",
                      "fastify",
                      "svelte-kit",
                      "vue-cli-service",
                      "json-server"});
}

bool is_migration(std::string_view name) {
  return among(
      name, {"prisma", "sequelize", "sequelize-cli", "typeorm", "knex", "migrate", "node-pg-migrate", "db-migrate", "wait-on", "dotenv"});
}

/// The script file in a pm2 configuration.
std::string pm2_script(const Facts& facts, const std::string& path) {
  const std::string text = without_comments(content_at(facts.walk, facts.workspace, path).value_or(std::string()));
  const auto key = text.find("script");
  if (key == std::string::npos) return {};
  for (const std::string& literal : string_literals(std::string_view(text).substr(key + 6))) {
    if (extension_of(literal) == ".js" || extension_of(literal) == ".mjs" || extension_of(literal) == ".cjs") return literal;
  }
  return {};
}

std::string started_file(const Facts& facts, const StartedProgram& program) {
  const std::string name = program.program();
  Words plain = plain_words(program.words, {"-r", "--require", "--import", "--loader", "--experimental-loader", "-i", "--name", "-n",
                                            "--interpreter", "--env-file", "-C", "-c"});
  if (name == "bun" && !plain.empty() && plain.front() == "run") plain.erase(plain.begin());
  if (among(name, {"pm2-runtime", "pm2", "pm2-docker", "forever"}) && !plain.empty() && plain.front() == "start")
    plain.erase(plain.begin());
  if (plain.empty()) return {};
  const std::string path = join_path(program.folder, plain.front());
  const std::string extension(extension_of(path));
  const bool configuration =
      among(name, {"pm2-runtime", "pm2", "pm2-docker"}) &&
      (path.find("config") != std::string::npos || extension == ".json" || extension == ".yml" || extension == ".yaml");
  if (!configuration) return path;
  const std::string script = pm2_script(facts, path);
  return script.empty() ? std::string() : join_path(parent_of(path), script);
}

std::string program_of_package(std::string_view package) {
  if (package == "@angular/cli") return "ng";
  if (package == "@nestjs/cli") return "nest";
  if (package == "typescript") return "tsc";
  if (package == "dotenv-cli") return "dotenv";
  if (package == "local-web-server") return "ws";
  return std::string(base_name(package));
}

constexpr auto migrations = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"prisma", "prisma prisma.config.ts prisma.config.js"},
    {"knex", "knexfile.js knexfile.ts knexfile.cjs migrations seeds"},
    {"sequelize", ".sequelizerc config migrations models seeders"},
    {"sequelize-cli", ".sequelizerc config migrations models seeders"},
    {"typeorm", "ormconfig.js ormconfig.json migrations"},
    {"node-pg-migrate", "migrations"},
    {"db-migrate", "database.json migrations"},
});

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> migration_files() { return migrations; }

NodeStart read_node_start(const Facts& facts) {
  NodeStart out;
  out.programs = expand_scripts(facts, facts.start.programs);
  for (const StartedProgram& program : facts.start.programs) {
    const std::string name = program.program();
    const bool manager =
        among(name, {"npm", "yarn", "pnpm", "npx", "pnpx", "bunx"}) || (name == "bun" && !script_of(name, program.words).empty());
    if (manager && program.by != StartedBy::Health) out.manager = name;
  }
  for (const StartedProgram& program : out.programs) {
    const std::string name = program.program();
    if (program.by == StartedBy::Health || program.by == StartedBy::Wrapper || out.program) continue;
    if (among(name, {"node", "nodejs", "bun", "pm2-runtime", "pm2", "pm2-docker", "forever"})) {
      out.path = started_file(facts, program);
      out.kind = StartKind::File;
    } else if (is_page_server(name)) {
      const Words plain = plain_words(program.words, {"-l", "-p", "--listen", "--port", "-c", "-g", "-a", "-d", "--directory"});
      const std::string named = !plain.empty() ? plain.front() : option_value(program.words, "-d");
      if (!named.empty() && name != "nginx") out.path = join_path(program.folder, named);
      out.kind = StartKind::Pages;
    } else if (is_migration(name)) {
      continue;
    } else if (is_framework(name)) {
      out.kind = StartKind::Framework;
    } else if (!script_of(name, program.words).empty()) {
      out.kind = StartKind::Script;
    } else {
      continue;
    }
    out.program = program;
  }
  return out;
}

std::vector<std::string> started_tools(const Facts& facts, const NodeStart& start) {
  std::vector<std::string> out;
  const auto runs = [&](std::string_view program) {
    const auto is_it = [program](const StartedProgram& each) {
      const std::string name = each.program();
      return name == program || (program == "pm2" && (name == "pm2-runtime" || name == "pm2-docker"));
    };
    return std::any_of(start.programs.begin(), start.programs.end(), is_it) ||
           std::any_of(facts.start.programs.begin(), facts.start.programs.end(), is_it);
  };
  for (const auto& actions : facts.actions) {
    for (const Action& action : actions) {
      for (const std::string& written : action.operands) {
        const std::string package = written.substr(0, written.find('@', 1));
        if (action.act == Act::InstallTool && runs(program_of_package(package))) add_unique(out, package);
      }
      if (action.act == Act::EnableTool && (start.manager == "pnpm" || start.manager == "yarn")) add_unique(out, "corepack");
    }
  }
  return out;
}

bool needs_development_packages(const Project& project, const NodeStart& start) {
  for (const StartedProgram& program : start.programs) {
    if (program.by == StartedBy::Health) continue;
    const std::string name = program.program();
    const auto named = [&name](const auto& packages) {
      return std::any_of(packages.begin(), packages.end(),
                         [&name](const auto& package) { return program_of_package(package.first) == name; });
    };
    if (named(project.package.dev_dependencies) && !named(project.package.dependencies)) return true;
  }
  return false;
}

}  // namespace slipway::refactor::multistage::node
