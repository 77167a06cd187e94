#include <algorithm>
#include <set>

#include "features/completion/providers.h"
#include "features/stage_paths.h"
#include "refactor/paths.h"
#include "refactor/workspace.h"
#include "syntax/stage_reference.h"

namespace slipway::features {

namespace {

using semantic::Stage;

/// The typed path up to its last slash, and the rest.
struct TypedPath {
  std::string folder;
  std::string name;
};

TypedPath split_path(const std::string& typed) {
  const auto slash = typed.rfind('/');
  if (slash == std::string::npos) return {"", typed};
  return {typed.substr(0, slash + 1), typed.substr(slash + 1)};
}

/// Names that plain words cannot hold stay out of them.
bool can_be_written(const Request& request, std::string_view name) {
  return request.where.quoting == Quoting::Json || name.find_first_of(" \t\"'\\$") == std::string_view::npos;
}

void add_entry(const Request& request, Rank rank, const TypedPath& typed, std::string_view name, bool is_folder, Items& items) {
  if (!can_be_written(request, name)) return;
  const auto shown = std::string(name) + (is_folder ? "/" : "");
  items.add(rank, {.label = shown, .kind = is_folder ? CompletionKind::Directory : CompletionKind::Path, .new_text = typed.folder + shown});
}

/// What one hardly ever copies is shown last.
Rank rank_of(std::string_view name, const TypedPath& typed) {
  if (name[0] == '.' && (typed.name.empty() || typed.name[0] != '.')) return Rank::Late;
  if (name.substr(0, 10) == "Dockerfile") return Rank::Late;
  return Rank::Usual;
}

void add_context_files(const Request& request, Items& items) {
  const auto typed = split_path(request.where.typed);
  const refactor::Workspace context(request.document);
  for (const auto& entry : context.list(refactor::tidy_relative(typed.folder))) {
    if (entry.name == ".git" || entry.name == ".dockerignore") continue;
    add_entry(request, rank_of(entry.name, typed), typed, entry.name, entry.is_directory, items);
  }
}

const Stage* stage_named(const Request& request, const std::string& name) {
  const auto& model = request.document.model();
  if (request.where.keyword == syntax::Keyword::Copy) {
    if (const auto index = syntax::stage_index(name)) {
      return *index >= 0 && *index < static_cast<std::int64_t>(model.stages.size()) ? &model.stages[static_cast<std::size_t>(*index)]
                                                                                    : nullptr;
    }
  }
  return model.find_stage(name);
}

/// Paths that begin as what is typed, each cut behind the next folder; whole paths when nothing is typed.
void add_stage_paths(const Request& request, const Stage& stage, Items& items) {
  const auto& typed = request.where.typed;
  const std::string begin = !typed.empty() && typed[0] != '/' ? "/" : "";
  std::set<std::string> folders;
  for (const auto& made : stage_paths(request.document, stage)) {
    const auto path = begin.empty() ? made.path : made.path.substr(1);
    if (path.empty() || !can_be_written(request, path)) continue;
    const bool is_folder = path.back() == '/';
    items.add(is_folder ? Rank::Usual : Rank::Likely,
              {.label = path,
               .kind = is_folder ? CompletionKind::Directory : CompletionKind::Path,
               .detail = "line " + std::to_string(request.document.analysis->line_of(
                                       request.document.analysis->instruction(made.instruction).range.begin))});
    for (auto slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1))
      folders.insert(path.substr(0, slash + 1));
  }
  for (const auto& folder : folders) items.add(Rank::Late, {.label = folder, .kind = CompletionKind::Directory});
}

const Stage* stage_here(const Request& request) {
  const auto& stages = request.document.model().stages;
  const Stage* found = nullptr;
  for (const auto& stage : stages) {
    if (stage.range.begin >= request.where.instruction) break;
    found = &stage;
  }
  return found;
}

}  // namespace

void add_paths(const Request& request, Items& items) {
  const auto& where = request.where;
  // The last word may be the destination.
  if (where.part == Part::Argument && where.index > 0) {
    if (where.typed.empty() || where.typed[0] == '.')
      items.add(Rank::Likely, {.label = "./", .kind = CompletionKind::Directory, .detail = "the working directory"});
    add_directories(request, items);
  }
  if (where.from && !where.from->empty()) {
    if (const auto* stage = stage_named(request, *where.from)) add_stage_paths(request, *stage, items);
    return;
  }
  add_context_files(request, items);
}

void add_directories(const Request& request, Items& items) {
  const auto* stage = stage_here(request);
  if (stage == nullptr) return;
  for (const auto& folder : working_directories(request.document, *stage, request.where.instruction)) {
    if (!can_be_written(request, folder)) continue;
    items.add(Rank::Likely,
              {.label = folder == "/" ? folder : folder + "/", .kind = CompletionKind::Directory, .detail = "working directory"});
  }
  if (request.where.keyword != syntax::Keyword::Workdir) return;
  for (const auto* folder : {"/app", "/src", "/usr/src/app", "/srv", "/workspace"}) {
    items.add(Rank::Usual, {.label = folder, .kind = CompletionKind::Directory});
  }
}

}  // namespace slipway::features
