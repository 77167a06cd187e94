#include "semantic/build_errors.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "semantic/analysis.h"

namespace slipway::semantic {

namespace {

/// All errors, a line each: `line: message @ text it is about`; `-` for an error without an instruction.
std::string errors(std::string text) {
  const auto analysis = analyze(std::move(text));
  std::string out;
  for (const auto& error : build_errors(*analysis)) {
    const auto line = error.instruction ? std::to_string(analysis->line_of(analysis->instruction(*error.instruction).range.begin)) : "-";
    out += (out.empty() ? "" : "\n") + line + ": " + error.message + " @ " + std::string(analysis->source.slice(error.range));
  }
  return out;
}

}  // namespace

TEST_CASE("files that build") {
  for (const auto* text : {"FROM scratch\n", "ARG V=1\nFROM a:$V AS b\nFROM b\nCOPY --from=0 a b\n",
                           "FROM a\nCOPY --from=img x y\nCOPY --from=1 x y\n", "FROM a\nENV P=80\nEXPOSE $P $NONE\nSTOPSIGNAL SIGTERM\n",
                           "FROM a\nRUN --mount=type=cache,target=/x y\n", "FROM a\nWORKDIR /w\nRUN --mount=type=tmpfs y\n",
                           "FROM --platform=$BUILDPLATFORM a AS b\nFROM b\n", "FROM a\nONBUILD FOO\nONBUILD COPY x\n"}) {
    CAPTURE(text);
    CHECK(errors(text) == "");
  }
}

TEST_CASE("errors of the file") {
  CHECK(errors("") == "-: the Dockerfile cannot be empty @ ");
  CHECK(errors("# c\n") == "-: file with no instructions @ # c");
  CHECK(errors("ARG A\n") == "-: dockerfile contains no stages to build @ ARG A");
  CHECK(errors("RUN x\nFROM a\n") == "1: no build stage in current context @ RUN");
  CHECK(errors("# check=bad\nFROM a\n") == "-: failed to parse check options: invalid check option \"bad\" @ bad");
  CHECK(errors("# check=skip=a;error=x\nFROM a\n") ==
        "-: failed to parse check options: failed to parse check option \"error=x\": strconv.ParseBool: parsing \"x\": invalid syntax @ "
        "skip=a;error=x");
  CHECK(errors("FROM a\nRUN " + std::string(70000, 'x') + "\n") == "-: dockerfile line greater than max allowed size of 65535 @ FROM a");
}

TEST_CASE("bases and platforms") {
  CHECK(errors("FROM $NOPE\n") == "1: base name ($NOPE) should not be blank @ $NOPE");
  CHECK(errors("FROM a:${A^}\n") == "1: failed to process \"a:${A^}\": unsupported modifier (^) in substitution @ a:${A^}");
  CHECK(errors("FROM --platform=$BUILDPLATFOR a\n") ==
        "1: empty platform value from expression $BUILDPLATFOR (did you mean BUILDPLATFORM?) @ $BUILDPLATFOR");
  CHECK(errors("FROM --platform=nope a\n") ==
        "1: failed to parse platform nope: \"nope\": unknown operating system or architecture: invalid argument @ nope");
  CHECK(errors("FROM a AS b-\n") == "1: invalid context name b-: invalid reference format @ b-");
  CHECK(errors("FROM a AS Base\nFROM Base\n") ==
        "2: failed to parse stage name \"Base\": invalid reference format: repository name (library/Base) must be lowercase @ Base");
  CHECK(errors("ARG A=${\nFROM a\n") == "1: failed to process \"${\": syntax error: missing '}' @ ${");
  CHECK(errors("ARG SOURCE_DATE_EPOCH=never\nFROM a\n").find("1: invalid SOURCE_DATE_EPOCH: never") == 0);
}

TEST_CASE("sources of COPY and mounts") {
  CHECK(errors("FROM a\nCOPY --from=1 x y\n") == "2: invalid stage index 1 @ 1");
  CHECK(errors("FROM a\nCOPY --from=$X x y\n").find("2: variable expansion is not supported for --from") == 0);
  CHECK(errors("FROM a\nCOPY --from=b x y\nFROM c AS b\n") ==
        "2: cannot copy from stage \"b\", it needs to be defined before current stage \"stage-0\" @ b");
  CHECK(errors("FROM a\nRUN --mount=from=b,target=/x y\nFROM c AS b\n") ==
        "2: cannot mount from stage \"b\" to \"/x\", stage needs to be defined before current command @ from=b,target=/x");
  CHECK(errors("FROM a AS x\nCOPY --from=x a b\n").find("2: circular dependency detected on stage: x @ x") == 0);
  CHECK(errors("FROM a\nRUN --mount=from=B,target=/x y\n").find("2: failed to parse stage name \"B\"") == 0);
}

TEST_CASE("instructions in their places") {
  CHECK(errors("FROM a\nUSER ${\n") == "2: failed to process \"${\": syntax error: missing '}' @ ${");
  CHECK(errors("FROM a\nENV A=\nUSER ${A:?}\n") == "3: failed to process \"${A:?}\": A: is not allowed to be empty @ ${A:?}");
  CHECK(errors("FROM a\nEXPOSE b a\n") == "2: invalid containerPort: a @ a");
  CHECK(errors("FROM a\nSTOPSIGNAL 0\n") == "2: invalid signal: 0 @ 0");
  CHECK(errors("FROM a\nVOLUME $X\n") == "2: VOLUME specified can not be an empty string @ $X");
  CHECK(errors("FROM a\nCOPY --chmod=9 a b\n") == "2: invalid chmod parameter: '9'. it should be octal string and between 0 and 07777 @ 9");
  CHECK(errors("FROM a\nADD --checksum=sha256:1 a b\n") == "2: checksum requires HTTP(S) or Git sources @ sha256:1");
  CHECK(errors("FROM a\nCOPY https://h/x y\n") == "2: source can't be a URL for COPY @ https://h/x");
  CHECK(errors("FROM a\nRUN --device=a x\n").find("2: device feature is only supported") == 0);
  CHECK(errors("FROM --platform=windows/amd64 a\nWORKDIR d:\\x\n") ==
        "2: normalizing workdir: normalizing working directory: removing drive letter: The specified path is not on the system drive (C:) "
        "@ d:\\x");
  CHECK(errors("FROM a\nCOPY <<E /x\n${}\nE\n") == "2: failed to process \"${}\\n\": syntax error: bad substitution @ <<E");
}

TEST_CASE("mounts") {
  const auto mount = [](std::string_view value) { return errors("FROM a\nRUN --mount=" + std::string(value) + " x\n"); };
  CHECK(mount("size=1m,type=tmpfs,target=/x").find("2: unexpected key 'size' for mount type 'bind'") == 0);
  CHECK(mount("type=tmpfs,target=/x,size=1.5GiB") == "");
  CHECK(mount("type=cahce,target=/x").find("2: unsupported mount type \"cahce\" (did you mean cache?)") == 0);
  CHECK(mount("targt=/x").find("2: unexpected key 'targt' in 'targt=/x' (did you mean target?)") == 0);
  CHECK(mount("type=bind,target=/").find("2: invalid mount target \"/\"") == 0);
  CHECK(mount("type=secret").find("2: invalid secret mount. one of source, target required") == 0);
  CHECK(mount("type=ssh,source=x").find("2: ssh does not support source") == 0);
  CHECK(mount("target=/x,mode=0777").find("2: mode not allowed for \"bind\" type mounts") == 0);
}

TEST_CASE("ONBUILD takes effect in the stage built on it") {
  CHECK(errors("FROM a AS b\nONBUILD FOO\nFROM b\n") == "3: unknown instruction: FOO (did you mean FROM?) @ b");
  CHECK(errors("FROM a AS b\nONBUILD STOPSIGNAL x\nFROM b\n") == "3: invalid signal: x @ b");
  CHECK(errors("FROM a AS b\nONBUILD FOO\nFROM b AS unused\nFROM c\n") == "");
}

TEST_CASE("errors come in BuildKit's order") {
  CHECK(errors("FROM a AS b\nUSER ${\nFROM UPPER\nFOO x\n") ==
        "4: unknown instruction: FOO (did you mean FROM?) @ FOO\n"
        "3: failed to parse stage name \"UPPER\": invalid reference format: repository name (library/UPPER) must be lowercase @ UPPER\n"
        "2: failed to process \"${\": syntax error: missing '}' @ ${");
}

TEST_CASE("values that would grow without end are cut") {
  std::string text = "FROM a\nENV A=xxxxxxxx\n";
  for (int i = 0; i < 200; ++i) text += "ENV A=$A$A$A$A\n";
  CHECK(errors(text + "STOPSIGNAL 9\n") == "");
}

}  // namespace slipway::semantic
