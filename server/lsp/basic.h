#pragma once
// Structures that many methods share (LSP 3.17, "Basic JSON Structures").

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lsp/json.h"
#include "lsp/reader.h"

namespace slipway::lsp {

/// A place as the client counts: 0-based line, column in units of the negotiated encoding.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  bool operator==(const Position&) const = default;
};

struct Range {
  Position start;
  Position end;
  bool operator==(const Range&) const = default;
};

struct Location {
  std::string uri;
  Range range;
};

struct TextEdit {
  Range range;
  std::string new_text;
};

/// Whether an edit names the version it was made for.
enum class EditForm { Versioned, Plain };

/// Edits of one document.
struct WorkspaceEdit {
  std::string uri;
  std::int64_t version = 0;
  EditForm form = EditForm::Plain;  ///< `documentChanges` where the client takes them, else `changes`
  std::vector<TextEdit> edits;
};

/// Text for people; plain when the client does not take Markdown.
struct Markup {
  enum class Kind { Plain, Markdown };
  Kind kind = Kind::Markdown;
  std::string value;
};

/// Parameters of methods that have none; whatever comes is taken.
struct NoParams {};

/// Parameters that name a document and nothing else.
struct DocumentParams {
  std::string uri;
};

/// Parameters that name a place in a document.
struct PositionParams {
  std::string uri;
  Position position;
};

void read(const Reader& in, Position& out);
void read(const Reader& in, Range& out);
void read(const Reader& in, NoParams& out);
void read(const Reader& in, DocumentParams& out);
void read(const Reader& in, PositionParams& out);

void write(Writer& out, const Position& value);
void write(Writer& out, const Range& value);
void write(Writer& out, const Location& value);
void write(Writer& out, const TextEdit& value);
void write(Writer& out, const WorkspaceEdit& value);
void write(Writer& out, const Markup& value);

}  // namespace slipway::lsp
