/* BuildKit's word lexer (frontend/dockerfile/shell/lex.go) as its parser runs it to find heredocs: escape `\`, no
 * variable known, quirks included. Part of reading.h: include that. */
#ifndef DOCKERFILE_READING_LEXER_H
#define DOCKERFILE_READING_LEXER_H

#include "reading_text.h"

/* Why the lexer gave up. */
typedef enum df_lex_error {
    DF_LEX_OK,
    DF_LEX_OPEN_SINGLE_QUOTE,
    DF_LEX_OPEN_DOUBLE_QUOTE,
    DF_LEX_MISSING_BRACE,
    DF_LEX_MISSING_SLASH,
    DF_LEX_BAD_SUBSTITUTION,
    DF_LEX_UNSUPPORTED_MODIFIER,
    DF_LEX_OPEN_WORD,     /* the text ended inside a word that had to end at a certain character */
    DF_LEX_INCONSISTENT,  /* a heredoc's name has another number of words with quotes than without */
    DF_LEX_TOO_DEEP       /* nested deeper than DF_LEX_MAX_DEPTH, or out of memory; BuildKit has no such limit */
} df_lex_error;

enum { DF_LEX_MAX_DEPTH = 256 };

/* A rune of a word and the bytes of the line it came from. */
typedef struct df_cell {
    int32_t rune;
    uint32_t start;
    uint32_t end;
} df_cell;

typedef struct df_cells {
    df_cell *items;
    size_t count;
    size_t capacity;
} df_cells;

typedef struct df_lexer {
    const char *text;
    size_t length;
    size_t at;
    bool raw_quotes;
    bool raw_escapes;
    int depth;
    df_lex_error error;
    df_cells word;  /* the one word buffer, shared by nested runs as BuildKit shares it: a nested run empties it */
    df_cells words; /* finished words one after the other, each followed by a cell with rune DF_END */
} df_lexer;

static inline void df_cells_add(df_lexer *lexer, df_cells *cells, df_cell cell) {
    if (cells->count == cells->capacity) {
        const size_t capacity = cells->capacity == 0 ? 64 : cells->capacity * 2;
        df_cell *items = (df_cell *)realloc(cells->items, capacity * sizeof(df_cell));
        if (items == NULL) {
            lexer->error = DF_LEX_TOO_DEEP;
            return;
        }
        cells->items = items;
        cells->capacity = capacity;
    }
    cells->items[cells->count++] = cell;
}

static inline void df_lexer_free(df_lexer *lexer) {
    free(lexer->word.items);
    free(lexer->words.items);
}

static inline int32_t df_lexer_peek(const df_lexer *lexer) {
    size_t width = 0;
    return df_decode(lexer->text + lexer->at, lexer->length - lexer->at, &width);
}

static inline df_cell df_lexer_next(df_lexer *lexer) {
    size_t width = 0;
    df_cell cell;
    cell.rune = df_decode(lexer->text + lexer->at, lexer->length - lexer->at, &width);
    cell.start = (uint32_t)lexer->at;
    lexer->at += width;
    cell.end = (uint32_t)lexer->at;
    return cell;
}

static inline bool df_lexer_fail(df_lexer *lexer, df_lex_error error) {
    if (lexer->error != DF_LEX_TOO_DEEP) lexer->error = error;
    return false;
}

static inline bool df_lex_until(df_lexer *lexer, int32_t stop, bool raw_escapes, df_cells *result, bool keep_words);

static inline bool df_lex_single_quote(df_lexer *lexer, df_cells *result) {
    const df_cell open = df_lexer_next(lexer);
    if (lexer->raw_quotes) df_cells_add(lexer, result, open);
    for (;;) {
        const df_cell cell = df_lexer_next(lexer);
        if (cell.rune == DF_END) return df_lexer_fail(lexer, DF_LEX_OPEN_SINGLE_QUOTE);
        if (cell.rune != '\'' || lexer->raw_quotes) df_cells_add(lexer, result, cell);
        if (cell.rune == '\'') return true;
    }
}

/* Reads the name after `$` or `${`; it may be empty. */
static inline void df_lex_name(df_lexer *lexer, df_cells *result) {
    const int32_t first = df_lexer_peek(lexer);
    if (df_is_digit(first)) {
        while (df_is_digit(df_lexer_peek(lexer))) df_cells_add(lexer, result, df_lexer_next(lexer));
        return;
    }
    if (first > 0 && first < 0x80 && strchr("@*#?-$!", first) != NULL) {
        df_cells_add(lexer, result, df_lexer_next(lexer));
        return;
    }
    for (;;) {
        const int32_t rune = df_lexer_peek(lexer);
        if (!df_is_letter(rune) && !df_is_digit(rune) && rune != '_') return;
        df_cells_add(lexer, result, df_lexer_next(lexer));
    }
}

