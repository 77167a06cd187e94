#include "syntax/git_reference.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::optional<unsigned> hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

enum class Plus { Stays, IsSpace };

/// Decodes `%xx`; nothing when a percent sign has no two digits behind it.
std::optional<std::string> unescape(std::string_view text, Plus plus) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at] == '+' && plus == Plus::IsSpace ? ' ' : text[at];
      continue;
    }
    const auto high = at + 2 < text.size() ? hex_value(text[at + 1]) : std::nullopt;
    const auto low = at + 2 < text.size() ? hex_value(text[at + 2]) : std::nullopt;
    if (!high || !low) return std::nullopt;
    out += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  return out;
}

/// The parts of a URL that matter here.
struct Url {
  std::string path;
  std::string query;
  std::string fragment;
};

bool is_host_good(std::string_view authority) {
  const auto host = authority.substr(authority.rfind('@') == std::string_view::npos ? 0 : authority.rfind('@') + 1);
  const auto colon = host.find(']') == std::string_view::npos ? host.rfind(':') : host.find(':', host.find(']'));
  const auto port = colon == std::string_view::npos ? std::string_view() : host.substr(colon + 1);
  return std::all_of(port.begin(), port.end(), is_digit) && host.find_first_of(" <>\"\\^`{}|") == std::string_view::npos;
}

/// Go's url.Parse for a text with a scheme, as far as its failures can be told.
std::optional<Url> parse_url(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; })) return std::nullopt;
  Url url;
  const auto hash = text.find('#');
  if (hash != std::string_view::npos) {
    auto fragment = unescape(text.substr(hash + 1), Plus::Stays);
    if (!fragment) return std::nullopt;
    url.fragment = std::move(*fragment);
    text = text.substr(0, hash);
  }
  const auto question = text.find('?');
  if (question != std::string_view::npos) {
    url.query = text.substr(question + 1);
    text = text.substr(0, question);
  }
  const auto scheme_end = text.find("://");
  if (scheme_end != std::string_view::npos) {
    text.remove_prefix(scheme_end + 3);
    const auto slash = std::min(text.find('/'), text.size());
    if (!is_host_good(text.substr(0, slash))) return std::nullopt;
    text.remove_prefix(slash);
  }
  auto path = unescape(text, Plus::Stays);
  if (!path) return std::nullopt;
  url.path = std::move(*path);
  return url;
}

/// The lower-case scheme of `scheme://…`; empty without one.
std::string scheme_of(std::string_view text) {
  const auto end = text.find("://");
  if (end == std::string_view::npos || end == 0) return {};
  const auto name = text.substr(0, end);
  if (!std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); })) return {};
  return to_lower(name);
}

/// `user@host:path?query#fragment`.
std::optional<Url> parse_scp_style(std::string_view text) {
  const auto at = text.find('@');
  const auto colon = text.find(':', at == std::string_view::npos ? 0 : at);
  if (at == std::string_view::npos || at == 0 || colon == std::string_view::npos || colon == at + 1) return std::nullopt;
  const auto made_of = [](std::string_view part, char other) {
    return std::all_of(part.begin(), part.end(), [other](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == other; });
  };
  if (!made_of(text.substr(0, at), '_') || !made_of(text.substr(at + 1, colon - at - 1), '.')) return std::nullopt;
  Url url;
  auto rest = text.substr(colon + 1);
  const auto question = rest.find('?');
  const auto hash = rest.find('#', question == std::string_view::npos ? 0 : question);
  if (hash != std::string_view::npos) url.fragment = rest.substr(hash + 1);
  rest = rest.substr(0, hash);
  if (question != std::string_view::npos) url.query = rest.substr(question + 1);
  url.path = rest.substr(0, question);
  return url;
}

using Query = std::map<std::string, std::vector<std::string>>;

Query parse_query(std::string_view text) {
  Query query;
  for (const auto pair : split(text, '&')) {
    if (pair.empty() || pair.find(';') != std::string_view::npos) continue;
    const auto equals = pair.find('=');
    const auto key = unescape(pair.substr(0, equals), Plus::IsSpace);
    const auto value = unescape(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), Plus::IsSpace);
    if (key && value) query[*key].push_back(*value);
  }
  return query;
}

