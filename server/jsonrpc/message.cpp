#include "jsonrpc/message.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "jsonrpc/writer.h"

namespace slipway::jsonrpc {

namespace {

using nlohmann::json;

Packet single(Message message) {
  Packet packet;
  packet.messages.push_back(std::move(message));
  return packet;
}

Invalid invalid(Id id, ErrorCode code, std::string message) { return {std::move(id), {code, std::move(message)}}; }

/// Depth of brackets outside strings; a cheap look before anything is built.
bool too_deep(std::string_view body) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const char c = body[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_json_depth) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

/// The code unit of a `\uXXXX` at `at`; nothing when there is none.
std::optional<unsigned> escaped_unit(std::string_view body, std::size_t at) {
  if (at + 6 > body.size() || body[at] != '\\' || body[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : body.substr(at + 2, 4)) {
    const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10
                                                  : 16;
    if (digit == 16) return std::nullopt;
    unit = unit * 16 + digit;
  }
  return unit;
}

/// Editors send half an emoji as an escape without its partner; U+FFFD takes one UTF-16 unit as well, so that columns stay right.
std::string without_lone_surrogates(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    if (body[at] != '\\') {
      out += body[at++];
      continue;
    }
    const auto unit = escaped_unit(body, at);
    const auto next = unit ? escaped_unit(body, at + 6) : std::nullopt;
    const bool high = unit && *unit >= 0xD800 && *unit <= 0xDBFF;
    const bool low = unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
    if (high && next && *next >= 0xDC00 && *next <= 0xDFFF) {
      out += body.substr(at, 12);
      at += 12;
    } else if (high || low) {
      out += "\\uFFFD";
      at += 6;
    } else {
      out += body.substr(at, 2);
      at += 2;
    }
  }
  return out;
}

std::optional<Id> read_id(const json& value) {
  if (value.is_null()) return Id(nullptr);
  if (value.is_string()) return Id(value.get<std::string>());
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  if (value.is_number_integer()) return Id(value.get<std::int64_t>());
  // Some clients know one kind of number and write 3.0.
  if (value.is_number_float() && std::abs(value.get<double>()) < 9e15 && std::floor(value.get<double>()) == value.get<double>()) {
    return Id(static_cast<std::int64_t>(value.get<double>()));
  }
  return std::nullopt;
}

Value take(json& object, const char* name) {
  const auto at = object.find(name);
  return std::make_shared<const json>(at == object.end() ? json() : std::move(*at));
}

Message read_message(json& value) {
  if (!value.is_object()) return invalid(nullptr, ErrorCode::InvalidRequest, "A message must be a JSON object.");
  const bool has_id = value.contains("id");
  const auto id = has_id ? read_id(value["id"]) : std::optional<Id>(nullptr);
  if (!id) return invalid(nullptr, ErrorCode::InvalidRequest, "id: a string, an integer or null is expected.");
  const auto method = value.find("method");
  if (method == value.end()) {
    if (has_id && (value.contains("result") || value.contains("error"))) return Response{*id, take(value, "result")};
    return invalid(*id, ErrorCode::InvalidRequest, "method: a string is missing.");
  }
  if (!method->is_string()) return invalid(*id, ErrorCode::InvalidRequest, "method: a string is expected.");
  auto name = method->get<std::string>();
  if (has_id) return Request{*id, std::move(name), take(value, "params")};
  return Notification{std::move(name), take(value, "params")};
}

}  // namespace

Packet parse_packet(std::string_view body) {
  if (too_deep(body)) return single(invalid(nullptr, ErrorCode::ParseError, "The message is nested too deeply."));
  auto value = json::parse(body, nullptr, false);
  if (value.is_discarded()) value = json::parse(without_lone_surrogates(body), nullptr, false);
  if (value.is_discarded()) return single(invalid(nullptr, ErrorCode::ParseError, "The message is not valid JSON."));
  if (!value.is_array()) return single(read_message(value));
  if (value.empty()) return single(invalid(nullptr, ErrorCode::InvalidRequest, "A batch must hold at least one message."));
  Packet packet;
  packet.is_batch = true;
  for (auto& element : value) packet.messages.push_back(read_message(element));
  return packet;
}

std::string to_text(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::string id_text(const Id& id) {
  if (const auto* number = std::get_if<std::int64_t>(&id)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&id)) return json_string(*text);
  return "null";
}

std::string response_text(const Id& id, std::string_view result) {
  std::string out;
  out.reserve(result.size() + 64);
  out += R"({"jsonrpc":"2.0","id":)";
  out += id_text(id);
  out += R"(,"result":)";
  out += result;
  out += '}';
  return out;
}

std::string error_text(const Id& id, const ResponseError& error) {
  Writer writer;
  writer.begin_object().key("jsonrpc").text("2.0").key("id").raw(id_text(id)).key("error").begin_object();
  writer.key("code").number(static_cast<std::int64_t>(error.code)).key("message").text(error.message).end_object().end_object();
  return writer.take();
}

std::string notification_text(std::string_view method, std::string_view params) {
  Writer writer;
  writer.begin_object().key("jsonrpc").text("2.0").key("method").text(method).key("params").raw(params).end_object();
  return writer.take();
}

std::string request_text(const Id& id, std::string_view method, std::string_view params) {
  Writer writer;
  writer.begin_object().key("jsonrpc").text("2.0").key("id").raw(id_text(id)).key("method").text(method);
  writer.key("params").raw(params).end_object();
  return writer.take();
}

}  // namespace slipway::jsonrpc
