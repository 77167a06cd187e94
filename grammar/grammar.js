/// <reference types="tree-sitter-cli/dsl" />
// The shape of a Dockerfile. Every token comes from src/scanner.c, which reads lines, words and heredocs as BuildKit
// does; a rule here only says which tokens may follow which. The scanner counts on one thing: at any place where an
// instruction's text can go on, one of the rule's tokens fits any character, so that no text is ever an error.

const NOTHING = blank();

const KEYWORDS = [
  'from', 'run', 'cmd', 'label', 'maintainer', 'expose', 'env', 'add', 'copy', 'entrypoint', 'volume', 'user',
  'workdir', 'arg', 'onbuild', 'stopsignal', 'healthcheck', 'shell', 'unknown',
];

// The order is that of `enum Token` in src/tokens.h.
const EXTERNALS = [
  'comment', '_line_end', '_group_end', '_part_end', '_directive_mark', 'directive_name', '_directive_equals', 'directive_value',
  'line_continuation', 'blank_lines', '_end_of_head', '_end_of_instruction', 'heredoc_start', 'heredoc_body',
  'heredoc_end', '_last_heredoc_end', '_shell_text', '_last_shell_text',
  '_text', '_word_end', '_unclosed', '_flag_mark', '_flags_end',
  'flag_name', '_mount_equals', '_equals', '_comma', '_colon', '_at', '_slash', 'image_registry', '_as',
  '_old_separator', '_dollar', '_expansion_open', '_expansion_close', 'variable_name', '_operator',
  '_double_quote_open', '_double_quote_close', '_single_quote_open', '_single_quote_close', 'escape_sequence',
  '_array_open', '_array_close', 'healthcheck_type', '_error_recovery',
];

const keyword = ($, name) => field('keyword', alias($[`_keyword_${name}`], $.keyword));
const equals = ($) => alias($._equals, '=');
const lines_before = ($) => optional(seq($._line, repeat($._line)));
const line = ($) => choice($.directive, $.comment, ...KEYWORDS.map((name) => $[`${name}_instruction`]));

// What a word may be made of: `unquoted` where quotes mean nothing.
const unquoted = ($) => choice($._text, $.variable, $.expansion, $.escape_sequence);
const piece = ($) => choice($._text, $.variable, $.expansion, $.escape_sequence, $.double_quoted_string,
  $.single_quoted_string);
const pieces = ($) => repeat1(piece($));

// An instruction's head: keyword, flags, arguments.
const head = ($, name, ...rest) => seq(keyword($, name), repeat($._flag_word), optional(alias($._flags_end, $.flags_end)),
  ...rest);
const exec_or = ($, other) => optional(choice(seq($.json_array, repeat($._text)), other));

// Instructions with a shell form. Mostly its text ends the line, and so the instruction: that is one token then. `end` is
// what ends the instruction: nothing for the trigger of an ONBUILD.
const command = ($, end) => {
  const open = seq(exec_or($, $.shell_command), end);
  return end === NOTHING ? open : choice(open, alias($._whole_command, $.shell_command));
};
const shell_forms = {
  run: ($, end) => head($, 'run', command($, end)),
  cmd: ($, end) => head($, 'cmd', command($, end)),
  entrypoint: ($, end) => head($, 'entrypoint', command($, end)),
  healthcheck: ($, end) => head($, 'healthcheck', choice(
    seq(field('type', $.healthcheck_type), command($, end)),
    seq(repeat($._text), end))),
};

