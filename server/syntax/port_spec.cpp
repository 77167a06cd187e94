#include "syntax/port_spec.h"

#include <algorithm>
#include <vector>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

struct PortRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

std::optional<std::int64_t> parse_port_number(std::string_view text) {
  constexpr std::int64_t highest = 65535;
  const auto number = parse_go_integer(text, 64);
  if (number.error || number.value < 0 || number.value > highest) return std::nullopt;
  return number.value;
}

std::optional<PortRange> parse_port_range(std::string_view text) {
  const auto dash = text.find('-');
  const auto first_text = text.substr(0, dash);
  const auto first = parse_port_number(first_text);
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos || first_text == text.substr(dash + 1)) return PortRange{*first, *first};
  const auto last = parse_port_number(text.substr(dash + 1));
  if (!last || *last < *first) return std::nullopt;
  return PortRange{*first, *last};
}

bool is_ipv4(std::string_view text) {
  const auto parts = split(text, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           const auto value = parse_go_unsigned(part, 10, 32);
           return value && *value <= 255 && part.size() <= 3 && (part.size() == 1 || part.front() != '0');
         });
}

bool is_hex_group(std::string_view text) {
  return !text.empty() && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// Counts the 16-bit groups of one side of `::`; nothing when one is broken.
std::optional<std::size_t> count_groups(std::string_view text, bool may_end_in_ipv4) {
  if (text.empty()) return 0;
  const auto parts = split(text, ':');
  std::size_t groups = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool ipv4 = may_end_in_ipv4 && i + 1 == parts.size() && is_ipv4(parts[i]);
    if (!ipv4 && !is_hex_group(parts[i])) return std::nullopt;
    groups += ipv4 ? 2 : 1;
  }
  return groups;
}

bool is_ipv6(std::string_view text) {
  constexpr std::size_t all_groups = 8;
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text, true) == all_groups;
  const auto before = count_groups(text.substr(0, gap), false);
  const auto after = count_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < all_groups;
}

/// Takes the brackets off `[::1]`; Go's sentence when they are not in order.
std::optional<std::string> strip_brackets(std::string& ip) {
  const auto address = ip + ":";
  const auto fail = [&](std::string_view reason) {
    return "invalid IP address " + ip + ": address " + address + ": " + std::string(reason);
  };
  const auto close = address.find(']');
  if (close == std::string::npos) return fail("missing ']' in address");
  if (close + 1 != address.size() - 1) return fail(address[close + 1] == ':' ? "too many colons in address" : "missing port in address");
  if (address.find('[', 1) != std::string::npos) return fail("unexpected '[' in address");
  ip = ip.substr(1, close - 1);
  return std::nullopt;
}

/// Cuts at colons from the right: ip, host port, container port.
PortSpec split_parts(std::string_view word) {
  PortSpec spec;
  const auto last = word.rfind(':');
  if (last == std::string_view::npos) {
    spec.container = word;
    return spec;
  }
  spec.container = word.substr(last + 1);
  const auto rest = word.substr(0, last);
  const auto middle = rest.rfind(':');
  spec.host = middle == std::string_view::npos ? rest : rest.substr(middle + 1);
  if (middle != std::string_view::npos) spec.ip = rest.substr(0, middle);
  return spec;
}

/// Takes the protocol off the container port.
std::optional<std::string> split_protocol(PortSpec& spec) {
  const auto slash = spec.container.find('/');
  const auto protocol = slash == std::string::npos ? std::string() : spec.container.substr(slash + 1);
  spec.container = spec.container.substr(0, slash);
  if (spec.container.empty()) return "no port specified";
  const auto lower = to_lower(protocol);
  if (!lower.empty() && lower != "tcp" && lower != "udp" && lower != "sctp") return "invalid proto: " + protocol;
  spec.protocol = protocol.empty() ? "tcp" : protocol;
  return std::nullopt;
}

std::optional<std::string> find_error(PortSpec& spec) {
  if (!spec.ip.empty() && spec.ip.front() == '[') {
    if (auto error = strip_brackets(spec.ip)) return error;
  }
  if (!spec.ip.empty() && !is_ipv4(spec.ip) && !is_ipv6(spec.ip)) return "invalid IP address: " + spec.ip;
  const auto container = parse_port_range(spec.container);
  if (!container) return "invalid containerPort: " + spec.container;
  if (spec.host.empty()) return std::nullopt;
  const auto host = parse_port_range(spec.host);
  if (!host) return "invalid hostPort: " + spec.host;
  const auto length = container->last - container->first;
  if (length != host->last - host->first && length != 0) {
    return "invalid ranges specified for container and host Ports: " + spec.container + " and " + spec.host;
  }
  return std::nullopt;
}

}  // namespace

PortSpec parse_port_spec(std::string_view word) {
  auto spec = split_parts(word);
  if (auto reason = split_protocol(spec)) {
    spec.error = "invalid port: " + go_quote(word) + ": " + *reason;
    return spec;
  }
  spec.error = find_error(spec);
  return spec;
}

}  // namespace slipway::syntax
