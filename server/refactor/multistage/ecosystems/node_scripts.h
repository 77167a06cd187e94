#pragma once
// Scripts of package.json behind `npm start`, `yarn serve`, `pnpm run x`.

#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage::node {

/// A script that a package manager runs: `npm start` → "start"; empty for other commands. `words` are the manager's arguments.
[[nodiscard]] std::string script_of(std::string_view program, const std::vector<std::string>& words);

/// The folder a package manager works in: its `--prefix`, `--cwd` or `-C`, or the one it is called in.
[[nodiscard]] std::string project_folder(std::string_view program, const std::vector<std::string>& words, std::string_view folder);

/// The script's text from the package.json in a folder of the image; empty when it cannot be read or has no such script.
[[nodiscard]] std::string script_text(const Facts& facts, std::string_view image_folder, std::string_view script);

/// The programs with package managers' scripts taken apart where they can be read.
[[nodiscard]] std::vector<StartedProgram> expand_scripts(const Facts& facts, const std::vector<StartedProgram>& programs);

}  // namespace slipway::refactor::multistage::node
