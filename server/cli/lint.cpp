#include "cli/lint.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <thread>
#include <tuple>

#include "cli/files.h"
#include "cli/lint_formats.h"
#include "host/shellcheck.h"
#include "lint/registry.h"
#include "lint/shellcheck_rule.h"

namespace slipway::cli {

namespace {

/// What names mean: rules of the table, and codes of ShellCheck.
struct Named {
  std::vector<const lint::Rule*> rules;
  std::vector<unsigned> codes;
};

Result<Named> named(const std::vector<std::string>& names) {
  Named out;
  for (const auto& name : names) {
    const auto found = lint::find_rules(name);
    if (const auto code = lint::shellcheck_code(name)) {
      out.codes.push_back(*code);
      out.rules.push_back(&lint::shellcheck_rule());
    } else if (name == lint::shellcheck_rule().name) {
      out.rules.push_back(&lint::shellcheck_rule());
    } else if (found.empty()) {
      return Error{"there is no rule '" + name + "'." + did_you_mean(name, lint::rule_names()) + " `slipway rules` lists them all."};
    }
    out.rules.insert(out.rules.end(), found.begin(), found.end());
  }
  return out;
}

/// What each file is looked at for.
struct Wanted {
  lint::Selection selection;
  std::optional<host::ShellcheckSelection> shellcheck;  ///< nothing: it is not asked
};

Wanted wanted(const LintOptions& options, const Named& only, const Named& skip) {
  const auto among = [](const std::vector<const lint::Rule*>& rules) {
    return std::find(rules.begin(), rules.end(), &lint::shellcheck_rule()) != rules.end();
  };
  Wanted out{{only.rules, skip.rules, {options.trusted_registries, {}, lint::OtherLabels::Allowed}}, std::nullopt};
  auto& rule_options = out.selection.options;
  std::transform(options.labels.begin(), options.labels.end(), std::back_inserter(rule_options.labels), lint::required_label);
  if (options.strict_labels) rule_options.other_labels = lint::OtherLabels::Reported;
  const bool skipped = among(skip.rules) && skip.codes.empty();
  if ((options.shellcheck || among(only.rules)) && !skipped) out.shellcheck = host::ShellcheckSelection{only.codes, skip.codes};
  return out;
}

/// By line, then rule, then message: several findings of one rule on one line come in the order of their texts, as BuildKit's do.
void order_for_readers(FileReport& report) {
  const auto& analysis = *report.document->analysis;
  const auto key = [&](const lint::Finding& finding) {
    return std::make_tuple(analysis.line_of(finding.range.begin), finding.rule->name, std::string_view(finding.message));
  };
  std::stable_sort(report.findings.begin(), report.findings.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

FileReport report_on(const std::string& file, const Wanted& wanted) {
  FileReport report;
  report.file = file;
  const auto document = open_document(file);
  if (!document.ok()) {
    report.io_error = document.error().message;
    return report;
  }
  report.document = document.value();
  report.findings = lint::run(*report.document, wanted.selection, nullptr);
  if (wanted.shellcheck) {
    auto more = host::run_shellcheck(*report.document, *wanted.shellcheck);
    std::move(more.begin(), more.end(), std::back_inserter(report.findings));
  }
  order_for_readers(report);
  return report;
}

/// Every file by one of `jobs` threads; the reports stand in the order of the files.
std::vector<FileReport> report_on_all(const std::vector<std::string>& files, const Wanted& wanted, unsigned jobs) {
  std::vector<FileReport> reports(files.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) reports[i] = report_on(files[i], wanted);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::min<std::size_t>(jobs, files.size()); ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  return reports;
}

bool fails(const lint::Finding& finding, FailOn fail_on) {
  switch (fail_on) {
    case FailOn::Error: return finding.level >= lint::Level::Error;
    case FailOn::Warning: return finding.level >= lint::Level::Warning;
    case FailOn::Info: return finding.level >= lint::Level::Info;
    case FailOn::Hint: return true;
    case FailOn::Never: return false;
  }
  return false;
}

int exit_code(const std::vector<FileReport>& reports, FailOn fail_on) {
  const bool unreadable = std::any_of(reports.begin(), reports.end(), [](const FileReport& r) { return !r.document; });
  if (unreadable) return Failed;
  for (const auto& report : reports) {
    for (const auto& finding : report.findings) {
      if (fails(finding, fail_on)) return Found;
    }
  }
  return Clean;
}

}  // namespace

int lint(const LintOptions& options) {
  const auto only = named(options.only);
  if (!only.ok()) return complain(only.error().message);
  const auto skip = named(options.skip);
  if (!skip.ok()) return complain(skip.error().message);
  const auto files = find_files(options.paths.empty() ? std::vector<std::string>{"."} : options.paths);
  if (files.empty()) return complain("no Dockerfile is in the given folders.");

  const unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const auto reports = report_on_all(files, wanted(options, only.value(), skip.value()), jobs);
  print(render(reports, options.format, palette(options.color)));
  for (const auto& report : reports) {
    if (!report.document) complain(report.io_error);
  }
  return exit_code(reports, options.fail_on);
}

}  // namespace slipway::cli
