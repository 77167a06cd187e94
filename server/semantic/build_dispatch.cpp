// Each instruction in its place, variables put in (dockerfile2llb/convert.go dispatch, convert_copy.go, convert_expose.go, convert_runmount.go).

#include <algorithm>

#include "semantic/build_plan.h"
#include "semantic/go_path.h"
#include "semantic/mount_spec.h"
#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/file_mode.h"
#include "syntax/git_reference.h"
#include "syntax/go_text.h"
#include "syntax/heredoc_word.h"
#include "syntax/image_reference.h"
#include "syntax/port_spec.h"
#include "syntax/signal_name.h"

namespace slipway::semantic {

namespace {

using syntax::Instruction;
using syntax::Keyword;
using syntax::SourceKind;
using syntax::Word;

constexpr std::string_view default_path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// A word of COPY or ADD with its variables put in.
struct ExpandedWord {
  const Word* word = nullptr;
  std::string text;
};

/// `<<-`: tabs go from the beginning of every line.
std::string without_leading_tabs(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && c == '\t') continue;
    out += c;
    line_start = c == '\n';
  }
  return out;
}

/// Plays one instruction; a method returns as soon as BuildKit would give up on the instruction.
class Dispatcher {
 public:
  Dispatcher(const Analysis& analysis, const BuildPlan& plan, std::size_t stage, StageState& state, TraceBuilder& trace)
      : analysis_(analysis), plan_(plan), stage_(stage), state_(state), trace_(trace) {}

  void run(const BuildCommand& command) {
    command_ = &command;
    switch (command.syntax->keyword) {
      case Keyword::Env: return run_env();
      case Keyword::Arg: return run_arg();
      case Keyword::Label: return run_label();
      case Keyword::Add:
      case Keyword::Copy: return run_copy();
      case Keyword::Run: return run_run();
      case Keyword::Workdir: return run_workdir();
      case Keyword::Expose: return run_expose();
      case Keyword::Stopsignal: return run_stop_signal();
      case Keyword::User: (void)expand_all(); return;
      case Keyword::Volume: return run_volume();
      default: return;
    }
  }

 private:
  [[nodiscard]] const Instruction& instruction() const { return *command_->syntax; }
  [[nodiscard]] bool is_windows() const { return plan_.stages[stage_].os == "windows"; }
  [[nodiscard]] char escape() const { return analysis_.directives.escape; }

  void fail(std::string message, TextRange relative, BuildErrorTopic topic = BuildErrorTopic::Other) {
    trace_.add(BuildStep::Dispatch, std::move(message), command_->instruction, command_->place(analysis_, relative), topic);
  }

  /// The word with variables put in; nothing after an error, which is noted.
  std::optional<std::string> expand_word(std::string_view word, TextRange relative) {
    return take(expand_noting(word, relative), word, relative);
  }

  /// Expands a word and notes names that are not known here.
  Expansion expand_noting(std::string_view word, TextRange relative, Quotes quotes = Quotes::Group) {
    auto expansion = expand(word, quotes == Quotes::Group ? escape() : '\\', state_.environment.lookup(), quotes);
    for (const auto& name : expansion.undefined) {
      if (state_.args.count(name) > 0 || is_build_only(name)) continue;
      const auto place = place_of_use(instruction(), name, relative);
      trace_.add(UndefinedUse{command_->instruction, false, name, nearest_known(name), command_->place(analysis_, place)});
    }
    return expansion;
  }

  /// Nobody defines so many variables that looking through them for a typing mistake would take long.
  [[nodiscard]] std::string nearest_known(const std::string& name) const {
    constexpr std::size_t most_names = 256;
    return state_.environment.size() > most_names ? std::string() : std::string(nearest(name, state_.environment.names()));
  }

  /// ARGs for the builder itself: never variables, never reported.
  [[nodiscard]] static bool is_build_only(std::string_view name) {
    return name == "BUILDKIT_SBOM_SCAN_CONTEXT" || name == "BUILDKIT_SBOM_SCAN_STAGE";
  }

