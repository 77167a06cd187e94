/* Tokens of whole lines: directives, comments, continuations, ends of heads, heredoc bodies. Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_LINES_H
#define DOCKERFILE_SCAN_LINES_H

#include "scan_state.h"
#include "tokens.h"

/* ---- comments and directives ---- */

/* By the hash of a line. */
static Boundary boundary_by_chance(uint64_t hash) {
    hash ^= hash >> 29;
    return hash % PART_TARGET == 0 ? BOUNDARY_PART : hash % GROUP_TARGET == 0 ? BOUNDARY_GROUP : BOUNDARY_NONE;
}

/* Takes the rest of the line; the token ends before the line end. */
static void take_line(Cursor *cursor) {
    while (!at_line_end(cursor)) {
        const bool part = next(cursor) != '\r';
        pass(cursor);
        if (part) mark(cursor);
    }
}

/* Passes characters as long as they are white space, or as long as they belong to a directive's name. */
static void pass_blanks(Cursor *cursor, df_buffer *copy) {
    while (!at_line_end(cursor) && df_is_space(next(cursor))) {
        append_next(cursor, copy);
        pass(cursor);
    }
}

static void pass_name(Cursor *cursor, df_buffer *copy) {
    while (next(cursor) < 0x80 && (df_is_letter(next(cursor)) || df_is_digit(next(cursor)))) {
        append_next(cursor, copy);
        pass(cursor);
    }
}

/* At the `#` of a line between instructions while directives may still come. The token ends after the `#` if this is
 * one and at the line's end if it is not, so that is found out before the end is marked anew. */
static bool scan_possible_directive(Cursor *cursor, bool indented) {
    State *state = &cursor->scanner->state;
    df_buffer *line = &cursor->scanner->joined;
    df_buffer_clear(line);
    if (indented) df_buffer_append(line, " ", 1);
    df_buffer_append(line, "#", 1);
    pass(cursor);
    mark(cursor);
    pass_blanks(cursor, line);
    pass_name(cursor, line);
    pass_blanks(cursor, line);
    if (next(cursor) == '=') {
        append_next(cursor, line);
        pass(cursor);
        pass_blanks(cursor, line);
    }
    if (!at_line_end(cursor)) append_next(cursor, line);
    df_directive_phase phase = state->directives;
    char escape = state->escape;
    const df_directive found = df_next_directive(&phase, line->bytes, line->length, &escape);
    if (found.kind == DF_DIRECTIVE_NONE) {
        state->directives = phase;
        if (line->length > 0 && line->bytes[line->length - 1] != '\r' && at_line_end(cursor)) mark(cursor);
        take_line(cursor);
        return accept(cursor, COMMENT);
    }
    while (!at_line_end(cursor)) {
        pass(cursor);
        if (!at_line_end(cursor)) append_next(cursor, line);
    }
    (void)df_next_directive(&state->directives, line->bytes, line->length, &state->escape);
    return accept(cursor, DIRECTIVE_MARK);
}

/* At the `#` of a line between instructions. */
static bool scan_hash(Cursor *cursor, bool indented) {
    State *state = &cursor->scanner->state;
    state->line_open = true;
    if (state->directives.parser || state->directives.frontend) return scan_possible_directive(cursor, indented);
    uint64_t hash = DF_HASH_START;
    while (!at_line_end(cursor)) {
        const bool part = next(cursor) != '\r';
        hash = df_hash_byte(hash, (unsigned char)next(cursor));
        pass(cursor);
        if (part) mark(cursor);
    }
    state->boundary = (uint8_t)boundary_by_chance(hash);
    return accept(cursor, COMMENT);
}

/* The parts of a line that is known to be a directive. */
static bool scan_directive_part(Cursor *cursor) {
    while (!at_line_end(cursor) && df_is_space(next(cursor))) skip(cursor);
    mark(cursor);
    if (cursor->valid[DIRECTIVE_NAME]) {
        while (next(cursor) < 0x80 && (df_is_letter(next(cursor)) || df_is_digit(next(cursor)))) take(cursor);
        mark(cursor);
        return accept(cursor, DIRECTIVE_NAME);
    }
    if (cursor->valid[DIRECTIVE_EQUALS]) {
        take(cursor);
        mark(cursor);
        return accept(cursor, DIRECTIVE_EQUALS);
    }
    while (!at_line_end(cursor)) {
        const int32_t rune = next(cursor);
        const bool blank = rune >= 0 && rune < 0x80 && df_is_pattern_space((char)rune);
        take(cursor);
        if (!blank) mark(cursor);
    }
    return accept(cursor, DIRECTIVE_VALUE);
}

/* ---- continuations ---- */

/* On the line end of a dropped line (blank, or behind a comment): takes it and the blank lines after it. False when
 * nothing is left to take: the head ends where the cursor was marked last. */
static bool take_blank_lines(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    bool any = false;
    for (;;) {
        if (next(cursor) == '\n') pass(cursor);
        state->place = PLACE_FILE_END;
        if (at_file_end(cursor)) return any;
        mark(cursor);
        any = true;
        state->place = PLACE_LINE;
        bool visible = false;
        while (!at_line_end(cursor) && df_is_space(next(cursor))) {
            visible = visible || next(cursor) != '\r';
            pass(cursor);
        }
        if (!at_line_end(cursor)) return true;
        if (visible) mark(cursor);
    }
}

typedef enum LineStart { LINE_IS_TOKEN, LINE_IS_HEAD_END, LINE_IS_TEXT } LineStart;

