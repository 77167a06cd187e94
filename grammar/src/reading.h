/* How BuildKit cuts a Dockerfile into lines, directives, keywords and heredocs: the one implementation, used by the
 * tree-sitter scanner and by everything else that reads a Dockerfile. Source of the rules: BuildKit's
 * frontend/dockerfile/parser (parser.go, directives.go, split_command.go, line_parsers.go).
 *
 * Plain C11 that is valid C++20 too. Functions take a text as pointer and length in bytes; no text needs a NUL at its
 * end. Nothing keeps state, nothing aborts, any bytes are allowed.
 *
 *   physical line   one line of the file; functions accept it with or without its line end
 *   joined line     what BuildKit makes of an instruction: the first line without leading white space, each line
 *                   without continuation mark and line end, comment lines and blank lines in between left out
 */
#ifndef DOCKERFILE_READING_H
#define DOCKERFILE_READING_H

#include "reading_heredoc.h"
#include "reading_json.h"
#include "reading_text.h"

/* ---- physical lines ---- */

/* Length of a line without its line end: every CR and LF at its end is cut. */
static inline size_t df_line_content(const char *line, size_t length) {
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
    return length;
}

/* White space (Unicode's) only, or nothing. Such a line is skipped between instructions and inside continuations. */
static inline bool df_is_blank_line(const char *line, size_t length) { return df_skip_space(line, length) == length; }

/* The first character that is no white space is `#`. */
static inline bool df_is_comment_line(const char *line, size_t length) {
    const size_t start = df_skip_space(line, length);
    return start < length && line[start] == '#';
}

/* Does the next line belong to this one? Exactly one escape character, then spaces and tabs only. On true `*cut` is the
 * offset of that character: what is before it stays. `line` is what BuildKit matches: for the first line of an
 * instruction leading white space may be there or not. The caller has checked that it is neither comment nor, inside a
 * continuation, blank. */
static inline bool df_continues(const char *line, size_t length, char escape, size_t *cut) {
    size_t end = df_line_content(line, length);
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) end--;
    if (end == 0 || line[end - 1] != escape) return false;
    if (end >= 2 && line[end - 2] == escape) return false;
    *cut = end - 1;
    return true;
}

/* Appends a line of an instruction to its joined line, without continuation mark and line end; true if the instruction
 * goes on. Comment and blank lines inside a continuation are the caller's to leave out. */
static inline bool df_join_line(df_buffer *joined, const char *line, size_t length, char escape) {
    size_t cut = 0;
    const bool continues = df_continues(line, length, escape, &cut);
    df_buffer_append(joined, line, continues ? cut : df_line_content(line, length));
    return continues;
}

/* ---- directives ---- */

typedef enum df_directive_kind { DF_DIRECTIVE_NONE, DF_DIRECTIVE_SYNTAX, DF_DIRECTIVE_ESCAPE, DF_DIRECTIVE_CHECK } df_directive_kind;

/* One `# name = value`; offsets into the line. The value is whole: `syntax` and `check` only use it up to its first space. */
typedef struct df_directive {
    df_directive_kind kind;
    size_t name_offset;
    size_t name_length;
    size_t value_offset;
    size_t value_length;
} df_directive;

/* White space as a regular expression's \s has it. */
static inline bool df_is_pattern_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

static inline bool df_equals_lower(const char *text, size_t length, const char *lower) {
    size_t at = 0;
    for (; *lower != '\0'; lower++) {
        size_t width = 0;
        if (df_to_lower(df_decode(text + at, length - at, &width)) != *lower) return false;
        at += width;
    }
    return at == length;
}

/* Reads a line as a directive. The line begins with its `#` in the first column of `line`: who reads `escape` cuts
 * leading white space before, who reads `syntax` or `check` does not. kind is DF_DIRECTIVE_NONE for any other line,
 * an unknown name too; such a line ends the directives for good. The value of `escape` is not checked here. */
