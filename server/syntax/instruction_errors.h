#pragma once
// Errors that BuildKit would give for one instruction, from the instruction alone (frontend/dockerfile/instructions/parse.go, and
// the errors of frontend/dockerfile/parser that depend on how a line is split). Private to syntax/.

#include <string>
#include <string_view>
#include <vector>

#include "syntax/instruction.h"

namespace slipway::syntax {

/// Adds the errors of one instruction to `instruction.errors`, in BuildKit's order. BuildKit stops at the first; those behind it
/// are there for people who mend more than one thing at a time. An ONBUILD takes over the line errors of its trigger.
void add_instruction_errors(Instruction& instruction, const ReadingNotes& notes);

/// Takes errors of step 5 for one instruction.
class InstructionErrors {
 public:
  explicit InstructionErrors(Instruction& instruction) : instruction_(instruction) {}
  void add(std::string message, TextRange range) {
    instruction_.errors.push_back({InstructionError::Step::Instruction, std::move(message), range});
  }
  void add_line_error(std::string message, TextRange range) {
    instruction_.errors.push_back({InstructionError::Step::Line, std::move(message), range});
  }

 private:
  Instruction& instruction_;
};

/// Unknown, repeated and half-given flags (bflag.go).
void add_flag_errors(const Instruction& instruction, InstructionErrors& errors);

/// RUN's --device, --mount, --network and --security, as far as BuildKit reads them before it builds.
void add_run_errors(const Instruction& instruction, InstructionErrors& errors);

/// HEALTHCHECK as a whole, its flags included.
void add_healthcheck_errors(const Instruction& instruction, InstructionErrors& errors);

}  // namespace slipway::syntax
