# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Each allocation fails in turn: those of the core and the algorithm, and of the backend on each Asio,
# whose caches are off so that all memory is asked for. Not run under ThreadSanitizer: it is one thread
# that fails.
function(fault_tests)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
    return()
  endif()
  add_library(faults_injector OBJECT verification/faults/injector.cpp)
  target_link_libraries(faults_injector PRIVATE eyeballs::eyeballs)
  target_include_directories(faults_injector PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  eyeballs_warnings(faults_injector)

  fault_test(algorithm algorithm eyeballs::eyeballs "")
  if(TARGET Asio::asio)
    fault_test(asio asio eyeballs::asio ASIO test_loopback test_lookups)
  endif()
  if(Boost_FOUND)
    fault_test(boost_asio asio eyeballs::boost_asio BOOST_ASIO test_loopback test_lookups)
  endif()
endfunction()

function(fault_test name source library asio)
  add_executable(faults_${name} verification/faults/${source}.cpp $<TARGET_OBJECTS:faults_injector>)
  target_link_libraries(faults_${name} PRIVATE ${library} ${ARGN} Threads::Threads ${CMAKE_DL_LIBS})
  target_include_directories(faults_${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  if(asio)
    target_compile_definitions(
      faults_${name} PRIVATE ${asio}_RECYCLING_ALLOCATOR_CACHE_SIZE=0
                             ${asio}_DISABLE_STD_ALIGNED_ALLOC=1
                             ${asio}_DISABLE_BOOST_ALIGN=1)
  endif()
  eyeballs_warnings(faults_${name})
  add_test(NAME faults.${name} COMMAND faults_${name})
  set_tests_properties(faults.${name} PROPERTIES LABELS faults TIMEOUT 300)
endfunction()
