#include <doctest/doctest.h>

#include "refactor/makefile.h"

namespace slipway::refactor {

TEST_CASE("recipes of a Makefile") {
  const std::string makefile =
      "BIN ?= bin/app\nexport CGO_ENABLED = 0\n.PHONY: all\nall: generate\n\t@go build -o $(BIN) \\\n\t\t./cmd/$@\ngenerate:\n\t-go "
      "generate ./... # x\n\techo $$HOME $(shell date)\n";
  const Recipe recipe = read_recipe(makefile, "", {});
  CHECK(recipe.lines ==
        std::vector<std::string>{"go generate ./... # x", "echo $HOME unknown-value", "go build -o bin/app  \t\t./cmd/all"});
  CHECK(recipe.exported.at("CGO_ENABLED") == "0");
  CHECK(read_recipe(makefile, "all", {{"BIN", "x"}}).lines.back().find("-o x") != std::string::npos);
  CHECK(read_recipe(makefile, "none", {}).lines.empty());
}

}  // namespace slipway::refactor