static inline df_directive df_read_directive(const char *line, size_t length) {
    df_directive found = {DF_DIRECTIVE_NONE, 0, 0, 0, 0};
    size_t end = df_line_content(line, length);
    if (end == 0 || line[0] != '#') return found;
    size_t at = 1 + df_skip_space(line + 1, end - 1);
    found.name_offset = at;
    while (at < end && ((line[at] >= 'a' && line[at] <= 'z') || (line[at] >= 'A' && line[at] <= 'Z') ||
                        (at > found.name_offset && line[at] >= '0' && line[at] <= '9'))) {
        at++;
    }
    found.name_length = at - found.name_offset;
    while (at < end && df_is_pattern_space(line[at])) at++;
    if (found.name_length == 0 || at >= end || line[at] != '=') return found;
    at++;
    while (at < end && df_is_pattern_space(line[at])) at++;
    while (end > at && df_is_pattern_space(line[end - 1])) end--;
    if (at == end) return found;
    found.value_offset = at;
    found.value_length = end - at;
    const char *name = line + found.name_offset;
    if (df_equals_lower(name, found.name_length, "syntax")) found.kind = DF_DIRECTIVE_SYNTAX;
    if (df_equals_lower(name, found.name_length, "escape")) found.kind = DF_DIRECTIVE_ESCAPE;
    if (df_equals_lower(name, found.name_length, "check")) found.kind = DF_DIRECTIVE_CHECK;
    return found;
}

/* Who still reads directives. BuildKit has two readers with rules of their own: its parser (for `escape`) and the one
 * that looks for `syntax` and `check`. Start with df_directives_start. */
typedef struct df_directive_phase {
    bool parser;   /* the next line may set `escape` */
    bool frontend; /* the next line may set `syntax` or `check` */
    bool shebang;  /* a first line `#!…` is skipped by the frontend's reader */
} df_directive_phase;

static inline df_directive_phase df_directives_start(void) {
    const df_directive_phase phase = {true, true, true};
    return phase;
}

/* Reads the next line of the file (a byte order mark cut from the first) and moves the phase on. kind says what the line
 * is: DF_DIRECTIVE_NONE if it is no directive, or one that its reader does not see (then it is a comment). `escape` is
 * changed by a valid `escape` directive. Offsets are into `line`. Once both readers have stopped, stop calling. */
static inline df_directive df_next_directive(df_directive_phase *phase, const char *line, size_t length, char *escape) {
    const size_t indent = df_skip_space(line, length);
    df_directive found = df_read_directive(line + indent, length - indent);
    const bool known = found.kind != DF_DIRECTIVE_NONE;
    const bool skipped = phase->shebang && length >= 2 && line[0] == '#' && line[1] == '!';
    const bool parser = phase->parser && known;
    const bool frontend = phase->frontend && known && indent == 0;
    phase->shebang = false;
    phase->parser = parser;
    phase->frontend = frontend || skipped;
    found.name_offset += indent;
    found.value_offset += indent;
    const bool is_escape = found.kind == DF_DIRECTIVE_ESCAPE;
    if (is_escape ? !parser : !frontend) found.kind = DF_DIRECTIVE_NONE;
    if (is_escape && parser && found.value_length == 1) {
        const char value = line[found.value_offset];
        if (value == '\\' || value == '`') *escape = value;
    }
    return found;
}

/* ---- keyword, flags, arguments ---- */

typedef enum df_keyword {
    DF_FROM, DF_RUN, DF_CMD, DF_LABEL, DF_MAINTAINER, DF_EXPOSE, DF_ENV, DF_ADD, DF_COPY, DF_ENTRYPOINT, DF_VOLUME,
    DF_USER, DF_WORKDIR, DF_ARG, DF_ONBUILD, DF_STOPSIGNAL, DF_HEALTHCHECK, DF_SHELL, DF_UNKNOWN
} df_keyword;

/* The keyword a word is, in any case. */
static inline df_keyword df_keyword_of(const char *word, size_t length) {
    static const char *const names[] = {"from",       "run",     "cmd",  "label",   "maintainer", "expose",  "env",
                                        "add",        "copy",    "entrypoint", "volume", "user",  "workdir", "arg",
                                        "onbuild",    "stopsignal", "healthcheck", "shell"};
    for (int i = 0; i < DF_UNKNOWN; i++) {
        if (df_equals_lower(word, length, names[i])) return (df_keyword)i;
    }
    return DF_UNKNOWN;
}

/* A joined line in parts; offsets into that line. */
typedef struct df_command {
    df_keyword keyword;
    size_t keyword_offset;
    size_t keyword_length; /* 0 for a lone continuation mark at the end of the file */
    size_t flags_offset;   /* where the text after the keyword and its separator begins: flags are looked for here */
    size_t rest_offset;    /* arguments after the flags, trimmed */
    size_t rest_length;
} df_command;

/* White space as BuildKit's flag reader sees it: byte by byte. */
static inline bool df_is_flag_space(char c) {
    const unsigned char byte = (unsigned char)c;
    return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == 0x85 || byte == 0xA0;
}

