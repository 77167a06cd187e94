# Writes OUT: a table of the example files below FOLDER, as C++ raw strings. Run with `cmake -D FOLDER=… -D OUT=… -P`.
file(GLOB folders RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT folders)
set(rows "")
foreach(rule ${folders})
  if(NOT EXISTS ${FOLDER}/${rule}/example.Dockerfile)
    continue()
  endif()
  set(bad "")
  set(good "")
  set(ignore "")
  set(options "")
  set(context "")
  if(EXISTS ${FOLDER}/${rule}/context)
    file(READ ${FOLDER}/${rule}/context context)
  endif()
  if(EXISTS ${FOLDER}/${rule}/options)
    file(READ ${FOLDER}/${rule}/options options)
  endif()
  file(READ ${FOLDER}/${rule}/example.Dockerfile bad)
  if(EXISTS ${FOLDER}/${rule}/clean.Dockerfile)
    file(READ ${FOLDER}/${rule}/clean.Dockerfile good)
  endif()
  if(EXISTS ${FOLDER}/${rule}/.dockerignore)
    file(READ ${FOLDER}/${rule}/.dockerignore ignore)
  endif()
  string(APPEND rows "    {\"${rule}\", {R\"slipway(${bad})slipway\", R\"slipway(${good})slipway\", R\"slipway(${ignore})slipway\", R\"slipway(${options})slipway\", R\"slipway(${context})slipway\"}},\n")
endforeach()
file(WRITE ${OUT} "// Written by embed_examples.cmake from tests/rules.
#include \"cli/explain.h\"

namespace slipway::cli {

const std::vector<RuleExamples>& rule_examples() {
  static const std::vector<RuleExamples> table = {
${rows}  };
  return table;
}

}  // namespace slipway::cli
")
