#include "lint/rule.h"

#include <utility>

#include "support/strings.h"

namespace slipway::lint {

Report::Builder& Report::Builder::say(std::string message) {
  finding_.message = std::move(message);
  return *this;
}

Report::Builder& Report::Builder::fix(Fix fix) {
  finding_.fixes.push_back(std::move(fix));
  return *this;
}

Report::Builder& Report::Builder::related(TextRange range, std::string message) {
  finding_.related.push_back({range, std::move(message)});
  return *this;
}

Report::Builder& Report::Builder::tag(Tag tag) {
  finding_.tags.push_back(tag);
  return *this;
}

Report::Builder& Report::Builder::level(Level level) {
  finding_.level = level;
  return *this;
}

Report::Builder& Report::Builder::alias(std::string_view alias) {
  finding_.extra_aliases.push_back(alias);
  return *this;
}

Report::Builder Report::at(TextRange range) {
  Finding& finding = findings_.emplace_back();
  finding.rule = &rule_;
  finding.level = rule_.level;
  finding.range = range;
  return Builder(finding);
}

std::string_view level_name(Level level) {
  switch (level) {
    case Level::Hint: return "hint";
    case Level::Info: return "info";
    case Level::Warning: return "warning";
    case Level::Error: return "error";
  }
  return {};
}

std::string_view shown_name(const Finding& finding) {
  for (const auto alias : aliases_of(finding)) {
    if (!page_address(alias).empty()) return alias.substr(alias.find('/') + 1);
  }
  return finding.rule->name;
}

std::vector<std::string_view> aliases_of(const Finding& finding) {
  auto all = finding.rule->aliases;
  all.insert(all.end(), finding.extra_aliases.begin(), finding.extra_aliases.end());
  return all;
}

namespace {

/// "JSONArgsRecommended" → "json-args-recommended": a capital begins a word unless it stands inside a run of capitals.
std::string kebab(std::string_view name) {
  const auto is_upper = [&](std::size_t i) { return i < name.size() && name[i] >= 'A' && name[i] <= 'Z'; };
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool next_is_lower = i + 1 < name.size() && !is_upper(i + 1);
    if (i > 0 && is_upper(i) && (!is_upper(i - 1) || next_is_lower)) out += '-';
    out += name[i];
  }
  return to_lower(out);
}

}  // namespace

std::string page_address(std::string_view alias) {
  constexpr std::string_view buildkit = "buildkit/";
  constexpr std::string_view hadolint = "hadolint/";
  constexpr std::string_view shellcheck = "shellcheck/";
  // An error of the build is no check, and BuildKit has no page for this one check.
  if (alias == "buildkit/error" || alias == "buildkit/InvalidBaseImagePlatform") return {};
  if (alias.substr(0, buildkit.size()) == buildkit) {
    return "https://docs.docker.com/go/dockerfile/rule/" + kebab(alias.substr(buildkit.size())) + "/";
  }
  if (alias.substr(0, hadolint.size()) == hadolint) {
    return "https://github.com/hadolint/hadolint/wiki/" + std::string(alias.substr(hadolint.size()));
  }
  if (alias.substr(0, shellcheck.size()) == shellcheck)
    return "https://www.shellcheck.net/wiki/" + std::string(alias.substr(shellcheck.size()));
  return {};
}

Fix replace(TextRange range, std::string new_text, std::string title, Safety safety) {
  return {std::move(title), safety, {{range, std::move(new_text)}}};
}

}  // namespace slipway::lint
