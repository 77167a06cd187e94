#pragma once
// `--chmod=` of ADD and COPY: octal, or symbolic as in chmod(1) (dockerfile2llb/convert_copy.go, tonistiigi/dchapes-mode).

#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

/// BuildKit's message about a mode that is none; nothing for a good one.
[[nodiscard]] std::optional<std::string> file_mode_error(std::string_view mode);

}  // namespace slipway::syntax
