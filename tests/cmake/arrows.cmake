# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Which part of INCLUDE_DIR may include which: fails at an arrow that points up, at a header that is in
# no part, and at a header of the operating system outside of the folders of asio/host/.
cmake_minimum_required(VERSION 3.22)

get_filename_component(INCLUDE_DIR "${INCLUDE_DIR}" ABSOLUTE)
set(parts)

# part(NAME FILES REGEX... MAY PART...): the headers of a part, below eyeballs/, and what they include.
# A part may include itself.
function(part name)
  cmake_parse_arguments(arg "" "" "FILES;MAY" ${ARGN})
  list(JOIN arg_FILES "|" files)
  set(files_of_${name} "^(${files})$" PARENT_SCOPE)
  set(may_${name} "${name};${arg_MAY}" PARENT_SCOPE)
  set(parts "${parts};${name}" PARENT_SCOPE)
endfunction()

part(base FILES "base/.+" MAY)
part(core FILES "core/.+" MAY base)
part(runtime FILES "runtime/.+" MAY core base)
part(testing FILES "testing/.+" MAY runtime core base)
part(address FILES "address/.+" MAY)
part(attempts FILES "attempts/.+" MAY core base)
part(happy_eyeballs FILES "happy_eyeballs.hpp" MAY attempts core)
part(by_name FILES "by_name/.+" MAY attempts address core base)
part(connect_by_name FILES "connect_by_name.hpp" MAY by_name happy_eyeballs address core)
part(trace FILES "trace.hpp" "trace/.+" MAY by_name attempts address core base)
part(eyeballs FILES "eyeballs.hpp" MAY connect_by_name happy_eyeballs attempts testing core)

set(without_asio connect_by_name happy_eyeballs by_name attempts address runtime core)
part(asio_runtime FILES "asio/runtime/.+" "asio/impl/(tree|wake_up).hpp"
     MAY asio_values runtime core base)
part(asio_tasks FILES "asio/(use_task|awaitable|co_spawn|run_on|stop_when).hpp"
     MAY asio_runtime asio_values attempts runtime core base)
part(asio_host FILES "asio/host/[a-z_]+.hpp" MAY asio_systems asio_values address core)
part(asio_systems FILES "asio/host/(posix|linux|windows)/.+" MAY asio_host asio_values address core)
# After asio_host, of which one page needs Asio's codes alone.
part(asio_values FILES "asio/(config|error|endpoint).hpp" "asio/host/error_numbers.hpp"
     MAY address core)
part(asio_options FILES "asio/(connect_options|check_arguments).hpp"
     MAY asio_host asio_values by_name attempts address core)
part(asio_dns FILES "asio/dns/.+" "asio/impl/system_resolver.hpp"
     MAY asio_options asio_host asio_tasks asio_runtime asio_values by_name address core base)
part(asio_tcp FILES "asio/tcp/.+" "asio/impl/connect_to.hpp"
     MAY asio_options asio_host asio_tasks asio_runtime asio_values attempts address core)
part(asio_connect FILES "asio/(connect|async_connect|async_happy_eyeballs|with_report).hpp" "asio/connect/.+" "asio/async_connect/.+"
                        "asio/impl/(connect|connect_callers_socket|race_of_list).hpp"
     MAY asio_tcp asio_options asio_dns asio_host asio_tasks asio_runtime asio_values ${without_asio} base)
part(asio_cares FILES "asio/cares_resolver.hpp" "asio/cares/.+"
     MAY asio_host asio_tasks asio_runtime asio_values by_name address core)
part(asio_tls FILES "asio/tls.hpp" "asio/tls/.+"
     MAY asio_connect asio_dns asio_options asio_tasks asio_runtime asio_values core)
part(asio FILES "asio.hpp"
     MAY asio_connect asio_tcp asio_options asio_dns asio_host asio_tasks asio_values address eyeballs)

part(src FILES "src.hpp" MAY asio_connect asio_tcp asio_dns asio_runtime)

# What core/ may include of the standard library is light.
set(heavy "algorithm|functional|iostream|map|memory|mutex|ranges|regex|set|sstream|stop_token|thread")

# The part that a header, below eyeballs/, is in.
function(part_of header result)
  set(${result} "" PARENT_SCOPE)
  foreach(name IN LISTS parts)
    if(name AND header MATCHES "${files_of_${name}}")
      set(${result} ${name} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

set(wrong)
set(arrows 0)
file(GLOB_RECURSE headers RELATIVE "${INCLUDE_DIR}/eyeballs" "${INCLUDE_DIR}/eyeballs/*.hpp")
foreach(header IN LISTS headers)
  part_of("${header}" from)
  if(NOT from)
    list(APPEND wrong "${header} is in no part: say in arrows.cmake which it is, and what it may include")
    continue()
  endif()

  file(STRINGS "${INCLUDE_DIR}/eyeballs/${header}" lines REGEX "^#include [\"<]")
  foreach(line IN LISTS lines)
    if(line MATCHES "^#include \"(.+)\"")
      get_filename_component(folder "${INCLUDE_DIR}/eyeballs/${header}" DIRECTORY)
      get_filename_component(path "${CMAKE_MATCH_1}" ABSOLUTE BASE_DIR "${folder}")
      file(RELATIVE_PATH included "${INCLUDE_DIR}/eyeballs" "${path}")
      part_of("${included}" to)
      math(EXPR arrows "${arrows} + 1")
      if(NOT to IN_LIST may_${from})
        list(APPEND wrong "${header} (${from}) may not include ${included} (${to})")
      endif()
      continue()
    endif()

    string(REGEX REPLACE "^#include <(.+)>.*" "\\1" included "${line}")
    if(from STREQUAL "core" AND included MATCHES "^(${heavy})$")
      list(APPEND wrong "${header} includes <${included}>, which is heavy")
    elseif(NOT included MATCHES "[./]")
      continue()  # the standard library
    elseif(from STREQUAL "asio_systems"
           OR (from STREQUAL "asio_cares" AND included STREQUAL "ares.h")
           OR (from STREQUAL "asio_tls" AND included MATCHES "^openssl/")
           OR (from STREQUAL "asio_values" AND included MATCHES "^(boost|asio)/"))
      continue()
    else()
      list(APPEND wrong "${header} includes <${included}>: the system is asked in the folders of asio/host/ alone")
    endif()
  endforeach()
endforeach()

if(arrows EQUAL 0)
  list(APPEND wrong "no header below ${INCLUDE_DIR} includes another")
endif()
if(wrong)
  list(JOIN wrong "\n" wrong)
  message(FATAL_ERROR "${wrong}")
endif()
message("${arrows} includes, and none points up")
