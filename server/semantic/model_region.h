#pragma once
// The instructions between what two versions have in common, and what they declare. Private to semantic/.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "semantic/analysis.h"

namespace slipway::semantic {

/// A region of instructions: half-open, by number.
struct Region {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// An ARG name or ENV key; for an instruction as such an entry without a name goes before.
struct Declaration {
  syntax::Keyword keyword = syntax::Keyword::Unknown;
  std::string_view name;
  bool has_value = false;
  bool operator==(const Declaration&) const = default;
};

/// What a region declares, in order.
struct Declarations {
  std::vector<Declaration> variables;
  std::vector<std::string> stages;  ///< names as BuildKit stores them; empty for a stage without a name
  std::size_t variable_count = 0;
};

/// A few names, quickly asked whether a text is one of them.
class Names {
 public:
  static constexpr std::size_t most = 8;

  void add(std::string_view name);
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] bool has(std::string_view text) const;

 private:
  std::vector<std::string_view> names_;
  std::uint64_t seen_ = 0;  ///< a bit for each, by length and last letter
};

/// How the region differs, and whether the rest of the model can stay in spite of that.
class RegionChange {
 public:
  RegionChange(const Kinship& kinship, const Analysis& after);

  [[nodiscard]] Region old_region() const { return old_; }
  [[nodiscard]] Region new_region() const { return new_; }
  /// Stages keep their numbers, and what else the region declares may differ where nobody behind it speaks of that.
  [[nodiscard]] bool fits() const;

  [[nodiscard]] bool renames_stages() const { return gone_.stages != come_.stages; }
  [[nodiscard]] bool is_renamed(std::string_view stage_name) const { return stage_names_.has(stage_name); }
  [[nodiscard]] bool redeclares() const { return gone_.variables != come_.variables; }
  /// How many variables the region declares now.
  [[nodiscard]] std::size_t variable_count() const { return come_.variable_count; }
  /// ARG and ENV declare; but in a file without a stage an ENV does not.
  [[nodiscard]] bool declares_in_file(syntax::Keyword keyword) const;

 private:
  [[nodiscard]] Declarations declarations(const Analysis& analysis, Region region) const;
  [[nodiscard]] bool is_base(const Names& names) const;
  [[nodiscard]] bool is_used_behind(const Names& names) const;

  const Model& before_;
  Region old_;
  Region new_;
  Declarations gone_;  ///< what the region declared
  Declarations come_;  ///< what it declares
  Names stage_names_;  ///< of both
};

/// The first entry of a list in order of places that belongs to an instruction or to a later one.
template <class List>
auto from_instruction(List& list, std::uint32_t instruction) {
  return std::partition_point(list.begin(), list.end(), [&](const auto& entry) { return entry.instruction.value < instruction; });
}

}  // namespace slipway::semantic
