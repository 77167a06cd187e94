#include <doctest/doctest.h>

#include <stdexcept>

#include "host/guarded.h"
#include "host/responder.h"

namespace slipway::host {

namespace {

/// Collects what would go to the client.
struct Sent final : jsonrpc::Transport {
  void send(std::string body) override { bodies.push_back(std::move(body)); }
  std::vector<std::string> bodies;
};

struct Wire {
  Sent sent;
  std::shared_ptr<Calls> calls = std::make_shared<Calls>(sent);

  Responder begin(jsonrpc::Id id, std::shared_ptr<Batch> batch = nullptr) { return *calls->begin(std::move(id), "m", std::move(batch)); }
  [[nodiscard]] bool answered_with(std::string_view part) const {
    return sent.bodies.size() == 1 && sent.bodies[0].find(part) != std::string::npos;
  }
};

jsonrpc::Id number(std::int64_t value) { return value; }

}  // namespace

TEST_CASE("responder: the first answer goes out, later ones do not") {
  Wire wire;
  auto responder = wire.begin(number(1));
  responder.result("7");
  responder.result("8");
  responder.fail(jsonrpc::ErrorCode::InternalError, "x");
  CHECK(wire.sent.bodies == std::vector<std::string>{R"({"jsonrpc":"2.0","id":1,"result":7})"});
  CHECK(wire.calls->empty());
}

TEST_CASE("responder: a cancelled request is answered once, and what comes late is dropped") {
  Wire wire;
  auto responder = wire.begin(number(1));
  wire.calls->cancel(number(1));
  wire.calls->cancel(number(1));
  CHECK(responder.is_cancelled());
  responder.result("7");
  CHECK(wire.answered_with("-32800"));
}

TEST_CASE("responder: what cannot be cancelled any more, or never was there, is left alone") {
  Wire wire;
  wire.begin(number(1)).result("7");
  wire.calls->cancel(number(1));
  wire.calls->cancel(std::string("1"));
  CHECK(wire.answered_with("\"result\":7"));
}

TEST_CASE("responder: a handler that throws is one InternalError") {
  Wire wire;
  {
    auto responder = wire.begin(number(1));
    guarded("m", responder, [] { throw std::runtime_error("broken"); });
  }
  CHECK(wire.answered_with("-32603"));
  CHECK(wire.answered_with("broken"));
}

#ifdef NDEBUG  // elsewhere a forgotten answer aborts
TEST_CASE("responder: one that is forgotten answers InternalError by itself") {
  Wire wire;
  { const auto responder = wire.begin(number(1)); }
  CHECK(wire.answered_with("-32603"));
}
#endif

TEST_CASE("responder: an id in flight is refused to another request, and free again after the answer") {
  Wire wire;
  auto first = wire.begin(std::string("a"));
  CHECK_FALSE(wire.calls->begin(std::string("a"), "m", nullptr).has_value());
  CHECK(wire.answered_with("-32600"));
  first.result("1");
  wire.begin(std::string("a")).result("2");
  CHECK(wire.sent.bodies.size() == 3);
}

TEST_CASE("responder: requests without a name of their own all count") {
  Wire wire;
  auto first = wire.begin(nullptr);
  auto second = wire.begin(nullptr);
  first.result("1");
  CHECK_FALSE(wire.calls->empty());
  second.result("2");
  CHECK(wire.calls->empty());
}

TEST_CASE("responder: nothing goes out after the end") {
  Wire wire;
  auto responder = wire.begin(number(1));
  wire.calls->close();
  responder.result("7");
  CHECK(wire.sent.bodies.empty());
}

TEST_CASE("batch: answers go out together with the last") {
  Wire wire;
  const auto batch = std::make_shared<Batch>(wire.sent, 2);
  auto first = wire.begin(number(1), batch);
  wire.begin(number(2), batch).result("2");
  CHECK(wire.sent.bodies.empty());
  first.result("1");
  CHECK(wire.sent.bodies == std::vector<std::string>{R"([{"jsonrpc":"2.0","id":2,"result":2},{"jsonrpc":"2.0","id":1,"result":1}])"});
}

}  // namespace slipway::host
