# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Compiles SOURCE twice: with CONTROL defined it must compile, without it must fail, and the first error
# must be the message that the file asks for. At the file's top:
#
#     // expect: REGEX                what the compiler must say (a CMake regular expression)
#     // only: gcc                    skipped by other compilers; or clang; or, up to a version, gcc <= 13
cmake_minimum_required(VERSION 3.22)

file(READ "${SOURCE}" text)
if(NOT text MATCHES "// expect: ([^\n]+)")
  message(FATAL_ERROR "${SOURCE} has no line \"// expect: REGEX\"")
endif()
set(expected "${CMAKE_MATCH_1}")

if(text MATCHES "// only: ([a-z]+)( <= ([0-9]+))?")
  set(only "${CMAKE_MATCH_0}")
  set(family "${CMAKE_MATCH_1}")
  set(newest "${CMAKE_MATCH_3}")
  set(ids_gcc GNU)
  set(ids_clang Clang AppleClang)
  string(REGEX MATCH "^[0-9]+" major "${COMPILER_VERSION}")
  if(NOT COMPILER_ID IN_LIST ids_${family} OR (newest AND major GREATER newest))
    message("skipped: ${only}")
    return()
  endif()
endif()

list(TRANSFORM INCLUDES PREPEND -I)
list(TRANSFORM DEFINITIONS PREPEND -D)
set(command "${COMPILER}" ${FLAGS} ${DEFINITIONS} ${INCLUDES} -fsyntax-only)
set(ENV{LC_ALL} C)

execute_process(COMMAND ${command} -DCONTROL "${SOURCE}" RESULT_VARIABLE status
                ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the control must compile, but:\n${said}")
endif()

execute_process(COMMAND ${command} "${SOURCE}" RESULT_VARIABLE status ERROR_VARIABLE said)
string(REGEX MATCH "error: [^\n]*" first "${said}")
if(status EQUAL 0)
  message(FATAL_ERROR "it compiled, and must not")
elseif(NOT first MATCHES "${expected}")
  message(FATAL_ERROR "expected: ${expected}\nbut the compiler said:\n${said}")
endif()
