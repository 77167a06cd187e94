#include "lint/check_options.h"

#include "support/strings.h"
#include "syntax/go_text.h"
#include "text/utf8.h"

namespace slipway::lint {

namespace {

std::string trimmed(std::string_view text) { return std::string(text::trim_unicode(text)); }

/// At most three parts: a third `;` stays in the last one (Go's strings.SplitN).
std::vector<std::string_view> parts_of(std::string_view value) {
  std::vector<std::string_view> out;
  while (out.size() < 2) {
    const auto end = value.find(';');
    if (end == std::string_view::npos) break;
    out.push_back(value.substr(0, end));
    value.remove_prefix(end + 1);
  }
  out.push_back(value);
  return out;
}

void read_rules(std::string_view value, bool& all, std::vector<std::string>& names) {
  names.clear();
  const auto list = trimmed(value);
  if (list == "all") {
    all = true;
    return;
  }
  for (const auto name : split(list, ',')) names.push_back(trimmed(name));
}

std::optional<std::string> read_part(std::string_view part, CheckOptions& options) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos) return "invalid check option " + syntax::go_quote(part);
  const auto key = trimmed(part.substr(0, equals));
  const auto value = part.substr(equals + 1);
  if (key == "skip") {
    read_rules(value, options.skip_all, options.skip);
  } else if (key == "experimental") {
    read_rules(value, options.experimental_all, options.experimental);
  } else if (key == "error") {
    const auto flag = syntax::parse_go_bool(trimmed(value));
    if (!flag) {
      return "failed to parse check option " + syntax::go_quote(part) + ": strconv.ParseBool: parsing " + syntax::go_quote(trimmed(value)) +
             ": invalid syntax";
    }
    options.error = *flag;
  } else {
    return "invalid check option " + syntax::go_quote(key);
  }
  return std::nullopt;
}

}  // namespace

CheckOptions parse_check_options(std::string_view value) {
  CheckOptions options;
  const auto whole = trimmed(value);
  if (whole.empty()) return options;
  for (const auto part : parts_of(whole)) {
    if (auto problem = read_part(part, options)) {
      CheckOptions broken;
      broken.problem = std::move(problem);
      return broken;
    }
  }
  return options;
}

}  // namespace slipway::lint
