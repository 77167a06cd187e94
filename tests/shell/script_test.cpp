// Scripts of instructions: which text a shell reads, and the way back to the source.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "shell/script.h"
#include "syntax/directives.h"
#include "syntax/tree.h"
#include "tests/shell/render.h"

namespace slipway::test {

namespace {

struct Read {
  std::string source;  ///< the instruction's bytes
  shell::Script script;
};

/// The script of the last instruction of a file.
Read read(std::string_view file) {
  const auto tree = syntax::Tree::parse(file);
  Read out;
  for (const auto& node : tree.top_level({0, static_cast<text::Offset>(file.size())})) {
    if (node.kind != syntax::NodeKind::Instruction) continue;
    out.source = file.substr(node.range.begin, node.range.size());
    const auto instruction = syntax::read_instruction(out.source, tree.heredocs(node.range), syntax::read_directives(file).escape);
    out.script = shell::read_script(instruction);
  }
  return out;
}

std::string commands(std::string_view file) {
  std::string out = "\n";
  out += render(read(file).script);
  return out;
}

std::string places(std::string_view file) {
  const auto found = read(file);
  std::string out = "\n";
  out += render_places(found.script, found.source);
  return out;
}

}  // namespace

TEST_CASE("script: RUN, CMD, ENTRYPOINT and HEALTHCHECK in shell form") {
  CHECK(commands("RUN --mount=type=cache,target=/x --network=none apt-get update && apt-get install -y a") == R"(
apt-get <update>
&& apt-get <install> <-y> <a>
)");
  CHECK(commands("CMD exec node --port $PORT") == "\n(exec) node <--port> <$PORT>$\n");
  CHECK(commands("ENTRYPOINT /bin/app -x") == "\n/bin/app <-x>\n");
  CHECK(commands("HEALTHCHECK --interval=5s CMD curl -f x || exit 1") == "\ncurl <-f> <x>\n?|| exit <1>\n");
  CHECK(places("HEALTHCHECK --interval=5s \\\n  CMD curl -f \\\n x || exit 1") == "\ncurl -f \\\n x\nexit 1\n");
}

TEST_CASE("script: an ONBUILD has the commands of its trigger") { CHECK(commands("ONBUILD RUN a") == "\na\n"); }

TEST_CASE("script: instructions that run nothing have none") {
  CHECK(commands("HEALTHCHECK NONE") == "\n");
  CHECK(commands("FROM a AS b") == "\n");
  CHECK(commands("SHELL [\"/bin/bash\", \"-c\"]") == "\n");
  CHECK(commands("COPY a b") == "\n");
  CHECK(commands("RUN") == "\n");
}

TEST_CASE("script: a trigger can be asked by itself") {
  const std::string_view source = "ONBUILD RUN a && \\\n  b";
  const auto instruction = syntax::read_instruction(source, {}, '\\');
  REQUIRE(instruction.trigger);
  CHECK(render_places(shell::read_script(*instruction.trigger), source) == "a\nb\n");
}

TEST_CASE("script: exec form is one command, without a shell") {
  CHECK(commands(R"(CMD ["node", "$x", "a b"])") == "\nnode <$x> <a b>\n");
  CHECK(places(R"(CMD ["node", "a b"])") == "\nnode\", \"a b\n");
  CHECK(commands(R"(HEALTHCHECK CMD ["curl", "-f", "x"])") == "\ncurl <-f> <x>\n");
  CHECK(commands("CMD []") == "\n");
  CHECK(commands(R"(ENTRYPOINT ["env", "A=b", "/app"])") == "\n(env) A=b /app\n");
}

TEST_CASE("script: exec form with a shell is looked through; in a string with escapes all of it stands where the string stands") {
  const std::string_view file = R"(RUN ["/bin/bash", "-lc", "apt-get update && echo \"$x\""])";
  CHECK(commands(file) == "\n(/bin/bash) apt-get <update>\n&& (/bin/bash) echo <$x>$\n");
  const std::string string = R"(apt-get update && echo \"$x\")";
  CHECK(places(file) == "\n" + string + "\n" + string + "\n");
  CHECK_FALSE(read(file).script.commands.front().exact);
  CHECK(places(R"(RUN ["sh", "-c", "apt-get update && echo $x"])") == "\napt-get update\necho $x\n");
  CHECK(commands(R"(CMD ["sh", "-c", "exec /app $A"])") == "\n(sh) (exec) /app <$A>$\n");
  CHECK(commands(R"(CMD ["sh", "run.sh", "-c"])") == "\nsh <run.sh> <-c>\n");
}

