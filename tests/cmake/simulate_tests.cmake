# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The example `simulate` draws what its timelines.txt and the README show, and plays the conformance
# tables as they are.
function(simulate_tests)
  if(NOT TARGET simulate)
    message(STATUS "The example simulate is not built: no timelines are compared")
    return()
  endif()
  set(compare -D "SIMULATE=$<TARGET_FILE:simulate>" -D "SOURCE_DIR=${PROJECT_SOURCE_DIR}" -D
              "WORK_DIR=${CMAKE_CURRENT_BINARY_DIR}/simulate" -P
              "${CMAKE_CURRENT_SOURCE_DIR}/cmake/timelines.cmake")
  set(names)
  if(NOT CMAKE_CROSSCOMPILING)  # the script runs it by itself
    add_test(NAME simulate.timelines COMMAND ${CMAKE_COMMAND} ${compare})
    list(APPEND names timelines)
  endif()
  foreach(table IN ITEMS race dns)
    add_test(NAME simulate.${table}
             COMMAND simulate "${CMAKE_CURRENT_SOURCE_DIR}/conformance/${table}.json")
    list(APPEND names ${table})
  endforeach()
  # Each draws the last scenario of its table.
  set_tests_properties(simulate.race PROPERTIES PASS_REGULAR_EXPRESSION "\nasyncio-multiple-winners\r?\n")
  set_tests_properties(simulate.dns PROPERTIES PASS_REGULAR_EXPRESSION "\nhev3-ex8\r?\n")
  list(TRANSFORM names PREPEND simulate.)
  set_tests_properties(${names} PROPERTIES LABELS conformance TIMEOUT 60)
endfunction()
