// The stream of frames does not depend on how the bytes arrive; a frame of ours is read back as it was.

#include "jsonrpc/framing.h"

#include <vector>

#include "tests/fuzz/fuzz.h"

using namespace slipway;

namespace {

/// All frames of a stream that arrives in pieces of this size; errors as "!".
std::vector<std::string> frames(std::string_view stream, std::size_t piece) {
  jsonrpc::FrameDecoder decoder;
  std::vector<std::string> out;
  while (!stream.empty()) {
    const auto now = stream.substr(0, piece);
    stream.remove_prefix(now.size());
    decoder.feed(now);
    while (const auto next = decoder.next()) {
      const auto* frame = std::get_if<jsonrpc::Frame>(&*next);
      out.push_back(frame != nullptr ? frame->body : "!");
    }
  }
  return out;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stream = test::as_text(data, size);
  const auto whole = frames(stream, stream.size() + 1);
  test::require(frames(stream, 1) == whole, "bytes one by one give the same frames");
  test::require(frames(stream, 7) == whole, "bytes in pieces give the same frames");
  const auto ours = frames(jsonrpc::frame_header(stream.size()) + std::string(stream) + jsonrpc::frame_header(2) + "{}", 5);
  test::require(ours.size() == 2 && ours[0] == stream && ours[1] == "{}", "our frames are read back");
  return 0;
}
