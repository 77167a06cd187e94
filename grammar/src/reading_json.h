/* Is a text a JSON array, and of strings only? The question BuildKit asks Go's encoding/json.
 * Part of reading.h: include that. */
#ifndef DOCKERFILE_READING_JSON_H
#define DOCKERFILE_READING_JSON_H

#include "reading_text.h"

typedef enum df_json {
    DF_JSON_NONE,    /* not one valid JSON array: the other form of the instruction */
    DF_JSON_STRINGS, /* the exec form; `[]` too */
    DF_JSON_MIXED    /* valid, but with an element that is no string: BuildKit refuses the line */
} df_json;

enum { DF_JSON_MAX_DEPTH = 10000 };

typedef struct df_json_reader {
    const char *text;
    size_t length;
    size_t at;
} df_json_reader;

static inline int df_json_peek(const df_json_reader *reader) {
    return reader->at < reader->length ? (int)(unsigned char)reader->text[reader->at] : (int)DF_END;
}

static inline void df_json_blanks(df_json_reader *reader) {
    for (;;) {
        const int c = df_json_peek(reader);
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return;
        reader->at++;
    }
}

static inline bool df_json_digits(df_json_reader *reader) {
    const size_t start = reader->at;
    while (df_json_peek(reader) >= '0' && df_json_peek(reader) <= '9') reader->at++;
    return reader->at > start;
}

/* Go refuses a number that overflows a double, so that array is read in the other form. */
static inline bool df_json_fits_double(const char *text, size_t length) {
    char stack[64];
    char *copy = length < sizeof stack ? stack : (char *)malloc(length + 1);
    if (copy == NULL) return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    const double value = strtod(copy, NULL);
    if (copy != stack) free(copy);
    return value < 1e308 * 10 && value > -1e308 * 10;
}

static inline bool df_json_number(df_json_reader *reader) {
    const size_t start = reader->at;
    if (df_json_peek(reader) == '-') reader->at++;
    if (df_json_peek(reader) == '0') {
        reader->at++;
    } else if (!df_json_digits(reader)) {
        return false;
    }
    if (df_json_peek(reader) == '.') {
        reader->at++;
        if (!df_json_digits(reader)) return false;
    }
    if (df_json_peek(reader) == 'e' || df_json_peek(reader) == 'E') {
        reader->at++;
        if (df_json_peek(reader) == '+' || df_json_peek(reader) == '-') reader->at++;
        if (!df_json_digits(reader)) return false;
    }
    return df_json_fits_double(reader->text + start, reader->at - start);
}

static inline bool df_json_word(df_json_reader *reader, const char *word) {
    const size_t size = strlen(word);
    if (reader->length - reader->at < size || memcmp(reader->text + reader->at, word, size) != 0) return false;
    reader->at += size;
    return true;
}

static inline bool df_json_is_hex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Reads a string that begins at the reader's place; bytes that are no UTF-8 are allowed, control characters are not. */
static inline bool df_json_string(df_json_reader *reader) {
    reader->at++;
    for (;;) {
        int c = df_json_peek(reader);
        if (c == DF_END || c < 0x20) return false;
        reader->at++;
        if (c == '"') return true;
        if (c != '\\') continue;
        c = df_json_peek(reader);
        if (c == DF_END || c == 0 || strchr("\"\\/bfnrtu", c) == NULL) return false;
        reader->at++;
        for (int digits = c == 'u' ? 4 : 0; digits > 0; digits--) {
            if (!df_json_is_hex(df_json_peek(reader))) return false;
            reader->at++;
        }
    }
}

static inline bool df_json_scalar(df_json_reader *reader) {
    switch (df_json_peek(reader)) {
        case '"': return df_json_string(reader);
        case 't': return df_json_word(reader, "true");
        case 'f': return df_json_word(reader, "false");
        case 'n': return df_json_word(reader, "null");
        default: return df_json_number(reader);
    }
}

/* Reads `"key" :` of an object. */
static inline bool df_json_key(df_json_reader *reader) {
    df_json_blanks(reader);
    if (df_json_peek(reader) != '"' || !df_json_string(reader)) return false;
    df_json_blanks(reader);
    if (df_json_peek(reader) != ':') return false;
    reader->at++;
    return true;
}

/* Closes what ends after a value; false when the text is wrong there. `open` holds one bracket a level. */
static inline bool df_json_after_value(df_json_reader *reader, df_buffer *open) {
    while (open->length > 0) {
        df_json_blanks(reader);
        const char bracket = open->bytes[open->length - 1];
        const int c = df_json_peek(reader);
        if (c == ',') {
            reader->at++;
            return bracket == '[' || df_json_key(reader);
        }
        if (c != (bracket == '[' ? ']' : '}')) return false;
        reader->at++;
        open->length--;
    }
    return true;
}

static inline df_json df_json_read(df_json_reader *reader, df_buffer *open) {
    df_json found = DF_JSON_STRINGS;
    bool empty_allowed = true;
    df_buffer_append(open, "[", 1);
    reader->at++;
    while (open->length > 0) {
        df_json_blanks(reader);
        const int c = df_json_peek(reader);
        const bool closes = empty_allowed && c == ']' && open->bytes[open->length - 1] == '[';
        empty_allowed = false;
        if (!closes) {
            if (c != '"') found = DF_JSON_MIXED;
            if (c == '[' || c == '{') {
                if (open->length >= DF_JSON_MAX_DEPTH || !df_buffer_reserve(open, 1)) return DF_JSON_NONE;
                const char bracket = (char)c;
                reader->at++;
                df_json_blanks(reader);
                df_buffer_append(open, &bracket, 1);
                if (c == '[') {
                    empty_allowed = true;
                    continue;
                }
                if (df_json_peek(reader) != '}') {
                    if (!df_json_key(reader)) return DF_JSON_NONE;
                    continue;
                }
            } else if (!df_json_scalar(reader)) {
                return DF_JSON_NONE;
            }
        }
        if (!df_json_after_value(reader, open)) return DF_JSON_NONE;
    }
    df_json_blanks(reader);
    return reader->at == reader->length ? found : DF_JSON_NONE;
}

/* What `rest` is to an instruction that has an exec form: arguments after keyword and flags, trimmed at its end
 * (white space before `[` is skipped here, as BuildKit's parseJSON does). */
static inline df_json df_json_kind(const char *rest, size_t length) {
    const size_t start = df_skip_space(rest, length);
    if (start == length || rest[start] != '[') return DF_JSON_NONE;
    df_json_reader reader = {rest + start, length - start, 0};
    df_buffer open = {NULL, 0, 0, false};
    const df_json found = df_json_read(&reader, &open);
    const bool failed = open.failed;
    df_buffer_free(&open);
    return failed ? DF_JSON_NONE : found;
}

#endif
