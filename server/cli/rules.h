#pragma once
// `slipway rules`: the table of rules.

namespace slipway::cli {

enum class RulesFormat { Text, Json };

struct RulesOptions {
  RulesFormat format = RulesFormat::Text;
};

int list_rules(const RulesOptions& options);

}  // namespace slipway::cli
