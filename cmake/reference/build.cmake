# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Builds the reference in REFERENCE_DIR by DOXYGEN, and checks that each of NAMES is told there.
cmake_minimum_required(VERSION 3.22)

file(REMOVE_RECURSE "${REFERENCE_DIR}/html")
execute_process(COMMAND "${DOXYGEN}" "${REFERENCE_DIR}/Doxyfile" RESULT_VARIABLE status)
if(status)
  message(FATAL_ERROR "Doxygen has warned: see above")
endif()

file(READ "${REFERENCE_DIR}/eyeballs.tag" told)
file(STRINGS "${NAMES}" names REGEX "^[^#]")
list(REMOVE_ITEM names "operator co_await")  # what the keyword calls; nobody else does
set(missing)
foreach(name IN LISTS names)
  if(NOT told MATCHES "<name>(eyeballs::)?${name}</name>")
    list(APPEND missing "${name}")
  endif()
endforeach()
if(missing)
  message(FATAL_ERROR "not in the reference: ${missing}")
endif()
list(LENGTH names count)
message("${count} public names, in ${REFERENCE_DIR}/html/index.html")
