# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# What of the tests runs on Windows: the scenarios of the algorithm, two examples, and a program of its own
# for the Asio backend. What does not is told here by its name, with the reason, and when the build is
# configured.
set(suites_not_on_windows
    "core, proofs: not tried yet, as MinGW's linker takes minutes for each"
    "asio: its servers, its getaddrinfo and its counts of files are written for POSIX"
    "faults, threads, network, shared_objects, unload: they are written for POSIX"
    "cares, boost: Debian has neither c-ares nor Boost for MinGW"
    "compile, design, documents, fuzz: they say the same with another compiler"
    "examples connect, guide, listen: they show calls of POSIX")

function(windows_tests)
  foreach(each IN LISTS suites_not_on_windows)
    message(STATUS "not on Windows: ${each}")
  endforeach()
  # The linker puts the tests' own functions in the place of the unwinder's, as the loader does elsewhere.
  target_link_options(test_support PUBLIC -Wl,--wrap=_Unwind_RaiseException
                      -Wl,--wrap=_Unwind_Resume_or_Rethrow)

  add_executable(windows_asio windows/asio.cpp)
  target_link_libraries(windows_asio PRIVATE eyeballs::asio)
  eyeballs_warnings(windows_asio)
  add_test(NAME windows.asio COMMAND windows_asio)
  set_tests_properties(windows.asio PROPERTIES LABELS asio TIMEOUT 60)

  foreach(example IN ITEMS virtual_time own_network)
    if(TARGET ${example})
      add_test(NAME examples.${example} COMMAND ${example})
      set_tests_properties(examples.${example} PROPERTIES LABELS examples TIMEOUT 60)
    endif()
  endforeach()
endfunction()
