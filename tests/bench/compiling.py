# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""What each of the units takes to compile, and comes to."""

import re
import resource
import statistics
import tempfile

from checkout import output

YARDSTICK = "plain_program"
LEVELS = ["O0", "O2"]
ROUNDS = 3


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output(command, CCACHE_DISABLE="1")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def lines(checkout, unit):
    """After the preprocessor, without line markers and what is blank."""
    text = output(checkout.compile_command(unit, "-O2", "-E", "-P"))
    return sum(1 for line in text.splitlines() if line.strip())


def sizes(checkout, unit):
    """Compiles, and tells the bytes of code, and of all that is loaded and not written to."""
    with tempfile.NamedTemporaryFile(suffix=".o") as file:
        output(checkout.compile_command(unit, "-O2", "-c", "-o", file.name))
        sections = re.findall(r"^\.text\S*\s+(\d+)", output(["size", "-A", file.name]), re.M)
        text = int(output(["size", file.name]).splitlines()[1].split()[0])
        return {"code": sum(map(int, sections)), "text": text}


def times(checkouts, wanted):
    """For each checkout {(unit, level): seconds}. Rounds of all, so that a busy minute hits all
    alike; one at a time, so that no core is shared."""
    taken = [{} for _ in checkouts]
    for _ in range(ROUNDS):
        for index, checkout in enumerate(checkouts):
            for unit in checkout.units():
                if unit.stem != YARDSTICK and not wanted(unit.stem):
                    continue
                for level in LEVELS:
                    command = checkout.compile_command(unit, f"-{level}", "-c", "-o", "/dev/null")
                    taken[index].setdefault((unit.stem, level), []).append(cpu_seconds(command))
    return [{key: statistics.median(t) for key, t in each.items()} for each in taken]


def figures(checkout, unit, medians):
    each = {"lines": lines(checkout, unit), **sizes(checkout, unit)}
    for level in LEVELS:
        each[f"cpu_{level}"] = round(medians[unit.stem, level], 3)
    for level in LEVELS:
        ratio = medians[unit.stem, level] / medians[YARDSTICK, level]
        each[f"ratio_{level}"] = round(ratio, 3)
    return each


def measure(checkouts, wanted):
    """For each checkout {row: {kind: number}}"""
    if not any(wanted(u.stem) for c in checkouts for u in c.units()):
        return [{} for _ in checkouts]
    medians = times(checkouts, wanted)
    return [{u.stem: figures(c, u, m) for u in c.units() if wanted(u.stem)}
            for c, m in zip(checkouts, medians)]