/* At the start of a continued line, or at the end of a comment inside a continuation. On LINE_IS_TEXT the white space at
 * the line's start is skipped; `*spaced` says whether there was any. */
static LineStart scan_line_start(Cursor *cursor, bool *spaced) {
    State *state = &cursor->scanner->state;
    const uint32_t start = cursor->offset;
    bool blank_marked = true;
    mark(cursor);
    if (state->place == PLACE_COMMENT) {
        while (next(cursor) == '\r') cursor->lexer->advance(cursor->lexer, false);
    } else {
        while (!at_line_end(cursor) && df_is_space(next(cursor))) {
            blank_marked = next(cursor) == '\r' && blank_marked;
            *spaced = true;
            skip(cursor);
        }
        if (next(cursor) == '#') {
            cursor->offset = start;
            take_line(cursor);
            state->place = PLACE_COMMENT;
            (void)accept(cursor, COMMENT);
            return LINE_IS_TOKEN;
        }
        if (!at_line_end(cursor)) return LINE_IS_TEXT;
    }
    cursor->offset = start;
    if (!blank_marked) mark(cursor);
    if (!take_blank_lines(cursor)) return LINE_IS_HEAD_END;
    (void)accept(cursor, BLANK_LINES);
    return LINE_IS_TOKEN;
}

/* Behind a single escape character: passes spaces, tabs and the line end if that is all there is, which makes it a
 * continuation mark. With `start`, the offset before that character, the token is marked to end behind it all. */
static bool pass_continuation(Cursor *cursor, const uint32_t *start) {
    State *state = &cursor->scanner->state;
    while (next(cursor) == ' ' || next(cursor) == '\t') take(cursor);
    if (start != NULL && (next(cursor) == '\r' || at_line_end(cursor))) {
        const uint32_t behind = cursor->offset;
        cursor->offset = *start;
        mark(cursor);
        cursor->offset = behind;
    }
    while (next(cursor) == '\r') take(cursor);
    if (!at_line_end(cursor)) return false;
    if (start == NULL) return true;
    cursor->offset = *start;
    if (next(cursor) == '\n') pass(cursor);
    state->place = PLACE_FILE_END;
    if (at_file_end(cursor)) return true;
    mark(cursor);
    state->place = PLACE_LINE;
    return true;
}

/* ---- heredocs ---- */

/* Passes a line and gives the hash of its text: line end cut, with chomp leading tabs cut. */
static uint64_t pass_hashed_line(Cursor *cursor, bool chomp) {
    uint64_t hash = DF_HASH_START;
    unsigned returns = 0;
    while (chomp && next(cursor) == '\t') pass(cursor);
    char bytes[8];
    df_buffer rune = {bytes, 0, sizeof bytes, false};
    for (; !at_line_end(cursor); pass(cursor)) {
        if (next(cursor) == '\r') {
            returns++;
            continue;
        }
        for (; returns > 0; returns--) hash = df_hash_byte(hash, '\r');
        rune.length = 0;
        append_next(cursor, &rune);
        for (size_t i = 0; i < rune.length; i++) hash = df_hash_byte(hash, (unsigned char)bytes[i]);
    }
    return hash & NAME_MASK;
}

/* At the end of the head, which is marked: looks for the end markers of the heredocs. Those that have none, and all
 * after the first of these, are forgotten: their instruction ends without a body. */
static void find_bodies(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    uint32_t left = state->failed_searches < MAX_FAILED_SEARCHES ? UINT32_MAX : SHORT_SEARCH;
    while (next(cursor) == '\r') pass(cursor);
    for (uint8_t i = 0; i < state->heredocs; i++) {
        Pending *pending = &state->pending[i];
        pending->empty = true;
        bool found = false;
        while (!found && left > 0) {
            if (next(cursor) == '\n') pass(cursor);
            if (at_file_end(cursor)) break;
            found = pass_hashed_line(cursor, pending->chomp) == pending->name;
            if (!found) pending->empty = false;
            left--;
        }
        if (found) continue;
        state->heredocs = i;
        if (state->failed_searches < MAX_FAILED_SEARCHES) state->failed_searches++;
        return;
    }
}

/* At the end of the head, marked there. */
static bool scan_end_of_head(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    find_bodies(cursor);
    if (state->heredocs == 0) {
        state_leave_instruction(state);
        return accept(cursor, END_OF_INSTRUCTION);
    }
    state->place = PLACE_BODIES;
    state->started = state->heredocs;
    state->exec_at = 0;
    return accept(cursor, END_OF_HEAD);
}

/* The next body or end marker. find_bodies has seen that both are there. */
static bool scan_heredoc(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    const Pending *pending = &state->pending[state->ended];
    if (state->place == PLACE_BODIES) {
        while (next(cursor) == '\r') skip(cursor);
        if (next(cursor) == '\n') skip(cursor);
    }
    mark(cursor);
    if (state->place == PLACE_BODIES && !pending->empty) {
        while (!at_file_end(cursor) && pass_hashed_line(cursor, pending->chomp) != pending->name) {
            if (next(cursor) == '\n') pass(cursor);
            mark(cursor);
        }
        state->place = PLACE_BODY_END;
        return accept(cursor, HEREDOC_BODY);
    }
    while (pending->chomp && next(cursor) == '\t') skip(cursor);
    take_line(cursor);
    state->place = PLACE_BODIES;
    state->ended++;
    if (state->ended < state->heredocs) return accept(cursor, HEREDOC_END);
    state_leave_instruction(state);
    return accept(cursor, LAST_HEREDOC_END);
}

#endif