TEST_CASE("script: continuations and the comments between them are no part of a word, but of a range") {
  const std::string_view file = "RUN apt-get update && \\\n    # why\n    apt-get ins\\\ntall \\\n\n    git \\\n  && a";
  CHECK(commands(file) == "\napt-get <update>\n&& apt-get <install> <git>\n&& a\n");
  CHECK(places(file) == "\napt-get update\napt-get ins\\\ntall \\\n\n    git\na\n");
  CHECK(commands("# escape=`\nRUN a `\n  b && c\\d `\n e") == "\na <b>\n&& cd <e>\n");
}

TEST_CASE("script: CRLF line ends") {
  const std::string_view file = "RUN a \\\r\n  b && \\\r\n  c d\r\n";
  CHECK(commands(file) == "\na <b>\n&& c <d>\n");
  CHECK(places(file) == "\na \\\r\n  b\nc d\n");
  CHECK(commands("RUN <<EOF\r\na b\r\nc\r\nEOF\r\n") == "\na <b>\n; c\n");
}

TEST_CASE("script: a heredoc that is RUN's only word is the script") {
  const std::string_view file = "RUN --network=none <<EOF\nset -e\napt-get update\napt-get install \\\n  git\nEOF\n";
  CHECK(commands(file) == "\nset <-e>\n; apt-get <update>\n; apt-get <install> <git>\n");
  CHECK(places(file) == "\nset -e\napt-get update\napt-get install \\\n  git\n");
  CHECK(commands("RUN <<-EOT\n\ta\n\tif b; then c; fi\n\tEOT\n") == "\na\n  b\n  ?c\n");
  CHECK(commands("RUN <<'EOF'\necho $x\nEOF\n") == "\necho <$x>$\n");
}

TEST_CASE("script: the first line of a heredoc may name its interpreter") {
  CHECK(commands("RUN <<EOF\n#!/bin/bash -e\na\nEOF\n") == "\na\n");
  CHECK(commands("RUN <<EOF\n#!/usr/bin/env bash\na\nEOF\n") == "\na\n");
  CHECK(commands("RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n") == "\n");
  CHECK(commands("RUN <<EOF\n#!/usr/bin/perl\nprint 1\nEOF\n") == "\n");
}

TEST_CASE("script: heredocs for a command are data, for a shell a script") {
  CHECK(commands("RUN cat <<EOF > /etc/x && b\nrm -rf /\nEOF\n") == "\ncat {<< EOF} {> /etc/x}\n&& b\n");
  CHECK(commands("RUN python3 <<EOF\nprint(1)\nEOF\n") == "\npython3 {<< EOF}\n");
  CHECK(commands("RUN bash -e <<EOF\na && b\nEOF\n") == "\n(bash) a\n&& (bash) b\n");
  CHECK(commands("RUN x && <<EOF sh\na\nEOF\n") == "\nx\n  && (sh) a\n");
  CHECK(commands("RUN cat <<A 3<<-\"B\" >x\na\nA\n\tb\n\tB\n") == "\ncat {<< A} {3<<- B} {> x}\n");
  CHECK(places("RUN cat <<A > x && bash <<'B'\na\nA\nc d\nB\n") == "\ncat <<A > x\nc d\n");
}

TEST_CASE("script: broken instructions give what can be read") {
  CHECK(commands("RUN a && \\\n") == "\na\nincomplete\n");
  CHECK(commands("RUN [\"a\", ") == "\n[a,\nincomplete\n");
  CHECK(commands("RUN <<EOF\na").substr(0, 1) == "\n");
  CHECK(commands("CMD ['a', 'b']").substr(0, 1) == "\n");
}

TEST_CASE("script: a lazy script is read once, then kept") {
  const auto instruction = syntax::read_instruction("RUN a && b", {}, '\\');
  const shell::LazyScript lazy;
  const auto& first = lazy.get(instruction);
  CHECK(first.commands.size() == 2);
  CHECK(&lazy.get(instruction) == &first);
}

}  // namespace slipway::test
