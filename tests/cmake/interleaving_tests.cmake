# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# proof.interleaving_NAME: every interleaving of some threads. The scenarios are compiled for
# ThreadSanitizer, and linked with the explorer's instrumentation in its place; so not with a
# sanitizer. Those of three threads take minutes, and so begin first.
function(interleaving_tests)
  if(NOT TARGET Asio::asio OR CMAKE_CXX_FLAGS MATCHES "-fsanitize" OR NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    return()
  endif()
  set(sources explorer.cpp threads.cpp events.cpp instrumentation.cpp)
  list(TRANSFORM sources PREPEND verification/interleaving/)
  add_library(interleaving_explorer OBJECT ${sources})
  target_compile_features(interleaving_explorer PRIVATE cxx_std_20)
  target_compile_options(interleaving_explorer PRIVATE -O3)
  eyeballs_warnings(interleaving_explorer)

  foreach(name IN ITEMS planted gates waits calls)
    interleaving_program(${name})
    interleaving_test(${name})
  endforeach()
  interleaving_test(calls of_three)
  foreach(fate IN ITEMS called dispatched dropped hangs)
    interleaving_test(waits ${fate})
  endforeach()
endfunction()

function(interleaving_program name)
  set(target interleaving_${name})
  add_executable(${target} verification/interleaving/${name}.cpp
                           $<TARGET_OBJECTS:interleaving_explorer>)
  target_link_libraries(${target} PRIVATE eyeballs::asio Threads::Threads)
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  eyeballs_warnings(${target})
  # What is freed must be seen to be: so the pool of frames keeps nothing, as with AddressSanitizer,
  # and all memory is of operator new.
  target_compile_definitions(${target} PRIVATE __SANITIZE_ADDRESS__=1 ASIO_DISABLE_STD_ALIGNED_ALLOC)
  target_compile_options(${target} PRIVATE -O1 -UNDEBUG -fsanitize=thread)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-tsan)  # of fences, which the explorer knows
  endif()
  foreach(function IN ITEMS pthread_mutex_lock pthread_mutex_unlock sched_yield nanosleep)
    target_link_options(${target} PRIVATE "LINKER:--wrap=${function}")
  endforeach()
endfunction()

# With an argument, of three threads.
function(interleaving_test name)
  list(JOIN ARGN "_" suffix)
  set(test proof.interleaving_${name})
  if(suffix)
    string(APPEND test "_${suffix}")
  endif()
  add_test(NAME ${test} COMMAND interleaving_${name} ${ARGN})
  set_tests_properties(${test} PROPERTIES LABELS exhaustive TIMEOUT 1800)
  if(suffix)
    set_tests_properties(${test} PROPERTIES COST 1000)
  endif()
endfunction()
