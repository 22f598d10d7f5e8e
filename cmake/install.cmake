# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
include(CMakePackageConfigHelpers)

# Nothing depends on the architecture, so all of it goes to include/ and share/.
set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/eyeballs")

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/eyeballsConfig.cmake.in" "${PROJECT_BINARY_DIR}/eyeballsConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may break.
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/eyeballsConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)

install(TARGETS eyeballs eyeballs_asio eyeballs_boost_asio eyeballs_cares eyeballs_tls EXPORT eyeballsTargets)
install(EXPORT eyeballsTargets NAMESPACE eyeballs:: DESTINATION "${package_dir}")
install(FILES "${PROJECT_BINARY_DIR}/eyeballsConfig.cmake"
              "${PROJECT_BINARY_DIR}/eyeballsConfigVersion.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/FindAsio.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/Findc-ares.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/compiled.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/compiled.cpp"
        DESTINATION "${package_dir}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILES_MATCHING PATTERN "*.hpp")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

include("${CMAKE_CURRENT_LIST_DIR}/pkg_config.cmake")
