#pragma once
// The tree of a script, flattened to commands. Private to shell/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/places.h"
#include "shell/script.h"

namespace slipway::shell {

/// A text of its own that a command gets as input, and where it stands.
struct NestedText {
  std::string_view text;
  Places places;
};

/// A heredoc of BuildKit's: its word is in the text, its body is not. The text has a file redirection in its place (`hide_heredocs`).
struct HeadHeredoc {
  TextRange word;  ///< in the text
  std::string op;
  std::string name;
  NestedText body;
};

/// A command whose ranges still count bytes of the text.
struct RawCommand {
  Command command;
  std::optional<NestedText> input;  ///< the body of its last heredoc
};

/// What surrounds a text: how its first command is joined, and how deep it stands.
struct Context {
  Join join = Join::First;
  unsigned depth = 0;
  bool conditional = false;
};

struct Reading {
  std::vector<RawCommand> commands;
  bool complete = true;
};

/// The commands of `text` in order of their places. `places` is where the text stands, for the bodies of heredocs in it.
[[nodiscard]] Reading read_commands(std::string_view text, const Places& places, const std::vector<HeadHeredoc>& heredocs, Context context);

}  // namespace slipway::shell
