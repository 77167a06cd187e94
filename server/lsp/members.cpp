#include "lsp/members.h"

#include <nlohmann/json.hpp>

namespace slipway::lsp {

std::string with_member(std::string_view object, std::string_view name, std::string_view value) {
  auto parsed = nlohmann::ordered_json::parse(object, nullptr, false);
  if (!parsed.is_object()) return std::string(object);
  parsed[std::string(name)] = nlohmann::ordered_json::parse(value, nullptr, false);
  return parsed.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace slipway::lsp
