#include "semantic/mount_spec.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/csv_fields.h"
#include "syntax/go_text.h"

namespace slipway::semantic {

namespace {

const std::vector<std::string_view> mount_types = {"bind", "cache", "tmpfs", "secret", "ssh"};
const std::vector<std::string_view> sharing_modes = {"shared", "private", "locked"};
const std::vector<std::string_view> keys = {"type", "from", "source", "target", "readonly",    "id", "sharing", "required",  "size", "mode",
                                            "uid",  "gid",  "src",    "dst",    "destination", "ro", "rw",      "readwrite", "env"};

bool is_among(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Go's ParseFloat for plain decimal numbers.
bool is_decimal(std::string_view text) {
  std::size_t digits = 0;
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  for (bool point = false; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    point = point || text[at] == '.';
    digits += text[at] == '.' ? 0 : 1;
  }
  if (digits == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  return !syntax::parse_go_integer(text.substr(at + 1), 32).error;
}

/// A size such as `64m` or `1.5 GiB` (docker/go-units, RAMInBytes).
bool is_size(std::string_view text) {
  const auto end = text.find_last_of("0123456789. ");
  if (end == std::string_view::npos) return false;
  const auto number = text.substr(0, text[end] == ' ' ? end : end + 1);
  if (!is_decimal(number) || (number.front() == '-' && std::strtod(std::string(number).c_str(), nullptr) < 0)) return false;
  const auto suffix = to_lower(text.substr(end + 1));
  if (suffix.empty() || suffix == "b") return true;
  if (std::string_view("kmgtp").find(suffix.front()) == std::string_view::npos) return false;
  const auto rest = std::string_view(suffix).substr(1);
  return rest.empty() || rest == "b" || rest == "ib";
}

/// One mount while its fields are read.
class MountReader {
 public:
  using Error = std::optional<std::string>;

  explicit MountReader(const std::function<Expansion(std::string_view)>& expand) : expand_(expand) {}

  MountSpec run(std::string_view value) {
    const auto csv = syntax::read_csv_fields(value);
    if (csv.error) {
      mount_.error = "failed to parse csv mounts: " + *csv.error;
      return std::move(mount_);
    }
    for (const auto& field : csv.fields) {
      mount_.error = read_field(field);
      if (mount_.error) return std::move(mount_);
    }
    mount_.error = find_contradiction();
    return std::move(mount_);
  }

 private:
  [[nodiscard]] bool takes_required() const { return mount_.type == "secret" || mount_.type == "ssh"; }
  [[nodiscard]] std::string wrong_for_type(const std::string& key) const {
    return "unexpected key '" + key + "' for mount type '" + mount_.type + "'";
  }

  Error read_field(const std::string& field) {
    const auto equals = field.find('=');
    const auto key = to_lower(std::string_view(field).substr(0, equals));
    if (equals == std::string::npos) return read_bare(key, field);
    const auto word = std::string_view(field).substr(equals + 1);
    auto value = expand_(word);
    if (value.error) return "failed to process " + syntax::go_quote(word) + ": " + *value.error;
    return read_value(key, std::move(value.text), field);
  }

  [[nodiscard]] Error read_bare(const std::string& key, const std::string& field) const {
    if (key == "readonly" || key == "ro" || key == "readwrite" || key == "rw") return std::nullopt;
    if (key != "required") return "invalid field '" + field + "' must be a key=value pair";
    return takes_required() ? Error() : wrong_for_type(key);
  }

  Error read_value(const std::string& key, std::string value, const std::string& field) {
    const auto invalid = [&] { return "invalid value for " + key + ": " + value; };
    if (auto* text = text_member(key)) {
      *text = std::move(value);
      return std::nullopt;
    }
    if (key == "type") return read_choice(mount_.type, value, mount_types, "unsupported mount type ");
    if (key == "sharing") return read_choice(mount_.sharing, value, sharing_modes, "unsupported sharing value ");
    if (key == "readonly" || key == "ro" || key == "readwrite" || key == "rw") return syntax::parse_go_bool(value) ? Error() : invalid();
    if (key == "required") return !takes_required() ? wrong_for_type(key) : syntax::parse_go_bool(value) ? Error() : invalid();
    if (key == "size") return mount_.type != "tmpfs" ? wrong_for_type(key) : is_size(value) ? Error() : invalid();
    if (key == "mode") return read_number(mount_.has_mode, key, value, 8);
    if (key == "uid") return read_number(mount_.has_uid, key, value, 10);
    if (key == "gid") return read_number(mount_.has_gid, key, value, 10);
    if (key == "env") return std::nullopt;
    return "unexpected key '" + key + "' in '" + field + "'" + did_you_mean(key, keys);
  }

  std::string* text_member(std::string_view key) {
    if (key == "from") return &mount_.from;
    if (key == "source" || key == "src") return &mount_.source;
    if (key == "target" || key == "dst" || key == "destination") return &mount_.target;
    return key == "id" ? &mount_.id : nullptr;
  }

  static Error read_choice(std::string& into, const std::string& value, const std::vector<std::string_view>& choices,
                           std::string_view message) {
    auto lower = to_lower(value);
    if (!is_among(choices, lower)) return std::string(message) + syntax::go_quote(value) + did_you_mean(value, choices);
    into = std::move(lower);
    return std::nullopt;
  }

  static Error read_number(bool& into, const std::string& key, const std::string& value, unsigned base) {
    into = true;
    return syntax::parse_go_unsigned(value, base, 32) ? Error() : "invalid value " + value + " for " + key;
  }

  [[nodiscard]] Error find_contradiction() const {
    const auto& type = mount_.type;
    if (type == "bind" || type == "tmpfs") {
      const auto not_allowed = [&](std::string_view key) {
        return std::string(key) + " not allowed for " + syntax::go_quote(type) + " type mounts";
      };
      if (mount_.has_mode) return not_allowed("mode");
      if (mount_.has_uid) return not_allowed("uid");
      if (mount_.has_gid) return not_allowed("gid");
    }
    if (type == "secret") {
      if (!mount_.from.empty()) return "secret mount should not have a from";
      if (!mount_.sharing.empty()) return "secret mount should not define sharing";
      if (mount_.source.empty() && mount_.target.empty() && mount_.id.empty())
        return "invalid secret mount. one of source, target required";
      if (!mount_.source.empty() && !mount_.id.empty()) return "both source and id can't be set";
    }
    if (!mount_.sharing.empty() && type != "cache") return "invalid cache sharing set for " + type + " mount";
    return std::nullopt;
  }

  const std::function<Expansion(std::string_view)>& expand_;
  MountSpec mount_;
};

}  // namespace

MountSpec read_mount_spec(std::string_view value, const std::function<Expansion(std::string_view)>& expand) {
  return MountReader(expand).run(value);
}

std::string mount_source_name(std::string_view value) {
  std::string from;
  for (const auto& field : syntax::read_csv_fields(value).fields) {
    const auto equals = field.find('=');
    if (equals != std::string::npos && equals_ignoring_case(std::string_view(field).substr(0, equals), "from"))
      from = field.substr(equals + 1);
  }
  return from;
}

}  // namespace slipway::semantic
