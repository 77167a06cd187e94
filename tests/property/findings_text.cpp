#include "tests/property/findings_text.h"

#include <sstream>

#include "lint/engine.h"
#include "lint/registry.h"

namespace slipway::test {

namespace {

std::ostream& operator<<(std::ostream& out, text::TextRange range) { return out << range.begin << '-' << range.end; }

void print(std::ostream& out, const lint::Finding& finding) {
  out << finding.range << ' ' << finding.rule->name << ' ' << lint::level_name(finding.level) << ' ' << finding.message;
  for (const auto tag : finding.tags) out << " tag " << static_cast<int>(tag);
  for (const auto alias : finding.extra_aliases) out << ' ' << alias;
  for (const auto& related : finding.related) out << "\n  related " << related.range << ' ' << related.message;
  for (const auto& fix : finding.fixes) {
    out << "\n  fix " << static_cast<int>(fix.safety) << ' ' << fix.title;
    for (const auto& edit : fix.edits) out << "\n    " << edit.range << " by '" << edit.new_text << '\'';
  }
  out << '\n';
}

}  // namespace

std::string findings_text(const semantic::AnalysisPtr& analysis) {
  snapshot::DocumentSnapshot document;
  document.analysis = analysis;
  document.files = snapshot::in_memory({});
  std::ostringstream out;
  for (const auto& finding : lint::run(document, {lint::rules(), {}}, nullptr)) print(out, finding);
  return out.str();
}

}  // namespace slipway::test
