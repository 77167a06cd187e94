#include "syntax/image_reference.h"

#include <algorithm>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

constexpr std::string_view default_domain = "docker.io";
constexpr std::string_view legacy_domain = "index.docker.io";
constexpr std::string_view official_prefix = "library/";

bool is_lower_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_lower_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
  return std::all_of(text.begin(), text.end(), predicate);
}

/// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
bool is_path_component(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    const auto word = at;
    while (at < text.size() && is_lower_alphanumeric(text[at])) ++at;
    if (at == word) return false;
    if (at == text.size()) return true;
    const auto separator = at;
    while (at < text.size() && text[at] == text[separator] && (text[at] == '.' || text[at] == '_' || text[at] == '-')) ++at;
    const auto length = at - separator;
    if (length == 0 || (text[separator] == '.' && length > 1) || (text[separator] == '_' && length > 2)) return false;
  }
}

bool is_path(std::string_view text) {
  for (;;) {
    const auto slash = text.find('/');
    if (!is_path_component(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

bool is_host_name(std::string_view host) {
  for (const auto component : split(host, '.')) {
    if (component.empty() || !is_alphanumeric(component.front()) || !is_alphanumeric(component.back())) return false;
    if (!all(component, [](char c) { return is_alphanumeric(c) || c == '-'; })) return false;
  }
  return true;
}

/// A host name or `[IPv6]`, with or without `:port`.
bool is_domain(std::string_view text) {
  std::size_t host_end = text.find(':');
  if (!text.empty() && text.front() == '[') {
    const auto close = text.find(']');
    if (close == std::string_view::npos || close == 1) return false;
    if (!all(text.substr(1, close - 1), [](char c) { return is_hex(c) || c == ':'; })) return false;
    host_end = close + 1 == text.size() ? std::string_view::npos : close + 1;
    if (host_end != std::string_view::npos && text[host_end] != ':') return false;
  } else if (!is_host_name(text.substr(0, host_end))) {
    return false;
  }
  if (host_end == std::string_view::npos) return true;
  const auto port = text.substr(host_end + 1);
  return !port.empty() && all(port, is_digit);
}

bool is_tag(std::string_view text) {
  const auto word = [](char c) { return is_alphanumeric(c) || c == '_'; };
  if (text.empty() || text.size() > 128 || !word(text.front())) return false;
  return all(text, [word](char c) { return word(c) || c == '.' || c == '-'; });
}

/// What a reference may have behind `@`; stricter and laxer than a digest (`digest_error`) in places.
bool is_digest_shape(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  std::size_t begin = 0;
  const auto algorithm = text.substr(0, colon);
  for (std::size_t at = 0; at <= algorithm.size(); ++at) {
    const bool ends = at == algorithm.size() || std::string_view("-_+.").find(algorithm[at]) != std::string_view::npos;
    if (!ends) continue;
    const auto component = algorithm.substr(begin, at - begin);
    if (component.empty() || !is_letter(component.front()) || !all(component, is_alphanumeric)) return false;
    begin = at + 1;
  }
  const auto hex = text.substr(colon + 1);
  return hex.size() >= 32 && all(hex, is_hex);
}

struct MatchedReference {
  std::string_view path;
  std::string_view digest;
};

/// Matches a whole name with its domain, as distribution's `ReferenceRegexp` does.
std::optional<MatchedReference> match_reference(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const bool has_domain = is_domain(text.substr(0, slash));
  const auto rest = has_domain ? text.substr(slash + 1) : text;
  const auto path_end = std::min(rest.find_first_of(":@"), rest.size());
  MatchedReference found{rest.substr(0, path_end), {}};
  auto tail = rest.substr(path_end);
  if (!is_path(found.path)) return std::nullopt;
  if (!tail.empty() && tail.front() == ':') {
    const auto tag_end = std::min(tail.find('@'), tail.size());
    if (!is_tag(tail.substr(1, tag_end - 1))) return std::nullopt;
    tail.remove_prefix(tag_end);
  }
  if (tail.empty()) return found;
  found.digest = tail.substr(1);
  if (!is_digest_shape(found.digest)) return std::nullopt;
  return found;
}

struct DomainSplit {
  std::string domain;
  std::string rest;
};

bool is_domain_like(std::string_view part) {
  return part == "localhost" || part.find_first_of(".:") != std::string_view::npos || !is_go_lower(part);
}

DomainSplit split_domain(std::string_view name) {
  const auto slash = name.find('/');
  if (slash == std::string_view::npos) return {std::string(default_domain), std::string(official_prefix) + std::string(name)};
  const auto first = name.substr(0, slash);
  DomainSplit out{std::string(default_domain), std::string(name)};
  if (first == legacy_domain) {
    out.rest = name.substr(slash + 1);
  } else if (is_domain_like(first)) {
    out = {std::string(first), std::string(name.substr(slash + 1))};
  }
  if (out.domain == default_domain && out.rest.find('/') == std::string::npos) out.rest.insert(0, official_prefix);
  return out;
}

/// A name at the default registry such as `golang:1.22` or `bitnami/redis`, which is what nearly all names are, and right.
bool is_everyday_reference(std::string_view name) {
  constexpr std::size_t everyday_length = 63;  // under what makes an identifier, and far under the longest path
  const auto colon = name.find(':');
  const auto path = name.substr(0, colon);
  if (name.size() > everyday_length || !is_path(path)) return false;
  const auto slash = path.find('/');
  if (slash != std::string_view::npos && is_domain_like(path.substr(0, slash))) return false;
  return colon == std::string_view::npos || is_tag(name.substr(colon + 1));
}

/// Blanks out `$NAME` and `${…}`, so that what is left of the name can be searched for separators.
std::string without_variables(std::string_view name) {
  std::string out(name);
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out[at] != '$') continue;
    std::size_t end = at + 1;
    if (end < out.size() && out[end] == '{') {
      unsigned depth = 0;
      for (; end < out.size(); ++end) {
        if (out[end] == '{') ++depth;
        if (out[end] == '}' && --depth == 0) break;
      }
      end = std::min(end + 1, out.size());
    } else {
      while (end < out.size() && (is_alphanumeric(out[end]) || out[end] == '_')) ++end;
    }
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(at), out.begin() + static_cast<std::ptrdiff_t>(end), '$');
    at = end - 1;
  }
  return out;
}

TextRange range_of(std::size_t begin, std::size_t end) { return {static_cast<text::Offset>(begin), static_cast<text::Offset>(end)}; }

}  // namespace

