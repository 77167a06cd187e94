// Flags of an instruction as BuildKit checks them (frontend/dockerfile/instructions/bflag.go).

#include <algorithm>

#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/instruction_errors.h"

namespace slipway::syntax {

namespace {

const FlagSpec* find_spec(Keyword keyword, std::string_view name) {
  for (const auto& spec : flags_of(keyword)) {
    if (spec.name == name) return &spec;
  }
  return nullptr;
}

bool is_repeated(const Instruction& instruction, const Flag& flag) {
  for (const auto& other : instruction.flags) {
    if (&other == &flag) return false;
    if (other.name == flag.name) return true;
  }
  return false;
}

void add_value_errors(const Flag& flag, const FlagSpec& spec, InstructionErrors& errors) {
  const auto written = "--" + flag.name;
  const bool boolean = spec.value == FlagValue::Boolean;
  if (boolean ? flag.value && flag.value->empty() : !flag.value) {
    errors.add("missing a value on flag: " + written, flag.range);
  } else if (boolean && flag.value && !equals_ignoring_case(*flag.value, "true") && !equals_ignoring_case(*flag.value, "false")) {
    errors.add("expecting boolean value for flag " + written + ", not: " + *flag.value, flag.value_range);
  }
}

}  // namespace

void add_flag_errors(const Instruction& instruction, InstructionErrors& errors) {
  for (const auto& flag : instruction.flags) {
    const auto* spec = find_spec(instruction.keyword, flag.name);
    if (spec == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& known : flags_of(instruction.keyword)) names.push_back(known.name);
      errors.add("unknown flag: --" + flag.name + did_you_mean(flag.name, names), flag.name_range.empty() ? flag.range : flag.name_range);
    } else if (spec->repeat == Repeat::Once && is_repeated(instruction, flag)) {
      errors.add("duplicate flag specified: --" + flag.name, flag.range);
    } else {
      add_value_errors(flag, *spec, errors);
    }
  }
}

}  // namespace slipway::syntax
