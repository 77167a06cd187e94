#include "catalog/end_of_life.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

constexpr auto rows = std::to_array<EndOfLife>({
    {"debian", "wheezy jessie stretch 7 8 9", "2022-06-30", ""},
    {"debian", "buster 10", "2024-06-30", ""},
    {"ubuntu", "12.04 14.04 16.04 precise trusty xenial", "2021-04-30", ""},
    {"ubuntu", "18.04 bionic", "2023-05-31", ""},
    {"ubuntu", "20.04 focal", "2025-05-31", ""},
    {"ubuntu", "14.10 15.04 15.10 16.10 17.04 17.10 18.10 19.04 19.10 20.10 21.04 21.10 22.10 23.04 23.10 24.10", "2025-07-10", ""},
    {"alpine", "2 3.0 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15 3.16 3.17", "2024-11-22", ""},
    {"alpine", "3.18", "2025-05-09", ""},
    {"alpine", "3.19", "2025-11-01", ""},
    {"centos", "5 6 centos6 7 centos7 8 centos8 latest", "2024-06-30", "almalinux or rockylinux"},
    {"node", "0 4 5 6 7 8 9 10 11 12 13 14 15 argon boron carbon dubnium erbium fermium", "2023-04-30", ""},
    {"node", "16 17 gallium", "2023-09-11", ""},
    {"node", "18 19 21 23 hydrogen", "2025-06-01", ""},
    {"python", "2 2.7", "2020-01-01", ""},
    {"python", "3.3 3.4 3.5 3.6 3.7", "2023-06-27", ""},
    {"python", "3.8", "2024-10-07", ""},
    {"python", "3.9", "2025-10-31", ""},
    {"ruby", "1 2", "2023-03-31", ""},
    {"ruby", "3.0", "2024-04-23", ""},
    {"ruby", "3.1", "2025-03-26", ""},
    {"php", "5 7", "2022-11-28", ""},
    {"php", "8.0", "2023-11-26", ""},
    {"php", "8.1", "2025-12-31", ""},
    {"golang", "1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12 1.13 1.14 1.15 1.16 1.17 1.18 1.19 1.20 1.21", "2024-08-13", ""},
    {"golang", "1.22 1.23", "2025-08-12", ""},
    {"postgres", "8 9 10 11", "2023-11-09", ""},
    {"postgres", "12", "2024-11-21", ""},
    {"mysql", "5.5 5.6 5.7", "2023-10-31", ""},
    {"openjdk", "", "2022-07-31", "eclipse-temurin"},
    {"java", "", "2016-12-31", "eclipse-temurin"},
    {"microsoft/dotnet", "", "2019-01-31", "mcr.microsoft.com/dotnet"},
    {"microsoft/aspnetcore", "", "2019-01-31", "mcr.microsoft.com/dotnet/aspnet"},
});

/// `10-slim` and `10.4` begin with the version 10.
bool begins_with_version(std::string_view tag, std::string_view version) {
  if (tag.substr(0, version.size()) != version) return false;
  const auto rest = tag.substr(version.size());
  return rest.empty() || !(is_digit(rest.front()) || is_letter(rest.front()));
}

/// A row with its versions cut apart.
struct CutRow {
  const EndOfLife* row = nullptr;
  std::vector<std::string_view> versions;
};

std::unordered_map<std::string_view, std::vector<CutRow>> rows_by_image() {
  std::unordered_map<std::string_view, std::vector<CutRow>> out;
  for (const auto& row : rows) out[row.image].push_back({&row, split_words(row.versions)});
  return out;
}

}  // namespace

const EndOfLife* find_end_of_life(std::string_view familiar_name, std::string_view tag) {
  static const auto by_image = rows_by_image();
  const auto found = by_image.find(familiar_name);
  if (found == by_image.end()) return nullptr;
  for (const auto& [row, versions] : found->second) {
    // `node:0` means 0.10 and 0.12, `debian:9` also 9.13; but `alpine:3.1` is not 3.10, and `python:2` not 2.7's patch alone.
    const auto begins = [tag = tag](std::string_view version) { return begins_with_version(tag, version); };
    if (versions.empty() || std::any_of(versions.begin(), versions.end(), begins)) return row;
  }
  return nullptr;
}

}  // namespace slipway::catalog
