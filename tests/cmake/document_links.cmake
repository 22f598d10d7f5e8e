# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Checks DOCUMENTS, below SOURCE_DIR: each file that one links to is there. And examples/README.md, which
# is the index, links to each example and to each guide.
cmake_minimum_required(VERSION 3.22)

set(wrong)
set(linked)
foreach(document IN LISTS DOCUMENTS)
  get_filename_component(directory "${SOURCE_DIR}/${document}" DIRECTORY)
  file(READ "${SOURCE_DIR}/${document}" text)
  string(REPLACE "](" "<LINK " text "${text}")
  string(REGEX REPLACE "[][;]" "" text "${text}")  # which would mean something in a list
  string(REGEX MATCHALL "<LINK [^)# \n]+[)#]" links "${text}")
  foreach(link IN LISTS links)
    string(REGEX REPLACE "<LINK |[)#]" "" link "${link}")
    if(link MATCHES "^https?:")
      continue()
    endif()
    get_filename_component(target "${link}" ABSOLUTE BASE_DIR "${directory}")
    if(NOT EXISTS "${target}")
      list(APPEND wrong "${document} links to ${link}, which is not there")
    endif()
    if(document STREQUAL "examples/README.md")
      list(APPEND linked "${target}")
    endif()
  endforeach()
endforeach()

file(GLOB indexed "${SOURCE_DIR}/examples/*.cpp" "${SOURCE_DIR}/examples/guides/*.md")
foreach(file IN LISTS indexed)
  if(NOT file IN_LIST linked)
    list(APPEND wrong "examples/README.md does not link to ${file}")
  endif()
endforeach()
if(wrong)
  list(JOIN wrong "\n" wrong)
  message(FATAL_ERROR "${wrong}")
endif()