/// What a git URL's fragment and query say.
class GitOptions {
 public:
  explicit GitOptions(std::string_view fragment) {
    const auto colon = fragment.find(':');
    ref_ = fragment.substr(0, colon);
    if (colon != std::string_view::npos) subdir_ = fragment.substr(colon + 1);
    while (!subdir_.empty() && subdir_.front() == '/') subdir_.erase(0, 1);
  }

  std::optional<std::string> read(const Query& query, CopySource& source) {
    for (const auto& [key, values] : query) {
      if (auto error = read_value(key, values, source)) return error;
    }
    return read_names();
  }

 private:
  std::optional<std::string> read_value(const std::string& key, const std::vector<std::string>& values, CopySource& source) {
    if (values.size() > 1) return "query " + go_quote(key) + " has multiple values";
    const auto& value = values.front();
    if (key == "submodules" || key == "keep-git-dir" || key == "fetch-by-commit") {
      const auto flag = value.empty() ? std::optional(true) : parse_go_bool(value);
      if (!flag) return "invalid " + key + " value: " + go_quote(value);
      if (key == "keep-git-dir") source.keep_git_dir = flag;
      return std::nullopt;
    }
    if (value.empty()) return "query " + go_quote(key) + " has no value";
    if (key == "ref") return take(value, ref_, "ref");
    if (key == "subdir") return take(value, subdir_, "subdir");
    if (key == "tag") return keep(value, tag_);
    if (key == "branch") return keep(value, branch_);
    if (key == "checksum" || key == "commit") return keep(value, source.checksum);
    if (key != "mtime") return "unexpected query " + go_quote(key);
    if (value == "checkout" || value == "commit") return std::nullopt;
    return "invalid mtime value: " + go_quote(value) + " (must be \"checkout\" or \"commit\")";
  }

  static std::optional<std::string> keep(const std::string& value, std::string& into) {
    into = value;
    return std::nullopt;
  }

  static std::optional<std::string> take(const std::string& value, std::string& into, std::string_view what) {
    if (!into.empty() && into != value) return std::string(what) + " conflicts: " + go_quote(into) + " vs " + go_quote(value);
    into = value;
    return std::nullopt;
  }

  static std::string with_prefix(std::string_view prefix, const std::string& name) {
    return starts_with(name, prefix) ? name : std::string(prefix) + name;
  }

  std::optional<std::string> read_names() {
    if (!tag_.empty()) {
      if (auto error = take(with_prefix("refs/tags/", tag_), ref_, "ref")) return error;
    }
    if (branch_.empty()) return std::nullopt;
    if (!tag_.empty()) return "branch conflicts with tag";
    return take(with_prefix("refs/heads/", branch_), ref_, "ref");
  }

  std::string ref_;
  std::string subdir_;
  std::string tag_;
  std::string branch_;
};

struct GitUrl {
  SourceKind kind = SourceKind::Git;
  Url url;
};

std::optional<GitUrl> parse_git_url(std::string_view source) {
  constexpr std::string_view suffix = ".git";
  if (starts_with(source, "./") || starts_with(source, "../")) return std::nullopt;
  if (starts_with(source, "github.com/")) {
    auto url = parse_url(source);
    return url ? std::optional(GitUrl{SourceKind::GitLikeLocal, std::move(*url)}) : std::nullopt;
  }
  const auto scheme = scheme_of(source);
  if (scheme.empty()) {
    auto url = parse_scp_style(source);
    return url ? std::optional(GitUrl{SourceKind::Git, std::move(*url)}) : std::nullopt;
  }
  const bool web = scheme == "http" || scheme == "https";
  if (!web && scheme != "git" && scheme != "ssh") return std::nullopt;
  auto url = parse_url(source);
  if (!url) return std::nullopt;
  const bool ends_in_git =
      url->path.size() >= suffix.size() && std::string_view(url->path).substr(url->path.size() - suffix.size()) == suffix;
  if (web && !ends_in_git) return std::nullopt;
  return GitUrl{SourceKind::Git, std::move(*url)};
}

}  // namespace

CopySource parse_copy_source(std::string_view text) {
  CopySource source;
  const auto git = parse_git_url(text);
  if (git) {
    source.kind = git->kind;
    source.error = GitOptions(git->url.fragment).read(parse_query(git->url.query), source);
  } else if (starts_with(text, "http://") || starts_with(text, "https://")) {
    source.kind = SourceKind::Http;
  }
  return source;
}

}  // namespace slipway::syntax