/* A nested run that ends at `stop`; at the end of the text the error is the caller's `missing`. */
static inline bool df_lex_nested(df_lexer *lexer, int32_t stop, bool raw_escapes, df_lex_error missing, df_cells *result) {
    if (df_lex_until(lexer, stop, raw_escapes, result, false)) return true;
    return df_lexer_peek(lexer) == DF_END ? df_lexer_fail(lexer, missing) : false;
}

/* Adds the character that ended a nested run, which was just read over. */
static inline void df_lex_add_last(df_lexer *lexer, df_cells *result, int32_t rune) {
    const df_cell cell = {rune, (uint32_t)(lexer->at - 1), (uint32_t)lexer->at};
    df_cells_add(lexer, result, cell);
}

/* `/p/r}` and `//p/r}` after a name. The second slash of `//` is not kept. */
static inline bool df_lex_replacement(df_lexer *lexer, df_cells *result) {
    if (df_lexer_peek(lexer) == '/') (void)df_lexer_next(lexer);
    if (!df_lex_nested(lexer, '/', true, DF_LEX_MISSING_SLASH, result)) return false;
    df_lex_add_last(lexer, result, '/');
    if (!df_lex_nested(lexer, '}', true, DF_LEX_MISSING_BRACE, result)) return false;
    df_lex_add_last(lexer, result, '}');
    return true;
}

/* What stands after `${`. No variable is known, so the whole form is kept as it is. */
static inline bool df_lex_braces(df_lexer *lexer, df_cells *result) {
    df_cells_add(lexer, result, df_lexer_next(lexer));
    const int32_t first = df_lexer_peek(lexer);
    if (first == DF_END) return df_lexer_fail(lexer, DF_LEX_MISSING_BRACE);
    if (first == '{' || first == '}' || first == ':') return df_lexer_fail(lexer, DF_LEX_BAD_SUBSTITUTION);
    df_lex_name(lexer, result);
    df_cell modifier = df_lexer_next(lexer);
    if (modifier.rune == DF_END) return df_lexer_fail(lexer, DF_LEX_UNSUPPORTED_MODIFIER);
    df_cells_add(lexer, result, modifier);
    bool raw_escapes = modifier.rune == '#' || modifier.rune == '%';
    switch (modifier.rune) {
        case '}': return true;
        case '/': return df_lex_replacement(lexer, result);
        case ':':
            modifier = df_lexer_next(lexer);
            if (modifier.rune == '#' || modifier.rune == '%') return df_lexer_fail(lexer, DF_LEX_UNSUPPORTED_MODIFIER);
            raw_escapes = false;
            df_cells_add(lexer, result, modifier);
            break;
        case '+':
        case '-':
        case '?':
        case '#':
        case '%': break;
        default: return df_lexer_fail(lexer, DF_LEX_UNSUPPORTED_MODIFIER);
    }
    if (!df_lex_nested(lexer, '}', raw_escapes, DF_LEX_MISSING_BRACE, result)) return false;
    df_lex_add_last(lexer, result, '}');
    return true;
}

static inline bool df_lex_dollar(df_lexer *lexer, df_cells *result) {
    df_cells_add(lexer, result, df_lexer_next(lexer));
    if (df_lexer_peek(lexer) == '{') return df_lex_braces(lexer, result);
    df_lex_name(lexer, result);
    return true;
}

static inline bool df_lex_double_quote(df_lexer *lexer, df_cells *result) {
    const df_cell open = df_lexer_next(lexer);
    if (lexer->raw_quotes) df_cells_add(lexer, result, open);
    for (;;) {
        const int32_t ahead = df_lexer_peek(lexer);
        if (ahead == DF_END) return df_lexer_fail(lexer, DF_LEX_OPEN_DOUBLE_QUOTE);
        if (ahead == '$') {
            if (!df_lex_dollar(lexer, result)) return false;
            continue;
        }
        df_cell cell = df_lexer_next(lexer);
        if (ahead == '"') {
            if (lexer->raw_quotes) df_cells_add(lexer, result, cell);
            return true;
        }
        if (ahead == '\\') {
            /* With escapes kept, one that escapes nothing is written twice. That is BuildKit's doing. */
            if (lexer->raw_escapes) df_cells_add(lexer, result, cell);
            const int32_t escaped = df_lexer_peek(lexer);
            if (escaped == DF_END) continue;
            if (escaped == '"' || escaped == '$' || escaped == '\\') cell = df_lexer_next(lexer);
        }
        df_cells_add(lexer, result, cell);
    }
}

