#include "host/findings.h"

#include <algorithm>

#include "lint/shellcheck_rule.h"

namespace slipway::host {

namespace {

/// Where the pages of the rules are published.
constexpr std::string_view rule_pages = "https://github.com/slipway-lsp/slipway/blob/main/docs/rules/";

std::string page_of(const lint::Finding& finding) {
  // What ShellCheck says has its pages there.
  if (finding.rule == &lint::shellcheck_rule() && !finding.extra_aliases.empty()) return lint::page_address(finding.extra_aliases.front());
  return std::string(rule_pages) + std::string(finding.rule->name) + ".md";
}

lsp::Severity severity_of(lint::Level level) {
  switch (level) {
    case lint::Level::Error: return lsp::Severity::Error;
    case lint::Level::Warning: return lsp::Severity::Warning;
    case lint::Level::Info: return lsp::Severity::Information;
    case lint::Level::Hint: return lsp::Severity::Hint;
  }
  return lsp::Severity::Warning;
}

lsp::DiagnosticTag tag_of(lint::Tag tag) {
  return tag == lint::Tag::Unnecessary ? lsp::DiagnosticTag::Unnecessary : lsp::DiagnosticTag::Deprecated;
}

/// Pointers to the findings, the most serious first and otherwise in their order.
std::vector<const lint::Finding*> by_seriousness(const std::vector<lint::Finding>& findings) {
  std::vector<const lint::Finding*> out;
  out.reserve(findings.size());
  for (const auto& finding : findings) out.push_back(&finding);
  std::stable_sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->level > b->level; });
  return out;
}

lsp::Diagnostic not_shown(std::size_t count, lsp::Range where) {
  lsp::Diagnostic out;
  out.range = where;
  out.severity = lsp::Severity::Information;
  out.message = std::to_string(count) + " more findings in this file are not shown; `slipway lint` lists them all.";
  return out;
}

}  // namespace

lsp::Diagnostic to_diagnostic(const snapshot::DocumentSnapshot& document, const lint::Finding& finding, Encoding encoding,
                              const lsp::ClientCapabilities& client) {
  const auto& source = document.analysis->source;
  lsp::Diagnostic out;
  out.range = to_range(source, finding.range, encoding);
  out.severity = severity_of(finding.level);
  out.code = lint::shown_name(finding);
  out.message = finding.message;
  if (client.code_description && finding.rule != nullptr) out.href = page_of(finding);
  if (client.diagnostic_tags) std::transform(finding.tags.begin(), finding.tags.end(), std::back_inserter(out.tags), tag_of);
  if (client.related_information) {
    for (const auto& item : finding.related) {
      out.related.push_back({{document.uri, to_range(source, item.range, encoding)}, item.message});
    }
  }
  if (client.diagnostic_data && finding.rule != nullptr) {
    out.rule = finding.rule->name;
    for (const auto& fix : finding.fixes) out.fixes.push_back(fix.title);
  }
  return out;
}

std::vector<lsp::Diagnostic> to_diagnostics(const snapshot::DocumentSnapshot& document, const std::vector<lint::Finding>& findings,
                                            std::size_t limit, Encoding encoding, const lsp::ClientCapabilities& client) {
  limit = std::max<std::size_t>(limit, 1);
  const auto sorted = by_seriousness(findings);
  const auto shown = sorted.size() <= limit ? sorted.size() : limit - 1;
  std::vector<lsp::Diagnostic> out;
  out.reserve(shown + 1);
  for (std::size_t i = 0; i < shown; ++i) {
    out.push_back(to_diagnostic(document, *sorted[i], encoding, client));
  }
  if (shown < sorted.size()) {
    out.push_back(not_shown(sorted.size() - shown, to_range(document.analysis->source, sorted[shown]->range, encoding)));
  }
  return out;
}

}  // namespace slipway::host
