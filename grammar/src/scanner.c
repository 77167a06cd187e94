/* The scanner behind the grammar. A Dockerfile's lines depend on each other in ways no grammar can say: the escape
 * character is set by a directive, a continuation drops comments and blank lines, a heredoc's body is found by a word
 * lexer that sees the whole joined line. So the scanner makes every token; the grammar only gives them a shape. */
#include "scan_words.h"

/* Behind a line between instructions: takes its line end. The last line of the file ends the last part. */
static bool scan_line_end(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    mark(cursor);
    while (!at_line_end(cursor) && df_is_space(next(cursor))) cursor->lexer->advance(cursor->lexer, true);
    if (next(cursor) == '\n') {
        pass(cursor);
        mark(cursor);
        state->line_open = false;
    }
    while (!at_file_end(cursor) && df_is_space(next(cursor))) pass(cursor);
    const Boundary due = at_file_end(cursor) ? BOUNDARY_PART : (Boundary)state->boundary;
    state->boundary = BOUNDARY_NONE;
    return accept(cursor, due == BOUNDARY_PART ? PART_END : due == BOUNDARY_GROUP ? GROUP_END : LINE_END);
}

/* At the start of a line between instructions. */
static bool scan_between(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    if (cursor->valid[LINE_END]) return scan_line_end(cursor);
    mark(cursor);
    bool open = state->line_open;
    bool indented = false;
    while (!at_file_end(cursor) && df_is_space(next(cursor))) {
        indented = next(cursor) != '\n';
        if (next(cursor) == '\n') {
            if (!open) state->directives = (df_directive_phase){false, false, false};
            open = false;
        }
        cursor->lexer->advance(cursor->lexer, true);
    }
    if (at_file_end(cursor)) return false;
    if (next(cursor) == '#') return scan_hash(cursor, indented);
    return scan_keyword(cursor);
}

static bool scan(Cursor *cursor) {
    const State *state = &cursor->scanner->state;
    if (cursor->valid[ERROR_RECOVERY]) return false;
    if (cursor->valid[DIRECTIVE_NAME] || cursor->valid[DIRECTIVE_EQUALS] || cursor->valid[DIRECTIVE_VALUE]) {
        return scan_directive_part(cursor);
    }
    switch (state->place) {
        case PLACE_BETWEEN: return cursor->valid[COMMENT] && scan_between(cursor);
        case PLACE_BODIES:
        case PLACE_BODY_END: return state->ended < state->heredocs && scan_heredoc(cursor);
        default: return scan_head(cursor);
    }
}

void *tree_sitter_dockerfile_external_scanner_create(void);
void tree_sitter_dockerfile_external_scanner_destroy(void *payload);
unsigned tree_sitter_dockerfile_external_scanner_serialize(void *payload, char *buffer);
void tree_sitter_dockerfile_external_scanner_deserialize(void *payload, const char *buffer, unsigned length);
bool tree_sitter_dockerfile_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols);

void *tree_sitter_dockerfile_external_scanner_create(void) {
    Scanner *scanner = (Scanner *)calloc(1, sizeof(Scanner));
    if (scanner != NULL) state_reset(&scanner->state);
    return scanner;
}

void tree_sitter_dockerfile_external_scanner_destroy(void *payload) {
    Scanner *scanner = (Scanner *)payload;
    if (scanner == NULL) return;
    df_buffer_free(&scanner->joined);
    df_heredocs_free(&scanner->found);
    free(scanner);
}

unsigned tree_sitter_dockerfile_external_scanner_serialize(void *payload, char *buffer) {
    return payload == NULL ? 0 : state_serialize(&((Scanner *)payload)->state, buffer);
}

void tree_sitter_dockerfile_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    if (payload != NULL) state_deserialize(&((Scanner *)payload)->state, buffer, length);
}

bool tree_sitter_dockerfile_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
    if (payload == NULL) return false;
    Scanner *scanner = (Scanner *)payload;
    Cursor cursor = {lexer, scanner, valid_symbols, scanner->state.offset, scanner->state.offset};
    return scan(&cursor);
}
