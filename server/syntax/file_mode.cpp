#include "syntax/file_mode.h"

#include <algorithm>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

void skip_any(std::string_view& text, std::string_view letters) {
  text.remove_prefix(std::min(text.find_first_not_of(letters), text.size()));
}

/// `who`, then operators each with permissions; clauses are joined by commas.
bool is_symbolic(std::string_view text) {
  for (;;) {
    skip_any(text, "augo");
    do {
      if (text.empty() || std::string_view("+-=").find(text.front()) == std::string_view::npos) return false;
      text.remove_prefix(1);
      skip_any(text, "rstwXxugo");
    } while (!text.empty() && text.front() != ',');
    if (text.empty()) return true;
    text.remove_prefix(1);
  }
}

}  // namespace

std::optional<std::string> file_mode_error(std::string_view mode) {
  constexpr std::uint64_t highest = 07777;
  const auto octal = parse_go_unsigned(mode, 8, 32);
  if (octal ? *octal <= highest : is_symbolic(mode)) return std::nullopt;
  if (octal || (!mode.empty() && is_digit(mode.front()))) {
    return "invalid chmod parameter: '" + std::string(mode) + "'. it should be octal string and between 0 and 07777";
  }
  return "invalid syntax";
}

}  // namespace slipway::syntax
