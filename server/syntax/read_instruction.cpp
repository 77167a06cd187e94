// One joined line → keyword, flags, arguments, as frontend/dockerfile/parser does it (split_command.go, line_parsers.go).

#include <algorithm>
#include <array>
#include <utility>

#include "reading.h"
#include "support/strings.h"
#include "syntax/flag_words.h"
#include "syntax/instruction.h"
#include "syntax/instruction_errors.h"
#include "syntax/json_form.h"
#include "syntax/mounts.h"
#include "syntax/reader.h"

namespace slipway::syntax {

namespace {

/// What one instruction is read from.
struct Input {
  std::string_view bytes;
  const std::vector<HeredocPlace>& heredocs;
  char escape;
};

/// An instruction half read.
struct Reading {
  Instruction& out;
  const Input& input;

  [[nodiscard]] std::string_view text() const { return out.line.text(); }
  void add_words(std::vector<LineWord> words) {
    for (auto& word : words) out.words.push_back(to_word(out.line, std::move(word)));
  }
  void set_arguments(TextRange range) {
    out.line_arguments = range;
    out.arguments = out.line.to_source(range);
  }
};

void read_single_argument(Reading& reading) {
  const auto range = reading.out.line_arguments;
  if (range.empty()) return;
  reading.add_words({{std::string(reading.text().substr(range.begin, range.size())), range}});
}

/// JSON, else `otherwise`.
template <class Otherwise>
void read_maybe_json(Reading& reading, TextRange range, Otherwise otherwise) {
  auto json = read_json_form(reading.text(), range);
  reading.out.notes.json_with_non_strings = json.kind == JsonKind::NonStrings;
  if (json.kind == JsonKind::Strings) {
    reading.out.form = Form::Exec;
    reading.add_words(std::move(json.strings));
    return;
  }
  otherwise();
}

void read_command(Reading& reading, TextRange range) {
  reading.out.form = Form::Shell;
  read_maybe_json(reading, range, [&] {
    if (!range.empty()) reading.add_words({{std::string(reading.text().substr(range.begin, range.size())), range}});
  });
}

void read_list(Reading& reading) {
  const auto range = reading.out.line_arguments;
  read_maybe_json(reading, range, [&] { reading.add_words(split_plain(reading.text(), range)); });
}

/// HEALTHCHECK: its first word ends at white space counted byte by byte, then a command.
void read_healthcheck(Reading& reading) {
  const auto range = reading.out.line_arguments;
  const auto rest = reading.text().substr(range.begin, range.size());
  const auto command = range.begin + static_cast<Offset>(df_skip_health_type(rest.data(), rest.size()));
  auto type_end = command;
  while (type_end > range.begin && df_is_flag_space(reading.text()[type_end - 1])) --type_end;
  reading.out.form = Form::Shell;
  if (type_end == range.begin) return;
  reading.add_words({{std::string(reading.text().substr(range.begin, type_end - range.begin)), {range.begin, type_end}}});
  read_command(reading, {command, range.end});
}

KeyValue to_pair(const Reading& reading, const LineWord& word) {
  KeyValue pair;
  pair.range = reading.out.line.to_source(word.range);
  const auto equals = word.text.find('=');
  if (equals == std::string::npos) {
    pair.key = to_word(reading.out.line, word);
    return pair;
  }
  // The word's text equals its place in the line but for an escape dropped at the very end, so the `=` stands at the same distance.
  const auto split = word.range.begin + static_cast<Offset>(equals);
  pair.key = to_word(reading.out.line, {word.text.substr(0, equals), {word.range.begin, split}});
  pair.value = to_word(reading.out.line, {word.text.substr(equals + 1), {split + 1, word.range.end}});
  return pair;
}

/// ENV's and LABEL's old form `key the rest`; one word alone gives a key without a value.
void read_legacy_pair(Reading& reading) {
  const auto range = reading.out.line_arguments;
  const auto text = reading.text();
  Offset key_end = range.begin;
  while (key_end < range.end && !is_blank(text[key_end])) ++key_end;
  Offset value = key_end;
  while (value < range.end && is_blank(text[value])) ++value;
  KeyValue pair;
  pair.range = reading.out.line.to_source(range);
  pair.key = to_word(reading.out.line, {std::string(text.substr(range.begin, key_end - range.begin)), {range.begin, key_end}});
  if (key_end < range.end) pair.value = to_word(reading.out.line, {std::string(text.substr(value, range.end - value)), {value, range.end}});
  reading.out.notes.legacy_form = true;
  reading.out.pairs.push_back(std::move(pair));
}

void read_pairs(Reading& reading) {
  reading.out.form = Form::KeyValues;
  auto words = split_quoted(reading.text(), reading.out.line_arguments, reading.input.escape);
  const bool legacy = reading.out.keyword != Keyword::Arg && !words.empty() && words.front().text.find('=') == std::string::npos;
  if (legacy) {
    read_legacy_pair(reading);
  } else {
    for (const auto& word : words) reading.out.pairs.push_back(to_pair(reading, word));
  }
  reading.add_words(std::move(words));
}

void read_from(Reading& reading) {
  reading.add_words(split_plain(reading.text(), reading.out.line_arguments));
  const auto& words = reading.out.words;
  FromParts parts;
  if (!words.empty()) parts.image = words[0];
  if (words.size() > 1 && equals_ignoring_case(words[1].text, "as")) parts.as_keyword = words[1];
  if (words.size() > 2 && parts.as_keyword) parts.name = words[2];
  reading.out.from = std::move(parts);
}

void read_line(Instruction& out, TextRange within, const Input& input);

void read_trigger(Reading& reading) {
  const auto range = reading.out.line_arguments;
  if (range.empty()) return;
  auto trigger = std::make_unique<Instruction>();
  trigger->line = reading.out.line;
  trigger->head = reading.out.head;
  trigger->length = reading.out.length;
  read_line(*trigger, range, reading.input);
  reading.out.trigger = std::move(trigger);
}

void read_arguments(Reading& reading) {
  switch (reading.out.keyword) {
    case Keyword::From: return read_from(reading);
    case Keyword::Expose: return reading.add_words(split_plain(reading.text(), reading.out.line_arguments));
    case Keyword::Maintainer:
    case Keyword::Stopsignal:
    case Keyword::User:
    case Keyword::Workdir: return read_single_argument(reading);
    case Keyword::Arg:
    case Keyword::Env:
    case Keyword::Label: return read_pairs(reading);
    case Keyword::Run:
    case Keyword::Cmd:
    case Keyword::Entrypoint:
    case Keyword::Shell: return read_command(reading, reading.out.line_arguments);
    case Keyword::Add:
    case Keyword::Copy:
    case Keyword::Volume: return read_list(reading);
    case Keyword::Healthcheck: return read_healthcheck(reading);
    case Keyword::Onbuild: return read_trigger(reading);
    case Keyword::Unknown: return;
  }
}

Keyword to_keyword(df_keyword keyword) {
  constexpr std::array<Keyword, DF_UNKNOWN + 1> table = {
      Keyword::From,    Keyword::Run,        Keyword::Cmd,         Keyword::Label,  Keyword::Maintainer, Keyword::Expose,  Keyword::Env,
      Keyword::Add,     Keyword::Copy,       Keyword::Entrypoint,  Keyword::Volume, Keyword::User,       Keyword::Workdir, Keyword::Arg,
      Keyword::Onbuild, Keyword::Stopsignal, Keyword::Healthcheck, Keyword::Shell,  Keyword::Unknown};
  return table[static_cast<std::size_t>(keyword)];
}

Flag to_flag(const LogicalLine& line, const LineFlag& word) {
  Flag flag;
  flag.range = line.to_source(word.range);
  const auto name_begin = std::min(word.range.begin + 2, word.range.end);
  const auto equals = word.text.find('=');
  flag.name = word.text.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
  const auto name_end = word.equals.value_or(word.range.end);
  flag.name_range = line.to_source(TextRange{name_begin, std::max(name_begin, name_end)});
  flag.value_range = {flag.range.end, flag.range.end};
  if (equals == std::string::npos || !word.equals) return flag;
  flag.value = word.text.substr(equals + 1);
  TextRange value{*word.equals + 1, word.range.end};
  const auto raw = line.text().substr(value.begin, value.size());
  if (raw.size() >= 2 && (raw.front() == '"' || raw.front() == '\'') && raw.back() == raw.front()) value = {value.begin + 1, value.end - 1};
  flag.value_range = line.to_source(value);
  return flag;
}

void read_line(Instruction& out, TextRange within, const Input& input) {
  Reading reading{out, input};
  const auto text = reading.text();
  const auto command = df_split_command(text.data() + within.begin, within.size(), input.escape);
  const auto place = [&](std::size_t offset, std::size_t size) {
    const auto begin = within.begin + static_cast<Offset>(offset);
    return TextRange{begin, begin + static_cast<Offset>(size)};
  };
  const auto keyword = place(command.keyword_offset, command.keyword_length);
  out.keyword = to_keyword(command.keyword);
  out.written_keyword = std::string(text.substr(keyword.begin, keyword.size()));
  out.keyword_range = out.line.to_source(keyword);
  reading.set_arguments(place(command.rest_offset, command.rest_length));
  for (const auto& word : read_flags(text, place(command.flags_offset, command.rest_offset - command.flags_offset), input.escape)) {
    out.flags.push_back(to_flag(out.line, word));
    if (out.keyword == Keyword::Run && out.flags.back().name == "mount") out.mounts.push_back(read_mount(out.flags.back(), word, out.line));
  }
  read_arguments(reading);
  read_heredocs(out, input.bytes, input.heredocs, input.escape);
  read_variable_uses(out, input.bytes, input.escape);
  add_instruction_errors(out, out.notes);
}

/// Where the head ends: before the line end that the first heredoc body follows.
Offset head_end(std::string_view bytes, const std::vector<HeredocPlace>& heredocs) {
  if (heredocs.empty()) return static_cast<Offset>(bytes.size());
  const auto& first = heredocs.front();
  auto end = std::min<std::size_t>(first.body.empty() ? first.end.begin : first.body.begin, bytes.size());
  while (end > 0 && bytes[end - 1] != '\n') --end;  // leading tabs of a `<<-` end marker
  while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) --end;
  return static_cast<Offset>(end);
}

}  // namespace

Instruction read_instruction(std::string_view bytes, const std::vector<HeredocPlace>& heredocs, char escape) {
  Instruction out;
  out.length = static_cast<std::uint32_t>(bytes.size());
  out.head = {0, head_end(bytes, heredocs)};
  out.line = LogicalLine(bytes.substr(0, out.head.end), escape);
  read_line(out, {0, static_cast<Offset>(out.line.text().size())}, {bytes, heredocs, escape});
  return out;
}

}  // namespace slipway::syntax
