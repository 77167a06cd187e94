#pragma once
// Programs of the machine that are started and read from, without a shell between. POSIX only; elsewhere nothing is found.

#include <string>
#include <string_view>
#include <vector>

namespace slipway::host {

/// True when PATH has a program of this name.
[[nodiscard]] bool is_in_path(std::string_view program);

/// What the program prints when it gets the texts as files in a folder of their own, named 0, 1, 2 … and given as its last arguments.
/// The folder is removed again. Empty when the program cannot be started or takes longer than half a minute.
[[nodiscard]] std::string run_on_files(const std::vector<std::string>& words, const std::vector<std::string>& texts);

}  // namespace slipway::host
