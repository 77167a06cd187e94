// BuildKit's ExposeProtoCasing (dockerfile2llb/convert_expose.go, parsePort); the message is BuildKit's own.

#include "lint/exposed_ports.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for_each_port(context, [&](const Step& step, const syntax::Word& word, const std::string& port, const syntax::PortSpec& spec) {
    if (spec.protocol == to_lower(spec.protocol)) return;
    auto finding = report.at(step.place(context.analysis, word.range));
    finding.say("Defined protocol '" + port + "' in EXPOSE instruction should be lowercase");
    if (port == word.text && !step.is_trigger) finding.fix(replace(step.home.place(word.range), to_lower(port), "Change to '" + to_lower(port) + "'"));
  });
}

}  // namespace

extern const Rule expose_proto_casing;
const Rule expose_proto_casing = {
    .name = "expose-proto-casing",
    .aliases = {"buildkit/ExposeProtoCasing"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "The protocol of an exposed port has upper-case letters.",
    .why = "The image records the protocol in lower case whatever is written; `tcp` and `udp` are how everything else spells them.",
    .fix_note = "The protocol is written in lower case; the image stays the same.",
    .check_file = check,
};

}  // namespace slipway::lint
