#pragma once
// Room for a value that a layer above works out from an object and that lives as long as the object.

#include <memory>
#include <mutex>

namespace slipway {

/// Filled once, by any thread. All users of one slot must ask for the same type.
class Slot {
 public:
  /// The value; made by `make` when first asked for.
  template <class T, class Make>
  [[nodiscard]] const T& get(Make make) const {
    std::call_once(state_->once, [&] { state_->value = std::make_shared<const T>(make()); });
    return *static_cast<const T*>(state_->value.get());
  }

 private:
  struct State {
    std::once_flag once;
    std::shared_ptr<const void> value;
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
};

}  // namespace slipway
