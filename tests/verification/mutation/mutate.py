#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Mutation testing of the core, of the algorithm and of the scheduler on Asio: each statement
deleted, each condition and constant changed, one at a time, and the fast tests run against it. What
no test notices is a survivor: a test is missing, or the line, or it is listed in equivalent.txt with
the reason why nobody can notice.

    mutate.py             goes on where it stopped, and writes report.md
    mutate.py --again     tries those that survived once more, with new tests
    mutate.py --only core/race.hpp --list
    mutate.py --only core/race.hpp --only core/join.hpp --sample 20 --seed 2

By hand, not in CI: it takes an hour or two, in which nobody may edit the tests. Its results are in
build/mutation; remove that to begin afresh.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import datetime
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent.parent
ROOT = TESTS.parent
INCLUDE = ROOT / "include"

# Each header, with the tests that mirror it: a program for each of these names, of all that begin
# with it where it ends in *. The quickest to notice come first.
GROUP = ["core/group", "core/race", "core/join", "core/timeout"]
TASK = ["core/task", "core/task_misuse", "core/operation", "core/this_task"]
TREE = ["asio/runtime/scheduler", "asio/runtime/abandonment"]
HEADERS = {
    "core/stop.hpp": ["core/stop"],
    "base/ring.hpp": ["core/stop", "core/dataflow_variable"],
    "core/detail/group.hpp": GROUP,
    "core/detail/slots.hpp": GROUP,
    "core/race.hpp": ["core/race"],
    "core/join.hpp": ["core/join"],
    "core/timeout.hpp": ["core/timeout"],
    "core/dataflow_variable.hpp": ["core/dataflow_variable"],
    "core/operation.hpp": [*TASK, "core/sleep", "core/dataflow_variable"],
    "core/this_task.hpp": ["core/this_task"],
    "core/detail/promise.hpp": TASK,
    "core/task.hpp": TASK,
    "happy_eyeballs.hpp": ["happy_eyeballs_*"],
    "asio/runtime/gate.hpp": ["asio/runtime/gate", *TREE],
    "asio/runtime/context_lease.hpp": ["asio/runtime/tree_strand", *TREE],
    "asio/runtime/live_trees.hpp": ["asio/runtime/tree_strand", *TREE],
    "asio/runtime/tree_strand.hpp": ["asio/runtime/tree_strand", *TREE],
    "asio/runtime/tree_executor.hpp": ["asio/runtime/tree_strand", *TREE],
    "asio/runtime/asio_wait.hpp": ["asio/use_task", *TREE],
    "asio/runtime/deadline_timer.hpp": ["asio/runtime/deadline_timer", *TREE],
    "asio/runtime/scheduler.hpp": TREE,
    "asio/runtime/tree.hpp": TREE,
}


def is_asio(name):
    """Whether a header's or a test's name is of the Asio backend."""
    return name.startswith(("asio/", "cares/"))


# --------------------------------------------------------------------------------------------------
# Mutants


class Mutant(collections.namedtuple("Mutant", "header function line what nth begin end text")):
    """Replaces header[begin:end] by text. The key holds no line number, so that lines may move."""

    @property
    def key(self):
        nth = f" #{self.nth}" if self.nth > 1 else ""
        return f"{self.header} | {self.function} | {self.line} | {self.what}{nth}"


TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|(?m:^\#[^\n]*))
      | (?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<number>\d[\w.']*)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<mark>\.\.\.|->|::|&&|\|\||==|!=|<=|>=|\+\+|--|[-+*/|&]=|.)""",
    re.X | re.S,
)
Token = collections.namedtuple("Token", "kind text begin end")
CLOSING = {"(": ")", "[": "]", "{": "}"}


class Source:
    """A header as tokens, and the mutants of it. It knows the C++ that is written here, not all."""

    def __init__(self, header):
        self.header = header
        self.text = (INCLUDE / "eyeballs" / header).read_text()
        self.tokens = [
            Token(m.lastgroup, m.group(), m.start(), m.end())
            for m in TOKEN.finditer(self.text)
            if m.lastgroup != "skip"
        ]
        self.match = {}
        opened = []
        for i, t in enumerate(self.tokens):
            if t.text in CLOSING:
                opened.append(i)
            elif t.text in CLOSING.values():
                self.match[opened.pop()] = i
        self.functions = []  # (first token, last token, name), inner ones later
        self.found = []  # (begin, end, replacement, what)
        self.declarations(0, len(self.tokens))
        self.operators()

    def word(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def spell(self, first, last):
        """The tokens from first up to last, without it, on one line."""
        text = self.text[self.tokens[first].begin : self.tokens[last - 1].end]
        return " ".join(re.sub(r"//[^\n]*", "", text).split())

    def change(self, first, last, text, what):
        self.found.append((self.tokens[first].begin, self.tokens[last - 1].end, text, what))

    def delete(self, first, last, text=""):
        self.change(first, last, text, f"without `{self.spell(first, last)}`")

    # Declarations: of a namespace or a class.

    def declarations(self, i, end):
        start = i
        while i < end:
            t = self.word(i)
            if t == "template" and self.word(i + 1) == "<":
                depth, i = 0, i + 1
                while True:
                    depth += {"<": 1, ">": -1}.get(self.word(i), 0)
                    i += 1
                    if depth == 0:
                        break
                start = i
            elif t in ("public", "private", "protected") and self.word(i + 1) == ":":
                i = start = i + 2
            elif t in "([":
                i = self.match[i] + 1
            elif t == ";":
                self.declaration(start, i)
                i = start = i + 1
            elif t == "{":
                head = [self.word(k) for k in range(start, i)]
                close = self.match[i]
                if head and head[0] in ("struct", "class", "namespace"):
                    self.declarations(i + 1, close)
                    i = close + 1
                    if head[0] == "namespace":
                        start = i
                elif head and head[0] in ("enum", "concept"):
                    i = close + 1
                elif "(" in head and "concept" not in head:
                    i = start = self.function(start, i)
                else:
                    i = close + 1
            else:
                i += 1

    def declaration(self, start, end):
        words = [self.word(k) for k in range(start, end)]
        if words and (words[0] == "static_assert" or words[-1] == "delete"):
            self.delete(start, end + 1)

    def function(self, start, body):
        k = start
        while self.word(k) != "(":
            k = self.match[k] + 1 if self.word(k) == "[" else k + 1
        name = "operator" if self.word(k - 1) == ")" else self.word(k - 1)
        if self.word(k - 2) == "~":
            name = "~" + name
        k = self.match[k] + 1
        while k < body and self.word(k) != ":":
            k = self.match[k] + 1 if self.word(k) in CLOSING else k + 1
        if k < body:
            self.initialisers(k, body)
        close = self.handlers(self.block(body))
        self.functions.append((start, close, name))
        return close

    def initialisers(self, colon, body):
        starts = [colon + 1] + [k + 1 for k in self.commas(colon + 1, body)]
        for n, first in enumerate(starts):
            last = starts[n + 1] - 1 if n + 1 < len(starts) else body
            what = f"without `{self.spell(first, last)}`"
            if len(starts) == 1:
                self.change(colon, last, "", what)
            elif n == 0:
                self.change(first, last + 1, "", what)
            else:
                self.change(first - 1, last, "", what)

    def commas(self, i, end):
        found = []
        while i < end:
            if self.word(i) in CLOSING:
                i = self.match[i]
            elif self.word(i) == ",":
                found.append(i)
            i += 1
        return found

    # Statements.

    def block(self, i):
        close = self.match[i]
        i += 1
        while i < close:
            i = self.statement(i)
        return close + 1

    def statement(self, i):
        t = self.word(i)
        if t == "{":
            return self.block(i)
        if t in ("if", "while", "for"):
            k = i + 2 if self.word(i + 1) == "constexpr" else i + 1
            close = self.match[k]
            if t != "for":
                self.condition(k + 1, close)
            i = self.statement(close + 1)
            return self.statement(i + 1) if t == "if" and self.word(i) == "else" else i
        if t == "switch":
            return self.block(self.match[i + 1] + 1)
        if t in ("case", "default"):
            while self.word(i) != ":":
                i += 1
            return i + 1
        if t == "try":
            return self.handlers(self.block(i + 1))
        if t == "do":
            opened = self.statement(i + 1) + 1  # after `while`
            self.condition(opened + 1, self.match[opened])
            return self.match[opened] + 2
        end = i
        while self.word(end) != ";":
            if self.word(end) == "[" and not self.is_subscript(end):
                self.lambda_(end)
            end = end + 1 if self.word(end) in "([" else self.match.get(end, end) + 1
        if t == "using":
            return end + 1
        self.delete(i, end + 1, ";")
        if t not in ("static_assert", "const", "auto", "constexpr"):
            self.operands(i, end)
        return end + 1

    def handlers(self, i):
        while self.word(i) == "catch":
            i = self.block(self.match[i + 1] + 1)
        return i

    def operands(self, i, end):
        """Those of a statement `a, b;`."""
        first = i + 1 if self.word(i) in ("return", "co_return") else i
        commas = self.commas(first, end)
        if not commas:
            return
        starts = [first] + [k + 1 for k in commas]
        for n, begin in enumerate(starts):
            last = starts[n + 1] - 1 if n + 1 < len(starts) else end
            what = f"without `{self.spell(begin, last)}`"
            if n == 0:
                self.change(begin, last + 1, "", what)
            else:
                self.change(begin - 1, last, "", what)

    def is_subscript(self, i):
        before = self.tokens[i - 1]
        return before.text in (")", "]", "[") or (
            before.kind == "name" and before.text not in ("return", "co_return", "co_await")
        )

    def lambda_(self, i):
        k = self.match[i] + 1
        while self.word(k) != "{":
            k = self.match[k] + 1 if self.word(k) == "(" else k + 1
        self.block(k)

    def condition(self, i, end):
        while ";" in [self.word(k) for k in range(i, end)]:
            i += 1
        if not self.word(i) == "!" and not any(self.is_operator(k) for k in range(i, end)):
            self.negate(i, end)

    def negate(self, i, end):
        self.change(i, end, f"!({self.spell(i, end)})", f"`{self.spell(i, end)}` negated")

    # Operators and constants.

    def is_operator(self, i):
        """Else it is a bracket or part of a type: a binary operator stands between spaces."""
        t = self.tokens[i]
        if t.text in ("==", "!="):
            return self.word(i - 1) != "operator"
        around = self.text[t.begin - 1] in " \n" and self.text[t.end] in " \n"
        binary = around and self.word(i - 1) != "template"
        return binary and t.text in ("&&", "||", "<", ">", "<=", ">=")

    def operators(self):
        other = {"==": "!=", "!=": "==", "&&": "||", "||": "&&"}
        other |= {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "true": "false", "false": "true"}
        for i, t in enumerate(self.tokens):
            text = None
            if t.text in ("true", "false") or self.is_operator(i):
                text = other[t.text]
            elif t.text == "!":
                self.change(i, i + 1, "", f"without `!` of `!{self.operand(i + 1)}`")
            elif t.text == "?":
                k = i
                before = ("=", "return", "co_return", ",", ";", "{", "(", "?", ":")
                while self.word(k - 1) not in before:
                    k -= 1
                    if self.word(k) in CLOSING.values():
                        k = next(o for o, c in self.match.items() if c == k)
                self.negate(k, i)
            elif t.kind == "number":
                text = "0" if t.text == "1" else str(int(t.text) + 1)
            if text:
                self.change(i, i + 1, text, f"`{t.text}` becomes `{text}`")

    def operand(self, i):
        k = i
        while self.tokens[k].kind == "name" or self.word(k) in ("::", ".", "->", "("):
            k = self.match[k] + 1 if self.word(k) == "(" else k + 1
        return self.spell(i, k) if k > i else self.word(i)

    def mutants(self):
        counts = collections.Counter()
        texts = {self.text}
        all_ = []
        lines = self.text.split("\n")
        for begin, end, text, what in sorted(set(self.found)):
            mutated = self.text[:begin] + text + self.text[end:]
            if mutated in texts:
                continue
            texts.add(mutated)
            line = lines[self.text.count("\n", 0, begin)].split("//")[0].strip()
            function = ""
            for first, last, name in self.functions:
                if self.tokens[first].begin <= begin < self.tokens[last - 1].end:
                    function = name
            counts[function, line, what] += 1
            nth = counts[function, line, what]
            all_.append(Mutant(self.header, function, line, what, nth, begin, end, text))
        return all_

    def mutated(self, m):
        return self.text[: m.begin] + m.text + self.text[m.end :]


# --------------------------------------------------------------------------------------------------
# Programs

FLAGS = ["-std=c++20", "-g0", "-Werror=return-type", f"-I{TESTS}"]
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
PRECOMPILED = """#include "support/catch.hpp"
#include <algorithm>
#include <array>
#include <coroutine>
#include <deque>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>
"""
# The last two, since older Asios know of clang's coroutines only when told.
ASIO_FLAGS = ["-DASIO_STANDALONE", "-DASIO_NO_DEPRECATED", "-DASIO_HAS_CO_AWAIT=1",
              "-DASIO_HAS_STD_COROUTINE=1"]
BOOST_ASIO_FLAGS = ["-DEYEBALLS_USE_BOOST_ASIO"]
ASIO_HEADERS = {ASIO_FLAGS[0]: "asio.hpp", BOOST_ASIO_FLAGS[0]: "boost/asio.hpp"}
ADDRESS_SPACE = 4 << 30
COMPILE_SECONDS = 1800


def sources_of(mirror):
    """happy_eyeballs_* -> happy_eyeballs_order, and so on; core/race is itself."""
    return [str(f.relative_to(TESTS).with_suffix("")) for f in sorted(TESTS.glob(mirror + ".cpp"))]


def tests_beside(header):
    """The sources of core_tests, or of asio_tests, that were not run yet, but those that need a small
    stack."""
    run = {source for mirror in HEADERS[header] for source in sources_of(mirror)}
    core = ["*", "core/*", "testing/*", "address/*", "by_name/*"]
    names = [n for folder in (["asio/runtime/*", "asio/*"] if is_asio(header) else core)
             for n in sources_of(folder)]
    return [n for n in names if n not in run and not n.split("/")[-1].startswith("deep")]


class Program(collections.namedtuple("Program", "name sources arguments flags stack")):
    """Tests; `sources` become one translation unit."""


def catch(name, sources, stack=None):
    flags = ["-O0", f'-DEYEBALLS_CONFORMANCE_DIR="{TESTS}/conformance"']
    flags += ASIO_FLAGS if any(is_asio(s) for s in sources) else []
    return Program(name, sources, ["--abort"], flags, stack)


def proof(name, arguments, more=()):
    return Program(name, [f"verification/proof/{name}", *more], arguments, ["-O1", "-UNDEBUG"], None)


def faults_of_asio():
    """Whose caches are off, so that all memory is asked for."""
    sources = ["verification/faults/injector", "verification/faults/asio"]
    flags = ["-DASIO_RECYCLING_ALLOCATOR_CACHE_SIZE=0", "-DASIO_DISABLE_STD_ALIGNED_ALLOC=1",
             "-DASIO_DISABLE_BOOST_ALIGN=1"]
    return Program("faults", [*sources, "support/loopback", "support/lookups"], [],
                   ["-O1", *ASIO_FLAGS, *flags], None)


def mirrors(header):
    return [catch(name.split("/")[-1].rstrip("_*"), sources_of(name)) for name in HEADERS[header]]


def others(header):
    rest = tests_beside(header)
    kind = "asio_tests" if is_asio(header) else "core_tests"
    beside = [catch(f"the other {kind}, {1 + n // 6}", rest[n : n + 6])
              for n in range(0, len(rest), 6)]
    if is_asio(header):
        return [faults_of_asio(), *beside]
    return [
        proof("core_exhaustive", ["10"]),
        proof("exhaustive", ["60"], ["verification/proof/compare"]),
        catch("conformance", sources_of("conformance/*")),
        *beside,
        catch("deep", ["deep"], stack=256 << 10),
        proof("core_random", ["10"]),
        proof("random", ["20"], ["verification/proof/compare"]),
    ]


def broken_texts(changes):
    """Of each header that is changed: its name, the text as it is, and broken. A change is of what
    stands once in a header: (header, what, instead). Who finds that it does not apply says so by
    ValueError."""
    found = {}
    for header, before, after in changes:
        text, broken_text = found.get(header) or [(INCLUDE / "eyeballs" / header).read_text()] * 2
        if broken_text.count(before) != 1:
            raise ValueError(f"{header} has {broken_text.count(before)} times: {before}")
        found[header] = text, broken_text.replace(before, after)
    return [(header, *both) for header, both in found.items()]


def of_headers(header, changes):
    """Those that do not name another header are of this one."""
    return [c if len(c) == 3 else (header, *c) for c in changes]


class Workshop:
    """A copied include tree, in which one mutant at a time is compiled and tried."""

    support = {}  # flags -> (precompiled header, objects)
    normal = {}  # (program, sanitized) -> CPU seconds that it takes unmutated
    lock = threading.Lock()

    def __init__(self, directory, cxx):
        self.directory = directory
        self.cxx = cxx
        self.program = directory / "program"
        shutil.rmtree(directory / "include", ignore_errors=True)
        shutil.copytree(INCLUDE, directory / "include")

    def call(self, command, seconds, cpu=None, address_space=ADDRESS_SPACE, stack=None, more=None):
        """The exit status (None: it took too long) and what was said."""

        def limits():
            os.nice(19 - os.nice(0))
            if address_space:
                resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
            if cpu:
                resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
            if stack:
                resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        # Freed memory is overwritten, so that its use is noticed; but not what a thread keeps.
        environment = {**os.environ, "MALLOC_PERTURB_": "165",
                       "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", **(more or {})}
        process = subprocess.Popen(
            [str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, preexec_fn=limits, start_new_session=True, cwd=self.directory,
            env=environment,
        )
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, "took too long"
        if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            return None, "took too long"
        return process.returncode, said.decode(errors="replace")

    def prepared(self, flags):
        """What depends on no header of ours: compiled once."""
        with self.lock:
            if flags in self.support:
                return self.support[flags]
            name = hashlib.sha1(" ".join((self.cxx, *flags)).encode()).hexdigest()[:8]
            base = self.directory.parent / f"support-{name}"
            base.mkdir(exist_ok=True)
            header = base / "precompiled.hpp"
            objects = []
            asio = next((a for f, a in ASIO_HEADERS.items() if f in flags), None)
            if not header.exists():
                header.write_text(PRECOMPILED + (f"#include <{asio}>\n" if asio else ""))
            wanted = [("-xc++-header", header, base / "precompiled.hpp.gch", flags)]
            of_asio = ("loopback", "lookups") if asio else ()
            for source in ("main", "throws", *of_asio):
                objects.append(base / f"{source}.o")
                plain = [f for f in flags if not f.startswith("-f")]  # Catch2 itself is not tested
                wanted.append(("-c", TESTS / "support" / f"{source}.cpp", objects[-1], plain))
            for how, source, output, with_flags in wanted:
                if not output.exists():
                    command = [self.cxx, *FLAGS, *with_flags, how, source, "-o", output]
                    status, said = self.call(command, COMPILE_SECONDS)
                    if status != 0:
                        sys.exit(f"{source}: {said}")
            self.support[flags] = header, objects
            return self.support[flags]

    @contextlib.contextmanager
    def broken(self, changes):
        """The headers of this workshop are so within it."""
        include = self.directory / "include" / "eyeballs"
        texts = broken_texts(changes)
        for header, _, broken_text in texts:
            (include / header).write_text(broken_text)
        try:
            yield
        finally:
            for header, text, _ in texts:
                (include / header).write_text(text)

    def builds(self, program, sanitized=False):
        """None if it does, into `self.program`; else as `tries`."""
        flags = tuple(program.flags + (SANITIZE if sanitized else []))
        header, objects = self.prepared(flags)
        unit = self.directory / "unit.cpp"
        unit.write_text("".join(f'#include "{s}.cpp"\n' for s in program.sources))
        command = [self.cxx, *FLAGS, *flags, f"-I{self.directory}/include"]
        command += ["-include", header, "-c", unit, "-o", self.directory / "unit.o"]
        status, said = self.call(command, COMPILE_SECONDS)
        if status != 0:
            error = re.search(r"^(.*?):[\d:]+ (?:fatal )?error: (.*)", said, re.M)
            where, what = error.groups() if error else ("", said[-200:])
            if where.startswith(str(TESTS)) and "static assertion" in what:
                return "killed", f"{program.name}: {what}"
            return "refused", what
        libraries = ["-pthread"]
        libraries += ["-lrapidcheck"] if "random" in program.name else []
        libraries += ["-lcares"] if "cares" in program.name else []
        used = [] if program.flags[0] == "-O1" else objects
        command = [self.cxx, *flags, self.directory / "unit.o", *used, *libraries, "-ldl"]
        command += ["-o", self.program]
        status, said = self.call(command, COMPILE_SECONDS)
        return None if status == 0 else ("refused", said[-200:])

    def tries(self, program, sanitized=False):
        """None if all is well; else what went wrong: ("refused", why) or ("killed", why)."""
        started = resource.getrusage(resource.RUSAGE_CHILDREN)
        wrong = self.builds(program, sanitized)
        if wrong:
            return wrong
        normal = self.normal.get((program.name, sanitized))
        cpu = int(10 + 3 * normal) if normal is not None else None
        more = {"ASAN_OPTIONS": "detect_stack_use_after_return=0:hard_rss_limit_mb=2048",
                "MALLOC_PERTURB_": "0"} if sanitized else {}
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        status, said = self.call(
            [self.program, *program.arguments], 20 * cpu if cpu else None, cpu,
            None if sanitized else ADDRESS_SPACE, program.stack, more,
        )
        if normal is None:
            ended = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.normal[program.name, sanitized] = ended.ru_utime - began.ru_utime
            compiled = began.ru_utime - started.ru_utime
            how = " with sanitizers" if sanitized else ""
            runs = self.normal[program.name, sanitized]
            print(f"normally: {compiled:.1f} s to compile, {runs:.1f} s to run "
                  f"{program.name}{how}", flush=True)
        if status == 0:
            return None
        failed = re.search(r"^-{70,}\n(.*?)\n-{70,}", said, re.M | re.S)
        sanitizer = re.search(r"(AddressSanitizer: [\w-]+|runtime error: .*)", said)
        if status is None:
            why = "it hangs"
        elif sanitizer:
            why = sanitizer.group(1)
        elif status < 0:
            why = f"signal {-status}"
        else:
            why = " ".join(failed.group(1).split()) if failed else f"exit {status}"
        return "killed", f"{program.name}: {why}"

    def compiles_what_must_not(self):
        for source in sorted((TESTS / "compile_fail").glob("*.cpp")):
            text = source.read_text()
            cxx = "g++" if "// only: gcc" in text else self.cxx
            expected = re.search(r"// expect: (.+)", text).group(1)
            command = [cxx, "-std=c++20", "-DASIO_STANDALONE", f"-I{self.directory}/include"]
            status, said = self.call([*command, "-fsyntax-only", source], COMPILE_SECONDS)
            if status == 0 or not re.search(expected, said):
                return "killed", f"compile_fail/{source.name}"
        return None


STAGES = {
    "mirror": "by the tests that mirror the header",
    "compile_fail": "by what must not compile",
    "others": "by all other fast tests and the proofs",
    "sanitizers": "by the mirroring tests with sanitizers",
}


def stage(workshop, header, name):
    """What a header's mutant goes through, one after the other: names and functions."""
    if name == "compile_fail":
        return {"compile_fail": workshop.compiles_what_must_not}
    sanitized = name == "sanitizers"
    programs = others(header) if name == "others" else mirrors(header)
    if sanitized and not is_asio(header):
        programs.append(proof("core_exhaustive", ["100"]))
    return {f"{p} {sanitized}": lambda p=p: workshop.tries(p, sanitized) for p in programs}


def try_mutant(workshop, source, mutant, until):
    path = workshop.directory / "include" / "eyeballs" / mutant.header
    path.write_text(source.mutated(mutant))
    try:
        for name in STAGES:
            for check in stage(workshop, mutant.header, name).values():
                wrong = check()
                if wrong:
                    refused = wrong[0] == "refused" and name == "mirror"
                    return {"end": "refused" if refused else name, "why": wrong[1]}
            if name == until:
                break
        return {"end": "survived", "until": until}
    finally:
        path.write_text(source.text)


# --------------------------------------------------------------------------------------------------
# Results


def equivalents():
    """Paragraphs: header, function, line, what; then the reason."""
    found = {}
    path = HERE / "equivalent.txt"
    for paragraph in path.read_text().split("\n\n") if path.exists() else []:
        lines = [l for l in paragraph.split("\n") if l.strip() and not l.startswith("#")]
        if lines:
            key = " | ".join(" ".join(l.split()) if l.strip() != "-" else "" for l in lines[:4])
            found[key] = " ".join(" ".join(lines[4:]).split())
    return found


def place(m):
    function = f", in `{m.function}`" if m.function else ""
    return f"`{m.header}`{function}: `{m.line}`: {m.what}"


def report(results, samples, mutants, cxx, date):
    same = equivalents()
    version = subprocess.run([cxx, "--version"], capture_output=True, text=True).stdout
    columns = ["made", "refused", *STAGES, "equivalent", "survived", "not tried"]
    rows = {header: collections.Counter() for header in HEADERS}
    survivors, killed_equivalents = [], []
    for m in mutants:
        row = rows[m.header]
        row["made"] += 1
        end = results.get(m.key, {"end": "not tried"})["end"]
        if m.key in same and end == "survived":
            end = "equivalent"
        elif m.key in same and m.key in results:
            killed_equivalents.append(m.key)
        if end == "survived":
            survivors.append(m)
        row[end] += 1
    total = sum(rows.values(), collections.Counter())
    tried = total["made"] - total["not tried"]
    compiled = tried - total["refused"]
    unknown = set(same) - {m.key for m in mutants}
    summary = (
        f"{total['made']} made, {tried} tried; {total['refused']} refused by the compiler; "
        f"of the {compiled} others "
        f"{compiled - total['equivalent'] - total['survived']} killed, "
        f"{total['equivalent']} equivalent, {total['survived']} survived "
        f"({100 * total['survived'] / max(1, compiled):.1f} %)."
    )
    out = ["# Mutants", "",
           "Written by `mutate.py`, beside this: each statement deleted, each condition and",
           "constant changed, one at a time, and the fast tests run against each. Refused by the",
           "compiler is also what it only warns of: a missing `return`. Each column has what the",
           "stages before it left over.", "",
           f"Run on {date} with {version.splitlines()[0]}.", "", summary, ""]
    if samples and total["not tried"]:
        out += ["Tried were random samples:", "", *(f"* {s}" for s in samples), ""]
    heads = {"refused": "refused by the compiler", **STAGES, "mirror": "killed " + STAGES["mirror"]}
    columns = [c for c in columns if c != "not tried" or total["not tried"]]
    out.append("| header | " + " | ".join(heads.get(c, c) for c in columns) + " |")
    out.append("|---|" + "---:|" * len(columns))
    for header, row in [*rows.items(), ("all", total)]:
        out.append(f"| {header} | " + " | ".join(str(row[c]) for c in columns) + " |")
    out += ["", "## Survivors", ""]
    for m in survivors:
        out.append(f"* {place(m)}")
    if not survivors:
        out.append("None.")
    out += ["", "## Equivalent", "", "What nobody can notice, and why.", ""]
    for m in mutants:
        if m.key in same and results.get(m.key, {}).get("end") == "survived":
            out.append(f"* {place(m)}: {same[m.key]}")
    (HERE / "report.md").write_text("\n".join(out) + "\n")
    print(summary)
    for m in survivors:
        print("  survived:", m.key)
    for key in killed_equivalents:
        if results.get(key):
            print("  said to be equivalent, but", results[key]["end"], "notices:", key)
    for key in unknown:
        print("  said to be equivalent, but there is no such mutant:", key)
    return survivors or killed_equivalents or unknown


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--only", action="append", metavar="HEADER", help="such as core/race.hpp; may be repeated")
    parser.add_argument("--sample", type=int, metavar="N", help="as many of them, at random")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which ones those are")
    parser.add_argument("--match", metavar="TEXT", help="only mutants whose key holds this")
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    parser.add_argument("--until", default="sanitizers", choices=list(STAGES),
                        help="the last stage; a later run goes on from there")
    parser.add_argument("--list", action="store_true", help="the mutants, without trying them")
    parser.add_argument("--cxx", default="clang++-19")
    parser.add_argument("-j", type=int, default=1, metavar="N", help="as many at a time")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "mutation")
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    arguments = parser.parse_args()

    sources = {h: Source(h) for h in HEADERS}
    mutants = [m for s in sources.values() for m in s.mutants()]
    chosen = [m for m in mutants if (not arguments.only or m.header in arguments.only)
              and (not arguments.match or arguments.match in m.key)]
    sample = None
    if arguments.sample and arguments.sample < len(chosen):
        sample = (f"{arguments.sample} of the {len(chosen)} of {', '.join(arguments.only or ['all'])},"
                  f" with the seed {arguments.seed}")
        chosen = random.Random(arguments.seed).sample(chosen, arguments.sample)
    arguments.build.mkdir(parents=True, exist_ok=True)
    file = arguments.build / "results.json"
    kept = json.loads(file.read_text()) if file.exists() else {}
    hashes = {h: hashlib.sha1(s.text.encode()).hexdigest() for h, s in sources.items()}
    samples = list(dict.fromkeys([*kept.get("samples", []), *([sample] if sample else [])]))
    results = {k: r for k, r in kept.get("results", {}).items()
               if kept["hashes"].get(k.split(" | ")[0]) == hashes.get(k.split(" | ")[0], "")}
    if arguments.list:
        for m in chosen:
            print(results.get(m.key, {}).get("end", "-"), m.key)
        return 0

    names = list(STAGES)

    def is_due(m):
        r = results.get(m.key)
        if not r or r["end"] != "survived":
            return not r
        return arguments.again or names.index(r["until"]) < names.index(arguments.until)

    due = [m for m in chosen if is_due(m)]
    shops = [Workshop(arguments.build / str(n), arguments.cxx) for n in range(max(1, arguments.j))]
    checks = {}
    for header in dict.fromkeys(m.header for m in due):
        for name in names[: names.index(arguments.until) + 1]:
            checks |= stage(shops[0], header, name)
    for check in checks.values():
        wrong = check()
        if wrong:
            sys.exit(f"without any mutation: {wrong[1]}")
    print(f"{len(due)} of {len(chosen)} mutants", flush=True)

    free, lock = list(shops), threading.Lock()

    def one(m):
        with lock:
            shop = free.pop()
        began = time.monotonic()
        result = try_mutant(shop, sources[m.header], m, arguments.until)
        with lock:
            free.append(shop)
            results[m.key] = result
            partial = file.with_suffix(".new")
            partial.write_text(json.dumps({"hashes": hashes, "samples": samples, "results": results},
                                          indent=1))
            partial.replace(file)
            print(f"{time.monotonic() - began:4.0f} s  {result['end']}: {m.key}: "
                  f"{result.get('why', '')}", flush=True)

    with concurrent.futures.ThreadPoolExecutor(len(shops)) as pool:
        list(pool.map(one, due))
    return 1 if report(results, samples, mutants, arguments.cxx, arguments.date) else 0


if __name__ == "__main__":
    sys.exit(main())
