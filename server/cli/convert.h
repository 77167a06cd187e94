#pragma once
// `slipway convert`: a single-stage Dockerfile as a multi-stage one, or the reason why not.

#include <string>

#include "cli/console.h"
#include "refactor/multistage/convert.h"

namespace slipway::cli {

enum class ConvertOutput {
  Text,   ///< the new Dockerfile
  Diff,   ///< a unified diff
  Write,  ///< the file is replaced
  Json,   ///< the answer as one JSON object
};

/// Whether the plan and the notes are told too.
enum class Explain { No, Yes };

struct ConvertOptions {
  std::string path;
  ConvertOutput output = ConvertOutput::Text;
  refactor::multistage::BaseChoice base = refactor::multistage::BaseChoice::Auto;
  Explain explain = Explain::No;
  ColorChoice color = ColorChoice::Auto;
};

/// Exit code 0 for an offer, 1 for a refusal, 2 when the file cannot be read or written.
int convert(const ConvertOptions& options);

}  // namespace slipway::cli
