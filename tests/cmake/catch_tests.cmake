# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# One program of all `SOURCES` (globs), and one ctest, PREFIX.STEM, for each source file: Catch2's
# tag by file name picks its test cases, so their names may hold anything, and discovery runs nothing.
# That tag has no folder, so no two files of a program may have the same stem.
#
# A file named deep*.cpp runs on a stack of 256 KiB and has the label `deep`.
function(catch_tests target)
  cmake_parse_arguments(arg "SERIAL" "PREFIX" "LABELS;SOURCES;LIBRARIES;DEFINITIONS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${arg_SOURCES})
  if(WIN32)
    list(FILTER sources EXCLUDE REGEX "/deep[a-z_]*\\.cpp$")
  endif()
  if(NOT sources)
    return()
  endif()

  set(stems)
  foreach(source IN LISTS sources)
    get_filename_component(stem "${source}" NAME_WE)
    if(stem IN_LIST stems)
      message(FATAL_ERROR "${target} has two files ${stem}.cpp, and so would have two tests "
                          "${arg_PREFIX}.${stem} that both run all of either: rename one")
    endif()
    list(APPEND stems ${stem})
  endforeach()

  add_executable(${target} ${sources})
  # A few large translation units: what Asio and the library instantiate is compiled once for many.
  # There a test file is no main file, so that GCC takes its anonymous namespace for a header's.
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  target_link_libraries(${target} PRIVATE test_support ${arg_LIBRARIES})
  target_compile_definitions(${target} PRIVATE ${arg_DEFINITIONS})
  eyeballs_warnings(${target})

  set(no_tests_fail)  # Catch2 3's default
  if(Catch2_VERSION VERSION_LESS 3)
    set(no_tests_fail --warn NoTests)
  endif()

  foreach(stem IN LISTS stems)
    set(name ${arg_PREFIX}.${stem})
    set(labels ${arg_LABELS})
    set(arguments --filenames-as-tags "[#${stem}]" ${no_tests_fail})
    set(command ${target} ${arguments})
    if(stem MATCHES "^deep")
      list(APPEND labels deep)
      set(command sh -c [[ulimit -s 256 && exec "$0" "$@"]] $<TARGET_FILE:${target}> ${arguments})
    endif()
    add_test(NAME ${name} COMMAND ${command})
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT 300)
    if(arg_SERIAL)
      set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)  # real time, which a busy machine bends
    endif()
  endforeach()
endfunction()
