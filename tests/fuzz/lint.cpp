// Rules live with any text; their findings lie inside it; safe fixes converge.

#include "lint/engine.h"
#include "tests/fuzz/fuzz.h"

using namespace slipway;

namespace {

constexpr int most_rounds = 12;

std::vector<const lint::Fix*> safe_fixes(const std::vector<lint::Finding>& findings) {
  std::vector<const lint::Fix*> fixes;
  for (const auto& finding : findings) {
    if (!finding.fixes.empty() && finding.fixes.front().safety == lint::Safety::Safe) fixes.push_back(&finding.fixes.front());
  }
  return fixes;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(test::as_text(data, size));
  for (int round = 0; round < most_rounds; ++round) {
    const auto document = snapshot::make_snapshot("/app/Dockerfile", text, snapshot::in_memory({}));
    const auto findings = lint::run(*document, {}, nullptr);
    for (const auto& finding : findings) {
      test::require(finding.range.begin <= finding.range.end && finding.range.end <= text.size(), "findings lie inside the text");
      test::require(!finding.message.empty(), "a finding says something");
    }
    const auto fixes = safe_fixes(findings);
    if (fixes.empty()) return 0;
    text = lint::apply_fixes(text, fixes);
  }
  test::require(false, "safe fixes converge");
  return 0;
}
