#include "refactor/multistage/convert.h"

#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

namespace multistage = refactor::multistage;

constexpr std::pair<std::string_view, multistage::BaseChoice> bases[] = {
    {"auto", multistage::BaseChoice::Auto},
    {"debian", multistage::BaseChoice::Debian},
    {"alpine", multistage::BaseChoice::Alpine},
    {"distroless", multistage::BaseChoice::Distroless},
};

std::optional<multistage::BaseChoice> base_named(std::string_view name) {
  for (const auto& [known, base] : bases) {
    if (known == name) return base;
  }
  return std::nullopt;
}

lsp::Conversion to_lsp(multistage::Offer offer) {
  lsp::Conversion out;
  out.ecosystem = std::move(offer.ecosystem);
  out.safety = offer.safety == multistage::Safety::Safe ? "safe" : "review";
  for (auto& note : offer.notes) out.notes.push_back({std::move(note.code), note.line, std::move(note.message)});
  out.dockerfile = std::move(offer.dockerfile);
  return out;
}

}  // namespace

Answer<lsp::ConvertAnswer> convert(const Reading& in, const lsp::ConvertParams& params) {
  const auto base = base_named(params.base.value_or("auto"));
  if (!base) {
    return jsonrpc::ResponseError{jsonrpc::ErrorCode::InvalidParams,
                                  "params.base: \"auto\", \"debian\", \"alpine\" or \"distroless\" is expected."};
  }
  auto found = multistage::convert(*in.document, *base);
  if (in.is_outdated()) return outdated();
  if (auto* offer = std::get_if<multistage::Offer>(&found)) return lsp::ConvertAnswer(to_lsp(std::move(*offer)));
  const auto& refusal = std::get<multistage::Refusal>(found);
  return lsp::ConvertAnswer(lsp::ConversionRefusal{std::string(multistage::code_name(refusal.code)), refusal.message, refusal.line});
}

}  // namespace slipway::host::handlers
