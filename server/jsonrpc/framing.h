#pragma once
// Cuts a stream of bytes into frames: headers, a blank line, a body of Content-Length bytes (LSP 3.17, "Base Protocol").

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace slipway::jsonrpc {

/// Bodies beyond this are refused.
inline constexpr std::size_t max_body_bytes = std::size_t{64} << 20U;

struct Frame {
  std::string body;
};

/// A header that cannot be used. Reading goes on at the next `Content-Length:` in the stream.
struct FrameError {
  std::string message;
};

/// Takes bytes in pieces of any size and gives frames. Used by one thread.
class FrameDecoder {
 public:
  void feed(std::string_view bytes) { buffer_ += bytes; }
  /// The next frame or error; nothing until more bytes come.
  [[nodiscard]] std::optional<std::variant<Frame, FrameError>> next();

 private:
  std::optional<std::variant<Frame, FrameError>> read_header();
  std::variant<Frame, FrameError> lose(std::string message);
  bool find_header();
  void discard(std::size_t bytes);

  std::string buffer_;
  std::size_t at_ = 0;                      ///< first byte of `buffer_` that is not used up
  std::size_t searched_ = 0;                ///< bytes behind `at_` in which the end of the headers is not
  std::optional<std::size_t> body_length_;  ///< known while a body is awaited
  bool lost_ = false;                       ///< looking for the next header
};

/// What goes before a body of this many bytes.
[[nodiscard]] std::string frame_header(std::size_t body_bytes);

}  // namespace slipway::jsonrpc
