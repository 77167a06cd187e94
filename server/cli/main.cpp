#include "cli/command_line.h"

int main(int count, char** words) { return slipway::cli::run_command_line(count, words); }
