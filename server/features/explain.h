#pragma once
// Markdown about the words of the language, from the tables of catalog/ and lint/. Read by hover and by completion's resolve.

#include <optional>
#include <string>
#include <string_view>

#include "lint/rule.h"
#include "syntax/keyword.h"

namespace slipway::features {

/// Empty when the tables do not know the word.
[[nodiscard]] std::string explain_keyword(syntax::Keyword keyword);
[[nodiscard]] std::string explain_flag(syntax::Keyword keyword, std::string_view flag);
[[nodiscard]] std::string explain_mount_type(std::string_view type);
[[nodiscard]] std::string explain_mount_key(std::string_view key);
[[nodiscard]] std::string explain_predefined(std::string_view name);
[[nodiscard]] std::string explain_directive(std::string_view name);
[[nodiscard]] std::string explain_rule(const lint::Rule& rule);
/// An image's name as it stands in the file, with tag and digest.
[[nodiscard]] std::string explain_image(std::string_view reference);

/// The text for `CompletionItem::documentation_key`.
[[nodiscard]] std::optional<std::string> explain_key(std::string_view key);

}  // namespace slipway::features
