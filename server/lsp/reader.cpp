#include "lsp/reader.h"

#include <nlohmann/json.hpp>

#include "jsonrpc/message.h"

namespace slipway::lsp {

Reader::Reader(const nlohmann::json& value, std::string& problem) : Reader(&value, problem, "params") {}

Reader::Reader(const nlohmann::json* value, std::string& problem, std::string path)
    : value_(value), problem_(&problem), path_(std::move(path)) {}

Reader Reader::operator[](std::string_view name) const {
  std::string path = path_;
  path += '.';
  path += name;
  if (!is_object()) return {nullptr, *problem_, std::move(path)};
  const auto at = value_->find(name);
  return {at == value_->end() ? nullptr : &*at, *problem_, std::move(path)};
}

bool Reader::present() const { return value_ != nullptr && !value_->is_null(); }
bool Reader::is_object() const { return value_ != nullptr && value_->is_object(); }
bool Reader::is_array() const { return value_ != nullptr && value_->is_array(); }
bool Reader::is_text() const { return value_ != nullptr && value_->is_string(); }

void Reader::complain(std::string_view expected) const {
  if (!problem_->empty()) return;
  *problem_ = path_ + ": ";
  *problem_ += expected;
  *problem_ += present() ? " is expected." : " is missing.";
}

std::string Reader::text() const {
  if (value_ != nullptr && value_->is_string()) return value_->get<std::string>();
  complain("a string");
  return {};
}

std::int64_t Reader::number() const {
  if (value_ != nullptr && value_->is_number_unsigned()) {
    const auto number = value_->get<std::uint64_t>();
    return number > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(number);
  }
  if (value_ != nullptr && value_->is_number_integer()) return value_->get<std::int64_t>();
  if (value_ != nullptr && value_->is_number_float()) {  // 3.0, or Number.MAX_VALUE for "the end of the line"
    const auto number = value_->get<double>();
    constexpr double limit = 9e15;
    return number > limit ? INT64_MAX : number < -limit ? INT64_MIN : static_cast<std::int64_t>(number);
  }
  complain("a number");
  return 0;
}

std::vector<Reader> Reader::items() const {
  std::vector<Reader> out;
  if (!is_array()) {
    complain("an array");
    return out;
  }
  out.reserve(value_->size());
  for (const auto& element : *value_) {
    out.push_back(Reader(&element, *problem_, path_ + '[' + std::to_string(out.size()) + ']'));
  }
  return out;
}

std::optional<std::string> Reader::optional_text() const { return present() ? std::optional(text()) : std::nullopt; }
std::optional<std::int64_t> Reader::optional_number() const { return present() ? std::optional(number()) : std::nullopt; }
std::vector<Reader> Reader::optional_items() const { return present() ? items() : std::vector<Reader>(); }

bool Reader::flag() const { return value_ != nullptr && value_->is_boolean() && value_->get<bool>(); }

std::vector<std::string> Reader::texts() const {
  std::vector<std::string> out;
  if (!is_array()) return out;
  for (const auto& element : *value_) {
    if (element.is_string()) out.push_back(element.get<std::string>());
  }
  return out;
}

std::string Reader::json() const { return value_ == nullptr ? "null" : jsonrpc::to_text(*value_); }

}  // namespace slipway::lsp
