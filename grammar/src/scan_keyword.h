/* The keyword of an instruction: reads its whole joined line ahead, which decides how the rest is read.
 * Part of scanner.c. */
#ifndef DOCKERFILE_SCAN_KEYWORD_H
#define DOCKERFILE_SCAN_KEYWORD_H

#include "scan_lines.h"

/* Where the reader stands relative to the keyword, so that the token's end can be marked while the line is read.
 * MAYBE: behind an escape character that may turn out to be a continuation mark. */
typedef enum KeywordPart { KEYWORD_BEFORE, KEYWORD_INSIDE, KEYWORD_MAYBE, KEYWORD_MAYBE_SPACED, KEYWORD_BEHIND } KeywordPart;

typedef struct KeywordReader {
    Cursor *cursor;
    df_buffer *joined;
    uint32_t base; /* offset of the keyword in the instruction's joined line */
    KeywordPart part;
    bool begun; /* a character of the keyword has been read */
    bool escaped;
} KeywordReader;

static void mark_keyword(KeywordReader *reader) {
    reader->cursor->offset = reader->base + (uint32_t)reader->joined->length;
    mark(reader->cursor);
}

/* Before a character is passed: may it end the keyword? */
static void before_keyword_character(KeywordReader *reader, int32_t rune, bool is_escape) {
    if (reader->part == KEYWORD_MAYBE_SPACED && !df_is_separator(rune)) {
        mark_keyword(reader);
        reader->part = KEYWORD_BEHIND;
    } else if (reader->part == KEYWORD_MAYBE) {
        if (rune == ' ' || rune == '\t' || rune == '\r') {
            reader->part = KEYWORD_MAYBE_SPACED;
        } else if (df_is_separator(rune)) {
            mark_keyword(reader);
            reader->part = KEYWORD_BEHIND;
        } else {
            reader->part = KEYWORD_INSIDE;
        }
    } else if (reader->part == KEYWORD_INSIDE) {
        if (df_is_separator(rune)) reader->part = KEYWORD_BEHIND;
        else if (is_escape && !reader->escaped) reader->part = KEYWORD_MAYBE;
    } else if (reader->part == KEYWORD_BEFORE && !df_is_space(rune)) {
        reader->part = is_escape ? KEYWORD_MAYBE : KEYWORD_INSIDE;
    }
    reader->escaped = is_escape;
    reader->begun = reader->begun || reader->part == KEYWORD_BEHIND;
}

/* Reads the rest of a physical line into the joined line, without its line end. */
static void read_line(KeywordReader *reader, char escape) {
    Cursor *cursor = reader->cursor;
    while (!at_line_end(cursor)) {
        const int32_t rune = next(cursor);
        if (reader->part != KEYWORD_BEHIND) before_keyword_character(reader, rune, rune == escape);
        append_next(cursor, reader->joined);
        pass(cursor);
        if (reader->part == KEYWORD_INSIDE || (!reader->begun && rune != '\r')) mark_keyword(reader);
        if (reader->part == KEYWORD_INSIDE) reader->begun = true;
    }
}

/* Before the lines of a continuation: drops comments and blank lines, leaves the cursor behind the white space of the
 * first line that counts, that white space added to the joined line. False at the end of the file. */
static bool skip_dropped_lines(KeywordReader *reader) {
    Cursor *cursor = reader->cursor;
    const size_t start = reader->joined->length;
    for (;;) {
        if (next(cursor) == '\n') pass(cursor);
        if (at_file_end(cursor)) return false;
        bool comment = false;
        reader->joined->length = start;
        while (!at_line_end(cursor) && (comment || df_is_space(next(cursor)) || next(cursor) == '#')) {
            comment = comment || next(cursor) == '#';
            const bool part = next(cursor) != '\r';
            if (!comment) append_next(cursor, reader->joined);
            pass(cursor);
            if (!reader->begun && part) mark(cursor);
        }
        if (!at_line_end(cursor)) break;
        reader->joined->length = start;
        if (!reader->begun) mark_keyword(reader);
    }
    if (reader->begun && reader->joined->length > start && reader->part == KEYWORD_INSIDE) {
        const char first = reader->joined->bytes[start];
        if (df_is_separator((unsigned char)first)) reader->part = KEYWORD_BEHIND;
    }
    return true;
}

/* Reads the joined line from the keyword on and marks the keyword's end. True when it is one line of the file. */
static bool read_joined_line(Cursor *cursor, char escape) {
    Scanner *scanner = cursor->scanner;
    KeywordReader reader = {cursor, &scanner->joined, cursor->offset, KEYWORD_BEFORE, false, false};
    df_buffer_clear(&scanner->joined);
    mark(cursor);
    for (bool single = true;; single = false) {
        const size_t start = scanner->joined.length;
        read_line(&reader, escape);
        size_t cut = 0;
        const char *text = scanner->joined.bytes + start;
        const size_t length = scanner->joined.length - start;
        const bool continues = length > 0 && df_continues(text, length, escape, &cut);
        scanner->joined.length = start + (continues ? cut : df_line_content(text, length));
        if (!continues || scanner->joined.failed) return single;
        if (reader.part == KEYWORD_MAYBE || reader.part == KEYWORD_MAYBE_SPACED) {
            reader.part = reader.begun ? KEYWORD_INSIDE : KEYWORD_BEFORE;
        }
        reader.escaped = false;
        if (!skip_dropped_lines(&reader)) return false;
    }
}

