/* The external tokens, in the order of grammar.js, and the areas of an instruction's head. Part of scanner.c. */
#ifndef DOCKERFILE_TOKENS_H
#define DOCKERFILE_TOKENS_H

#include "reading.h"

/* The first tokens are the keywords in the order of df_keyword. */
typedef enum Token {
    COMMENT = DF_UNKNOWN + 1,
    LINE_END,
    GROUP_END,
    PART_END,
    DIRECTIVE_MARK,
    DIRECTIVE_NAME,
    DIRECTIVE_EQUALS,
    DIRECTIVE_VALUE,
    LINE_CONTINUATION,
    BLANK_LINES,
    END_OF_HEAD,
    END_OF_INSTRUCTION,
    HEREDOC_START,
    HEREDOC_BODY,
    HEREDOC_END,
    LAST_HEREDOC_END,
    SHELL_TEXT,
    LAST_SHELL_TEXT,
    TEXT,
    WORD_END,
    UNCLOSED,
    FLAG_MARK,
    FLAGS_END,
    FLAG_NAME,
    MOUNT_EQUALS,
    EQUALS,
    COMMA,
    COLON,
    AT,
    SLASH,
    IMAGE_REGISTRY,
    AS,
    OLD_SEPARATOR,
    DOLLAR,
    EXPANSION_OPEN,
    EXPANSION_CLOSE,
    VARIABLE_NAME,
    OPERATOR,
    DOUBLE_QUOTE_OPEN,
    DOUBLE_QUOTE_CLOSE,
    SINGLE_QUOTE_OPEN,
    SINGLE_QUOTE_CLOSE,
    ESCAPE_SEQUENCE,
    ARRAY_OPEN,
    ARRAY_CLOSE,
    HEALTHCHECK_TYPE,
    ERROR_RECOVERY
} Token;

/* What the scanner reads at the moment: decides what ends a word and which characters are punctuation. */
typedef enum Area {
    AREA_LINE,   /* the rest of the line is one argument */
    AREA_FLAG,   /* `--name=value` */
    AREA_MOUNT,  /* `--mount=key=value,…` */
    AREA_KEY,    /* before the `=` of a pair */
    AREA_VALUE,  /* behind it */
    AREA_WORD,   /* words split at white space whatever the quotes */
    AREA_IMAGE,  /* the same, FROM's image up to its tag */
    AREA_TAG,    /* … up to its digest */
    AREA_DIGEST, /* … to its end */
    AREA_PORT,   /* the same, EXPOSE */
    AREA_ARRAY,  /* the exec form */
    AREA_HEREDOC /* behind a `<<NAME`: the word ends here whatever comes */
} Area;

#endif
