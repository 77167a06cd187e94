#pragma once
// Values of variables while a build is played through. Private to semantic/.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "semantic/expansion.h"

namespace slipway::semantic {

class BuildEnvironment {
 public:
  /// Sets or replaces; either way the name is then the last one.
  void set(std::string_view name, std::string value) { values_.insert_or_assign(std::string(name), Entry{std::move(value), ++last_set_}); }
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::optional<std::string>() : found->second.value;
  }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  /// In the order in which they were set.
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::pair<std::uint64_t, std::string_view>> ordered;
    for (const auto& [name, entry] : values_) ordered.emplace_back(entry.order, name);
    std::sort(ordered.begin(), ordered.end());
    std::vector<std::string_view> out;
    out.reserve(ordered.size());
    for (const auto& [order, name] : ordered) out.push_back(name);
    return out;
  }
  /// For `expand`; this environment must outlive the result.
  [[nodiscard]] Lookup lookup() const {
    return [this](std::string_view name) { return get(name); };
  }

 private:
  struct Entry {
    std::string value;
    std::uint64_t order = 0;
  };
  std::map<std::string, Entry, std::less<>> values_;
  std::uint64_t last_set_ = 0;
};

}  // namespace slipway::semantic
