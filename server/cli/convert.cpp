#include "cli/convert.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/files.h"
#include "text/line_diff.h"

namespace slipway::cli {

namespace {

namespace multistage = refactor::multistage;
using Json = nlohmann::ordered_json;

std::string_view safety_name(multistage::Safety safety) { return safety == multistage::Safety::Safe ? "safe" : "review"; }

void print_json(const Json& json) { print(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"); }

std::string at_line(std::uint32_t line) { return line == 0 ? std::string() : "line " + std::to_string(line) + ": "; }

Json to_json(const multistage::Offer& offer) {
  auto notes = Json::array();
  for (const auto& note : offer.notes) {
    Json entry = {{"code", note.code}, {"message", note.message}};
    if (note.line != 0) entry["line"] = note.line;
    notes.push_back(entry);
  }
  return {{"offered", true},
          {"ecosystem", offer.ecosystem},
          {"safety", safety_name(offer.safety)},
          {"notes", notes},
          {"dockerfile", offer.dockerfile}};
}

Json to_json(const multistage::Refusal& refusal) {
  Json reason = {{"code", multistage::code_name(refusal.code)}, {"message", refusal.message}};
  if (refusal.line != 0) reason["line"] = refusal.line;
  return {{"offered", false}, {"reason", reason}};
}

std::string painted(std::string_view color, std::string_view line, const lint::Palette& colors) {
  return std::string(color) + std::string(line) + (color.empty() ? "" : std::string(colors.reset));
}

/// A unified diff, as `diff -u` and `git diff` write it and `patch` reads it.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after, const lint::Palette& colors) {
  std::string out = painted(colors.strong, "--- " + path, colors) + "\n" + painted(colors.strong, "+++ " + path, colors) + "\n";
  const auto span = [](std::size_t line, std::size_t count) {
    return std::to_string(count == 0 ? line - 1 : line) + "," + std::to_string(count);
  };
  for (const auto& hunk : text::hunks(text::line_diff(before, after), 3)) {
    const auto header = "@@ -" + span(hunk.before_line, hunk.before_count) + " +" + span(hunk.after_line, hunk.after_count) + " @@";
    out += painted(colors.gutter, header, colors) + "\n";
    for (const auto& line : hunk.lines) {
      const bool ended = !line.text.empty() && line.text.back() == '\n';
      const auto content = ended ? line.text.substr(0, line.text.size() - 1) : line.text;
      const auto mark = line.change == text::LineChange::Added ? "+" : line.change == text::LineChange::Removed ? "-" : " ";
      const auto color = line.change == text::LineChange::Added     ? colors.added
                         : line.change == text::LineChange::Removed ? colors.removed
                                                                    : std::string_view();
      out += painted(color, mark + std::string(content), colors) + "\n";
      if (!ended) out += "\\ No newline at end of file\n";
    }
  }
  return out;
}

void tell(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

void explain_offer(const multistage::Offer& offer) {
  if (!offer.plan.empty()) tell(offer.plan);
  tell("ecosystem: " + offer.ecosystem + ", safety: " + std::string(safety_name(offer.safety)));
}

int answer_offer(const ConvertOptions& options, std::string_view before, const multistage::Offer& offer) {
  if (options.output == ConvertOutput::Json) {
    print_json(to_json(offer));
    return Clean;
  }
  if (options.explain == Explain::Yes) explain_offer(offer);
  for (const auto& note : offer.notes) tell("note: " + at_line(note.line) + note.message + " [" + note.code + "]");
  if (options.output == ConvertOutput::Diff) {
    print(unified_diff(options.path, before, offer.dockerfile, palette(options.color)));
    return Clean;
  }
  if (options.output == ConvertOutput::Text || options.path == "-") {
    print(offer.dockerfile);
    return Clean;
  }
  const auto written = replace_file(options.path, offer.dockerfile);
  if (!written.ok()) return complain(written.error().message);
  tell("'" + options.path + "' is multi-stage now.");
  return Clean;
}

}  // namespace

int convert(const ConvertOptions& options) {
  const auto document = open_document(options.path);
  if (!document.ok()) return complain(document.error().message);
  const auto answer = multistage::convert(*document.value(), options.base);
  if (const auto* offer = std::get_if<multistage::Offer>(&answer)) return answer_offer(options, document.value()->text(), *offer);
  const auto& refusal = std::get<multistage::Refusal>(answer);
  if (options.output == ConvertOutput::Json) {
    print_json(to_json(refusal));
  } else {
    tell("'" + options.path + "' stays as it is: " + at_line(refusal.line) + refusal.message + " [" +
         std::string(multistage::code_name(refusal.code)) + "]");
  }
  return Found;
}

}  // namespace slipway::cli
