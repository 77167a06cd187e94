# Compiler options for our own code: `slipway_options` is linked by every library, test and program of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# -O3 compiles a third slower and runs no faster here.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

option(SLIPWAY_TESTS "Build the tests" ON)
option(SLIPWAY_FUZZ "Build the libFuzzer targets (clang only)" OFF)
set(SLIPWAY_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=")

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(SLIPWAY_CCACHE ccache)
  if(SLIPWAY_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${SLIPWAY_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${SLIPWAY_CCACHE})
  endif()
endif()

add_library(slipway_options INTERFACE)
target_compile_options(slipway_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror>)
# Two warnings of g++ 12 that are wrong once it has inlined enough: empty std::optional values, and std::string concatenation.
target_compile_options(slipway_options INTERFACE
  "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized;-Wno-restrict>")
target_include_directories(slipway_options INTERFACE ${CMAKE_SOURCE_DIR}/server)

find_program(SLIPWAY_MOLD mold)
if(SLIPWAY_MOLD AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "fuse-ld")
  add_link_options(-fuse-ld=mold)
endif()

if(SLIPWAY_SANITIZE)
  add_compile_options(-fsanitize=${SLIPWAY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SLIPWAY_SANITIZE})
  if(SLIPWAY_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
  endif()
else()
  # One file that starts in milliseconds on other distributions: only libc stays dynamic.
  add_link_options(-static-libstdc++ -static-libgcc)
endif()
