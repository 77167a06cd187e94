#pragma once
// Which declaration of a name is in force at a place. Private to semantic/.

#include <optional>
#include <string_view>
#include <unordered_map>

#include "semantic/expansion.h"
#include "semantic/model.h"

namespace slipway::semantic {

class Scope {
 public:
  void set(std::string_view name, VariableId id) { names_[name] = id; }
  [[nodiscard]] std::optional<VariableId> find(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? std::optional<VariableId>() : found->second;
  }
  /// Values of the declarations in force, for `expand`. Both this scope and the model must outlive the result.
  [[nodiscard]] Lookup lookup(const Model& model) const {
    return [this, &model](std::string_view name) -> std::optional<std::string> {
      const auto id = find(name);
      return id ? model.variable(*id).value : std::optional<std::string>();
    };
  }

 private:
  std::unordered_map<std::string_view, VariableId> names_;
};

}  // namespace slipway::semantic
