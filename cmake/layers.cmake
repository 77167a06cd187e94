# slipway_library(NAME SOURCES … USES … [PACKAGES …]): one folder, one static library, the folders it may include.
# USES are folders of ours (public: their headers appear in ours), PACKAGES are third-party targets (private to the folder).
# The arrows are written to build/layers.txt, which tests/layering compares with the #include lines.
set_property(GLOBAL PROPERTY SLIPWAY_ARROWS "")

function(slipway_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PACKAGES" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC slipway_options ${ARG_USES} PRIVATE ${ARG_PACKAGES})
  list(JOIN ARG_USES " " uses)
  set_property(GLOBAL APPEND_STRING PROPERTY SLIPWAY_ARROWS "${name}: ${uses}\n")
  get_property(arrows GLOBAL PROPERTY SLIPWAY_ARROWS)
  file(WRITE ${CMAKE_BINARY_DIR}/layers.txt "${arrows}")
endfunction()

# slipway_test(NAME SOURCES … USES …): one doctest executable a folder, one ctest; it is told where the sources are.
function(slipway_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PACKAGES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE slipway_options test_support ${ARG_USES} ${ARG_PACKAGES})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "SLIPWAY_SOURCE=${CMAKE_SOURCE_DIR};SLIPWAY_BINARY=$<TARGET_FILE:slipway>")
endfunction()
