// The guide of Docker: verify what is fetched.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

constexpr auto schemes = std::to_array<std::string_view>({"http://", "https://"});

bool is_download(std::string_view source) {
  const bool remote =
      std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) { return source.substr(0, scheme.size()) == scheme; });
  const auto path = source.substr(0, source.find_first_of("#?"));
  constexpr std::string_view git = ".git";
  const bool clones = path.size() > git.size() && path.substr(path.size() - git.size()) == git;
  return remote && !clones;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if (syntax.keyword != syntax::Keyword::Add || syntax.flag("checksum") != nullptr) return;
  for (const auto* source : syntax.sources()) {
    if (!is_download(without_quotes(source->text))) continue;
    report.at(entry.place(source->range))
        .say(
            "Nothing checks what comes from this address. `ADD --checksum=sha256:…` refuses another file, and tells the cache when nothing "
            "changed.");
    return;
  }
}

}  // namespace

extern const Rule add_without_checksum;
const Rule add_without_checksum = {
    .name = "add-without-checksum",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "ADD fetches a file without a checksum.",
    .why = "The file may be replaced at its place, or on the way. With a checksum the build stops instead of taking it in.",
    .check_instruction = check,
};

}  // namespace slipway::lint
