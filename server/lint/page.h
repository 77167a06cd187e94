#pragma once
// A rule's page: the text of `slipway explain` and of docs/rules/<rule>.md.

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace slipway::lint {

/// The Dockerfiles that a page shows; empty text leaves its part out.
struct PageExamples {
  std::string_view bad;           ///< tests/rules/<rule>/example.Dockerfile
  std::string_view good;          ///< tests/rules/<rule>/clean.Dockerfile
  std::string_view ignore = {};   ///< tests/rules/<rule>/.dockerignore, for rules that read it
  std::string_view options = {};  ///< tests/rules/<rule>/options, for rules that need to be told something
  std::string_view context = {};  ///< tests/rules/<rule>/context: what lies beside the file, for rules that look there
};

/// Markdown. What the rule says about the bad example is found by running it, so a page cannot promise what the rule does not do.
[[nodiscard]] std::string rule_page(const Rule& rule, const PageExamples& examples);

/// Markdown: a table of all rules, each with a link to its page, and one of the rules of other linters, each with ours or a reason.
[[nodiscard]] std::string rule_index();

}  // namespace slipway::lint
