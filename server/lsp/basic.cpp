#include "lsp/basic.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace slipway::lsp {

namespace {

/// Clients send -1 and Number.MAX_VALUE; both mean "as far as it goes".
std::uint32_t clamped(std::int64_t number) { return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, UINT32_MAX)); }

/// Ranges are most of what we send: an outline of a long file has a hundred thousand. They are put together without a heap.
class Buffer {
 public:
  Buffer& add(std::string_view piece) {
    std::copy(piece.begin(), piece.end(), text_.data() + size_);
    size_ += piece.size();
    return *this;
  }
  Buffer& number(std::uint32_t value) {
    size_ = static_cast<std::size_t>(std::to_chars(text_.data() + size_, text_.data() + text_.size(), value).ptr - text_.data());
    return *this;
  }
  Buffer& position(Position value) { return add("{\"line\":").number(value.line).add(",\"character\":").number(value.character).add("}"); }
  [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }

 private:
  std::array<char, 160> text_;  ///< a range with the largest numbers takes 105
  std::size_t size_ = 0;
};

}  // namespace

void read(const Reader& in, Position& out) {
  out.line = clamped(in["line"].number());
  out.character = clamped(in["character"].number());
}

void read(const Reader& in, Range& out) {
  read(in["start"], out.start);
  read(in["end"], out.end);
}

void read(const Reader& /*in*/, NoParams& /*out*/) {}

void read(const Reader& in, DocumentParams& out) { out.uri = in["textDocument"]["uri"].text(); }

void read(const Reader& in, PositionParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  read(in["position"], out.position);
}

void write(Writer& out, const Position& value) {
  Buffer text;
  out.raw(text.position(value).view());
}

void write(Writer& out, const Range& value) {
  Buffer text;
  out.raw(text.add("{\"start\":").position(value.start).add(",\"end\":").position(value.end).add("}").view());
}

void write(Writer& out, const Location& value) {
  out.begin_object().key("uri").text(value.uri).key("range");
  write(out, value.range);
  out.end_object();
}

void write(Writer& out, const TextEdit& value) {
  out.begin_object().key("range");
  write(out, value.range);
  out.key("newText").text(value.new_text).end_object();
}

void write(Writer& out, const WorkspaceEdit& value) {
  out.begin_object();
  if (value.form == EditForm::Versioned) {
    out.key("documentChanges").begin_array().begin_object();
    out.key("textDocument").begin_object().key("uri").text(value.uri).key("version").number(value.version).end_object();
    out.key("edits");
    write(out, value.edits);
    out.end_object().end_array();
  } else {
    out.key("changes").begin_object().key(value.uri);
    write(out, value.edits);
    out.end_object();
  }
  out.end_object();
}

void write(Writer& out, const Markup& value) {
  out.begin_object().key("kind").text(value.kind == Markup::Kind::Markdown ? "markdown" : "plaintext");
  out.key("value").text(value.value).end_object();
}

}  // namespace slipway::lsp
