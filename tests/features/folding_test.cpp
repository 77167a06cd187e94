#include "features/folding.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

std::string_view name_of(slipway::features::FoldKind kind) {
  switch (kind) {
    case slipway::features::FoldKind::Code: return "code";
    case slipway::features::FoldKind::Comment: return "comment";
    case slipway::features::FoldKind::Region: return "region";
  }
  return "";
}

/// `first-last kind`, 1-based lines, one fold a line.
void check_folding(const std::string& source, const std::string& expected) {
  const auto document = slipway::test::make_document(source);
  std::string out;
  for (const auto& fold : slipway::features::folding(*document)) {
    out += slipway::test::line_number(*document, fold.range.begin) + "-" + slipway::test::line_number(*document, fold.range.end) + " " +
           std::string(name_of(fold.kind)) + "\n";
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("folding: stages reach to the last line of their last instruction") {
  check_folding("FROM a AS x\nRUN true\nUSER 1\n\n# next\nFROM b\nCMD [\"b\"]", "1-3 code\n6-7 code\n");
}

TEST_CASE("folding: continued instructions with the comments and blank lines inside") {
  check_folding("ARG A=1 \\\n# why\n# and how\n\n    B=2\nFROM a\n", "1-5 code\n2-3 comment\n");
  check_folding("# escape=`\nARG A=1 `\r\n    B=2\r\n", "2-3 code\n");
}

TEST_CASE("folding: heredocs, each by itself when there are several") {
  check_folding("FROM a\nRUN <<A cat <<B\nx\ny\nA\nz\nq\nB\n", "1-8 code\n2-8 code\n3-5 code\n6-8 code\n");
}

TEST_CASE("folding: comment blocks and nested regions") {
  check_folding("# one\n# two\n\n# alone\nFROM a\n", "1-2 comment\n");
  check_folding("# region a\nFROM a\n#region b\nRUN x\n# endregion\n\n# endregion\n", "1-7 region\n2-4 code\n3-5 region\n");
}

TEST_CASE("folding: nothing in short files") {
  check_folding("", "");
  check_folding("FROM a", "");
}
