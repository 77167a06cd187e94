// Any text is a script, and every range of it lies inside the text.

#include "shell/script.h"
#include "tests/fuzz/fuzz.h"

using namespace slipway;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = test::as_text(data, size);
  const auto script = shell::read_script_text(text);
  const auto inside = [&text](text::TextRange range) { return range.begin <= range.end && range.end <= text.size(); };
  for (const auto& command : script.commands) {
    test::require(inside(command.range) && inside(command.name.range), "commands lie inside the text");
    for (const auto& argument : command.arguments) test::require(inside(argument.range), "arguments lie inside the text");
    for (const auto& assignment : command.assignments) test::require(inside(assignment.range), "assignments lie inside the text");
  }
  return 0;
}
