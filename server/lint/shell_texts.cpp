#include "lint/shell_texts.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/strings.h"

namespace slipway::lint {

using semantic::InstructionId;
using syntax::Keyword;

void ShellText::add(char c, text::Offset place) {
  text_ += c;
  places_.push_back(place);
}

void ShellText::add(std::string_view text) {
  text_ += text;
  places_.resize(text_.size(), nowhere);
}

std::size_t ShellText::offset_of(std::size_t line, std::size_t column) const {
  std::size_t at = 0;
  for (std::size_t i = 1; i < line && at < text_.size(); ++i) {
    const auto end = text_.find('\n', at);
    at = end == std::string::npos ? text_.size() : end + 1;
  }
  const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U; };
  for (std::size_t i = 1; i < column && at < text_.size() && text_[at] != '\n'; ++i) {
    ++at;
    while (at < text_.size() && continues(at)) ++at;
  }
  return at;
}

std::optional<text::Offset> ShellText::place_before(std::size_t at) const {
  if (at >= places_.size() || places_[at] == nowhere) return std::nullopt;
  return places_[at];
}

std::optional<TextRange> ShellText::place(std::size_t begin, std::size_t end) const {
  if (end > places_.size() || end == 0 || places_[end - 1] == nowhere) return std::nullopt;
  const auto last = places_[end - 1] + 1;
  if (begin == end) return TextRange{last, last};
  if (places_[begin] == nowhere || places_[begin] > last) return std::nullopt;
  return TextRange{places_[begin], last};
}

namespace {

struct Dialect {
  std::string_view shell;
  std::string_view read_as;
};
constexpr auto dialects =
    std::to_array<Dialect>({{"sh", "sh"}, {"bash", "bash"}, {"dash", "dash"}, {"ksh", "ksh"}, {"ash", "dash"}, {"busybox", "dash"}});

/// What ShellCheck reads a shell's scripts as; empty for shells that it does not know.
std::string_view dialect_of(std::string_view path) {
  const auto name = path.substr(path.find_last_of("/\\") + 1);
  const auto row = std::find_if(dialects.begin(), dialects.end(), [&](const Dialect& candidate) { return candidate.shell == name; });
  return row == dialects.end() ? std::string_view() : row->read_as;
}

/// Calls `visit(syntax)` for the instructions above, nearest first, in the stage and those it stands on.
template <class Visit>
void each_above(const semantic::Analysis& analysis, const semantic::Model& model, InstructionId id, Visit visit) {
  const auto* stage = model.stage_of(id);
  while (true) {
    const auto first = stage == nullptr ? 0 : stage->from.value;
    while (id.value > first) {
      --id.value;
      if (!visit(analysis.instruction(id).syntax())) return;
    }
    if (stage == nullptr || !stage->base_stage) return;
    stage = &model.stage(*stage->base_stage);
    id = stage->end;
  }
}

bool is_name(std::string_view text) {
  const auto is_good = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  return !text.empty() && !is_digit(text.front()) && std::all_of(text.begin(), text.end(), is_good);
}

/// The first words of SHELL, `/bin/sh` when there is none.
std::string shell_in_force(const semantic::Analysis& analysis, const semantic::Model& model, InstructionId id) {
  std::string shell = "/bin/sh";
  each_above(analysis, model, id, [&](const syntax::Instruction& syntax) {
    if (syntax.keyword != Keyword::Shell || syntax.words.empty()) return true;
    shell = syntax.words.front().text;
    return false;
  });
  return shell;
}

/// `#!/bin/sh`, and every variable of ARG and ENV with a value that nobody knows.
std::string prelude(const semantic::Analysis& analysis, const semantic::Model& model, InstructionId id, std::string_view dialect) {
  std::set<std::string> names = {"HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY",
                                 "http_proxy", "https_proxy", "ftp_proxy", "no_proxy"};
  each_above(analysis, model, id, [&](const syntax::Instruction& syntax) {
    if (syntax.keyword != Keyword::Arg && syntax.keyword != Keyword::Env) return true;
    for (const auto& pair : syntax.pairs) {
      if (is_name(pair.key.text)) names.insert(pair.key.text);
    }
    return true;
  });
  std::string out = "#!/bin/" + std::string(dialect) + "\n";
  for (const auto& name : names) out += "export " + name + "=\"$1\"\n";
  return out;
}

/// The interpreter behind `#!`; empty without one.
std::string_view interpreter(std::string_view script) {
  if (script.substr(0, 2) != "#!") return {};
  const auto line = script.substr(2, script.find('\n') - 2);
  for (const auto word : split_words(line)) {
    if (word.substr(word.rfind('/') + 1) != "env" && word.front() != '-') return word;
  }
  return {};
}

void add_body(ShellText& out, const syntax::Heredoc& heredoc, text::Offset begin) {
  for (std::size_t i = 0; i < heredoc.content.size(); ++i)
    out.add(heredoc.content[i], begin + heredoc.body.begin + static_cast<text::Offset>(i));
}

/// The script of one RUN, or nothing.
std::optional<ShellText> shell_text(const semantic::Analysis& analysis, const semantic::Model& model, InstructionId id) {
  const auto& entry = analysis.instruction(id);
  const auto& outer = entry.syntax();
  const auto& run = outer.keyword == Keyword::Onbuild && outer.trigger ? *outer.trigger : outer;
  if (run.keyword != Keyword::Run || run.form != syntax::Form::Shell || run.line_arguments.empty()) return std::nullopt;
  const auto& heredocs = run.heredocs;
  const bool is_script = heredocs.size() == 1 && run.arguments == heredocs.front().start;
  const auto named = is_script ? interpreter(heredocs.front().content) : std::string_view();
  const auto dialect = dialect_of(named.empty() ? shell_in_force(analysis, model, id) : std::string(named));
  const bool terminated = std::all_of(heredocs.begin(), heredocs.end(), [](const syntax::Heredoc& heredoc) { return heredoc.terminated; });
  if (dialect.empty() || !terminated) return std::nullopt;

  ShellText out(id, prelude(analysis, model, id, dialect));
  if (is_script) {
    add_body(out, heredocs.front(), entry.range.begin);
    return out;
  }
  const auto line = run.line.text();
  for (auto at = run.line_arguments.begin; at < run.line_arguments.end; ++at) out.add(line[at], entry.range.begin + run.line.to_source(at));
  for (const auto& heredoc : heredocs) {
    out.add("\n");
    add_body(out, heredoc, entry.range.begin);
    out.add(heredoc.name);
  }
  out.add("\n");
  return out;
}

}  // namespace

std::vector<ShellText> shell_texts(const semantic::Analysis& analysis, const semantic::Model& model) {
  std::vector<ShellText> out;
  for (std::uint32_t i = 0; i < analysis.instructions.size(); ++i) {
    if (auto text = shell_text(analysis, model, InstructionId{i})) out.push_back(std::move(*text));
  }
  return out;
}

}  // namespace slipway::lint
