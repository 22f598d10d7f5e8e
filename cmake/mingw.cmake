# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Windows by MinGW-w64 on Debian (g++-mingw-w64-x86-64-posix), whose programs run by wine (wine64). Of the
# system's headers they see those that are the same everywhere, by links of their own.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)

# What a program of these tests has of templates is too much for the old format of objects.
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -Wa,-mbig-obj")
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)

set(folder "${CMAKE_BINARY_DIR}/mingw")
file(MAKE_DIRECTORY "${folder}/include")
foreach(name IN ITEMS asio asio.hpp catch2 nlohmann)
  if(EXISTS "/usr/include/${name}" AND NOT EXISTS "${folder}/include/${name}")
    file(CREATE_LINK "/usr/include/${name}" "${folder}/include/${name}" SYMBOLIC)
  endif()
endforeach()
set(Asio_INCLUDE_DIR "${folder}/include" CACHE PATH "Where asio/version.hpp is")

# The system's packages of these name /usr/include, where the headers of another system are.
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

find_program(WINE wine64 PATHS /usr/lib/wine NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_CROSSCOMPILING_EMULATOR
    "${CMAKE_COMMAND};-E;env;WINEDEBUG=-all;WINEPREFIX=${CMAKE_BINARY_DIR}/wine;${WINE}")
