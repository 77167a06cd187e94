// What must hold at every place of every text: nothing breaks, ranges lie in the file, edits stay on the cursor's line.

#include <doctest/doctest.h>

#include "features/code_actions.h"
#include "features/completion.h"
#include "features/definition.h"
#include "features/document_symbols.h"
#include "features/folding.h"
#include "features/hover.h"
#include "features/references.h"
#include "features/rename.h"
#include "tests/features/document.h"

namespace {

using slipway::snapshot::DocumentSnapshot;
using slipway::text::Offset;

const std::vector<std::string>& nasty_texts() {
  static const std::vector<std::string> texts = {
      "",
      "\n",
      "\\",
      "FROM",
      "\xEF\xBB\xBF# syntax=x\n# escape=`\nFROM a `\n  AS b\n",
      "# escape=`\r\nARG V=1\r\nFROM a:${V:-é} AS B\r\nRUN `\r\n# c\r\n\r\n  echo $V '$V' \"${V\r\n",
      "FROM a AS x\nFROM x\nCOPY --from=x --chown=é$X \\\n  # 😀\n  [\"a\", \"b\n",
      "FROM a\nRUN --mount=type=cache,,from=,target=${X} --mount --network= <<A cat <<-'B' <<C\n$X\nA\n\tx\n\tB\n$Y\n",
      "FROM a\nONBUILD ONBUILD COPY --from= <<EOF /x\n${X}\nEOF\nENV A $B C=${D:-${E}} =\nARG =\nLABEL \"a b\"='c\n",
      "FROM a\nHEALTHCHECK --interval= CMD [\"x\"\nEXPOSE $P/ \\\n\nSTOPSIGNAL\nSHELL [\nVOLUME\xFF\xC3\nNOPE x\n# check=skip=;=,\n",
  };
  return texts;
}

void check_place(const DocumentSnapshot& document, Offset at) {
  const auto size = document.analysis->source.size();
  const auto& lines = document.analysis->source.lines();
  for (const auto& item : slipway::features::completion(document, at, slipway::features::SnippetSupport::Yes)) {
    CAPTURE(item.label);
    CHECK(item.edit.range.touches(at));
    CHECK(item.edit.range.end <= size);
    CHECK(lines.line_of(item.edit.range.begin) == lines.line_of(item.edit.range.end));
  }
  if (const auto hover = slipway::features::hover(document, at)) {
    CHECK(hover->range.touches(at));
    CHECK_FALSE(hover->markdown.empty());
  }
  for (const auto& target : slipway::features::definition(document, at)) CHECK(target.range.end <= size);
  for (const auto& place : slipway::features::references(document, at, slipway::features::Declarations::Include))
    CHECK(place.range.end <= size);
  if (slipway::features::prepare_rename(document, at).ok())
    CHECK(slipway::features::prepare_rename(document, at).value().range.touches(at));
  static_cast<void>(slipway::features::rename(document, at, "fresh_name"));
  static_cast<void>(slipway::features::code_actions(document, {at, at}));
}

}  // namespace

TEST_CASE("every place: features answer anywhere in broken texts") {
  for (const auto& text : nasty_texts()) {
    CAPTURE(text);
    const auto document = slipway::test::make_document(text);
    for (Offset at = 0; at <= text.size(); ++at) {
      CAPTURE(at);
      check_place(*document, at);
    }
    static_cast<void>(slipway::features::document_symbols(*document));
    static_cast<void>(slipway::features::folding(*document));
  }
}

TEST_CASE("every place: features answer in every beginning of a file, as it is while one types") {
  const std::string whole =
      "# syntax=docker/dockerfile:1\nARG V=1\nFROM --platform=$BUILDPLATFORM golang:${V} AS build\nWORKDIR /src\nCOPY --chown=1:1 "
      "[\"go.mod\", \"./\"]\n"
      "RUN --mount=type=cache,target=/x \\\n  # why\n  go build -o /out/app <<EOF\n$V\nEOF\nFROM scratch\nONBUILD COPY --from=build "
      "/out/app /app\nENTRYPOINT [\"/app\"]\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto document = slipway::test::make_document(whole.substr(0, size));
    CAPTURE(size);
    check_place(*document, static_cast<Offset>(size));
  }
}
