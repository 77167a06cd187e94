#pragma once
// The folders of tests/rules: <rule>/<case>.Dockerfile with <case>.golden beside it. A case without a golden finds nothing.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lint/rule.h"
#include "snapshot/document_snapshot.h"

namespace slipway::test {

struct Fixture {
  const lint::Rule* rule = nullptr;
  std::string name;  ///< "stage-name-casing/example"
  std::filesystem::path dockerfile;
  std::filesystem::path golden;  ///< may not be there
};

/// The checkout, from the environment variable SLIPWAY_SOURCE.
[[nodiscard]] std::filesystem::path source_folder();

/// The folder of a rule's cases.
[[nodiscard]] std::filesystem::path folder_of(const lint::Rule& rule);

/// Every case of every rule, sorted. A folder that belongs to no rule fails the test.
[[nodiscard]] std::vector<Fixture> fixtures();

/// True when goldens and pages are to be written instead of compared (SLIPWAY_BLESS=1, `./dev bless`).
[[nodiscard]] bool blessing();

/// The bytes of a file; nothing when it is not there.
[[nodiscard]] std::optional<std::string> read(const std::filesystem::path& path);

/// Compares a file with what it should hold, or writes it when blessing. Empty text means that the file should not be there.
void check_file(const std::filesystem::path& path, const std::string& expected);

/// A document of a test. A `.dockerignore` in its rule's folder lies beside it, and what the file `context` there names.
[[nodiscard]] snapshot::SnapshotPtr document(std::string text, const std::filesystem::path& rule_folder = {});

/// What one rule finds in a text.
[[nodiscard]] std::vector<lint::Finding> findings(const lint::Rule& rule, const snapshot::SnapshotPtr& document);

}  // namespace slipway::test
