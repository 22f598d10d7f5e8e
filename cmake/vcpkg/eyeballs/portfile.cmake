# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# An overlay port: `vcpkg install "eyeballs[asio]" --overlay-ports=cmake/vcpkg`, in the project's folder,
# installs what is there. A port of a registry would have vcpkg_from_github here instead.
# vcpkg does not see that the sources change: `vcpkg remove eyeballs` first, and --no-binarycaching.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

# There are headers alone.
set(VCPKG_BUILD_TYPE release)
set(VCPKG_FIXUP_ELF_RPATH OFF)
# The libraries in modules below share/ are those of the system (-pthread), none of an architecture of vcpkg.
set(VCPKG_POLICY_SKIP_PKGCONFIG_CHECK enabled)

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS -DEYEBALLS_BUILD_TESTS=OFF -DEYEBALLS_BUILD_EXAMPLES=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/eyeballs)
vcpkg_fixup_pkgconfig()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/doc")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/eyeballs")
