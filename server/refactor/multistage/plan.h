#pragma once
// What the answer will be, as data: where each instruction goes, what is written anew, on which base. Decides; changes no text.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

/// A piece of the final stage in front of the steps that stay at the file's end.
struct HeadItem {
  std::optional<std::size_t> step;  ///< an instruction of the original …
  bool with_comments = false;       ///< … moved with its comments, or else repeated
  std::string text;                 ///< or one written anew, on one line, keyword in upper case
  std::string why;
};

struct Plan {
  std::string stage_name;   ///< of the builder
  bool names_stage = true;  ///< false when it has this name already
  std::string base;         ///< of the final stage
  std::string platform;     ///< value for its --platform; empty for none
  std::string base_why;
  std::vector<Placement> placements;    ///< by step
  std::vector<Insertion> insertions;    ///< into the builder
  std::vector<Relocation> relocations;  ///< inside the builder
  std::vector<WordEdit> edits;
  std::vector<std::string> builder_end;  ///< instructions behind the builder's last one
  std::vector<HeadItem> head;
  std::map<std::size_t, std::vector<std::string>> before_tail;  ///< instructions before a step at the end that stays in place
  std::vector<std::string> end;                                 ///< instructions behind the last one of the file
  std::optional<std::size_t> last_builder;                      ///< the last step whose text stays in the builder; none: the FROM itself
  std::vector<Note> notes;
  Safety safety = Safety::Safe;
  std::optional<Refusal> refusal;  ///< why no final stage can be made after all; then the rest means nothing

  [[nodiscard]] std::string to_text(const Facts& facts) const;
};

/// Makes the plan. `evidence` is completed on the way (packages, certificates).
[[nodiscard]] Plan make_plan(const Facts& facts, Evidence& evidence, BaseChoice choice);

}  // namespace slipway::refactor::multistage
