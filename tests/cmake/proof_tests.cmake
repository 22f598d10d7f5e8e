# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The algorithm against its model, all schedules of up to four connectors and random ones of up to
# fifty; connect_by_name against its own; and the core against a third, all small trees of tasks and
# random ones. Optimised in every preset (they are millions), with the assertions. With an argument N
# they play one in N: all is too much for a sanitizer, or for a program that is emulated. Not run under ThreadSanitizer: there is one
# thread.
function(proof_tests)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
    return()
  endif()
  add_library(proof_compare OBJECT verification/proof/compare.cpp)
  proof_options(proof_compare)

  proof_test(exhaustive exhaustive 16 $<TARGET_OBJECTS:proof_compare>)
  proof_test(core_exhaustive exhaustive 7)

  find_package(rapidcheck QUIET)
  if(NOT rapidcheck_FOUND)
    message(STATUS "RapidCheck not found: random schedules and trees are not tested")
    return()
  endif()
  proof_test(random random 10 $<TARGET_OBJECTS:proof_compare>)
  proof_test(core_random random 7)
  proof_test(by_name random 40)
  target_link_libraries(random PRIVATE rapidcheck)
  target_link_libraries(core_random PRIVATE rapidcheck)
  target_link_libraries(by_name PRIVATE rapidcheck)
endfunction()

function(proof_test name label part_when_sanitized)
  add_executable(${name} verification/proof/${name}.cpp ${ARGN})
  proof_options(${name})
  set(part 1)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=" OR CMAKE_CROSSCOMPILING)
    set(part ${part_when_sanitized})
  endif()
  add_test(NAME proof.${name} COMMAND ${name} ${part})
  set_tests_properties(proof.${name} PROPERTIES LABELS ${label} TIMEOUT 600)
endfunction()

function(proof_options target)
  target_link_libraries(${target} PRIVATE eyeballs::eyeballs)
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  eyeballs_warnings(${target})
  target_compile_options(${target} PRIVATE -O2 -UNDEBUG)
  # Three times as long to compile with UBSan, which core_tests have. GCC 12 warns of moved-from
  # variants when it optimises what AddressSanitizer watches.
  target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
  endif()
endfunction()

# Clang's fuzzer on schedules, from the scenario tables on: the same minute each time, so that what it
# finds comes again. By hand, others and longer, in build/PRESET/tests/fuzz/:
# ./schedules -max_total_time=3600 -max_len=203 corpus seeds
function(fuzz_tests)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    return()
  endif()
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_FLAGS -fsanitize=fuzzer)
  check_cxx_source_compiles(
    "extern \"C\" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }"
    EYEBALLS_HAS_LIBFUZZER)
  if(NOT EYEBALLS_HAS_LIBFUZZER)
    message(STATUS "libFuzzer not found (libclang-rt-dev): no fuzzing")
    return()
  endif()

  set(directory "${CMAKE_CURRENT_BINARY_DIR}/fuzz")
  add_executable(fuzz_seeds verification/fuzz/seeds.cpp)
  proof_options(fuzz_seeds)
  target_link_libraries(fuzz_seeds PRIVATE nlohmann_json::nlohmann_json)
  set(tables "${CMAKE_CURRENT_SOURCE_DIR}/conformance/race.json"
             "${CMAKE_CURRENT_SOURCE_DIR}/conformance/happy_eyeballs.json")
  add_custom_command(
    OUTPUT "${directory}/seeds.stamp"
    COMMAND ${CMAKE_COMMAND} -E rm -rf "${directory}/seeds"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${directory}/seeds" "${directory}/corpus"
    COMMAND fuzz_seeds ${tables} "${directory}/seeds"
    COMMAND ${CMAKE_COMMAND} -E touch "${directory}/seeds.stamp"
    DEPENDS fuzz_seeds ${tables}
    VERBATIM)
  add_custom_target(fuzz_corpus ALL DEPENDS "${directory}/seeds.stamp")

  add_executable(fuzz_schedules verification/fuzz/schedules.cpp
                                verification/proof/compare.cpp)
  proof_options(fuzz_schedules)
  target_compile_options(fuzz_schedules PRIVATE -fsanitize=fuzzer,address,undefined
                                                -fno-sanitize-recover=all)
  target_link_options(fuzz_schedules PRIVATE -fsanitize=fuzzer,address,undefined)
  set_target_properties(fuzz_schedules PROPERTIES OUTPUT_NAME schedules
                                                  RUNTIME_OUTPUT_DIRECTORY "${directory}")
  add_test(NAME fuzz.schedules
           COMMAND fuzz_schedules -seed=8305 -max_total_time=60 -timeout=10 -max_len=83 -print_funcs=0
                   -print_final_stats=1 corpus seeds
           WORKING_DIRECTORY "${directory}")
  set_tests_properties(fuzz.schedules PROPERTIES LABELS fuzz TIMEOUT 180 COST 100)
endfunction()
