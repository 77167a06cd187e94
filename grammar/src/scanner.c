/* The scanner behind the grammar. A Dockerfile's lines depend on each other in ways no grammar can say: the escape
 * character is set by a directive, a continuation drops comments and blank lines, a heredoc's body is found by a word
 * lexer that sees the whole joined line. So the scanner makes every token; the grammar only gives them a shape. */
#include "scan_words.h"

/* The end of a group or a part, where the text or the end of the file wants it. */
static bool scan_boundary(Cursor *cursor, bool file_end) {
    State *state = &cursor->scanner->state;
    const Boundary due = file_end ? BOUNDARY_PART : (Boundary)state->boundary;
    if (due == BOUNDARY_NONE) return false;
    if (cursor->valid[GROUP_END] && due != BOUNDARY_PART_ONLY) {
        state->boundary = due == BOUNDARY_PART ? BOUNDARY_PART_ONLY : BOUNDARY_NONE;
        if (due == BOUNDARY_GROUP) take_line_end(cursor);
        return accept(cursor, GROUP_END);
    }
    state->boundary = BOUNDARY_NONE;
    if (!cursor->valid[PART_END]) return false;
    take_line_end(cursor);
    return accept(cursor, PART_END);
}

/* At the start of a line between instructions, or at the end of the last line that was read. */
static bool scan_between(Cursor *cursor) {
    State *state = &cursor->scanner->state;
    mark(cursor);
    if (scan_boundary(cursor, false)) return true;
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
    if (at_file_end(cursor)) return scan_boundary(cursor, true);
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
