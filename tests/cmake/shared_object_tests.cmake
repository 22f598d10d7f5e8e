# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Two shared objects with a copy of the library each. GCC's unique symbols would make one of them.
function(shared_object_tests)
  foreach(name IN ITEMS first second)
    add_library(shared_${name} MODULE shared/plugin.cpp)
    target_link_libraries(shared_${name} PRIVATE eyeballs::eyeballs)
    target_compile_options(
      shared_${name} PRIVATE -fvisibility=hidden $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
    eyeballs_warnings(shared_${name})
  endforeach()
  add_executable(shared_objects shared/main.cpp)
  target_link_libraries(shared_objects PRIVATE eyeballs::eyeballs ${CMAKE_DL_LIBS})
  eyeballs_warnings(shared_objects)
  add_test(NAME core.shared_objects
           COMMAND shared_objects $<TARGET_FILE:shared_first> $<TARGET_FILE:shared_second>)
  set_tests_properties(core.shared_objects PROPERTIES LABELS core TIMEOUT 60)
endfunction()
