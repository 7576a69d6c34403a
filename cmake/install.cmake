# What `cmake --install` puts where, in two parts: `program` (the command, its manual page, completions and guides) and
# `development` (the library with its headers, found with find_package(crosscheck)). CPack makes a Debian package of each.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Made by the program itself from its table of options, so that they cannot differ from --help.
set(made ${PROJECT_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${made})
set(made_files ${made}/crosscheck.1 ${made}/crosscheck ${made}/_crosscheck ${made}/crosscheck.fish)
add_custom_command(OUTPUT ${made_files}
  COMMAND crosscheck_program manual --output ${made}/crosscheck.1
  COMMAND crosscheck_program completion bash --output ${made}/crosscheck
  COMMAND crosscheck_program completion zsh --output ${made}/_crosscheck
  COMMAND crosscheck_program completion fish --output ${made}/crosscheck.fish
  DEPENDS crosscheck_program WORKING_DIRECTORY ${made} COMMENT "Manual page and completions" VERBATIM)
add_custom_target(crosscheck_made ALL DEPENDS ${made_files})

install(TARGETS crosscheck_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${made}/crosscheck.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${made}/crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${made}/_crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${made}/crosscheck.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

install(TARGETS crosscheck EXPORT crosscheck_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/crosscheck DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/crosscheck)
install(EXPORT crosscheck_targets NAMESPACE crosscheck:: DESTINATION ${config_folder} COMPONENT development)
configure_package_config_file(cmake/crosscheckConfig.cmake.in ${PROJECT_BINARY_DIR}/crosscheckConfig.cmake
  INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/crosscheckConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/crosscheckConfig.cmake ${PROJECT_BINARY_DIR}/crosscheckConfigVersion.cmake
  DESTINATION ${config_folder} COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR crosscheck)
set(CPACK_PACKAGE_CONTACT "crosscheck maintainers <noreply@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compares news articles about one event")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME crosscheck)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
  "Reads several articles about one event, in French or English, and reports which\nclaims agree, which contradict each other and which stand on a single source.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libcrosscheck-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libicu-dev, libabsl-dev, libyaml-cpp-dev, libgumbo-dev, libstemmer-dev, nettle-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Static library and headers, to embed crosscheck in a C++ program.")
include(CPack)
