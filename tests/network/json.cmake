# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Prints a member of the JSON value in FILE: cmake -D FILE=x.json -D "MEMBER=attempts;0;outcome"
cmake_minimum_required(VERSION 3.22)
file(READ "${FILE}" json)
string(JSON value GET "${json}" ${MEMBER})
execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${value}")
