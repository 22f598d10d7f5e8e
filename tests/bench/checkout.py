# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""A checkout of the library, and the benchmark's programs built from it."""

import concurrent.futures
import os
import pathlib
import shlex
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COMPILER = shlex.split(os.environ.get("CXX", "g++"))
FLAGS = ["-std=c++20", "-DNDEBUG", "-DASIO_STANDALONE", "-pthread"]
PROGRAMS = ["core", "connect", "growth", "pending", "many", "handlers"]


def output(command, **variables):
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables})
    if done.returncode:
        reason = "\n".join(done.stderr.splitlines()[:20])
        raise SystemExit(f"{shlex.join(map(str, command))} failed:\n{reason}")
    return done.stdout


class Checkout:
    """Has its own programs, built with its own headers, always below the build/ of this one."""

    def __init__(self, root=ROOT):
        self.root = pathlib.Path(root).resolve()
        self.sources = self.root / "tests" / "bench"
        if not self.sources.is_dir():
            raise SystemExit(f"{self.sources} is no folder: the other checkout has no benchmark")
        self.built = ROOT / "build" / "bench"
        if self.root != ROOT:
            self.built = self.built / "against"
        self.built.mkdir(parents=True, exist_ok=True)

    def compile_command(self, source, optimisation, *rest):
        return [*COMPILER, *FLAGS, optimisation, "-I", self.root / "include", source, *rest]

    def program(self, name, counts_heap=False):
        return self.built / (name + ("-heap" if counts_heap else ""))

    def units(self):
        return sorted((self.sources / "units").glob("*.cpp"))

    def build(self):
        """Each program twice: by itself, and with a malloc that counts."""
        names = [n for n in PROGRAMS if (self.sources / f"{n}.cpp").exists()]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(self._object, [*names, "counting_malloc"]))
            list(pool.map(self._link, names))
        return names

    def _object(self, name):
        output(self.compile_command(self.sources / f"{name}.cpp", "-O2", "-c", "-o",
                                    self.built / f"{name}.o"))

    def _link(self, name):
        link = [*COMPILER, "-pthread", self.built / f"{name}.o"]
        output([*link, "-o", self.program(name)])
        output([*link, self.built / "counting_malloc.o", "-o", self.program(name, True)])
