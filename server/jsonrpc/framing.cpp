#include "jsonrpc/framing.h"

#include <charconv>

#include "support/strings.h"

namespace slipway::jsonrpc {

namespace {

constexpr std::string_view length_header = "content-length:";
constexpr std::size_t max_header_bytes = 16U << 10U;

struct HeaderEnd {
  std::size_t headers = 0;  ///< bytes of the header lines
  std::size_t body = 0;     ///< where the body begins
};

/// The blank line that ends the headers; `\n` alone is taken as a line end too.
std::optional<HeaderEnd> header_end(std::string_view text, std::size_t from) {
  for (auto at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') return HeaderEnd{at + 1, at + 2};
    if (at + 2 < text.size() && text[at + 1] == '\r' && text[at + 2] == '\n') return HeaderEnd{at + 1, at + 3};
  }
  return std::nullopt;
}

std::optional<std::string_view> content_length(std::string_view headers) {
  std::optional<std::string_view> found;
  for (const auto line : split(headers, '\n')) {
    if (starts_with_ignoring_case(line, length_header)) found = trim(line.substr(length_header.size()));
  }
  return found;
}

std::optional<std::size_t> to_number(std::string_view digits) {
  std::size_t value = 0;
  const auto end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value);
  if (digits.empty() || result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::size_t find_ignoring_case(std::string_view text, std::string_view lower_word) {
  for (std::size_t at = 0; at + lower_word.size() <= text.size(); ++at) {
    if (starts_with_ignoring_case(text.substr(at), lower_word)) return at;
  }
  return std::string_view::npos;
}

}  // namespace

void FrameDecoder::discard(std::size_t bytes) {
  at_ += bytes;
  searched_ = 0;
  constexpr std::size_t worth_moving = 64U << 10U;
  if (at_ == buffer_.size()) {
    buffer_.clear();
    if (buffer_.capacity() > worth_moving * 4) buffer_.shrink_to_fit();
    at_ = 0;
  } else if (at_ > worth_moving && at_ > buffer_.size() / 2) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
}

std::variant<Frame, FrameError> FrameDecoder::lose(std::string message) {
  discard(1);  // the header that was refused is not found again
  lost_ = true;
  return FrameError{std::move(message)};
}

bool FrameDecoder::find_header() {
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto found = find_ignoring_case(rest, length_header);
  if (found != std::string_view::npos) {
    discard(found);
    lost_ = false;
    return true;
  }
  if (rest.size() >= length_header.size()) discard(rest.size() - length_header.size() + 1);
  return false;
}

std::optional<std::variant<Frame, FrameError>> FrameDecoder::read_header() {
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto end = header_end(rest, searched_);
  if (!end) {
    if (rest.size() > max_header_bytes) return lose("The headers of a message have no end.");
    searched_ = rest.size() > 3 ? rest.size() - 3 : 0;
    return std::nullopt;
  }
  const auto digits = content_length(rest.substr(0, end->headers));
  if (!digits) return lose("A message has no Content-Length header.");
  const auto length = to_number(*digits);
  if (!length) return lose("Content-Length is not a number.");
  if (*length > max_body_bytes) return lose("Content-Length is over 64 MiB.");
  discard(end->body);
  body_length_ = length;
  return std::nullopt;
}

std::optional<std::variant<Frame, FrameError>> FrameDecoder::next() {
  if (!body_length_) {
    if (lost_ && !find_header()) return std::nullopt;
    if (auto error = read_header()) return error;
  }
  if (!body_length_ || buffer_.size() - at_ < *body_length_) return std::nullopt;
  Frame frame{buffer_.substr(at_, *body_length_)};
  discard(*body_length_);
  body_length_.reset();
  return frame;
}

std::string frame_header(std::size_t body_bytes) { return "Content-Length: " + std::to_string(body_bytes) + "\r\n\r\n"; }

}  // namespace slipway::jsonrpc