  void note(TracedWordKind kind, std::string text, TextRange relative) {
    trace_.add(TracedWord{kind, command_->instruction, std::move(text), command_->place(analysis_, relative)});
  }

  std::optional<std::string> take(Expansion expansion, std::string_view word, TextRange relative) {
    if (!expansion.error) return std::move(expansion.text);
    fail("failed to process " + syntax::go_quote(word) + ": " + *expansion.error, relative);
    return std::nullopt;
  }

  /// All words, or nothing after the first error.
  std::optional<std::vector<ExpandedWord>> expand_all() {
    std::vector<ExpandedWord> out;
    for (const auto& word : instruction().words) {
      auto text = expand_word(word.text, word.range);
      if (!text) return std::nullopt;
      out.push_back({&word, std::move(*text)});
    }
    return out;
  }

  void run_env() {
    struct Value {
      std::string key;
      std::string value;
      TextRange key_range;
    };
    std::vector<Value> values;
    for (const auto& pair : instruction().pairs) {
      if (!pair.value) return;
      auto key = expand_word(pair.key.text, pair.key.range);
      if (!key) return;
      auto value = expand_word(pair.value->text, pair.value->range);
      if (!value) return;
      values.push_back({std::move(*key), std::move(*value), pair.key.range});
    }
    for (auto& each : values) {
      note(TracedWordKind::EnvKey, each.key, each.key_range);
      state_.environment.set(each.key, std::move(each.value));
    }
  }

  void run_label() {
    for (const auto& pair : instruction().pairs) {
      if (!expand_word(pair.key.text, pair.key.range)) return;
      if (pair.value && !expand_word(pair.value->text, pair.value->range)) return;
    }
  }

  void run_arg() {
    for (const auto& pair : instruction().pairs) {
      const auto& name = pair.key.text;
      note(TracedWordKind::ArgName, name, pair.key.range);
      auto value = pair.value ? expand_word(pair.value->text, pair.value->range) : plan_.globals.get(name);
      if (pair.value && !value) return;
      if (value && !is_build_only(name)) state_.environment.set(name, std::move(*value));
      state_.args.insert(name);
    }
  }

  void run_volume() {
    const auto words = expand_all();
    if (!words) return;
    for (const auto& word : *words) {
      if (word.text.empty()) return fail("VOLUME specified can not be an empty string", word.word->range);
    }
  }

  void run_stop_signal() {
    const auto words = expand_all();
    if (!words || words->empty()) return;
    if (!syntax::is_signal(words->front().text)) fail("invalid signal: " + words->front().text, words->front().word->range);
  }

  void run_workdir() {
    const auto words = expand_all();
    if (!words || words->empty()) return;
    const auto& path = words->front().text;
    const bool absolute = is_windows() ? is_absolute_on_windows(path) : !path.empty() && path.front() == '/';
    if (!state_.has_workdir && !absolute) note(TracedWordKind::RelativeWorkdir, path, words->front().word->range);
    state_.has_workdir = true;
    if (is_windows()) {
      if (auto error = windows_path_error(path)) {
        return fail("normalizing workdir: normalizing working directory: removing drive letter: " + *error, words->front().word->range);
      }
    }
    if (!path.empty()) state_.directory = path.front() == '/' ? path : join_path(state_.directory, path);
  }

