/* Text of commands and `<<NAME` words. Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_SHELL_H
#define DOCKERFILE_SCAN_SHELL_H

#include "scan_lines.h"

/* Is the cursor at the word of the next heredoc? It begins with a number or `<`; a continuation mark just before it, on the line
 * above, stands at the same offset of the joined line. */
static bool at_heredoc(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    if (next(cursor) != '<' && (next(cursor) < '0' || next(cursor) > '9')) return false;
    while (state->started < state->heredocs && state->pending[state->started].offset < cursor->offset) state->started++;
    return state->started < state->heredocs && state->pending[state->started].offset == cursor->offset;
}

/* The word of a heredoc, which may be split over lines. */
static bool scan_heredoc_start(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    const uint32_t end = cursor->offset + state->pending[state->started].length;
    while (cursor->offset < end && !at_line_end(cursor)) take(cursor);
    mark(cursor);
    state->started++;
    if (state->area != AREA_LINE) state->area = AREA_HEREDOC;
    return accept(cursor, HEREDOC_START);
}

/* Text of a command up to a continuation mark, a heredoc or the end of the line; white space at its end is left out. */
static bool scan_shell_text(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    bool solid = false; /* the last character was no white space */
    bool clean = false; /* nor was there any behind the text, but the line end's CR */
    bool stopped = false;
    const uint32_t start = cursor->offset;
    mark(cursor);
    while (!at_line_end(cursor)) {
        if (at_heredoc(cursor)) {
            if (cursor->offset == start) return scan_heredoc_start(cursor);
            stopped = true;
            break;
        }
        const bool blank = df_is_space(next(cursor));
        clean = !blank || (clean && next(cursor) == '\r');
        if (next(cursor) == state->escape) {
            if (solid) mark(cursor);
            const uint32_t before = cursor->offset;
            int run = 0;
            for (; next(cursor) == state->escape; run++) take(cursor);
            if (run == 1 && pass_continuation(cursor, before == start ? &start : NULL)) {
                return accept(cursor, before == start ? LINE_CONTINUATION : SHELL_TEXT);
            }
        } else {
            if (solid && blank) mark(cursor);
            take(cursor);
        }
        solid = !blank;
    }
    if (solid) mark(cursor);
    const bool last = clean && !stopped && state->heredocs == 0 && cursor->valid[LAST_SHELL_TEXT];
    if (last) state_leave_instruction(state);
    return accept(cursor, last ? LAST_SHELL_TEXT : SHELL_TEXT);
}

#endif
