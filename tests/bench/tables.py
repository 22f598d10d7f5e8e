# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Prints what was measured, and what of it got worse."""

TITLES = {
    "core": "Tasks and races, per operation",
    "connect": "Connects on loopback, per operation",
    "growth": "happy_eyeballs in virtual time, all fail: per connector",
    "pending": "Per pending operation",
    "compile": "A translation unit: g++ -O0 and -O2, CPU seconds, and their ratio to plain Asio's",
    "many": "Many connects, as ratios to asio::async_connect",
    "handlers": "The longest handler of a connect, microseconds of CPU",
}

# By how much a figure may grow. What is not here is only shown.
COUNT = 0.03
TIME = 0.10
BOUNDS = {"instructions": COUNT, "allocations": COUNT, "calls": COUNT, "bytes": COUNT,
          "peak_bytes": COUNT, "lines": COUNT, "code": COUNT, "text": COUNT, "ratio_O0": TIME, "ratio_O2": TIME}
# A change by less is none: the trace of something that happens once, or a row that counts nothing.
SMALLEST = 0.05


def shown(value):
    if value is None:
        return "-"
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}"


def print_table(title, head, lines):
    """The first column to the left, all others to the right."""
    print(f"\n{title}\n")
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]
    for line in [head, *lines]:
        cells = [cell.rjust(width) for cell, width in zip(line, widths)]
        cells[0] = line[0].ljust(widths[0])
        print("  " + "  ".join(cells).rstrip())


def kinds_of(section):
    return list(dict.fromkeys(kind for figures in section.values() for kind in figures))


def print_figures(sections):
    for name, section in sections.items():
        kinds = kinds_of(section)
        print_table(TITLES[name], ["", *kinds],
                    [[row, *(shown(f.get(k)) for k in kinds)] for row, f in section.items()])


def change(before, after):
    if before is None or after is None:
        return "-"
    if abs(after - before) < SMALLEST:
        return "="
    if not before:
        return f"{after:+.2f}"
    return f"{(after / before - 1) * 100:+.1f} %"


def print_comparison(before, after):
    for name, section in after.items():
        old = before.get(name, {})
        kinds = kinds_of(section)
        lines = []
        for row, figures in section.items():
            line = [row]
            for k in kinds:
                was, now = old.get(row, {}).get(k), figures.get(k)
                line += [shown(was), shown(now), change(was, now)]
            lines.append(line)
        print_table(TITLES[name], ["", *(h for k in kinds for h in [k, "now", ""])], lines)


def is_worse(kind, before, after):
    return kind in BOUNDS and after > before * (1 + BOUNDS[kind]) and after - before >= SMALLEST


def slower_to_compile(before, after):
    """The units whose ratios seem to have got worse."""
    old = before.get("compile", {})
    return {row for row, figures in after.get("compile", {}).items()
            for kind in ["ratio_O0", "ratio_O2"]
            if row in old and is_worse(kind, old[row][kind], figures[kind])}


def worse(before, after):
    """One line for each figure that grew by more than it may, and for each row that has gone."""
    found = []
    for name, section in before.items():
        for row, figures in section.items():
            now = after.get(name, {}).get(row)
            if now is None:
                found.append(f"{row}: is not measured any more")
                continue
            found += [f"{row}: {kind} {shown(was)} -> {shown(now[kind])} ({change(was, now[kind])})"
                      for kind, was in figures.items()
                      if kind in now and is_worse(kind, was, now[kind])]
    return found
