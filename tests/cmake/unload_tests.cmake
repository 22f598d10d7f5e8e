# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A shared object that has started a thread is not unloaded. GCC's unique symbols would keep it by chance.
function(unload_tests)
  if(NOT TARGET Asio::asio)
    return()
  endif()
  add_library(unload_plugin MODULE unload/plugin.cpp)
  target_link_libraries(unload_plugin PRIVATE eyeballs::asio)
  target_compile_options(unload_plugin PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
  add_executable(unload unload/main.cpp)
  target_compile_features(unload PRIVATE cxx_std_20)
  target_include_directories(unload PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(unload PRIVATE Threads::Threads ${CMAKE_DL_LIBS})
  eyeballs_warnings(unload_plugin)
  eyeballs_warnings(unload)
  add_test(NAME asio.unload COMMAND unload $<TARGET_FILE:unload_plugin>)
  set_tests_properties(asio.unload PROPERTIES LABELS asio TIMEOUT 60)
endfunction()
