# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Each compile_fail/NAME.cpp is a mistake that the compiler must refuse in our words, and, with
# CONTROL defined, the same without the mistake, which must compile. See compile_fail.cmake.
function(compile_fail_tests)
  file(GLOB sources CONFIGURE_DEPENDS compile_fail/*.cpp)
  if(NOT sources)
    return()
  endif()

  # Never built: it holds the flags that a user of eyeballs::asio compiles with.
  add_library(compile_fail OBJECT EXCLUDE_FROM_ALL ${sources})
  target_link_libraries(compile_fail PRIVATE eyeballs::asio)

  separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
  list(APPEND flags ${CMAKE_CXX20_STANDARD_COMPILE_OPTION})
  foreach(source IN LISTS sources)
    get_filename_component(stem "${source}" NAME_WE)
    add_test(
      NAME compile_fail.${stem}
      COMMAND
        ${CMAKE_COMMAND} -D "SOURCE=${source}" -D "COMPILER=${CMAKE_CXX_COMPILER}"
        -D "COMPILER_ID=${CMAKE_CXX_COMPILER_ID}" -D "COMPILER_VERSION=${CMAKE_CXX_COMPILER_VERSION}"
        -D "FLAGS=${flags}" -D "DEFINITIONS=$<TARGET_PROPERTY:compile_fail,COMPILE_DEFINITIONS>" -D
        "INCLUDES=$<TARGET_PROPERTY:compile_fail,INCLUDE_DIRECTORIES>" -P
        "${CMAKE_CURRENT_SOURCE_DIR}/cmake/compile_fail.cmake")
    set_tests_properties(compile_fail.${stem} PROPERTIES LABELS compile TIMEOUT 120
                                                         SKIP_REGULAR_EXPRESSION "^skipped: ")
  endforeach()
endfunction()
