#pragma once
// One instruction as BuildKit reads it: keyword, flags, arguments, heredocs. A value that owns its strings and depends on the
// instruction's bytes and the escape character alone, so that it can be remembered by content. All ranges count bytes from the
// instruction's first byte; `shifted` takes them to the file.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/keyword.h"
#include "syntax/logical_line.h"
#include "syntax/variables.h"
#include "text/text_range.h"

namespace slipway::syntax {

using text::TextRange;

/// A word of the arguments as BuildKit cuts it: quotes and escapes still in it (exec form: the string's value).
struct Word {
  std::string text;
  TextRange range;
};

/// `--name`, `--name=value`. Quotes are gone from name and value, as BuildKit removes them.
struct Flag {
  std::string name;                  ///< without dashes
  std::optional<std::string> value;  ///< nothing for a bare flag
  TextRange range;                   ///< the whole word
  TextRange name_range;              ///< without dashes
  TextRange value_range;             ///< behind `=`; empty range at the word's end for a bare flag
};

/// `key=value` of ENV, LABEL and ARG; also ENV's old form `key value`.
struct KeyValue {
  Word key;
  std::optional<Word> value;  ///< nothing for `ARG NAME`
  TextRange range;
};

/// One comma-separated field of `--mount=`.
struct MountOption {
  std::string key;  ///< lower case
  std::optional<std::string> value;
  TextRange key_range;
  TextRange value_range;
};

struct Mount {
  std::vector<MountOption> options;
  TextRange range;  ///< the flag's value
  /// The option with this key or one of BuildKit's other names for it (source/src, target/dst/destination, readonly/ro); null if absent.
  [[nodiscard]] const MountOption* find(std::string_view key) const;
  /// Mount type in lower case; "bind" when none is given.
  [[nodiscard]] std::string type() const;
};

struct Heredoc {
  std::string name;         ///< the end marker, unquoted
  bool expands = true;      ///< false when the name was quoted
  bool chomps = false;      ///< `<<-`
  bool terminated = false;  ///< false when no line equals the name
  TextRange start;          ///< the word `<<NAME`
  TextRange name_range;     ///< the name in it, without quotes
  TextRange body;           ///< whole lines, line ends included; empty if unterminated
  TextRange end;            ///< the end marker (without leading tabs); empty if unterminated
  std::string content;      ///< the bytes of `body`
};

/// How the arguments are written.
enum class Form {
  Words,      ///< separated by white space (FROM, COPY, EXPOSE …) or one whole argument (USER, WORKDIR …)
  Shell,      ///< a command for a shell
  Exec,       ///< a JSON array of strings
  KeyValues,  ///< ENV, LABEL, ARG
};

/// FROM's words by their place. Each may be missing in a half-typed line.
struct FromParts {
  std::optional<Word> image;
  std::optional<Word> as_keyword;
  std::optional<Word> name;  ///< as written
};

/// An error that BuildKit's parser or instruction reader would give, certain from this instruction alone (buildkit.md §6–§10).
struct InstructionError {
  enum class Step { Line, Instruction };  ///< found while splitting the file (step 3), or while reading instructions (step 5)
  Step step = Step::Instruction;
  std::string message;  ///< BuildKit's wording, without "dockerfile parse error on line N: "
  TextRange range;      ///< the most precise place
};

/// What the reader noticed that the fields below do not show; the errors are made from it.
struct ReadingNotes {
  bool json_with_non_strings = false;  ///< a valid JSON array with something else than strings
  bool legacy_form = false;            ///< `ENV key value`, `LABEL key value`
};

struct Instruction {
  Keyword keyword = Keyword::Unknown;
  std::string written_keyword;  ///< as in the file, continuations joined
  TextRange keyword_range;
  std::uint32_t length = 0;  ///< bytes of the whole instruction, heredocs included
  TextRange head;            ///< without heredoc bodies
  LogicalLine line;          ///< the head, joined

  std::vector<Flag> flags;
  Form form = Form::Words;
  TextRange arguments;                         ///< what follows keyword and flags, trimmed; an empty range at the end when there is nothing
  TextRange line_arguments;                    ///< the same in the joined line
  std::vector<Word> words;                     ///< Words and Exec: each word; Shell: the one command; HEALTHCHECK: NONE or CMD first
  std::vector<KeyValue> pairs;                 ///< KeyValues only
  std::vector<Heredoc> heredocs;               ///< of an ONBUILD: its trigger has the same ones
  std::vector<VariableUse> variables;          ///< all uses in head and heredoc bodies, in order of their places
  std::vector<Mount> mounts;                   ///< RUN's --mount flags
  std::optional<FromParts> from;               ///< FROM only
  std::unique_ptr<const Instruction> trigger;  ///< ONBUILD's instruction; its ranges count from the ONBUILD's first byte too
  ReadingNotes notes;
  std::vector<InstructionError> errors;  ///< in BuildKit's order; the first is the one it reports

  [[nodiscard]] const Flag* flag(std::string_view name) const;  ///< first flag of that name, null if absent
  /// Text of the arguments with continuations joined.
  [[nodiscard]] std::string_view argument_text() const;
  /// Sources of ADD and COPY (all words but the last) and the destination; none in a half-typed line.
  [[nodiscard]] std::vector<const Word*> sources() const;
  [[nodiscard]] const Word* destination() const;
};

/// Where a heredoc's body and end marker stand, counted from the instruction's first byte.
struct HeredocPlace {
  TextRange body;
  TextRange end;
};

/// Reads one instruction. `bytes` are all its bytes as the tree found them, `heredocs` the places of its terminated heredocs, in order.
[[nodiscard]] Instruction read_instruction(std::string_view bytes, const std::vector<HeredocPlace>& heredocs, char escape);

}  // namespace slipway::syntax