/* End of the flag word at the start of `text` (quotes may be anywhere in it, the escape character takes a byte).
 * `*ends_flags` is set when the word is `--` alone, quotes and escapes not counted. */
static inline size_t df_flag_end(const char *text, size_t length, char escape, bool *ends_flags) {
    size_t at = 0;
    size_t kept = 0;
    bool dashes = true;
    char quote = '\0';
    for (; at < length; at++) {
        const char c = text[at];
        if (quote == '\0' && df_is_flag_space(c)) break;
        if (quote == '\0' ? c == '\'' || c == '"' : c == quote) {
            quote = quote == '\0' ? c : '\0';
            continue;
        }
        if (c == escape) {
            if (at + 1 == length) continue;
            at++;
        }
        kept++;
        dashes = dashes && text[at] == '-';
    }
    *ends_flags = dashes && kept == 2;
    return at;
}

/* Offset behind the flags at the start of `text`, the arguments after keyword and separator. */
static inline size_t df_skip_flags(const char *text, size_t length, char escape) {
    size_t at = 0;
    for (;;) {
        while (at < length && df_is_flag_space(text[at])) at++;
        if (length - at < 2 || text[at] != '-' || text[at + 1] != '-') return at;
        bool ends_flags = false;
        at += df_flag_end(text + at, length - at, escape, &ends_flags);
        if (ends_flags) return at;
    }
}

/* Cuts a joined line, or the rest of an ONBUILD, into keyword, flags and arguments (BuildKit's splitCommand). */
static inline df_command df_split_command(const char *joined, size_t length, char escape) {
    df_command command;
    const size_t start = df_skip_space(joined, length);
    const size_t end = start + df_trim_end(joined + start, length - start);
    size_t at = start;
    while (at < end && !df_is_separator((unsigned char)joined[at])) at++;
    command.keyword = df_keyword_of(joined + start, at - start);
    command.keyword_offset = start;
    command.keyword_length = at - start;
    while (at < end && df_is_separator((unsigned char)joined[at])) at++;
    command.flags_offset = at;
    at += df_skip_flags(joined + at, end - at, escape);
    at += df_skip_space(joined + at, end - at);
    command.rest_offset = at;
    command.rest_length = end - at;
    return command;
}

/* Offset in `rest` (HEALTHCHECK's arguments) of what comes after the first word and the white space behind it. */
static inline size_t df_skip_health_type(const char *rest, size_t length) {
    size_t at = 0;
    while (at < length && !df_is_flag_space(rest[at])) at++;
    while (at < length && df_is_flag_space(rest[at])) at++;
    return at;
}

/* Whether an instruction's arguments are its exec form; DF_JSON_NONE for instructions that have none. For HEALTHCHECK the
 * type word is skipped; for ONBUILD ask again with its rest as a command of its own. */
static inline df_json df_exec_form(const char *joined, const df_command *command) {
    const char *rest = joined + command->rest_offset;
    size_t length = command->rest_length;
    switch (command->keyword) {
        case DF_HEALTHCHECK: {
            const size_t skipped = df_skip_health_type(rest, length);
            return df_json_kind(rest + skipped, length - skipped);
        }
        case DF_RUN: case DF_CMD: case DF_ENTRYPOINT: case DF_SHELL: case DF_ADD: case DF_COPY: case DF_VOLUME:
            return df_json_kind(rest, length);
        default: return DF_JSON_NONE;
    }
}

/* Whether BuildKit looks for heredocs in this line: ADD, COPY and RUN, and ONBUILD with one of these, when not in exec
 * form. (An array with an element that is no string is an error for BuildKit; it has no heredocs either.) */
static inline bool df_may_have_heredocs(const char *joined, size_t length, char escape) {
    df_command command = df_split_command(joined, length, escape);
    const char *text = joined;
    if (command.keyword == DF_ONBUILD) {
        text += command.rest_offset;
        command = df_split_command(text, command.rest_length, escape);
    }
    if (command.keyword != DF_ADD && command.keyword != DF_COPY && command.keyword != DF_RUN) return false;
    return df_exec_form(text, &command) == DF_JSON_NONE;
}

/* The heredocs whose bodies follow an instruction, given its joined line. */
static inline void df_find_heredocs(const char *joined, size_t length, char escape, df_heredocs *heredocs) {
    df_heredocs_clear(heredocs);
    if (df_may_have_heredocs(joined, length, escape)) df_heredocs_of_line(joined, length, heredocs);
}

#endif
