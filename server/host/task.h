#pragma once
// A piece of work that is run once; unlike std::function it may own what cannot be copied.

#include <memory>
#include <type_traits>
#include <utility>

namespace slipway::host {

class Task {
 public:
  template <class F, class = std::enable_if_t<!std::is_same_v<std::decay_t<F>, Task>>>
  Task(F&& work) : work_(std::make_unique<Holder<std::decay_t<F>>>(std::forward<F>(work))) {}  // NOLINT: reads as a lambda

  void operator()() { work_->run(); }

 private:
  struct Work {
    virtual ~Work() = default;
    virtual void run() = 0;
  };
  template <class F>
  struct Holder final : Work {
    explicit Holder(F f) : work(std::move(f)) {}
    void run() override { work(); }
    F work;
  };
  std::unique_ptr<Work> work_;
};

}  // namespace slipway::host
