#include "cli/lint_formats.h"

#include "support/strings.h"

namespace slipway::cli {

namespace {

/// One finding, ready for the line formats.
struct Line {
  std::string file;
  Place place;
  lint::Level level = lint::Level::Error;
  std::string rule;
  std::string message;
};

std::vector<Line> lines_of(const FileReport& report) {
  if (!report.document) return {{report.file, {}, lint::Level::Error, io_error_rule, report.io_error}};
  std::vector<Line> out;
  for (const auto& finding : report.findings) {
    out.push_back({report.file, place_of(*report.document->analysis, finding.range.begin), finding.level,
                   std::string(lint::shown_name(finding)), finding.message});
  }
  return out;
}

std::string count(std::size_t number, std::string_view word) {
  return std::to_string(number) + " " + std::string(word) + (number == 1 ? "" : "s");
}

std::string render_tty(const std::vector<FileReport>& reports, const lint::Palette& palette) {
  std::string out;
  std::size_t findings = 0;
  std::size_t files = 0;
  for (const auto& report : reports) {
    if (!report.findings.empty()) ++files;
    for (const auto& finding : report.findings) {
      const auto place = place_of(*report.document->analysis, finding.range.begin);
      out += std::string(palette.strong) + report.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
             std::string(palette.reset) + "\n";
      out += lint::excerpt(*report.document->analysis, finding, palette) + "\n";
      ++findings;
    }
  }
  if (findings != 0)
    out += count(findings, "finding") + " in " + count(files, "file") + ". `slipway explain RULE` says more about a rule.\n";
  return out;
}

/// As a compiler prints them, for editors and scripts that read compilers.
std::string render_gcc(const std::vector<FileReport>& reports) {
  std::string out;
  for (const auto& report : reports) {
    for (const auto& line : lines_of(report)) {
      const auto level = line.level == lint::Level::Error ? "error" : line.level == lint::Level::Warning ? "warning" : "note";
      out += line.file + ":" + std::to_string(line.place.line) + ":" + std::to_string(line.place.column) + ": " + level + ": " +
             replace_all(line.message, "\n", " ") + " [" + line.rule + "]\n";
    }
  }
  return out;
}

/// Workflow commands of GitHub Actions; `%`, line ends, and in properties `:` and `,` are escaped as its toolkit does.
std::string render_github(const std::vector<FileReport>& reports) {
  const auto data = [](std::string text) {
    return replace_all(replace_all(replace_all(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
  };
  const auto property = [&](std::string text) { return replace_all(replace_all(data(std::move(text)), ":", "%3A"), ",", "%2C"); };
  std::string out;
  for (const auto& report : reports) {
    for (const auto& line : lines_of(report)) {
      const auto level = line.level == lint::Level::Error ? "error" : line.level == lint::Level::Warning ? "warning" : "notice";
      out += "::" + std::string(level) + " file=" + property(line.file) + ",line=" + std::to_string(line.place.line) +
             ",col=" + std::to_string(line.place.column) + ",title=" + property(line.rule) + "::" + data(line.message) + "\n";
    }
  }
  return out;
}

std::string xml(std::string text) {
  text = replace_all(replace_all(replace_all(std::move(text), "&", "&amp;"), "<", "&lt;"), "\"", "&quot;");
  text = replace_all(std::move(text), "\n", "&#10;");
  for (char& c : text) {
    // XML 1.0 has no other control characters, not even escaped.
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') c = '?';
  }
  return text;
}

std::string render_checkstyle(const std::vector<FileReport>& reports) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const auto& report : reports) {
    const auto lines = lines_of(report);
    if (lines.empty()) continue;
    out += "  <file name=\"" + xml(report.file) + "\">\n";
    for (const auto& line : lines) {
      const auto level = line.level == lint::Level::Hint ? "info" : std::string(lint::level_name(line.level));
      out += "    <error line=\"" + std::to_string(line.place.line) + "\" column=\"" + std::to_string(line.place.column) +
             "\" severity=\"" + level + "\" message=\"" + xml(line.message) + "\" source=\"slipway." + xml(line.rule) + "\"/>\n";
    }
    out += "  </file>\n";
  }
  return out + "</checkstyle>\n";
}

}  // namespace

Place place_of(const semantic::Analysis& analysis, text::Offset offset) {
  const auto line = analysis.source.lines().line_of(offset);
  return {line + 1U, offset - analysis.source.lines().line_start(line) + 1U};
}

std::string render(const std::vector<FileReport>& reports, LintFormat format, const lint::Palette& palette) {
  switch (format) {
    case LintFormat::Tty: return render_tty(reports, palette);
    case LintFormat::Json: return render_json(reports);
    case LintFormat::Gcc: return render_gcc(reports);
    case LintFormat::Github: return render_github(reports);
    case LintFormat::Sarif: return render_sarif(reports);
    case LintFormat::Checkstyle: return render_checkstyle(reports);
    case LintFormat::Gitlab: return render_gitlab(reports);
  }
  return {};
}

}  // namespace slipway::cli
