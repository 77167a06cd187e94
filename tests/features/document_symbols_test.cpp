#include "features/document_symbols.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

using slipway::features::Symbol;
using slipway::snapshot::DocumentSnapshot;

/// `name | detail @lines`, children indented; also checks that ranges hold each other as LSP wants them to.
std::string outline(const DocumentSnapshot& document, const std::vector<Symbol>& symbols, const std::string& indent) {
  std::string out;
  for (const auto& symbol : symbols) {
    CHECK(symbol.range.contains(symbol.selection));
    out += indent + symbol.name + " | " + symbol.detail + " @" + slipway::test::line_number(document, symbol.range.begin) + "-" +
           std::to_string(document.analysis->last_line_of(symbol.range)) + "\n";
    for (const auto& child : symbol.children) CHECK(symbol.range.contains(child.range));
    out += outline(document, symbol.children, indent + "  ");
  }
  return out;
}

void check_symbols(const std::string& source, const std::string& expected) {
  const auto document = slipway::test::make_document(source);
  CHECK(outline(*document, slipway::features::document_symbols(*document), "") == expected);
}

}  // namespace

TEST_CASE("symbols: stages by name or image with their instructions inside") {
  check_symbols("ARG V=1\nFROM golang:$V AS build\nRUN go \\\n  build\nFROM debian:12\ncopy  --from=build /a /b\n",
                "ARG | V=1 @1-1\n"
                "build | FROM golang:$V @2-4\n"
                "  RUN | go build @3-4\n"
                "debian:12 | FROM debian:12 @5-6\n"
                "  COPY | --from=build /a /b @6-6\n");
}

TEST_CASE("symbols: comments, continued lines and heredocs are no instructions") {
  check_symbols("# VOLUME /v\nFROM alpine\nRUN x && \\\n  EXPOSE 80\nCOPY <<EOF /x\nUSER 1\nEOF\n",
                "alpine | FROM alpine @2-7\n"
                "  RUN | x && EXPOSE 80 @3-4\n"
                "  COPY | <<EOF /x @5-7\n");
}

TEST_CASE("symbols: half-typed lines and empty files") {
  check_symbols("FROM\nCOPY --from=\nUSER\n",
                "FROM | FROM  @1-3\n"
                "  COPY | --from= @2-2\n"
                "  USER |  @3-3\n");
  check_symbols("", "");
}