const heads = {
  _from: ($) => head($, 'from', optional(seq(
    field('image', $.image_reference), $._word_end,
    optional(choice(
      seq(alias($._as, $.as), optional(seq(field('name', $.stage_name), $._word_end, repeat($._argument_word)))),
      repeat1($._argument_word)))))),
  _run: ($) => shell_forms.run($, NOTHING),
  _cmd: ($) => shell_forms.cmd($, NOTHING),
  _entrypoint: ($) => shell_forms.entrypoint($, NOTHING),
  _shell: ($) => head($, 'shell', exec_or($, repeat1($._text))),
  _label: ($) => head($, 'label', optional($._pairs)),
  _env: ($) => head($, 'env', optional($._pairs)),
  _arg: ($) => head($, 'arg', repeat($._pair_word)),
  _maintainer: ($) => head($, 'maintainer', optional(field('name', $.maintainer_name))),
  _expose: ($) => head($, 'expose', repeat(seq($.port, $._word_end))),
  _add: ($) => head($, 'add', exec_or($, repeat1($._path_word))),
  _copy: ($) => head($, 'copy', exec_or($, repeat1($._path_word))),
  _volume: ($) => head($, 'volume', exec_or($, repeat1($._path_word))),
  _user: ($) => head($, 'user', optional(seq(field('user', $.user_name),
    optional(seq(alias($._colon, ':'), optional(field('group', $.user_group))))))),
  _workdir: ($) => head($, 'workdir', optional(alias($._line_path, $.path))),
  _stopsignal: ($) => head($, 'stopsignal', optional($.signal)),
  _healthcheck: ($) => shell_forms.healthcheck($, NOTHING),
  _onbuild: ($) => head($, 'onbuild', optional(choice(
    field('trigger', choice(...KEYWORDS.map((name) => alias($[`_${name}`], $[`${name}_instruction`])))),
    repeat1($._text)))),
  _unknown: ($) => seq(keyword($, 'unknown'), repeat($._text)),
};

