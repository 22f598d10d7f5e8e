# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# What of the tests runs on Windows, with a program of its own for what this system is asked. What does not
# is told here by its name, with the reason, and when the build is configured.
set(suites_not_on_windows
    "proof.random, proof.core_random, proof.by_name: Debian has no RapidCheck for MinGW"
    "faults, threads, network, shared_objects, unload, interleaving: they are written for POSIX"
    "cares, tls, boost: Debian has neither c-ares nor OpenSSL nor Boost for MinGW"
    "compile, design, documents, fuzz: they say the same with another compiler"
    "examples connect, guide, listen: they show calls of POSIX"
    "simulate.timelines: a script runs the program"
    "examples quick_start, retry, download: they are built, but nobody listens for them"
    "deep: a shell makes its stack small"
    "no_file_is_left: wine 8 does not count a program's handles, so this check finds nothing")

# Files of asio/: their names, and the reason.
set(asio_not_on_windows
    "connect_errors connect_report known_endpoints lookup_queue name_resolver resolve system_resolver abandonment: they count, delay and fail the lookups of POSIX"
    "lookup_threads: it forks, and sends signals"
    "connect_to stream_socket: they ask for flags of descriptors"
    "read_file deprecated_addresses gai_conf paths system_policy: only POSIX, or Linux, has these files"
    "to_literal admission nat64_resolver source_address tcp_transport: they use up the descriptors that a program may have"
    "executor_and_list socket_and_list: they connect local sockets, too"
    "blocking: it accepts by a duplicate of a descriptor")

# What is built with the rest, but not run as a whole or in part.
set(asio_not_by_wine
    "socket_and_host: wine 8 has no FileReplaceCompletionInformation, by which Asio releases a socket"
    "handlers, that a context which is stopped calls nothing: Asio's stop waits there behind what was posted")

# One program of asio/, without these.
function(windows_asio_tests)
  file(GLOB sources CONFIGURE_DEPENDS asio/*.cpp asio/*/*.cpp)
  foreach(each IN LISTS asio_not_on_windows)
    message(STATUS "not on Windows: asio: ${each}")
    string(REGEX REPLACE ":.*" "" stems "${each}")
    string(REPLACE " " "|" stems "${stems}")
    list(FILTER sources EXCLUDE REGEX "/(${stems})\\.cpp$")
  endforeach()
  add_library(windows_support OBJECT windows/loopback.cpp windows/lookups.cpp)
  target_compile_features(windows_support PUBLIC cxx_std_20)
  target_include_directories(windows_support PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(windows_support PUBLIC ws2_32)
  eyeballs_warnings(windows_support)
  catch_tests(asio_tests PREFIX asio LABELS asio SERIAL
              SOURCES ${sources} LIBRARIES eyeballs::asio windows_support)
  # The names of the sections of an object file take 10 MB at most here.
  set_target_properties(asio_tests PROPERTIES UNITY_BUILD_BATCH_SIZE 2)
  foreach(each IN LISTS asio_not_by_wine)
    message(STATUS "not on Windows: asio: ${each}")
  endforeach()
  set_tests_properties(asio.socket_and_host PROPERTIES DISABLED ON)
endfunction()

# Wine's folder, before the tests: the first program makes it, and of two that begin at once one then often fails.
function(prepare_wine)
  if(WINE)
    execute_process(COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} wineboot --init
                    OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()

function(windows_tests)
  foreach(each IN LISTS suites_not_on_windows)
    message(STATUS "not on Windows: ${each}")
  endforeach()
  prepare_wine()
  target_link_libraries(test_support PUBLIC ws2_32)
  # Before <windows.h>, whatever includes that first.
  target_compile_options(test_support PUBLIC -include winsock2.h)
  # The linker puts the tests' own functions in the place of the unwinder's, as the loader does elsewhere.
  target_link_options(test_support PUBLIC -Wl,--wrap=_Unwind_RaiseException
                      -Wl,--wrap=_Unwind_Resume_or_Rethrow)

  windows_asio_tests()
  simulate_tests()
  add_executable(windows_asio windows/asio.cpp)
  target_link_libraries(windows_asio PRIVATE eyeballs::asio)
  eyeballs_warnings(windows_asio)
  add_test(NAME windows.asio COMMAND windows_asio)
  set_tests_properties(windows.asio PROPERTIES LABELS asio TIMEOUT 60)

  foreach(example IN ITEMS virtual_time own_network custom_transport callback_app callback_app_before)
    if(TARGET ${example})
      add_test(NAME examples.${example} COMMAND ${example})
      set_tests_properties(examples.${example} PROPERTIES LABELS examples TIMEOUT 60)
    endif()
  endforeach()
endfunction()
