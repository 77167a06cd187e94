#include "syntax/keyword.h"

#include "support/strings.h"

namespace slipway::syntax {

namespace {

struct KeywordRow {
  Keyword keyword;
  std::string_view spelling;
};

constexpr std::array keyword_table{
    KeywordRow{Keyword::Add, "ADD"},
    KeywordRow{Keyword::Arg, "ARG"},
    KeywordRow{Keyword::Cmd, "CMD"},
    KeywordRow{Keyword::Copy, "COPY"},
    KeywordRow{Keyword::Entrypoint, "ENTRYPOINT"},
    KeywordRow{Keyword::Env, "ENV"},
    KeywordRow{Keyword::Expose, "EXPOSE"},
    KeywordRow{Keyword::From, "FROM"},
    KeywordRow{Keyword::Healthcheck, "HEALTHCHECK"},
    KeywordRow{Keyword::Label, "LABEL"},
    KeywordRow{Keyword::Maintainer, "MAINTAINER"},
    KeywordRow{Keyword::Onbuild, "ONBUILD"},
    KeywordRow{Keyword::Run, "RUN"},
    KeywordRow{Keyword::Shell, "SHELL"},
    KeywordRow{Keyword::Stopsignal, "STOPSIGNAL"},
    KeywordRow{Keyword::User, "USER"},
    KeywordRow{Keyword::Volume, "VOLUME"},
    KeywordRow{Keyword::Workdir, "WORKDIR"},
};

constexpr auto keyword_list = [] {
  std::array<Keyword, keyword_table.size()> list{};
  for (std::size_t i = 0; i < list.size(); ++i) list[i] = keyword_table[i].keyword;
  return list;
}();

constexpr std::array from_flags{FlagSpec{"platform"}};

constexpr std::array add_flags{
    FlagSpec{"chown"},
    FlagSpec{"chmod"},
    FlagSpec{"link", FlagValue::Boolean},
    FlagSpec{"keep-git-dir", FlagValue::Boolean},
    FlagSpec{"checksum"},
    FlagSpec{"unpack", FlagValue::Boolean},
    FlagSpec{"exclude", FlagValue::Text, Repeat::Many},
};

constexpr std::array copy_flags{
    FlagSpec{"chown"},
    FlagSpec{"from"},
    FlagSpec{"chmod"},
    FlagSpec{"link", FlagValue::Boolean},
    FlagSpec{"exclude", FlagValue::Text, Repeat::Many},
    FlagSpec{"parents", FlagValue::Boolean},
};

constexpr std::array run_flags{
    FlagSpec{"device", FlagValue::Text, Repeat::Many},
    FlagSpec{"mount", FlagValue::Text, Repeat::Many},
    FlagSpec{"network"},
    FlagSpec{"security"},
};

constexpr std::array healthcheck_flags{
    FlagSpec{"interval"}, FlagSpec{"timeout"}, FlagSpec{"start-period"}, FlagSpec{"start-interval"}, FlagSpec{"retries"},
};

}  // namespace

std::span<const Keyword> all_keywords() { return keyword_list; }

Keyword keyword_from(std::string_view spelling) {
  for (const auto& row : keyword_table) {
    if (equals_ignoring_case(row.spelling, spelling)) return row.keyword;
  }
  return Keyword::Unknown;
}

std::string_view spelling(Keyword keyword) {
  for (const auto& row : keyword_table) {
    if (row.keyword == keyword) return row.spelling;
  }
  return {};
}

std::span<const FlagSpec> flags_of(Keyword keyword) {
  switch (keyword) {
    case Keyword::From: return from_flags;
    case Keyword::Add: return add_flags;
    case Keyword::Copy: return copy_flags;
    case Keyword::Run: return run_flags;
    case Keyword::Healthcheck: return healthcheck_flags;
    default: return {};
  }
}

}  // namespace slipway::syntax
