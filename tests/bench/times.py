# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""What only a clock can tell: many connects beside plain Asio's, and the longest handler."""

import json
import resource
import statistics

from checkout import output

ROUNDS = 7
CONNECTS = 10_000
SPARE = 100  # descriptors for all else


def descriptors():
    """As many as the system lets us have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


def many(checkouts, wanted):
    """Ratios of medians, from runs that alternate."""
    count = min(CONNECTS, descriptors() - SPARE)
    rows = [{} for _ in checkouts]
    for how in ["at_once", "in_turn"]:
        name = f"{count:,} connects {how.replace('_', ' ')}"
        if not wanted(name):
            continue
        runs = {}
        for _ in range(ROUNDS):
            for index, checkout in enumerate(checkouts):
                for who in ["eyeballs", "asio"]:
                    told = output([checkout.program("many"), who, how, str(count)])
                    runs.setdefault((index, who), []).append(json.loads(told))
        for index, row in enumerate(rows):
            row[name] = {f"{clock}_ratio": ratio(runs, index, clock) for clock in ["wall", "cpu"]}
    return rows


def ratio(runs, index, clock):
    ours, plain = (statistics.median(run[clock] for run in runs[index, who])
                   for who in ["eyeballs", "asio"])
    return round(ours / plain, 2)


def handlers(checkouts, wanted):
    """Each program's figure is a median already; the least disturbed of three counts."""
    rows = [{} for _ in checkouts]
    for addresses in [10, 100, 1_000, 10_000]:
        name = f"{addresses:,} addresses"
        if not wanted(name):
            continue
        taken = [[] for _ in checkouts]
        for _ in range(3):
            for index, checkout in enumerate(checkouts):
                told = output([checkout.program("handlers"), str(addresses)])
                taken[index].append(float(told))
        for row, each in zip(rows, taken):
            row[name] = {"microseconds": min(each)}
    return rows
