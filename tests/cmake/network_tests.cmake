# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Each network/NAME.cpp is a helper program; each network/NAME.sh is a test that drives the examples,
# often in a network namespace or with a hosts file of its own. It finds the examples in $EXAMPLES and
# the helpers in $HELPERS, and exits with 77 where the machine does not let it run.
function(network_tests)
  set(helpers "${CMAKE_CURRENT_BINARY_DIR}/network")
  file(GLOB sources CONFIGURE_DEPENDS network/*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(stem "${source}" NAME_WE)
    if(stem STREQUAL "tls" AND NOT OpenSSL_FOUND)
      continue()  # its test is skipped, and says so
    endif()
    add_executable(network_${stem} "${source}")
    target_link_libraries(network_${stem} PRIVATE eyeballs::asio)
    set_target_properties(network_${stem} PROPERTIES OUTPUT_NAME ${stem}
                                                     RUNTIME_OUTPUT_DIRECTORY "${helpers}")
    eyeballs_warnings(network_${stem})
  endforeach()
  if(TARGET network_tls)
    target_include_directories(network_tls PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(network_tls PRIVATE eyeballs::tls)
  endif()

  file(GLOB scripts CONFIGURE_DEPENDS network/*.sh)
  if(scripts AND NOT TARGET connect)
    message(STATUS "The examples are not built: no network tests")
    return()
  endif()
  set(slack 15)  # milliseconds that what is measured may be late
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    set(slack 150)  # each library that getaddrinfo loads takes a sanitizer its time
  endif()
  foreach(script IN LISTS scripts)
    get_filename_component(stem "${script}" NAME_WE)
    add_test(NAME network.${stem} COMMAND sh "${script}")
    set_tests_properties(
      network.${stem}
      PROPERTIES LABELS network
                 TIMEOUT 120
                 RUN_SERIAL ON
                 SKIP_RETURN_CODE 77
                 ENVIRONMENT
                 "EXAMPLES=${PROJECT_BINARY_DIR}/examples;HELPERS=${helpers};SLACK=${slack}")
  endforeach()
endfunction()
