#include "host/offers.h"

#include <map>

#include "host/methods.h"

namespace slipway::host {

namespace offers {

std::string yes(const lsp::ClientCapabilities& /*client*/) { return "true"; }

std::string sync(const lsp::ClientCapabilities& /*client*/) { return R"({"openClose":true,"change":2,"save":{"includeText":false}})"; }

std::string completion(const lsp::ClientCapabilities& /*client*/) {
  return R"({"triggerCharacters":[" ","=","$","/","-",":","#",","],"resolveProvider":true})";
}

std::string rename(const lsp::ClientCapabilities& client) { return client.prepare_rename ? R"({"prepareProvider":true})" : "true"; }

/// Clients without literals could only get commands.
std::string code_action(const lsp::ClientCapabilities& client) {
  if (!client.code_action_literals) return {};
  return R"({"codeActionKinds":["quickfix","refactor.rewrite","source.fixAll.slipway"],"resolveProvider":true})";
}

std::string diagnostic(const lsp::ClientCapabilities& client) {
  if (!client.pull_diagnostics) return {};
  return R"({"identifier":"slipway","interFileDependencies":false,"workspaceDiagnostics":false})";
}

std::string folders(const lsp::ClientCapabilities& /*client*/) { return R"({"supported":true,"changeNotifications":true})"; }

}  // namespace offers

std::string_view version() { return SLIPWAY_VERSION; }

std::string initialize_result(const lsp::ClientCapabilities& client, Encoding encoding) {
  jsonrpc::Writer out;
  out.begin_object().key("capabilities").begin_object();
  out.key("positionEncoding").text(encoding_name(encoding));
  std::map<std::string_view, jsonrpc::Writer> groups;
  for (const auto& method : methods()) {
    const auto& offer = method.offer;
    const auto value = offer.value == nullptr ? std::string() : offer.value(client);
    if (value.empty()) continue;
    const auto dot = offer.key.find('.');
    if (dot == std::string_view::npos) {
      out.key(offer.key).raw(value);
    } else {
      groups[offer.key.substr(0, dot)].key(offer.key.substr(dot + 1)).raw(value);
    }
  }
  for (auto& [name, members] : groups) out.key(name).raw('{' + members.take() + '}');
  out.end_object().key("serverInfo").begin_object().key("name").text("slipway").key("version").text(version());
  out.end_object().end_object();
  return out.take();
}

}  // namespace slipway::host
