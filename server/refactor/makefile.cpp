#include "refactor/makefile.h"

#include <set>

#include "support/strings.h"

namespace slipway::refactor {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

struct Target {
  std::vector<std::string> needs;
  std::vector<std::string> lines;
};

class Makefile {
 public:
  Makefile(std::string_view text, const Values& given) : values_(given), given_(given) {
    std::string joined;
    for (const std::string_view line : split(text, '\n')) {
      const std::string_view right =
          line.substr(0, line.find_last_not_of("\r ") == std::string_view::npos ? 0 : line.find_last_not_of("\r ") + 1);
      if (!right.empty() && right.back() == '\\') {
        joined += std::string(right.substr(0, right.size() - 1)) + " ";
        continue;
      }
      read_line(joined + std::string(right));
      joined.clear();
    }
  }

  Recipe recipe(std::string_view target) {
    Recipe out;
    out.exported = exported_;
    add(target.empty() ? first_ : std::string(target), 0, out);
    return out;
  }

 private:
  void read_line(const std::string& line) {
    if (!line.empty() && line.front() == '\t') {
      if (!current_.empty()) targets_[current_].lines.push_back(std::string(trim(line)));
      return;
    }
    const std::string_view plain = trim(std::string_view(line).substr(0, line.find('#')));
    if (plain.empty() || read_variable(plain)) return;
    const auto colon = plain.find(':');
    if (colon == std::string_view::npos) return;
    const auto names = split_words(plain.substr(0, colon));
    if (names.empty()) return;
    current_ = expanded(names.front(), {});
    if (first_.empty() && current_.front() != '.') first_ = current_;
    const std::string needs = expanded(plain.substr(colon + 1), {});
    for (const std::string_view need : split_words(needs)) targets_[current_].needs.emplace_back(need);
  }

  /// `NAME = value` with any of make's operators, `export` before it or not.
  bool read_variable(std::string_view line) {
    const bool exports = line.substr(0, 7) == "export ";
    if (exports) line = trim(line.substr(7));
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return exports;
    std::string_view name = line.substr(0, equals);
    const char op = name.empty() ? ' ' : name.back();
    while (!name.empty() && (name.back() == ':' || name.back() == '?' || name.back() == '+')) name.remove_suffix(1);
    name = trim(name);
    if (name.empty() || name.find_first_of(": \t") != std::string_view::npos) return false;
    const std::string value = expanded(trim(line.substr(equals + 1)), {});
    const bool fixed = given_.find(name) != given_.end() || (op == '?' && values_.find(name) != values_.end());
    if (!fixed && op == '+')
      values_[std::string(name)] += " " + value;
    else if (!fixed)
      values_[std::string(name)] = value;
    if (exports) exported_[std::string(name)] = values_[std::string(name)];
    return true;
  }

  /// Variables put in; functions and unknown names become a word that no file has.
  [[nodiscard]] std::string expanded(std::string_view text, std::string_view target) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '$' || i + 1 == text.size()) {
        out += text[i];
        continue;
      }
      const char next = text[++i];
      if (next == '$') {
        out += '$';
      } else if (next == '@') {
        out += target;
      } else if (next == '(' || next == '{') {
        const auto end = text.find(next == '(' ? ')' : '}', i);
        const auto found = values_.find(text.substr(i + 1, end == std::string_view::npos ? end : end - i - 1));
        out += found == values_.end() ? std::string("unknown-value") : found->second;
        i = end == std::string_view::npos ? text.size() : end;
      }
    }
    return out;
  }

  void add(const std::string& name, int depth, Recipe& out) {
    const auto target = targets_.find(name);
    if (target == targets_.end() || depth > 8 || !done_.insert(name).second) return;
    for (const std::string& need : target->second.needs) add(need, depth + 1, out);
    for (const std::string& line : target->second.lines) {
      std::string text = expanded(line, name);
      while (!text.empty() && (text.front() == '@' || text.front() == '-' || text.front() == '+')) text.erase(0, 1);
      out.lines.push_back(std::move(text));
    }
  }

  Values values_;
  Values given_;
  Values exported_;
  std::map<std::string, Target, std::less<>> targets_;
  std::set<std::string> done_;
  std::string first_;
  std::string current_;
};

}  // namespace

Recipe read_recipe(std::string_view makefile, std::string_view target, const Values& given) {
  return Makefile(makefile, given).recipe(target);
}

}  // namespace slipway::refactor