/* At the end of an instruction's line: is the next one equal? */
static bool next_line_equals(Cursor *cursor, const df_buffer *line) {
    if (next(cursor) != '\n') return false;
    pass(cursor);
    for (size_t i = 0; i < line->length; i++) {
        if (next(cursor) >= 0x80 || next(cursor) != line->bytes[i]) return false;
        pass(cursor);
    }
    return at_line_end(cursor);
}

/* Keeps what the scanner needs of the heredocs found in the joined line. */
static void remember_heredocs(State *state, const df_heredocs *found) {
    for (size_t i = 0; i < found->count && state->heredocs < MAX_HEREDOCS; i++) {
        const df_heredoc *heredoc = &found->items[i];
        const bool near = heredoc->word_offset < NO_OFFSET && heredoc->word_length <= UINT16_MAX;
        Pending *pending = &state->pending[state->heredocs++];
        uint64_t hash = DF_HASH_START;
        for (size_t k = 0; k < heredoc->name_length; k++) {
            hash = df_hash_byte(hash, (unsigned char)found->names.bytes[heredoc->name_offset + k]);
        }
        pending->name = hash & NAME_MASK;
        pending->offset = near ? (uint32_t)heredoc->word_offset : NO_OFFSET;
        pending->length = near ? (uint16_t)heredoc->word_length : 0;
        pending->chomp = heredoc->chomp;
        pending->empty = true;
    }
}

/* Decides by an instruction's text whether a group or a part ends behind it. */
static Boundary boundary_behind(State *state, const df_buffer *joined, bool repeated) {
    enum { SAMPLE = 32 };
    const size_t sample = joined->length < 2 * SAMPLE ? joined->length : SAMPLE;
    uint64_t hash = df_hash_byte(DF_HASH_START, (unsigned char)joined->length);
    for (size_t i = 0; i < sample; i++) hash = df_hash_byte(hash, (unsigned char)joined->bytes[i]);
    for (size_t i = sample == SAMPLE ? SAMPLE : 0; i > 0; i--) {
        hash = df_hash_byte(hash, (unsigned char)joined->bytes[joined->length - i]);
    }
    if (!repeated && state->counted == 0) return boundary_by_chance(hash);
    hash ^= hash >> 29;
    const bool ends = hash % COUNT_TARGET == 0 && !repeated;
    state->counted = ends ? 0 : (uint16_t)(state->counted % PART_TARGET + 1);
    if (ends || state->counted == PART_TARGET) return BOUNDARY_PART;
    return state->counted % GROUP_TARGET == 0 ? BOUNDARY_GROUP : BOUNDARY_NONE;
}

/* What the arguments of an instruction begin with. */
static Area first_area(uint8_t keyword) {
    switch (keyword) {
        case DF_FROM: return AREA_IMAGE;
        case DF_ENV:
        case DF_LABEL:
        case DF_ARG: return AREA_KEY;
        case DF_COPY:
        case DF_ADD:
        case DF_VOLUME: return AREA_WORD;
        case DF_EXPOSE: return AREA_PORT;
        default: return AREA_LINE;
    }
}

/* At the first character of an instruction, or of the trigger of an ONBUILD. */
static bool scan_keyword(Cursor *cursor) {
    Scanner *scanner = cursor->scanner;
    State *state = &scanner->state;
    const uint32_t base = cursor->offset;
    const bool trigger = state->place != PLACE_BETWEEN;
    const bool single = read_joined_line(cursor, state->escape);
    const df_buffer *joined = &scanner->joined;
    const char *text = joined->bytes == NULL ? "" : joined->bytes;
    const df_command command = df_split_command(text, joined->length, state->escape);
    if (!trigger) {
        df_find_heredocs(text, joined->length, state->escape, &scanner->found);
        remember_heredocs(state, &scanner->found);
        state->directives.parser = false;
        state->directives.frontend = false;
        state->directives.shebang = false;
        state->line_open = true;
        const bool repeated = single && state->heredocs == 0 && next_line_equals(cursor, joined);
        state->boundary = (uint8_t)boundary_behind(state, joined, repeated);
    }
    state->exec_at = 0;
    if (df_exec_form(text, &command) == DF_JSON_STRINGS) {
        size_t at = command.rest_offset;
        const size_t end = at + command.rest_length;
        if (command.keyword == DF_HEALTHCHECK) at += df_skip_health_type(text + at, end - at);
        state->exec_at = base + (uint32_t)(at + df_skip_space(text + at, end - at));
    }
    state->place = PLACE_TEXT;
    state->keyword = (uint8_t)command.keyword;
    state->area = (uint8_t)first_area(state->keyword);
    state->onbuild = (uint8_t)(state->onbuild + (command.keyword == DF_ONBUILD ? 1 : 0));
    return accept(cursor, command.keyword);
}

#endif