  /// Ports are sorted before anything is done with them.
  void run_expose() {
    std::vector<const Word*> sorted;
    for (const auto& word : instruction().words) sorted.push_back(&word);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Word* a, const Word* b) { return a->text < b->text; });
    std::vector<ExpandedWord> ports;
    for (const auto* word : sorted) {
      auto expansion = semantic::expand_words(word->text, escape(), state_.environment.lookup());
      if (expansion.error) return (void)take(std::move(expansion), word->text, word->range);
      for (auto& port : expansion.words) ports.push_back({word, std::move(port)});
    }
    for (const auto& port : ports) {
      note(TracedWordKind::Port, port.text, port.word->range);
      auto error = syntax::parse_port_spec(port.text).error;
      if (error) return fail(std::move(*error), port.word->range);
    }
  }

  void run_run() {
    std::vector<std::pair<MountSpec, TextRange>> mounts;
    TextRange place;
    const std::function<Expansion(std::string_view)> expander = [&](std::string_view word) { return expand_noting(word, place); };
    for (const auto& flag : instruction().flags) {
      if (flag.name != "mount" || !flag.value) continue;
      place = flag.value_range;
      auto mount = read_mount_spec(*flag.value, expander);
      if (mount.error) return fail(std::move(*mount.error), flag.value_range);
      mounts.emplace_back(std::move(mount), flag.value_range);
    }
    for (std::size_t i = 0; i < mounts.size(); ++i) {
      if (!check_mount(mounts[i].first, i, mounts[i].second)) return;
    }
    const auto* device = instruction().flag("device");
    if (device != nullptr) fail("device feature is only supported in Dockerfile frontend 1.14.0-labs or later", device->range);
  }

  bool check_mount(const MountSpec& mount, std::size_t index, TextRange range) {
    const bool later = index < command_->mount_sources.size() && is_later(command_->mount_sources[index]);
    if (!mount.from.empty() && later) {
      fail("cannot mount from stage " + syntax::go_quote(mount.from) + " to " + syntax::go_quote(mount.target) +
               ", stage needs to be defined before current command",
           range, BuildErrorTopic::LaterStage);
      return false;
    }
    if (mount.type == "secret") return true;
    if (mount.type == "ssh") {
      if (mount.source.empty()) return true;
      fail("ssh does not support source", range);
      return false;
    }
    const bool absolute = !mount.target.empty() && mount.target.front() == '/';
    const auto target = absolute ? mount.target : join_path("/" + state_.directory, mount.target);
    if (target != "/") return true;
    fail("invalid mount target \"/\"", range);
    return false;
  }

  /// A stage is there once it has been built, and stages are built in order.
  [[nodiscard]] bool is_later(const CommandSource& source) const { return source.stage && *source.stage > stage_; }

  /// The value of a flag with variables put in, empty without the flag; nothing after an error.
  std::optional<std::string> expand_flag(std::string_view name) {
    const auto* flag = instruction().flag(name);
    return flag != nullptr && flag->value ? expand_word(*flag->value, flag->value_range) : std::string();
  }

  [[nodiscard]] TextRange flag_range(std::string_view name) const {
    const auto* flag = instruction().flag(name);
    return flag != nullptr ? flag->value_range : instruction().keyword_range;
  }

  void run_copy() {
    const bool is_add = instruction().keyword == Keyword::Add;
    if (instruction().words.size() < 2 || !expand_flag("chown")) return;
    const auto mode = expand_flag("chmod");
    if (!mode) return;
    const auto checksum = is_add ? expand_flag("checksum") : std::string();
    if (!checksum) return;
    std::vector<ExpandedWord> sources;
    for (const auto* word : instruction().sources()) {
      if (syntax::is_heredoc_word(word->text)) continue;
      auto text = expand_word(word->text, word->range);
      if (!text) return;
      sources.push_back({word, std::move(*text)});
    }
    const auto* destination = instruction().destination();
    const auto target = expand_word(destination->text, destination->range);
    if (!target || !expand_heredocs()) return;
    if (command_->copy_source && is_later(*command_->copy_source)) {
      const auto* from = instruction().flag("from");
      return fail("cannot copy from stage " + syntax::go_quote(*from->value) + ", it needs to be defined before current stage " +
                      syntax::go_quote(plan_.display_name(stage_)),
                  from->value_range, BuildErrorTopic::LaterStage);
    }
    if (is_windows()) {
      if (auto error = windows_path_error(*target)) return fail("removing drive letter: " + *error, destination->range);
    }
    if (!check_copy_flags(*mode, *checksum, sources)) return;
    for (const auto& source : sources) {
      if (!check_source(source, *checksum)) return;
    }
  }

  bool expand_heredocs() {
    for (const auto& heredoc : instruction().heredocs) {
      const auto sources = instruction().sources();
      const bool is_source = std::any_of(sources.begin(), sources.end(), [&](const Word* word) { return word->range == heredoc.start; });
      if (!is_source || !heredoc.expands) continue;
      const auto content = heredoc.chomps ? without_leading_tabs(heredoc.content) : heredoc.content;
      if (!take(expand_noting(content, heredoc.body, Quotes::Text), content, heredoc.start)) return false;
    }
    return true;
  }

  bool check_copy_flags(const std::string& mode, const std::string& checksum, const std::vector<ExpandedWord>& sources) {
    if (!mode.empty()) {
      if (auto error = syntax::file_mode_error(mode)) return fail(std::move(*error), flag_range("chmod")), false;
    }
    if (checksum.empty()) return true;
    if (sources.size() != 1) return fail("checksum can't be specified for multiple sources", flag_range("checksum")), false;
    if (syntax::parse_copy_source(sources.front().text).kind != SourceKind::Local) return true;
    return fail("checksum requires HTTP(S) or Git sources", flag_range("checksum")), false;
  }

  bool check_source(const ExpandedWord& source, const std::string& checksum) {
    const bool is_add = instruction().keyword == Keyword::Add;
    const auto refuse = [&](std::string message, TextRange range) {
      fail(std::move(message), range);
      return false;
    };
    auto found = syntax::parse_copy_source(source.text);
    if (found.error) return refuse(std::move(*found.error), source.word->range);
    switch (found.kind) {
      case SourceKind::Git: {
        if (!is_add) return refuse("source can't be a git ref for COPY", source.word->range);
        const auto* keep = instruction().flag("keep-git-dir");
        const bool keeps = keep != nullptr && !equals_ignoring_case(keep->value.value_or("true"), "false");
        if (keep != nullptr && found.keep_git_dir && *found.keep_git_dir != keeps)
          return refuse("inconsistent keep-git-dir configuration", keep->range);
        if (checksum.empty() || found.checksum.empty() || checksum == found.checksum) return true;
        return refuse("checksum mismatch " + syntax::go_quote(checksum) + " != " + syntax::go_quote(found.checksum),
                      flag_range("checksum"));
      }
      case SourceKind::Http: {
        if (!is_add) return refuse("source can't be a URL for COPY", source.word->range);
        const auto error = checksum.empty() ? std::optional<std::string>() : syntax::digest_error(checksum);
        return error ? refuse(*error, flag_range("checksum")) : true;
      }
      case SourceKind::Local:
      case SourceKind::GitLikeLocal: break;
    }
    const bool from_context = is_add || instruction().flag("from") == nullptr || instruction().flag("from")->value.value_or("").empty();
    if (from_context) note(is_add ? TracedWordKind::AddSource : TracedWordKind::CopySource, source.text, source.word->range);
    const auto error = is_windows() ? windows_path_error(source.text) : std::nullopt;
    return error ? refuse("removing drive letter: removing drive letter: " + *error, source.word->range) : true;
  }

  const Analysis& analysis_;
  const BuildPlan& plan_;
  std::size_t stage_;
  StageState& state_;
  TraceBuilder& trace_;
  const BuildCommand* command_ = nullptr;
};

}  // namespace

void dispatch_stage(const Analysis& analysis, const BuildPlan& plan, std::size_t stage, StageState& state, TraceBuilder& trace) {
  const auto& planned = plan.stages[stage];
  if (planned.os != "windows" && !state.environment.get("PATH")) state.environment.set("PATH", std::string(default_path));
  Dispatcher dispatcher(analysis, plan, stage, state, trace);
  for (const auto& command : planned.commands) dispatcher.run(command);
}

}  // namespace slipway::semantic
