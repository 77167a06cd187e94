#include "lint/ignore_comments.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lint/registry.h"
#include "lint/shellcheck_rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;

enum class Reach { NextInstruction, Stage, File };
enum class Owner { Slipway, Hadolint };

struct Form {
  std::string_view opening;
  Owner owner;
  Reach reach;
};

constexpr auto forms = std::to_array<Form>({{"slipway ignore=", Owner::Slipway, Reach::NextInstruction},
                                            {"slipway ignore-file=", Owner::Slipway, Reach::File},
                                            {"hadolint ignore=", Owner::Hadolint, Reach::NextInstruction},
                                            {"hadolint stage ignore=", Owner::Hadolint, Reach::Stage},
                                            {"hadolint global ignore=", Owner::Hadolint, Reach::File}});

struct Silence {
  std::vector<const Rule*> rules;
  std::vector<unsigned> codes;  ///< of ShellCheck
  Owner owner = Owner::Slipway;
  struct Instructions {
    InstructionId first;
    InstructionId end;  ///< one past the last
  };
  std::optional<Instructions> instructions;  ///< nothing: the whole file
};

/// Rules behind `ignore=`, separated by commas; prose may follow each name.
void read_list(std::string_view list, Silence& silence) {
  for (const auto part : split(list, ',')) {
    const auto words = split_words(part);
    if (words.empty()) continue;
    const auto found = find_rules(words.front());
    silence.rules.insert(silence.rules.end(), found.begin(), found.end());
    if (const auto code = shellcheck_code(words.front())) silence.codes.push_back(*code);
  }
}

/// The first instruction behind a comment; nothing at the end of the file.
std::optional<InstructionId> instruction_behind(const semantic::Analysis& analysis, TextRange comment) {
  const auto& all = analysis.instructions;
  const auto next = std::partition_point(all.begin(), all.end(),
                                         [&](const semantic::InstructionEntry& entry) { return entry.range.begin < comment.end; });
  if (next == all.end()) return std::nullopt;
  return InstructionId{static_cast<std::uint32_t>(next - all.begin())};
}

std::optional<Silence> read_comment(const semantic::Analysis& analysis, TextRange comment) {
  auto text = trim(analysis.source.slice(comment));
  if (text.empty() || text.front() != '#') return std::nullopt;
  text = trim(text.substr(1));
  for (const auto& form : forms) {
    if (!starts_with_ignoring_case(text, form.opening)) continue;
    Silence silence{{}, {}, form.owner, std::nullopt};
    read_list(text.substr(form.opening.size()), silence);
    if (form.reach == Reach::File) return silence;
    const auto next = instruction_behind(analysis, comment);
    if (!next) return std::nullopt;
    silence.instructions = {*next, InstructionId{next->value + 1}};
    const auto* stage = form.reach == Reach::Stage ? analysis.model().stage_of(*next) : nullptr;
    if (stage != nullptr) silence.instructions = {stage->from, stage->end};
    return silence;
  }
  return std::nullopt;
}

bool has_alias_of_buildkit(const Finding& finding) {
  const auto aliases = aliases_of(finding);
  return std::any_of(aliases.begin(), aliases.end(), [](std::string_view alias) { return starts_with_ignoring_case(alias, "buildkit/"); });
}

bool is_build_error(const Finding& finding) {
  const auto aliases = aliases_of(finding);
  return std::find(aliases.begin(), aliases.end(), "buildkit/error") != aliases.end();
}

bool names(const Silence& silence, const Finding& finding) {
  if (std::find(silence.rules.begin(), silence.rules.end(), finding.rule) != silence.rules.end()) return true;
  return std::any_of(silence.codes.begin(), silence.codes.end(), [&](unsigned code) {
    const auto aliases = aliases_of(finding);
    return std::find(aliases.begin(), aliases.end(), shellcheck_alias(code)) != aliases.end();
  });
}

bool silences(const Silence& silence, const Finding& finding, std::optional<InstructionId> at) {
  const auto& reach = silence.instructions;
  if (reach && (!at || *at < reach->first || !(*at < reach->end))) return false;
  if (!names(silence, finding)) return false;
  return silence.owner == Owner::Slipway || !has_alias_of_buildkit(finding);
}

}  // namespace

void apply_ignore_comments(const semantic::Analysis& analysis, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  std::vector<Silence> all;
  for (const auto comment : analysis.comments) {
    if (auto silence = read_comment(analysis, comment)) all.push_back(std::move(*silence));
  }
  if (all.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    if (is_build_error(finding)) return false;
    const auto at = analysis.instruction_at(finding.range.begin);
    return std::any_of(all.begin(), all.end(), [&](const Silence& silence) { return silences(silence, finding, at); });
  });
}

}  // namespace slipway::lint
