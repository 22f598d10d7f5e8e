# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Finds c-ares, by its own package config where it has one, and defines the target c-ares::cares.
# Hint: CMAKE_PREFIX_PATH, c-ares_ROOT, or c-ares_INCLUDE_DIR and c-ares_LIBRARY.
include(FindPackageHandleStandardArgs)

find_package(c-ares ${c-ares_FIND_VERSION} CONFIG QUIET)
if(c-ares_FOUND)
  find_package_handle_standard_args(c-ares CONFIG_MODE)
  return()
endif()

find_path(c-ares_INCLUDE_DIR ares.h)
find_library(c-ares_LIBRARY cares)
mark_as_advanced(c-ares_INCLUDE_DIR c-ares_LIBRARY)

if(c-ares_INCLUDE_DIR AND EXISTS "${c-ares_INCLUDE_DIR}/ares_version.h")
  file(STRINGS "${c-ares_INCLUDE_DIR}/ares_version.h" c-ares_VERSION
       REGEX "^#define ARES_VERSION_STR +\"")
  string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" c-ares_VERSION "${c-ares_VERSION}")
endif()

find_package_handle_standard_args(
  c-ares
  REQUIRED_VARS c-ares_LIBRARY c-ares_INCLUDE_DIR
  VERSION_VAR c-ares_VERSION)

if(c-ares_FOUND AND NOT TARGET c-ares::cares)
  add_library(c-ares::cares UNKNOWN IMPORTED)
  set_target_properties(
    c-ares::cares PROPERTIES IMPORTED_LOCATION "${c-ares_LIBRARY}"
                             INTERFACE_INCLUDE_DIRECTORIES "${c-ares_INCLUDE_DIR}")
endif()
