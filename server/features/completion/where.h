#pragma once
// What is being typed at a place: found once, for half-typed lines, in continued lines and in ONBUILD's triggers alike. Reads the
// words around the cursor; what they mean is left to the model.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "syntax/keyword.h"
#include "text/text_range.h"

namespace slipway::features {

enum class Part {
  Nothing,  ///< nothing can be offered: a plain comment, a shell's command, free text
  Keyword,  ///< at the beginning of an instruction
  FlagName,
  FlagValue,  ///< `owner` is the flag
  MountKey,
  MountValue,      ///< `owner` is the key
  Image,           ///< FROM's first word
  Tag,             ///< behind its colon; `owner` is the image
  As,              ///< FROM's second word
  Argument,        ///< a word of the arguments, `index` counts them
  PairKey,         ///< ENV, LABEL, ARG before `=`
  PairValue,       ///< behind it; `owner` is the key
  Variable,        ///< behind `$` or `${`
  HeredocEnd,      ///< a line of a heredoc that has no end yet; `owner` is its name
  DirectiveName,   ///< behind `#` in the first lines
  DirectiveValue,  ///< `owner` is the directive
  CheckOption,     ///< `# check=`, before the option's own `=`
  CheckValue,      ///< `owner` is the option
  IgnoreName,      ///< the first word of a comment that could become an ignore comment
  IgnoredRule,     ///< behind `ignore=`; `owner` is slipway or hadolint
};

/// Whether an instruction stands by itself or is what ONBUILD keeps.
enum class Nesting { Top, Onbuild };

/// How a variable is written so far.
enum class Brace { None, Open, Closed };

/// Whether arguments are written as a JSON array.
enum class Quoting { Plain, Json };

struct Where {
  Part part = Part::Nothing;
  syntax::Keyword keyword = syntax::Keyword::Unknown;  ///< the instruction's; the trigger's in ONBUILD
  Nesting nesting = Nesting::Top;
  text::Offset cursor = 0;
  text::Offset instruction = 0;  ///< where the instruction begins; the cursor when there is none yet
  std::string typed;             ///< the word up to the cursor
  std::string earlier;           ///< the part of `typed` on lines before the cursor's; an edit cannot reach it
  text::TextRange word;          ///< what an edit replaces: the word, on the cursor's line
  char next = '\0';              ///< the byte behind the word; 0 at the end of the line
  std::string owner;
  std::vector<std::string> used;    ///< flags, mount keys or rules that stand there already
  bool flags_fit = false;           ///< a flag could be begun here as well
  std::string mount_type;           ///< lower case; empty when none is given
  std::optional<std::string> from;  ///< value of the `--from` flag, or of the mount's `from` key
  std::size_t index = 0;
  Quoting quoting = Quoting::Plain;
  Brace brace = Brace::None;
};

[[nodiscard]] Where find_where(const snapshot::DocumentSnapshot& document, text::Offset cursor);

}  // namespace slipway::features
