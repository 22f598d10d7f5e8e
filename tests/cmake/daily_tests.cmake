# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The target `daily`: what the tests of the preset `daily` run, which leaves out some labels. The preset
# `rest` runs those.
function(daily_tests)
  add_custom_target(daily)
  foreach(target IN ITEMS core_tests conformance_tests asio_tests cares_tests tls_tests https_server
                          shared_objects shared_first shared_second unload unload_plugin without_rtti)
    if(TARGET ${target})
      add_dependencies(daily ${target})
    endif()
  endforeach()

  get_property(helpers DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  list(FILTER helpers INCLUDE REGEX "^network_")
  set(programs ${helpers})
  if(EYEBALLS_BUILD_EXAMPLES)
    get_property(examples DIRECTORY "${PROJECT_SOURCE_DIR}/examples" PROPERTY BUILDSYSTEM_TARGETS)
    list(APPEND programs ${examples})
  endif()
  if(programs)
    add_dependencies(daily ${programs})
  endif()
endfunction()
