#include <algorithm>

#include "host/handlers/handlers.h"
#include "support/log.h"

namespace slipway::host::handlers {

namespace {

void use_settings(Session& session, const lsp::Settings& said, std::string origin) {
  session.settings = std::make_shared<Settings>(to_settings(said, std::move(origin)));
  session.diagnostics.set_settings(session.settings);
  log(LogLevel::Info, "configured by " + session.settings->origin);
}

}  // namespace

void ask_for_settings(Session& session) {
  if (!session.capabilities->configuration) return;
  session.client.request(lsp::ask_configuration, R"({"items":[{"section":"slipway"}]})", [&session](const jsonrpc::Value& result) {
    lsp::ConfigurationAnswer answer;
    const auto problem = decode(*result, answer);
    if (!problem.empty()) return log_bad_params(lsp::ask_configuration, problem);
    if (answer.settings) use_settings(session, *answer.settings, std::string(lsp::ask_configuration));
  });
}

void did_change_configuration(Session& session, const lsp::DidChangeConfigurationParams& params) {
  if (params.settings) {
    use_settings(session, *params.settings, std::string(lsp::did_change_configuration.name));
  } else {
    ask_for_settings(session);
  }
}

void did_change_workspace_folders(Session& session, const lsp::DidChangeWorkspaceFoldersParams& params) {
  auto& folders = session.folders;
  for (const auto& gone : params.removed) {
    folders.erase(std::remove_if(folders.begin(), folders.end(), [&](const auto& folder) { return folder.uri == gone.uri; }),
                  folders.end());
  }
  folders.insert(folders.end(), params.added.begin(), params.added.end());
}

void did_change_watched_files(Session& session, const lsp::DidChangeWatchedFilesParams& params) {
  log(LogLevel::Debug, "files changed count=" + std::to_string(params.uris.size()));
  session.diagnostics.refresh_all();
}

}  // namespace slipway::host::handlers
