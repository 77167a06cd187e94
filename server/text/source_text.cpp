#include "text/source_text.h"

#include <algorithm>

namespace slipway::text {

namespace {

bool has_lone_return(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

}  // namespace

SourceText::SourceText(std::string bytes) {
  auto data = std::make_shared<Data>();
  data->bytes = std::move(bytes);
  data->lines = LineIndex(data->bytes, LineEnds::Newline);
  data->has_lone_returns = has_lone_return(data->bytes);
  if (data->has_lone_returns) data->editor_lines = LineIndex(data->bytes, LineEnds::Editor);
  data_ = std::move(data);
}

std::string_view SourceText::slice(TextRange range) const {
  const auto begin = std::min<std::size_t>(range.begin, data_->bytes.size());
  return std::string_view(data_->bytes).substr(begin, range.end > begin ? range.end - begin : 0);
}

std::string_view SourceText::line_end() const {
  const auto first = bytes().find('\n');
  const bool crlf = first != std::string_view::npos && first > 0 && bytes()[first - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

}  // namespace slipway::text
