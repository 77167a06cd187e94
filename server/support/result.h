#pragma once
// Result<T>: a value, or a sentence for the person who must act. For files, configuration and protocol only;
// analysis of a Dockerfile never fails (docs/architecture.md, "Errors").

#include <string>
#include <utility>
#include <variant>

namespace slipway {

/// What went wrong, as one sentence that names the thing and the remedy.
struct Error {
  std::string message;
};

/// Either a T or an Error. Ask `ok()` before `value()`.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): reads as a return
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  [[nodiscard]] const T& value() const { return std::get<T>(state_); }
  [[nodiscard]] T& value() { return std::get<T>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace slipway