std::string_view ImageReference::short_name() const {
  const std::string_view whole = path;
  const auto shape = without_variables(whole);
  const auto slash = shape.rfind('/');
  return slash == std::string::npos ? whole : whole.substr(slash + 1);
}

std::string ImageReference::familiar_name() const {
  const std::string_view whole = path;
  if (!registry.empty() && registry != default_domain && registry != legacy_domain) return registry + "/" + path;
  if (whole.substr(0, official_prefix.size()) != official_prefix) return path;
  const auto rest = whole.substr(official_prefix.size());
  return std::string(rest.find('/') == std::string_view::npos ? rest : whole);
}

ImageReference parse_image_reference(std::string_view name) {
  const auto shape = without_variables(name);
  const std::string_view view = shape;
  ImageReference out;
  const auto digest_mark = view.find('@');
  const auto end = std::min(digest_mark, view.size());
  out.digest_range = digest_mark == std::string_view::npos ? range_of(end, end) : range_of(digest_mark + 1, view.size());

  std::size_t begin = 0;
  const auto slash = view.substr(0, end).find('/');
  if (slash != std::string_view::npos) {
    const auto first = view.substr(0, slash);
    const bool only_variables = !first.empty() && first.find_first_not_of('$') == std::string_view::npos;
    if (only_variables || is_domain_like(first)) begin = slash + 1;
  }
  out.registry_range = range_of(0, begin == 0 ? 0 : begin - 1);

  const auto last_slash = view.substr(0, end).rfind('/');
  const auto colon = view.substr(0, end).find(':', std::max(begin, last_slash == std::string_view::npos ? 0 : last_slash));
  const auto path_end = std::min(colon, end);
  out.path_range = range_of(begin, path_end);
  out.tag_range = path_end == end ? range_of(end, end) : range_of(path_end + 1, end);

  const auto slice = [name](TextRange range) { return std::string(name.substr(range.begin, range.size())); };
  out.registry = slice(out.registry_range);
  out.path = slice(out.path_range);
  out.tag = slice(out.tag_range);
  out.digest = slice(out.digest_range);
  return out;
}

std::optional<std::string> image_reference_error(std::string_view name) {
  constexpr std::size_t identifier_length = 64;
  constexpr std::size_t longest_path = 255;
  if (is_everyday_reference(name)) return std::nullopt;
  if (name.size() == identifier_length && all(name, is_lower_hex)) {
    return "invalid repository name (" + std::string(name) + "), cannot specify 64-byte hexadecimal strings";
  }
  const auto parts = split_domain(name);
  const std::string_view rest = parts.rest;
  const auto remote = rest.substr(0, rest.find(':'));
  if (!is_go_lower(remote)) return "invalid reference format: repository name (" + std::string(remote) + ") must be lowercase";
  const auto whole = parts.domain + "/" + parts.rest;
  const auto found = match_reference(whole);
  if (!found) {
    if (match_reference(to_lower(whole))) return "repository name must be lowercase";
    return "invalid reference format";
  }
  if (found->path.size() > longest_path) return "repository name must not be more than 255 characters";
  if (!found->digest.empty()) return digest_error(found->digest);
  return std::nullopt;
}

std::optional<std::string> digest_error(std::string_view digest) {
  constexpr std::string_view bad_format = "invalid checksum digest format";
  struct Algorithm {
    std::string_view name;
    std::size_t length;
  };
  constexpr Algorithm algorithms[] = {{"sha256", 64}, {"sha384", 96}, {"sha512", 128}};

  const auto colon = digest.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == digest.size()) return std::string(bad_format);
  const auto name = digest.substr(0, colon);
  const auto encoded = digest.substr(colon + 1);
  for (const auto& algorithm : algorithms) {
    if (algorithm.name != name) continue;
    if (encoded.size() != algorithm.length) return "invalid checksum digest length";
    if (!all(encoded, is_lower_hex)) return std::string(bad_format);
    return std::nullopt;
  }
  bool after_separator = true;
  for (const char c : name) {
    const bool separator = c == '.' || c == '+' || c == '_' || c == '-';
    if (separator ? after_separator : !is_lower_alphanumeric(c)) return std::string(bad_format);
    after_separator = separator;
  }
  if (after_separator) return std::string(bad_format);
  if (!all(encoded, [](char c) { return is_alphanumeric(c) || c == '=' || c == '_' || c == '-'; })) return std::string(bad_format);
  return "unsupported digest algorithm";
}

}  // namespace slipway::syntax
