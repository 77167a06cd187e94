#pragma once
// Random edits as a person makes them (typing, pasting, deleting), drawn from a source of numbers: a seeded generator in tests,
// the fuzzer's bytes in fuzz targets.

#include <functional>
#include <string>
#include <string_view>

#include "text/text_edit.h"

namespace slipway::test {

/// A number below its argument (which is at least 1).
using Draw = std::function<std::size_t(std::size_t below)>;

/// One edit of `text`. It may cut characters of UTF-8 in two: the analysis must live with that.
[[nodiscard]] text::TextEdit random_edit(std::string_view text, const Draw& draw);

/// The text after one edit.
[[nodiscard]] std::string edited(std::string_view text, const text::TextEdit& edit);

}  // namespace slipway::test
