// Every case prints what was understood, what is planned, and only then the Dockerfile: a wrong conversion is a wrong line in a plan.

#include <doctest/doctest.h>

#include "refactor/multistage/convert.h"
#include "support/strings.h"
#include "tests/convert/archive.h"

namespace slipway::test {

namespace {

namespace multistage = refactor::multistage;

constexpr std::string_view root = "/context";

snapshot::SnapshotPtr snapshot_of(const Archive& archive, std::string dockerfile) {
  std::map<std::string, std::string> files;
  for (const auto& [name, content] : archive.files) files[std::string(root) + "/" + name] = content;
  return snapshot::make_snapshot(std::string(root) + "/Dockerfile", std::move(dockerfile), snapshot::in_memory(std::move(files)));
}

std::string refusal_text(const multistage::Refusal& refusal) {
  return "refused (" + std::string(multistage::code_name(refusal.code)) +
         (refusal.line == 0 ? "" : ", line " + std::to_string(refusal.line)) + "): " + refusal.message + "\n";
}

std::string answer_text(const multistage::Answer& answer) {
  if (const auto* refusal = std::get_if<multistage::Refusal>(&answer)) return refusal_text(*refusal);
  const auto& offer = std::get<multistage::Offer>(answer);
  return offer.plan + "\n" + offer.dockerfile;
}

std::string with_returns(const std::string& text) { return replace_all(text, "\n", "\r\n"); }

}  // namespace

TEST_CASE("conversions") {
  for (const Archive& archive : read_archives("cases")) {
    const std::string dockerfile = archive.files.at("Dockerfile");
    check_answer(archive, answer_text(multistage::convert(*snapshot_of(archive, dockerfile), multistage::BaseChoice::Auto)));
  }
}

TEST_CASE("an answer is not converted again, and its edits give its text") {
  for (const Archive& archive : read_archives("cases")) {
    CAPTURE(archive.path.string());
    const std::string dockerfile = archive.files.at("Dockerfile");
    const auto answer = multistage::convert(*snapshot_of(archive, dockerfile), multistage::BaseChoice::Auto);
    const auto* offer = std::get_if<multistage::Offer>(&answer);
    if (offer == nullptr) continue;
    CHECK(text::apply_edits(dockerfile, offer->edits) == offer->dockerfile);
    const auto again = multistage::convert(*snapshot_of(archive, offer->dockerfile), multistage::BaseChoice::Auto);
    const auto* refusal = std::get_if<multistage::Refusal>(&again);
    REQUIRE(refusal != nullptr);
    CHECK(refusal->code == multistage::RefusalCode::AlreadyMultiStage);
  }
}

TEST_CASE("line ends are the file's own") {
  for (const Archive& archive : read_archives("cases")) {
    CAPTURE(archive.path.string());
    const std::string dockerfile = archive.files.at("Dockerfile");
    const auto answer = multistage::convert(*snapshot_of(archive, dockerfile), multistage::BaseChoice::Auto);
    const auto returns = multistage::convert(*snapshot_of(archive, with_returns(dockerfile)), multistage::BaseChoice::Auto);
    const auto* offer = std::get_if<multistage::Offer>(&answer);
    if (offer == nullptr) continue;
    REQUIRE(std::holds_alternative<multistage::Offer>(returns));
    CHECK(std::get<multistage::Offer>(returns).dockerfile == with_returns(offer->dockerfile));
  }
}

TEST_CASE("what is refused early is refused") {
  for (const Archive& archive : read_archives("cases")) {
    CAPTURE(archive.path.string());
    const auto document = snapshot_of(archive, archive.files.at("Dockerfile"));
    const auto early = multistage::early_refusal(*document);
    const auto answer = multistage::convert(*document, multistage::BaseChoice::Auto);
    if (early) CHECK(std::holds_alternative<multistage::Refusal>(answer));
  }
}

TEST_CASE("the base can be chosen") {
  const std::map<std::string, std::string> files{{"/c/go.mod", "module example.com/a\n\ngo 1.22\n"},
                                                 {"/c/main.go", "package main\n\nfunc main() {}\n"}};
  const auto convert = [&files](multistage::BaseChoice choice) {
    const std::string dockerfile = "FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build -o /a .\nCMD [\"/a\"]\n";
    const auto answer = multistage::convert(*snapshot::make_snapshot("/c/Dockerfile", dockerfile, snapshot::in_memory(files)), choice);
    REQUIRE(std::holds_alternative<multistage::Offer>(answer));
    return std::get<multistage::Offer>(answer).dockerfile;
  };
  CHECK(convert(multistage::BaseChoice::Distroless)
            .find("FROM gcr.io/distroless/static-debian12:nonroot\nWORKDIR /src\nCOPY --from=builder /a /a\nCMD") != std::string::npos);
  CHECK(convert(multistage::BaseChoice::Debian).find("FROM debian:bookworm-slim\n") != std::string::npos);
  CHECK(convert(multistage::BaseChoice::Alpine).find("FROM alpine:") != std::string::npos);
}

}  // namespace slipway::test
