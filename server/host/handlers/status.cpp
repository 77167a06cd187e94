#include "host/handlers/handlers.h"
#include "host/methods.h"

namespace slipway::host::handlers {

namespace {

void write_documents(jsonrpc::Writer& out, const Documents& documents) {
  out.key("documents").begin_array();
  for (const auto& [uri, document] : documents.all()) {
    const auto& analysis = *document.snapshot->analysis;
    out.begin_object().key("uri").text(uri).key("languageId").text(document.language_id);
    out.key("version").number(document.snapshot->version).key("bytes").number(analysis.source.size());
    out.key("lines").number(analysis.source.editor_lines().line_count());
    out.key("instructions").number(static_cast<std::int64_t>(analysis.instructions.size()));
    out.key("instructionsRead").number(static_cast<std::int64_t>(analysis.instructions_read)).end_object();
  }
  out.end_array();
}

void write_settings(jsonrpc::Writer& out, const Settings& settings) {
  out.key("settings").begin_object().key("origin").text(settings.origin);
  out.key("diagnostics.max").number(static_cast<std::int64_t>(settings.max_diagnostics));
  const auto write_rules = [&out](std::string_view key, const std::vector<const lint::Rule*>& rules) {
    out.key(key).begin_array();
    for (const auto* rule : rules) out.text(rule->name);
    out.end_array();
  };
  write_rules("lint.only", settings.selection.only);
  write_rules("lint.skip", settings.selection.skip);
  out.end_object();
}

/// Every method of the table, with what was asked of it so far.
void write_methods(jsonrpc::Writer& out, const Calls& calls) {
  const auto counts = calls.counts();
  out.key("methods").begin_array();
  for (const auto& method : methods()) {
    out.begin_object().key("method").text(method.name);
    const auto found = counts.find(std::string(method.name));
    if (found != counts.end()) {
      out.key("count").number(static_cast<std::int64_t>(found->second.count));
      out.key("totalMicroseconds").number(found->second.total.count()).key("slowestMicroseconds").number(found->second.slowest.count());
    }
    out.end_object();
  }
  out.end_array();
}

}  // namespace

Answer<lsp::RawJson> status(Session& session, const lsp::NoParams& /*params*/) {
  jsonrpc::Writer out;
  out.begin_object().key("version").text(version()).key("client").text(session.client_name);
  out.key("positionEncoding").text(encoding_name(session.encoding)).key("folders").begin_array();
  for (const auto& folder : session.folders) out.text(folder.uri);
  out.end_array();
  write_settings(out, *session.settings);
  write_documents(out, session.documents);
  write_methods(out, *session.calls);
  out.end_object();
  return lsp::RawJson{out.take()};
}

}  // namespace slipway::host::handlers
