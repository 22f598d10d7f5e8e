#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Breaks each rule of tests/asio/rules on purpose: its test has to fail. Writes rules.md.

    rules.py
    rules.py any_completion    those whose names have this expression, and nothing is written
    rules.py --check           whether each can still be broken so; in a second
    rules.py --asio DIR        also with the Asio there, if the installed ones lack something

By hand, not in CI: it takes a quarter of an hour.
"""

import argparse
import collections
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # nothing beside the sources
import mutate

RULES = mutate.TESTS / "asio" / "rules"
SECONDS = 20  # a test that takes longer hangs
ABSENT = "is not there"  # with this Asio

# --------------------------------------------------------------------------------------------------
# Breakages: each change is of what stands once in the header (or in another one, named first), and
# what stands there instead.

Breakage = collections.namedtuple("Breakage", "how rules header changes compiles")
broken = []


def breaks(how, rules, header, *changes, compiles=True):
    names = [line.strip() for line in rules.strip().splitlines()]
    broken.append(Breakage(how, names, header, mutate.of_headers(header, changes), compiles))


LIST = "asio/async_connect/socket_and_list.hpp"
SOCKETS = "asio/async_connect/socket_list.hpp"
ARGUMENTS = "asio/async_connect/completion_arguments.hpp"
INITIATE = "asio/async_connect/initiate_list.hpp"
WAIT = "asio/async_connect/socket_connect_operation.hpp"
SPAWNED = "asio/runtime/spawned.hpp"
STRAND = "asio/runtime/tree_strand.hpp"
STRAND_ON = "asio/runtime/tree_strand_on.hpp"
DELIVERY = "asio/runtime/delivery.hpp"

CANCELLED_BY = "asio::cancellation_type::terminal | asio::cancellation_type::partial;"
IF_CANCELLED = "if ((type & cancelled_by<Arguments>()) != asio::cancellation_type::none) "
CLEAR = "    if (slot.is_connected()) slot.clear();\n"
CALL = "    std::apply(std::move(handler_), std::move(args_));\n"
DELIVERED = "delivery(std::move(handler), work.get_executor(), std::move(arguments))"
CALL_ON_EXECUTOR = f"    asio::dispatch({DELIVERED});\n"
CALL_IN_PLACE = f"    {DELIVERED}();\n"
ENDPOINT = """\
  std::tuple<error_code, T> operator()(outcome<T>&& end) const {
    if (end) return {error_code(), *std::move(end)};
"""
PLACE = "if constexpr (tree_can_live_on<decltype(of_handler)>) return of_handler;\n  else return sockets;"
OPENED = "co_return failed(caller_.opened().error());\n"
IS_LOST = "    if (caller_.is_lost()) co_return lost();\n"
ABORTED = "if (end.error().code() == std::errc::operation_canceled) co_return lost();"
FREED = "    const freed_at_exit self{*this, allocator_of(handler)};\n    auto arguments"
INITIATED = "socket_.async_connect(endpoint_, std::move(h));"
CONTEXT_WORK = "        work_(asio::prefer(executor_, asio::execution::outstanding_work.tracked)),\n"
TREE_WORK = """\
std::decay_t<decltype(asio::prefer(
      std::declval<const Executor&>(), asio::execution::outstanding_work.tracked))>;"""
DELIVERY_WORK = "  using delivery_work = asio::executor_work_guard<HandlerExecutor>;\n"
NO_DELIVERY_WORK = """\
  struct delivery_work {
    explicit delivery_work(const HandlerExecutor& e) : executor(e) {}
    HandlerExecutor get_executor() const { return executor; }
    HandlerExecutor executor;
  };
"""
BEGINNING = "    const handing h = hand_out_wake_up();\n    if (h.refused) abandon();\n"
ALLOCATOR = "asio::associated_allocator_t<\n      Handler, asio::recycling_allocator<void>>>"
CALL_OF_LIST = """\
  return detail::asio::async_initiate<Token, void(error_code, endpoint)>(
      detail::initiate_list<what, Protocol, Executor>(socket), token, Endpoints(endpoints),
      detail::try_all(), endpoint());
"""

breaks("a total cancellation ends it, and no other",
       """
       terminal cancellation ends it
       partial cancellation ends it
       total cancellation does not end it, as the socket is not what it was
       """,
       ARGUMENTS, (CANCELLED_BY, "asio::cancellation_type::total;"))
breaks("a cancellation of whichever type ends it",
       """
       total cancellation does not end it, as the socket is not what it was
       a cancellation of no type does not end it
       """,
       SPAWNED, (IF_CANCELLED, "(void)type;\n      "))
breaks("it has no slot until its task begins",
       "a cancellation right after the initiation ends it",
       SPAWNED, ("      self->connect_slot();\n", ""),
       ("    return task_.start(", "    connect_slot();\n    return task_.start("))
breaks("the slot is cleared after the handler was called",
       "the slot is free for the next operation when the handler is called",
       DELIVERY, (CLEAR, ""), (CALL, CALL + CLEAR))
breaks("the slot is not cleared, and has a pointer to what is gone",
       "a cancellation after the end does nothing",
       DELIVERY, (CLEAR, ""),
       (SPAWNED, "slot.assign([where = strand()]", "slot.assign([this]"),
       (SPAWNED, "where->ask_to_stop();", "strand()->ask_to_stop();"))
breaks("it begins afresh where the caller has given up",
       """
       a socket that is closed ends it
       a socket whose operations are cancelled ends it, if no endpoint is left
       """,
       SOCKETS, (ABORTED, "if (end.error().code() == std::errc::operation_canceled) {\n"
                          "      if (!caller_.get().is_open()) caller_.open(to.protocol());\n"
                          "      co_return co_await first_attempt(place);\n    }"))
breaks("it does not look whether the socket was closed before its task has begun",
       "a socket that is closed right after the initiation ends it",
       SOCKETS, (OPENED + IS_LOST, OPENED))
breaks("it runs on the socket's executor, not on the handler's",
       "who closes the socket on the handler's strand is never beside it",
       INITIATE, (PLACE, "(void)of_handler;\n  return sockets;"))

breaks("the handler is called twice", "a handler is called once",
       DELIVERY, (CALL, "    auto args = args_;\n" + CALL.replace("args_", "args") + CALL))
breaks("the handler is told no endpoint",
       """
       a handler is told no error, and the endpoint that was reached
       use_future yields the endpoint, or throws the error
       use_awaitable yields the endpoint, and throws the error
       use_promise starts it, and can be awaited later
       """,
       ARGUMENTS, (ENDPOINT, ENDPOINT.replace("*std::move(end)", "none_")))
breaks("the handler is told no error",
       """
       a handler is told the error, and no endpoint
       use_future yields the endpoint, or throws the error
       use_awaitable yields the endpoint, and throws the error
       as_tuple and redirect_error tell the error as a value
       """,
       ARGUMENTS, ("return {code_of(end), none_};", "return {error_code(), none_};"))
breaks("the handler is told an endpoint, also if none was reached",
       "a handler is told the error, and no endpoint",
       LIST, (CALL_OF_LIST, CALL_OF_LIST.replace(
           "endpoint());", "endpoint(*endpoints.begin()));")))
breaks("no endpoints are an error of our own", "a list without endpoints is not_found",
       "asio/error.hpp", ("  if (code == errc::no_endpoints) return detail::asio::error::not_found;\n", ""))
breaks("all is done within the initiation",
       """
       a handler is never called within the initiation, also on a thread that runs the executor
       a context that is stopped calls nothing, until it is restarted
       """,
       STRAND, (BEGINNING, "    if (lease) return run();\n" + BEGINNING),
       (WAIT, INITIATED, "error_code code;\n    socket_.connect(endpoint_, code);\n    std::move(h)(code);"),
       (SPAWNED, CALL_ON_EXECUTOR, CALL_IN_PLACE))
breaks("it runs on the socket's executor, where the handler is called, too",
       """
       a handler is called on its associated executor, also within other threads of the context
       a handler is called by another context's thread, if that is its executor
       bind_executor has a future's handler called there
       any_completion_handler is a handler, with its memory, slot and executor
       """,
       INITIATE, (PLACE, "(void)of_handler;\n  return sockets;"),
       (SPAWNED, CALL_ON_EXECUTOR, CALL_IN_PLACE))
breaks("it runs on the context of the socket's executor",
       "a handler without an associated executor is called on the socket's",
       INITIATE, (PLACE, "(void)of_handler;\n  return static_cast<asio::io_context&>(asio::query("
                         "sockets, asio::execution::context)).get_executor();"))
breaks("the socket's context has no work until the first attempt has begun",
       "both contexts have work until the handler was called",
       SOCKETS, (CONTEXT_WORK, ""))
breaks("it is no work, unless Asio waits; and Asio does not",
       """
       both contexts have work until the handler was called
       run does not return while it is pending
       """,
       STRAND_ON, (TREE_WORK, "Executor;"), (DELIVERY_WORK, NO_DELIVERY_WORK),
       ("executor_(asio::prefer(e, asio::execution::outstanding_work.tracked))", "executor_(e)"),
       (WAIT, INITIATED, "new typename wait::handler(std::move(h));"))
breaks("a copy of the handler is kept",
       """
       a handler is moved, never copied, and destroyed
       a handler may destroy the socket, and be its only owner
       a token that is passed by name may be used again
       consign keeps what belongs to it, until it has ended
       """,
       DELIVERY, (CALL, "    if constexpr (std::is_copy_constructible_v<Handler>)\n"
                        "      new Handler(handler_);\n" + CALL))
breaks("a handler that is passed by name is moved from",
       "a handler that is passed by name is copied, and left as it is",
       LIST, (CALL_OF_LIST, "  auto moved = std::move(token);\n" + CALL_OF_LIST.replace(
           "<Token,", "<decltype(moved),").replace(" token,", " moved,")))
breaks("the handler is copied to be called",
       "a handler may be of a type that can only be moved",
       DELIVERY, ("handler_(std::move(handler))", "handler_(handler)"), compiles=False)
breaks("the handler is called by name",
       "a handler is called as what it is, at its end",
       DELIVERY, ("std::apply(std::move(handler_),", "std::apply(handler_,"), compiles=False)
breaks("the handler's exceptions are lost",
       "a handler's exception leaves run, which may be called again",
       DELIVERY, (CALL, f"    try {{\n  {CALL}    }} catch (...) {{}}\n"))
breaks("the socket is closed neither first nor at the end",
       """
       a handler may connect the same socket again
       the socket is closed first, and open once it is started
       """,
       "asio/async_connect/callers_socket.hpp",
       ("    close();\n    const error_code code = open", "    const error_code code = open"),
       ("asio/impl/race_of_list.hpp", "  else list.close();\n", ""))
breaks("it is kept for ever, uncalled", "a handler is destroyed uncalled with its context",
       SPAWNED, ("    const Handler handler(std::move(handler_));",
                 "    const Handler& handler = *new Handler(std::move(handler_));"))
breaks("iterators of the list are copied",
       """
       the list is copied
       deferred starts it when it is launched, with copies of its arguments
       """,
       LIST, (CALL_OF_LIST, CALL_OF_LIST.replace(
           "Endpoints(endpoints)", "detail::iterator_range(endpoints.begin(), endpoints.end())")))

breaks("it takes no memory of the handler's allocator",
       """
       the associated allocator serves, and all is free before the handler is called
       an initiation without memory throws, and calls nobody
       bind_allocator gives the memory
       any_completion_handler is a handler, with its memory, slot and executor
       """,
       SPAWNED, (ALLOCATOR, "asio::recycling_allocator<void>>"),
       ("asio::get_associated_allocator(handler, asio::recycling_allocator<void>())",
        "(void(handler), asio::recycling_allocator<void>())"))
breaks("its memory is not given back",
       """
       the associated allocator serves, and all is free before the handler is called
       the memory of a handler that is destroyed uncalled is free
       bind_allocator gives the memory
       any_completion_handler is a handler, with its memory, slot and executor
       """,
       SPAWNED, ("      traits::deallocate(memory, &self, 1);\n", ""))
breaks("the handler is asked for its allocator where it is no more",
       "a handler that was moved from is not asked for its allocator, also where it fails",
       SPAWNED, (FREED, FREED.replace("(handler)", "(handler_)")))

breaks("the socket is closed at the end, whatever that is",
       """
       a handler may destroy the socket, and be its only owner
       detached starts it, and nobody is told
       """,
       "asio/impl/race_of_list.hpp", ("  else list.close();\n", "  list.close();\n"))
breaks("there are no default tokens",
       "a socket with a default token needs none",
       "asio/async_connect/arguments.hpp",
       ("asio::default_completion_token_t<Executor>;", "void;"), compiles=False)
breaks("it has no slot",
       """
       awaitable operators race it against a timer, and cancel it
       a parallel group waits for the first, and cancels the other
       any_completion_handler is a handler, with its memory, slot and executor
       cancel_after ends it
       """,
       SPAWNED, ("      self->connect_slot();\n", ""))
breaks("the socket is opened before it is launched",
       """
       an awaitable that is not awaited starts nothing
       deferred starts it when it is launched, with copies of its arguments
       """,
       LIST, (CALL_OF_LIST, "  socket.open(endpoint(*endpoints.begin()).protocol());\n" + CALL_OF_LIST))

# --------------------------------------------------------------------------------------------------


def rules():
    """Each rule -> the name of its file."""
    return {name: file.stem for file in sorted(RULES.glob("*.cpp"))
            for name in re.findall(r'^RULE\("(.+)"\)', file.read_text(), re.M)}


def out_of_date(known):
    """What is wrong with the breakages, as lines."""
    lines = []
    for b in broken:
        try:
            mutate.broken_texts(b.changes)
        except (ValueError, FileNotFoundError) as wrong:
            lines.append(f"{b.how}: {wrong}")
    ever = {name for b in broken for name in b.rules}
    lines += [f"never broken: {name}" for name in known if name not in ever]
    return lines + [f"no rule: {name}" for name in sorted(ever) if name not in known]


def version(cxx, flags):
    """Of the Asio that is had by these flags: "Asio 1.22.1"; None, if there is none."""
    macro = "BOOST_ASIO_VERSION" if flags == mutate.BOOST_ASIO_FLAGS else "ASIO_VERSION"
    header = macro.lower().replace("_asio_", "/asio/").replace("asio_v", "asio/v")
    command = [cxx, *flags, "-E", "-dM", "-xc++", "-include", f"{header}.hpp", "/dev/null"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(rf"#define {macro} (\d+)", said)
    if not found:
        return None
    number = int(found.group(1))
    name = "Boost.Asio" if macro.startswith("BOOST") else "Asio"
    return f"{name} {number // 100000}.{number // 100 % 1000}.{number % 100}"


def program(directory, file, names, flags):
    """The tests of these rules alone, and for ours alone: the others would take time."""

    def chosen(rule):
        return rule.group().replace("RULE(", "RULE_OF_OURS(") if rule.group(1) in names else ""

    text = (RULES / f"{file}.cpp").read_text()
    text = re.sub(r'^RULE\("(.+?)"\) \{\n.*?^\}\n', chosen, text, flags=re.M | re.S)
    (directory / "rules.cpp").write_text(
        '#include "support/rules.hpp"\n'
        '#define RULE_OF_OURS(name) TEMPLATE_TEST_CASE(name, "[rules]", raced)\n' + text)
    return mutate.Program(file, [str(directory / "rules")], [], ["-O0", *flags], None)


class Trials:
    """How tests have ended, which is kept as long as the headers and the file of the tests are the same:
    so a run goes on where another one stopped."""

    def __init__(self, directory, cxx):
        directory.joinpath("0").mkdir(parents=True, exist_ok=True)
        self.shop = mutate.Workshop(directory / "0", cxx)
        self.file = directory / "results.json"
        self.kept = json.loads(self.file.read_text()) if self.file.exists() else {}
        self.headers = [h.read_text() for h in sorted(mutate.INCLUDE.rglob("*.hpp"))]

    def ends(self, file, names, flags, changes=()):
        """Of each rule: how its test ends, None if it passes."""
        same = (self.shop.cxx, flags, list(changes), (RULES / f"{file}.cpp").read_text(), self.headers)
        keys = {n: hashlib.sha1(repr((n, *same)).encode()).hexdigest() for n in names}
        due = [n for n in names if keys[n] not in self.kept]
        if due:
            with self.shop.broken(changes):
                wrong = self.shop.builds(program(self.shop.directory, file, due, flags))
                for n in due:
                    self.kept[keys[n]] = f"does not compile: {wrong[1]}" if wrong else self.end_of(n)
            self.file.write_text(json.dumps(self.kept, indent=1))
        return {n: self.kept[keys[n]] for n in names}

    def end_of(self, name):
        test = (name + " - raced").replace(",", "\\,")
        status, said = self.shop.call([self.shop.program, test, "--warn", "NoTests"], SECONDS)
        if "No test cases matched" in said:
            return ABSENT
        if status is None:
            return "hangs"
        return None if status == 0 else "fails" if status > 0 else f"ends by signal {-status}"


def present(trials, asios, wanted):
    """Of each Asio and file: the rules that have a test there, which passes. An Asio is only asked for
    what those before it lack."""
    known = collections.defaultdict(set)
    missing = dict(wanted)
    for asio, flags in asios.items():
        for file in sorted(set(missing.values())):
            names = [name for name in wanted if wanted[name] == file]
            for name, end in trials.ends(file, names, flags).items():
                if end not in (None, ABSENT):
                    sys.exit(f"without any breakage: {name}, {asio}: {end}")
                if not end:
                    known[asio, file].add(name)
                    missing.pop(name, None)
    return known


def ends_of(trials, asios, known, b, file, names):
    """Of rules that are broken: (rule, how, Asio, end), where None is a test that passes."""
    here = {n for n in names if any(n in known[asio, file] for asio in asios)}
    found = [(n, b.how, "-", ABSENT) for n in names if n not in here]
    if here:
        asio = next(a for a in asios if here <= known[a, file])
        for n, end in trials.ends(file, sorted(here), asios[asio], b.changes).items():
            if end and end.startswith("does not compile"):
                if b.compiles:
                    sys.exit(f"{b.how}: {file}, {asio}: {end}")
                end = "does not compile"
            found.append((n, b.how, asio, end))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("names", nargs="?", default="", metavar="REGEX", help="of the rules to break")
    parser.add_argument("--check", action="store_true", help="only whether each breakage applies")
    parser.add_argument("--asio", action="append", default=[], metavar="DIR",
                        help="that holds asio/version.hpp")
    parser.add_argument("--cxx", default="g++")
    parser.add_argument("--build", type=pathlib.Path, default=mutate.ROOT / "build" / "rules")
    arguments = parser.parse_args()

    all_rules = rules()
    wrong = out_of_date(all_rules)
    if wrong:
        sys.exit("\n".join(wrong))
    if arguments.check:
        print(f"{len(broken)} breakages of {len(all_rules)} rules apply")
        return 0

    more = [[*mutate.ASIO_FLAGS, f"-isystem{pathlib.Path(d).resolve()}"] for d in arguments.asio]
    tried = [mutate.ASIO_FLAGS, mutate.BOOST_ASIO_FLAGS, *more]
    asios = {v: flags for flags in tried if (v := version(arguments.cxx, flags))}
    wanted = {n: file for n, file in all_rules.items() if re.search(arguments.names, n)}
    trials = Trials(arguments.build, arguments.cxx)
    known = present(trials, asios, wanted)

    ends = []
    for b in broken:
        for file in dict.fromkeys(wanted[n] for n in b.rules if n in wanted):
            names = [n for n in b.rules if wanted.get(n) == file]
            for name, how, asio, end in ends_of(trials, asios, known, b, file, names):
                print(f"{name}: {how}: {end or 'NOBODY NOTICES'}", flush=True)
                ends.append((name, how, asio, end))
    if not arguments.names:
        report(list(all_rules), ends, arguments.cxx)
    return 0 if all(is_noticed(end) for *_, end in ends) else 1


def is_noticed(end):
    return end not in (None, ABSENT)


def report(all_rules, ends, cxx):
    compiler = subprocess.run([cxx, "--version"], capture_output=True, text=True, check=True).stdout
    noticed = [name for name, *_, end in ends if is_noticed(end)]
    summary = (f"{len(all_rules)} rules, and {len(broken)} breakages, some of several rules: "
               f"{len(noticed)} of {len(ends)} noticed; {len(set(noticed))} rules have a test that fails.")
    text = ["# Rules, broken", "",
            "Written by `rules.py`, beside this: each rule of `tests/asio/rules` is broken on purpose, and",
            "its test has to fail, for ours. Without the breakage all pass.", "",
            f"Run on {datetime.date.today().isoformat()} with {compiler.splitlines()[0]}.", "",
            summary, "", "| rule | broken how | with | its test |", "|---|---|---|---|"]
    text += [f"| {name} | {how} | {asio} | {end or 'PASSES'} |"
             for name, how, asio, end in sorted(ends, key=lambda e: all_rules.index(e[0]))]
    (mutate.HERE / "rules.md").write_text("\n".join(text) + "\n")
    print(summary)


if __name__ == "__main__":
    sys.exit(main())
