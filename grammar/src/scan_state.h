/* What the scanner remembers between tokens, its serialised form, and the cursor over the text.
 * Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_STATE_H
#define DOCKERFILE_SCAN_STATE_H

#include "reading.h"
#include "tree_sitter/parser.h"

/* Heredocs of one instruction beyond this many get no body: the state has to fit into 1,024 bytes. */
enum { MAX_HEREDOCS = 98, HEREDOC_BYTES = 10 };

/* After this many heredocs without an end marker a file is broken, and the search for the next end marker goes only
 * so far: a file full of them must not cost the square of its length. */
enum { MAX_FAILED_SEARCHES = 8, SHORT_SEARCH = 16 };

/* Where in an instruction the scanner stands. */
typedef enum Place {
    PLACE_BETWEEN,   /* between instructions */
    PLACE_TEXT,      /* on a line of an instruction's head */
    PLACE_LINE,      /* at the start of a continued line */
    PLACE_COMMENT,   /* at the end of a comment inside a continuation */
    PLACE_FILE_END,  /* after a continuation with nothing behind it: only the head's end can come */
    PLACE_BODIES,    /* at the end of a line before a heredoc's body */
    PLACE_BODY_END   /* at the start of the line with the end marker */
} Place;

/* Groups and parts (see grammar.js) end behind a line whose text says so by chance, one in GROUP_TARGET and one in
 * PART_TARGET; so an edit moves only boundaries near it. Where lines are equal, chance says the same of all: from an
 * instruction on that is followed by an equal one, lines are counted, until chance ends that, one in COUNT_TARGET. Nothing
 * is counted elsewhere, so that after an edit the state is soon what it was before it. */
typedef enum Boundary { BOUNDARY_NONE, BOUNDARY_GROUP, BOUNDARY_PART } Boundary;
enum { GROUP_TARGET = 32, PART_TARGET = 1024, COUNT_TARGET = 512 };

/* A heredoc whose body is still to come. */
typedef struct Pending {
    uint64_t name;   /* 40 bits of hash */
    uint32_t offset; /* of its word in the joined line; NO_OFFSET when too far */
    uint16_t length; /* of its word */
    bool chomp;
    bool empty; /* no line between head or previous end marker and its own end marker */
} Pending;

enum { NO_OFFSET = (1 << 22) - 1 };

#define NAME_MASK UINT64_C(0xFFFFFFFFFF)

typedef struct State {
    char escape;
    df_directive_phase directives;
    bool line_open; /* false at the very start of the file */
    uint8_t failed_searches;
    uint16_t counted; /* instructions counted so far, up to PART_TARGET; 0 for none are counted */
    uint8_t boundary; /* a Boundary: what ends behind the current line */
    /* from here on zero between instructions */
    uint8_t place;
    uint8_t keyword; /* df_keyword of the instruction or the trigger the scanner is in */
    uint8_t area;    /* how words end here */
    uint8_t depth;   /* open quotes and expansions */
    uint8_t quotes;  /* open quotes */
    uint8_t onbuild; /* ONBUILDs around the current keyword */
    uint8_t heredocs;
    uint8_t started; /* heredocs whose `<<NAME` is behind */
    uint8_t ended;   /* heredocs whose end marker is behind */
    uint32_t offset; /* bytes of the joined line behind the scanner; only kept while something below or above needs it */
    uint32_t exec_at; /* offset of the `[` of an exec form; 0 for none */
    Pending pending[MAX_HEREDOCS];
} State;

typedef struct Scanner {
    State state;
    df_buffer joined;
    df_heredocs found;
} Scanner;

/* Clears all but the heredocs, whose number says which of them count: they are many bytes and this is done often. */
static void state_clear(State *state) { memset(state, 0, offsetof(State, pending)); }

static void state_reset(State *state) {
    state_clear(state);
    state->escape = '\\';
    state->directives = df_directives_start();
}

/* Forgets the instruction that has ended. */
static void state_leave_instruction(State *state) {
    memset((char *)state + offsetof(State, place), 0, offsetof(State, pending) - offsetof(State, place));
}

/* Bytes of the serialised state between instructions, and inside one without heredocs. */
enum { BASE_BYTES = 6, HEAD_BYTES = BASE_BYTES + 17 };

static char *put_number(char *at, uint64_t number, int bytes) {
    for (int i = 0; i < bytes; i++) *at++ = (char)((number >> (8 * i)) & 0xFF);
    return at;
}

static uint64_t get_number(const char **at, int bytes) {
    uint64_t number = 0;
    for (int i = 0; i < bytes; i++) number |= (uint64_t)(unsigned char)*(*at)++ << (8 * i);
    return number;
}

