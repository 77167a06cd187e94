// BuildKit's ExposeInvalidFormat (dockerfile2llb/convert_expose.go, parsePort); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/port_spec.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& word : context.analysis.build().words) {
    if (word.kind != semantic::TracedWordKind::Port) continue;
    const auto spec = syntax::parse_port_spec(word.text);
    if (spec.ip.empty() && spec.host.empty()) continue;
    auto finding = report.at(on_first_line(context.analysis, context.analysis.instruction(word.instruction), word.range));
    finding.say("EXPOSE instruction should not define an IP address or host-port mapping, found '" + word.text + "'");
    // A port that came out of a variable cannot be changed here.
    const auto right = word.text.substr(word.text.rfind(':') + 1);
    if (context.analysis.source.slice(word.range) == word.text) finding.fix(replace(word.range, right, "Change to '" + right + "'"));
  }
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
    .why =
        "EXPOSE says which ports the container listens on, nothing more. An address or a port of the host is dropped silently; it belongs "
        "to "
        "`docker run --publish`.",
    .fix_note = "Only the port of the container stays. BuildKit records nothing else, so the image stays the same.",
    .check_file = check,
};

}  // namespace slipway::lint
