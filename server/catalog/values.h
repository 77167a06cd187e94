#pragma once
// Words that have a fixed meaning at some place: signals, platforms, ports, label keys, directives, shells.

#include <span>
#include <string_view>

namespace slipway::catalog {

/// A word and what it stands for. Tables are in the order in which one would take them.
struct NamedValue {
  std::string_view name;
  std::string_view meaning;
};

[[nodiscard]] std::span<const NamedValue> signals();
[[nodiscard]] std::span<const NamedValue> platforms();
[[nodiscard]] std::span<const NamedValue> ports();
[[nodiscard]] std::span<const NamedValue> protocols();
[[nodiscard]] std::span<const NamedValue> label_keys();
/// JSON arrays for SHELL.
[[nodiscard]] std::span<const NamedValue> shells();
/// Users that an image often has: root, nobody.
[[nodiscard]] std::span<const NamedValue> users();
[[nodiscard]] std::span<const NamedValue> directives();
[[nodiscard]] std::span<const NamedValue> check_options();
/// Values of `# syntax=`.
[[nodiscard]] std::span<const NamedValue> frontends();

/// The entry with this name in any case; null if none.
[[nodiscard]] const NamedValue* find_value(std::span<const NamedValue> table, std::string_view name);

}  // namespace slipway::catalog
