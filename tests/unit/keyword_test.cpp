#include "syntax/keyword.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace slipway::syntax {

TEST_CASE("keywords are found in any case, others are unknown") {
  CHECK(keyword_from("FROM") == Keyword::From);
  CHECK(keyword_from("healthCheck") == Keyword::Healthcheck);
  CHECK(keyword_from("FROMM") == Keyword::Unknown);
  CHECK(keyword_from("") == Keyword::Unknown);
}

TEST_CASE("every keyword is spelled in capitals and found again") {
  CHECK(all_keywords().size() == 18);
  for (const auto keyword : all_keywords()) CHECK(keyword_from(spelling(keyword)) == keyword);
  CHECK(std::is_sorted(all_keywords().begin(), all_keywords().end(), [](Keyword a, Keyword b) { return spelling(a) < spelling(b); }));
  CHECK(spelling(Keyword::Unknown).empty());
}

TEST_CASE("flags belong to their instruction") {
  const auto names = [](Keyword keyword) {
    std::string out;
    for (const auto& flag : flags_of(keyword))
      out += std::string(flag.name) + (flag.value == FlagValue::Boolean ? "? " : flag.repeat == Repeat::Many ? "* " : " ");
    return out;
  };
  CHECK(names(Keyword::From) == "platform ");
  CHECK(names(Keyword::Copy) == "chown from chmod link? exclude* parents? ");
  CHECK(names(Keyword::Add) == "chown chmod link? keep-git-dir? checksum unpack? exclude* ");
  CHECK(names(Keyword::Run) == "device* mount* network security ");
  CHECK(names(Keyword::Healthcheck) == "interval timeout start-period start-interval retries ");
  CHECK(names(Keyword::Env).empty());
}

}  // namespace slipway::syntax
