#include <doctest/doctest.h>

#include "support/suggest.h"

using slipway::edit_distance;
using slipway::nearest;

TEST_CASE("edit_distance_up_to: gives up one above the limit") {
  using slipway::edit_distance_up_to;
  CHECK(edit_distance_up_to(2, "builder", "bulder") == 1);
  CHECK(edit_distance_up_to(2, "builder", "bilder2") == 2);
  CHECK(edit_distance_up_to(2, "builder", "runtime") == 3);
  CHECK(edit_distance_up_to(2, "ab", "ba") == 2);
  CHECK(edit_distance_up_to(0, "a", "a") == 0);
  CHECK(edit_distance_up_to(1, "äö", "ao") == 2);
}

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
