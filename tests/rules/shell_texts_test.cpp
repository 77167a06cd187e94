// The scripts that ShellCheck gets, and the way back from them to the file. Nothing here needs the program.

#include <doctest/doctest.h>

#include "lint/shell_texts.h"
#include "lint/shellcheck_rule.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace {

std::vector<lint::ShellText> texts(const std::string& dockerfile) {
  const auto opened = document(dockerfile);
  return lint::shell_texts(*opened->analysis, opened->model());
}

/// The script without what stands before it.
std::string script(const std::string& dockerfile) {
  const auto all = texts(dockerfile);
  if (all.size() != 1) return "(" + std::to_string(all.size()) + " scripts)";
  const auto& text = all.front().text();
  const auto last_export = text.rfind("=\"$1\"\n");
  return text.substr(last_export + 6);
}

std::string first_line(const std::string& dockerfile) {
  const auto all = texts(dockerfile);
  return all.empty() ? "" : all.front().text().substr(0, all.front().text().find('\n'));
}

/// The bytes of the file where a word of the script stands.
std::string in_file(const std::string& dockerfile, const std::string& word) {
  const auto all = texts(dockerfile);
  const auto at = all.front().text().find(word);
  REQUIRE(at != std::string::npos);
  const auto place = all.front().place(at, at + word.size());
  return place ? dockerfile.substr(place->begin, place->size()) : "(nowhere)";
}

}  // namespace

TEST_CASE("a script is the text of RUN with its continuations joined") {
  CHECK(script("RUN a b\n") == "a b\n");
  CHECK(script("FROM x\nRUN a && \\\n  # note\n  b\n") == "a &&   b\n");
  CHECK(script("ONBUILD RUN a\n") == "a\n");
  CHECK(script("RUN --mount=type=cache,target=/c a\n") == "a\n");
}

TEST_CASE("a heredoc is the script, or stands behind it") {
  CHECK(script("RUN <<EOF\na\nb\nEOF\n") == "a\nb\n");
  CHECK(script("RUN cat <<EOF\nx\nEOF\n") == "cat <<EOF\nx\nEOF\n");
}

TEST_CASE("what is no shell text is no script") {
  CHECK(texts("RUN [\"a\"]\nCOPY a b\nRUN\n").empty());
  CHECK(texts("RUN <<EOF\n#!/usr/bin/env python3\nprint()\nEOF\n").empty());
  CHECK(texts("SHELL [\"pwsh\", \"-c\"]\nRUN a\n").empty());
  CHECK(texts("RUN <<EOF\nopen\n").empty());
}

TEST_CASE("the shell in force says how a script is read") {
  CHECK(first_line("RUN a\n") == "#!/bin/sh");
  CHECK(first_line("SHELL [\"/usr/bin/bash\", \"-c\"]\nRUN a\n") == "#!/bin/bash");
  CHECK(first_line("FROM x AS y\nSHELL [\"bash\", \"-c\"]\nFROM y\nRUN a\n") == "#!/bin/bash");
  CHECK(first_line("FROM x AS y\nSHELL [\"bash\", \"-c\"]\nFROM z\nRUN a\n") == "#!/bin/sh");
  CHECK(first_line("RUN <<EOF\n#!/bin/bash\na\nEOF\n") == "#!/bin/bash");
}

TEST_CASE("variables of ARG and ENV are known, with a value that nobody knows") {
  const auto all = texts("FROM x\nARG A=1\nENV B=2 C=3\nRUN a\nENV D=4\n");
  REQUIRE(all.size() == 1);
  for (const auto* name : {"A", "B", "C"}) CHECK(all.front().text().find("export " + std::string(name) + "=\"$1\"\n") != std::string::npos);
  CHECK(all.front().text().find("export D=") == std::string::npos);
}

TEST_CASE("places lead back to the file") {
  const std::string file = "FROM x\nRUN one && \\\n    two \xC3\xA9 three\n";
  CHECK(in_file(file, "one") == "one");
  CHECK(in_file(file, "two") == "two");
  CHECK(in_file(file, "three") == "three");
  CHECK(in_file(file, "HTTP_PROXY") == "(nowhere)");
  CHECK(in_file("RUN <<EOF\nfirst\nsecond\nEOF\n", "second") == "second");
  const auto all = texts(file);
  const auto& text = all.front();
  const auto line = static_cast<std::size_t>(std::count(text.text().begin(), text.text().end(), '\n'));
  // Columns count characters: the letter with an accent is one.
  CHECK(text.text().substr(text.offset_of(line, 18), 5) == "three");
  CHECK(text.offset_of(99, 1) == text.text().size());
}

TEST_CASE("codes of ShellCheck have names that last") {
  CHECK(lint::shellcheck_alias(2086) == "shellcheck/SC2086");
  CHECK(lint::shellcheck_alias(2086).data() == lint::shellcheck_alias(2086).data());
  CHECK(lint::shellcheck_code("SC2086") == 2086);
  CHECK(lint::shellcheck_code("shellcheck/sc1000") == 1000);
  CHECK(!lint::shellcheck_code("DL3006"));
  CHECK(!lint::shellcheck_code("SC"));
  CHECK(!lint::shellcheck_code("SC20x6"));
}

}  // namespace slipway::test
