# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Fails unless the program AFTER is the program BEFORE with one word changed, asio::async_connect, and an
# include added.
cmake_minimum_required(VERSION 3.22)

file(READ "${BEFORE}" before)
file(READ "${AFTER}" after)

# Puts `new` for `old` in what is `after`, which must have it once.
function(replaced old new)
  string(REPLACE "${old}" "${new}" changed "${after}")
  string(LENGTH "${after}" length)
  string(LENGTH "${changed}" changed_length)
  string(LENGTH "${old}" old_length)
  string(LENGTH "${new}" new_length)
  math(EXPR once "${length} - ${old_length} + ${new_length}")
  if(NOT changed_length EQUAL once)
    message(FATAL_ERROR "${AFTER} has not once: ${old}")
  endif()
  set(after "${changed}" PARENT_SCOPE)
endfunction()

replaced("#include <eyeballs/asio.hpp>\n" "")
replaced("eyeballs::" "asio::")
if(NOT after STREQUAL before)
  message(FATAL_ERROR "${AFTER} differs from ${BEFORE} by more than an include and one word")
endif()
string(REGEX MATCHALL "\n" lines "${after}")
list(LENGTH lines count)
if(count GREATER_EQUAL 80)
  message(FATAL_ERROR "${AFTER} has ${count} lines")
endif()
message("one word, and an include, in ${count} lines")
