#include "tests/property/analysis_text.h"

#include <sstream>

namespace slipway::test {

namespace {

using semantic::Analysis;
using semantic::Model;
using text::TextRange;

std::ostream& operator<<(std::ostream& out, TextRange range) { return out << range.begin << '-' << range.end; }

template <class Tag>
std::ostream& operator<<(std::ostream& out, Id<Tag> id) {
  return out << '#' << id.value;
}

std::ostream& operator<<(std::ostream& out, const syntax::Word& word) { return out << '\'' << word.text << "'@" << word.range; }

template <class T>
std::ostream& operator<<(std::ostream& out, const std::optional<T>& value) {
  return value ? out << *value : out << '~';
}

void print_heredocs(std::ostream& out, const std::vector<syntax::Heredoc>& heredocs) {
  for (const auto& doc : heredocs) {
    out << "  heredoc " << doc.name << (doc.expands ? " expands" : "") << (doc.chomps ? " chomps" : "") << (doc.terminated ? "" : " open")
        << " @" << doc.start << ' ' << doc.name_range << ' ' << doc.body << ' ' << doc.end << '\n';
  }
}

void print_arguments(std::ostream& out, const syntax::Instruction& read) {
  for (const auto& flag : read.flags) {
    out << "  flag " << flag.name << '=' << flag.value << " @" << flag.range << ' ' << flag.name_range << ' ' << flag.value_range << '\n';
  }
  for (const auto& word : read.words) out << "  word " << word << '\n';
  for (const auto& pair : read.pairs) out << "  pair " << pair.key << " = " << pair.value << " @" << pair.range << '\n';
  for (const auto& mount : read.mounts) {
    out << "  mount " << mount.type() << " @" << mount.range;
    for (const auto& option : mount.options) out << ' ' << option.key << '=' << option.value << '@' << option.value_range;
    out << '\n';
  }
  if (read.from) out << "  from " << read.from->image << ' ' << read.from->as_keyword << ' ' << read.from->name << '\n';
}

void print_instruction(std::ostream& out, const syntax::Instruction& read) {
  out << syntax::spelling(read.keyword) << " '" << read.written_keyword << "'@" << read.keyword_range << " length " << read.length
      << " head " << read.head << " form " << static_cast<int>(read.form) << " arguments " << read.arguments << '\n';
  out << "  line '" << read.line.text() << "'\n";
  print_arguments(out, read);
  print_heredocs(out, read.heredocs);
  for (const auto& use : read.variables) {
    out << "  use " << use.name << " @" << use.range << ' ' << use.name_range << " '" << use.modifier << "' " << use.word_range
        << (use.expander == syntax::Expander::Shell ? " shell" : "") << (use.closed ? "" : " open") << '\n';
  }
  for (const auto& error : read.errors) out << "  error " << error.message << " @" << error.range << '\n';
  if (read.trigger) {
    out << "  trigger ";
    print_instruction(out, *read.trigger);
  }
}

void print_stages(std::ostream& out, const Model& model) {
  for (const auto& stage : model.stages) {
    out << "stage " << stage.id << ' ' << stage.from << '-' << stage.end << " '" << stage.name << "' '" << stage.written_name << "'@"
        << stage.name_range << " base '" << stage.base << "'@" << stage.base_range << " = '" << stage.base_value << "' platform '"
        << stage.platform << "' kind " << static_cast<int>(stage.base_kind) << " on " << stage.base_stage << " @" << stage.range
        << (stage.needed ? " needed" : "") << '\n';
  }
}

void print_variables(std::ostream& out, const Model& model) {
  for (const auto& variable : model.variables) {
    out << "variable " << variable.id << " kind " << static_cast<int>(variable.kind) << ' ' << variable.name << '@' << variable.name_range
        << " stage " << variable.stage << " by " << variable.instruction << " written " << variable.written << '@' << variable.value_range
        << " value " << variable.value << " inherits " << variable.inherits << " shadows " << variable.shadows << '\n';
  }
}

void print_links(std::ostream& out, const Model& model) {
  for (const auto& use : model.references) {
    out << "reference kind " << static_cast<int>(use.kind) << " '" << use.text << "'@" << use.range << " by " << use.instruction << " in "
        << use.in_stage << " stage " << use.stage << " variable " << use.variable << (use.by_number ? " number" : "")
        << (use.predefined ? " predefined" : "") << '\n';
  }
  for (const auto& edge : model.edges) {
    out << "edge " << edge.from << " needs " << edge.to << " kind " << static_cast<int>(edge.kind) << " by " << edge.instruction << " @"
        << edge.range << '\n';
  }
}

void print_directives(std::ostream& out, const syntax::Directives& directives) {
  for (const auto& directive : directives.all) {
    out << "directive " << directive.name << '=' << directive.value << " @" << directive.range << ' ' << directive.value_range << '\n';
  }
  out << "escape " << directives.escape << '\n';
  if (directives.error) out << "directive error " << directives.error->message << " @" << directives.error->range << '\n';
}

}  // namespace

std::string analysis_text(const Analysis& analysis) {
  std::ostringstream out;
  print_directives(out, analysis.directives);
  for (const auto comment : analysis.comments) out << "comment " << comment << '\n';
  for (const auto& entry : analysis.instructions) {
    out << entry.range << ' ';
    print_instruction(out, entry.syntax());
  }
  print_stages(out, analysis.model());
  print_variables(out, analysis.model());
  print_links(out, analysis.model());
  return out.str();
}

}  // namespace slipway::test
