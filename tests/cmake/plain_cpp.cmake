# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Fails where a header of INCLUDE_DIR is not plain C++: where it is GNU's, or has a name that <windows.h>
# makes something else of. base/compiler.hpp has what compilers spell differently, and the pages of a system are
# for its compilers.
cmake_minimum_required(VERSION 3.22)

set(gnu_alone
    "__attribute__|__asm__|__builtin_|__extension__|__typeof|__int128|gnu::|__VA_OPT__"
    "(^|[^A-Za-z0-9_>])\\({"  # a statement expression; what is before the brace of a call is its name
)
list(JOIN gnu_alone "|" gnu_alone)
set(macros_of_windows "(^|[^A-Za-z0-9_])(near|far|small|hyper|interface|IN|OUT|ERROR)($|[^A-Za-z0-9_])")

set(wrong)
set(read 0)
file(GLOB_RECURSE headers RELATIVE "${INCLUDE_DIR}/eyeballs" "${INCLUDE_DIR}/eyeballs/*.hpp")
list(FILTER headers EXCLUDE REGEX "^(base/compiler\\.hpp|asio/host/(posix|linux)/.*)$")
foreach(header IN LISTS headers)
  math(EXPR read "${read} + 1")
  file(STRINGS "${INCLUDE_DIR}/eyeballs/${header}" lines REGEX "${gnu_alone}|${macros_of_windows}")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "//.*|\"[^\"]*\"" "" line "${line}")  # comments and texts
    if(line MATCHES "${gnu_alone}")
      list(APPEND wrong "${header} is GNU's where it says: ${line}")
    elseif(line MATCHES "${macros_of_windows}")
      list(APPEND wrong "${header} has a name that is a macro of Windows: ${line}")
    endif()
  endforeach()
endforeach()

if(read EQUAL 0)
  list(APPEND wrong "no header is below ${INCLUDE_DIR}")
endif()
if(wrong)
  list(JOIN wrong "\n" wrong)
  message(FATAL_ERROR "${wrong}")
endif()
message("${read} headers are plain C++")
