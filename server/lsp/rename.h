#pragma once
// prepareRename and rename.

#include <string>

#include "lsp/basic.h"

namespace slipway::lsp {

struct PreparedRename {
  Range range;
  std::string placeholder;
};

struct RenameParams {
  std::string uri;
  Position position;
  std::string new_name;
};

void read(const Reader& in, RenameParams& out);
void write(Writer& out, const PreparedRename& value);

}  // namespace slipway::lsp
