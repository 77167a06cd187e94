#include "cli/files.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>

#include "support/strings.h"

namespace slipway::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> base_names = {"dockerfile", "containerfile"};
constexpr std::array<std::string_view, 6> skipped_folders = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

void collect(const fs::path& folder, std::vector<std::string>& out) {
  std::error_code error;
  std::vector<fs::path> folders;
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code kind_error;
    const auto name = it->path().filename().string();
    if (it->is_directory(kind_error) && !it->is_symlink(kind_error)) {
      if (std::find(skipped_folders.begin(), skipped_folders.end(), name) == skipped_folders.end()) folders.push_back(it->path());
    } else if (is_dockerfile_name(name) && it->is_regular_file(kind_error)) {
      out.push_back(it->path().string());
    }
  }
  for (const auto& below : folders) collect(below, out);
}

/// A Dockerfile may hold a stray NUL (BuildKit reads on); what is mostly control characters, or begins like a program or archive, is none.
bool looks_binary(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> beginnings = {
      "\x7f"
      "ELF",
      "\x1f\x8b", "PK\x03\x04", "\x89PNG", "\xca\xfe\xba\xbe"};
  for (const auto beginning : beginnings) {
    if (bytes.substr(0, beginning.size()) == beginning) return true;
  }
  const auto head = bytes.substr(0, 8192);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !is_space(c) && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 10 > head.size();
}

Result<std::string> read_stream(std::FILE* stream, const std::string& shown) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), stream)) bytes.append(buffer.data(), count);
  if (std::ferror(stream) != 0) return Error{"cannot read " + shown + ": " + std::strerror(errno) + "."};
  if (looks_binary(bytes)) return Error{shown + " is a binary file, not a Dockerfile."};
  return bytes;
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

}  // namespace

bool is_dockerfile_name(std::string_view name) {
  const auto lower = to_lower(name);
  for (const auto base : base_names) {
    if (lower == base || ends_with(lower, "." + std::string(base))) return true;
    if (starts_with_ignoring_case(lower, std::string(base) + ".") && !ends_with(lower, ".dockerignore")) return true;
  }
  return false;
}

std::vector<std::string> find_files(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const auto& path : paths) {
    std::vector<std::string> found;
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      collect(fs::path(path), found);
      std::sort(found.begin(), found.end());
      for (auto& file : found) {
        if (path == "." && file.compare(0, 2, "./") == 0) file.erase(0, 2);
      }
    } else {
      found.push_back(path);
    }
    for (auto& file : found) {
      if (seen.insert(file).second) out.push_back(std::move(file));
    }
  }
  return out;
}

Result<std::string> read_input(const std::string& path) {
  if (path == "-") return read_stream(stdin, "standard input");
  const auto shown = "'" + path + "'";
  std::error_code error;
  if (fs::is_directory(path, error)) return Error{shown + " is a folder, not a file."};
  const File file(std::fopen(path.c_str(), "rb"));
  if (file) return read_stream(file.get(), shown);
  if (errno == ENOENT) return Error{"there is no file " + shown + "."};
  return Error{"cannot read " + shown + ": " + std::strerror(errno) + "."};
}

Result<snapshot::SnapshotPtr> open_document(const std::string& path) {
  auto bytes = read_input(path);
  if (!bytes.ok()) return bytes.error();
  std::error_code error;
  const auto absolute = fs::absolute(path == "-" ? "Dockerfile" : path, error).lexically_normal();
  return snapshot::make_snapshot(error ? path : absolute.string(), std::move(bytes.value()), snapshot::disk());
}

Result<std::string> replace_file(const std::string& path, std::string_view bytes) {
  // Through links to the file itself, so that a link stays one.
  std::error_code error;
  const auto target = fs::canonical(path, error);
  if (error) return Error{"cannot write '" + path + "': " + error.message() + "."};
  auto beside = target.string() + ".slipway-XXXXXX";
  const int descriptor = mkstemp(beside.data());
  if (descriptor < 0) return Error{"cannot write beside '" + path + "': " + std::strerror(errno) + "."};
  const File file(fdopen(descriptor, "wb"));
  const bool written =
      std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() && std::fflush(file.get()) == 0 && fsync(descriptor) == 0;
  if (written) fs::permissions(beside, fs::status(target, error).permissions(), error);
  if (written && !error) fs::rename(beside, target, error);
  if (written && !error) return path;
  const auto reason = error ? error.message() : std::string(std::strerror(errno));
  fs::remove(beside, error);
  return Error{"cannot write '" + path + "': " + reason + "."};
}

}  // namespace slipway::cli
