# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Hosted CI calls parts that are there: each that a workflow in SOURCE_DIR names is a function of .ci/run,
# and each form of the package a script. And it names all: what .ci/run does, some workflow does.
cmake_minimum_required(VERSION 3.22)

file(READ "${SOURCE_DIR}/.ci/run" run)
string(REGEX MATCH "\nall=\\(([a-z ]+)\\)" all "${run}")
string(REPLACE " " ";" all "${CMAKE_MATCH_1}")
if(NOT all)
  message(FATAL_ERROR ".ci/run has no list `all`")
endif()

file(GLOB workflows "${SOURCE_DIR}/.github/workflows/*.yml")
set(wrong)
set(called)
foreach(workflow IN LISTS workflows)
  file(STRINGS "${workflow}" lines REGEX "^ ")  # no comments, which begin in the first column
  foreach(line IN LISTS lines)
    if(line MATCHES "\\.ci/run ([a-z0-9_ ]*[a-z0-9_])")
      string(REPLACE " " ";" parts "${CMAKE_MATCH_1}")
      list(APPEND called ${parts})
    elseif(line MATCHES "^ +- ([a-z0-9_ ]+)$")  # an entry of the matrix
      string(REPLACE " " ";" parts "${CMAKE_MATCH_1}")
      list(APPEND called ${parts})
    elseif(line MATCHES "tests/package/check [^ ]+ (.*)$")
      string(REPLACE " " ";" forms "${CMAKE_MATCH_1}")
      foreach(form IN LISTS forms)
        if(NOT EXISTS "${SOURCE_DIR}/tests/package/forms/${form}")
          list(APPEND wrong "${workflow}: there is no form ${form} of the package")
        endif()
      endforeach()
    endif()
  endforeach()
endforeach()

foreach(part IN LISTS called)
  if(NOT run MATCHES "\npart_${part}\\(\\)")
    list(APPEND wrong ".ci/run has no part ${part}")
  endif()
endforeach()
foreach(part IN LISTS all)
  if(NOT part IN_LIST called)
    list(APPEND wrong "no workflow calls .ci/run ${part}")
  endif()
endforeach()
if(wrong)
  list(JOIN wrong "\n" wrong)
  message(FATAL_ERROR "${wrong}")
endif()
