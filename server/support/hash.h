#pragma once
// A fast 64-bit content hash for caches inside one process; not for anything that is stored or sent.

#include <cstdint>
#include <string_view>

namespace slipway {

[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace slipway