const rules = {
  // Lines are kept in hidden groups and these in hidden parts, whose ends the scanner chooses by the text around them.
  // After an edit all other groups are taken over whole; a flat list would be built up again line by line. What ends a line
  // takes its line end, so that no part, group or line begins where tokens without a length are still to come: while it
  // looks for one of these tree-sitter passes over all that begins there, however much that is. None may begin or end with
  // a repetition: tree-sitter does not take over what does.
  source_file: ($) => repeat($._part),
  _part: ($) => seq(optional(seq($._group, repeat($._group))), $._last_group),
  _group: ($) => seq(lines_before($), line($), $._group_end),
  _last_group: ($) => seq(lines_before($), line($), $._part_end),
  _line: ($) => seq(line($), $._line_end),

  directive: ($) => seq(alias($._directive_mark, '#'), field('name', $.directive_name),
    alias($._directive_equals, '='), field('value', $.directive_value)),

  // The last token of an instruction is one that nothing of the same instruction can follow, so that the next keyword
  // is read in the same state after any instruction and trees are reused after an edit.
  _tail: ($) => choice($._end_of_instruction, seq($._end_of_head, repeat(choice($.heredoc_body, $.heredoc_end)),
    alias($._last_heredoc_end, $.heredoc_end))),

  // ---- flags ----
  _flag_word: ($) => seq($.flag, $._word_end),
  flag: ($) => seq(alias($._flag_mark, '--'), optional(field('name', $.flag_name)), optional(choice(
    seq(equals($), optional(field('value', $.flag_value))),
    seq(alias($._mount_equals, '='), optional(field('value', $.mount_options))),
    field('value', $.flag_value)))),
  flag_value: ($) => pieces($),
  mount_options: ($) => choice(
    seq($.mount_option, repeat(seq(alias($._comma, ','), optional($.mount_option)))),
    repeat1(seq(alias($._comma, ','), optional($.mount_option)))),
  mount_option: ($) => choice(field('key', $.option_key),
    seq(optional(field('key', $.option_key)), equals($), optional(field('value', $.option_value)))),
  option_key: ($) => pieces($),
  option_value: ($) => pieces($),

  // ---- arguments ----
  shell_command: ($) => $._shell_parts,
  _whole_command: ($) => seq(optional($._shell_parts), $._last_shell_text),
  _shell_parts: ($) => repeat1(choice($._shell_text, $.heredoc_start)),
  json_array: ($) => seq(alias($._array_open, '['),
    repeat(choice($.json_string, alias($._comma, ','), $._text)),
    choice(alias($._array_close, ']'), $._unclosed)),
  json_string: ($) => seq(alias($._double_quote_open, '"'), repeat(choice($._text, $.escape_sequence)),
    choice(alias($._double_quote_close, '"'), $._unclosed)),

  image_reference: ($) => seq(
    choice(
      seq(field('registry', $.image_registry), alias($._slash, '/'), optional(field('name', $.image_name))),
      field('name', $.image_name)),
    optional(seq(alias($._colon, ':'), optional(field('tag', $.image_tag)))),
    optional(seq(alias($._at, '@'), optional(field('digest', $.image_digest))))),
  image_name: ($) => repeat1(unquoted($)),
  image_tag: ($) => repeat1(unquoted($)),
  image_digest: ($) => repeat1(unquoted($)),
  stage_name: ($) => repeat1(choice($._text, $.escape_sequence)),

  _argument_word: ($) => seq($.argument, $._word_end),
  argument: ($) => pieces($),
  _path_word: ($) => seq(choice($.path, $.heredoc_start), $._word_end),
  path: ($) => pieces($),
  _line_path: ($) => pieces($),
  port: ($) => seq(field('number', $.port_number),
    optional(seq(alias($._slash, '/'), optional(field('protocol', $.port_protocol))))),
  port_number: ($) => repeat1(unquoted($)),
  port_protocol: ($) => repeat1(unquoted($)),
  user_name: ($) => pieces($),
  user_group: ($) => pieces($),
  signal: ($) => pieces($),
  maintainer_name: ($) => repeat1($._text),

  // The first word decides: with `=` all words are pairs, without it is the key and the rest of the line the value.
  _pairs: ($) => choice(
    alias($._old_pair, $.key_value_pair),
    seq(alias($._full_pair, $.key_value_pair), $._word_end, repeat($._pair_word))),
  _old_pair: ($) => seq(field('key', $.key), $._old_separator, optional(field('value', $.value))),
  _full_pair: ($) => seq(optional(field('key', $.key)), equals($), optional(field('value', $.value))),
  _pair_word: ($) => seq($.key_value_pair, $._word_end),
  key_value_pair: ($) => choice(field('key', $.key),
    seq(optional(field('key', $.key)), equals($), optional(field('value', $.value)))),
  key: ($) => pieces($),
  value: ($) => pieces($),

  // ---- pieces ----
  variable: ($) => seq(alias($._dollar, '$'), $.variable_name),
  expansion: ($) => seq(alias($._expansion_open, '${'), optional($.variable_name),
    optional(field('operator', alias($._operator, $.operator))), optional(field('word', $.expansion_word)),
    choice(alias($._expansion_close, '}'), $._unclosed)),
  expansion_word: ($) => pieces($),
  double_quoted_string: ($) => seq(alias($._double_quote_open, '"'), repeat(unquoted($)),
    choice(alias($._double_quote_close, '"'), $._unclosed)),
  single_quoted_string: ($) => seq(alias($._single_quote_open, "'"), repeat(choice($._text, $.escape_sequence)),
    choice(alias($._single_quote_close, "'"), $._unclosed)),
};

for (const name of KEYWORDS) {
  const shell_form = shell_forms[name];
  rules[`${name}_instruction`] = ($) => shell_form === undefined ? seq($[`_${name}`], $._tail) : shell_form($, $._tail);
}

module.exports = grammar({
  name: 'dockerfile',
  externals: ($) => [...KEYWORDS.map((name) => $[`_keyword_${name}`]), ...EXTERNALS.map((name) => $[name])],
  extras: ($) => [/[\s\u0085\uFEFF]/, $.comment, $.line_continuation, $.blank_lines],
  inline: ($) => [$._tail],
  rules: { ...rules, ...heads },
});
