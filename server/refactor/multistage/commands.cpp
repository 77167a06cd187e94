#include "refactor/multistage/commands.h"

#include <array>
#include <utility>

#include "catalog/ecosystems.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage {

namespace {

using Words = std::vector<std::string>;

constexpr auto act_names = std::to_array<std::pair<Act, std::string_view>>({
    {Act::Nothing, "nothing"},
    {Act::UpdatePackages, "update packages"},
    {Act::InstallPackages, "install packages"},
    {Act::RemovePackages, "remove packages"},
    {Act::Dependencies, "dependencies"},
    {Act::Build, "build"},
    {Act::Check, "check"},
    {Act::Settings, "settings"},
    {Act::InstallTool, "install tool"},
    {Act::EnableTool, "enable tool"},
    {Act::MakeUser, "make user"},
    {Act::MakeFolder, "make folder"},
    {Act::Permissions, "permissions"},
    {Act::CopyFiles, "copy"},
    {Act::Link, "link"},
    {Act::Remove, "remove"},
    {Act::Download, "download"},
    {Act::Unpack, "unpack"},
    {Act::Write, "write"},
    {Act::Certificates, "certificates"},
    {Act::Unknown, "unknown"},
});

/// Programs whose act needs no look at their arguments.
constexpr auto simple_acts = std::to_array<std::pair<std::string_view, Act>>({
    {"", Act::Nothing},
    {"cd", Act::Nothing},
    {"set", Act::Nothing},
    {"echo", Act::Nothing},
    {"printf", Act::Nothing},
    {"true", Act::Nothing},
    {":", Act::Nothing},
    {"test", Act::Nothing},
    {"[", Act::Nothing},
    {"[[", Act::Nothing},
    {"ls", Act::Nothing},
    {"cat", Act::Nothing},
    {"pwd", Act::Nothing},
    {"export", Act::Nothing},
    {"unset", Act::Nothing},
    {"exit", Act::Nothing},
    {"pushd", Act::Nothing},
    {"popd", Act::Nothing},
    {"which", Act::Nothing},
    {"command", Act::Nothing},
    {"type", Act::Nothing},
    {"uname", Act::Nothing},
    {"node", Act::Nothing},
    {"grep", Act::Nothing},
    {"find", Act::Nothing},
    {"strip", Act::Nothing},
    {"upx", Act::Nothing},
    {"du", Act::Nothing},
    {"file", Act::Nothing},
    {"ldd", Act::Nothing},
    {"sleep", Act::Nothing},
    {"env", Act::Nothing},
    {"update-ca-certificates", Act::Certificates},
    {"corepack", Act::EnableTool},
    {"dpkg-reconfigure", Act::Settings},
    {"setcap", Act::Permissions},
    {"ldconfig", Act::Nothing},
    {"sed", Act::Nothing},
    {"touch", Act::MakeFolder},
});

Words absolute(const CommandUse& use, Words words) {
  for (std::string& word : words) {
    const bool folder = !word.empty() && word.back() == '/' && word.size() > 1;
    word = join_path(use.folder, word);
    if (folder) word += '/';
  }
  return words;
}

Action apt(const CommandUse&, const Words& words) {
  const Words plain = plain_words(words, {"-t", "--target-release", "-o", "-c"});
  if (plain.empty()) return {Act::Nothing, {}, {}, {}, false};
  const Words rest(plain.begin() + 1, plain.end());
  if (plain.front() == "install") return {Act::InstallPackages, {}, rest, {}, false};
  if (plain.front() == "remove" || plain.front() == "purge" || plain.front() == "autoremove")
    return {Act::RemovePackages, {}, rest, {}, false};
  return {Act::UpdatePackages, {}, {}, {}, false};
}

Action apk(const CommandUse&, const Words& words) {
  const Words plain = plain_words(words, {"-t", "--virtual", "-X", "--repository", "-p", "--root"});
  if (plain.empty()) return {Act::Nothing, {}, {}, {}, false};
  const Words rest(plain.begin() + 1, plain.end());
  const bool temporary = !option_value(words, "--virtual").empty() || !option_value(words, "-t").empty();
  if (plain.front() == "add") return {Act::InstallPackages, {}, rest, {}, temporary};
  if (plain.front() == "del") return {Act::RemovePackages, {}, rest, {}, false};
  return {Act::UpdatePackages, {}, {}, {}, false};
}

Action red_hat(const CommandUse& use, const Words& words) {
  Action out = apt(use, words);
  if (out.act == Act::UpdatePackages && has_word(words, "clean")) out.act = Act::Nothing;
  return out;
}

/// npm, yarn, pnpm and bun install programs for the whole image with a flag or a word of their own.
bool installs_globally(std::string_view program, const Words& words) {
  if (program == "yarn") return words.size() > 1 && words[0] == "global" && words[1] == "add";
  const bool global = has_word(words, "-g") || has_word(words, "--global") || has_word(words, "--location=global");
  return global && (has_word(words, "install") || has_word(words, "i") || has_word(words, "add"));
}

Action node_tool(const CommandUse& use, const Words& words) {
  const Words plain = plain_words(words, {"--prefix", "-C", "--cwd", "--dir", "--registry", "--filter", "-F", "--workspace", "-w"});
  if (installs_globally(use.program(), words)) {
    const std::size_t verbs = use.program() == "yarn" ? 2 : 1;
    return {Act::InstallTool,
            "node",
            Words(plain.begin() + static_cast<std::ptrdiff_t>(std::min(verbs, plain.size())), plain.end()),
            {},
            false};
  }
  const std::string_view verb = plain.empty() ? std::string_view() : std::string_view(plain.front());
  if (use.program() == "npm" && (verb == "config" || verb == "set" || verb == "cache")) return {Act::Settings, "node", {}, {}, false};
  const catalog::ToolUse* known = catalog::find_tool_use(use.program(), verb);
  if (use.program() == "yarn" && !verb.empty() && known->subcommand.empty()) return {Act::Build, "node", {}, {}, false};
  if (use.program() == "pnpm" && !verb.empty() && known->subcommand.empty()) return {Act::Build, "node", {}, {}, false};
  if (known == nullptr) return {Act::Unknown, "node", {}, {}, false};
  const Act acts[] = {Act::Dependencies, Act::Build, Act::Check, Act::Settings};
  return {acts[static_cast<std::size_t>(known->role)], known->ecosystem, {}, {}, false};
}

Action users(const CommandUse& use, const Words& words) {
  const Words plain =
      plain_words(words, {"-u", "--uid", "-g",      "--gid", "-G",        "--groups", "--ingroup", "-d", "--home",     "--home-dir",
                          "-h", "-s",    "--shell", "-c",    "--comment", "--gecos",  "-k",        "-p", "--password", "-K"});
  const std::string name = plain.empty()                                               ? std::string()
                           : use.program() == "adduser" || use.program() == "addgroup" ? plain.front()
                                                                                       : plain.back();
  return {Act::MakeUser, {}, {name}, {}, false};
}

Action ownership(const CommandUse& use, const Words& words) {
  Words plain = plain_words(words, {});
  std::string owner;
  if (!plain.empty()) {
    if (use.program() != "chmod") owner = plain.front();
    plain.erase(plain.begin());
  }
  return {Act::Permissions, {}, absolute(use, plain), owner, false};
}

Action download(const CommandUse& use, const Words& words) {
  Action out{Act::Download, {}, {}, {}, false};
  const bool curl = use.program() == "curl";
  for (const std::string_view option :
       curl ? std::vector<std::string_view>{"-o", "--output"} : std::vector<std::string_view>{"-O", "--output-document"}) {
    std::string file = option_value(words, option);
    for (const std::string& word : words) {  // -fsSLo FILE, -qO FILE
      const bool cluster = word.size() > 2 && word[0] == '-' && word[1] != '-' && word.back() == option[1] && option.size() == 2;
      if (file.empty() && cluster && &word != &words.back()) file = *(&word + 1);
      const auto attached = word.find(std::string(1, option[1]) + "/");
      if (file.empty() && word.size() > 2 && word[0] == '-' && word[1] != '-' && attached != std::string::npos)
        file = word.substr(attached + 1);
    }
    if (!file.empty() && file != "-") out.operands = {join_path(use.folder, file)};
  }
  return out;
}

Action unpack(const CommandUse& use, const Words& words) {
  std::string folder = option_value(words, use.program() == "unzip" ? "-d" : "-C");
  if (folder.empty()) folder = option_value(words, "--directory");
  return {Act::Unpack, {}, {join_path(use.folder, folder)}, {}, false};
}

using Reader = Action (*)(const CommandUse&, const Words&);

Action make_folders(const CommandUse& use, const Words& words) {
  return {Act::MakeFolder, {}, absolute(use, plain_words(words, {"-m", "--mode"})), {}, false};
}
Action copies(const CommandUse& use, const Words& words) {
  const bool makes_folders = use.program() == "install" && (has_word(words, "-d") || has_word(words, "--directory"));
  const Words plain = plain_words(words, {"-m", "--mode", "-o", "--owner", "-g", "--group"});
  return {makes_folders ? Act::MakeFolder : Act::CopyFiles, {}, absolute(use, plain), {}, false};
}
Action links(const CommandUse& use, const Words& words) { return {Act::Link, {}, absolute(use, plain_words(words, {})), {}, false}; }
Action removes(const CommandUse& use, const Words& words) { return {Act::Remove, {}, absolute(use, plain_words(words, {})), {}, false}; }
Action clones(const CommandUse& use, const Words& words) {
  if (plain_words(words, {}).empty() || plain_words(words, {}).front() != "clone") return {Act::Settings, {}, {}, {}, false};
  return {Act::Download, {}, {}, {}, use.folder.empty()};
}

constexpr auto readers = std::to_array<std::pair<std::string_view, Reader>>({
    {"apt-get", apt},        {"apt", apt},         {"aptitude", apt},   {"apk", apk},        {"yum", red_hat},    {"dnf", red_hat},
    {"microdnf", red_hat},   {"zypper", red_hat},  {"npm", node_tool},  {"yarn", node_tool}, {"pnpm", node_tool}, {"bun", node_tool},
    {"adduser", users},      {"useradd", users},   {"addgroup", users}, {"groupadd", users}, {"usermod", users},  {"chmod", ownership},
    {"chown", ownership},    {"chgrp", ownership}, {"curl", download},  {"wget", download},  {"tar", unpack},     {"unzip", unpack},
    {"mkdir", make_folders}, {"cp", copies},       {"mv", copies},      {"install", copies}, {"ln", links},       {"rm", removes},
    {"git", clones},
});

Action tool_action(const CommandUse& use, const Words& words) {
  const Words plain = plain_words(words, {"-C"});
  std::string_view program = use.program();
  const std::string module = program.substr(0, 6) == "python" ? option_value(words, "-m") : std::string();
  if (!module.empty()) program = module;
  const catalog::ToolUse* known = catalog::find_tool_use(program, plain.empty() ? std::string_view() : std::string_view(plain.front()));
  if (known == nullptr) return {};
  const Act acts[] = {Act::Dependencies, Act::Build, Act::Check, Act::Settings};
  return {acts[static_cast<std::size_t>(known->role)], known->ecosystem, {}, {}, false};
}

/// `curl … | sh`: what the script does is not seen, but it is a download as far as stages go.
bool is_piped_script(const CommandUse& use) {
  const bool shell = use.program() == "sh" || use.program() == "bash";
  return shell && use.command->join == shell::Join::Pipe;
}

Action plain_action(const CommandUse& use, const Words& words) {
  if (use.taken_apart) return {Act::Nothing, {}, {}, {}, false};
  if (is_piped_script(use)) return {Act::Download, {}, {}, {}, false};
  for (const auto& [program, reader] : readers) {
    if (program == use.program()) return reader(use, words);
  }
  if (const Action tool = tool_action(use, words); tool.act != Act::Unknown) return tool;
  for (const auto& [program, act] : simple_acts) {
    if (program == use.program()) return {act, {}, {}, {}, false};
  }
  return {};
}

}  // namespace

