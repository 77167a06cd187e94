#include "tests/property/random_edits.h"

#include <algorithm>
#include <array>

namespace slipway::test {

namespace {

constexpr std::array<std::string_view, 55> pieces = {"\n",
                                                     "\r\n",
                                                     " ",
                                                     "\t",
                                                     "\\\n",
                                                     "\\ \n",
                                                     "`\n",
                                                     "\\",
                                                     "#",
                                                     "# a comment\n",
                                                     "# escape=`\n",
                                                     "# syntax=x/y\n",
                                                     "\"",
                                                     "'",
                                                     "[",
                                                     "]",
                                                     "[\"a\", \"b\"]",
                                                     "$",
                                                     "${",
                                                     "}",
                                                     "${A:-b}",
                                                     "$A",
                                                     "A=",
                                                     "=",
                                                     ",",
                                                     "/",
                                                     "0",
                                                     ":",
                                                     "--",
                                                     "--from=",
                                                     "&& ",
                                                     "|",
                                                     "é",
                                                     "😀",
                                                     "\xFF",
                                                     "FROM a\n",
                                                     "FROM scratch AS b\n",
                                                     "AS c",
                                                     "ARG A=1\n",
                                                     "ARG A\n",
                                                     "ENV A=b C=\"d e\"\n",
                                                     "ENV A b\n",
                                                     "COPY --from=b x y\n",
                                                     "RUN <<EOF\n",
                                                     "<<-\"E\" cat <<F\n",
                                                     "EOF\n",
                                                     "E\n",
                                                     "F\n",
                                                     "RUN --mount=type=cache,from=b,target=/x y\n",
                                                     "ONBUILD ",
                                                     "HEALTHCHECK CMD x\n",
                                                     "USER u\n",
                                                     "run x\n",
                                                     "LABEL a=b\n",
                                                     "builder"};

}  // namespace

text::TextEdit random_edit(std::string_view text, const Draw& draw) {
  const auto begin = draw(text.size() + 1);
  const auto rest = text.size() - begin;
  std::size_t length = 0;
  switch (draw(8)) {
    case 0:
    case 1: length = std::min<std::size_t>(rest, 1 + draw(3)); break;
    case 2: length = std::min<std::size_t>(rest, draw(80)); break;
    case 3: length = std::min<std::size_t>(rest, draw(600)); break;
    default: break;
  }
  std::string inserted;
  if (length == 0 || draw(3) == 0) {
    for (std::size_t n = 1 + draw(3); n > 0; --n) inserted += pieces[draw(pieces.size())];
    if (draw(12) == 0 && !text.empty()) {  // a copy of some other part
      const auto from = draw(text.size());
      inserted += text.substr(from, draw(200));
    }
  }
  const auto place = [](std::size_t offset) { return static_cast<text::Offset>(offset); };
  return {{place(begin), place(begin + length)}, std::move(inserted)};
}

std::string edited(std::string_view text, const text::TextEdit& edit) {
  std::string out(text.substr(0, edit.range.begin));
  out += edit.new_text;
  out += text.substr(edit.range.end);
  return out;
}

}  // namespace slipway::test
