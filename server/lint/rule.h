#pragma once
// What a rule is, and what it reports. One rule a file in lint/rules/, one row in lint/registry.cpp, one folder in tests/rules/.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/options.h"
#include "semantic/analysis.h"
#include "snapshot/document_snapshot.h"
#include "text/text_edit.h"
#include "text/text_range.h"

namespace slipway::lint {

using text::TextRange;

enum class Level { Hint, Info, Warning, Error };

/// What a rule looks at, and what its findings follow from.
enum class Scope {
  Run,          ///< a RUN by itself: its text, its shell commands. Remembered with the text, so that an edit costs only what it touches
  Instruction,  ///< an instruction by itself: its text and nothing else of the file, no options. Remembered likewise
  Place,        ///< an instruction, and what stands around it
  Stage,
  File
};

/// Safe: the image behaves the same. Unsafe: probably right, but a person should look.
enum class Safety { Safe, Unsafe };

enum class Tag { Unnecessary, Deprecated };

struct Fix {
  std::string title;  ///< imperative: "Change to 'builder'"
  Safety safety = Safety::Safe;
  std::vector<text::TextEdit> edits;
};

struct Related {
  TextRange range;
  std::string message;
};

struct Rule;

/// One thing found. Ranges count bytes of the file.
struct Finding {
  const Rule* rule = nullptr;
  Level level = Level::Warning;
  TextRange range;
  std::string message;
  std::vector<Fix> fixes;
  std::vector<Related> related;
  std::vector<Tag> tags;
  std::vector<std::string_view> extra_aliases;  ///< for this finding alone, e.g. "buildkit/error"
};

/// Collects a rule's findings. `at` begins one; the returned builder adds to it: `report.at(range).say(…).fix(…)`.
class Report {
 public:
  class Builder {
   public:
    Builder& say(std::string message);
    Builder& fix(Fix fix);
    Builder& related(TextRange range, std::string message);
    Builder& tag(Tag tag);
    Builder& level(Level level);
    Builder& alias(std::string_view alias);

   private:
    friend class Report;
    explicit Builder(Finding& finding) : finding_(finding) {}
    Finding& finding_;
  };

  Report(const Rule& rule, std::vector<Finding>& findings) : rule_(rule), findings_(findings) {}
  /// The builder is good until the next call of `at`.
  Builder at(TextRange range);

 private:
  const Rule& rule_;
  std::vector<Finding>& findings_;
};

/// What a rule may look at.
struct Context {
  const snapshot::DocumentSnapshot& document;
  const semantic::Analysis& analysis;
  const semantic::Model& model;
  const Options& options;
};

struct Run;

/// Ranges count bytes from the instruction's first byte. An ONBUILD's RUN is looked at too.
using CheckRun = void (*)(const Run&, Report&);
using CheckFile = void (*)(const Context&, Report&);
using CheckStage = void (*)(const Context&, const semantic::Stage&, Report&);
using CheckInstruction = void (*)(const Context&, semantic::InstructionId, Report&);

/// Whether a rule runs when nobody configured it.
enum class Default { On, Off };

/// A rule and the text of its page. Exactly one of the four checks is set, the one for `scope`; `Place` has `check_instruction` too.
struct Rule {
  std::string_view name;                               ///< kebab-case
  std::vector<std::string_view> aliases;               ///< "buildkit/StageNameCasing", "hadolint/DL3006", …: of every finding
  std::vector<std::string_view> finding_aliases = {};  ///< those that only some findings carry (`Builder::alias`); they select the rule too
  Level level = Level::Warning;
  Scope scope = Scope::File;
  std::vector<syntax::Keyword> keywords = {};  ///< for `Scope::Place`: it is asked about these instructions only; empty: about all
  std::optional<Safety> fix;                   ///< the safety of its fixes; nothing when it has none
  Default enabled = Default::On;
  std::string_view summary;        ///< one sentence
  std::string_view why;            ///< one paragraph: what goes wrong otherwise
  std::string_view fix_note = {};  ///< what the fix changes, if it has one
  std::string_view peers = {};     ///< differences from the peer's rule, if any
  /// Rules whose finding on the same instruction says the same: that one then carries this rule's aliases, and this one stays silent.
  std::vector<std::string_view> covered_by = {};
  CheckRun check_run = nullptr;
  CheckFile check_file = nullptr;
  CheckStage check_stage = nullptr;
  CheckInstruction check_instruction = nullptr;
};

/// "hint", "info", "warning", "error".
[[nodiscard]] std::string_view level_name(Level level);

/// The name shown with a finding: the alias that people search for, else the rule's own name.
[[nodiscard]] std::string_view shown_name(const Finding& finding);

/// Every alias of a finding: its rule's, then its own.
[[nodiscard]] std::vector<std::string_view> aliases_of(const Finding& finding);

/// The page on the web about a name ("buildkit/StageNameCasing", "hadolint/DL3002"); empty when it has none.
[[nodiscard]] std::string page_address(std::string_view alias);

/// A fix that replaces one range; the shape of nearly every fix.
[[nodiscard]] Fix replace(TextRange range, std::string new_text, std::string title, Safety safety = Safety::Safe);

}  // namespace slipway::lint
