#include "refactor/multistage/plan.h"

#include <algorithm>

#include "catalog/packages.h"
#include "refactor/multistage/needs.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using syntax::Keyword;

namespace {

class Planner {
 public:
  Planner(const Facts& facts, Evidence& evidence, BaseChoice choice) : facts_(facts), evidence_(evidence), choice_(choice) {}

  Plan make() {
    placed_ = place_steps(facts_, evidence_);
    add_started_files(facts_, placed_, evidence_);
    add_shell();
    if (lacks_family()) return std::move(plan_);
    base_ = choose_base(facts_, evidence_, placed_, choice_);
    add_missing_packages(facts_, base_, placed_, evidence_);
    if (base_.family == catalog::Family::Distroless && !evidence_.packages.empty()) {
      base_ = choose_base(facts_, evidence_, placed_, BaseChoice::Auto);
      add_missing_packages(facts_, base_, placed_, evidence_);
    }
    drop_unknown_packages();
    user_ = plan_user(facts_, base_, evidence_);
    fill_builder();
    fill_head();
    add_user();
    finish_notes();
    return std::move(plan_);
  }

 private:
  void fill_builder() {
    plan_.stage_name = facts_.walk.stage->name.empty() ? "builder" : facts_.walk.stage->name;
    plan_.names_stage = facts_.walk.stage->name.empty();
    plan_.base = base_.image;
    plan_.base_why = base_.why;
    const std::string_view platform = facts_.walk.stage->platform;
    if (platform.find("BUILDPLATFORM") == std::string_view::npos) plan_.platform = std::string(platform);
    plan_.placements = placed_.steps;
    plan_.insertions = evidence_.insertions;
    plan_.relocations = evidence_.relocations;
    plan_.edits = evidence_.edits;
    plan_.builder_end = evidence_.builder_end;
    for (std::size_t i = 0; i < placed_.steps.size(); ++i) {
      const bool relocated =
          std::any_of(plan_.relocations.begin(), plan_.relocations.end(), [i](const Relocation& each) { return each.step == i; });
      if (placed_.steps[i].side == Side::Builder && !relocated) plan_.last_builder = i;
      if (placed_.rewritten.count(i) > 0) plan_.last_builder = i;
    }
    for (const Insertion& insertion : plan_.insertions) {
      if (!plan_.last_builder || insertion.before > *plan_.last_builder) plan_.last_builder = insertion.before;
    }
    // A step of both sides behind the builder's last one is the final stage's alone.
    for (std::size_t i = plan_.last_builder ? *plan_.last_builder + 1 : 0; i < plan_.placements.size(); ++i) {
      if (plan_.placements[i].side == Side::Both) plan_.placements[i].side = Side::Final;
    }
  }

  /// Packages and users of a distribution that has no small image here.
  bool lacks_family() {
    const bool bound = placed_.family_bound || !evidence_.packages.empty();
    const bool known = !catalog::plain_image(facts_.base.family, facts_.base.release).empty();
    if (!evidence_.base.empty() || !bound || known) return false;
    plan_.refusal = Refusal{RefusalCode::Unsupported,
                            "The final stage needs packages or users made with the tools of " + std::string(facts_.walk.stage->base) +
                                ", and no small image of that distribution is known here.",
                            facts_.walk.analysis->line_of(facts_.walk.stage->base_range.begin)};
    return true;
  }

  /// Without a known package manager there is no line to write.
  void drop_unknown_packages() {
    if (evidence_.packages.empty() || !catalog::install_line(base_.family, evidence_.packages).empty()) return;
    evidence_.note(
        Weight::Assumption, "packages", 0,
        "The final stage needs " + join(evidence_.packages, ", ") + ", but how " + base_.image + " installs packages is not known here.");
    evidence_.packages.clear();
  }

  /// SHELL in the final stage names a program that must be there.
  void add_shell() {
    for (std::size_t i = 0; i < placed_.steps.size(); ++i) {
      const Step& step = facts_.step(i);
      if (step.keyword() == Keyword::Shell && placed_.steps[i].side != Side::Builder && !step.syntax().words.empty()) {
        evidence_.programs.push_back(std::string(base_name(step.syntax().words.front().text)));
      }
    }
  }

  [[nodiscard]] bool before_split(std::size_t step) const { return plan_.last_builder && step <= *plan_.last_builder; }

  void add_line(std::string text, std::string why) { plan_.head.push_back({std::nullopt, false, std::move(text), std::move(why)}); }

  void fill_head() {
    if (!evidence_.packages.empty())
      add_line("RUN " + catalog::install_line(base_.family, evidence_.packages), "programs and libraries of the running container");
    if (!user_.create.empty()) add_line("RUN " + user_.create, "a user without rights");
    const std::size_t count = plan_.placements.size();
    std::string folder = "/";
    for (std::size_t i = 0; i < count; ++i) {
      const Step& step = facts_.step(i);
      if (step.keyword() == Keyword::Workdir && plan_.placements[i].side != Side::Builder) folder = step.folder;
      if (before_split(i)) add_step(i);
      for (const std::string& line : new_lines(i, folder)) {
        if (before_split(i))
          add_line(line, "the final stage's own");
        else
          plan_.before_tail[i + 1].push_back(line);
      }
    }
    if (const auto rest = plan_.before_tail.find(count); rest != plan_.before_tail.end()) {
      plan_.end = rest->second;
      plan_.before_tail.erase(rest);
    }
  }

