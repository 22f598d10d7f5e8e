# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Asio, Boost, c-ares and OpenSSL are looked for quietly: who wants only the core needs none. A target that links
# eyeballs::asio without Asio fails at generation, naming Asio::asio.
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")

find_package(Threads QUIET)
find_package(Asio 1.22 QUIET)
# Boost's own package config, not CMake's FindBoost, which newer CMake removes (CMP0167).
find_package(Boost 1.81 QUIET CONFIG)
# ares_getaddrinfo is there since 1.16.
find_package(c-ares 1.16 QUIET)
find_package(OpenSSL 1.1 QUIET)

if(NOT Asio_FOUND AND (EYEBALLS_BUILD_TESTS OR EYEBALLS_BUILD_EXAMPLES))
  message(STATUS "Asio not found, fetching it")
  include(FetchContent)
  FetchContent_Declare(
    asio
    GIT_REPOSITORY https://github.com/chriskohlhoff/asio.git
    GIT_TAG asio-1-30-2
    GIT_SHALLOW ON)
  FetchContent_MakeAvailable(asio)
  set(Asio_INCLUDE_DIR "${asio_SOURCE_DIR}/asio/include" CACHE PATH "Where asio/version.hpp is" FORCE)
  find_package(Asio 1.22 REQUIRED)
endif()
