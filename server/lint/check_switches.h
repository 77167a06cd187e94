#pragma once
// What a file's own comments say about BuildKit's checks: `# check=skip=…;error=true` at the top, and `# check=skip=…` above an
// instruction (frontend/dockerfile/linter/linter.go, WithMergedConfigFromComments).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check_options.h"
#include "lint/rule.h"

namespace slipway::lint {

/// The comments that BuildKit collects for an instruction, without their `#`, trimmed; an empty comment forgets those above it.
[[nodiscard]] std::vector<std::string_view> collected_comments(const semantic::Analysis& analysis, semantic::InstructionId id);

class CheckSwitches {
 public:
  /// The analysis must outlive the switches.
  explicit CheckSwitches(const semantic::Analysis& analysis);

  /// True when BuildKit would not give this finding because a comment switches its check off.
  [[nodiscard]] bool silences(const Finding& finding) const;
  /// True when an experimental check is on for an instruction.
  [[nodiscard]] bool enables(std::string_view check, semantic::InstructionId id) const;
  /// True when warnings fail the build (`error=true`).
  [[nodiscard]] bool fails_build() const { return file_.error; }

 private:
  [[nodiscard]] CheckOptions options_above(semantic::InstructionId id) const;

  const semantic::Analysis& analysis_;
  CheckOptions file_;
};

/// Takes out of `findings` what the file's comments silence. Where they make warnings fail the build, one more finding of `error_rule` says so;
/// a null `error_rule` leaves that out.
void apply_check_switches(const semantic::Analysis& analysis, const Rule* error_rule, std::vector<Finding>& findings);

}  // namespace slipway::lint
