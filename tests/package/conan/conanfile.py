# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Stands for a package that Conan would download: asio, boost, c-ares or openssl, as the system has it. Its headers
# and libraries are where the compiler looks by itself, so there is nothing in it.

from conan import ConanFile


class OfTheSystem(ConanFile):
    def package_info(self):
        self.cpp_info.includedirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.bindirs = []
        if self.name == "asio":
            self.cpp_info.set_property("cmake_target_name", "asio::asio")
            self.cpp_info.defines = ["ASIO_STANDALONE"]
        elif self.name == "boost":
            headers = self.cpp_info.components["headers"]
            headers.set_property("cmake_target_name", "Boost::headers")
            headers.includedirs = []
            headers.libdirs = []
        elif self.name == "c-ares":
            cares = self.cpp_info.components["cares"]
            cares.set_property("cmake_target_name", "c-ares::cares")
            cares.system_libs = ["cares"]
            cares.includedirs = []
            cares.libdirs = []
        elif self.name == "openssl":
            for library in ("ssl", "crypto"):
                component = self.cpp_info.components[library]
                component.system_libs = [library]
                component.includedirs = []
                component.libdirs = []
