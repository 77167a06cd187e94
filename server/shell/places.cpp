#include "shell/places.h"

namespace slipway::shell {

Places Places::from(Offset begin) {
  Places places;
  places.begin_ = begin;
  return places;
}

Places Places::in_line(const syntax::LogicalLine& line, Offset begin) {
  Places places;
  places.line_ = &line;
  places.begin_ = begin;
  return places;
}

Places Places::at(TextRange range) {
  Places places;
  places.fixed_ = range;
  return places;
}

TextRange Places::operator()(TextRange range) const {
  if (fixed_) return *fixed_;
  range = range.shifted(begin_);
  return line_ ? line_->to_source(range) : range;
}

Places Places::behind(Offset offset) const {
  Places places = *this;
  places.begin_ += offset;
  return places;
}

}  // namespace slipway::shell
