#include "host/shellcheck.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "host/program.h"
#include "lint/ignore_comments.h"
#include "lint/shell_texts.h"
#include "lint/shellcheck_rule.h"

namespace slipway::host {

namespace {

using lint::ShellText;
using nlohmann::json;

constexpr std::string_view program = "shellcheck";
/// What cannot be so in a RUN: the shell of busybox is no mistake (2187), and there is no file to follow (1090, 1091).
constexpr std::string_view never = "1090,1091,2187";

lint::Level level_of(const std::string& level) {
  if (level == "error") return lint::Level::Error;
  if (level == "warning") return lint::Level::Warning;
  return level == "info" ? lint::Level::Info : lint::Level::Hint;
}

std::size_t number(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 1;
}

std::string word(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Span span_of(const ShellText& text, const json& object) {
  return {text.offset_of(number(object, "line"), number(object, "column")),
          text.offset_of(number(object, "endLine"), number(object, "endColumn"))};
}

/// One replacement as an edit of the file; nothing where the file has something between that the script has not (a continuation).
std::optional<text::TextEdit> edit_of(const snapshot::DocumentSnapshot& document, const ShellText& text, const json& replacement) {
  const auto span = span_of(text, replacement);
  if (span.begin == span.end && word(replacement, "insertionPoint") == "afterEnd") {
    const auto place = text.place_before(span.begin);
    if (!place) return std::nullopt;
    return text::TextEdit{{*place, *place}, word(replacement, "replacement")};
  }
  const auto place = text.place(span.begin, span.end);
  if (!place || place->size() != span.end - span.begin) return std::nullopt;
  if (document.analysis->source.slice(*place) != std::string_view(text.text()).substr(span.begin, span.end - span.begin))
    return std::nullopt;
  return text::TextEdit{*place, word(replacement, "replacement")};
}

std::optional<lint::Fix> fix_of(const snapshot::DocumentSnapshot& document, const ShellText& text, const json& comment) {
  const auto fix = comment.find("fix");
  if (fix == comment.end() || !fix->is_object() || !fix->contains("replacements")) return std::nullopt;
  lint::Fix out{"Apply ShellCheck's change", lint::Safety::Unsafe, {}};
  for (const auto& replacement : (*fix)["replacements"]) {
    auto edit = edit_of(document, text, replacement);
    if (!edit) return std::nullopt;
    out.edits.push_back(std::move(*edit));
  }
  if (out.edits.empty()) return std::nullopt;
  return out;
}

std::optional<lint::Finding> finding_of(const snapshot::DocumentSnapshot& document, const ShellText& text, const json& comment) {
  const auto span = span_of(text, comment);
  const auto place = text.place(span.begin, std::max(span.begin + 1, span.end));
  if (!place) return std::nullopt;
  const auto code = static_cast<unsigned>(number(comment, "code"));
  lint::Finding finding;
  finding.rule = &lint::shellcheck_rule();
  finding.level = level_of(word(comment, "level"));
  finding.range = *place;
  finding.message = "SC" + std::to_string(code) + ": " + word(comment, "message");
  finding.extra_aliases.push_back(lint::shellcheck_alias(code));
  if (auto fix = fix_of(document, text, comment)) finding.fixes.push_back(std::move(*fix));
  return finding;
}

bool is_wanted(const ShellcheckSelection& selection, unsigned code) {
  const auto among = [&](const std::vector<unsigned>& codes) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
  return !among(selection.skip) && (selection.only.empty() || among(selection.only));
}

/// Which of the files a comment is about; their names are numbers.
std::optional<std::size_t> index_of(const json& comment) {
  const auto path = word(comment, "file");
  const auto name = path.substr(path.rfind('/') + 1);
  if (name.empty() || !std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }) || name.size() > 6)
    return std::nullopt;
  return std::stoul(name);
}

using Comments = std::shared_ptr<const std::vector<json>>;

/// What the program said about scripts, by their texts: a keystroke asks about the one that it changed.
class Answers {
 public:
  [[nodiscard]] Comments find(const std::string& script) {
    const std::lock_guard lock(mutex_);
    const auto found = by_script_.find(script);
    return found == by_script_.end() ? nullptr : found->second;
  }
  void remember(const std::string& script, Comments comments) {
    constexpr std::size_t most = 4096;
    const std::lock_guard lock(mutex_);
    if (by_script_.size() >= most) by_script_.clear();
    by_script_[script] = std::move(comments);
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, Comments> by_script_;
};

/// Asks about scripts; nothing when the program gives no answer.
std::optional<std::vector<std::vector<json>>> ask(const std::vector<std::string>& scripts) {
  const auto answer = run_on_files({std::string(program), "--norc", "--format=json1", "--exclude=" + std::string(never)}, scripts);
  const auto parsed = json::parse(answer, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("comments")) return std::nullopt;
  std::vector<std::vector<json>> out(scripts.size());
  for (const auto& comment : parsed["comments"]) {
    const auto index = index_of(comment);
    if (index && *index < out.size()) out[*index].push_back(comment);
  }
  return out;
}

/// What the program says about each text; nothing about those that it gives no answer to.
std::vector<Comments> answers_to(const std::vector<ShellText>& texts) {
  static Answers answers;
  std::vector<std::string> unknown;
  for (const auto& text : texts) {
    const bool known = answers.find(text.text()) != nullptr;
    if (!known && std::find(unknown.begin(), unknown.end(), text.text()) == unknown.end()) unknown.push_back(text.text());
  }
  if (!unknown.empty()) {
    if (auto said = ask(unknown)) {
      for (std::size_t i = 0; i < unknown.size(); ++i)
        answers.remember(unknown[i], std::make_shared<const std::vector<json>>(std::move((*said)[i])));
    }
  }
  std::vector<Comments> out;
  for (const auto& text : texts) {
    auto found = answers.find(text.text());
    out.push_back(found ? std::move(found) : std::make_shared<const std::vector<json>>());
  }
  return out;
}

}  // namespace

bool has_shellcheck() {
  static const bool found = is_in_path(program);
  return found;
}

std::vector<lint::Finding> run_shellcheck(const snapshot::DocumentSnapshot& document, const ShellcheckSelection& selection) {
  std::vector<lint::Finding> findings;
  const auto texts = lint::shell_texts(*document.analysis, document.model());
  if (texts.empty() || !has_shellcheck()) return findings;
  const auto answers = answers_to(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const auto& comment : *answers[i]) {
      if (!is_wanted(selection, static_cast<unsigned>(number(comment, "code")))) continue;
      if (auto finding = finding_of(document, texts[i], comment)) findings.push_back(std::move(*finding));
    }
  }
  lint::apply_ignore_comments(*document.analysis, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
  return findings;
}

}  // namespace slipway::host
