# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# eyeballs_compiled(asio) defines eyeballs::asio_compiled, and eyeballs_compiled(boost_asio) its twin: a
# static library of what does not depend on the user's types, compiled once. What links it sees
# declarations of that. It is built in the project that uses it, by that one's compiler, options and Asio,
# and only if something links it.
set(eyeballs_compiled_source "${CMAKE_CURRENT_LIST_DIR}/compiled.cpp")

function(eyeballs_compiled asio)
  set(target eyeballs_${asio}_compiled)
  if(TARGET ${target})
    return()
  endif()
  add_library(${target} STATIC EXCLUDE_FROM_ALL "${eyeballs_compiled_source}")
  add_library(eyeballs::${asio}_compiled ALIAS ${target})
  target_link_libraries(${target} PUBLIC eyeballs::${asio})
  target_compile_definitions(${target} PUBLIC EYEBALLS_SEPARATE_COMPILATION)
endfunction()
