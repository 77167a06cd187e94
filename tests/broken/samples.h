#pragma once
// Whole texts that the tests here break.

#include <string>
#include <vector>

namespace slipway::test {

/// A few texts with everything that a Dockerfile can hold.
[[nodiscard]] const std::vector<std::string>& built_in_texts();

/// The Dockerfiles of the vectors beside the checkout (../shared), in the order of their files; none where they are missing.
[[nodiscard]] std::vector<std::string> vector_texts();

/// One character of UTF-8 of a text: its first byte and one past its last.
struct Character {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The characters of a text; a byte that is part of none stands for itself.
[[nodiscard]] std::vector<Character> characters(const std::string& text);

}  // namespace slipway::test
