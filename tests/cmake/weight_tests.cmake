# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# What a user's object file holds of the library: nothing, if a header is included and not used; and where
# the rest is compiled apart, only what depends on the user's types.
function(weight_tests)
  if(NOT TARGET eyeballs_asio_compiled)
    return()
  endif()
  set(door_forbidden "eyeballs::")
  set(door_needed "")
  set(apart_forbidden "connect_by_name|happy_eyeballs|name_resolver|lookup|getaddrinfo|connect_attempt")
  set(apart_needed "eyeballs::standalone_asio::connect<void>")
  add_library(weight_door OBJECT weight/door.cpp)
  target_link_libraries(weight_door PRIVATE eyeballs::asio)
  add_library(weight_apart OBJECT weight/apart.cpp)
  target_link_libraries(weight_apart PRIVATE eyeballs::asio_compiled)
  foreach(name IN ITEMS door apart)
    target_compile_options(weight_${name} PRIVATE -O0)
    eyeballs_warnings(weight_${name})
    add_test(NAME compile.weight_${name}
             COMMAND ${CMAKE_COMMAND} -D "NM=${CMAKE_NM}" -D "OBJECT=$<TARGET_OBJECTS:weight_${name}>" -D
                     "FORBIDDEN=${${name}_forbidden}" -D "NEEDED=${${name}_needed}" -P
                     "${CMAKE_CURRENT_SOURCE_DIR}/cmake/object.cmake")
    set_tests_properties(compile.weight_${name} PROPERTIES LABELS compile TIMEOUT 60)
  endforeach()
endfunction()
