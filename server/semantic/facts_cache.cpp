#include "semantic/facts_cache.h"

#include "support/hash.h"

namespace slipway::semantic {

std::uint64_t FactsCache::key_of(std::string_view bytes, char escape) { return hash_bytes(bytes, static_cast<unsigned char>(escape)); }

const InstructionFacts* FactsCache::read(std::uint64_t key, std::string_view bytes, const std::vector<syntax::HeredocPlace>& heredocs,
                                         char escape) {
  auto facts = std::make_shared<InstructionFacts>();
  facts->key = key;
  facts->syntax = syntax::read_instruction(bytes, heredocs, escape);
  facts->stage_references = syntax::stage_references(facts->syntax);
  ++read_count_;
  return store_->by_content.emplace(key, std::move(facts)).first->second.get();
}

void FactsCache::adopt(const InstructionFacts& facts) {
  const auto& held = store_->by_content.try_emplace(facts.key, nullptr).first->second;
  if (held.get() == &facts) return;
  (held ? store_->others.emplace_back() : store_->by_content[facts.key]) = facts.shared_from_this();
}

bool FactsCache::is_stale(std::size_t live) const {
  constexpr std::size_t slack = 1024;
  return store_->by_content.size() > 2 * live + slack;
}

}  // namespace slipway::semantic
