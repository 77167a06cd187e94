#include "refactor/multistage/ecosystems/node_sources.h"

#include <array>
#include <cstdlib>

#include "refactor/multistage/ecosystems/node_scripts.h"
#include "refactor/multistage/sources.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage::node {

namespace {

constexpr auto reading_marks = std::to_array<std::string_view>({
    "readFile",
    "createReadStream",
    "readdir",
    "sendFile(",
    "express.static(",
    "serveStatic",
    "koa-static",
    "@fastify/static",
    "res.render(",
    "reply.view(",
    "dotenv",
    "loadFiles",
    "i18n",
    "@fastify/view",
    "useStaticAssets",
    "setBaseViewsDir",
    "compileFile(",
    "renderFile(",
});
constexpr auto writing_marks = std::to_array<std::string_view>({
    "writeFile",
    "createWriteStream",
    "appendFile",
    "mkdirSync(",
    "fs.mkdir(",
    "multer(",
    "sqlite3",
    "lowdb",
    "better-sqlite3",
    "transports.File(",
});
/// Folders that servers read by convention, whether a source names them or not.
constexpr auto conventional = std::to_array<std::string_view>({
    "public",
    "views",
    "templates",
    "locales",
    "static",
    "assets",
    "i18n",
    "emails",
    "migrations",
    "config",
});
constexpr auto native = std::to_array<std::string_view>({
    "bcrypt",
    "better-sqlite3",
    "sqlite3",
    "canvas",
    "sharp",
    "argon2",
    "node-sass",
    "grpc",
    "usb",
    "serialport",
    "node-gyp",
    "cpu-features",
    "re2",
    "libxmljs",
    "libxmljs2",
    "zeromq",
    "kerberos",
    "oracledb",
    "node-rdkafka",
    "bufferutil",
    "utf-8-validate",
    "isolated-vm",
    "leveldown",
    "heapdump",
    "snappy",
    "lmdb",
    "sodium-native",
    "deasync",
    "fsevents-handler",
    "odbc",
    "node-expat",
    "iconv",
    "sse4_crc32",
    "couchbase",
});

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool is_code(std::string_view path) {
  for (const std::string_view extension : {".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".jsx", ".tsx", ".vue", ".svelte"}) {
    if (extension_of(path) == extension) return true;
  }
  return false;
}

int listened_port(std::string_view code) {
  const auto call = code.find(".listen(");
  if (call == std::string_view::npos) return 0;
  const int port = std::atoi(std::string(code.substr(call + 8, 6)).c_str());
  return port > 0 && port < 1024 ? port : 0;
}

/// A source that only the build runs, as `node build.js` in the script "build" or as its tool's settings: what it writes is the build's.
bool belongs_to_build(const Project& project, std::string_view file) {
  const std::string_view name = base_name(file);
  if (name.find(".config.") != std::string_view::npos || name == "gulpfile.js" || name == "Gruntfile.js") return true;
  for (const Use& build : project.builds) {
    const auto script = project.package.scripts.find(script_of(build.use->program(), build.use->words()));
    if (script == project.package.scripts.end()) continue;
    for (const std::string_view word : split_words(script->second)) {
      if (project.in_context(word.substr(word.substr(0, 2) == "./" ? 2 : 0)) == file) return true;
    }
  }
  return false;
}

}  // namespace

SourceFacts read_sources(const Facts& facts, const Project& project, const std::vector<std::string>& outputs) {
  SourceFacts out;
  const std::vector<std::string_view> skipped{"node_modules", "dist", "test", "tests", "__tests__", ".next", "coverage", "cypress", "e2e"};
  std::vector<std::string> texts = run_time_words(facts);
  for (const std::string& file : facts.workspace.files_below(project.context_folder, skipped)) {
    const auto program = is_code(file) ? facts.workspace.read(file) : std::nullopt;
    if (!program) continue;
    const std::string code = without_comments(*program);
    out.reads_files = out.reads_files || holds_any(code, reading_marks);
    out.writes_files = out.writes_files || (holds_any(code, writing_marks) && !belongs_to_build(project, file));
    if (const int port = listened_port(code); port > 0) out.low_port = port;
    for (std::string& literal : string_literals(code)) texts.push_back(std::move(literal));
  }
  SourceTree tree{project.context_folder, project.image_folder, {".ts", ".tsx", ".mts", ".cts", ".map"}, {"node_modules"}, outputs};
  for (const std::string_view known : {"package.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "bun.lock",
                                       "node_modules", "src", "tsconfig.json"}) {
    tree.known_entries.emplace_back(known);
  }
  for (const std::string& entry : named_entries(tree, facts.workspace, texts)) {
    const std::string first = entry.substr(0, entry.find('/'));
    const bool built_source = first == "src" && is_code(entry);
    if (!built_source) out.run_time_entries.insert(entry);
  }
  for (const std::string& entry : data_entries(tree, facts.workspace)) {
    bool convention = false;
    for (const std::string_view name : conventional) convention = convention || entry == name;
    if (convention)
      out.run_time_entries.insert(entry);
    else if (!is_code(entry) && entry != "index.html")
      out.other_entries.insert(entry);
  }
  for (const std::string& entry : out.run_time_entries) out.other_entries.erase(entry.substr(0, entry.find('/')));
  return out;
}

std::string native_package(const Project& project) {
  for (const std::string_view name : native) {
    if (project.package.dependencies.find(name) != project.package.dependencies.end()) return std::string(name);
  }
  return {};
}

}  // namespace slipway::refactor::multistage::node
