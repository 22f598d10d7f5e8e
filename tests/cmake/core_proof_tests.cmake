# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The core against its model: all small trees of tasks, and random ones. Optimised in every preset
# (they are millions), with the assertions. Not run under ThreadSanitizer: there is one thread.
function(core_proof_tests)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
    return()
  endif()
  core_proof_test(core_exhaustive exhaustive)

  find_package(rapidcheck QUIET)
  if(rapidcheck_FOUND)
    core_proof_test(core_random random)
    target_link_libraries(core_random PRIVATE rapidcheck)
  else()
    message(STATUS "RapidCheck not found: random trees of tasks are not tested")
  endif()
endfunction()

# The program takes one argument, how much to do: 1 is all, a larger number that part of it.
function(core_proof_test name label)
  add_executable(${name} proof/${name}.cpp)
  target_link_libraries(${name} PRIVATE eyeballs::eyeballs)
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  eyeballs_warnings(${name})
  target_compile_options(${name} PRIVATE -O2 -UNDEBUG)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 takes a stop source that was destroyed inside its own request for one that is not.
    target_compile_options(${name} PRIVATE -Wno-dangling-pointer)
  endif()
  set(part 1)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    set(part 7)
  endif()
  add_test(NAME proof.${name} COMMAND ${name} ${part})
  set_tests_properties(proof.${name} PROPERTIES LABELS ${label} TIMEOUT 300)
endfunction()
