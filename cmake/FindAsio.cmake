# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Finds standalone, header-only Asio and defines the target Asio::asio.
# Hint: CMAKE_PREFIX_PATH, Asio_ROOT, or Asio_INCLUDE_DIR (the directory of asio/version.hpp).
include(FindPackageHandleStandardArgs)

find_path(Asio_INCLUDE_DIR asio/version.hpp)
mark_as_advanced(Asio_INCLUDE_DIR)

if(Asio_INCLUDE_DIR)
  file(STRINGS "${Asio_INCLUDE_DIR}/asio/version.hpp" Asio_VERSION
       REGEX "^#define ASIO_VERSION [0-9]+")
  # 102201 is 1.22.1
  string(REGEX REPLACE "^#define ASIO_VERSION ([0-9]+).*" "\\1" Asio_VERSION "${Asio_VERSION}")
  math(EXPR asio_major "${Asio_VERSION} / 100000")
  math(EXPR asio_minor "${Asio_VERSION} / 100 % 1000")
  math(EXPR asio_patch "${Asio_VERSION} % 100")
  set(Asio_VERSION "${asio_major}.${asio_minor}.${asio_patch}")
endif()

find_package(Threads QUIET)
find_package_handle_standard_args(
  Asio
  REQUIRED_VARS Asio_INCLUDE_DIR Threads_FOUND
  VERSION_VAR Asio_VERSION)

if(Asio_FOUND AND NOT TARGET Asio::asio)
  add_library(Asio::asio INTERFACE IMPORTED)
  set_target_properties(
    Asio::asio
    PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${Asio_INCLUDE_DIR}"
               INTERFACE_COMPILE_DEFINITIONS ASIO_STANDALONE
               INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()
