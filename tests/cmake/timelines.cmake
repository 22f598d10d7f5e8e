# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Checks that SIMULATE draws the scenarios of examples/simulate/ as timelines.txt there has them, in UTF-8
# and in ASCII, that a sweep is as sweep.txt has it, that pictures are well formed, and that the documents
# show no others.
cmake_minimum_required(VERSION 3.22)

set(here "${SOURCE_DIR}/examples/simulate")

# What SIMULATE prints with these arguments is in the file.
function(check_drawing file)
  execute_process(COMMAND "${SIMULATE}" ${ARGN} OUTPUT_VARIABLE drawn RESULT_VARIABLE status)
  file(READ "${here}/${file}" expected)
  if(status OR NOT drawn STREQUAL expected)
    message(FATAL_ERROR "examples/simulate/${file} is not what is drawn (${status}):\n${drawn}")
  endif()
endfunction()

check_drawing(timelines.txt "${here}/scenarios.json")
check_drawing(timelines_ascii_60.txt --ascii --width 60 "${here}/scenarios.json")
check_drawing(sweep.txt --sweep)

# Each picture is an XML document, as far as there is somebody to ask.
find_program(XMLLINT xmllint)
execute_process(COMMAND "${SIMULATE}" --svg "${here}/scenarios.json" OUTPUT_VARIABLE pictures)
set(drawn 0)
string(FIND "${pictures}" "</svg>\n" end)
while(NOT end EQUAL -1)
  math(EXPR end "${end} + 7")
  math(EXPR drawn "${drawn} + 1")
  string(SUBSTRING "${pictures}" 0 ${end} picture)
  string(SUBSTRING "${pictures}" ${end} -1 pictures)
  file(WRITE "${WORK_DIR}/picture.svg" "${picture}")
  if(XMLLINT)
    execute_process(COMMAND "${XMLLINT}" --noout "${WORK_DIR}/picture.svg" RESULT_VARIABLE status
                    ERROR_VARIABLE said)
    if(status)
      message(FATAL_ERROR "picture ${drawn} is no XML: ${said}")
    endif()
  endif()
  string(FIND "${pictures}" "</svg>\n" end)
endwhile()
file(STRINGS "${here}/scenarios.json" scenarios REGEX "^ +\"id\": ")
list(LENGTH scenarios count)
if(NOT drawn EQUAL count OR pictures)
  message(FATAL_ERROR "of ${count} scenarios ${drawn} are pictures, and then comes: ${pictures}")
endif()

file(READ "${here}/timelines.txt" timelines)
# How many timelines the document shows, each of which is drawn.
function(count_timelines document result)
  file(READ "${SOURCE_DIR}/${document}" text)
  set(shown 0)
  string(FIND "${text}" "\n```text\n" begin)
  while(NOT begin EQUAL -1)
    math(EXPR begin "${begin} + 9")
    string(SUBSTRING "${text}" ${begin} -1 text)
    string(FIND "${text}" "```" end)
    string(SUBSTRING "${text}" 0 ${end} block)
    string(FIND "${timelines}" "${block}" found)
    if(found EQUAL -1)
      message(FATAL_ERROR "${document} shows a timeline that is not drawn:\n${block}")
    endif()
    math(EXPR shown "${shown} + 1")
    string(FIND "${text}" "\n```text\n" begin)
  endwhile()
  set(${result} ${shown} PARENT_SCOPE)
endfunction()

count_timelines(README.md shown)
count_timelines(examples/guides/1_tour.md shown_by_tour)
count_timelines(examples/guides/5_slow.md shown_by_guide)
file(READ "${here}/sweep.txt" sweep)
file(READ "${here}/README.md" readme)
string(FIND "${readme}" "${sweep}" found)
if(found EQUAL -1)
  message(FATAL_ERROR "examples/simulate/README.md shows another sweep than sweep.txt")
endif()
if(shown LESS 3 OR shown_by_tour LESS 1 OR shown_by_guide LESS 5)
  message(FATAL_ERROR "README.md shows ${shown} timelines, which it says are three; the tour ${shown_by_tour}, and the guide ${shown_by_guide}")
endif()