static unsigned state_serialize(const State *state, char *buffer) {
    char *at = buffer;
    *at++ = state->escape;
    *at++ = (char)(state->directives.parser | state->directives.frontend << 1 | state->directives.shebang << 2 | state->line_open << 3);
    *at++ = (char)state->failed_searches;
    at = put_number(at, state->counted, 2);
    *at++ = (char)state->boundary;
    if (state->place == PLACE_BETWEEN) return (unsigned)(at - buffer);
    const uint8_t bytes[] = {state->place,   state->keyword,  state->area,    state->depth, state->quotes,
                             state->onbuild, state->heredocs, state->started, state->ended};
    memcpy(at, bytes, sizeof bytes);
    at = put_number(at + sizeof bytes, state->offset, 4);
    at = put_number(at, state->exec_at, 4);
    for (size_t i = 0; i < state->heredocs; i++) {
        const Pending *pending = &state->pending[i];
        at = put_number(at, pending->name, 5);
        at = put_number(at, pending->offset | (uint32_t)pending->chomp << 22 | (uint32_t)pending->empty << 23, 3);
        at = put_number(at, pending->length, 2);
    }
    return (unsigned)(at - buffer);
}

static void state_deserialize(State *state, const char *buffer, unsigned length) {
    state_reset(state);
    if (length < BASE_BYTES) return;
    const char *at = buffer;
    state->escape = *at++;
    const unsigned flags = (unsigned char)*at++;
    state->directives.parser = (flags & 1) != 0;
    state->directives.frontend = (flags & 2) != 0;
    state->directives.shebang = (flags & 4) != 0;
    state->line_open = (flags & 8) != 0;
    state->failed_searches = (uint8_t)*at++;
    state->counted = (uint16_t)get_number(&at, 2);
    state->boundary = (uint8_t)*at++;
    if (length < HEAD_BYTES) return;
    uint8_t *const fields[] = {&state->place,   &state->keyword,  &state->area,    &state->depth, &state->quotes,
                               &state->onbuild, &state->heredocs, &state->started, &state->ended};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) *fields[i] = (uint8_t)*at++;
    state->offset = (uint32_t)get_number(&at, 4);
    state->exec_at = (uint32_t)get_number(&at, 4);
    if (state->heredocs > MAX_HEREDOCS || length < HEAD_BYTES + (unsigned)HEREDOC_BYTES * state->heredocs) state->heredocs = 0;
    for (size_t i = 0; i < state->heredocs; i++) {
        Pending *pending = &state->pending[i];
        pending->name = get_number(&at, 5);
        const uint32_t packed = (uint32_t)get_number(&at, 3);
        pending->offset = packed & NO_OFFSET;
        pending->chomp = (packed >> 22 & 1) != 0;
        pending->empty = (packed >> 23 & 1) != 0;
        pending->length = (uint16_t)get_number(&at, 2);
    }
}

/* ---- cursor ---- */

/* The lexer, and the offset in the joined line that goes with its place. */
typedef struct Cursor {
    TSLexer *lexer;
    Scanner *scanner;
    const bool *valid;
    uint32_t offset;
    uint32_t marked;
} Cursor;

static inline int32_t next(const Cursor *cursor) { return cursor->lexer->lookahead; }

static inline bool at_file_end(const Cursor *cursor) { return cursor->lexer->eof(cursor->lexer); }

static inline bool at_line_end(const Cursor *cursor) { return next(cursor) == '\n' || (next(cursor) == 0 && at_file_end(cursor)); }

static inline uint32_t rune_width(int32_t rune) { return rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4; }

/* Passes over a character that is part of the joined line. */
static inline void take(Cursor *cursor) {
    cursor->offset += rune_width(next(cursor));
    cursor->lexer->advance(cursor->lexer, false);
}

/* The same, keeping it out of the token. */
static inline void skip(Cursor *cursor) {
    cursor->offset += rune_width(next(cursor));
    cursor->lexer->advance(cursor->lexer, true);
}

/* Passes over a character that BuildKit drops. */
static inline void pass(Cursor *cursor) { cursor->lexer->advance(cursor->lexer, false); }

/* The token ends here, unless a later mark moves its end. */
static inline void mark(Cursor *cursor) {
    cursor->lexer->mark_end(cursor->lexer);
    cursor->marked = cursor->offset;
}

/* Finishes a token, whose end is marked. A character of several bytes that was only looked at is passed, as tree-sitter
 * would count but its first byte as seen and keep the token when another one of its bytes is edited. */
static inline bool accept(Cursor *cursor, unsigned symbol) {
    if (next(cursor) < 0 || next(cursor) >= 0x80) cursor->lexer->advance(cursor->lexer, false);
    State *state = &cursor->scanner->state;
    const bool counts = state->exec_at != 0 || state->started < state->heredocs;
    state->offset = counts ? cursor->marked : 0;
    cursor->lexer->result_symbol = (TSSymbol)symbol;
    return true;
}

/* Adds the next character to a buffer; a byte that is no UTF-8 becomes 0xFF, which is no UTF-8 either. */
static inline void append_next(const Cursor *cursor, df_buffer *buffer) {
    const int32_t rune = next(cursor);
    const char bad = (char)0xFF;
    if (rune < 0 || rune > 0x10FFFF) {
        df_buffer_append(buffer, &bad, 1);
    } else {
        df_buffer_append_rune(buffer, rune);
    }
}

#endif
