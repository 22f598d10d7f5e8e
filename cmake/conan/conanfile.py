# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# `conan create cmake/conan`, in the project's folder, makes a package of what is there.

import re
from os.path import join

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load


class Eyeballs(ConanFile):
    name = "eyeballs"
    description = "Happy Eyeballs on a small structured-concurrency core"
    license = "BSL-1.0"
    topics = ("happy-eyeballs", "rfc8305", "asio", "coroutines", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"asio": [True, False], "boost_asio": [True, False], "cares": [True, False],
               "tls": [True, False]}
    default_options = {"asio": True, "boost_asio": False, "cares": False, "tls": False}
    no_copy_source = True

    @property
    def _project(self):
        return join(self.recipe_folder, "..", "..")

    def set_version(self):
        project = load(self, join(self._project, "CMakeLists.txt"))
        self.version = re.search(r"project\(eyeballs VERSION ([0-9.]+)", project)[1]

    def export_sources(self):
        for pattern in ("include/*.hpp", "LICENSE"):
            copy(self, pattern, src=self._project, dst=self.export_sources_folder)

    def requirements(self):
        if self.options.asio:
            self.requires("asio/[>=1.22.1 <2]")
        if self.options.boost_asio:
            self.requires("boost/[>=1.81.0 <2]")
        if self.options.cares:
            self.requires("c-ares/[>=1.16.1 <2]")
        if self.options.tls:
            self.requires("openssl/[>=1.1.1 <4]")

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        self.info.clear()

    def package(self):
        copy(self, "*.hpp", src=join(self.source_folder, "include"), dst=join(self.package_folder, "include"))
        copy(self, "LICENSE", src=self.source_folder, dst=join(self.package_folder, "licenses"))

    # The targets and the modules of pkg-config have the names that an install gives them.
    def package_info(self):
        self.cpp_info.set_property("cmake_target_name", "eyeballs::all")
        self.cpp_info.set_property("pkg_config_name", "eyeballs-all")
        self._component("eyeballs", "eyeballs")
        if self.options.asio:
            asio = self._component("asio", "eyeballs-asio")
            asio.requires = ["eyeballs", "asio::asio"]
        if self.options.boost_asio:
            boost_asio = self._component("boost_asio", "eyeballs-boost-asio")
            boost_asio.requires = ["eyeballs", "boost::headers"]
            boost_asio.defines = ["EYEBALLS_USE_BOOST_ASIO"]
        if self.options.cares:
            cares = self._component("cares", "eyeballs-cares")
            cares.requires = ["eyeballs", "c-ares::cares"]
        if self.options.tls:
            tls = self._component("tls", "eyeballs-tls")
            tls.requires = ["eyeballs", "openssl::ssl", "openssl::crypto"]

    def _component(self, name, module):
        component = self.cpp_info.components[name]
        component.set_property("cmake_target_name", f"eyeballs::{name}")
        component.set_property("pkg_config_name", module)
        component.bindirs = []
        component.libdirs = []
        if name.endswith("asio") and self.settings.os in ("Linux", "FreeBSD"):
            component.system_libs = ["pthread", "dl"] if self.settings.os == "Linux" else ["pthread"]
        return component
