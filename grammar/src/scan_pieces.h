/* The pieces of a word: text, quotes, variables, escapes, punctuation. Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_PIECES_H
#define DOCKERFILE_SCAN_PIECES_H

#include "scan_shell.h"

/* Quotes and expansions nested deeper are read as text; the trees stay shallow for any input. */
enum { MAX_DEPTH = 12 };

/* How far punctuation of an image's name is looked for. */
enum { IMAGE_LOOKAHEAD = 512 };

/* Does white space end the word, quotes or not? */
static bool splits_always(uint8_t area) { return area >= AREA_WORD && area <= AREA_PORT; }

/* Does white space end the word, quote or expansion the scanner is in? */
static bool space_ends_word(const State *state) {
    if (splits_always(state->area)) return true;
    return state->area >= AREA_FLAG && state->area <= AREA_VALUE && state->quotes == 0;
}

/* Is the next character white space that ends the word? */
static bool at_word_space(const Cursor *cursor) {
    const State *state = &cursor->scanner->state;
    const int32_t rune = next(cursor);
    if (!space_ends_word(state)) return false;
    if (splits_always(state->area)) return df_is_separator(rune);
    const bool any = state->area == AREA_KEY || state->area == AREA_VALUE;
    return (any || rune < 0x80) && df_is_space(rune);
}

/* Is a character punctuation of the area, outside quotes and expansions? */
static bool is_punctuation(const State *state, int32_t rune) {
    if (state->depth > 0) return false;
    switch (state->area) {
        case AREA_FLAG:
        case AREA_KEY: return rune == '=';
        case AREA_MOUNT: return rune == '=' || rune == ',';
        case AREA_IMAGE: return rune == ':' || rune == '@';
        case AREA_TAG: return rune == '@';
        case AREA_PORT: return rune == '/';
        case AREA_LINE: return state->keyword == DF_USER && rune == ':';
        case AREA_ARRAY: return rune == ',' || rune == ']' || rune == '[';
        default: return false;
    }
}

/* Does text end before this character? */
static bool stops_text(const Cursor *cursor, int32_t rune) {
    const bool *valid = cursor->valid;
    const State *state = &cursor->scanner->state;
    switch (rune) {
        case '"': return valid[DOUBLE_QUOTE_OPEN] || valid[DOUBLE_QUOTE_CLOSE];
        case '\'': return valid[SINGLE_QUOTE_OPEN] || valid[SINGLE_QUOTE_CLOSE];
        case '$': return valid[DOLLAR];
        case '}': return valid[EXPANSION_CLOSE];
        case '\\': return state->escape == '\\' || state->area == AREA_ARRAY;
        case '`': return state->escape == '`';
        default: return is_punctuation(state, rune);
    }
}

/* Text from here on; the first character is taken whatever it is. */
static bool scan_text(Cursor *cursor) {
    bool solid = false;
    mark(cursor);
    for (bool first = true; !at_line_end(cursor); first = false) {
        const int32_t rune = next(cursor);
        if (!first && (stops_text(cursor, rune) || at_word_space(cursor) || at_heredoc(cursor))) break;
        const bool blank = df_is_space(rune);
        if (solid && blank) mark(cursor);
        solid = !blank;
        take(cursor);
    }
    if (solid) mark(cursor);
    return accept(cursor, TEXT);
}

/* One character that is a token. */
static bool scan_mark(Cursor *cursor, Token token) {
    take(cursor);
    mark(cursor);
    return accept(cursor, token);
}

/* An opening or closing quote, or a closing brace. */
static bool scan_fence(Cursor *cursor, Token open, Token close) {
    State *state = &cursor->scanner->state;
    const bool closes = cursor->valid[close];
    if (!closes && (!cursor->valid[open] || state->depth >= MAX_DEPTH)) return scan_text(cursor);
    const int step = closes ? -1 : 1;
    state->depth = (uint8_t)(state->depth + step);
    if (close != EXPANSION_CLOSE) state->quotes = (uint8_t)(state->quotes + step);
    return scan_mark(cursor, closes ? close : open);
}

