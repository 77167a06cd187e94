#include "refactor/multistage/evidence.h"

#include <utility>

#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

void add_steps(const Facts& facts, std::string& out) {
  out += "steps:\n";
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    out += "  " + std::to_string(step.line) + " " + std::string(syntax::spelling(step.keyword()));
    if (!step.destination.empty()) out += " " + join(step.sources, " ") + " -> " + step.destination;
    std::vector<std::string> acts;
    for (const Action& action : facts.actions[i]) {
      if (action.act == Act::Nothing) continue;
      std::string act(act_name(action.act));
      if (!action.ecosystem.empty()) act = std::string(action.ecosystem) + " " + act;
      if (!action.operands.empty()) act += " " + join(action.operands, " ");
      acts.push_back(std::move(act));
    }
    if (!acts.empty()) out += ": " + join(acts, "; ");
    out += "\n";
  }
}

void add_start(const Start& start, std::string& out) {
  out += "starts:";
  if (!start.exists) out += " nothing";
  if (start.uses_shell) out += " (with a shell)";
  out += "\n";
  for (const StartedProgram& program : start.programs) {
    constexpr std::string_view by[] = {"command", "wrapper", "script", "health check"};
    out += "  " + std::string(by[static_cast<std::size_t>(program.by)]) + ": " + (program.path.empty() ? program.name : program.path);
    if (!program.words.empty()) out += " " + join(program.words, " ");
    out += "\n";
  }
}

void add_list(std::string_view title, const std::vector<std::string>& names, std::string& out) {
  if (!names.empty()) out += std::string(title) + ": " + join(names, " ") + "\n";
}

}  // namespace

void Evidence::note(Weight weight, std::string code, std::uint32_t line, std::string message) {
  for (const WeighedNote& each : notes) {
    if (each.note.code == code && each.note.message == message) return;
  }
  notes.push_back({{std::move(code), line, std::move(message)}, weight});
}

std::string Evidence::to_text(const Facts& facts) const {
  std::string out = "ecosystem: " + ecosystem + "\n";
  add_steps(facts, out);
  add_start(facts.start, out);
  for (const Artifact& artifact : artifacts) {
    out += "takes: " + artifact.from + (artifact.folder ? "/" : "");
    if (artifact.to != artifact.from) out += " to " + artifact.to;
    out += " (" + artifact.why + ")\n";
  }
  add_list("packages", packages, out);
  add_list("programs", programs, out);
  add_list("tools", tools, out);
  if (libc == catalog::Libc::None) out += "libc: any\n";
  if (libc == catalog::Libc::Glibc) out += "libc: glibc\n";
  if (libc == catalog::Libc::Musl) out += "libc: musl\n";
  if (wants_certificates) out += "wants: certificates\n";
  if (wants_time_zones) out += "wants: time zones\n";
  if (!root_reason.empty()) out += "stays root: " + root_reason + "\n";
  for (const WeighedNote& each : notes) {
    out += std::string(each.weight == Weight::Assumption ? "assumes" : "notes") + " (" + each.note.code + "): " + each.note.message + "\n";
  }
  return out;
}

Facts collect_facts(const Walk& walk, const Workspace& workspace, const Start& start) {
  Facts facts{walk, workspace, start, {}, {}, {}, {}};
  for (const Step& step : walk.steps) {
    std::vector<Action> actions;
    for (const CommandUse& use : step.commands) actions.push_back(action_of(use));
    facts.actions.push_back(std::move(actions));
  }
  const std::string value = walk.stage->base_value.empty() ? std::string(walk.stage->base) : walk.stage->base_value;
  facts.image = syntax::parse_image_reference(value);
  facts.written_image = syntax::parse_image_reference(walk.stage->base);
  facts.base = catalog::describe_image(facts.image);
  return facts;
}

bool has_act(const Facts& facts, std::size_t step, Act act) {
  for (const Action& action : facts.actions[step]) {
    if (action.act == act) return true;
  }
  return false;
}

}  // namespace slipway::refactor::multistage
