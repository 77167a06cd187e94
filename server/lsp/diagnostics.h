#pragma once
// Findings as clients show them, pushed or pulled.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

enum class Severity { Error = 1, Warning = 2, Information = 3, Hint = 4 };

enum class DiagnosticTag { Unnecessary = 1, Deprecated = 2 };

struct RelatedInformation {
  Location location;
  std::string message;
};

/// What is empty is left out.
struct Diagnostic {
  Range range;
  Severity severity = Severity::Warning;
  std::string code;
  std::string href;  ///< page about the code
  std::string message;
  std::vector<DiagnosticTag> tags;
  std::vector<RelatedInformation> related;
  std::string rule;                ///< `data.rule`: the rule's own name
  std::vector<std::string> fixes;  ///< `data.fixes`: titles of its fixes
};

struct DiagnosticParams {
  std::string uri;
  std::optional<std::string> previous_result_id;
};

/// Everything there is to say about a document; its items are JSON text, made once for all who ask.
struct DiagnosticReport {
  std::string result_id;
  std::string items;
  bool unchanged = false;  ///< the client has these items already
};

struct PublishDiagnosticsParams {
  std::string uri;
  std::optional<std::int64_t> version;
  std::string items;  ///< JSON text
};

void read(const Reader& in, DiagnosticParams& out);
void write(Writer& out, const Diagnostic& value);
void write(Writer& out, const DiagnosticReport& value);
void write(Writer& out, const PublishDiagnosticsParams& value);

}  // namespace slipway::lsp
