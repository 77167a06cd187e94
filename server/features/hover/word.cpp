#include <algorithm>

#include "catalog/mounts.h"
#include "catalog/values.h"
#include "features/explain.h"
#include "features/hover/describe.h"
#include "features/stage_paths.h"
#include "refactor/paths.h"
#include "refactor/workspace.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::features {

namespace {

using snapshot::DocumentSnapshot;
using syntax::Keyword;
using syntax::Word;
using text::Offset;
using text::TextRange;

constexpr std::size_t shown_files = 10;

std::optional<Hover> of_text(TextRange word, std::string text) {
  if (text.empty()) return {};
  return Hover{word, std::move(text)};
}

/// An image with the values of its variables put in.
std::string image_text(const DocumentSnapshot& document, const InstructionHere& here, std::string_view written) {
  const auto value = with_values(document, here.id, written);
  auto text = explain_image(value);
  if (value != written) text += "\n\nWritten as `" + std::string(written) + "`.";
  return text;
}

std::optional<Hover> describe_mount(const DocumentSnapshot& document, const InstructionHere& here, Offset offset) {
  for (const auto& mount : here.instruction->mounts) {
    for (const auto& option : mount.options) {
      const auto key = here.place(option.key_range);
      if (key.touches(offset)) return of_text(key, explain_mount_key(option.key));
      const auto value = here.place(option.value_range);
      if (!option.value || !value.touches(offset)) continue;
      if (option.key == "type") return of_text(value, explain_mount_type(*option.value));
      if (option.key == "from") return of_text(value, image_text(document, here, *option.value));
      return of_text(value, explain_mount_key(option.key));
    }
  }
  return {};
}

std::optional<Hover> describe_flag(const DocumentSnapshot& document, const InstructionHere& here, Offset offset) {
  for (const auto& flag : here.instruction->flags) {
    const auto whole = here.place(flag.range);
    if (!whole.touches(offset)) continue;
    const auto value = here.place(flag.value_range);
    const bool in_value = flag.value && !flag.value->empty() && value.touches(offset);
    if (in_value && flag.name == "mount") {
      if (auto mount = describe_mount(document, here, offset)) return mount;
    }
    if (in_value && flag.name == "from") return of_text(value, image_text(document, here, *flag.value));
    if (in_value && flag.name == "platform") {
      if (const auto* platform = catalog::find_value(catalog::platforms(), *flag.value)) {
        return of_text(value, "`" + *flag.value + "`: " + std::string(platform->meaning));
      }
    }
    return of_text(whole, explain_flag(here.instruction->keyword, flag.name));
  }
  return {};
}

std::optional<Hover> describe_from(const DocumentSnapshot& document, const InstructionHere& here, Offset offset) {
  const auto& from = here.instruction->from;
  if (!from) return {};
  if (from->image && here.place(from->image->range).touches(offset)) {
    return of_text(here.place(from->image->range), image_text(document, here, from->image->text));
  }
  if (from->as_keyword && here.place(from->as_keyword->range).touches(offset))
    return of_text(here.place(from->as_keyword->range), *explain_key("word:AS"));
  return {};
}

/// What a source of COPY or ADD finds in the build context.
std::string describe_source(const DocumentSnapshot& document, const std::string& pattern) {
  const refactor::Workspace context(document);
  if (!context.present()) return {};
  const auto paths = context.matching(pattern);
  if (paths.empty()) {
    const bool ignored = context.ignored(refactor::tidy_relative(pattern));
    return "`" + pattern + "` " +
           (ignored ? "is left out of the build context by .dockerignore." : "matches nothing in the build context.");
  }
  std::string out = "In the build context:\n\n";
  for (std::size_t i = 0; i < paths.size() && i < shown_files; ++i) {
    out += "- `" + (paths[i].empty() ? std::string(".") : paths[i]) + (context.is_folder(paths[i]) ? "/`\n" : "`\n");
  }
  if (paths.size() > shown_files) out += "- … " + std::to_string(paths.size() - shown_files) + " more\n";
  return out;
}

/// Which instruction of the other stage makes a path.
std::string describe_stage_source(const DocumentSnapshot& document, const InstructionHere& here, const std::string& path) {
  for (const auto& reference : document.model().references) {
    if (reference.instruction != here.id || reference.kind != semantic::ReferenceKind::StageInCopy || !reference.stage) continue;
    const auto wanted = refactor::join_path("/", path);
    for (const auto& made : stage_paths(document, document.model().stage(*reference.stage))) {
      if (refactor::join_path("/", made.path) != wanted) continue;
      const auto line = document.analysis->line_of(document.analysis->instruction(made.instruction).range.begin);
      return "`" + made.path + "` is made on line " + std::to_string(line) + ".";
    }
  }
  return {};
}

std::optional<Hover> describe_path(const DocumentSnapshot& document, const InstructionHere& here, Offset offset) {
  for (const auto* source : here.instruction->sources()) {
    const auto word = here.place(source->range);
    if (!word.touches(offset)) continue;
    const auto value = with_values(document, here.id, source->text);
    if (value.find("://") != std::string::npos || value.substr(0, 2) == "<<") return {};
    return of_text(
        word, here.instruction->flag("from") == nullptr ? describe_source(document, value) : describe_stage_source(document, here, value));
  }
  return {};
}

std::optional<Hover> describe_value(const InstructionHere& here, const Word& word) {
  const auto place = here.place(word.range);
  switch (here.instruction->keyword) {
    case Keyword::Expose: {
      const auto slash = word.text.find('/');
      const auto protocol = slash == std::string::npos ? std::string("tcp") : to_lower(word.text.substr(slash + 1));
      const auto port = word.text.substr(0, slash);
      const auto* known = catalog::find_value(catalog::ports(), port);
      return of_text(place, "Port " + port + ", " + protocol + (known == nullptr ? "" : ": " + std::string(known->meaning)));
    }
    case Keyword::Stopsignal: {
      const auto* known = catalog::find_value(catalog::signals(), word.text);
      return known == nullptr ? std::nullopt : of_text(place, "`" + std::string(known->name) + "`: signal " + std::string(known->meaning));
    }
    case Keyword::Healthcheck:
      if (equals_ignoring_case(word.text, "CMD"))
        return of_text(place, "The command ends with 0 when the container is healthy, with 1 when it is not.");
      if (equals_ignoring_case(word.text, "NONE")) return of_text(place, "No health check, also none that the base image brings.");
      return {};
    default: return {};
  }
}

}  // namespace

std::optional<Hover> describe_word(const DocumentSnapshot& document, const InstructionHere& here, Offset offset) {
  const auto& instruction = *here.instruction;
  const auto keyword = here.place(instruction.keyword_range);
  if (keyword.touches(offset)) return of_text(keyword, explain_keyword(instruction.keyword));
  if (auto flag = describe_flag(document, here, offset)) return flag;
  if (auto from = describe_from(document, here, offset)) return from;
  if (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) return describe_path(document, here, offset);
  for (const auto& word : instruction.words) {
    if (here.place(word.range).touches(offset)) return describe_value(here, word);
  }
  return {};
}

}  // namespace slipway::features
