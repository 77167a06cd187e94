#pragma once
// What a conversion rests on: found in the Dockerfile and the workspace, each with the reason that shows it. Prints as text.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/images.h"
#include "refactor/multistage/commands.h"
#include "refactor/multistage/convert.h"
#include "refactor/multistage/start.h"
#include "refactor/multistage/walk.h"
#include "refactor/workspace.h"
#include "syntax/image_reference.h"

namespace slipway::refactor::multistage {

/// What every ecosystem reads. Lives as long as one conversion.
struct Facts {
  const Walk& walk;
  const Workspace& workspace;
  const Start& start;
  std::vector<std::vector<Action>> actions;  ///< by step, one an entry of its commands
  syntax::ImageReference image;              ///< of FROM, variables put in
  syntax::ImageReference written_image;      ///< of FROM, as written
  catalog::BaseImage base;

  [[nodiscard]] const Step& step(std::size_t index) const { return walk.steps[index]; }
};

/// A file or folder that the final stage takes from the builder.
struct Artifact {
  std::string from;  ///< absolute path in the builder
  std::string to;    ///< absolute path in the final stage
  bool folder = false;
  std::size_t step = 0;  ///< the step after which it is complete
  std::string owner;     ///< for --chown; empty: nobody in particular
  std::string why;
};

enum class Side { Builder, Final, Both };

struct Placement {
  Side side = Side::Builder;
  std::string why;
};

/// Instructions to write into the builder before a step.
struct Insertion {
  std::size_t before = 0;
  std::vector<std::string> lines;
  std::string why;
};

/// A step of the builder that goes up before another one.
struct Relocation {
  std::size_t step = 0;
  std::size_t before = 0;
  std::string why;
};

/// A change inside an instruction. The range counts bytes of the file.
struct WordEdit {
  text::TextRange range;
  std::string text;
  std::string why;
};

/// Whether a note tells what was found, or what had to be assumed and must be checked.
enum class Weight { Information, Assumption };

struct WeighedNote {
  Note note;
  Weight weight = Weight::Assumption;
};

/// Which sides an environment variable of the Dockerfile matters to.
using EnvironmentSide = Side (*)(std::string_view name, std::string_view value);

struct Evidence {
  std::string ecosystem;
  std::size_t last_build = 0;  ///< the last step that the builder cannot do without
  std::vector<Artifact> artifacts;
  std::map<std::size_t, Placement> sides;  ///< steps whose place the ecosystem knows
  std::vector<Insertion> insertions;
  std::vector<Relocation> relocations;
  std::vector<WordEdit> edits;
  std::vector<std::string> builder_end;                         ///< instructions at the builder's end
  std::map<std::size_t, std::vector<std::string>> final_lines;  ///< instructions of the final stage, behind those of the step
  std::vector<std::string> packages;                            ///< of the builder's distribution, wanted at run time
  std::vector<std::string> programs;                            ///< wanted at run time, whoever brings them
  std::vector<std::string> tools;                               ///< global packages of the ecosystem (npm install -g) that the start needs
  std::string base;                                             ///< final base, as to be written; empty: a plain image of a distribution
  std::string base_user;                                        ///< user without rights that `base` brings
  catalog::Libc libc = catalog::Libc::Unknown;                  ///< what a plain image must have; None: static programs run anywhere
  bool wants_certificates = false;
  bool wants_time_zones = false;
  std::string root_reason;  ///< why no new user is made; empty: nothing speaks against one
  EnvironmentSide environment_side = nullptr;
  std::vector<WeighedNote> notes;

  void note(Weight weight, std::string code, std::uint32_t line, std::string message);
  [[nodiscard]] std::string to_text(const Facts& facts) const;
};

/// The facts of a document's last stage.
[[nodiscard]] Facts collect_facts(const Walk& walk, const Workspace& workspace, const Start& start);

/// True when a step has a command with this act.
[[nodiscard]] bool has_act(const Facts& facts, std::size_t step, Act act);

}  // namespace slipway::refactor::multistage
