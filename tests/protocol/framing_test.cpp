#include <doctest/doctest.h>

#include "jsonrpc/framing.h"
#include "jsonrpc/message.h"

namespace slipway::jsonrpc {

namespace {

/// Everything a stream brings, fed in pieces of `piece` bytes: bodies as they are, errors as "! message".
std::vector<std::string> frames(std::string_view stream, std::size_t piece) {
  FrameDecoder decoder;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    decoder.feed(stream.substr(at, piece));
    while (const auto found = decoder.next()) {
      const auto* error = std::get_if<FrameError>(&*found);
      out.push_back(error != nullptr ? "! " + error->message : std::get<Frame>(*found).body);
    }
  }
  return out;
}

/// The same must come out whatever the pieces are.
void check_frames(std::string_view stream, const std::vector<std::string>& expected) {
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    INFO("pieces of ", piece, " bytes");
    CHECK(frames(stream, piece) == expected);
  }
}

const std::string absent = "! A message has no Content-Length header.";
const std::string senseless = "! Content-Length is not a number.";

}  // namespace

TEST_CASE("framing: frames come out whole whatever pieces they come in") {
  check_frames("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\nContent-Type: x\r\n\r\nnull", {"{}", "null"});
}

TEST_CASE("framing: header names have no case and a line may end in a bare newline") {
  check_frames("CONTENT-length:2\n\n{}content-type: y\ncontent-LENGTH:  1 \n\n1", {"{}", "1"});
}

TEST_CASE("framing: an empty body is a frame") { check_frames("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n7", {"", "7"}); }

TEST_CASE("framing: after a header without length the next frame is found") {
  check_frames("X: 1\r\n\r\n{\"a\": 1}Content-Length: 1\r\n\r\n7", {absent, "7"});
}

TEST_CASE("framing: after a senseless length the next frame is found") {
  check_frames("Content-Length: -1\r\n\r\nabcContent-Length: 1\r\n\r\n7", {senseless, "7"});
  check_frames("Content-Length: 12x\r\n\r\nContent-Length: 1\r\n\r\n7", {senseless, "7"});
  check_frames("Content-Length:\r\n\r\nContent-Length: 1\r\n\r\n7", {senseless, "7"});
}

TEST_CASE("framing: a body over the limit is refused by its header alone") {
  check_frames("Content-Length: 67108865\r\n\r\nContent-Length: 1\r\n\r\n7", {"! Content-Length is over 64 MiB.", "7"});
  check_frames("Content-Length: 99999999999999999999999\r\n\r\nContent-Length: 1\r\n\r\n7", {senseless, "7"});
}

TEST_CASE("framing: a length that is too short costs its own frame and no other") {
  const auto found = frames("Content-Length: 3\r\n\r\n{\"a\":1}Content-Length: 1\r\n\r\n7", 7);
  CHECK(found.front() == "{\"a");
  CHECK(found.back() == "7");
}

TEST_CASE("framing: headers without end are given up") {
  const auto found = frames(std::string(40000, 'x') + "Content-Length: 1\r\n\r\n7", 1000);
  REQUIRE(found.size() == 2);
  CHECK(found.front() == "! The headers of a message have no end.");
  CHECK(found.back() == "7");
}

TEST_CASE("messages: half an emoji becomes one character of one UTF-16 unit") {
  const auto packet = parse_packet(R"({"method": "x\ud83d", "params": "\udc00 \ud83d\ude00 \\ud83d"})");
  const auto& notification = std::get<Notification>(packet.messages.front());
  CHECK(notification.method == "x\uFFFD");
}

TEST_CASE("messages: ids of every kind come back as they came") {
  for (const std::string id : {"1", "-7", "0", "9223372036854775807", "\"a\"", "\"\\u00e9\"", "null"}) {
    const auto packet = parse_packet(R"({"id": )" + id + R"(, "method": "m"})");
    const auto text = id_text(std::get<Request>(packet.messages.front()).id);
    CHECK(text == (id == "\"\\u00e9\"" ? "\"é\"" : id));
  }
}

TEST_CASE("messages: what is no message is an error with the id that it has") {
  const auto error_of = [](std::string_view body) { return std::get<Invalid>(parse_packet(body).messages.front()); };
  CHECK(error_of("nonsense").error.code == ErrorCode::ParseError);
  CHECK(error_of("").error.code == ErrorCode::ParseError);
  CHECK(error_of("[]").error.code == ErrorCode::InvalidRequest);
  CHECK(error_of("7").error.code == ErrorCode::InvalidRequest);
  CHECK(error_of(R"({"id": 3})").id == Id(std::int64_t{3}));
  CHECK(error_of(R"({"id": 3, "method": 4})").id == Id(std::int64_t{3}));
  CHECK(error_of(R"({"id": {}, "method": "m"})").id == Id(nullptr));
  CHECK(error_of(R"({"id": 18446744073709551615, "method": "m"})").id == Id(nullptr));
  CHECK(error_of(std::string(100000, '[')).error.code == ErrorCode::ParseError);
}

}  // namespace slipway::jsonrpc
