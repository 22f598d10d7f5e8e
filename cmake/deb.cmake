# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# `cpack` in the build folder makes the package eyeballs-dev. It has headers alone, and so is one for
# all architectures.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME eyeballs-dev)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "connects to the first address that answers, for Asio (C++20 headers)")
set(CPACK_PACKAGE_DESCRIPTION
    "Happy Eyeballs (RFC 8305): from the name of a host to a connected socket,
with any completion token of standalone Asio or Boost.Asio. The core, tasks
and ways to combine them, needs the standard library alone.")
# Debian wants an address; there is none.
set(CPACK_PACKAGE_CONTACT "the eyeballs authors <authors@eyeballs.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libstdc++-12-dev | libstdc++-dev | libc++-dev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libasio-dev (>= 1:1.22) | libboost1.81-dev | libboost-dev (>= 1.81)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libc-ares-dev (>= 1.16), libssl-dev (>= 1.1), cmake, pkg-config")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES OFF)

# Debian looks for the licence at a place of its own.
set(debian_doc "${PROJECT_BINARY_DIR}/debian-doc")
configure_file("${PROJECT_SOURCE_DIR}/LICENSE" "${debian_doc}/copyright" COPYONLY)
set(CPACK_INSTALLED_DIRECTORIES "${debian_doc};usr/share/doc/eyeballs-dev")

include(CPack)
