#include "lint/stage_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "catalog/official_images.h"
#include "support/strings.h"
#include "support/suggest.h"

namespace slipway::lint {

namespace {

/// Official images that the catalogue does not describe but that nobody means as a stage.
constexpr auto other_images = std::to_array<std::string_view>(
    {"adminer",   "aerospike", "alt",        "api-firewall", "arangodb", "caddy",     "chronograf", "clickhouse",  "couchbase",
     "couchdb",   "crate",     "eggdrop",    "fluentd",      "gazebo",   "groovy",    "hylang",     "ibmjava",     "ibm-semeru-runtimes",
     "kapacitor", "kong",      "liquibase",  "logstash",     "matomo",   "mediawiki", "nats",       "neurodebian", "phpmyadmin",
     "photon",    "rethinkdb", "sapmachine", "solr",         "telegraf", "yourls",    "zookeeper"});

/// Levenshtein's distance where two swapped neighbours count one; 3 for all that is farther than 2.
std::size_t mistakes(const std::string& word, std::string_view name) {
  const auto plain = edit_distance_up_to(2, word, name);
  if (plain != 2 || word.size() != name.size()) return plain;
  const auto first = std::mismatch(word.begin(), word.end(), name.begin());
  const auto at = static_cast<std::size_t>(first.first - word.begin());
  const bool swapped =
      at + 1 < word.size() && word[at] == name[at + 1] && word[at + 1] == name[at] && word.substr(at + 2) == name.substr(at + 2);
  return swapped ? 1 : 2;
}

/// `stage1` for `stage2` is no slip of a finger but another stage.
bool differs_in_digits_only(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return !is_digit(c); });
    return out;
  };
  return letters(a) == letters(b);
}

}  // namespace

bool is_plain_name(std::string_view word) {
  return !word.empty() && word.find_first_of("/:.@$\"'\\ \t") == std::string_view::npos && !equals_ignoring_case(word, "scratch");
}

bool is_known_image(std::string_view word) {
  return catalog::find_image(word) != nullptr || std::find(other_images.begin(), other_images.end(), word) != other_images.end();
}

const semantic::Stage* probably_meant(const semantic::Model& model, std::string_view word, const semantic::Stage* before,
                                      Distance distance) {
  const auto lower = to_lower(word);
  // A slip of a finger names a stage nearby; looking further would let a file of thousands of stages take seconds.
  constexpr std::size_t farthest = 200;
  const semantic::Stage* best = nullptr;
  std::size_t best_mistakes = 3;
  const std::size_t end = before != nullptr ? before->id.index() : model.stages.size();
  for (std::size_t i = end - std::min(end, farthest); i < end; ++i) {
    const auto& stage = model.stages[i];
    if (stage.name.empty()) continue;
    if (stage.name == word) return nullptr;
    const auto shorter = std::min(stage.name.size(), lower.size());
    if (std::max(stage.name.size(), lower.size()) - shorter > 2) continue;  // cheap: files with thousands of stages exist
    const std::size_t allowed = shorter < 3 ? 0 : distance == Distance::Two && shorter >= 6 ? 2 : 1;
    const auto count = mistakes(lower, stage.name);
    if (count > allowed || count >= best_mistakes || (count > 0 && differs_in_digits_only(stage.name, lower))) continue;
    best = &stage;
    best_mistakes = count;
  }
  return best;
}

const semantic::Stage* stage_in_other_case(const semantic::Model& model, const semantic::Stage& stage) {
  // Names are kept in lower case, so without a capital letter nothing can differ in case.
  const bool has_capital = std::any_of(stage.base.begin(), stage.base.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!has_capital || stage.base_kind != semantic::BaseKind::Image || !is_plain_name(stage.base)) return nullptr;
  const semantic::Stage* found = nullptr;
  for (const auto& earlier : model.stages) {
    if (earlier.id >= stage.id) break;
    if (!earlier.name.empty() && equals_ignoring_case(earlier.name, stage.base)) found = &earlier;
  }
  return found;
}

}  // namespace slipway::lint
