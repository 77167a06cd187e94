// What looks like a secret of a well-known service is one: the shapes are published so that tools can find them.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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

/// The characters that shapes begin with, so that one look at each byte is enough.
std::array<bool, 256> first_characters() {
  std::array<bool, 256> out{};
  for (const auto& shape : catalog::secret_shapes()) out[static_cast<unsigned char>(shape.prefix.front())] = true;
  return out;
}

/// The secret that begins at `at`; nothing when none does.
std::optional<std::pair<const catalog::SecretShape*, std::size_t>> secret_at(std::string_view text, std::size_t at) {
  for (const auto& shape : catalog::secret_shapes()) {
    if (text.substr(at, shape.prefix.size()) != shape.prefix) continue;
    const auto length = length_of(text.substr(at + shape.prefix.size()), shape);
    const bool exact = shape.others.empty() ? length == shape.length : length >= shape.length;
    if (exact && !is_placeholder(text.substr(at, shape.prefix.size() + length))) return std::pair(&shape, shape.prefix.size() + length);
  }
  return std::nullopt;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  static const auto begins_shape = first_characters();
  const auto& entry = context.analysis.instruction(id);
  const auto text = context.analysis.source.slice(entry.range);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_shape[static_cast<unsigned char>(text[at])] || (at > 0 && is_word(text[at - 1]))) continue;
    const auto secret = secret_at(text, at);
    if (!secret) continue;
    const auto begin = entry.range.begin + static_cast<text::Offset>(at);
    report.at({begin, begin + static_cast<text::Offset>(secret->second)})
        .say("This looks like " + std::string(secret->first->what) +
             ". Whoever has the file or the image has it too: take it back where it was given out, and use `RUN --mount=type=secret`.");
    at += secret->second;
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
