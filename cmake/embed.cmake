# crosscheck_embed(<target> <function> <root> <file>...): compiles files into a target, so that the program needs none at
# run time. The target gets a function, to be declared by the caller's header:
#
#   namespace crosscheck { absl::Span<const EmbeddedFile> <function>(); }   // base/embedded.h
#
# with one entry a file, in the order given; `path` is relative to <root>. A changed file is embedded again.
# In script mode (cmake -P) this file writes the source.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  string(REPLACE "|" ";" files "${FILES}")
  set(rows "")
  foreach(file IN LISTS files)
    file(READ "${ROOT}/${file}" hex HEX)
    string(LENGTH "${hex}" size)
    math(EXPR size "${size} / 2")
    # Escapes of single bytes: no content, whatever it is, can end the literal.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
    string(REGEX REPLACE "(................................................................................)"
           "\\1\"\n    \"" bytes "${bytes}")
    string(APPEND rows "  {\"${file}\", absl::string_view(\n    \"${bytes}\", ${size})},\n")
  endforeach()
  set(text "// Made by cmake/embed.cmake; not to be edited.\n#include \"base/embedded.h\"\n\n#include \"absl/types/span.h\"\n\n")
  string(APPEND text "namespace crosscheck {\n\nstatic const EmbeddedFile kFiles[] = {\n${rows}};\n\n")
  string(APPEND text "absl::Span<const EmbeddedFile> ${FUNCTION}();\n")
  string(APPEND text "absl::Span<const EmbeddedFile> ${FUNCTION}() { return kFiles; }\n\n}  // namespace crosscheck\n")
  file(WRITE "${OUT}" "${text}")
  return()
endif()

function(crosscheck_embed target function root)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  list(TRANSFORM ARGN PREPEND ${root}/ OUTPUT_VARIABLE paths)
  string(REPLACE ";" "|" files "${ARGN}")
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${function} -DROOT=${root} -DFILES=${files} -DOUT=${out}
            -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    DEPENDS ${paths} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    COMMENT "Embedding ${function}" VERBATIM)
  # A library of its own: the command must stand in the folder of the target that compiles its output.
  add_library(${function} OBJECT ${out})
  target_include_directories(${function} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${function} PRIVATE absl::strings absl::span crosscheck_options)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${function}>)
endfunction()
