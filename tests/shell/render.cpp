#include "tests/shell/render.h"

namespace slipway::test {

namespace {

std::string_view joined_by(shell::Join join) {
  switch (join) {
    case shell::Join::First: return "";
    case shell::Join::And: return "&& ";
    case shell::Join::Or: return "|| ";
    case shell::Join::Sequence: return "; ";
    case shell::Join::Pipe: return "| ";
    case shell::Join::Background: return "& ";
  }
  return "";
}

std::string begin_line(const shell::Command& command) {
  std::string out(std::size_t{2} * command.depth, ' ');
  if (command.conditional) out += '?';
  out += joined_by(command.join);
  return out;
}

std::string parts(const shell::Command& command) {
  std::string out;
  const auto add = [&](std::string text) { out += out.empty() ? std::move(text) : " " + text; };
  for (const auto& wrapper : command.wrappers) add("(" + wrapper.text + ")");
  for (const auto& assignment : command.assignments) add(assignment.name + "=" + assignment.value);
  if (!command.name.text.empty()) add(command.name.text + (command.name.has_expansion ? "$" : ""));
  for (const auto& argument : command.arguments) add("<" + argument.text + ">" + (argument.has_expansion ? "$" : ""));
  for (const auto& redirection : command.redirections) add("{" + redirection.op + " " + redirection.target.text + "}");
  return out;
}

}  // namespace

std::string render(const shell::Script& script) {
  std::string out;
  for (const auto& command : script.commands) out += begin_line(command) + parts(command) + "\n";
  if (!script.complete) out += "incomplete\n";
  return out;
}

std::string render_places(const shell::Script& script, std::string_view source) {
  std::string out;
  for (const auto& command : script.commands) {
    out += source.substr(command.range.begin, command.range.size());
    out += '\n';
  }
  return out;
}

}  // namespace slipway::test