/* `<<` swallows the blanks after it into the same word. */
static inline void df_lex_less(df_lexer *lexer, df_cells *result) {
    df_cells_add(lexer, result, df_lexer_next(lexer));
    if (df_lexer_peek(lexer) != '<') return;
    do {
        df_cells_add(lexer, result, df_lexer_next(lexer));
    } while (df_lexer_peek(lexer) == ' ' || df_lexer_peek(lexer) == '\t' || df_lexer_peek(lexer) == '\r');
}

static inline void df_lex_end_word(df_lexer *lexer, bool *in_word, bool keep_words) {
    if (lexer->word.count == 0) return;
    if (keep_words) {
        const df_cell mark = {DF_END, 0, 0};
        for (size_t i = 0; i < lexer->word.count; i++) df_cells_add(lexer, &lexer->words, lexer->word.items[i]);
        df_cells_add(lexer, &lexer->words, mark);
    }
    lexer->word.count = 0;
    *in_word = false;
}

/* Adds a rune to the word; white space ends the word instead. */
static inline void df_lex_add_split(df_lexer *lexer, df_cell cell, bool *in_word, bool keep_words) {
    if (!df_is_space(cell.rune)) {
        df_cells_add(lexer, &lexer->word, cell);
        *in_word = true;
    } else if (*in_word) {
        df_lex_end_word(lexer, in_word, keep_words);
    }
}

/* One of the characters with a meaning of their own: quote, dollar, less-than. */
static inline bool df_lex_special(df_lexer *lexer, int32_t rune, df_cells *result, bool *in_word, bool keep_words) {
    const size_t before = result->count;
    bool well = true;
    switch (rune) {
        case '\'': well = df_lex_single_quote(lexer, result); break;
        case '"': well = df_lex_double_quote(lexer, result); break;
        case '$': well = df_lex_dollar(lexer, result); break;
        default: df_lex_less(lexer, result); break;
    }
    if (!well) return false;
    for (size_t i = before; i < result->count; i++) {
        if (rune == '$') {
            df_lex_add_split(lexer, result->items[i], in_word, keep_words);
        } else {
            df_cells_add(lexer, &lexer->word, result->items[i]);
        }
    }
    if (rune != '$') *in_word = true;
    return true;
}

/* Reads up to `stop` (DF_END: to the end); appends what was read to `result`. BuildKit's processStopOn. */
static inline bool df_lex_until(df_lexer *lexer, int32_t stop, bool raw_escapes, df_cells *result, bool keep_words) {
    if (lexer->depth >= DF_LEX_MAX_DEPTH) return df_lexer_fail(lexer, DF_LEX_TOO_DEEP);
    const bool outer_escapes = lexer->raw_escapes;
    lexer->raw_escapes = raw_escapes;
    lexer->depth++;
    lexer->word.count = 0;
    bool in_word = false;
    bool well = stop == DF_END;
    int32_t rune;
    while ((rune = df_lexer_peek(lexer)) != DF_END) {
        if (rune == stop) {
            (void)df_lexer_next(lexer);
            well = true;
            break;
        }
        if (rune == '\'' || rune == '"' || rune == '$' || rune == '<') {
            if (df_lex_special(lexer, rune, result, &in_word, keep_words)) continue;
            lexer->depth--;
            lexer->raw_escapes = outer_escapes;
            return false;
        }
        df_cell cell = df_lexer_next(lexer);
        if (rune != '\\') {
            df_lex_add_split(lexer, cell, &in_word, keep_words);
            df_cells_add(lexer, result, cell);
            continue;
        }
        for (int part = lexer->raw_escapes ? 0 : 1; part < 2; part++) {
            if (part == 1) cell = df_lexer_next(lexer);
            if (cell.rune == DF_END) break;
            df_cells_add(lexer, &lexer->word, cell);
            df_cells_add(lexer, result, cell);
            in_word = true;
        }
    }
    df_lex_end_word(lexer, &in_word, keep_words);
    lexer->depth--;
    lexer->raw_escapes = outer_escapes;
    return well ? lexer->error == DF_LEX_OK : df_lexer_fail(lexer, DF_LEX_OPEN_WORD);
}

/* Cuts a text into words with escape `\` and no variable known. Free the lexer afterwards in any case. */
static inline bool df_lex_words(df_lexer *lexer, const char *text, size_t length, bool raw_quotes, bool raw_escapes) {
    memset(lexer, 0, sizeof *lexer);
    lexer->text = text;
    lexer->length = length;
    lexer->raw_quotes = raw_quotes;
    lexer->raw_escapes = raw_escapes;
    if (length >= UINT32_MAX) return df_lexer_fail(lexer, DF_LEX_TOO_DEEP);
    if (df_lexer_peek(lexer) == DF_BYTE_ORDER_MARK) lexer->at = 3;
    df_cells result = {NULL, 0, 0};
    const bool well = df_lex_until(lexer, DF_END, raw_escapes, &result, true);
    free(result.items);
    return well;
}

#endif
