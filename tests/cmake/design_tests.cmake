# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# What the folders promise: which part includes which, which names are public, and that all is plain C++.
function(design_tests)
  set(scripts "${CMAKE_CURRENT_SOURCE_DIR}/cmake")
  set(include_dir -D "INCLUDE_DIR=${PROJECT_SOURCE_DIR}/include")
  add_test(NAME design.arrows COMMAND ${CMAKE_COMMAND} ${include_dir} -P "${scripts}/arrows.cmake")
  add_test(NAME design.public_names
           COMMAND ${CMAKE_COMMAND} ${include_dir} -D
                   "NAMES=${CMAKE_CURRENT_SOURCE_DIR}/public_names.txt" -P
                   "${scripts}/public_names.cmake")
  add_test(NAME design.plain_cpp
           COMMAND ${CMAKE_COMMAND} ${include_dir} -P "${scripts}/plain_cpp.cmake")
  set_tests_properties(design.arrows design.public_names design.plain_cpp PROPERTIES LABELS documents TIMEOUT 60)
endfunction()