Action action_of(const CommandUse& use) {
  const Words words = use.words();
  Action out = plain_action(use, words);
  if (out.act != Act::Nothing) return out;
  for (const shell::Redirection& redirection : use.command->redirections) {
    const bool writes = redirection.op.find('>') != std::string::npos && redirection.op.find('&') == std::string::npos;
    const std::string target = put_in(redirection.target.text, use.environment);
    if (writes && target != "/dev/null") out = {Act::Write, {}, {join_path(use.folder, target)}, {}, false};
  }
  return out;
}

std::string_view act_name(Act act) {
  for (const auto& [known, name] : act_names) {
    if (known == act) return name;
  }
  return {};
}

std::vector<std::string> plain_words(const std::vector<std::string>& words, const std::vector<std::string_view>& with_value) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < 2 || words[i].front() != '-') {
      out.push_back(words[i]);
      continue;
    }
    for (const std::string_view option : with_value) {
      if (words[i] == option) {
        ++i;
        break;
      }
    }
  }
  return out;
}

std::string option_value(const std::vector<std::string>& words, std::string_view option) {
  const std::string assigned = std::string(option) + "=";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == option && i + 1 < words.size()) return words[i + 1];
    if (words[i].substr(0, assigned.size()) == assigned) return words[i].substr(assigned.size());
  }
  return {};
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  for (const std::string& each : words) {
    if (each == word) return true;
  }
  return false;
}

}  // namespace slipway::refactor::multistage
