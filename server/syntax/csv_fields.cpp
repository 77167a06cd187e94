#include "syntax/csv_fields.h"

namespace slipway::syntax {

namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view line) : line_(line) {}

  CsvFields run() {
    if (line_.empty()) return {{}, "EOF"};
    do {
      const bool quoted = at_ < line_.size() && line_[at_] == '"';
      out_.fields.emplace_back();
      if (!(quoted ? read_quoted() : read_plain())) return std::move(out_);
    } while (take_comma());
    return std::move(out_);
  }

 private:
  bool fail(std::size_t place, std::string_view reason) {
    out_.fields.pop_back();
    out_.error = "parse error on line 1, column " + std::to_string(place + 1) + ": " + std::string(reason);
    return false;
  }

  bool take_comma() {
    if (at_ >= line_.size()) return false;
    ++at_;
    return true;
  }

  bool read_plain() {
    const auto field = line_.substr(at_, line_.find(',', at_) - at_);
    const auto quote = field.find('"');
    if (quote != std::string_view::npos) return fail(at_ + quote, "bare \" in non-quoted field");
    out_.fields.back() = std::string(field);
    at_ += field.size();
    return true;
  }

  bool read_quoted() {
    constexpr std::string_view bad_quote = "extraneous or missing \" in quoted field";
    ++at_;
    for (;;) {
      const auto quote = line_.find('"', at_);
      if (quote == std::string_view::npos) return fail(at_, bad_quote);
      out_.fields.back() += line_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == line_.size() || line_[at_] == ',') return true;
      if (line_[at_] != '"') return fail(quote, bad_quote);
      out_.fields.back() += '"';
      ++at_;
    }
  }

  std::string_view line_;
  std::size_t at_ = 0;
  CsvFields out_;
};

}  // namespace

CsvFields read_csv_fields(std::string_view line) { return CsvReader(line).run(); }

}  // namespace slipway::syntax
