# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# threads.storm, threads.orders, threads.crowd and threads.soak. The soak is in full with GCC, of optimised code with
# assertions; a tenth of it with another compiler and with the sanitizers, with which GCC 12 warns when
# it optimises.
function(thread_tests)
  if(NOT TARGET Asio::asio)
    return()
  endif()
  foreach(test IN ITEMS storm soak orders crowd)
    add_executable(threads_${test} verification/threads/${test}.cpp)
    target_link_libraries(threads_${test} PRIVATE eyeballs::asio test_loopback test_lookups)
    eyeballs_warnings(threads_${test})
  endforeach()

  set(connects 20000)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    set(connects 200000)
    target_compile_options(threads_soak PRIVATE -O2 -UNDEBUG)
  endif()
  add_test(NAME threads.storm COMMAND threads_storm)
  add_test(NAME threads.orders COMMAND threads_orders)
  add_test(NAME threads.crowd COMMAND threads_crowd)
  add_test(NAME threads.soak COMMAND threads_soak ${connects})
  set_tests_properties(threads.storm threads.orders threads.crowd threads.soak
                       PROPERTIES LABELS threads TIMEOUT 300 RUN_SERIAL ON)
endfunction()
