// RUN's flags beyond their shape (frontend/dockerfile/instructions/commands_run{device,mount,network,security}.go).

#include <algorithm>
#include <array>

#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/csv_fields.h"
#include "syntax/go_text.h"
#include "syntax/instruction_errors.h"

namespace slipway::syntax {

namespace {

using text::Offset;

/// The place of a field in the flag's value; the whole value when quotes made it shorter than its place.
TextRange field_range(const Flag& flag, const std::vector<std::string>& fields, std::size_t index) {
  if (flag.value_range.size() != flag.value->size()) return flag.value_range;
  Offset begin = flag.value_range.begin;
  for (std::size_t i = 0; i < index; ++i) begin += static_cast<Offset>(fields[i].size()) + 1;
  const TextRange range{begin, begin + static_cast<Offset>(fields[index].size())};
  return flag.value_range.contains(range) ? range : flag.value_range;
}

/// A device as far as it is read.
struct Device {
  std::string name;

  /// Takes one field; returns BuildKit's message if it refuses it.
  std::optional<std::string> take(const std::string& field) {
    const auto equals = field.find('=');
    const auto key = to_lower(std::string_view(field).substr(0, equals));
    const bool has_value = equals != std::string::npos;
    const auto value = has_value ? field.substr(equals + 1) : std::string();
    if (key == "required") {
      if (has_value && !parse_go_bool(value)) return "invalid value for required: " + value;
      return std::nullopt;
    }
    if (key == "name" && has_value) {
      if (!name.empty()) return "device name already set to " + name;
      name = value;
      return std::nullopt;
    }
    if (name.empty()) {
      name = field;
      return std::nullopt;
    }
    if (!has_value) return "invalid field '" + field + "' must be a key=value pair";
    return "unexpected key '" + key + "' in '" + field + "'" + did_you_mean(key, {"name", "required"});
  }
};

void add_device_errors(const Flag& flag, InstructionErrors& errors) {
  const auto csv = read_csv_fields(*flag.value);
  if (csv.error) return errors.add("failed to parse csv devices: " + *csv.error, flag.value_range.empty() ? flag.range : flag.value_range);
  Device device;
  for (std::size_t i = 0; i < csv.fields.size(); ++i) {
    if (auto message = device.take(csv.fields[i])) return errors.add(std::move(*message), field_range(flag, csv.fields, i));
  }
}

void add_mount_errors(const Flag& flag, InstructionErrors& errors) {
  const auto csv = read_csv_fields(*flag.value);
  if (csv.error) return errors.add("failed to parse csv mounts: " + *csv.error, flag.value_range.empty() ? flag.range : flag.value_range);
  for (std::size_t i = 0; i < csv.fields.size(); ++i) {
    const std::string_view field = csv.fields[i];
    const auto equals = field.find('=');
    if (equals == std::string_view::npos || !equals_ignoring_case(field.substr(0, equals), "from")) continue;
    const auto value = field.substr(equals + 1);
    const auto dollar = value.find('$');
    if (dollar == std::string_view::npos || dollar + 1 == value.size()) continue;
    return errors.add("'from' doesn't support variable expansion, define alias stage instead", field_range(flag, csv.fields, i));
  }
}

bool is_one_of(std::string_view value, const std::vector<std::string_view>& allowed) {
  return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

}  // namespace

void add_run_errors(const Instruction& instruction, InstructionErrors& errors) {
  for (const std::string_view name : {"device", "mount", "network", "security"}) {
    for (const auto& flag : instruction.flags) {
      if (flag.name != name || !flag.value) continue;
      const auto range = flag.value_range.empty() ? flag.range : flag.value_range;
      if (name == "device") add_device_errors(flag, errors);
      if (name == "mount") add_mount_errors(flag, errors);
      if (name == "network" && !is_one_of(*flag.value, {"default", "none", "host"}))
        errors.add("invalid network mode " + go_quote(*flag.value), range);
      if (name == "security" && !is_one_of(*flag.value, {"sandbox", "insecure"}))
        errors.add("security " + go_quote(*flag.value) + " is not valid", range);
    }
  }
}

}  // namespace slipway::syntax
