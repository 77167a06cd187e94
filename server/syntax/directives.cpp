#include "syntax/directives.h"

#include <algorithm>

#include "reading.h"
#include "support/strings.h"

namespace slipway::syntax {

namespace {

using text::Offset;

/// Walks over the first lines of a file until both of BuildKit's readers of directives have stopped.
class DirectiveReader {
 public:
  explicit DirectiveReader(std::string_view text) : text_(text) {}

  Directives run() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = static_cast<Offset>(byte_order_mark.size());
    while (at_ < text_.size() && (phase_.parser || phase_.frontend)) read_line();
    return std::move(out_);
  }

 private:
  void read_line() {
    const auto newline = text_.find('\n', at_);
    const auto next = static_cast<Offset>(newline == std::string_view::npos ? text_.size() : newline + 1);
    const auto line = text_.substr(at_, next - at_);
    const bool parser_was_reading = phase_.parser;
    const auto found = df_next_directive(&phase_, line.data(), line.size(), &out_.escape);
    if (found.kind != DF_DIRECTIVE_NONE) take(line, found, parser_was_reading);
    at_ = next;
  }

  void take(std::string_view line, const df_directive& found, bool parser_was_reading) {
    const auto place = [&](std::size_t offset, std::size_t size) {
      return TextRange{at_ + static_cast<Offset>(offset), at_ + static_cast<Offset>(offset + size)};
    };
    Directive directive;
    directive.name = to_lower(line.substr(found.name_offset, found.name_length));
    directive.value = line.substr(found.value_offset, found.value_length);
    if (found.kind != DF_DIRECTIVE_ESCAPE) directive.value.resize(std::min(directive.value.find(' '), directive.value.size()));
    directive.range = place(0, df_line_content(line.data(), line.size()));
    directive.name_range = place(found.name_offset, found.name_length);
    directive.value_range = place(found.value_offset, directive.value.size());
    note_error(directive, parser_was_reading);
    out_.all.push_back(std::move(directive));
  }

  /// Only the parser refuses: a name it has seen, a bad escape character. The first error is the one that counts.
  void note_error(const Directive& directive, bool parser_was_reading) {
    if (out_.error || !parser_was_reading) return;
    if (out_.find(directive.name) != nullptr) {
      out_.error = {"only one " + directive.name + " parser directive can be used", directive.range};
    } else if (directive.name == "escape" && directive.value != "\\" && directive.value != "`") {
      out_.error = {"invalid escape token '" + directive.value + "' does not match ` or \\", directive.value_range};
    }
  }

  std::string_view text_;
  Offset at_ = 0;
  df_directive_phase phase_ = df_directives_start();
  Directives out_;
};

}  // namespace

const Directive* Directives::find(std::string_view name) const {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Directive& directive) { return directive.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Directives read_directives(std::string_view text) { return DirectiveReader(text).run(); }

}  // namespace slipway::syntax
