#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "syntax/instruction.h"

namespace slipway::syntax {

namespace {

/// Each error as `message @ text it is about`, with `step 3: ` before those of the splitter.
std::string errors(std::string_view text) {
  const auto instruction = read_instruction(text, {}, '\\');
  std::string out;
  for (const auto& error : instruction.errors) {
    REQUIRE(error.range.end <= text.size());
    if (!out.empty()) out += "\n";
    if (error.step == InstructionError::Step::Line) out += "step 3: ";
    out += error.message + " @ " + std::string(text.substr(error.range.begin, error.range.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("good instructions have no errors") {
  for (const auto* text : {"FROM a",
                           "FROM --platform=x a AS b",
                           "ARG A B=c",
                           "RUN",
                           "CMD",
                           "CMD []",
                           "RUN -- --help",
                           "COPY --li\"nk\" a b",
                           "ENV A=b C=d",
                           "ENV A b c",
                           "LABEL \"\"=x",
                           "HEALTHCHECK --nope NONE",
                           "HEALTHCHECK --interval=0 --retries=3 CMD x",
                           "VOLUME [\"/a\"]",
                           "ONBUILD FOO",
                           "ARG --nope A",
                           "STOPSIGNAL --nope 9",
                           "RUN --device=x,required y",
                           "RUN --mount=type=nope x",
                           "FROM --platform= a"}) {
    CAPTURE(text);
    CHECK(errors(text) == "");
  }
}

TEST_CASE("unknown instructions") {
  CHECK(errors("FRM a") == "unknown instruction: FRM (did you mean FROM?) @ FRM");
  CHECK(errors("worKdr a") == "unknown instruction: worKdr (did you mean workdir?) @ worKdr");
  CHECK(errors("copyy a") == "unknown instruction: copyy (did you mean copy?) @ copyy");
  CHECK(errors("FOOBARBAZ a") == "unknown instruction: FOOBARBAZ @ FOOBARBAZ");
}

TEST_CASE("FROM") {
  CHECK(errors("FROM") == "FROM requires either one or three arguments @ FROM");
  CHECK(errors("FROM a b") == "FROM requires either one or three arguments @ b");
  CHECK(errors("FROM a is b") == "FROM requires either one or three arguments @ is b");
  CHECK(errors("FROM a AS 1b") == "invalid name for build stage: \"1b\", name can't start with a number or contain symbols @ 1b");
  CHECK(errors("FROM --platfrm=x a") == "unknown flag: --platfrm (did you mean platform?) @ platfrm");
}

TEST_CASE("flags") {
  CHECK(errors("RUN --help") == "unknown flag: --help @ help");
  CHECK(errors("COPY --link=1 a b") == "expecting boolean value for flag --link, not: 1 @ 1");
  CHECK(errors("COPY --link= a b") == "missing a value on flag: --link @ --link=");
  CHECK(errors("COPY --from a b") == "missing a value on flag: --from @ --from");
  CHECK(errors("COPY --chown=a --chown=b a b") == "duplicate flag specified: --chown @ --chown=b");
  CHECK(errors("COPY --exclude=a --exclude=b --link=TRUE a b") == "");
  CHECK(errors("ENV --x A=b") == "unknown flag: --x @ x");
}

TEST_CASE("numbers of arguments") {
  CHECK(errors("COPY --nope b") ==
        "COPY requires at least two arguments, but only one was provided. Destination could not be determined @ COPY\nunknown flag: --nope "
        "@ nope");
  CHECK(errors("ENV") == "ENV requires at least one argument @ ENV");
  CHECK(errors("ENV =b") == "ENV names can not be blank @ =b");
  CHECK(errors("ARG A =b") == "ARG names can not be blank @ =b");
  CHECK(errors("USER") == "USER requires exactly one argument @ USER");
  CHECK(errors("EXPOSE") == "EXPOSE requires at least one argument @ EXPOSE");
  CHECK(errors("VOLUME [\"a\", \" \"]") == "VOLUME specified can not be an empty string @  ");
  CHECK(errors("SHELL []") == "SHELL requires at least one argument @ SHELL");
  CHECK(errors("SHELL a b") == "SHELL requires the arguments to be in JSON form @ a b");
}

TEST_CASE("lines that cannot be split") {
  CHECK(errors("ENV A") == "step 3: ENV must have two arguments @ A");
  CHECK(errors("LABEL A=b C D=e") == "step 3: Syntax error - can't find = in \"C\". Must be of the form: name=value @ C");
  CHECK(errors("RUN [1]") == "step 3: when using JSON array syntax, arrays must be comprised of strings only @ [1]");
  CHECK(errors("RUN cat <<E") == "step 3: unterminated heredoc @ <<E");
  CHECK(errors("ONBUILD ENV A") == "step 3: ENV must have two arguments @ A");
}

TEST_CASE("ONBUILD") {
  CHECK(errors("ONBUILD") == "ONBUILD requires at least one argument @ ONBUILD");
  CHECK(errors("ONBUILD onbuild RUN x") == "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed @ onbuild");
  CHECK(errors("ONBUILD from x") == "FROM isn't allowed as an ONBUILD trigger @ from");
  CHECK(errors("ONBUILD COPY x") == "");
}

TEST_CASE("heredocs as destination") {
  CHECK(errors("COPY [\"a\", \"<<E\"]") == "COPY cannot accept a heredoc as a destination @ <<E");
  CHECK(errors("COPY [\"a\", \"<<\"]") == "");
  CHECK(errors("COPY [\"a\", \"<<a b\"]") == "");
  CHECK(errors("ADD [\"a\", \"3<<-'a b'\"]") == "ADD cannot accept a heredoc as a destination @ 3<<-'a b'");
}

TEST_CASE("HEALTHCHECK") {
  CHECK(errors("HEALTHCHECK") == "HEALTHCHECK requires at least one argument @ HEALTHCHECK");
  CHECK(errors("HEALTHCHECK NONE x") == "HEALTHCHECK NONE takes no arguments @ x");
  CHECK(errors("HEALTHCHECK CMD") == "Missing command after HEALTHCHECK CMD @ CMD");
  CHECK(errors("HEALTHCHECK foo x") == "Unknown type \"FOO\" in HEALTHCHECK (try CMD) @ foo");
  CHECK(errors("HEALTHCHECK --interval=5 CMD x") == "time: missing unit in duration \"5\" @ 5");
  CHECK(errors("HEALTHCHECK --timeout=1us CMD x") == "Interval \"timeout\" cannot be less than 1ms @ 1us");
  CHECK(errors("HEALTHCHECK --retries=x CMD x") == "strconv.ParseInt: parsing \"x\": invalid syntax @ x");
  CHECK(errors("HEALTHCHECK --retries=-1 CMD x") == "--retries cannot be negative (-1) @ -1");
}

TEST_CASE("RUN's flags") {
  CHECK(errors("RUN --network=lo x") == "invalid network mode \"lo\" @ lo");
  CHECK(errors("RUN --security= x") == "security \"\" is not valid @ --security=");
  CHECK(errors("RUN --mount= x") == "failed to parse csv mounts: EOF @ --mount=");
  CHECK(errors("RUN --mount=type=bind,from=$x,target=/a x") ==
        "'from' doesn't support variable expansion, define alias stage instead @ from=$x");
  CHECK(errors("RUN --device=a,b x") == "invalid field 'b' must be a key=value pair @ b");
  CHECK(errors("RUN --device=name=a,name=b x") == "device name already set to a @ name=b");
  CHECK(errors("RUN --device=a,requird=1 x") == "unexpected key 'requird' in 'requird=1' (did you mean required?) @ requird=1");
  CHECK(errors("RUN --network=lo --device= x") == "failed to parse csv devices: EOF @ --device=\ninvalid network mode \"lo\" @ lo");
}

}  // namespace slipway::syntax
