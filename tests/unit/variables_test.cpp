#include "syntax/variables.h"

#include <doctest/doctest.h>

namespace slipway::syntax {

namespace {

/// Each use as `name` or `name op [word]`, with `!` when it is not closed, in order.
std::string uses(std::string_view text, Expander expander, char escape = '\\') {
  std::string out;
  for (const auto& use : find_variables(text, escape, expander)) {
    CHECK(text.substr(use.name_range.begin, use.name_range.size()) == use.name);
    CHECK(text[use.range.begin] == '$');
    CHECK(use.range.contains(use.name_range));
    CHECK(use.range.end <= text.size());
    if (!out.empty()) out += ", ";
    out += use.name;
    if (!use.modifier.empty())
      out += " " + use.modifier + " [" + std::string(text.substr(use.word_range.begin, use.word_range.size())) + "]";
    if (!use.closed) out += "!";
  }
  return out;
}

std::string by_buildkit(std::string_view text, char escape = '\\') { return uses(text, Expander::BuildKit, escape); }
std::string by_shell(std::string_view text) { return uses(text, Expander::Shell); }

}  // namespace

TEST_CASE("BuildKit's names") {
  CHECK(by_buildkit("$A-${B}/$é_1x") == "A, B, é_1x");
  CHECK(by_buildkit("$1a $12 $$ $? $@ ${*}") == "1, 12, $, ?, @, *");
  CHECK(by_buildkit("a$ $. $") == "");
}

TEST_CASE("BuildKit's modifiers and nested uses") {
  CHECK(by_buildkit("${A:-b} ${A-b} ${A:+b} ${A?x y}") == "A :- [b], A - [b], A :+ [b], A ? [x y]");
  CHECK(by_buildkit("${A##*/} ${A%x} ${A//a/b} ${A/a/$B}") == "A ## [*/], A % [x], A // [a/b], A / [a/$B], B");
  CHECK(by_buildkit("${A:-${B:-$C}}x$D") == "A :- [${B:-$C}], B :- [$C], C, D");
}

TEST_CASE("BuildKit's quotes and escapes") {
  CHECK(by_buildkit("'$A' \"$B'$C'\" \\$D") == "B, C");
  CHECK(by_buildkit("`$A \\$B", '`') == "B");
  CHECK(by_buildkit("\"\\$A \\\\$B\"") == "B");
  CHECK(by_buildkit("${A:-'$B'}") == "A :- ['$B']");
}

TEST_CASE("half-typed uses") {
  CHECK(by_buildkit("${") == "");
  CHECK(by_buildkit("${A") == "A!");
  CHECK(by_buildkit("${A:-") == "A :- []!");
  CHECK(by_buildkit("${A:-$B") == "A :- [$B]!, B");
  CHECK(by_buildkit("${}$B") == "B");
  CHECK(by_buildkit("'$A") == "");
  CHECK(by_shell("${A") == "A!");
  CHECK(by_shell("$(echo $A") == "A");
}

TEST_CASE("a shell's names and quotes") {
  CHECK(by_shell("echo $A ${B} $1 $@ $? $$ ${1} ${#C} ${D[0]}") == "A, B, C, D");
  CHECK(by_shell("'$A' \"$B '$C'\" \\$D") == "B, C");
  CHECK(by_shell("echo $'it\\'s $A' $B") == "B");
  CHECK(by_shell("${A:-$B} ${C:=d}") == "A :- [$B], B, C := [d]");
  CHECK(by_shell("\"${A:-'$B'}\"") == "A :- ['$B'], B");
}

TEST_CASE("a shell's command substitutions") {
  CHECK(by_shell("\"$(echo '$A' \"$B\")$C\"") == "B, C");
  CHECK(by_shell("$((A + $B)) `echo $C`") == "B, C");
}

TEST_CASE("a shell's comments hide quotes and dollars") {
  CHECK(by_shell("a # don't $A\necho $B") == "B");
  CHECK(by_shell("a#$A ${#B}") == "A, B");
}

TEST_CASE("deep nesting ends") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "${A:-";
  CHECK(find_variables(text, '\\', Expander::BuildKit).size() <= 64);
}

}  // namespace slipway::syntax
