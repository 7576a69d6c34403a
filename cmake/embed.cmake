# crosscheck_embed(<target> <function> [RULES] <root> <file>...): compiles files into a target, so that the program needs
# none at run time. The target gets a function, to be declared by the caller's header:
#
#   namespace crosscheck { absl::Span<const EmbeddedFile> <function>(); }   // base/embedded.h
#
# with one entry a file, in the order given; `path` is relative to <root>. A changed file is embedded again. YAML is
# parsed on the way, and with RULES compiled (src/rules/prepare.cc), so that nothing of it is done at each start.
function(crosscheck_embed target function)
  set(files ${ARGN})
  set(options "")
  list(GET files 0 first)
  if(first STREQUAL "RULES")
    list(REMOVE_AT files 0)
    set(options --rules)
  endif()
  list(POP_FRONT files root)
  set(FUNCTION ${function})
  set(IMAGE ${CMAKE_CURRENT_BINARY_DIR}/${function}.image)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded.cc.in ${out} @ONLY)
  list(TRANSFORM files PREPEND ${root}/ OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${IMAGE}
    COMMAND crosscheck_prepare ${options} ${IMAGE} ${root} ${files}
    DEPENDS crosscheck_prepare ${paths}
    COMMENT "Embedding ${function}" VERBATIM)
  # A library of its own: the command must stand in the folder of the target that compiles its output.
  add_library(${function} OBJECT ${out} ${IMAGE})
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${IMAGE})
  target_include_directories(${function} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${function} PRIVATE absl::strings absl::span crosscheck_options)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${function}>)
endfunction()
