#pragma once
// What the Go files of a module show about its run time.

#include <set>
#include <string>
#include <vector>

#include "refactor/multistage/ecosystems/go_outputs.h"
#include "refactor/multistage/sources.h"

namespace slipway::refactor::multistage::go {

struct SourceFacts {
  bool seen = false;       ///< at least one Go file could be read
  bool imports_c = false;  ///< cgo is needed: `import "C"`, or a module known for it
  std::string cgo_reason;
  bool has_other_modules = false;    ///< go.mod requires something
  bool has_unknown_modules = false;  ///< go.mod requires something that is not known to be written in Go alone
  bool uses_network = false;         ///< may speak TLS as a client
  bool loads_time_zones = false;
  bool reads_files = false;
  bool writes_files = false;
  int low_port = 0;                   ///< a port below 1024 that it listens on; 0: none seen
  std::vector<std::string> programs;  ///< first arguments of exec.Command
  std::vector<std::string> literals;
  std::vector<std::string> embedded;  ///< patterns of //go:embed, from the module's folder
};

[[nodiscard]] SourceFacts read_sources(const Facts& facts, const Module& module);

}  // namespace slipway::refactor::multistage::go
