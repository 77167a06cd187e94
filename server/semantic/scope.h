#pragma once
// Which declaration of a name is in force at a place. Private to semantic/.

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>

#include "semantic/expansion.h"
#include "semantic/model.h"
#include "support/hash.h"

namespace slipway::semantic {

/// Scopes that share what they have in common, so that a stage takes over the scope of its base at no cost: a tree over the bits of a
/// name's hash, whose nodes are copied when a scope changes them that did not make them. Scopes live as long as their family.
class ScopeFamily {
  static constexpr unsigned bits = 3;
  struct Node {
    std::uint32_t owner = 0;
    VariableId id;
    std::uint64_t hash = 0;
    std::string_view name;
    std::array<Node*, 1U << bits> below{};
  };

 public:
  class Scope {
   public:
    Scope() = default;
    void set(std::string_view name, VariableId id) {
      const auto hash = hash_bytes(name);
      Node** place = &root_;
      for (auto rest = hash;; rest = rest >> bits | rest << (64 - bits)) {
        if (*place == nullptr) {
          *place = &family_->nodes_.emplace_back(Node{owner_, id, hash, name, {}});
          return;
        }
        Node& node = family_->own(*place, owner_);
        if (node.hash == hash && node.name == name) {
          node.id = id;
          return;
        }
        place = &node.below[rest % node.below.size()];
      }
    }
    [[nodiscard]] std::optional<VariableId> find(std::string_view name) const {
      const auto hash = hash_bytes(name);
      auto rest = hash;
      for (const Node* node = root_; node != nullptr; rest = rest >> bits | rest << (64 - bits)) {
        if (node->hash == hash && node->name == name) return node->id;
        node = node->below[rest % node->below.size()];
      }
      return {};
    }
    /// Values of the declarations in force, for `expand`. Both this scope and the model must outlive the result.
    [[nodiscard]] Lookup lookup(const Model& model) const {
      return [this, &model](std::string_view name) -> std::optional<std::string> {
        const auto id = find(name);
        return id ? model.variable(*id).value : std::optional<std::string>();
      };
    }

   private:
    friend class ScopeFamily;
    ScopeFamily* family_ = nullptr;
    Node* root_ = nullptr;
    std::uint32_t owner_ = 0;
  };

  ScopeFamily() = default;
  ScopeFamily(const ScopeFamily&) = delete;
  ScopeFamily& operator=(const ScopeFamily&) = delete;

  [[nodiscard]] Scope empty() { return extended({}); }
  /// A scope that begins with what `base` holds, which must not change any more.
  [[nodiscard]] Scope extended(Scope base) {
    base.family_ = this;
    base.owner_ = ++owners_;
    return base;
  }

 private:
  Node& own(Node*& node, std::uint32_t owner) {
    if (node->owner == owner) return *node;
    node = &nodes_.emplace_back(*node);
    node->owner = owner;
    return *node;
  }

  std::deque<Node> nodes_;
  std::uint32_t owners_ = 0;
};

using Scope = ScopeFamily::Scope;

}  // namespace slipway::semantic
