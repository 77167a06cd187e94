#pragma once
// The sources of items, one file each; completion.cpp chooses among them by the part that is being typed.

#include "features/completion/items.h"

namespace slipway::features {

/// Instructions that can stand here, in the case that the file uses.
void add_keywords(const Request& request, Items& items);
/// `AS` behind FROM's image.
void add_as(const Request& request, Items& items);
/// `CMD` and `NONE` of HEALTHCHECK.
void add_healthcheck_forms(const Request& request, Items& items);

/// Flags of the instruction that are not there yet.
void add_flags(const Request& request, Items& items);
/// Values of a flag, stages and users included.
void add_flag_values(const Request& request, Items& items);

/// Keys of a mount by its type.
void add_mount_keys(const Request& request, Items& items);
void add_mount_values(const Request& request, Items& items);

/// Stages before this one, the nearest first.
enum class StageNumbers { LeaveOut, ForUnnamed };
void add_stages(const Request& request, StageNumbers numbers, Items& items);

/// Images to build on; also those of other FROM lines.
void add_images(const Request& request, Rank rank, Items& items);
void add_tags(const Request& request, Items& items);

/// Variables in force at the cursor.
void add_variables(const Request& request, Items& items);
/// Names that `ARG` can bring into a stage.
void add_argument_names(const Request& request, Items& items);

/// Files of the build context, or paths that the `--from` stage is known to have.
void add_paths(const Request& request, Items& items);
/// Directories that the stage works in.
void add_directories(const Request& request, Items& items);

/// Arguments with fixed words: ports, signals, shells, label keys.
void add_arguments(const Request& request, Items& items);
/// Users that the file names, and usual ones.
void add_users(const Request& request, Rank rank, Items& items);

/// Directives, options of `check`, rules.
void add_directives(const Request& request, Items& items);
/// The end of an open heredoc.
void add_heredoc_end(const Request& request, Items& items);

}  // namespace slipway::features
