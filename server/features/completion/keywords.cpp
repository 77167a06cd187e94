#include <algorithm>

#include "catalog/instructions.h"
#include "features/completion/providers.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

enum class LetterCase { Upper, Lower };

bool is_lower(std::string_view text) {
  return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The case that most keywords of the file have, the one being typed left out; upper case when there is none.
LetterCase file_case(const Request& request) {
  int lower = 0;
  int upper = 0;
  for (const auto& entry : request.document.analysis->instructions) {
    if (entry.keyword() == Keyword::Unknown) continue;
    if (request.where.part == Part::Keyword && entry.range.begin == request.where.instruction) continue;
    ++(is_lower(entry.syntax().written_keyword) ? lower : upper);
  }
  if (lower == 0 && upper == 0) return is_lower(request.where.typed) ? LetterCase::Lower : LetterCase::Upper;
  return lower > upper ? LetterCase::Lower : LetterCase::Upper;
}

std::string in_case(std::string_view word, LetterCase letters) { return letters == LetterCase::Lower ? to_lower(word) : std::string(word); }

/// The stage at the cursor has begun.
bool has_stage(const Request& request) {
  const auto& stages = request.document.model().stages;
  return !stages.empty() && stages.front().range.begin < request.where.instruction;
}

bool fits(const Request& request, Keyword keyword) {
  if (request.where.nesting == Nesting::Onbuild)
    return keyword != Keyword::From && keyword != Keyword::Onbuild && keyword != Keyword::Maintainer;
  return keyword == Keyword::From || keyword == Keyword::Arg || has_stage(request);
}

Rank rank_of(const Request& request, Keyword keyword) {
  if (keyword == Keyword::Maintainer) return Rank::Last;
  if (keyword == Keyword::From && !has_stage(request)) return Rank::First;
  return Rank::Likely;
}

void add_snippets(const Request& request, LetterCase letters, Items& items) {
  if (request.snippets == SnippetSupport::No || request.where.next == ' ') return;
  for (const auto& snippet : catalog::instruction_snippets()) {
    if (!fits(request, snippet.keyword)) continue;
    const auto keyword = in_case(syntax::spelling(snippet.keyword), letters);
    const auto* doc = catalog::find_instruction(snippet.keyword);
    auto body = std::string(snippet.body);
    if (letters == LetterCase::Lower) body = replace_all(replace_all(body, " AS ", " as "), " CMD ", " cmd ");
    body = replace_all(body, "\n", request.document.analysis->source.line_end());
    auto label = keyword + " ";
    auto text = label;
    items.add(Rank::Usual, {.label = label.append(snippet.label),
                            .kind = CompletionKind::Snippet,
                            .detail = std::string(doc->summary),
                            .key = "keyword:" + std::string(syntax::spelling(snippet.keyword)),
                            .new_text = text.append(body),
                            .is_snippet = true});
  }
}

}  // namespace

void add_keywords(const Request& request, Items& items) {
  const auto letters = file_case(request);
  for (const auto& doc : catalog::instructions_by_use()) {
    if (!fits(request, doc.keyword)) continue;
    const auto name = syntax::spelling(doc.keyword);
    items.add(rank_of(request, doc.keyword), {.label = in_case(name, letters),
                                              .kind = CompletionKind::Keyword,
                                              .detail = std::string(doc.summary),
                                              .key = "keyword:" + std::string(name)});
  }
  add_snippets(request, letters, items);
}

void add_as(const Request& request, Items& items) {
  items.add(Rank::First,
            {.label = in_case("AS", file_case(request)), .kind = CompletionKind::Keyword, .detail = "names the stage", .key = "word:AS"});
}

void add_healthcheck_forms(const Request& request, Items& items) {
  const auto letters = file_case(request);
  items.add(Rank::First, {.label = in_case("CMD", letters),
                          .kind = CompletionKind::Keyword,
                          .detail = "the command that tests the container",
                          .key = "keyword:HEALTHCHECK"});
  items.add(Rank::First, {.label = in_case("NONE", letters),
                          .kind = CompletionKind::Keyword,
                          .detail = "no check, also none of the base image",
                          .key = "keyword:HEALTHCHECK"});
}

}  // namespace slipway::features
