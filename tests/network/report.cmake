# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Prints of the JSON value in FILE the time and the peer, and then each attempt's start and endpoint,
# a line each: cmake -D FILE=x.json -P report.cmake
cmake_minimum_required(VERSION 3.22)
file(READ "${FILE}" json)
string(JSON ms GET "${json}" ms)
string(JSON peer GET "${json}" peer_address)
set(lines "${ms} ${peer}")
string(JSON count LENGTH "${json}" attempts)
if(count GREATER 0)
  math(EXPR last "${count} - 1")
  foreach(k RANGE ${last})
    string(JSON start GET "${json}" attempts ${k} start_ms)
    string(JSON endpoint GET "${json}" attempts ${k} endpoint)
    string(APPEND lines "\n${start} ${endpoint}")
  endforeach()
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${lines}")
