#include "lint/check_switches.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

constexpr std::string_view origin = "buildkit/";
constexpr std::string_view experimental_check = "InvalidDefinitionDescription";

/// Checks over the whole file, which a comment above one instruction does not reach.
constexpr auto file_checks = std::to_array<std::string_view>({"NoEmptyContinuation", "ConsistentInstructionCasing", "DuplicateStageName",
                                                              "ReservedStageName", "InvalidDefaultArgInFrom", "InvalidBaseImagePlatform"});

/// Checks of instructions inside a stage. Where one stands on a FROM, an ONBUILD trigger caused it, and triggers have no comments.
constexpr auto stage_checks = std::to_array<std::string_view>(
    {"UndefinedVar", "WorkdirRelativePath", "SecretsUsedInArgOrEnv", "ExposeProtoCasing", "ExposeInvalidFormat", "JSONArgsRecommended",
     "MultipleInstructionsDisallowed", "LegacyKeyValueFormat", "CopyIgnoredFile"});

template <class Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view up_to_blank(std::string_view value) { return value.substr(0, value.find(' ')); }

/// The value of `check=…`; nothing for any other comment.
std::optional<std::string_view> check_value(std::string_view comment) {
  comment = text::trim_unicode_left(comment);
  const auto equals = comment.find('=');
  if (equals == std::string_view::npos || !equals_ignoring_case(trim(comment.substr(0, equals)), "check")) return std::nullopt;
  const auto value = trim(comment.substr(equals + 1));
  return value.empty() ? std::optional<std::string_view>() : up_to_blank(value);
}

/// The name of BuildKit's check that a finding stands for; empty for any other finding.
std::string_view check_of(const Finding& finding) {
  for (const auto alias : aliases_of(finding)) {
    if (alias.substr(0, origin.size()) == origin && alias != "buildkit/error") return alias.substr(origin.size());
  }
  return {};
}

}  // namespace

std::vector<std::string_view> collected_comments(const semantic::Analysis& analysis, InstructionId id) {
  std::vector<std::string_view> out;
  const auto source = analysis.source.bytes();
  for (const auto range : analysis.comments_before(id)) {
    const auto line = analysis.source.lines().line_range(source, analysis.source.lines().line_of(range.begin));
    // BuildKit drops the first byte of the line, whatever it is: an indented comment keeps its `#`.
    const auto comment = text::trim_unicode(analysis.source.slice(line).substr(1));
    if (comment.empty()) {
      out.clear();
    } else {
      out.push_back(comment);
    }
  }
  return out;
}

CheckSwitches::CheckSwitches(const semantic::Analysis& analysis) : analysis_(analysis) {
  if (const auto* check = analysis.directives.find("check")) file_ = parse_check_options(up_to_blank(check->value));
}

CheckOptions CheckSwitches::options_above(InstructionId id) const {
  for (const auto comment : collected_comments(analysis_, id)) {
    if (const auto value = check_value(comment)) return parse_check_options(*value);
  }
  return {};
}

bool CheckSwitches::enables(std::string_view check, InstructionId id) const {
  if (file_.experimental_all || among(file_.experimental, check)) return true;
  const auto above = options_above(id);
  return above.experimental_all || among(above.experimental, check);
}

bool CheckSwitches::silences(const Finding& finding) const {
  const auto check = check_of(finding);
  if (check.empty() || check == experimental_check) return false;
  if (file_.skip_all || among(file_.skip, check)) return true;
  if (among(file_checks, check) || analysis_.comments.empty()) return false;
  // A repeated instruction is reported at the one before, but it is the repetition that BuildKit looks at.
  const bool repeats = check == "MultipleInstructionsDisallowed" && !finding.related.empty();
  const auto id = analysis_.instruction_at(repeats ? finding.related.front().range.begin : finding.range.begin);
  if (!id || (analysis_.instruction(*id).keyword() == Keyword::From && among(stage_checks, check))) return false;
  const auto above = options_above(*id);
  return above.skip_all || among(above.skip, check);
}

void apply_check_switches(const semantic::Analysis& analysis, const Rule* error_rule, std::vector<Finding>& findings) {
  const CheckSwitches switches(analysis);
  findings.erase(std::remove_if(findings.begin(), findings.end(), [&](const Finding& finding) { return switches.silences(finding); }),
                 findings.end());
  if (error_rule == nullptr || !switches.fails_build()) return;

  std::set<std::string> violated;
  for (const auto& finding : findings) {
    const auto aliases = aliases_of(finding);
    // A file that cannot be built has that error and no other.
    if (among(aliases, "buildkit/error")) return;
    if (const auto check = check_of(finding); !check.empty()) violated.emplace(check);
  }
  if (violated.empty()) return;
  Report report(*error_rule, findings);
  report.at(analysis.directives.find("check")->value_range)
      .say("lint violation found for rules: " + join({violated.begin(), violated.end()}, ", "));
}

}  // namespace slipway::lint