static bool is_name_start(int32_t rune) {
    return df_is_letter(rune) || df_is_digit(rune) || rune == '_' || (rune > 0 && rune < 0x80 && strchr("@*#?-$!", rune) != NULL);
}

/* The name behind `$` or `${`. */
static bool scan_variable_name(Cursor *cursor) {
    const bool number = df_is_digit(next(cursor));
    const bool word = number || df_is_letter(next(cursor)) || next(cursor) == '_';
    take(cursor);
    while (word && (df_is_digit(next(cursor)) || (!number && (df_is_letter(next(cursor)) || next(cursor) == '_')))) take(cursor);
    mark(cursor);
    return accept(cursor, VARIABLE_NAME);
}

/* At a `$`: a variable, an expansion, or text. */
static bool scan_dollar(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    take(cursor);
    mark(cursor);
    if (is_name_start(next(cursor))) return accept(cursor, DOLLAR);
    if (next(cursor) != '{' || state->depth >= MAX_DEPTH) return accept(cursor, TEXT);
    state->depth++;
    return scan_mark(cursor, EXPANSION_OPEN);
}

/* The operator behind an expansion's name; false if there is none. */
static bool scan_operator(Cursor *cursor) {
    const int32_t first = next(cursor);
    if (first <= 0 || first >= 0x80 || strchr(":-+?#%/", first) == NULL) return false;
    take(cursor);
    const int32_t second = next(cursor);
    const bool twice = (first == '#' || first == '%' || first == '/') && second == first;
    if (twice || (first == ':' && (second == '-' || second == '+' || second == '?'))) take(cursor);
    mark(cursor);
    return accept(cursor, OPERATOR);
}

/* At an escape character, or a backslash in the exec form: a continuation, an escape sequence or text. A run of them is
 * one token, so that no token ends inside a run: two in a row are never a continuation. */
static bool scan_escape(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    const uint32_t start = cursor->offset;
    const int32_t escape = next(cursor);
    const bool splits = splits_always(state->area);
    const bool in_flag = state->area == AREA_FLAG || state->area == AREA_MOUNT;
    const bool only_special = cursor->valid[DOUBLE_QUOTE_CLOSE] && state->area != AREA_ARRAY && !in_flag;
    const bool in_single = cursor->valid[SINGLE_QUOTE_CLOSE] && !in_flag;
    const bool escapes = cursor->valid[ESCAPE_SEQUENCE] && !in_single && (escape == '\\' || state->area != AREA_ARRAY);
    unsigned run = 0;
    for (; next(cursor) == escape; run++) take(cursor);
    const int32_t escaped = next(cursor);
    const bool blank = escaped == ' ' || escaped == '\t' || escaped == '\r';
    mark(cursor);
    if (run == 1 && escape == state->escape && (blank || at_line_end(cursor))) {
        if (!splits && escapes && !only_special && escaped != '\r' && !at_line_end(cursor)) {
            take(cursor);
            mark(cursor);
        }
        if (pass_continuation(cursor, &start)) return accept(cursor, LINE_CONTINUATION);
        return accept(cursor, escapes && !only_special && !splits ? ESCAPE_SEQUENCE : TEXT);
    }
    if (run % 2 == 0) return accept(cursor, escapes ? ESCAPE_SEQUENCE : TEXT);
    const bool special = escaped == '"' || escaped == '$';
    if (!escapes || at_line_end(cursor) || (splits && df_is_separator(escaped)) || (only_special && !special)) {
        return accept(cursor, run > 1 && escapes ? ESCAPE_SEQUENCE : TEXT);
    }
    take(cursor);
    mark(cursor);
    return accept(cursor, ESCAPE_SEQUENCE);
}

/* ---- images ---- */

