// Shell text by itself: what is a command, how commands are joined, what words are.

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "shell/script.h"
#include "tests/shell/render.h"
#include "tests/support/marked_text.h"

namespace slipway::test {

namespace {

std::string commands(std::string_view text) {
  std::string out = "\n";
  out += render(shell::read_script_text(text));
  return out;
}

}  // namespace

TEST_CASE("shell: lists, pipelines and sequences say how each command is joined") {
  CHECK(commands("a && b || c; d | e & f\ng") == R"(
a
&& b
?|| c
; d
| e
& f
; g
)");
  CHECK(commands("a | b && c |& d") == R"(
a
| b
&& c
| d
)");
  CHECK(commands("a || b | c") == R"(
a
?|| b
?| c
)");
}

TEST_CASE("shell: braces are transparent, subshells are a level deeper") {
  CHECK(commands("a && { b; c; } && (d; e) && f") == R"(
a
&& b
; c
  d
  ; e
&& f
)");
}

TEST_CASE("shell: conditions run, what they guard may not") {
  CHECK(commands("if a && b; then c; elif d; then e; else f; fi; g") == R"(
  a
  && b
  ?c
  ?d
  ?e
  ?f
; g
)");
  CHECK(commands("while a; do b; done; until c; do d; done") == R"(
  a
  ?b
  c
  ?d
)");
  CHECK(commands("for x in $(a) b; do c $x; done") == R"(
    a
  ?c <$x>$
)");
  CHECK(commands("case $(a) in x|y) b;; *) c; d;; esac") == R"(
    a
  ?b
  ?c
  ?; d
)");
  CHECK(commands("f() { a; b; }; f") == R"(
  ?a
  ?; b
; f
)");
  CHECK(commands("! a || exit 1") == R"(
a
?|| exit <1>
)");
}

TEST_CASE("shell: words lose quotes and escapes, and keep variables as written") {
  CHECK(commands(R"sh(echo 'a b' "c $d" e\ f a"b"c$d/e $'x\ty\x41' "\$x \"q\" \n" '$no')sh") ==
        "\necho <a b> <c $d>$ <e f> <abc$d/e>$ <x\tyA> <$x \"q\" \\n> <$no>\n");
  CHECK(commands(R"(apt-get install foo=1.* "bar>=2" ${X:-a b} $((1+2)))") ==
        "\napt-get <install> <foo=1.*> <bar>=2> <${X:-a b}>$ <$((1+2))>$\n");
  CHECK(commands("$CC -o x \"\"") == "\n$CC$ <-o> <x> <>\n");
  CHECK(commands("echo a\\\nb \\\n c") == "\necho <ab> <c>\n");
  CHECK(commands("echo a \\\r\n  b\r\nc d\r\n") == "\necho <a> <b>\n; c <d>\n");
}

TEST_CASE("shell: assignments before a command, alone and behind export") {
  CHECK(commands("A=b C=\"d e\" make; X=$y; export P=/a:$PATH Q \"R=s t\"; local z=1") == R"(
A=b C=d e make
; X=$y
; P=/a:$PATH R=s t export <Q>
; z=1 local
)");
}

TEST_CASE("shell: redirections belong to the last command of a list, words behind them are arguments") {
  CHECK(commands("a && b > f 2>&1 < g c") == R"(
a
&& b <c> {> f} {2>& 1} {< g}
)");
  CHECK(commands("a | b >> f") == "\na\n| b {>> f}\n");
  CHECK(commands("2>/dev/null a b <<< c &> d; > e") == "\na <b> {2> /dev/null} {<<< c} {&> d}\n; {> e}\n");
}

TEST_CASE("shell: commands inside substitutions follow the one that uses them") {
  CHECK(commands(R"sh(echo "$(dirname "$(readlink -f x)")" `a b` > "$(mktemp)" && diff <(c) d)sh") == R"sh(
echo <$(dirname "$(readlink -f x)")>$ <`a b`>$ {> $(mktemp)}
  dirname <$(readlink -f x)>$
    readlink <-f> <x>
  a <b>
  mktemp
&& diff <<(c)>$ <d>
  c
)sh");
  CHECK(commands("X=$(a) b") == "\nX=$(a) b\n  a\n");
}

TEST_CASE("shell: programs that run another one are looked through") {
  CHECK(commands("sudo -E -u me env -i A=b exec nice -n 5 /usr/bin/make -j 4") ==
        "\n(sudo) (env) (exec) (nice) A=b /usr/bin/make <-j> <4>\n");
  CHECK(commands("time nohup timeout -k 5 10m a; command -v b; exec > log; sudo -l; env") == R"(
(time) (nohup) (timeout) a
; command <-v> <b>
; exec {> log}
; sudo <-l>
; env
)");
  const auto script = shell::read_script_text("sudo -- /usr/bin/apt-get -y install curl");
  REQUIRE(script.commands.size() == 1);
  const auto& command = script.commands.front();
  CHECK(command.program() == "apt-get");
  CHECK(command.subcommand() == "install");
  CHECK(command.has_argument("curl"));
  CHECK(command.has_wrapper("sudo"));
}

TEST_CASE("shell: a shell that is given a script is looked through too") {
  CHECK(commands("bash -c 'a && b'") == "\n(bash) a\n&& (bash) b\n");
  CHECK(commands("x; A=1 sh -euxo pipefail -c \"a | b $c\"") == "\nx\n  ; (sh) A=1 a\n  | (sh) b <$c>$\n");
  CHECK(commands("bash build.sh -c; sh -x; bash -lc") == "\nbash <build.sh> <-c>\n; sh <-x>\n; bash <-lc>\n");
  CHECK(commands("sh -c \"sh -c 'a b'\"") == "\n(sh) (sh) a <b>\n");
}

TEST_CASE("shell: heredocs are data, unless a shell reads them") {
  CHECK(commands("cat <<EOF > x && b\nrm -rf $(c)\nEOF\nd") == R"(
cat {> x} {<< EOF}
  c
&& b
; d
)");
  CHECK(commands("cat <<'E' | sh\nrm\nE\n") == "\ncat {<< E}\n| sh\n");
  CHECK(commands("a\nbash -e <<EOF\nb c\nd\nEOF\n") == "\na\n  ; (bash) b <c>\n  ; (bash) d\n");
}

TEST_CASE("shell: tests are commands, arithmetic is none") {
  CHECK(commands("[ -f \"$x\" ] || a; [[ $a == b* ]] && c; (( x++ ))") == R"(
[ <-f> <$x>$ <]>
?|| a
; [[ <$a>$ <==> <b*> <]]>
&& c
)");
}

TEST_CASE("shell: comments, also those in backticks between continued lines") {
  CHECK(commands("a && # why\n b # c") == "\na\n&& b\n");
  CHECK(commands("apt-get install `# for git` git   `# end` && echo '`# no`'") == "\napt-get <install> <git>\n&& echo <`# no`>\n");
}

TEST_CASE("shell: broken text gives what can be read and says so") {
  CHECK(commands("a &&") == "\na\nincomplete\n");
  CHECK(commands("(a; b") == "\n  a\n  ; b\nincomplete\n");
  CHECK(commands("") == "\n");
  CHECK(commands(" \t\n") == "\n");
  CHECK_FALSE(shell::read_script_text("if a; then b").complete);
  CHECK_FALSE(shell::read_script_text("echo \"a").complete);
}

TEST_CASE("shell: ranges are those of the words as written") {
  const auto marked = parse_marks("a && §⟦'/usr/bin/b'⟧ -x");
  const auto script = shell::read_script_text(marked.text);
  REQUIRE(script.commands.size() == 2);
  CHECK(script.commands[1].name.range == marked.range());
  const std::string_view text = "a 'x y' > f && sudo b -c; bash -c 'c  d; e'; bash -c \"f \\\"g\\\"\"";
  CHECK(render_places(shell::read_script_text(text), text) == "a 'x y' > f\nsudo b -c\nc  d\ne\n\"f \\\"g\\\"\"\n");
}

TEST_CASE("shell: hostile texts end, on a small stack too") {
  const std::string_view openings[] = {"(",     "{ ",   "$(", "`",     "\"$(",       "[[ (", "$((", "if ",
                                       "a && ", "a | ", "! ", "${a:-", "case x in ", "<(",   "a=(", "sh -c '"};
  std::thread([&] {
    for (const auto opening : openings) {
      std::string text;
      while (text.size() < 20000) text += opening;
      (void)shell::read_script_text(text);
    }
  }).join();
  CHECK_FALSE(shell::read_script_text(std::string(1U << 20U, 'a')).complete);
}

TEST_CASE("shell: threads read at the same time") {
  std::vector<std::thread> threads;
  std::vector<std::string> results(8);
  threads.reserve(results.size());
  for (auto& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 50; ++i) result = render(shell::read_script_text("a | b && c $(d)"));
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == results.front());
}

}  // namespace slipway::test
