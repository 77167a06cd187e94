#include "host/uri.h"

#include "support/strings.h"

namespace slipway::host {

namespace {

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low < 0) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

/// Characters that stand for themselves in a path of a URI (RFC 3986, "pchar").
bool stays(char c) {
  constexpr std::string_view marks = "/-._~!$&'()*+,;=:@";
  return is_letter(c) || is_digit(c) || marks.find(c) != std::string_view::npos;
}

}  // namespace

std::string path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!starts_with_ignoring_case(uri, scheme)) return {};
  uri.remove_prefix(scheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));
  const auto slash = uri.find('/');
  if (slash == std::string_view::npos) return {};
  const auto host = uri.substr(0, slash);
  auto path = percent_decoded(uri.substr(slash));
  if (path.find('\0') != std::string::npos) return {};
  if (host.empty() || equals_ignoring_case(host, "localhost")) return path;
  std::string shared = "//";
  shared += host;
  return shared + path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "file://";
  for (const char c : path) {
    if (stays(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

}  // namespace slipway::host
