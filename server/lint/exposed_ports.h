#pragma once
// The ports of EXPOSE after their variables are put in.

#include <functional>
#include <string>

#include "lint/build_walk.h"
#include "syntax/port_spec.h"

namespace slipway::lint {

/// Called with the step, the word as written, the port that the word became, and its parts.
using VisitPort = std::function<void(const Step&, const syntax::Word&, const std::string&, const syntax::PortSpec&)>;

void for_each_port(const Context& context, const VisitPort& visit);

}  // namespace slipway::lint
