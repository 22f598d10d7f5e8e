# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# GCC compiles each inline coroutine, used or not, unless it optimises: half of the time.
set(without_the_unused $<$<CXX_COMPILER_ID:GNU>:-O1>)

# The headers, below include/. A system's own pages are not among them: host/system_*.hpp include those of
# the system at hand.
function(all_headers result)
  set(include_dir "${PROJECT_SOURCE_DIR}/include")
  file(GLOB_RECURSE headers RELATIVE "${include_dir}" CONFIGURE_DEPENDS "${include_dir}/*.hpp")
  list(REMOVE_ITEM headers eyeballs/src.hpp)  # the library of a target of ours
  list(FILTER headers EXCLUDE REGEX "asio/host/(posix|linux|windows)/")
  set(${result} "${headers}" PARENT_SCOPE)
endfunction()

# The target `header_tests`, which is not one of `all`: every header compiles alone, so its own includes suffice,
# and it may be included twice. That takes as long as half of the tests, and one compiler's word is enough.
function(header_tests)
  all_headers(headers)
  set(asio_headers ${headers})
  list(FILTER headers EXCLUDE REGEX "^eyeballs/asio")
  list(FILTER asio_headers INCLUDE REGEX "^eyeballs/asio")
  set(cares_headers ${asio_headers})
  set(tls_headers ${asio_headers})
  list(FILTER asio_headers EXCLUDE REGEX "asio/(cares|tls)")
  list(FILTER cares_headers INCLUDE REGEX "asio/cares")
  list(FILTER tls_headers INCLUDE REGEX "asio/tls")

  add_custom_target(header_tests)
  headers_alone(header_tests_core eyeballs::eyeballs ${headers})
  headers_alone(header_tests_asio eyeballs::asio ${asio_headers})
  if(c-ares_FOUND)
    headers_alone(header_tests_cares "eyeballs::asio;eyeballs::cares" ${cares_headers})
  endif()
  if(OpenSSL_FOUND)
    headers_alone(header_tests_tls "eyeballs::asio;eyeballs::tls" ${tls_headers})
  endif()
endfunction()

function(headers_alone target library)
  set(sources)
  foreach(header IN LISTS ARGN)
    string(REGEX REPLACE "\\.hpp$" ".cpp" source "${CMAKE_CURRENT_BINARY_DIR}/headers/${header}")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include <${header}>\n#include <${header}>\n")
    list(APPEND sources "${source}")
  endforeach()
  if(sources)
    add_library(${target} OBJECT EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(${target} PRIVATE ${library})
    target_compile_options(${target} PRIVATE ${without_the_unused})
    eyeballs_warnings(${target})
    add_dependencies(header_tests ${target})
  endif()
endfunction()

# Two translation units that include every header make one program, with either Asio.
function(everything_links_tests)
  all_headers(headers)
  if(c-ares_FOUND)
    set(cares eyeballs::cares)
  else()
    list(FILTER headers EXCLUDE REGEX "asio/cares")
  endif()
  if(OpenSSL_FOUND)
    set(tls eyeballs::tls)
  else()
    list(FILTER headers EXCLUDE REGEX "asio/tls")
  endif()
  list(TRANSFORM headers REPLACE "(.+)" "#include <\\1>\n")
  string(CONCAT includes ${headers})
  set(directory "${CMAKE_CURRENT_BINARY_DIR}/headers")
  file(CONFIGURE OUTPUT "${directory}/one.cpp"
       CONTENT "${includes}int other();\nint main() { return other(); }\n")
  file(CONFIGURE OUTPUT "${directory}/other.cpp"
       CONTENT "${includes}int other();\nint other() { return 0; }\n")
  # What each needs: a target of ours that links what isn't there stops the generation.
  set(asio_needs Asio::asio)
  set(boost_asio_needs Boost::headers)
  foreach(asio IN ITEMS asio boost_asio)
    if(TARGET ${${asio}_needs})
      add_executable(everything_${asio} "${directory}/one.cpp" "${directory}/other.cpp")
      target_link_libraries(everything_${asio} PRIVATE eyeballs::${asio} ${cares} ${tls})
      target_compile_options(everything_${asio} PRIVATE ${without_the_unused})
      eyeballs_warnings(everything_${asio})
      add_test(NAME compile.everything_${asio} COMMAND everything_${asio})
      set_tests_properties(compile.everything_${asio} PROPERTIES LABELS compile)
    endif()
  endforeach()
endfunction()
