#include "syntax/json_form.h"

#include "reading.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

using text::Offset;
using text::TextRange;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes the strings of a line that is known to be a valid JSON array of strings.
class StringDecoder {
 public:
  StringDecoder(std::string_view line, TextRange within) : line_(line.substr(0, within.end)), at_(within.begin) {}

  std::vector<LineWord> run() {
    std::vector<LineWord> out;
    for (; at_ < line_.size(); ++at_) {
      if (line_[at_] == '"') out.push_back(read_string());
    }
    return out;
  }

 private:
  /// From the opening quote; stops on the closing one.
  LineWord read_string() {
    LineWord word;
    word.range.begin = static_cast<Offset>(++at_);
    while (at_ < line_.size() && line_[at_] != '"') {
      if (line_[at_] == '\\') {
        read_escape(word.text);
        continue;
      }
      const auto c = text::character_at(line_, at_);
      text::append_utf8(c.code, word.text);  // bad UTF-8 becomes U+FFFD, as in Go
      at_ += c.bytes;
    }
    word.range.end = static_cast<Offset>(at_);
    return word;
  }

  void read_escape(std::string& out) {
    const char kind = at_ + 1 < line_.size() ? line_[at_ + 1] : '\\';
    at_ += 2;
    switch (kind) {
      case 'b': out += '\b'; return;
      case 'f': out += '\f'; return;
      case 'n': out += '\n'; return;
      case 'r': out += '\r'; return;
      case 't': out += '\t'; return;
      case 'u': return read_code_point(out);
      default: out += kind; return;
    }
  }

  char32_t read_hex() {
    char32_t code = 0;
    for (int i = 0; i < 4 && at_ < line_.size(); ++i, ++at_) code = code * 16 + static_cast<char32_t>(hex_digit(line_[at_]));
    return code;
  }

  /// A pair of surrogates is one character; a lone one becomes U+FFFD.
  void read_code_point(std::string& out) {
    const auto first = read_hex();
    if (first < 0xD800 || first > 0xDFFF) return text::append_utf8(first, out);
    if (first < 0xDC00 && line_.substr(at_, 2) == "\\u") {
      const auto back = at_;
      at_ += 2;
      const auto second = read_hex();
      if (second >= 0xDC00 && second <= 0xDFFF) return text::append_utf8(0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), out);
      at_ = back;
    }
    text::append_utf8(0xFFFD, out);
  }

  std::string_view line_;
  std::size_t at_;
};

}  // namespace

JsonForm read_json_form(std::string_view line, TextRange within) {
  const auto rest = line.substr(within.begin, within.size());
  JsonForm form;
  switch (df_json_kind(rest.data(), rest.size())) {
    case DF_JSON_NONE: break;
    case DF_JSON_STRINGS: form = {JsonKind::Strings, StringDecoder(line, within).run()}; break;
    case DF_JSON_MIXED: form.kind = JsonKind::NonStrings; break;
  }
  return form;
}

}  // namespace slipway::syntax
