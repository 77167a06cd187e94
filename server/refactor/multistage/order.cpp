#include "refactor/multistage/order.h"

#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using syntax::Keyword;

namespace {

/// WORKDIR in force before a step.
std::string folder_before(const Facts& facts, std::size_t step) { return step == 0 ? std::string("/") : facts.step(step - 1).folder; }

/// A folder as it is best written: from the working folder where it stands below.
std::string written_folder(const std::string& here, std::string_view folder) {
  if (folder == here) return "./";
  if (here != "/" && is_under(folder, here)) return "./" + std::string(below(folder, here)) + "/";
  return std::string(folder) + (folder == "/" ? "" : "/");
}

}  // namespace

std::string copy_line(const Facts& facts, std::size_t step, const std::vector<std::string>& files, std::string_view image_folder) {
  return "COPY " + join(files, " ") + " " + written_folder(folder_before(facts, step), image_folder);
}

std::string run_line(const Facts& facts, std::size_t step, std::string_view command, std::string_view image_folder) {
  const std::string here = folder_before(facts, step);
  std::string out = "RUN ";
  if (image_folder != here) {
    const bool inside = here != "/" && is_under(image_folder, here);
    out += "cd " + std::string(inside ? below(image_folder, here) : image_folder) + " && ";
  }
  return out + std::string(command);
}

bool mounts_secrets(const Facts& facts) {
  for (const Step& step : facts.walk.steps) {
    for (const syntax::Mount& mount : step.syntax().mounts) {
      if (mount.type() == "secret" || mount.type() == "ssh") return true;
    }
  }
  return false;
}

bool can_go_up(const Facts& facts, std::size_t step, std::size_t before) {
  for (std::size_t i = before; i < step; ++i) {
    switch (facts.step(i).keyword()) {
      case Keyword::Run:
      case Keyword::Env:
      case Keyword::Arg:
      case Keyword::User:
      case Keyword::Workdir:
      case Keyword::Shell: return false;
      default: break;
    }
  }
  return true;
}

}  // namespace slipway::refactor::multistage
