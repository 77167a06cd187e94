// What looks like a secret of a well-known service is one: the shapes are published so that tools can find them.

#include <algorithm>

#include "catalog/secret_shapes.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// How many characters behind the prefix belong to the secret.
std::size_t length_of(std::string_view text, const catalog::SecretShape& shape) {
  std::size_t length = 0;
  while (length < text.size() &&
         (is_letter(text[length]) || is_digit(text[length]) || shape.others.find(text[length]) != std::string_view::npos))
    ++length;
  return length;
}

/// `EXAMPLE` in a key, or one character again and again, is a placeholder of some documentation.
bool is_placeholder(std::string_view secret) {
  if (secret.find("EXAMPLE") != std::string_view::npos || secret.find("xxxx") != std::string_view::npos ||
      secret.find("XXXX") != std::string_view::npos)
    return true;
  const auto tail = secret.substr(secret.size() / 2);
  return std::all_of(tail.begin(), tail.end(), [&](char c) { return c == tail.front(); });
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto text = context.analysis.source.slice(entry.range);
  for (const auto& shape : catalog::secret_shapes()) {
    for (auto at = text.find(shape.prefix); at != std::string_view::npos; at = text.find(shape.prefix, at + 1)) {
      const auto rest = text.substr(at + shape.prefix.size());
      const auto length = length_of(rest, shape);
      const auto whole = text.substr(at, shape.prefix.size() + length);
      const bool exact = shape.others.empty() ? length == shape.length : length >= shape.length;
      if (!exact || (at > 0 && is_word(text[at - 1])) || is_placeholder(whole)) continue;
      const auto begin = entry.range.begin + static_cast<text::Offset>(at);
      report.at({begin, begin + static_cast<text::Offset>(whole.size())})
          .say("This looks like " + std::string(shape.what) +
               ". Whoever has the file or the image has it too: take it back where it was given out, and use `RUN --mount=type=secret`.");
    }
  }
  const auto key = text.find("-----BEGIN ");
  if (key == std::string_view::npos) return;
  const auto line = text.substr(key, text.substr(key).find('\n'));
  if (line.find("PRIVATE KEY-----") == std::string_view::npos) return;
  const auto begin = entry.range.begin + static_cast<text::Offset>(key);
  report.at({begin, begin + static_cast<text::Offset>(line.size())})
      .say("A private key stands here. Whoever has the file or the image has it too: make a new one, and use `RUN --mount=type=secret`.");
}

}  // namespace

extern const Rule secret_value;
const Rule secret_value = {
    .name = "secret-value",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "A secret is written in the file.",
    .why =
        "A Dockerfile is shared, and so are the layers and the history of its image. A secret in it cannot be taken back by a later commit "
        "or layer.",
    .peers =
        "As tally's secrets-in-code, for the services whose secrets have a shape of their own. No entropy is measured, so that nothing "
        "else is reported.",
    .check_instruction = check,
};

}  // namespace slipway::lint
