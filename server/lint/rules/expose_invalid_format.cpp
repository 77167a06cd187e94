// BuildKit's ExposeInvalidFormat (dockerfile2llb/convert_expose.go, parsePort); the message is BuildKit's own.

#include "lint/exposed_ports.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for_each_port(context, [&](const Step& step, const syntax::Word& word, const std::string& port, const syntax::PortSpec& spec) {
    if (spec.ip.empty() && spec.host.empty()) return;
    auto finding = report.at(step.place(context.analysis, word.range));
    finding.say("EXPOSE instruction should not define an IP address or host-port mapping, found '" + port + "'");
    const auto bare = port.substr(port.rfind(':') + 1);
    if (port == word.text && !step.is_trigger) finding.fix(replace(step.home.place(word.range), bare, "Change to '" + bare + "'"));
  });
}

}  // namespace

extern const Rule expose_invalid_format;
const Rule expose_invalid_format = {
    .name = "expose-invalid-format",
    .aliases = {"buildkit/ExposeInvalidFormat"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "EXPOSE names an address or a port of the host.",
    .why = "EXPOSE says which ports the container listens on, nothing more. An address or a port of the host is dropped silently; it belongs to "
           "`docker run --publish`.",
    .fix_note = "Only the port of the container stays. BuildKit records nothing else, so the image stays the same.",
    .check_file = check,
};

}  // namespace slipway::lint
