#pragma once
// Cases as text archives: `-- name --` lines begin the files of a build context; the last one, `answer`, is the golden.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace slipway::test {

struct Archive {
  std::filesystem::path path;
  std::map<std::string, std::string> files;  ///< without the answer
  std::string before_answer;                 ///< the archive's bytes up to the answer
  std::string answer;                        ///< empty when the archive has none yet
};

/// All archives of a folder beside this file, in the order of their names. At least one is demanded.
[[nodiscard]] std::vector<Archive> read_archives(const std::string& folder);

/// Compares the answer with the golden, or writes it when goldens are being rewritten (`./dev bless`).
void check_answer(const Archive& archive, const std::string& answer);

}  // namespace slipway::test
