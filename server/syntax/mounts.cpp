#include "syntax/mounts.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::syntax {

namespace {

std::string canonical_key(std::string_view key) {
  if (key == "src") return "source";
  if (key == "dst" || key == "destination") return "target";
  if (key == "ro") return "readonly";
  if (key == "rw") return "readwrite";
  return std::string(key);
}

/// Places of a flag's text in the source: its quotes and escapes are gone, and a byte above 0x7F has become two.
class Places {
 public:
  Places(const LineFlag& word, const LogicalLine& line) : word_(word), line_(line) {}

  /// The source range of `size` bytes of the text; behind the byte before it when there are none.
  [[nodiscard]] TextRange range(std::size_t begin, std::size_t size) const {
    if (size > 0) return line_.to_source(TextRange{word_.places[begin], word_.places[begin + size - 1] + 1});
    const auto before = begin == 0 ? word_.range.begin : word_.places[begin - 1] + 1;
    const auto place = before == 0 ? 0 : line_.to_source(TextRange{before - 1, before}).end;
    return {place, place};
  }

 private:
  const LineFlag& word_;
  const LogicalLine& line_;
};

MountOption read_option(std::string_view field, std::size_t begin, const Places& places) {
  MountOption option;
  const auto key = field.substr(0, field.find('='));
  option.key = to_lower(key);
  option.key_range = places.range(begin, key.size());
  option.value_range = {option.key_range.end, option.key_range.end};
  if (key.size() < field.size()) {
    option.value = std::string(field.substr(key.size() + 1));
    option.value_range = places.range(begin + key.size() + 1, option.value->size());
  }
  return option;
}

}  // namespace

Mount read_mount(const Flag& flag, const LineFlag& word, const LogicalLine& line) {
  Mount mount;
  mount.range = flag.value_range;
  if (!flag.value) return mount;
  const Places places(word, line);
  auto begin = word.text.size() - flag.value->size();
  for (const auto field : split(*flag.value, ',')) {
    mount.options.push_back(read_option(field, begin, places));
    begin += field.size() + 1;
  }
  return mount;
}

const MountOption* Mount::find(std::string_view key) const {
  const auto wanted = canonical_key(key);
  for (const auto& option : options) {
    if (canonical_key(option.key) == wanted) return &option;
  }
  return nullptr;
}

std::string Mount::type() const {
  const auto* option = find("type");
  return option != nullptr && option->value ? to_lower(*option->value) : "bind";
}

}  // namespace slipway::syntax
