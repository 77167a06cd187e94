#pragma once
// A word of EXPOSE: `80`, `80-90/udp`, `127.0.0.1:80:80` (frontend/dockerfile/dockerfile2llb/convert_expose.go).

#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

/// The parts of a port word with its variables put in.
struct PortSpec {
  std::string ip;                    ///< empty without one
  std::string host;                  ///< host port or range; empty without one
  std::string container;             ///< port or range in the container
  std::string protocol;              ///< as written, `tcp` when none is; empty when it is unknown or no port stands before it
  std::optional<std::string> error;  ///< BuildKit's message
};

[[nodiscard]] PortSpec parse_port_spec(std::string_view word);

}  // namespace slipway::syntax
