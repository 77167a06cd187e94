#pragma once
// `RUN --mount=` as BuildKit reads it while it builds, variables put in (frontend/dockerfile/instructions/commands_runmount.go).

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "semantic/expansion.h"

namespace slipway::semantic {

struct MountSpec {
  std::string type = "bind";  ///< lower case
  std::string from;
  std::string source;
  std::string target;
  std::string id;
  std::string sharing;  ///< lower case; empty when not given
  bool has_mode = false;
  bool has_uid = false;
  bool has_gid = false;
  std::optional<std::string> error;  ///< BuildKit's message; the other members are then what was read before it
};

/// Reads a mount. `expand` is asked for the value of each field, in order.
[[nodiscard]] MountSpec read_mount_spec(std::string_view value, const std::function<Expansion(std::string_view)>& expand);

/// The `from` of a mount before anything is expanded: the last one; empty without one.
[[nodiscard]] std::string mount_source_name(std::string_view value);

}  // namespace slipway::semantic
