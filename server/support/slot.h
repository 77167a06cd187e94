#pragma once
// Room for a value that a layer above works out from an object and that lives as long as the object.

#include <atomic>
#include <memory>

namespace slipway {

/// Filled once, by any thread; where two come at once, one of their values stays. All users of one slot must ask for the same type.
class Slot {
 public:
  Slot() = default;
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot() {
    if (auto* value = value_.load(std::memory_order_acquire)) destroy_(value);
  }

  /// The value; made by `make` when first asked for.
  template <class T, class Make>
  [[nodiscard]] const T& get(Make make) const {
    if (const auto* value = value_.load(std::memory_order_acquire)) return *static_cast<const T*>(value);
    auto made = std::make_unique<T>(make());
    void* other = nullptr;
    if (!value_.compare_exchange_strong(other, made.get(), std::memory_order_acq_rel)) return *static_cast<const T*>(other);
    destroy_ = [](void* value) { delete static_cast<T*>(value); };
    return *made.release();
  }

 private:
  mutable std::atomic<void*> value_ = nullptr;
  mutable void (*destroy_)(void*) = nullptr;  ///< set by the thread that filled the slot
};

}  // namespace slipway
