#include <doctest/doctest.h>

#include "refactor/manifests.h"

namespace slipway::refactor {

TEST_CASE("package.json") {
  const auto package = read_package_json(
      R"({"name": "x", "scripts": {"start": "node a.js", "prepare": "husky"}, "dependencies": {"a": "1"}, "devDependencies": {"b": "2"}})");
  REQUIRE(package);
  CHECK(package->scripts.at("start") == "node a.js");
  CHECK(package->install_script() == "prepare");
  CHECK(package->depends_on("a"));
  CHECK(package->depends_on("b"));
  CHECK_FALSE(package->depends_on("c"));
  CHECK_FALSE(read_package_json("{").has_value());
  CHECK_FALSE(read_package_json("[1]").has_value());
}

TEST_CASE("JSON with comments and trailing commas") {
  CHECK(json_string("{ // a\n \"compilerOptions\": { \"outDir\": \"./out\", }, }", {"compilerOptions", "outDir"}) == "./out");
  CHECK_FALSE(json_string("{\"a\": 1}", {"a"}).has_value());
  CHECK_FALSE(json_string("{\"a\": 1}", {"a", "b"}).has_value());
}

TEST_CASE("angular.json") {
  CHECK(angular_output_paths(R"({"projects": {"a": {"options": {"outputPath": {"base": "dist/a"}}}}})") ==
        std::vector<std::string>{"dist/a"});
}

TEST_CASE("go.mod") {
  const GoMod module = read_go_mod(
      "module example.com/a // x\n\nrequire (\n\texample.com/b v1.0.0\n)\nrequire example.com/c v1.0.0\nreplace example.com/b => ../b\n");
  CHECK(module.module == "example.com/a");
  CHECK(module.requires_ == std::vector<std::string>{"example.com/b", "example.com/c"});
  CHECK(module.replaces_by_folder);
}

}  // namespace slipway::refactor
