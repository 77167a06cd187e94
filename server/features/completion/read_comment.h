#pragma once
// What is being typed in a comment: a directive, an ignore comment, or nothing of ours.

#include <string_view>

#include "features/completion/where.h"

namespace slipway::features {

/// Whether directives can still stand on a comment's line.
enum class CommentPlace { Top, Later };

/// `line` is the comment's line, `begin` its first byte in the file. Sets everything but `cursor`, which must be in the line.
void read_comment(std::string_view line, text::Offset begin, CommentPlace place, Where& where);

}  // namespace slipway::features
