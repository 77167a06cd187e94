#pragma once
// The one place where an exception of a handler is caught.

#include <functional>
#include <string_view>

#include "host/responder.h"

namespace slipway::host {

/// Runs `work`; if it throws, logs that and answers InternalError: a crash in one handler is one error reply.
void guarded(std::string_view method, Responder& responder, const std::function<void()>& work);

}  // namespace slipway::host
