#pragma once
// Signals of STOPSIGNAL (moby/sys/signal, ParseSignal).

#include <string_view>

namespace slipway::syntax {

/// A number other than 0, or a Linux name with or without `SIG`, in any case.
[[nodiscard]] bool is_signal(std::string_view text);

}  // namespace slipway::syntax
