# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# For toolchain files: programs for another system see, of the headers in /usr/include, those that are the same
# everywhere, by links of their own.
set(folder "${CMAKE_BINARY_DIR}/portable")
file(MAKE_DIRECTORY "${folder}/include")
foreach(name IN ITEMS asio asio.hpp catch2 nlohmann)
  if(EXISTS "/usr/include/${name}" AND NOT EXISTS "${folder}/include/${name}")
    file(CREATE_LINK "/usr/include/${name}" "${folder}/include/${name}" SYMBOLIC)
  endif()
endforeach()
set(Asio_INCLUDE_DIR "${folder}/include" CACHE PATH "Where asio/version.hpp is")

# The system's packages of these name /usr/include, where the headers of the system at hand are.
foreach(package IN ITEMS Catch2::Catch2 nlohmann_json::nlohmann_json)
  string(REGEX REPLACE "::.*" "" name "${package}")
  file(WRITE "${folder}/${name}Config.cmake"
       "set(${name}_VERSION 2.13)\n"
       "if(NOT TARGET ${package})\n"
       "  add_library(${package} INTERFACE IMPORTED)\n"
       "  target_include_directories(${package} SYSTEM INTERFACE \"${folder}/include\")\n"
       "endif()\n")
  file(WRITE "${folder}/${name}ConfigVersion.cmake"
       "set(PACKAGE_VERSION 3)\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n")
  set(${name}_DIR "${folder}" CACHE PATH "")
endforeach()

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
