/* Bytes, UTF-8 and white space as Go's standard library sees them; a growable buffer.
 * Part of reading.h: include that. Plain C11 that is valid C++20 too; nothing here keeps state. */
#ifndef DOCKERFILE_READING_TEXT_H
#define DOCKERFILE_READING_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "unicode.h"

enum { DF_END = -1, DF_REPLACEMENT = 0xFFFD, DF_BYTE_ORDER_MARK = 0xFEFF };

/* ---- growable buffer ---- */

/* Bytes that grow. Zero-initialise (`df_buffer buffer = {0}` in C, `df_buffer buffer{}` in C++) and give
 * back with df_buffer_free. When memory runs out bytes are dropped and `failed` is set. */
typedef struct df_buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    bool failed;
} df_buffer;

static inline void df_buffer_free(df_buffer *buffer) {
    free(buffer->bytes);
    buffer->bytes = NULL;
    buffer->length = 0;
    buffer->capacity = 0;
    buffer->failed = false;
}

/* Forgets the bytes, keeps the memory. */
static inline void df_buffer_clear(df_buffer *buffer) {
    buffer->length = 0;
    buffer->failed = false;
}

static inline bool df_buffer_reserve(df_buffer *buffer, size_t more) {
    if (buffer->capacity - buffer->length >= more) return true;
    size_t capacity = buffer->capacity < 128 ? 256 : buffer->capacity * 2;
    while (capacity - buffer->length < more) capacity *= 2;
    char *bytes = (char *)realloc(buffer->bytes, capacity);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

static inline void df_buffer_append(df_buffer *buffer, const char *bytes, size_t length) {
    if (length == 0 || !df_buffer_reserve(buffer, length)) return;
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

/* ---- UTF-8 ---- */

/* The rune at the start of `text`, as utf8.DecodeRune: a bad byte is U+FFFD of width 1, the empty text DF_END of width 0. */
static inline int32_t df_decode(const char *text, size_t length, size_t *width) {
    *width = 0;
    if (length == 0) return DF_END;
    const unsigned char *s = (const unsigned char *)text;
    *width = 1;
    if (s[0] < 0x80) return s[0];
    if (s[0] < 0xC2 || s[0] > 0xF4) return DF_REPLACEMENT;
    const size_t size = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (length < size) return DF_REPLACEMENT;
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xC0) != 0x80) return DF_REPLACEMENT;
    }
    int32_t rune = s[0] & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07);
    for (size_t i = 1; i < size; i++) rune = (rune << 6) | (s[i] & 0x3F);
    const bool overlong = (size == 3 && rune < 0x800) || (size == 4 && rune < 0x10000);
    if (overlong || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) return DF_REPLACEMENT;
    *width = size;
    return rune;
}

/* Appends a rune as UTF-8; what is no rune becomes U+FFFD. */
static inline void df_buffer_append_rune(df_buffer *buffer, int32_t rune) {
    if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) rune = DF_REPLACEMENT;
    char bytes[4];
    if (rune < 0x80) {
        bytes[0] = (char)rune;
        df_buffer_append(buffer, bytes, 1);
        return;
    }
    const size_t size = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    const int lead = size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0;
    int32_t rest = rune;
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (rest & 0x3F));
        rest >>= 6;
    }
    bytes[0] = (char)(lead | rest);
    df_buffer_append(buffer, bytes, size);
}

static inline bool df_in_ranges(const uint32_t (*ranges)[2], size_t count, uint32_t rune) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rune > ranges[middle][1]) {
            low = middle + 1;
        } else if (rune < ranges[middle][0]) {
            high = middle;
        } else {
            return true;
        }
    }
    return false;
}

/* Go's unicode.IsSpace. */
static inline bool df_is_space(int32_t rune) {
    if (rune < 0x80) return rune == ' ' || (rune >= '\t' && rune <= '\r');
    return rune == 0x85 || rune == 0xA0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 ||
           rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

/* Go's unicode.IsLetter. */
static inline bool df_is_letter(int32_t rune) {
    if (rune < 0x80) return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
    return df_in_ranges(df_letter_ranges, sizeof df_letter_ranges / sizeof df_letter_ranges[0], (uint32_t)rune);
}

/* Go's unicode.IsDigit. */
static inline bool df_is_digit(int32_t rune) {
    if (rune < 0x80) return rune >= '0' && rune <= '9';
    return df_in_ranges(df_digit_ranges, sizeof df_digit_ranges / sizeof df_digit_ranges[0], (uint32_t)rune);
}

/* Characters that separate a keyword from its arguments and the words of FROM, EXPOSE, COPY, ADD and VOLUME. */
static inline bool df_is_separator(int32_t rune) {
    return rune == ' ' || rune == '\t' || rune == '\v' || rune == '\f' || rune == '\r';
}

/* Lower case as far as it can turn a character into one of a keyword: ASCII, and the two characters beyond it
 * that Go's unicode.ToLower maps into ASCII (the Kelvin sign and the dotted capital I). */
static inline int32_t df_to_lower(int32_t rune) {
    if (rune >= 'A' && rune <= 'Z') return rune + ('a' - 'A');
    if (rune == 0x212A) return 'k';
    if (rune == 0x130) return 'i';
    return rune;
}

/* Offset of the first rune that is not white space; `length` if there is none. */
static inline size_t df_skip_space(const char *text, size_t length) {
    size_t at = 0;
    while (at < length) {
        size_t width = 0;
        if (!df_is_space(df_decode(text + at, length - at, &width))) break;
        at += width;
    }
    return at;
}

/* Length without the white space at the end. */
static inline size_t df_trim_end(const char *text, size_t length) {
    while (length > 0) {
        size_t start = length - 1;
        while (start > 0 && length - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80) start--;
        size_t width = 0;
        const int32_t rune = df_decode(text + start, length - start, &width);
        if (width != length - start || !df_is_space(rune)) break;
        length = start;
    }
    return length;
}

#endif
