# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""All that is measured, of one checkout or of several in the same run."""

import argparse
import datetime
import json
import platform
import re
import sys

import compiling
import counts
import times
from checkout import COMPILER, FLAGS, output


def arguments(text):
    parser = argparse.ArgumentParser(description=text,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="REGEX", default="", help="rows whose names match")
    return parser


def told(what):
    print(f"-- {what}", file=sys.stderr, flush=True)


def measure(checkouts, options):
    """For each checkout {section: {row: {kind: number}}}"""
    wanted = re.compile(options.only).search
    sections = []
    for c in checkouts:
        told(f"building the programs of {c.root}")
        programs = c.build()
        told("counting")
        sections.append(counts.count(c, programs, wanted))

    for name, what in [("compile", compiling.measure), ("many", times.many),
                       ("handlers", times.handlers)]:
        told(f"timing: {name}")
        for section, rows in zip(sections, what(checkouts, wanted)):
            if rows:
                section[name] = rows
    return sections


def machine():
    with open("/proc/cpuinfo") as info:
        model = re.search(r"^model name\s*: (.*)", info.read(), re.M)
    asio = output([*COMPILER, "-E", "-dM", "-include", "asio/version.hpp", "-x", "c++",
                   "/dev/null"])
    return {
        "date": datetime.date.today().isoformat(),
        "processor": model[1] if model else platform.processor(),
        "system": f"{platform.system()} {platform.release()}",
        "compiler": output([*COMPILER, "--version"]).splitlines()[0],
        "flags": " ".join(["-O2", *FLAGS]),
        "asio": int(re.search(r"define ASIO_VERSION (\d+)", asio)[1]),
    }


def load(path):
    with open(path) as file:
        return json.load(file)["figures"]


def save(sections, path):
    with open(path, "w") as file:
        json.dump({"machine": machine(), "figures": sections}, file, indent=1)
        file.write("\n")
