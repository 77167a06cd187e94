#include "lint/options.h"

#include <algorithm>
#include <array>

#include "support/strings.h"

namespace slipway::lint {

namespace {

struct FormatName {
  std::string_view name;
  LabelFormat format;
};
constexpr auto formats = std::to_array<FormatName>({{"url", LabelFormat::Url},
                                                    {"rfc3339", LabelFormat::Rfc3339},
                                                    {"spdx", LabelFormat::Spdx},
                                                    {"hash", LabelFormat::Hash},
                                                    {"semver", LabelFormat::Semver},
                                                    {"email", LabelFormat::Email}});

}  // namespace

LabelFormat label_format(std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const FormatName& row) { return row.name == name; });
  return found == formats.end() ? LabelFormat::Text : found->format;
}

RequiredLabel required_label(std::string_view text) {
  const auto colon = text.find(':');
  RequiredLabel label{std::string(text.substr(0, colon)), LabelFormat::Text};
  if (colon != std::string_view::npos) label.format = label_format(text.substr(colon + 1));
  return label;
}

Options read_options(std::string_view text) {
  Options options;
  for (const auto word : split_words(text)) {
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto values = equals == std::string_view::npos ? std::vector<std::string_view>() : split(word.substr(equals + 1), ',');
    if (name == "trusted") options.trusted_registries.assign(values.begin(), values.end());
    if (name == "labels") std::transform(values.begin(), values.end(), std::back_inserter(options.labels), required_label);
    if (name == "strict") options.other_labels = OtherLabels::Reported;
  }
  return options;
}

}  // namespace slipway::lint
