# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The target `docs`: the reference of the public names, BUILD/reference/html/index.html. A warning of
# Doxygen's, and a public name that is not in it, are errors.
find_package(Doxygen 1.9.4 QUIET)
if(NOT DOXYGEN_FOUND)
  message(STATUS "Doxygen 1.9.4 not found: no target docs")
  return()
endif()

set(reference_dir "${PROJECT_BINARY_DIR}/reference")
configure_file("${CMAKE_CURRENT_LIST_DIR}/reference/Doxyfile.in" "${reference_dir}/Doxyfile" @ONLY)
set(build_reference
    ${CMAKE_COMMAND} -D "DOXYGEN=${DOXYGEN_EXECUTABLE}" -D "REFERENCE_DIR=${reference_dir}" -D
    "NAMES=${PROJECT_SOURCE_DIR}/tests/public_names.txt" -P
    "${CMAKE_CURRENT_LIST_DIR}/reference/build.cmake")
add_custom_target(docs COMMAND ${build_reference} VERBATIM)
