// Facts are found by the hash of an instruction's bytes alone, so near texts must not share one.

#include <doctest/doctest.h>

#include <random>
#include <unordered_set>

#include "support/hash.h"

namespace slipway::test {

TEST_CASE("texts that differ in one bit or one byte have different hashes") {
  std::mt19937 random(7);
  for (std::size_t length = 1; length <= 40; ++length) {
    for (int sample = 0; sample < 20; ++sample) {
      std::string text(length, ' ');
      for (auto& c : text) c = static_cast<char>(32 + random() % 95);
      std::unordered_set<std::uint64_t> seen = {hash_bytes(text)};
      std::size_t texts = 1;
      for (std::size_t at = 0; at < length; ++at) {
        for (int value = 0; value < 256; ++value) {
          auto other = text;
          other[at] = static_cast<char>(value);
          if (other == text) continue;
          seen.insert(hash_bytes(other));
          ++texts;
        }
      }
      CHECK(seen.size() == texts);
    }
  }
}

TEST_CASE("the seed and the length count") {
  CHECK(hash_bytes("a", 1) != hash_bytes("a", 2));
  CHECK(hash_bytes(std::string(3, '\0')) != hash_bytes(std::string(4, '\0')));
  CHECK(hash_bytes("") != hash_bytes(std::string(8, '\0')));
}

}  // namespace slipway::test
