# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Compiles the C++ of DOCUMENTS, below SOURCE_DIR, in WORK_DIR: each program as it stands, and all
# fragments in one translation unit, each in its frame and in a namespace of its own. Errors name the line
# of the document.
cmake_minimum_required(VERSION 3.22)
include("${CMAKE_CURRENT_LIST_DIR}/document.cmake")

list(TRANSFORM INCLUDES PREPEND -I)
list(TRANSFORM DEFINITIONS PREPEND -D)
set(ENV{LC_ALL} C)

function(compiles file)
  execute_process(
    COMMAND "${COMPILER}" ${FLAGS} ${DEFINITIONS} ${INCLUDES} -fsyntax-only "${file}"
    RESULT_VARIABLE status ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${said}")
  endif()
endfunction()

file(READ "${CMAKE_CURRENT_LIST_DIR}/frames/prelude.cpp" fragments)
set(number 0)
foreach(DOCUMENT IN LISTS DOCUMENTS)
  file(READ "${SOURCE_DIR}/${DOCUMENT}" text)
  if(text MATCHES "\n[ \t>]+```cpp")
    message(FATAL_ERROR "${DOCUMENT}: a block of C++ is indented, so it would not be found")
  endif()
  set(lines_before 0)
  next_block(text)
  while(kind)
    math(EXPR number "${number} + 1")
    if(kind STREQUAL "program")
      set(file "${WORK_DIR}/program_${number}.cpp")
      file(WRITE "${file}" "${block}")
      compiles("${file}")
    elseif(kind STREQUAL "frame")
      file(READ "${CMAKE_CURRENT_LIST_DIR}/frames/${argument}.cpp" frame)
      string(REPLACE "// BLOCK\n" "#line ${line} \"${DOCUMENT}\"\n${block}" framed "${frame}")
      string(APPEND fragments "\nnamespace block_${number} {\n${framed}}\n")
    endif()
    next_block(text)
  endwhile()
endforeach()
if(number EQUAL 0)
  message(FATAL_ERROR "no document has a block of C++")
endif()

file(WRITE "${WORK_DIR}/fragments.cpp" "${fragments}")
compiles("${WORK_DIR}/fragments.cpp")
