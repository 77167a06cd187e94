// hadolint's DL3020. ADD does more than copy, and here nothing of it is wanted.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr std::string_view archives = ".tar .Z .bz2 .gz .lz .lzma .tZ .tb2 .tbz .tbz2 .tgz .tlz .tpz .txz .xz .zst";
constexpr auto addresses = std::to_array<std::string_view>({"http://", "https://", "git://", "ssh://", "git@", "ftp://"});

/// True for what only ADD can do: unpack, fetch, clone. A variable may hold any of it.
bool needs_add(std::string_view word) {
  const auto source = without_quotes(word);
  if (source.find('$') != std::string_view::npos) return true;
  if (std::any_of(addresses.begin(), addresses.end(), [&](std::string_view text) { return source.substr(0, text.size()) == text; }))
    return true;
  const auto endings = split_words(archives);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return source.size() >= ending.size() && source.substr(source.size() - ending.size()) == ending;
  });
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if (syntax.keyword != syntax::Keyword::Add) return;
  const auto sources = syntax.sources();
  // One finding when any of them is an ordinary file.
  if (std::all_of(sources.begin(), sources.end(), [](const syntax::Word* word) { return needs_add(word->text); })) return;
  auto finding = report.at(keyword_place(context.analysis, entry));
  finding.say("COPY does this too, and nothing else: ADD would unpack an archive or fetch an address if the source became one.");
  const bool plain = std::none_of(sources.begin(), sources.end(), [](const syntax::Word* word) { return needs_add(word->text); });
  for (const auto* flag : {"checksum", "keep-git-dir", "unpack"}) {
    if (syntax.flag(flag) != nullptr) return;
  }
  const bool lower = syntax.written_keyword == "add";
  if (plain) finding.fix(replace(entry.place(syntax.keyword_range), lower ? "copy" : "COPY", "Change to COPY"));
}

}  // namespace

extern const Rule add_instead_of_copy;
const Rule add_instead_of_copy = {
    .name = "add-instead-of-copy",
    .aliases = {"hadolint/DL3020"},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = Safety::Safe,
    .summary = "ADD copies files that COPY would copy.",
    .why =
        "ADD unpacks archives, fetches addresses and clones repositories. Where none of this is wanted, COPY says so, and a file whose "
        "name changes does not suddenly unpack itself.",
    .fix_note = "The keyword becomes COPY; the same files come to the same place.",
    .peers = "Sources that begin as Git addresses, and those with variables, are not reported: hadolint reports both.",
    .check_instruction = check,
};

}  // namespace slipway::lint