/* At the start of FROM's image: `registry.example:5000` if a slash follows and it looks like a host, else text. */
static bool scan_image_start(Cursor *cursor) {
    static const char *const local = "localhost";
    if (next(cursor) == ':' || next(cursor) == '/' || next(cursor) == '@') return scan_text(cursor);
    bool colon = false;
    bool dot = false;
    size_t matched = 0;
    int count = 0;
    for (; count < IMAGE_LOOKAHEAD; count++) {
        const int32_t rune = next(cursor);
        if (at_line_end(cursor) || rune == '/' || rune == '@' || rune == '$' || df_is_separator(rune) ||
            rune == cursor->scanner->state.escape) {
            break;
        }
        if (rune == ':' && !colon) mark(cursor);
        colon = colon || rune == ':';
        dot = dot || rune == '.';
        if (matched == (size_t)count && matched < strlen(local) && rune == local[matched]) matched++;
        take(cursor);
    }
    const bool host = colon || dot || (matched == strlen(local) && count == (int)matched);
    if (next(cursor) == '/' && host) {
        mark(cursor);
        return accept(cursor, IMAGE_REGISTRY);
    }
    if (colon) return accept(cursor, TEXT);
    return next(cursor) == '/' ? scan_text(cursor) : (mark(cursor), accept(cursor, TEXT));
}

/* At a colon of an image: does the tag begin here? Not if a slash follows: then it is a registry's port. */
static bool scan_tag_mark(Cursor *cursor) {
    take(cursor);
    mark(cursor);
    for (int i = 0; i < IMAGE_LOOKAHEAD && !at_line_end(cursor) && !df_is_separator(next(cursor)); i++) {
        if (next(cursor) == '/') return accept(cursor, TEXT);
        if (next(cursor) == '$' || next(cursor) == '@') break;
        pass(cursor);
    }
    cursor->scanner->state.area = AREA_TAG;
    return accept(cursor, COLON);
}

/* ---- any piece ---- */

/* Punctuation, if it is some here. */
static bool scan_punctuation(Cursor *cursor, bool *found) {
    State *state = &cursor->scanner->state;
    const bool *valid = cursor->valid;
    *found = true;
    switch (next(cursor)) {
        case '=':
            if (valid[MOUNT_EQUALS] && state->area == AREA_MOUNT) return scan_mark(cursor, MOUNT_EQUALS);
            if (!valid[EQUALS]) break;
            if (state->area == AREA_KEY) state->area = AREA_VALUE;
            return scan_mark(cursor, EQUALS);
        case ':':
            if (!valid[COLON]) break;
            return state->area == AREA_IMAGE ? scan_tag_mark(cursor) : scan_mark(cursor, COLON);
        case '@':
            if (!valid[AT]) break;
            state->area = AREA_DIGEST;
            return scan_mark(cursor, AT);
        case ',':
            if (!valid[COMMA]) break;
            return scan_mark(cursor, COMMA);
        case '/':
            if (!valid[SLASH]) break;
            return scan_mark(cursor, SLASH);
        case ']':
            if (!valid[ARRAY_CLOSE]) break;
            state->area = AREA_LINE;
            return scan_mark(cursor, ARRAY_CLOSE);
        default: break;
    }
    *found = false;
    return false;
}

/* At a character that is neither white space nor line end. */
static bool scan_piece(Cursor *cursor) {
    const State *state = &cursor->scanner->state;
    const bool *valid = cursor->valid;
    const int32_t rune = next(cursor);
    if (rune == state->escape || (rune == '\\' && state->area == AREA_ARRAY)) return scan_escape(cursor);
    if (valid[VARIABLE_NAME] && is_name_start(rune)) return scan_variable_name(cursor);
    if (valid[OPERATOR] && scan_operator(cursor)) return true;
    bool found = false;
    const bool accepted = scan_punctuation(cursor, &found);
    if (found) return accepted;
    if (rune == '"') return scan_fence(cursor, DOUBLE_QUOTE_OPEN, DOUBLE_QUOTE_CLOSE);
    if (rune == '\'') return scan_fence(cursor, SINGLE_QUOTE_OPEN, SINGLE_QUOTE_CLOSE);
    if (rune == '}' && valid[EXPANSION_CLOSE]) return scan_fence(cursor, EXPANSION_CLOSE, EXPANSION_CLOSE);
    if (rune == '$' && valid[DOLLAR]) return scan_dollar(cursor);
    if (valid[IMAGE_REGISTRY] && state->area == AREA_IMAGE) return scan_image_start(cursor);
    return scan_text(cursor);
}

#endif
