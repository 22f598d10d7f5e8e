# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A module of pkg-config for each target. Paths are relative to the module's own, so that what was installed
# may be moved. The language's version is left to the user, whose -std=c++23 a -std=c++20 might undo.
set(pkg_config_dir "${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig")
file(RELATIVE_PATH prefix_from_here "${pkg_config_dir}" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" prefix_from_here "${prefix_from_here}")
file(RELATIVE_PATH include_from_here "${pkg_config_dir}" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")

# What dlopen is in, where that is a library of its own.
set(dl_libs)
foreach(library IN LISTS CMAKE_DL_LIBS)
  string(APPEND dl_libs " -l${library}")
endforeach()

function(install_pkg_config name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DESCRIPTION;REQUIRES;CFLAGS;LIBS" "")
  set(description "${arg_DESCRIPTION}")
  set(requires "${arg_REQUIRES}")
  set(cflags "${arg_CFLAGS}")
  set(libs "${arg_LIBS}")
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/eyeballs.pc.in" "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")
endfunction()

install_pkg_config(eyeballs
                   DESCRIPTION "${PROJECT_DESCRIPTION}"
                   CFLAGS "-I\${includedir}")
# Asio and Boost have no modules to require: their headers are looked for where the compiler looks.
install_pkg_config(eyeballs-asio
                   DESCRIPTION "eyeballs with standalone Asio 1.22 or newer"
                   REQUIRES eyeballs
                   CFLAGS "-DASIO_STANDALONE -pthread"
                   LIBS "-pthread${dl_libs}")
install_pkg_config(eyeballs-boost-asio
                   DESCRIPTION "eyeballs with Boost.Asio of Boost 1.81 or newer"
                   REQUIRES eyeballs
                   CFLAGS "-DEYEBALLS_USE_BOOST_ASIO -pthread"
                   LIBS "-pthread${dl_libs}")
install_pkg_config(eyeballs-tls
                   DESCRIPTION "TLS by OpenSSL, beside eyeballs-asio or eyeballs-boost-asio"
                   REQUIRES "openssl >= 1.1")
install_pkg_config(eyeballs-cares
                   DESCRIPTION "DNS by c-ares, beside eyeballs-asio or eyeballs-boost-asio"
                   REQUIRES "libcares >= 1.16")
