// BuildKit's UndefinedVar (dockerfile2llb/validations.go, reportUnmatchedVariables); the message is BuildKit's own.

#include <algorithm>
#include <unordered_map>

#include "lint/build_walk.h"
#include "lint/rule.h"
#include "support/suggest.h"

namespace slipway::lint {

namespace {

using semantic::Expansion;
using syntax::Keyword;

/// Looks at the words of one instruction that BuildKit expands.
class WordCheck {
 public:
  WordCheck(const Context& context, const Step& step, Report& report) : context_(context), step_(step), report_(report), scope_(&step.scope) {}

  void run() {
    switch (step_.syntax.keyword) {
      case Keyword::Env:
      case Keyword::Label: return check_pairs();
      case Keyword::Arg: return check_arguments();
      case Keyword::Add:
      case Keyword::Copy: return check_copy();
      case Keyword::Run: return check_mounts();
      case Keyword::User:
      case Keyword::Workdir:
      case Keyword::Volume:
      case Keyword::Stopsignal:
        for (const auto& word : step_.syntax.words) check_word(word.text, word.range);
        return;
      default: return;
    }
  }

 private:
  void check_pairs() {
    for (const auto& pair : step_.syntax.pairs) {
      check_word(pair.key.text, pair.key.range);
      if (pair.value) check_word(pair.value->text, pair.value->range);
    }
  }

  /// Each argument of an ARG sees those before it.
  void check_arguments() {
    StageScope scope = step_.scope;
    scope_ = &scope;
    for (const auto& pair : step_.syntax.pairs) {
      if (pair.value) check_word(pair.value->text, pair.value->range);
      scope.declare(pair, context_.analysis.directives.escape, step_.globals);
    }
    scope_ = &step_.scope;
  }

  void check_copy() {
    for (const std::string_view name : {"chown", "chmod", "checksum"}) {
      const auto* flag = step_.syntax.flag(name);
      if (flag != nullptr && flag->value && (name != "checksum" || step_.syntax.keyword == Keyword::Add)) check_word(*flag->value, flag->value_range);
    }
    for (const auto& word : step_.syntax.words) {
      if (!is_heredoc(word)) check_word(word.text, word.range);
    }
    for (const auto& heredoc : step_.syntax.heredocs) {
      if (!heredoc.expands) continue;
      report_undefined(semantic::expand(heredoc.content, '\\', scope_->variables.lookup(), semantic::Quotes::Text), heredoc.body);
    }
  }

  [[nodiscard]] bool is_heredoc(const syntax::Word& word) const {
    const auto& heredocs = step_.syntax.heredocs;
    return std::any_of(heredocs.begin(), heredocs.end(), [&](const syntax::Heredoc& heredoc) { return heredoc.start == word.range; });
  }

  void check_mounts() {
    for (const auto& mount : step_.syntax.mounts) {
      for (const auto& option : mount.options) {
        if (option.value) check_word(*option.value, option.value_range);
      }
    }
  }

  void check_word(const std::string& word, TextRange range) {
    if (word.find('$') != std::string::npos) report_undefined(semantic::expand(word, context_.analysis.directives.escape, scope_->variables.lookup()), range);
  }

  void report_undefined(const Expansion& expansion, TextRange range) {
    for (const auto& name : expansion.undefined) {
      if (scope_->arguments.count(name) != 0 || name == "BUILDKIT_SBOM_SCAN_CONTEXT" || name == "BUILDKIT_SBOM_SCAN_STAGE") continue;
      const auto meant = nearest(name, scope_->variables.names());
      auto finding = report_.at(step_.place(context_.analysis, use_of(name, range)));
      finding.say("Usage of undefined variable '$" + name + "'" + (meant.empty() ? "" : " (did you mean $" + std::string(meant) + "?)"));
      if (!meant.empty() && !step_.is_trigger) add_fix(name, std::string(meant), range, finding);
    }
  }

  /// The use of the name in a range of the instruction; the range itself when the use cannot be found.
  [[nodiscard]] TextRange use_of(std::string_view name, TextRange range) const {
    for (const auto& use : step_.syntax.variables) {
      if (use.name == name && range.contains(use.range)) return use.range;
    }
    return range;
  }

  void add_fix(const std::string& name, const std::string& meant, TextRange range, Report::Builder& finding) const {
    Fix fix = {"Change to '$" + meant + "'", Safety::Unsafe, {}};
    for (const auto& use : step_.syntax.variables) {
      if (use.name == name && range.contains(use.range)) fix.edits.push_back({step_.home.place(use.name_range), meant});
    }
    if (!fix.edits.empty()) finding.fix(std::move(fix));
  }

  const Context& context_;
  const Step& step_;
  Report& report_;
  const StageScope* scope_;
};

void check(const Context& context, Report& report) {
  walk_build(context, [&](const Step& step) {
    if (!step.syntax.variables.empty() || !step.syntax.mounts.empty() || step.syntax.keyword == Keyword::Arg) WordCheck(context, step, report).run();
  });
}

}  // namespace

extern const Rule undefined_var;
const Rule undefined_var = {
    .name = "undefined-var",
    .aliases = {"buildkit/UndefinedVar"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "An instruction uses a variable that nothing sets.",
    .why = "BuildKit puts an empty text in place of a variable that no ARG or ENV of the stage sets, so `COPY $SRC /app` quietly becomes another copy. An ARG "
           "before the first FROM is known in a stage only after the stage repeats it: `ARG NAME`. Variables of the base image are known to BuildKit but "
           "not to slipway, which reads no images.",
    .fix_note = "The name is changed to the variable that was probably meant.",
    .check_file = check,
};

}  // namespace slipway::lint
