// hadolint #1199. COPY of everything takes what lies beside the Dockerfile.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/rule.h"
#include "snapshot/context_ignore.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

enum class Kind { Secret, Ballast };

struct Unwanted {
  std::string_view name;
  Kind kind;
};
constexpr auto unwanted = std::to_array<Unwanted>({{".env", Kind::Secret},
                                                   {".env.local", Kind::Secret},
                                                   {".env.production", Kind::Secret},
                                                   {".ssh", Kind::Secret},
                                                   {".aws", Kind::Secret},
                                                   {".kube", Kind::Secret},
                                                   {".netrc", Kind::Secret},
                                                   {".pypirc", Kind::Secret},
                                                   {"id_rsa", Kind::Secret},
                                                   {"id_ed25519", Kind::Secret},
                                                   {".git", Kind::Ballast},
                                                   {"node_modules", Kind::Ballast},
                                                   {".venv", Kind::Ballast},
                                                   {".terraform", Kind::Ballast}});

/// What of it lies in the context and is not left out by .dockerignore.
std::vector<const Unwanted*> taken_along(const Context& context) {
  std::vector<const Unwanted*> out;
  const auto& folder = context.document.context_folder;
  if (folder.empty()) return out;
  const auto ignored = snapshot::context_ignore(context.document);
  for (const auto& row : unwanted) {
    const bool there = context.document.files->exists(folder + "/" + std::string(row.name));
    if (there && !(ignored && ignored->excludes_source(std::string(row.name)))) out.push_back(&row);
  }
  return out;
}

const syntax::Word* whole_context(const syntax::Instruction& syntax) {
  if ((syntax.keyword != Keyword::Copy && syntax.keyword != Keyword::Add) || syntax.flag("from") != nullptr ||
      syntax.flag("exclude") != nullptr)
    return nullptr;
  for (const auto* source : syntax.sources()) {
    const auto text = without_quotes(source->text);
    if (text == "." || text == "./" || text == "/") return source;
  }
  return nullptr;
}

void check(const Context& context, Report& report) {
  for (const auto& entry : context.analysis.instructions) {
    const auto* source = whole_context(entry.syntax());
    if (source == nullptr) continue;
    const auto found = taken_along(context);
    if (found.empty()) return;
    std::vector<std::string> names;
    for (const auto* row : found) names.push_back("'" + std::string(row->name) + "'");
    const bool secret = std::any_of(found.begin(), found.end(), [](const Unwanted* row) { return row->kind == Kind::Secret; });
    report.at(entry.place(source->range))
        .say("This takes " + join(names, ", ") + " along, which " + (found.size() == 1 ? "lies" : "lie") + " in the build context. List " +
             (found.size() == 1 ? "it" : "them") + " in .dockerignore.")
        .level(secret ? Level::Warning : Level::Info);
    return;
  }
}

}  // namespace

extern const Rule context_with_secrets;
const Rule context_with_secrets = {
    .name = "context-with-secrets",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "COPY of the whole context takes secrets or ballast along.",
    .why =
        "`COPY . .` copies what lies in the folder on the day of the build: keys and passwords of whoever builds, the history of the "
        "repository, dependencies of another machine. What is in a layer stays there. `.dockerignore` keeps it out, and the build starts "
        "faster too.",
    .peers = "No other linter looks at the context. Nothing is said about files that are not there.",
    .check_file = check,
};

}  // namespace slipway::lint
