#pragma once
// What a command of a RUN does, as far as a conversion cares: installs, builds, makes a user, moves a file …

#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/walk.h"

namespace slipway::refactor::multistage {

enum class Act {
  Nothing,          ///< leaves nothing behind: echo, set, cd
  UpdatePackages,   ///< apt-get update
  InstallPackages,  ///< operands: packages
  RemovePackages,   ///< operands: packages
  Dependencies,
  Build,
  Check,
  Settings,      ///< of a build tool; `ecosystem` says whose
  InstallTool,   ///< npm install -g; operands: packages
  EnableTool,    ///< corepack enable
  MakeUser,      ///< operands: user or group names
  MakeFolder,    ///< operands: folders
  Permissions,   ///< chmod, chown, setcap; operands: paths
  CopyFiles,     ///< cp, mv, install; operands: sources, then the target
  Link,          ///< ln; operands: what it points to, then the link
  Remove,        ///< rm; operands: paths
  Download,      ///< operands: the file or folder written, if it is named
  Unpack,        ///< operands: folder unpacked into
  Write,         ///< operands: files that a redirection writes
  Certificates,  ///< update-ca-certificates
  Unknown,
};

struct Action {
  Act act = Act::Unknown;
  std::string_view ecosystem;
  std::vector<std::string> operands;
  std::string owner;       ///< chown: the owner as written
  bool temporary = false;  ///< packages that a later command of the file removes again (`apk add --virtual`)
};

[[nodiscard]] Action action_of(const CommandUse& use);

/// "install packages" and so on, for the printed evidence.
[[nodiscard]] std::string_view act_name(Act act);

/// The words that are no options, values of the named options left out.
[[nodiscard]] std::vector<std::string> plain_words(const std::vector<std::string>& words, const std::vector<std::string_view>& with_value);

/// The value of an option written `--name value`, `--name=value`, `-n value`; empty when it is absent.
[[nodiscard]] std::string option_value(const std::vector<std::string>& words, std::string_view option);

[[nodiscard]] bool has_word(const std::vector<std::string>& words, std::string_view word);

}  // namespace slipway::refactor::multistage
