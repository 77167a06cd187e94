#include <doctest/doctest.h>

#include "support/suggest.h"

using slipway::edit_distance;
using slipway::nearest;

TEST_CASE("edit_distance: counts characters, not bytes") {
  CHECK(edit_distance("builder", "bulder") == 1);
  CHECK(edit_distance("é", "e") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("nearest: takes the first of the nearest, at most two edits away, and nothing for an exact match") {
  CHECK(nearest("bulder", {"base", "builder", "bolder"}) == "builder");
  CHECK(nearest("builder", {"builder", "bulder"}).empty());
  CHECK(nearest("x", {"builder"}).empty());
}
