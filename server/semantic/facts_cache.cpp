#include "semantic/facts_cache.h"

#include "support/hash.h"

namespace slipway::semantic {

std::uint64_t FactsCache::key_of(std::string_view bytes, char escape) { return hash_bytes(bytes, static_cast<unsigned char>(escape)); }

FactsPtr FactsCache::read(std::uint64_t key, std::string_view bytes, const std::vector<syntax::HeredocPlace>& heredocs, char escape) {
  auto facts = std::make_shared<InstructionFacts>();
  facts->syntax = syntax::read_instruction(bytes, heredocs, escape);
  facts->stage_references = syntax::stage_references(facts->syntax);
  ++read_count_;
  by_content_.emplace(key, facts);
  return facts;
}

void FactsCache::trim(std::size_t live) {
  constexpr std::size_t slack = 1024;
  if (by_content_.size() <= 2 * live + slack) return;
  std::erase_if(by_content_, [](const auto& entry) { return entry.second.use_count() == 1; });
}

}  // namespace slipway::semantic
