#pragma once
// A walk through the stages in the order in which BuildKit builds them, with the variables in force at each instruction. BuildKit's checks
// of step 14 are made on this walk (dockerfile2llb/convert.go, dispatch). As `docker build --check` does it: no build arguments, linux/amd64,
// base images with an empty configuration.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "semantic/expansion.h"

namespace slipway::lint {

/// Variables with their values.
class Variables {
 public:
  void set(std::string_view name, std::string value);
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
  /// For `expand`; the variables must outlive the result.
  [[nodiscard]] semantic::Lookup lookup() const;
  /// The names, the one set longest ago first (setting a variable anew counts).
  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  struct Entry {
    std::string value;
    std::uint64_t order = 0;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  std::uint64_t next_ = 0;
};

/// ARGs before the first FROM, over the variables that BuildKit defines there.
struct GlobalScope {
  Variables variables;
  std::set<std::string, std::less<>> declared;  ///< names of the ARGs, with a default or without
};
[[nodiscard]] GlobalScope global_scope(const Context& context);

/// What a stage has in force at some instruction: its own and what the stages it stands on left.
struct StageScope {
  Variables variables;
  std::set<std::string, std::less<>> arguments;  ///< names that an ARG declared
  bool has_shell = false;                        ///< a SHELL stood before
  bool has_workdir = false;                      ///< a WORKDIR stood before

  /// Takes over one `NAME=value` of an ARG.
  void declare(const syntax::KeyValue& argument, char escape, const GlobalScope& globals);
};

/// An instruction where it takes effect: an ONBUILD's trigger does so at the beginning of the stages that stand on its own.
struct Step {
  const semantic::Stage& stage;
  const syntax::Instruction& syntax;
  const semantic::InstructionEntry& home;      ///< the entry that holds it
  const semantic::InstructionEntry& reported;  ///< the entry that BuildKit names: for a trigger the FROM of the stage
  bool is_trigger = false;
  const StageScope& scope;                     ///< before the instruction
  const GlobalScope& globals;

  /// Where a finding about `range` (relative to the instruction) belongs; it begins on the line that BuildKit reports.
  [[nodiscard]] TextRange place(const semantic::Analysis& analysis, TextRange range) const;
};

using Visit = std::function<void(const Step&)>;
void walk_build(const Context& context, const Visit& visit);

}  // namespace slipway::lint
