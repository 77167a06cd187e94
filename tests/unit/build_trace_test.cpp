#include "semantic/build_trace.h"

#include <doctest/doctest.h>

#include <string>

#include "semantic/analysis.h"

namespace slipway::semantic {

namespace {

/// Undefined names as `line:$name`, with `~nearest` if there is one and `FROM` for those of a FROM.
std::string undefined(std::string text) {
  const auto analysis = analyze(std::move(text));
  std::string out;
  for (const auto& use : analysis->build().undefined) {
    if (!out.empty()) out += " ";
    out += std::to_string(analysis->line_of(analysis->instruction(use.instruction).range.begin)) + ":$" + use.name;
    if (!use.nearest.empty()) out += "~" + use.nearest;
    if (use.in_from) out += "@FROM";
  }
  return out;
}

std::string words(std::string text, TracedWordKind kind) {
  const auto analysis = analyze(std::move(text));
  std::string out;
  for (const auto& word : analysis->build().words) {
    if (word.kind == kind) out += (out.empty() ? "" : " ") + word.text;
  }
  return out;
}

}  // namespace

TEST_CASE("variables that are not known where they are used") {
  CHECK(undefined("FROM a\nENV A=1 B=$A\n") == "2:$A");
  CHECK(undefined("FROM a\nARG A=1 B=$A\n") == "");
  CHECK(undefined("FROM a\nARG A\nENV B=$A C=$PATH\n") == "");
  CHECK(undefined("FROM a\nENV NAME=1\nUSER $NAMES\n") == "3:$NAMES~NAME");
  CHECK(undefined("FROM a\nENV A=${B:-$C}\n") == "2:$C 2:$B");
  CHECK(undefined("FROM a\nEXPOSE $P\nRUN echo $P\nCMD $P\n") == "");
  CHECK(undefined("FROM a AS b\nARG X\nENV Y=1\nFROM b\nUSER $X$Y$Z\n").find("5:$Z") == 0);
  CHECK(undefined("ARG T\nFROM a:$T-$U\n") == "2:$U~T@FROM");
  CHECK(undefined("FROM --platform=$TARGETPLATFOR a\n") == "1:$TARGETPLATFOR~TARGETPLATFORM@FROM");
  CHECK(undefined("FROM a AS b\nONBUILD USER $X\nFROM b\n") == "3:$X");
  CHECK(undefined("FROM a\nCOPY <<E /x\n'$X'\nE\nCOPY <<'E' /x\n$X\nE\n") == "2:$X");
}

TEST_CASE("words with their variables put in") {
  CHECK(words("FROM a\nENV P=\"80 90\"\nEXPOSE $P 1/TCP\n", TracedWordKind::Port) == "80 90 1/TCP");
  CHECK(words("FROM a AS b\nWORKDIR x\nFROM b\nWORKDIR y\nFROM c\nWORKDIR /\nWORKDIR z\n", TracedWordKind::RelativeWorkdir) == "x");
  CHECK(words("FROM a\nARG N=KEY\nENV A_$N=1\n", TracedWordKind::EnvKey) == "A_KEY");
  CHECK(words("FROM a\nCOPY x $A/y <<E /z\nE\nCOPY --from=b q r\nCOPY --from= s t\n", TracedWordKind::CopySource) == "x /y s");
}

TEST_CASE("platforms") {
  const auto analysis = analyze(
      "ARG A=linux/arm64\nFROM --platform=$TARGETPLATFORM a\nFROM --platform=linux/i386 a AS x386\nFROM --platform=linux/i386 a\nFROM "
      "--platform=$A a\n");
  const auto& platforms = analysis->build().platforms;
  REQUIRE(platforms.size() == 4);
  CHECK(platforms[0].redundant);
  CHECK_FALSE(platforms[1].constant);
  CHECK(platforms[2].constant);
  CHECK(platforms[3].architecture == "arm64");
  CHECK_FALSE(platforms[3].constant);
}

}  // namespace slipway::semantic
