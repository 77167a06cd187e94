#include "lint/excerpt.h"

#include <algorithm>

#include "lint/engine.h"
#include "support/strings.h"
#include "text/line_diff.h"
#include "text/utf8.h"

namespace slipway::lint {

namespace {

/// Text that is safe on a terminal: control characters but tabs become `?`, so no file can send escape sequences.
std::string printable(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 ? c != '\t' : byte == 0x7F) c = '?';
  }
  return out;
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

/// As wide as `text` when printed below it: tabs stay, any other character becomes `mark`.
std::string under(std::string_view text, char mark) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    out += text[at] == '\t' ? '\t' : mark;
    at += std::max<std::size_t>(1, text::character_at(text, at).bytes);
  }
  return out;
}

struct Painter {
  const Palette& palette;
  [[nodiscard]] std::string operator()(std::string_view color, std::string_view text) const {
    if (color.empty()) return std::string(text);
    return std::string(color) + std::string(text) + std::string(palette.reset);
  }
};

void append_source(std::string& out, const semantic::Analysis& analysis, const Finding& finding, const Painter& paint) {
  const auto source = analysis.source.bytes();
  const auto line = analysis.source.lines().line_of(finding.range.begin);
  const auto place = analysis.source.lines().line_range(source, line);
  const auto shown = without_line_end(analysis.source.slice(place));
  const auto number = std::to_string(line + 1);
  const auto before = std::min<std::size_t>(finding.range.begin - place.begin, shown.size());
  const auto length = std::min<std::size_t>(finding.range.size(), shown.size() - before);
  out += paint(paint.palette.gutter, number + " | ") + printable(shown) + "\n";
  auto carets = under(shown.substr(before, length), '^');
  std::replace(carets.begin(), carets.end(), '\t', '^');
  out += paint(paint.palette.gutter, std::string(number.size(), ' ') + " | ") + under(shown.substr(0, before), ' ');
  out += paint(paint.palette.of(finding.level), carets.empty() ? "^" : carets) + "\n";
}

}  // namespace

std::string_view Palette::of(Level level) const {
  switch (level) {
    case Level::Error: return error;
    case Level::Warning: return warning;
    case Level::Info: return info;
    case Level::Hint: return hint;
  }
  return {};
}

std::string fix_diff(std::string_view text, const Fix& fix, const Palette& palette) {
  const Painter paint{palette};
  const auto after = apply_fixes(text, {&fix});
  std::string out;
  for (const auto& line : text::line_diff(text, after)) {
    if (line.change == text::LineChange::Same) continue;
    const bool added = line.change == text::LineChange::Added;
    out += "  " + paint(added ? palette.added : palette.removed, (added ? "+ " : "- ") + printable(without_line_end(line.text))) + "\n";
  }
  return out;
}

std::string excerpt(const semantic::Analysis& analysis, const Finding& finding, const Palette& palette) {
  const Painter paint{palette};
  std::string out;
  append_source(out, analysis, finding, paint);
  out += paint(palette.of(finding.level), std::string(level_name(finding.level)) + " " + std::string(finding.rule->name)) + ": ";
  out += printable(finding.message) + "\n";
  for (const auto& related : finding.related) {
    out += "  line " + std::to_string(analysis.line_of(related.range.begin)) + ": " + printable(related.message) + "\n";
  }
  for (const auto& fix : finding.fixes) {
    out += paint(palette.strong, fix.safety == Safety::Safe ? "fix" : "unsafe fix") + ": " + printable(fix.title) + "\n";
    out += fix_diff(analysis.source.bytes(), fix, palette);
  }
  return out;
}

}  // namespace slipway::lint
