#include "lint/registry.h"

#include "lint/peers.h"
#include "support/strings.h"

// One row a rule, in the order of names: `row(x)` stands for the rule `x` in rules/x.cpp.
// clang-format off
#define SLIPWAY_RULES(row)                 \
  row(add_instead_of_copy)                 \
  row(add_without_checksum)                \
  row(apk_cache)                           \
  row(apt_in_run)                          \
  row(apt_lists)                           \
  row(apt_recommends)                      \
  row(apt_update_apart)                    \
  row(apt_without_yes)                     \
  row(build_tool_in_final_stage)           \
  row(buildkit_error)                      \
  row(cache_mount)                         \
  row(cd_in_run)                           \
  row(composer_dev_packages)               \
  row(consecutive_runs)                    \
  row(consistent_instruction_casing)       \
  row(context_with_secrets)                \
  row(copied_archive)                      \
  row(copy_as_root)                        \
  row(copy_from_empty_stage)               \
  row(copy_from_image)                     \
  row(copy_from_later_stage)               \
  row(copy_from_self)                      \
  row(copy_from_unknown_stage)             \
  row(copy_ignored_file)                   \
  row(copy_several_to_file)                \
  row(copy_then_chmod)                     \
  row(copy_to_relative_path)               \
  row(copy_whole_filesystem)               \
  row(curl_and_wget)                       \
  row(curl_without_fail)                   \
  row(curl_without_location)               \
  row(deprecated_command)                  \
  row(dnf_cache)                           \
  row(dnf_without_yes)                     \
  row(duplicate_label)                     \
  row(duplicate_stage_name)                \
  row(end_of_life_image)                   \
  row(env_refers_to_itself)                \
  row(expose_invalid_format)               \
  row(expose_proto_casing)                 \
  row(final_stage_root)                    \
  row(from_as_casing)                      \
  row(from_misspelled_stage)               \
  row(from_platform)                       \
  row(from_platform_flag_const_disallowed) \
  row(gpu_in_build)                        \
  row(heredoc_without_set_e)               \
  row(image_without_digest)                \
  row(inline_ignore)                       \
  row(instruction_before_from)             \
  row(invalid_definition_description)      \
  row(invalid_exec_form)                   \
  row(json_args_recommended)               \
  row(keyword_in_run)                      \
  row(label_key)                           \
  row(label_value)                         \
  row(large_base_image)                    \
  row(latest_tag)                          \
  row(legacy_key_value_format)             \
  row(maintainer_deprecated)               \
  row(missing_healthcheck)                 \
  row(missing_label)                       \
  row(multiple_instructions_disallowed)    \
  row(no_empty_continuation)               \
  row(onbuild_forbidden)                   \
  row(pip_cache)                           \
  row(pipe_without_pipefail)               \
  row(pointless_command)                   \
  row(port_out_of_range)                   \
  row(redundant_target_platform)           \
  row(relative_workdir)                    \
  row(replaced_instruction)                \
  row(reserved_stage_name)                 \
  row(secret_file_copied)                  \
  row(secret_in_variable_name)             \
  row(secret_value)                        \
  row(secrets_used_in_arg_or_env)          \
  row(shell_form)                          \
  row(shell_in_scratch)                    \
  row(shell_link_replaced)                 \
  row(sources_before_dependencies)         \
  row(stage_by_number)                     \
  row(stage_cycle)                         \
  row(stage_name_casing)                   \
  row(sudo_in_run)                         \
  row(superfluous_label)                   \
  row(undefined_arg_in_from)               \
  row(undefined_var)                       \
  row(ungraceful_stopsignal)               \
  row(unknown_user_in_scratch)             \
  row(unpinned_apk_package)                \
  row(unpinned_apt_package)                \
  row(unpinned_dnf_package)                \
  row(unpinned_gem)                        \
  row(unpinned_go_package)                 \
  row(unpinned_npm_package)                \
  row(unpinned_pip_package)                \
  row(unpinned_tool)                       \
  row(unpinned_yum_package)                \
  row(unpinned_zypper_package)             \
  row(unsupported_on_windows)              \
  row(untagged_image)                      \
  row(untrusted_registry)                  \
  row(unused_stage)                        \
  row(user_by_name)                        \
  row(user_never_used)                     \
  row(useradd_high_uid)                    \
  row(wget_progress)                       \
  row(whole_context_in_final_stage)        \
  row(workdir_relative_path)               \
  row(world_writable_path)                 \
  row(yarn_cache)                          \
  row(yum_cache)                           \
  row(yum_without_yes)                     \
  row(zypper_cache)                        \
  row(zypper_dist_upgrade)                 \
  row(zypper_without_yes)
// clang-format on

namespace slipway::lint {

#define SLIPWAY_DECLARE(rule) extern const Rule rule;
SLIPWAY_RULES(SLIPWAY_DECLARE)
#undef SLIPWAY_DECLARE

const std::vector<const Rule*>& rules() {
#define SLIPWAY_POINT(rule) &rule,
  static const std::vector<const Rule*> table = {SLIPWAY_RULES(SLIPWAY_POINT)};
#undef SLIPWAY_POINT
  return table;
}

namespace {

/// "buildkit/StageNameCasing" is meant by itself, by "StageNameCasing" and by "buildkit", in any case.
bool alias_answers_to(std::string_view alias, std::string_view name) {
  const auto slash = alias.find('/');
  return equals_ignoring_case(alias, name) || equals_ignoring_case(alias.substr(0, slash), name) ||
         equals_ignoring_case(alias.substr(slash + 1), name);
}

bool answers_to(const Rule& rule, std::string_view name) {
  if (equals_ignoring_case(rule.name, name)) return true;
  for (const auto* aliases : {&rule.aliases, &rule.finding_aliases}) {
    for (const auto alias : *aliases) {
      if (alias_answers_to(alias, name)) return true;
    }
  }
  return false;
}

bool answers_to_peer(const Rule& rule, std::string_view name) {
  for (const auto& peer : peer_rules()) {
    if (peer.ours == rule.name && equals_ignoring_case(peer.name, name)) return true;
  }
  return false;
}

}  // namespace

std::vector<const Rule*> find_rules(std::string_view name) {
  std::vector<const Rule*> found;
  for (const Rule* rule : rules()) {
    if (answers_to(*rule, name) || answers_to_peer(*rule, name)) found.push_back(rule);
  }
  return found;
}

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const Rule* rule : rules()) {
    names.push_back(rule->name);
    for (const auto* aliases : {&rule->aliases, &rule->finding_aliases}) {
      for (const auto alias : *aliases) {
        names.push_back(alias);
        names.push_back(alias.substr(alias.find('/') + 1));
      }
    }
  }
  return names;
}

}  // namespace slipway::lint
