# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Every header compiles alone: its own includes suffice, and it may be included twice.
function(header_tests)
  set(include_dir "${PROJECT_SOURCE_DIR}/include")
  file(GLOB_RECURSE headers RELATIVE "${include_dir}" CONFIGURE_DEPENDS "${include_dir}/*.hpp")
  set(asio_headers ${headers})
  list(FILTER headers EXCLUDE REGEX "^eyeballs/asio")
  list(FILTER asio_headers INCLUDE REGEX "^eyeballs/asio")

  add_custom_target(header_tests)
  headers_alone(header_tests_core eyeballs::eyeballs ${headers})
  headers_alone(header_tests_asio eyeballs::asio ${asio_headers})
endfunction()

function(headers_alone target library)
  set(sources)
  foreach(header IN LISTS ARGN)
    string(REGEX REPLACE "\\.hpp$" ".cpp" source "${CMAKE_CURRENT_BINARY_DIR}/headers/${header}")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include <${header}>\n#include <${header}>\n")
    list(APPEND sources "${source}")
  endforeach()
  if(sources)
    add_library(${target} OBJECT ${sources})
    target_link_libraries(${target} PRIVATE ${library})
    eyeballs_warnings(${target})
    add_dependencies(header_tests ${target})
  endif()
endfunction()
