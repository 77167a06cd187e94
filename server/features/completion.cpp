#include "features/completion.h"

#include "features/completion/providers.h"
#include "features/explain.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

/// Words of the arguments; where no word is begun yet, flags fit as well.
void add_argument_items(const Request& request, Items& items) {
  const auto keyword = request.where.keyword;
  if (keyword == Keyword::Copy || keyword == Keyword::Add) {
    add_paths(request, items);
  } else {
    add_arguments(request, items);
  }
}

void add_items(const Request& request, Items& items) {
  switch (request.where.part) {
    case Part::Nothing: break;
    case Part::Keyword: add_keywords(request, items); break;
    case Part::FlagName: add_flags(request, items); break;
    case Part::FlagValue: add_flag_values(request, items); break;
    case Part::MountKey: add_mount_keys(request, items); break;
    case Part::MountValue: add_mount_values(request, items); break;
    case Part::Image:
      add_stages(request, StageNumbers::LeaveOut, items);
      add_images(request, Rank::Usual, items);
      break;
    case Part::Tag: add_tags(request, items); break;
    case Part::As: add_as(request, items); break;
    case Part::Argument:
    case Part::PairKey: add_argument_items(request, items); break;
    case Part::PairValue: break;
    case Part::Variable: add_variables(request, items); break;
    case Part::HeredocEnd: add_heredoc_end(request, items); break;
    case Part::DirectiveName:
    case Part::DirectiveValue:
    case Part::CheckOption:
    case Part::CheckValue:
    case Part::IgnoreName:
    case Part::IgnoredRule: add_directives(request, items); break;
  }
  if (request.where.flags_fit && request.where.part != Part::FlagName && request.where.part != Part::Variable) add_flags(request, items);
}

}  // namespace

std::vector<CompletionItem> completion(const snapshot::DocumentSnapshot& document, text::Offset offset, SnippetSupport snippets) {
  const auto where = find_where(document, offset);
  Items items(where);
  add_items({document, where, snippets}, items);
  return items.take();
}

std::optional<std::string> completion_documentation(std::string_view key) { return explain_key(key); }

}  // namespace slipway::features
