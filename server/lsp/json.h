#pragma once
// Writing results: every struct of lsp/ has a `write`; lists, optional values and alternatives of them are written by these.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "jsonrpc/writer.h"

namespace slipway::lsp {

using jsonrpc::Writer;

/// An answer without content.
struct Null {};

/// A result that is JSON text already.
struct RawJson {
  std::string text;
};

inline void write(Writer& out, const Null& /*nothing*/) { out.null(); }
inline void write(Writer& out, const RawJson& value) { out.raw(value.text); }

template <class T>
void write(Writer& out, const std::vector<T>& values);
template <class... T>
void write(Writer& out, const std::variant<T...>& value);

template <class T>
void write(Writer& out, const std::optional<T>& value) {
  if (value) {
    write(out, *value);
  } else {
    out.null();
  }
}

template <class T>
void write(Writer& out, const std::vector<T>& values) {
  out.begin_array();
  for (const auto& value : values) write(out, value);
  out.end_array();
}

template <class... T>
void write(Writer& out, const std::variant<T...>& value) {
  std::visit([&out](const auto& alternative) { write(out, alternative); }, value);
}

template <class T>
std::string to_json(const T& value) {
  Writer out;
  write(out, value);
  return out.take();
}

}  // namespace slipway::lsp
