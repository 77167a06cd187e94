#include "lsp/completion.h"

#include "lsp/members.h"

namespace slipway::lsp {

void read(const Reader& in, ResolveCompletionParams& out) {
  if (!in.is_object()) return in.complain("a completion item");
  out.documentation_key = in["data"].is_text() ? in["data"].text() : "";
  out.item = in.json();
}

void write(Writer& out, const CompletionItem& value) {
  out.begin_object().key("label").text(value.label).key("kind").number(static_cast<int>(value.kind));
  if (!value.detail.empty()) out.key("detail").text(value.detail);
  if (!value.sort_text.empty()) out.key("sortText").text(value.sort_text);
  if (!value.filter_text.empty()) out.key("filterText").text(value.filter_text);
  if (value.is_snippet) out.key("insertTextFormat").number(2);
  out.key("textEdit");
  write(out, value.edit);
  if (!value.documentation_key.empty()) out.key("data").text(value.documentation_key);
  out.end_object();
}

void write(Writer& out, const CompletionList& value) {
  out.begin_object().key("isIncomplete").boolean(false).key("items");
  write(out, value.items);
  out.end_object();
}

void write(Writer& out, const ResolvedCompletion& value) {
  out.raw(value.documentation ? with_member(value.item, "documentation", to_json(*value.documentation)) : value.item);
}

}  // namespace slipway::lsp
