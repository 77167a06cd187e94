#include "host/program.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/strings.h"

#if defined(__unix__) || defined(__APPLE__)
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
extern char** environ;
#endif

namespace slipway::host {

namespace fs = std::filesystem;

#if defined(__unix__) || defined(__APPLE__)

bool is_in_path(std::string_view program) {
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
  if (path == nullptr) return false;
  for (const auto folder : split(path, ':')) {
    if (!folder.empty() && access((std::string(folder) + "/" + std::string(program)).c_str(), X_OK) == 0) return true;
  }
  return false;
}

namespace {

constexpr auto most_time = std::chrono::seconds(30);

/// A folder that goes away with everything in it.
class Folder {
 public:
  Folder() {
    std::error_code error;
    auto pattern = (fs::temp_directory_path(error) / "slipway-XXXXXX").string();
    if (!error && mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~Folder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Everything until the end of the output; false when it takes too long.
bool read_all(int file, std::string& out) {
  const auto end = std::chrono::steady_clock::now() + most_time;
  char buffer[65536];
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    pollfd waiting = {file, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) return false;
    const auto count = read(file, buffer, sizeof buffer);
    if (count <= 0) return count == 0;
    out.append(buffer, static_cast<std::size_t>(count));
  }
}

/// Starts the program with its output going to `output`; 0 when it cannot be started.
pid_t start(const std::vector<std::string>& words, int output) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const auto& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: posix_spawn's signature is older than const
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : 0;
}

std::string output_of(const std::vector<std::string>& words) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  // The child has its own copy of the writing end as its output; no other program that is started meanwhile shall keep these open.
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  const auto child = start(words, ends[1]);
  close(ends[1]);
  std::string out;
  const bool complete = child != 0 && read_all(ends[0], out);
  close(ends[0]);
  if (child != 0) {
    if (!complete) kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
  return complete ? out : std::string();
}

}  // namespace

std::string run_on_files(const std::vector<std::string>& words, const std::vector<std::string>& texts) {
  const Folder folder;
  if (folder.path().empty()) return {};
  auto all = words;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto path = folder.path() / std::to_string(i);
    std::ofstream(path, std::ios::binary) << texts[i];
    all.push_back(path.string());
  }
  return output_of(all);
}

#else

bool is_in_path(std::string_view /*program*/) { return false; }
std::string run_on_files(const std::vector<std::string>& /*words*/, const std::vector<std::string>& /*texts*/) { return {}; }

#endif

}  // namespace slipway::host
