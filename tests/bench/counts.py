# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Instructions, allocations, system calls and bytes of each row, per operation in steady state."""

import concurrent.futures
import json
import os
import re
import tempfile

from checkout import output

# What is counted of each program's rows.
COUNTED = {
    "core": ["instructions", "allocations", "calls"],
    "connect": ["instructions", "allocations", "calls"],
    "growth": ["instructions", "allocations", "peak_bytes"],
    "pending": ["bytes"],
}


def callgrind(program, row, times):
    with tempfile.NamedTemporaryFile() as out:
        output(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", program, row,
                str(times)])
        return {"instructions": int(re.search(rb"^(?:totals|summary): (\d+)", out.read(), re.M)[1])}


def heap(program, row, times):
    told = json.loads(output([program, row, str(times)]))
    return {"allocations": told["allocations"], "bytes": told["outstanding"],
            "peak_bytes": told["peak"]}


def strace(program, row, times):
    with tempfile.NamedTemporaryFile("r") as out:
        output(["strace", "-f", "-c", "-o", out.name, program, row, str(times)])
        total = [line for line in out if line.rstrip().endswith(" total")][-1]
    return {"calls": int(total.split()[3])}


def count_once(checkout, program, row, times, kinds):
    counts = heap(checkout.program(program, counts_heap=True), row, times)
    if "instructions" in kinds:
        counts |= callgrind(checkout.program(program), row, times)
    if "calls" in kinds:
        counts |= strace(checkout.program(program), row, times)
    return counts


def count_row(checkout, program, line):
    """What each repetition after the first few costs, and each of its parts."""
    row, few, many, parts = line.split("\t")
    few, many, parts = int(few), int(many), int(parts)
    kinds = COUNTED[program]
    before = count_once(checkout, program, row, few, kinds)
    after = count_once(checkout, program, row, many, kinds)
    each = {k: (after[k] - before[k]) / (many - few) for k in kinds}
    if "peak_bytes" in kinds:
        each["peak_bytes"] = after["peak_bytes"]
    return row, {k: round(v / parts, 2) for k, v in each.items()}


def count(checkout, programs, wanted):
    """{section: {row: {kind: number}}}"""
    lines = [(p, line) for p in programs if p in COUNTED
             for line in output([checkout.program(p)]).splitlines() if wanted(line.split("\t")[0])]
    sections = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = pool.map(lambda l: count_row(checkout, *l), lines)
        for (program, _), (row, counts) in zip(lines, rows):
            sections.setdefault(program, {})[row] = counts
    return sections
