# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The blocks of C++ in a document. The line above a block says what it is:
#
#     <!-- program: FILE -->   all of FILE but its opening comment
#     <!-- listing: FILE -->   a part of FILE
#     <!-- frame: NAME -->     a fragment, which compiles within frames/NAME.cpp
#     <!-- part: NAME -->      a part of a program: all parts of this name in a document, in their order,
#                              are declarations, which define `void NAME()`. That is called.
cmake_minimum_required(VERSION 3.22)

# Of the first block in the variable TEXT: its `kind`, `argument` and `block`, and the number of its first
# line; TEXT and `lines_before` go on behind it. `kind` is empty if there is no block any more.
macro(next_block text)
  set(kind)
  string(FIND "${${text}}" "\n```cpp\n" at)
  if(NOT at EQUAL -1)
    string(SUBSTRING "${${text}}" 0 ${at} before)
    if(NOT before MATCHES "<!-- (program|listing|frame|part): ([^\n ]+) -->$")
      count_lines("${before}" line)
      math(EXPR line "${lines_before} + ${line} + 2")
      message(FATAL_ERROR "${DOCUMENT}:${line}: no comment says what this block is")
    endif()
    set(kind "${CMAKE_MATCH_1}")
    set(argument "${CMAKE_MATCH_2}")
    string(LENGTH "\n```cpp\n" fence)
    math(EXPR at "${at} + ${fence}")
    string(SUBSTRING "${${text}}" 0 ${at} before)
    string(SUBSTRING "${${text}}" ${at} -1 ${text})
    string(FIND "${${text}}" "\n```" length)
    math(EXPR length "${length} + 1")
    string(SUBSTRING "${${text}}" 0 ${length} block)
    string(SUBSTRING "${${text}}" ${length} -1 ${text})

    count_lines("${before}" line)
    math(EXPR lines_before "${lines_before} + ${line}")
    math(EXPR line "${lines_before} + 1")
    count_lines("${block}" length)
    math(EXPR lines_before "${lines_before} + ${length}")
  endif()
endmacro()

function(count_lines text result)
  string(REGEX REPLACE "[^\n]" "" newlines "${text}")
  string(LENGTH "${newlines}" count)
  set(${result} ${count} PARENT_SCOPE)
endfunction()
