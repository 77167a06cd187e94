#pragma once
// A row of the table of methods: typed parameters and results on one side, JSON on the other.

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "host/guarded.h"
#include "host/responder.h"
#include "host/session.h"
#include "host/workers.h"
#include "jsonrpc/message.h"
#include "lsp/json.h"
#include "lsp/methods.h"

namespace slipway::host {

/// A result, or why there is none.
template <class R>
using Answer = std::variant<R, jsonrpc::ResponseError>;

/// How a method is named in the reply to `initialize`.
struct Offer {
  std::string_view key;  ///< of ServerCapabilities, "a.b" for a member inside; empty: not named there
  std::string (*value)(const lsp::ClientCapabilities&) = nullptr;  ///< JSON text; empty text: not offered to this client
};

enum class MethodKind { Request, Notification };

struct Method {
  std::string_view name;
  MethodKind kind = MethodKind::Request;
  Lane lane = Lane::Loop;
  Offer offer;
  /// Called on the loop.
  std::function<void(Session&, const nlohmann::json& params, Responder)> run;
};

/// The parameters' problem in words; empty when there is none.
template <class P>
std::string decode(const nlohmann::json& params, P& out) {
  std::string problem;
  read(lsp::Reader(params, problem), out);
  return problem;
}

template <class R>
void answer(Responder& responder, const Answer<R>& found) {
  if (const auto* error = std::get_if<jsonrpc::ResponseError>(&found)) return responder.fail(error->code, error->message);
  responder.result(lsp::to_json(std::get<R>(found)));
}

/// A reader of the document's newest version; nothing, and an answer, when it is not open.
std::optional<Reading> begin_reading(const Session& session, const std::string& uri, Responder& responder);

/// Logs a notification that cannot be read; nobody waits for an answer to it.
void log_bad_params(std::string_view method, const std::string& problem);

template <class P>
Method row(const lsp::NotificationMethod<P>& method, Lane lane, void (*handler)(Session&, const P&), Offer offer = {}) {
  auto run = [handler, name = method.name](Session& session, const nlohmann::json& params, Responder responder) {
    P decoded;
    if (const auto problem = decode(params, decoded); !problem.empty()) return log_bad_params(name, problem);
    guarded(name, responder, [&] { handler(session, decoded); });
  };
  return {method.name, MethodKind::Notification, lane, offer, std::move(run)};
}

/// A request that changes something, or needs no document.
template <class P, class R>
Method row(const lsp::RequestMethod<P, R>& method, Lane lane, Answer<R> (*handler)(Session&, const P&), Offer offer = {}) {
  auto run = [handler, name = method.name](Session& session, const nlohmann::json& params, Responder responder) {
    P decoded;
    if (auto problem = decode(params, decoded); !problem.empty())
      return responder.fail(jsonrpc::ErrorCode::InvalidParams, std::move(problem));
    guarded(name, responder, [&] { answer<R>(responder, handler(session, decoded)); });
  };
  return {method.name, MethodKind::Request, lane, offer, std::move(run)};
}

/// A request that only reads one document: off the loop.
template <class P, class R>
Method row(const lsp::RequestMethod<P, R>& method, Lane lane, Answer<R> (*handler)(const Reading&, const P&), Offer offer = {}) {
  auto run = [handler, lane, name = method.name](Session& session, const nlohmann::json& params, Responder responder) {
    P decoded;
    if (auto problem = decode(params, decoded); !problem.empty())
      return responder.fail(jsonrpc::ErrorCode::InvalidParams, std::move(problem));
    auto reading = begin_reading(session, decoded.uri, responder);
    if (!reading) return;
    session.workers.post(
        lane, [handler, name, decoded = std::move(decoded), reading = std::move(*reading), responder = std::move(responder)]() mutable {
          if (responder.is_cancelled()) return;
          guarded(name, responder, [&] { answer<R>(responder, handler(reading, decoded)); });
        });
  };
  return {method.name, MethodKind::Request, lane, offer, std::move(run)};
}

/// A request whose handler keeps the responder and answers later.
template <class P, class R>
Method row(const lsp::RequestMethod<P, R>& method, Lane lane, void (*handler)(Session&, const P&, Responder), Offer offer = {}) {
  auto run = [handler](Session& session, const nlohmann::json& params, Responder responder) {
    P decoded;
    if (auto problem = decode(params, decoded); !problem.empty())
      return responder.fail(jsonrpc::ErrorCode::InvalidParams, std::move(problem));
    if (begin_reading(session, decoded.uri, responder)) handler(session, decoded, std::move(responder));
  };
  return {method.name, MethodKind::Request, lane, offer, std::move(run)};
}

}  // namespace slipway::host
