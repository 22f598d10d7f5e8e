# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Fails if the object file OBJECT defines a function whose name, by NM, matches FORBIDDEN, and if it has no
# need of one that matches NEEDED.
cmake_minimum_required(VERSION 3.22)

execute_process(COMMAND "${NM}" -C "${OBJECT}" OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ";" "," symbols "${symbols}")
string(REGEX REPLACE "[][]" "|" symbols "${symbols}")
string(REGEX REPLACE "\n" ";" symbols "${symbols}")

set(unwanted ${symbols})
list(FILTER unwanted INCLUDE REGEX "^[0-9a-f]+ [tTwW] .*(${FORBIDDEN})")
if(unwanted)
  list(GET unwanted 0 first)
  list(LENGTH unwanted count)
  string(SUBSTRING "${first}" 0 400 first)
  message(FATAL_ERROR "${OBJECT} defines ${count} functions that it should not, as ${first}")
endif()

set(found ${symbols})
list(FILTER found INCLUDE REGEX "^ +U .*(${NEEDED})")
if(NEEDED AND NOT found)
  message(FATAL_ERROR "${OBJECT} has no need of ${NEEDED}")
endif()
