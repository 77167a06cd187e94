#pragma once
// `slipway lint`: findings in files, folders or standard input.

#include <string>
#include <vector>

#include "cli/console.h"
#include "lint/engine.h"
#include "snapshot/document_snapshot.h"

namespace slipway::cli {

enum class LintFormat { Tty, Json, Gcc, Github, Sarif, Checkstyle, Gitlab };

/// From which level on findings make the exit code 1.
enum class FailOn { Error, Warning, Info, Hint, Never };

struct LintOptions {
  std::vector<std::string> paths;  ///< empty: the working folder
  LintFormat format = LintFormat::Tty;
  FailOn fail_on = FailOn::Warning;
  std::vector<std::string> only;  ///< names of rules; empty: all that are on by default
  std::vector<std::string> skip;
  std::vector<std::string> trusted_registries;
  std::vector<std::string> labels;  ///< KEY or KEY:FORMAT
  bool strict_labels = false;       ///< other labels than these are findings
  bool shellcheck = false;          ///< ask ShellCheck about RUN too, if it is installed
  ColorChoice color = ColorChoice::Auto;
  unsigned jobs = 0;  ///< files worked on at the same time; 0: as many as the machine has processors
};

/// What was found in one file.
struct FileReport {
  std::string file;                ///< as the user named it
  snapshot::SnapshotPtr document;  ///< null when the file could not be read
  std::string io_error;            ///< why not
  std::vector<lint::Finding> findings;
};

int lint(const LintOptions& options);

}  // namespace slipway::cli
