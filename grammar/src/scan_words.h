/* Tokens inside an instruction's head: chooses by what the grammar expects. Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_WORDS_H
#define DOCKERFILE_SCAN_WORDS_H

#include "scan_keyword.h"
#include "scan_pieces.h"

/* ONBUILD in ONBUILD in … is read as nested instructions this often, then as text. */
enum { MAX_ONBUILD = 4 };

/* The end of a word, quote or expansion that nothing visible ends. The cursor is marked where it belongs. */
static bool scan_invisible_end(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    const bool *valid = cursor->valid;
    if (valid[UNCLOSED]) {
        if (state->depth > 0) state->depth--;
        const bool quote = valid[DOUBLE_QUOTE_CLOSE] || valid[SINGLE_QUOTE_CLOSE];
        if (quote && state->quotes > 0) state->quotes--;
        if (valid[ARRAY_CLOSE]) state->area = AREA_LINE;
        return accept(cursor, UNCLOSED);
    }
    if (valid[OLD_SEPARATOR]) {
        state->area = AREA_LINE;
        return accept(cursor, OLD_SEPARATOR);
    }
    if (!valid[WORD_END]) return false;
    const bool first_is_over = state->keyword == DF_FROM && state->area != AREA_FLAG && state->area != AREA_MOUNT;
    state->area = (uint8_t)(first_is_over ? AREA_WORD : first_area(state->keyword));
    return accept(cursor, WORD_END);
}

/* HEALTHCHECK's first word, or the rest of it. */
static bool scan_healthcheck_type(Cursor *cursor) {
    while (!at_line_end(cursor) && !df_is_space(next(cursor)) && next(cursor) != cursor->scanner->state.escape) take(cursor);
    mark(cursor);
    return accept(cursor, HEALTHCHECK_TYPE);
}

/* `--` of a flag, or `--` alone, which ends them. */
static bool scan_dashes(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    take(cursor);
    mark(cursor);
    if (next(cursor) != '-') {
        if (cursor->valid[HEALTHCHECK_TYPE]) return scan_healthcheck_type(cursor);
        return accept(cursor, cursor->valid[SHELL_TEXT] ? SHELL_TEXT : TEXT);
    }
    take(cursor);
    mark(cursor);
    if (at_line_end(cursor) || df_is_space(next(cursor))) return accept(cursor, FLAGS_END);
    state->area = AREA_FLAG;
    return accept(cursor, FLAG_MARK);
}

/* A flag's name, if there is one here. */
static bool scan_flag_name(Cursor *cursor) {
    static const char *const mount = "mount";
    State *state = &cursor->scanner->state;
    size_t length = 0;
    size_t matched = 0;
    for (; !at_line_end(cursor) && !at_word_space(cursor); length++) {
        const int32_t rune = next(cursor);
        if (rune == '=' || rune == '"' || rune == '\'' || rune == state->escape) break;
        if (matched == length && matched < strlen(mount) && rune == mount[matched]) matched++;
        take(cursor);
    }
    if (length == 0) return false;
    mark(cursor);
    if (matched == strlen(mount) && length == matched) state->area = AREA_MOUNT;
    return accept(cursor, FLAG_NAME);
}

/* FROM's AS, if the next word is that; else the word's text. */
static bool scan_as(Cursor *cursor) {
    const int32_t first = next(cursor);
    take(cursor);
    mark(cursor);
    const int32_t second = next(cursor);
    if (first != 'a' && first != 'A') return accept(cursor, TEXT);
    if (second != 's' && second != 'S') return accept(cursor, TEXT);
    take(cursor);
    mark(cursor);
    const bool ends = at_line_end(cursor) || df_is_separator(next(cursor));
    return accept(cursor, ends ? AS : TEXT);
}

/* A token that begins with a visible character. */
static bool scan_visible(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    const bool *valid = cursor->valid;
    const int32_t rune = next(cursor);
    const bool escape = rune == state->escape;
    if (valid[HEREDOC_START] && at_heredoc(cursor)) return scan_heredoc_start(cursor);
    if (valid[FLAG_MARK] && rune == '-') return scan_dashes(cursor);
    if (valid[FLAG_NAME] && scan_flag_name(cursor)) return true;
    if (valid[ARRAY_OPEN] && rune == '[' && state->exec_at != 0 && cursor->offset == state->exec_at) {
        state->area = AREA_ARRAY;
        return scan_mark(cursor, ARRAY_OPEN);
    }
    if (valid[SHELL_TEXT]) return scan_shell_text(cursor);
    if (valid[DF_RUN] && !escape && state->onbuild <= MAX_ONBUILD) return scan_keyword(cursor);
    if (valid[HEALTHCHECK_TYPE] && !escape) return scan_healthcheck_type(cursor);
    if (valid[AS] && !escape) return scan_as(cursor);
    return scan_piece(cursor);
}

/* Any token of the head. */
static bool scan_head(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    bool spaced = false;
    mark(cursor);
    if (state->area == AREA_HEREDOC && cursor->valid[WORD_END]) return scan_invisible_end(cursor);
    if (state->place == PLACE_LINE || state->place == PLACE_COMMENT) {
        const LineStart found = scan_line_start(cursor, &spaced);
        if (found == LINE_IS_TOKEN) return true;
        state->place = found == LINE_IS_TEXT ? PLACE_TEXT : PLACE_FILE_END;
    }
    const bool in_word = cursor->valid[WORD_END] || cursor->valid[UNCLOSED] || cursor->valid[OLD_SEPARATOR];
    bool ends = spaced && space_ends_word(state);
    while (state->place == PLACE_TEXT && !at_line_end(cursor) && df_is_space(next(cursor))) {
        const bool part = next(cursor) != '\r';
        ends = ends || at_word_space(cursor);
        skip(cursor);
        if (part && !in_word) mark(cursor);
    }
    if (ends || state->place == PLACE_FILE_END || at_line_end(cursor)) {
        if (scan_invisible_end(cursor)) return true;
    }
    if (state->place == PLACE_FILE_END || at_line_end(cursor)) return scan_end_of_head(cursor);
    if (cursor->valid[WORD_END] && at_heredoc(cursor)) return scan_invisible_end(cursor);
    return scan_visible(cursor);
}

#endif
