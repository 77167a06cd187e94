/* The heredocs a joined line starts, as BuildKit's heredocsFromLine and heredocFromMatch find them.
 * Part of reading.h: include that. */
#ifndef DOCKERFILE_READING_HEREDOC_H
#define DOCKERFILE_READING_HEREDOC_H

#include "reading_lexer.h"

/* One `<<NAME`. */
typedef struct df_heredoc {
    size_t word_offset; /* its word in the joined line, file descriptor, quotes and all */
    size_t word_length;
    size_t name_offset; /* its name, without quotes and escapes, in df_heredocs::names */
    size_t name_length;
    uint64_t fd; /* 0 when not given; the largest value when it does not fit */
    bool chomp;  /* `<<-`: leading tabs are cut from the end marker and the body */
    bool expand; /* no quotes in the name: variables of the body count (in ADD and COPY) */
} df_heredoc;

/* The heredocs of one line in order. Zero-initialise, give back with df_heredocs_free.
 * `error` is set when BuildKit refuses the line because a heredoc's name cannot be read; `error_word` is what it
 * then quotes in its message. There are no heredocs in that case. */
typedef struct df_heredocs {
    df_heredoc *items;
    size_t count;
    size_t capacity;
    df_buffer names;
    df_lex_error error;
    df_buffer error_word;
} df_heredocs;

static inline void df_heredocs_free(df_heredocs *heredocs) {
    free(heredocs->items);
    df_buffer_free(&heredocs->names);
    df_buffer_free(&heredocs->error_word);
    memset(heredocs, 0, sizeof *heredocs);
}

static inline void df_heredocs_clear(df_heredocs *heredocs) {
    heredocs->count = 0;
    heredocs->error = DF_LEX_OK;
    df_buffer_clear(&heredocs->names);
    df_buffer_clear(&heredocs->error_word);
}

static inline bool df_heredocs_add(df_heredocs *heredocs, df_heredoc heredoc) {
    if (heredocs->count == heredocs->capacity) {
        const size_t capacity = heredocs->capacity == 0 ? 8 : heredocs->capacity * 2;
        df_heredoc *items = (df_heredoc *)realloc(heredocs->items, capacity * sizeof(df_heredoc));
        if (items == NULL) return false;
        heredocs->items = items;
        heredocs->capacity = capacity;
    }
    heredocs->items[heredocs->count++] = heredoc;
    return true;
}

/* Words in a finished lexer, and quote characters in the first of them. */
static inline size_t df_count_words(const df_lexer *lexer, size_t *quotes) {
    size_t words = 0;
    *quotes = 0;
    for (size_t i = 0; i < lexer->words.count; i++) {
        const int32_t rune = lexer->words.items[i].rune;
        if (rune == DF_END) words++;
        if (words == 0 && (rune == '\'' || rune == '"')) ++*quotes;
    }
    return words;
}

/* Reads the name of a heredoc out of `rest`, the word after `<<` or `<<-` and blanks. False: no heredoc, or an error. */
static inline bool df_read_heredoc_name(const df_buffer *rest, df_heredocs *heredocs, df_heredoc *heredoc) {
    if (rest->length == 0) return false;
    df_lexer plain;
    df_lexer raw;
    size_t quotes = 0;
    size_t raw_quotes = 0;
    bool well = df_lex_words(&plain, rest->bytes, rest->length, false, false);
    df_lex_error error = plain.error;
    const bool single = well && df_count_words(&plain, &quotes) == 1;
    if (single) {
        well = df_lex_words(&raw, rest->bytes, rest->length, true, false);
        error = raw.error;
        if (well && df_count_words(&raw, &raw_quotes) != 1) error = DF_LEX_INCONSISTENT;
        df_lexer_free(&raw);
    }
    if (error != DF_LEX_OK) {
        heredocs->error = error;
        df_buffer_append(&heredocs->error_word, rest->bytes, rest->length);
    } else if (single) {
        heredoc->name_offset = heredocs->names.length;
        for (size_t i = 0; plain.words.items[i].rune != DF_END; i++) {
            df_buffer_append_rune(&heredocs->names, plain.words.items[i].rune);
        }
        heredoc->name_length = heredocs->names.length - heredoc->name_offset;
        heredoc->expand = quotes == raw_quotes;
    }
    df_lexer_free(&plain);
    return single && error == DF_LEX_OK && !heredocs->names.failed;
}

/* Matches one word against `^(\d*)<<(-?)\s*([^<]*)$` and adds the heredoc it is, if it is one. */
static inline void df_match_heredoc(const df_cell *word, size_t count, df_buffer *rest, df_heredocs *heredocs) {
    df_heredoc heredoc;
    memset(&heredoc, 0, sizeof heredoc);
    size_t at = 0;
    for (; at < count && word[at].rune >= '0' && word[at].rune <= '9'; at++) {
        const uint64_t digit = (uint64_t)(word[at].rune - '0');
        const bool fits = heredoc.fd <= (UINT64_MAX - digit) / 10;
        heredoc.fd = fits ? heredoc.fd * 10 + digit : UINT64_MAX;
    }
    if (count - at < 2 || word[at].rune != '<' || word[at + 1].rune != '<') return;
    at += 2;
    if (at < count && word[at].rune == '-') {
        heredoc.chomp = true;
        at++;
    }
    while (at < count && (word[at].rune == ' ' || word[at].rune == '\t' || word[at].rune == '\f' || word[at].rune == '\r')) at++;
    df_buffer_clear(rest);
    for (; at < count; at++) {
        if (word[at].rune == '<') return;
        df_buffer_append_rune(rest, word[at].rune);
    }
    heredoc.word_offset = word[0].start;
    heredoc.word_length = word[count - 1].end - word[0].start;
    if (rest->failed || !df_read_heredoc_name(rest, heredocs, &heredoc)) return;
    (void)df_heredocs_add(heredocs, heredoc);
}

/* Fills `heredocs` from a joined line of an instruction that may have heredocs (df_find_heredocs knows which may).
 * A line the lexer cannot read has none. */
static inline void df_heredocs_of_line(const char *joined, size_t length, df_heredocs *heredocs) {
    df_heredocs_clear(heredocs);
    bool doubled = false;
    for (size_t i = 0; i + 1 < length && !doubled; i++) doubled = joined[i] == '<' && joined[i + 1] == '<';
    if (!doubled) return;
    df_lexer lexer;
    df_buffer rest = {NULL, 0, 0, false};
    if (df_lex_words(&lexer, joined, length, true, true)) {
        size_t start = 0;
        for (size_t i = 0; i < lexer.words.count && heredocs->error == DF_LEX_OK; i++) {
            if (lexer.words.items[i].rune != DF_END) continue;
            df_match_heredoc(lexer.words.items + start, i - start, &rest, heredocs);
            start = i + 1;
        }
    }
    if (heredocs->error != DF_LEX_OK) heredocs->count = 0;
    df_buffer_free(&rest);
    df_lexer_free(&lexer);
}

/* 64 bits that stand for a heredoc's name (FNV-1a); start with DF_HASH_START, add byte by byte. */
#define DF_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t df_hash_byte(uint64_t hash, unsigned char byte) { return (hash ^ byte) * UINT64_C(0x100000001b3); }

/* Is this line (its line end may be there or not) the end marker? */
static inline bool df_is_heredoc_end(const char *line, size_t length, const char *name, size_t name_length, bool chomp) {
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
    while (chomp && length > 0 && line[0] == '\t') {
        line++;
        length--;
    }
    return length == name_length && memcmp(line, name, length) == 0;
}

#endif
