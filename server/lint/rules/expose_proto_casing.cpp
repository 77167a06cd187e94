// BuildKit's ExposeProtoCasing (dockerfile2llb/convert_expose.go, parsePort); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/port_spec.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& word : context.analysis.build().words) {
    if (word.kind != semantic::TracedWordKind::Port) continue;
    const auto spec = syntax::parse_port_spec(word.text);
    if (spec.protocol == to_lower(spec.protocol)) continue;
    auto finding = report.at(on_first_line(context.analysis, context.analysis.instruction(word.instruction), word.range));
    finding.say("Defined protocol '" + word.text + "' in EXPOSE instruction should be lowercase");
    // A port that came out of a variable cannot be changed here.
    const auto right = to_lower(word.text);
    if (context.analysis.source.slice(word.range) == word.text) finding.fix(replace(word.range, right, "Change to '" + right + "'"));
  }
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
