# Debian packages that the code is built with; docs/decisions/ says why each. Static archives are taken where Debian has them.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(doctest REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost 1.74 REQUIRED)

find_path(TREE_SITTER_INCLUDE tree_sitter/api.h REQUIRED)
find_library(TREE_SITTER_LIBRARY NAMES libtree-sitter.a tree-sitter REQUIRED)
add_library(tree_sitter_runtime INTERFACE)
target_include_directories(tree_sitter_runtime SYSTEM INTERFACE ${TREE_SITTER_INCLUDE})
target_link_libraries(tree_sitter_runtime INTERFACE ${TREE_SITTER_LIBRARY})

# Debian has no static libfmt: its code goes into our binary from the headers.
add_library(slipway_fmt INTERFACE)
target_link_libraries(slipway_fmt INTERFACE fmt::fmt-header-only)

add_library(slipway_json INTERFACE)
target_link_libraries(slipway_json INTERFACE nlohmann_json::nlohmann_json)

add_library(slipway_asio INTERFACE)
target_include_directories(slipway_asio SYSTEM INTERFACE ${Boost_INCLUDE_DIRS})
target_compile_definitions(slipway_asio INTERFACE BOOST_ASIO_NO_DEPRECATED BOOST_ERROR_CODE_HEADER_ONLY)
target_link_libraries(slipway_asio INTERFACE Threads::Threads)

include(tree_sitter_bash)
