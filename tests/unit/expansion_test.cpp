#include "semantic/expansion.h"

#include <doctest/doctest.h>

#include "support/strings.h"

namespace slipway::semantic {

namespace {

std::optional<std::string> value(std::string_view name) {
  if (name == "A") return "a";
  if (name == "PATHS") return "/usr/local/bin:/usr/bin";
  if (name == "FILE") return "archive.tar.gz";
  if (name == "AAA") return "aaa";
  if (name == "ACCENTS") return "éaé";
  if (name == "STAR") return "x*y";
  if (name == "TWO") return "b c";
  if (name == "EMPTY") return "";
  return std::nullopt;
}

Expansion expansion(std::string_view word, char escape = '\\') { return expand(word, escape, value); }
std::string text(std::string_view word, char escape = '\\') {
  const auto result = expansion(word, escape);
  CHECK_MESSAGE(!result.error, word << ": " << result.error.value_or(""));
  return result.text;
}
std::string error(std::string_view word) { return expansion(word).error.value_or("no error"); }
std::string undefined(std::string_view word) { return join(expansion(word).undefined, ","); }

}  // namespace

TEST_CASE("quotes and escapes vanish") {
  CHECK(text("a'b $A'\"c $A\"d") == "ab $Ac ad");
  CHECK(text("\\$A \\a \"\\a \\\" \\$ \\\\\"") == "$A a \\a \" $ \\");
  CHECK(text("a\\") == "a");
  CHECK(text("`$A \\$A", '`') == "$A \\a");
  CHECK(text("\xEF\xBB\xBFx") == "x");
  CHECK(text("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(expand("'$A' \"b\" \\$A", '\\', value, Quotes::Text).text == "'a' \"b\" $A");
}

TEST_CASE("names") {
  CHECK(text("$A-${A}_$Ab") == "a-a_");
  CHECK(text("$ a$") == "$ a$");
  CHECK(text("$12b") == "b");
  CHECK(undefined("$X $Y $X $$ $1a") == "X,Y,$,1");
}

TEST_CASE("defaults and alternatives") {
  CHECK(text("${X:-d} ${X-d} ${EMPTY:-d} [${EMPTY-d}] ${A:-d}") == "d d d [] a");
  CHECK(text("[${X:+d}] [${X+d}] [${EMPTY:+d}] [${EMPTY+d}] [${A:+d}]") == "[] [] [] [d] [d]");
  CHECK(text("${X:-${Y:-'$A'$A}}") == "$Aa");
  CHECK(text("${A:?unused}") == "a");
  CHECK(undefined("${X:-$Y}") == "Y,X");
  CHECK(undefined("${A:-$C}") == "C");
}

TEST_CASE("trimmed patterns") {
  CHECK(text("${PATHS#*/} ${PATHS##*/} ${PATHS%/*} ${PATHS%%/*}|") == "usr/local/bin:/usr/bin bin /usr/local/bin:/usr |");
  CHECK(text("${FILE%.*} ${FILE%%.*} ${FILE#*.} ${FILE##*.}") == "archive.tar archive tar.gz gz");
  CHECK(text("${FILE#arch??e} ${FILE%?z} ${FILE#x}") == ".tar.gz archive.tar. archive.tar.gz");
  CHECK(text("${ACCENTS#?} ${ACCENTS%?}") == "aé éa");
  CHECK(text("${STAR#x\\*} ${STAR%\\*y} ${STAR#*}|${STAR##*}|") == "y x x*y||");
  CHECK(text("${A#$A}|${X#a}|") == "||");
  CHECK(text("${PATHS##*/*bin}|${PATHS%%bin*/*}|") == "|/usr/local/|");
}

TEST_CASE("replaced patterns") {
  CHECK(text("${AAA/a/b} ${AAA//a/b} ${AAA//a*/b} ${AAA//x/b}") == "baa bbb b aaa");
  CHECK(text("${PATHS//\\//-}") == "-usr-local-bin:-usr-bin");
  CHECK(text("${AAA///-}") == "-a-a-a-");
  CHECK(text("${AAA//*/-}") == "-");
  CHECK(text("${AAA/?/'$0'} ${AAA//?/[\"$TWO\"]}") == "$0aa [b c][b c][b c]");
  CHECK(text("${AAA//a/'${0}'b} ${AAA//a/'$0b'}") == "ababab ");
  CHECK(text("${AAA//a/'$$x$1$'}") == "$x$$x$$x$");
}

TEST_CASE("errors") {
  CHECK(error("'a") == "unexpected end of statement while looking for matching single-quote");
  CHECK(error("\"a") == "unexpected end of statement while looking for matching double-quote");
  CHECK(error("${") == "syntax error: missing '}'");
  CHECK(error("${A:-b") == "syntax error: missing '}'");
  CHECK(error("${A:") == "syntax error: missing '}'");
  CHECK(error("${A/p}") == "syntax error: missing '/' in ${}");
  CHECK(error("${A/p/r") == "syntax error: missing '}'");
  for (const auto* word : {"${}", "${{A}", "${:A}"}) CHECK(error(word) == "syntax error: bad substitution");
  CHECK(error("${A^}") == "unsupported modifier (^) in substitution");
  CHECK(error("${A:=b}") == "unsupported modifier (:=) in substitution");
  CHECK(error("${A:#b}") == "unsupported modifier (:#) in substitution");
  CHECK(error("${A") == "unsupported modifier (\xEF\xBF\xBD) in substitution");
  CHECK(error("${X?}") == "X: is not allowed to be unset");
  CHECK(error("${EMPTY:?}") == "EMPTY: is not allowed to be empty");
  CHECK(error("${X:?two words}") == "X: two words");
  CHECK(error("${A#\\a}") == "invalid pattern (\\a) in substitution: invalid escape '\\a'");
  CHECK(undefined("${X:=b}") == "X");
}

TEST_CASE("words are cut where white space is not quoted") {
  using Words = std::vector<std::string>;
  const auto words = [](std::string_view word) { return expand_words(word, '\\', value).words; };
  CHECK(words("80 $TWO 'd e'") == Words{"80", "b", "c", "d e"});
  CHECK(words("\"$TWO\"") == Words{"b c"});
  CHECK(words("$X").empty());
  CHECK(words("80${A:+1}") == Words{"1"});  // BuildKit loses what stands before a nested word
}

TEST_CASE("predefined names") {
  CHECK(is_predefined("TARGETARCH"));
  CHECK(is_predefined("https_proxy"));
  CHECK(is_predefined("ALL_PROXY"));
  CHECK_FALSE(is_predefined("Http_Proxy"));
  CHECK_FALSE(is_predefined("PATH"));
}

}  // namespace slipway::semantic
