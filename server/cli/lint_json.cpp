#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/lint_formats.h"
#include "support/hash.h"

namespace slipway::cli {

namespace {

using Json = nlohmann::ordered_json;

/// File names and messages may hold bytes that are no UTF-8; JSON may not.
std::string dump(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

Json to_json(Place place) { return {{"line", place.line}, {"column", place.column}}; }

Json to_json(const FileReport& report, const lint::Finding& finding) {
  const auto& analysis = *report.document->analysis;
  const auto aliases = lint::aliases_of(finding);
  Json json = {
      {"file", report.file},
      {"rule", finding.rule->name},
      {"aliases", aliases},
      {"level", lint::level_name(finding.level)},
      {"message", finding.message},
      {"range", {{"start", to_json(place_of(analysis, finding.range.begin))}, {"end", to_json(place_of(analysis, finding.range.end))}}},
      {"fixes", Json::array()}};
  for (const auto& fix : finding.fixes) {
    json["fixes"].push_back({{"title", fix.title}, {"safety", fix.safety == lint::Safety::Safe ? "safe" : "unsafe"}});
  }
  for (const auto alias : aliases) {
    const auto address = lint::page_address(alias);
    if (address.empty()) continue;
    json["url"] = address;
    break;
  }
  return json;
}

Json io_error(const FileReport& report) {
  return {{"file", report.file},   {"rule", io_error_rule},      {"aliases", Json::array()},
          {"level", "error"},      {"message", report.io_error}, {"range", {{"start", to_json(Place{})}, {"end", to_json(Place{})}}},
          {"fixes", Json::array()}};
}

std::string sarif_level(lint::Level level) {
  if (level == lint::Level::Error) return "error";
  return level == lint::Level::Warning ? "warning" : "note";
}

Json sarif_result(const std::string& file, std::string_view rule, const std::string& level, const std::string& message, Place start,
                  Place end) {
  return {
      {"ruleId", rule},
      {"level", level},
      {"message", {{"text", message}}},
      {"locations",
       {{{"physicalLocation",
          {{"artifactLocation", {{"uri", file}}},
           {"region", {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line}, {"endColumn", end.column}}}}}}}}};
}

}  // namespace

std::string render_json(const std::vector<FileReport>& reports) {
  auto all = Json::array();
  for (const auto& report : reports) {
    if (!report.document) all.push_back(io_error(report));
    for (const auto& finding : report.findings) all.push_back(to_json(report, finding));
  }
  return all.empty() ? std::string() : dump(all, 2) + "\n";
}

/// SARIF 2.1.0. Columns count bytes, which the format calls neither of its two units: close enough for every reader of ASCII lines.
std::string render_sarif(const std::vector<FileReport>& reports) {
  auto results = Json::array();
  std::set<const lint::Rule*> used;
  for (const auto& report : reports) {
    if (!report.document) results.push_back(sarif_result(report.file, io_error_rule, "error", report.io_error, {}, {}));
    for (const auto& finding : report.findings) {
      const auto& analysis = *report.document->analysis;
      used.insert(finding.rule);
      results.push_back(sarif_result(report.file, finding.rule->name, sarif_level(finding.level), finding.message,
                                     place_of(analysis, finding.range.begin), place_of(analysis, finding.range.end)));
    }
  }
  std::vector<const lint::Rule*> ordered(used.begin(), used.end());
  std::sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
  auto rules = Json::array();
  for (const auto* rule : ordered) {
    rules.push_back({{"id", rule->name}, {"shortDescription", {{"text", rule->summary}}}, {"fullDescription", {{"text", rule->why}}}});
  }
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", {{{"tool", {{"driver", {{"name", "slipway"}, {"version", SLIPWAY_VERSION}, {"rules", rules}}}}}, {"results", results}}}}};
  return dump(log, 2) + "\n";
}

/// GitLab's code quality report.
std::string render_gitlab(const std::vector<FileReport>& reports) {
  auto all = Json::array();
  const auto add = [&](const std::string& file, std::string_view rule, std::string_view severity, const std::string& message,
                       std::size_t line) {
    const auto fingerprint = std::to_string(hash_bytes(file + "\n" + std::string(rule) + "\n" + message + "\n" + std::to_string(line)));
    all.push_back({{"description", message},
                   {"check_name", rule},
                   {"fingerprint", fingerprint},
                   {"severity", severity},
                   {"location", {{"path", file}, {"lines", {{"begin", line}}}}}});
  };
  for (const auto& report : reports) {
    if (!report.document) add(report.file, io_error_rule, "blocker", report.io_error, 1);
    for (const auto& finding : report.findings) {
      const auto severity = finding.level == lint::Level::Error     ? "critical"
                            : finding.level == lint::Level::Warning ? "major"
                            : finding.level == lint::Level::Info    ? "minor"
                                                                    : "info";
      add(report.file, finding.rule->name, severity, finding.message, place_of(*report.document->analysis, finding.range.begin).line);
    }
  }
  return dump(all, 2) + "\n";
}

}  // namespace slipway::cli
