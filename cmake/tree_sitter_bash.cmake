# The shell grammar: the npm package tree-sitter-bash, by name and version, unpacked once below build/packages for every build folder.
# Nothing of it is committed. Offline: -DSLIPWAY_TREE_SITTER_BASH=/folder/with/src/parser.c
set(SLIPWAY_TREE_SITTER_BASH "" CACHE PATH "Unpacked package tree-sitter-bash; empty: taken from npm")

# 0.23.3 is the last version whose parser (ABI 14) the tree-sitter of Debian 12 accepts.
set(tree_sitter_bash_version 0.23.3)
set(tree_sitter_bash_sha256 10f4d67f56e07bc6cc34c49afb34e232269c1e0a19933880dfdb5dd738a8fc7d)

function(fetch_tree_sitter_bash folder)
  get_filename_component(packages ${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${packages})
  file(LOCK ${packages}/tree-sitter-bash.lock GUARD FUNCTION TIMEOUT 300)
  if(EXISTS ${folder}/src/parser.c)
    return()
  endif()
  find_program(NPM npm)
  if(NOT NPM)
    message(FATAL_ERROR "The shell grammar comes from npm, which is not here: install npm (Debian package npm) or run ./dev setup. "
      "Offline, give an unpacked tree-sitter-bash ${tree_sitter_bash_version} with -DSLIPWAY_TREE_SITTER_BASH=FOLDER.")
  endif()
  set(archive ${packages}/tree-sitter-bash-${tree_sitter_bash_version}.tgz)
  execute_process(COMMAND ${NPM} pack --silent tree-sitter-bash@${tree_sitter_bash_version}
    WORKING_DIRECTORY ${packages} RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE problem)
  if(NOT status EQUAL 0 OR NOT EXISTS ${archive})
    message(FATAL_ERROR "npm pack tree-sitter-bash@${tree_sitter_bash_version} failed: ${problem}\n"
      "Offline, give an unpacked package with -DSLIPWAY_TREE_SITTER_BASH=FOLDER.")
  endif()
  file(SHA256 ${archive} found)
  if(NOT found STREQUAL tree_sitter_bash_sha256)
    file(REMOVE ${archive})
    message(FATAL_ERROR "npm gave another tree-sitter-bash ${tree_sitter_bash_version} than the one we know: SHA-256 ${found}.")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${packages}/unpacking PATTERNS package/src package/LICENSE package/package.json)
  file(REMOVE_RECURSE ${folder})
  file(RENAME ${packages}/unpacking/package ${folder})
  file(REMOVE_RECURSE ${packages}/unpacking)
endfunction()

set(tree_sitter_bash ${SLIPWAY_TREE_SITTER_BASH})
if(NOT tree_sitter_bash)
  set(tree_sitter_bash ${CMAKE_SOURCE_DIR}/build/packages/tree-sitter-bash-${tree_sitter_bash_version})
  fetch_tree_sitter_bash(${tree_sitter_bash})
endif()
if(NOT EXISTS ${tree_sitter_bash}/src/parser.c)
  message(FATAL_ERROR "No src/parser.c below ${tree_sitter_bash}: give the unpacked package with -DSLIPWAY_TREE_SITTER_BASH=FOLDER.")
endif()

# The scanner writes its state into a buffer of 1,024 bytes and counts 4 bytes too few for each heredoc: a long end marker would overrun it.
file(READ ${tree_sitter_bash}/src/scanner.c scanner)
string(REPLACE "heredoc->delimiter.size + 3 + size" "heredoc->delimiter.size + 7 + size" scanner_mended "${scanner}")
if(scanner_mended STREQUAL scanner)
  message(FATAL_ERROR "${tree_sitter_bash}/src/scanner.c is not the one of tree-sitter-bash ${tree_sitter_bash_version}.")
endif()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/tree_sitter_bash/scanner.c CONTENT "${scanner_mended}" @ONLY)

# Optimised in every build: its state machine is the slow part of reading a script, and nobody steps through it.
add_library(tree_sitter_bash STATIC ${tree_sitter_bash}/src/parser.c ${CMAKE_BINARY_DIR}/tree_sitter_bash/scanner.c)
target_include_directories(tree_sitter_bash PRIVATE ${tree_sitter_bash}/src)
target_compile_options(tree_sitter_bash PRIVATE -w -O2)
