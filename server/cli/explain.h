#pragma once
// `slipway explain RULE`: the rule's page in the terminal.

#include <string>
#include <string_view>
#include <vector>

#include "lint/page.h"

namespace slipway::cli {

struct RuleExamples {
  std::string_view rule;
  lint::PageExamples examples;
};

/// The examples of tests/rules, built in; sorted by rule.
[[nodiscard]] const std::vector<RuleExamples>& rule_examples();

struct ExplainOptions {
  std::string rule;
  std::string pages;  ///< folder that gets the pages of all rules (for docs/rules); empty: print one page
};

int explain(const ExplainOptions& options);

}  // namespace slipway::cli
