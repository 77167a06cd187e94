#pragma once
// Values of variables while a build is played through. Private to semantic/.

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
  void set(std::string_view name, std::string value) { values_.insert_or_assign(std::string(name), std::move(value)); }
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::optional<std::string>() : found->second;
  }
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> out;
    for (const auto& [name, value] : values_) out.push_back(name);
    return out;
  }
  /// For `expand`; this environment must outlive the result.
  [[nodiscard]] Lookup lookup() const {
    return [this](std::string_view name) { return get(name); };
  }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace slipway::semantic
