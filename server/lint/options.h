#pragma once
// What rules need to be told: which registries are trusted, which labels an image must have. Empty options switch these rules off.

#include <string>
#include <string_view>
#include <vector>

namespace slipway::lint {

/// What the value of a label must be. Names are those of hadolint's `label-schema`.
enum class LabelFormat { Text, Url, Rfc3339, Spdx, Hash, Semver, Email };

struct RequiredLabel {
  std::string key;
  LabelFormat format = LabelFormat::Text;
};

/// Whether labels may have keys that are not in the list.
enum class OtherLabels { Allowed, Reported };

struct Options {
  std::vector<std::string> trusted_registries;  ///< hosts; `*` at either end stands for anything
  std::vector<RequiredLabel> labels;
  OtherLabels other_labels = OtherLabels::Allowed;
};

/// The format of a name in `label-schema` (url, rfc3339, spdx, hash, semver, email); text for any other.
[[nodiscard]] LabelFormat label_format(std::string_view name);

/// `KEY` or `KEY:FORMAT`.
[[nodiscard]] RequiredLabel required_label(std::string_view text);

/// Options in one line, as tests and the examples of pages have them: `trusted=HOST,… labels=KEY:FORMAT,… strict=yes`.
[[nodiscard]] Options read_options(std::string_view text);

}  // namespace slipway::lint