  void add_step(std::size_t step) {
    const Side side = plan_.placements[step].side;
    if (side == Side::Builder) return;
    const auto rewritten = placed_.rewritten.find(step);
    if (rewritten != placed_.rewritten.end()) return add_line(rewritten->second, plan_.placements[step].why);
    plan_.head.push_back({step, side == Side::Final, {}, plan_.placements[step].why});
  }

  /// What is taken from the builder once it is complete, and the lines of the ecosystem's own.
  std::vector<std::string> new_lines(std::size_t step, const std::string& folder) {
    std::vector<std::string> out;
    for (const Artifact& artifact : evidence_.artifacts) {
      if (artifact.step == step) out.push_back(copy_artifact(artifact, folder));
    }
    const auto own = evidence_.final_lines.find(step);
    if (own != evidence_.final_lines.end()) out.insert(out.end(), own->second.begin(), own->second.end());
    return out;
  }

  [[nodiscard]] std::string copy_artifact(const Artifact& artifact, const std::string& folder) const {
    std::string target = artifact.to;
    if (is_under(artifact.to, folder) && folder != "/") {
      const std::string_view rest = below(artifact.to, folder);
      const bool same_name = base_name(artifact.to) == base_name(artifact.from);
      if (rest.empty())
        target = "./";
      else if (!artifact.folder && same_name)
        target = parent_of(rest).empty() ? "./" : "./" + std::string(parent_of(rest)) + "/";
      else
        target = "./" + std::string(rest);
    }
    std::string out = "COPY --from=" + plan_.stage_name + " ";
    if (!artifact.owner.empty()) out += "--chown=" + artifact.owner + " ";
    return out + artifact.from + (artifact.folder && artifact.from != "/" ? "/" : "") + " " + target +
           (artifact.folder && target.back() != '/' ? "/" : "");
  }

  /// USER goes behind the last instruction that builds the final stage, in front of those that describe it.
  void add_user() {
    if (user_.name.empty()) return;
    const std::string line = "USER " + user_.name;
    std::optional<std::size_t> last;
    for (std::size_t i = plan_.last_builder ? *plan_.last_builder + 1 : 0; i < plan_.placements.size(); ++i) {
      const Keyword keyword = facts_.step(i).keyword();
      const bool builds = keyword == Keyword::Run || keyword == Keyword::Copy || keyword == Keyword::Add || keyword == Keyword::Workdir;
      if (builds || plan_.before_tail.count(i + 1) > 0) last = i;
    }
    if (!plan_.end.empty())
      plan_.end.push_back(line);
    else if (!last)
      add_line(line, "a user without rights");
    else if (*last + 1 < plan_.placements.size())
      plan_.before_tail[*last + 1].push_back(line);
    else
      plan_.end.push_back(line);
  }

  void finish_notes() {
    for (const WeighedNote& each : evidence_.notes) {
      plan_.notes.push_back(each.note);
      if (each.note.line == 0) plan_.notes.back().line = facts_.walk.analysis->line_of(facts_.walk.stage->base_range.begin);
      if (each.weight == Weight::Assumption) plan_.safety = Safety::Review;
    }
  }

  const Facts& facts_;
  Evidence& evidence_;
  BaseChoice choice_;
  Placements placed_;
  FinalBase base_;
  UserPlan user_;
  Plan plan_;
};

std::string step_name(const Facts& facts, std::size_t step) {
  return std::to_string(facts.step(step).line) + " " + std::string(syntax::spelling(facts.step(step).keyword()));
}

}  // namespace

Plan make_plan(const Facts& facts, Evidence& evidence, BaseChoice choice) { return Planner(facts, evidence, choice).make(); }

std::string Plan::to_text(const Facts& facts) const {
  std::string out = "safety: " + std::string(safety == Safety::Safe ? "safe" : "review") + "\n";
  out += "stage " + stage_name + ":\n";
  for (const Insertion& insertion : insertions) {
    for (const std::string& line : insertion.lines)
      out += "  new before " + step_name(facts, insertion.before) + ": " + line + " (" + insertion.why + ")\n";
  }
  for (const Relocation& each : relocations)
    out += "  " + step_name(facts, each.step) + " goes before " + step_name(facts, each.before) + " (" + each.why + ")\n";
  for (const WordEdit& edit : edits) {
    out += "  line " + std::to_string(facts.walk.analysis->line_of(edit.range.begin)) + ": " +
           (edit.text.empty() ? "cut" : "write \"" + edit.text + "\"") + " (" + edit.why + ")\n";
  }
  for (std::size_t i = 0; i < placements.size(); ++i) {
    if (placements[i].side != Side::Final)
      out += "  " + step_name(facts, i) + (placements[i].side == Side::Both ? " (also in the final stage: " : " (") + placements[i].why +
             ")\n";
  }
  for (const std::string& line : builder_end) out += "  new: " + line + "\n";
  out += "final stage on " + base + " (" + base_why + "):\n";
  for (const HeadItem& item : head) {
    out += "  " + (item.step ? step_name(facts, *item.step) : "new: " + item.text) + (item.why.empty() ? "" : " (" + item.why + ")") + "\n";
  }
  for (std::size_t i = last_builder ? *last_builder + 1 : 0; i < placements.size(); ++i) {
    if (const auto lines = before_tail.find(i); lines != before_tail.end()) {
      for (const std::string& line : lines->second) out += "  new: " + line + "\n";
    }
    out += "  " + step_name(facts, i) + " stays in place\n";
  }
  for (const std::string& line : end) out += "  new: " + line + "\n";
  return out;
}

}  // namespace slipway::refactor::multistage
