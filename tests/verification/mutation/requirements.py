#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Breaks each requirement of conformance/requirements.md on purpose, in one way or several, and runs
the tests that have its number as a tag: one of them must fail. Writes requirements.md.

    requirements.py
    requirements.py R5 D18     these alone, and nothing is written

By hand, not in CI: it takes an hour with -j2.
"""

import argparse
import collections
import concurrent.futures
import datetime
import pathlib
import queue
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # nothing beside the sources
import mutate

ASIO_SUPPORT = ["support/loopback", "support/lookups"]
TABLE = mutate.TESTS / "conformance" / "requirements.md"

# --------------------------------------------------------------------------------------------------
# Breakages: each change is of what stands once in the header, and what stands there instead.

Breakage = collections.namedtuple("Breakage", "number how header changes")
broken = []


def breaks(numbers, how, header, *changes):
    for number in numbers.split():
        broken.append(Breakage(number, how, header, changes))


QUERIES = """\
      detail::query(s, names, host, service, address_family::v6),
      detail::query(s, names, host, service, address_family::v4),
"""
DUE = "return list_.answered(preferred_family()) ? time_point::min() : resolution_over_;"
LANE = "index(family_of_(sorted_.front())) : 1 - last_;"
RESOLVE = "family == address_family::v6 ? AF_INET6 : AF_INET,\n        most_threads_"
CONTEST = "race(c.chosen, as_outcome(attempt(c, 0)))"
OVER = "return chosen.has_value() || stop.stop_requested();"

breaks("R1", "A is asked for before AAAA", "connect_by_name.hpp",
       (QUERIES, QUERIES.replace("v6", "v0").replace("v4", "v6").replace("v0", "v4")))
breaks("R1", "the system's A query may come first", "asio/lookup.hpp",
       ("l->follows_aaaa = l->family == AF_INET && name == queue->asked_for_aaaa_;", ""))
breaks("R2", "attempts wait for both answers", "endpoints/candidates.hpp",
       ("if (!list_.has_next()) return time_point::max();",
        "if (!list_.has_next() || !list_.answered(other(preferred_family())))"
        " return time_point::max();"))
breaks("R3", "one query of the system for both families", "asio/system_resolver.hpp",
       (RESOLVE, "AF_UNSPEC, most_threads_"))
breaks("R3", "one thread for both queries", "asio/system_resolver.hpp",
       (RESOLVE, RESOLVE.replace("most_threads_", "1")))
breaks("R4", "AAAA alone opens no gate", "endpoints/candidates.hpp",
       (DUE, "return list_.answered(address_family::v4) ? time_point::min() : resolution_over_;"))
breaks("R5", "no Resolution Delay", "endpoints/candidates.hpp",
       ("deadline(now, values_.resolution_delay)", "now"))
breaks("R6", "AAAA does not end the Resolution Delay", "endpoints/candidates.hpp",
       (DUE, DUE.replace("return ", "return resolution_over_ == time_point::max() && ")))
breaks("R7", "an error for AAAA does not end the Resolution Delay", "endpoints/candidates.hpp",
       (DUE, DUE.replace("return ", "return !list_.error_of(preferred_family()) && ")))
breaks("R7", "the end of the Resolution Delay opens no gate", "endpoints/candidates.hpp",
       (DUE, DUE.replace("resolution_over_", "time_point::max()")))
breaks("R7", "no data is an error of the system's", "asio/addrinfo.hpp",
       ("if (is_no_data(failed)) return endpoints;", ""))
breaks("R8", "what comes after the first start is dropped", "endpoints/endpoint_list.hpp",
       ("if (is_new) {", "if (is_new && starts_ == 0) {"))
breaks("R11", "no sort", "endpoints/destination_order.hpp",
       ("std::sort(ranks.begin(), ranks.end());", ""))
breaks("R11", "rule 1 is not applied", "endpoints/destination_order.hpp",
       ("rank.unusable = !source;", ""))
breaks("R11", "rule 2 is not applied", "endpoints/destination_order.hpp",
       ("rank.other_scope = scope_of(*source) != rank.scope;", ""))
breaks("R11", "rule 5 is not applied", "endpoints/destination_order.hpp",
       ("rank.other_label = policy_of(*source, table).label != p.label;", ""))
breaks("R11", "rule 6 is not applied", "endpoints/destination_order.hpp",
       ("rank.negative_precedence = -p.precedence;", ""))
breaks("R11", "rule 8 is not applied", "endpoints/destination_order.hpp",
       ("rank.scope = scope_of(destination);", "const int scope = scope_of(destination);"),
       ("scope_of(*source) != rank.scope", "scope_of(*source) != scope"))
breaks("R11", "rule 9 is not applied", "endpoints/destination_order.hpp",
       ("-std::min(64, common_prefix_length(*source, destination))", "0"))
breaks("R11", "a row of the policy table is wrong", "endpoints/policy_table.hpp",
       ("16, 30, 2}", "16, 45, 2}"))
breaks("R11", "no source address is found", "asio/source_address.hpp",
       ("return to_ip_address(from.address());", "return std::nullopt;"))
breaks("R11", "connect does not sort", "asio/tcp_transport.hpp",
       ("""list = sort_destinations(std::move(list), address_of, source_address_of, default_policy_table,
                             known_);""", ""))
breaks("R12", "the time of a second SYN is kept", "asio/tcp_transport.hpp",
       ("if (took < first_retransmission) ", ""),
       ("  constexpr duration first_retransmission", "  [[maybe_unused]] constexpr duration unused"))
breaks("R12", "round-trip times do not count in the sort", "endpoints/destination_order.hpp",
       ("rank.rtt = *rtt", "(void)rtt"))
breaks("R12", "round-trip times are not kept", "asio/tcp_transport.hpp",
       ("options.past->add_rtt(options.past_key, address, took)", "(void)took"))
breaks("R13", "used addresses do not count in the sort", "endpoints/destination_order.hpp",
       ("rank.unused = !history.used(destination);", ""))
breaks("R13", "used addresses are not kept", "asio/tcp_transport.hpp",
       ("options.past->add_use(options.past_key, address);", ""))
breaks("R14", "networks share what they learn", "endpoints/history.hpp",
       ("void add_use(std::string_view key, const ip_address& address) {",
        "void add_use(std::string_view key, const ip_address& address) {\n    key = {};"),
       ("const entry* find(std::string_view key, const ip_address& address) const noexcept {",
        "const entry* find(std::string_view key, const ip_address& address) const noexcept {\n"
        "    key = {};"))
breaks("R14", "a partition is not flushed", "endpoints/history.hpp",
       ("    partitions_.erase(found);\n", ""),
       ("for (const auto& known : found->second.addresses) entries_.erase(known.second);", ""))
breaks("R14", "flushed, all stays", "endpoints/history.hpp",
       ("    partitions_.clear();\n    entries_.clear();\n", ""))
breaks("R14", "connect has one partition for all networks", "asio/tcp_transport.hpp",
       ("options.past->view(options.past_key)", "options.past->view({})"),
       ("add_rtt(options.past_key,", "add_rtt({},"), ("add_use(options.past_key,", "add_use({},"))
breaks("R15 D10", "the families do not take turns", "endpoints/endpoint_list.hpp",
       (LANE, "index(family_of_(sorted_.front())) : last_;"))
breaks("R15", "interleave() does not", "endpoints/interleave.hpp",
       ("if (a != first.end()) mixed", "while (a != first.end()) mixed"))
breaks("R16", "the list has no First Address Family Count", "endpoints/endpoint_list.hpp",
       ("starts_ < first_family_count_", "starts_ < 1"))
breaks("R16", "connect_by_name passes none on", "endpoints/candidates.hpp",
       ("std::move(sort), values.first_family_count)", "std::move(sort))"))
breaks("R18 R23", "all attempts start at once", "happy_eyeballs.hpp",
       ("  co_await race(failed, c.stagger.wait(k));\n", "  (void)failed;\n"))
breaks("R18", "two start at a time", "candidate_source.hpp",
       ("return sleep(search_->pace.delay());", "return sleep(search_->attempts % 2 == 0"
        " ? duration::zero() : search_->pace.delay());"))
breaks("R19", "an attempt ends when the next is due", "happy_eyeballs.hpp",
       ('#include "core/stop_point.hpp"', '#include "core/stop_point.hpp"\n'
        '#include "core/timeout.hpp"'),
       ("as_outcome(open(connector))",
        "as_outcome(timeout(open(connector), std::chrono::milliseconds(250)))"))
breaks("R20", "the winner waits for the others", "happy_eyeballs.hpp",
       (CONTEST, CONTEST.replace("race", "join")))
breaks("R21", "after a success the rest is tried", "happy_eyeballs.hpp",
       (CONTEST, CONTEST.replace("race", "join")), (OVER, "return stop.stop_requested();"))
breaks("R22 D20", "the end waits for the queries", "connect_by_name.hpp",
       ("co_await race(\n      detail::query", "co_await join(\n      detail::query"))
breaks("R23", "another default", "configurable_values.hpp", ("milliseconds(250)", "milliseconds(300)"))
breaks("R23", "the delay never ends", "happy_eyeballs.hpp",
       ("co_await race(failed, c.stagger.wait(k));", "co_await failed;"))
breaks("R24", "round-trip times do not count in the delay", "pacing.hpp",
       ("own ? limited(*own) : values_.attempt_delay", "own ? values_.attempt_delay : delay_"))
breaks("R24", "connect has no delay by a round-trip time", "asio/tcp_transport.hpp",
       ("return held + 4 * (held / 2);", "return std::nullopt;"))
breaks("R24", "the delay is one round-trip time", "asio/tcp_transport.hpp",
       ("return held + 4 * (held / 2);", "return held;"))
breaks("R25 R27", "no lower bound", "pacing.hpp",
       ("{floor, values_.minimum_attempt_delay, std::min", "{std::min"),
       ("constexpr duration floor = std::chrono::milliseconds(10);", ""))
breaks("R26", "the limits may be under 10 ms", "pacing.hpp",
       ("{floor, values_", "{values_"),
       ("constexpr duration floor = std::chrono::milliseconds(10);", ""))
breaks("R27", "another minimum", "configurable_values.hpp", ("milliseconds(100)", "milliseconds(90)"))
breaks("R28", "no upper bound", "pacing.hpp",
       ("std::min(d, values_.maximum_attempt_delay)", "d"))
breaks("R28", "another maximum", "configurable_values.hpp", ("seconds(2)", "seconds(3)"))
breaks("R29", "what was started is removed", "endpoints/endpoint_list.hpp",
       ("!k.second.started && gone", "gone"))
breaks("R30", "nothing is removed", "endpoints/endpoint_list.hpp",
       ("forget([&](const Endpoint& e, const state&) { return go.count(e) > 0; });", ""))
breaks("R31", "what comes later is at the end", "endpoints/endpoint_list.hpp",
       ("sorted_ = sort_(received_);", "sorted_ = starts_ == 0 ? sort_(received_) : received_;"))
breaks("R32", "NAT64 wherever IPv6 is", "asio/connectivity.hpp",
       ("return v6 == reach::internet && v4 != reach::internet;", "return v6 == reach::internet;"))
breaks("R32", "NAT64 nowhere", "asio/connectivity.hpp",
       ("return v6 == reach::internet && v4 != reach::internet;", "return false;"))
breaks("R32", "IPv4 that has a route is translated", "asio/nat64.hpp",
       ("if (has_route(e)) {", "if (false) {"))
breaks("R32", "A is not asked for where there is IPv6 only", "asio/connect.hpp",
       (" || here.v6_only();", ";"))
breaks("R33", "an answer to A is not translated", "asio/nat64.hpp",
       ("if (prefixes.empty()) co_return *std::move(found);", "co_return *std::move(found);"))
breaks("R33", "bits 64 to 71 are used", "endpoints/nat64.hpp",
       ("first + i + (first <= 8 && first + i >= 8)", "first + i"))
breaks("R33", "a known prefix is not found", "endpoints/nat64.hpp",
       ("for (const int length : nat64_prefix::lengths)",
        "for (const int length : {32, 40, 48, 56, 64})"))
breaks("R33", "private addresses by the Well-Known Prefix", "endpoints/nat64.hpp",
       ("if (prefix != well_known_nat64_prefix) return true;", "if (v4.is_v4()) return true;"))
breaks("R33", "another name is asked for", "asio/nat64.hpp", ('"ipv4only.arpa"', '"ipv4only.test"'))
breaks("R33", "one prefix of several", "asio/nat64.hpp",
       ("v6.emplace_back(to_asio(synthesize(prefix, address)), e.port());",
        "if (prefix == prefixes.front())"
        " v6.emplace_back(to_asio(synthesize(prefix, address)), e.port());"))
for name, value, other in [
    ("attempt_delay", "std::chrono::milliseconds(250)", "std::chrono::milliseconds(300)"),
    ("minimum_attempt_delay", "std::chrono::milliseconds(100)", "std::chrono::milliseconds(50)"),
    ("maximum_attempt_delay", "std::chrono::seconds(2)", "std::chrono::seconds(5)"),
    ("resolution_delay", "std::chrono::milliseconds(50)", "std::chrono::milliseconds(25)"),
    ("first_family_count", "1", "2"),
]:
    change = f" {name} = {value};", f" {name} = {other};"
    breaks("R36", f"another {name} of connect", "asio/options.hpp", change)
    breaks("R36", f"another {name} of connect_by_name", "configurable_values.hpp", change)
    breaks("R36", f"connect does not heed {name}", "asio/connect.hpp",
           (f"  v.{name} = options.{name};\n", ""))
for number, name in ("R5", "resolution_delay"), ("R16", "first_family_count"), ("D11", "failure_delay"):
    breaks(number, f"connect does not heed {name}", "asio/connect.hpp",
           (f"  v.{name} = options.{name};\n", ""))
breaks("R38", "the errors of the attempts are lost", "attempt_errors.hpp",
       ("return error(code, std::move(about), std::move(causes));",
        "return error(code, std::move(about));"))

breaks("D1", "a failure starts nothing early", "happy_eyeballs.hpp",
       ("co_await race(failed, c.stagger.wait(k));", "co_await c.stagger.wait(k);"))
breaks("D1", "an older attempt's failure starts the next", "happy_eyeballs.hpp",
       ("  bool delivered = false;\n", "  bool delivered = false;\n  dataflow_variable<>* newest;\n"),
       ("if (!end) failed.set();", "if (!end) c.newest->set();"),
       ("  dataflow_variable<> failed;\n", "  dataflow_variable<> failed;\n  c.newest = &failed;\n"))
breaks("D2", "the floor holds after a failure, too", "pacing.hpp",
       ("std::min(delay_, values_.failure_delay)", "std::min(delay_, std::max<duration>("
        "std::chrono::milliseconds(10), values_.failure_delay))"))
breaks("D2", "a fixed delay is held to the limits", "pacing.hpp",
       (": values_.attempt_delay;", ": limited(values_.attempt_delay);"))
breaks("D2", "the bare algorithm has a floor", "connectors.hpp",
       ("return sleep(delay_);", "return sleep(std::max<duration>(std::chrono::milliseconds(10),"
        " std::chrono::duration_cast<duration>(delay_)));"))
breaks("D2", "connect takes a delay under 10 ms", "asio/options.hpp",
       ("if (options.attempt_delay < 10ms)\n"
        '    return wrong("attempt_delay is under 10 ms (RFC 8305, section 5)");', ""))
breaks("D3", "a negative A starts the Resolution Delay", "endpoints/candidates.hpp",
       ("first && !endpoints.empty() && asked", "first && asked"))
breaks("D3", "the Resolution Delay starts with the queries", "endpoints/candidates.hpp",
       ("deadline(now, values_.resolution_delay)",
        "deadline(time_point(), values_.resolution_delay)"))
breaks("D6", "a winner that is not delivered is not closed", "happy_eyeballs.hpp",
       ("if (chosen.has_value() && !delivered)", "if (false)"))
breaks("D6", "a winner is delivered after the stop", "happy_eyeballs.hpp",
       ("  co_await stop_point();  // a winner", "  // a winner"))
breaks("D6", "nor by a name", "connect_by_name.hpp",
       ("if (stop && end) transport.close(*std::move(end));", ""))
breaks("D8", "the last one's code", "attempt_errors.hpp",
       ("causes.front().code()", "causes.back().code()"))
breaks("D8", "the last query's code", "query_errors.hpp",
       ("queries.front().code()", "queries.back().code()"))
breaks("D8", "a limit on time has another code", "core/timeout.hpp",
       ("std::errc::timed_out)", "std::errc::operation_canceled)"))
breaks("D8", "the error of the timeout tells of no attempt", "asio/connect.hpp",
       (", std::move(tried).errors()", ""))
breaks("D8", "nothing to try has another code", "attempt_errors.hpp",
       ("errc::no_endpoints", "errc::nothing_to_race"))
breaks("D9", "what can't be reached is not tried last", "endpoints/destination_order.hpp",
       ("rank.unusable = !source;", ""))
breaks("D9", "a failure at once waits for the delay", "pacing.hpp",
       ("std::min(delay_, values_.failure_delay)", "delay_"))
breaks("D10", "turns are counted, late answers or not", "endpoints/endpoint_list.hpp",
       (LANE, "index(family_of_(sorted_.front())) : starts_ % 2;"))
breaks("D11", "failure_delay is not heeded", "pacing.hpp",
       ("deadline(now, std::min(delay_, values_.failure_delay))", "now"))
breaks("D11", "failure_delay outlasts the delay", "pacing.hpp",
       ("std::min(delay_, values_.failure_delay)", "values_.failure_delay"))
breaks("D12", "a success after the stop is not closed", "happy_eyeballs.hpp",
       ("else if (c.over()) c.close(*std::move(end));", "else if (c.over()) {}"))
breaks("D13", "a task's wait forgets a result after the stop", "core/task.hpp",
       ("a.operation_.stopped() ? a.promise_.end()",
        "a.operation_.stopped() || a.promise_.here().stop.stop_requested() ? a.promise_.end()"))
breaks("D13", "race forgets a value after the stop", "core/race.hpp",
       ("return s.how == s.value;", "return s.how == s.value && !stop_came_;"))
breaks("D13", "join forgets values after the stop", "core/join.hpp",
       ("return !each(slots_", "return stop_came_ || !each(slots_"))
breaks("D13", "a shield does not shield", "core/shield.hpp",
       ("{here.where->abandonment.token(), here.where}", "here"))
breaks("D14", "IPv4 is preferred where both get as far", "asio/connectivity.hpp",
       ("v4 > v6 ?", "v4 >= v6 ?"))
breaks("D14", "IPv6 is preferred, whatever is said", "endpoints/candidates.hpp",
       ("if (asks(values_.preferred_family)) return values_.preferred_family;",
        "if (asks(address_family::v6)) return address_family::v6;"))
breaks("D14", "a family that is not asked for is preferred", "endpoints/candidates.hpp",
       ("return other(values_.preferred_family);", "return values_.preferred_family;"))
breaks("D14", "connect does not heed preferred_family", "asio/connect.hpp",
       ("options.preferred_family.value_or(here.preferred())", "here.preferred()"))
breaks("D14", "connect does not heed the host's connectivity", "asio/connect.hpp",
       ("value_or(here.preferred())", "value_or(address_family::v6)"))
breaks("D15", "an error is no negative answer", "endpoints/candidates.hpp",
       (DUE, DUE.replace("return ", "return !list_.error_of(preferred_family()) && ")))
breaks("D15", "no addresses are no negative answer", "endpoints/endpoint_list.hpp",
       ("a.received = true;", "a.received |= !endpoints.empty();"))
breaks("D15", "what the resolver throws is no negative answer", "connect_by_name.hpp",
       ("catch (...) { s.found.fail(asked, error::current()); }", "catch (...) {}"))
breaks("D16", "the errors are in the order of the failures", "attempt_errors.hpp",
       ("void add() { errors_.emplace_back(); }", "void add() {}"),
       ("noexcept { errors_[attempt] = std::move(e); }",
        "{ (void)attempt; errors_.emplace_back(std::move(e)); }"))
breaks("D17", "an answer hurries the next", "candidate_source.hpp",
       ("auto wait(std::size_t) const noexcept { return sleep(search_->pace.delay()); }",
        "auto wait(std::size_t) { return race(search_->change(), sleep(search_->pace.delay())); }"),
       ("explicit candidate_stagger(const Search& s)", "explicit candidate_stagger(Search& s)"),
       ("  const Search* search_;", "  Search* search_;"))
breaks("D17", "a late answer is not noticed at once", "candidate_source.hpp",
       ("co_await race(s.change(), sleep(left));",
        "co_await sleep(std::min<duration>(left, std::chrono::milliseconds(30)));"))
breaks("D18", "the delay is armed before its attempt", "happy_eyeballs.hpp",
       ("""join(connect(c, k, *std::move(connector), failed),
                             as_result(next_attempt(c, k, failed)));""",
        """join(as_result(next_attempt(c, k, failed)),
                             connect(c, k, *std::move(connector), failed));"""),
       ("std::get<1>(ended));\n}\n\ntemplate <class Stagger", "std::get<0>(ended));\n}\n\n"
        "template <class Stagger"))
breaks("D18", "what ends with the time is still in time", "core/timeout.hpp",
       ("slots_of(sleep(d), ", "slots_of(sleep(std::chrono::duration_cast<duration>(d)"
        " + duration(1)), "))
breaks("D18", "timers of one instant ring the other way round", "run_loop.hpp",
       ("a.order < b.order", "a.order > b.order"))
breaks("D19", "a long delay overflows", "core/scheduler.hpp",
       ("if (since >= wide(duration::max())) return time_point::max();", ""),
       ("return from + std::chrono::duration_cast<duration>(d);",
        "return time_point(duration(static_cast<long long>(static_cast<unsigned long long>("
        "from.time_since_epoch().count()) + static_cast<unsigned long long>("
        "std::chrono::duration_cast<duration>(d).count()))));"))
breaks("D21", "join of nothing waits for ever", "core/group.hpp",
       ("    return over();\n", "    return over() && (first_ || stop_came_);\n"))

# --------------------------------------------------------------------------------------------------


def rows():
    """Of the table: number -> the files with its tests."""
    found = {}
    for line in TABLE.read_text().splitlines():
        row = re.fullmatch(r"\| ([RD]\d+) \| .+ \| (.+) \|", line)
        if row:
            number, tests = row.groups()
            found[number] = [] if tests.startswith("none") else re.findall(r"`(.+?)`", tests)
    return found


def tests_of(file, numbers):
    """Those of a file that have one of these numbers as a tag."""
    stem = file.removeprefix("tests/").removesuffix(".cpp")
    in_asio = stem.startswith(("asio/", "cares/"))
    program = mutate.catch(stem, [stem, *(ASIO_SUPPORT if in_asio else [])])
    return program._replace(
        arguments=[",".join(f"[{n}]" for n in numbers), "--warn", "NoTests", *program.arguments],
        flags=[*program.flags, "-DASIO_STANDALONE", "-DASIO_NO_DEPRECATED"],
    )


def changed(b):
    """The header as it is, and broken."""
    text = broken_text = (mutate.INCLUDE / "eyeballs" / b.header).read_text()
    for before, after in b.changes:
        if broken_text.count(before) != 1:
            sys.exit(f"{b.number}, {b.how}: {b.header} has {broken_text.count(before)} times: {before}")
        broken_text = broken_text.replace(before, after)
    return text, broken_text


def noticed(shop, b, files):
    """The file and the test that notices it; none, if none does."""
    path = shop.directory / "include" / "eyeballs" / b.header
    text, broken_text = changed(b)
    path.write_text(broken_text)
    try:
        stem = path.stem
        for file in sorted(files, key=lambda f: stem not in f):  # its own tests first
            wrong = shop.tries(tests_of(file, [b.number]))
            if wrong and wrong[0] == "refused":
                sys.exit(f"{b.number}, {b.how}: does not compile: {wrong[1]}")
            if wrong:
                return wrong[1]
        return None
    finally:
        path.write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("numbers", nargs="*", metavar="NUMBER")
    parser.add_argument("--cxx", default="g++")
    parser.add_argument("-j", type=int, default=1, metavar="N", help="as many at a time")
    parser.add_argument("--build", type=pathlib.Path, default=mutate.ROOT / "build" / "requirements")
    arguments = parser.parse_args()

    table = rows()
    tested = [n for n, files in table.items() if files]
    unbroken = [n for n in tested if n not in {b.number for b in broken}]
    if unbroken:
        sys.exit(f"never broken: {', '.join(unbroken)}")
    for b in broken:
        changed(b)  # or says what is out of date
    chosen = [b for b in broken if not arguments.numbers or b.number in arguments.numbers]

    free = queue.SimpleQueue()
    for n in range(max(1, arguments.j)):
        directory = arguments.build / str(n)
        directory.mkdir(parents=True, exist_ok=True)
        free.put(mutate.Workshop(directory, arguments.cxx))

    def in_a_workshop(do):
        def with_one(item):
            shop = free.get()
            try:
                return do(shop, item)
            finally:
                free.put(shop)
        return with_one

    def passes(shop, file):
        wrong = shop.tries(tests_of(file, {b.number for b in chosen if file in table[b.number]}))
        if wrong:
            sys.exit(f"without any breakage: {wrong[1]}")

    def try_one(shop, b):
        where = noticed(shop, b, table[b.number])
        print(f"{b.number}: {b.how}: {where or 'NOBODY NOTICES'}", flush=True)
        return where

    with concurrent.futures.ThreadPoolExecutor(max(1, arguments.j)) as pool:
        list(pool.map(in_a_workshop(passes), sorted({f for b in chosen for f in table[b.number]})))
        ends = list(zip(chosen, pool.map(in_a_workshop(try_one), chosen)))
    if not arguments.numbers:
        report(len(table), len(tested), ends, arguments.cxx)
    return 0 if all(where for _, where in ends) else 1


def report(numbers, tested, ends, cxx):
    version = subprocess.run([cxx, "--version"], capture_output=True, text=True, check=True).stdout
    seen = sum(1 for _, where in ends if where)
    summary = f"{len(ends)} breakages of {tested} requirements and decisions; {seen} noticed."
    text = ["# Requirements, broken", "",
            "Written by `requirements.py`, beside this: each requirement is broken on purpose, and of the",
            "tests with its number as a tag one has to fail. The last column has the first that does.",
            "", f"Run on {datetime.date.today().isoformat()} with {version.splitlines()[0]}.", "",
            f"{summary} The other {numbers - tested} have no tests, and a reason in",
            "[their table](../../conformance/requirements.md).", "",
            "| number | broken how | in | noticed by |", "|---|---|---|---|"]
    text += [f"| {b.number} | {b.how} | `{b.header}` | {where or 'nobody'} |" for b, where in ends]
    (mutate.HERE / "requirements.md").write_text("\n".join(text) + "\n")
    print(summary)


if __name__ == "__main__":
    sys.exit(main())
