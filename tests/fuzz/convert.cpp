// A conversion that is offered applies, and its result is multi-stage and is not converted again.

#include "refactor/multistage/convert.h"
#include "tests/fuzz/fuzz.h"

using namespace slipway;
namespace multistage = refactor::multistage;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = snapshot::in_memory({{"/app/go.mod", "module x\n"}, {"/app/package.json", "{\"scripts\": {\"build\": \"tsc\"}}"}});
  const auto before = snapshot::make_snapshot("/app/Dockerfile", std::string(test::as_text(data, size)), files);
  const auto answer = multistage::convert(*before, multistage::BaseChoice::Auto);
  const auto* offer = std::get_if<multistage::Offer>(&answer);
  if (offer == nullptr) return 0;
  test::require(text::apply_edits(before->text(), offer->edits) == offer->dockerfile, "the edits give the Dockerfile shown");
  const auto after = snapshot::make_snapshot("/app/Dockerfile", offer->dockerfile, files);
  const auto again = multistage::convert(*after, multistage::BaseChoice::Auto);
  const auto* refusal = std::get_if<multistage::Refusal>(&again);
  test::require(refusal != nullptr && refusal->code == multistage::RefusalCode::AlreadyMultiStage, "a result is not converted again");
  return 0;
}
