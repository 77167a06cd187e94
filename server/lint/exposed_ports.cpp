#include "lint/exposed_ports.h"

namespace slipway::lint {

void for_each_port(const Context& context, const VisitPort& visit) {
  walk_build(context, [&](const Step& step) {
    if (step.syntax.keyword != syntax::Keyword::Expose) return;
    for (const auto& word : step.syntax.words) {
      const auto ports = semantic::expand_words(word.text, context.analysis.directives.escape, step.scope.variables.lookup());
      if (ports.error) continue;
      for (const auto& port : ports.words) visit(step, word, port, syntax::parse_port_spec(port));
    }
  });
}

}  // namespace slipway::lint
