#include "lsp/diagnostics.h"

namespace slipway::lsp {

namespace {

void write_related(Writer& out, const std::vector<RelatedInformation>& related) {
  out.key("relatedInformation").begin_array();
  for (const auto& item : related) {
    out.begin_object().key("location");
    write(out, item.location);
    out.key("message").text(item.message).end_object();
  }
  out.end_array();
}

void write_data(Writer& out, const Diagnostic& value) {
  out.key("data").begin_object().key("rule").text(value.rule).key("fixes").begin_array();
  for (const auto& title : value.fixes) out.text(title);
  out.end_array().end_object();
}

}  // namespace

void read(const Reader& in, DiagnosticParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  out.previous_result_id = in["previousResultId"].optional_text();
}

void write(Writer& out, const Diagnostic& value) {
  out.begin_object().key("range");
  write(out, value.range);
  out.key("severity").number(static_cast<int>(value.severity));
  if (!value.code.empty()) out.key("code").text(value.code);
  if (!value.href.empty()) out.key("codeDescription").begin_object().key("href").text(value.href).end_object();
  out.key("source").text("slipway").key("message").text(value.message);
  if (!value.tags.empty()) {
    out.key("tags").begin_array();
    for (const auto tag : value.tags) out.number(static_cast<int>(tag));
    out.end_array();
  }
  if (!value.related.empty()) write_related(out, value.related);
  if (!value.rule.empty()) write_data(out, value);
  out.end_object();
}

void write(Writer& out, const DiagnosticReport& value) {
  out.begin_object().key("kind").text(value.unchanged ? "unchanged" : "full").key("resultId").text(value.result_id);
  if (!value.unchanged) out.key("items").raw(value.items);
  out.end_object();
}

void write(Writer& out, const PublishDiagnosticsParams& value) {
  out.begin_object().key("uri").text(value.uri);
  if (value.version) out.key("version").number(*value.version);
  out.key("diagnostics").raw(value.items).end_object();
}

}  // namespace slipway::lsp
