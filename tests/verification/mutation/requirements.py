#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Breaks each requirement of conformance/requirements.md on purpose, in one way or several, and runs
the tests that have its number as a tag: one of them must fail. Writes requirements.md.

    requirements.py
    requirements.py R5 D18     these alone, and nothing is written
    requirements.py --first    each is broken in one way only; nothing is written
    requirements.py --check    whether each can still be broken so; in a second

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

TABLE = mutate.TESTS / "conformance" / "requirements.md"

# --------------------------------------------------------------------------------------------------
# Breakages: each change is of what stands once in the header (or in another one, named first), and
# what stands there instead.

Breakage = collections.namedtuple("Breakage", "number how header changes")
broken = []


def breaks(numbers, how, header, *changes):
    for number in numbers.split():
        broken.append(Breakage(number, how, header, mutate.of_headers(header, changes)))


QUERIES = """\
      detail::query(s, names, host, service, address_family::v6, values.resolution_timeout),
      detail::query(s, names, host, service, address_family::v4, values.resolution_timeout),
"""
DUE = "return list_.answered(preferred_family()) ? time_point::min() : resolution_over_;"
LANE = "index(family_of_(sorted_.front())) : 1 - last_;"
RESOLVE = "detail::asked_of(family), most_names_"
CONTEST = "race(s.chosen, as_outcome(attempt(s, 0)))"
WAIT = "if (previous_failed) co_await due_after(s.stagger, k - 1, *previous_failed);"
ROUND_TRIP = "options.history->add_rtt(options.history_key, address, took);"
OVER = "return chosen.has_value() || stop.stop_requested();"

breaks("R1", "A is asked for before AAAA", "connect_by_name.hpp",
       (QUERIES, QUERIES.replace("v6", "v0").replace("v4", "v6").replace("v0", "v4")))
breaks("R1", "the system's A query may come first", "asio/dns/name_resolver.hpp",
       ("if (family == address_family::v4) co_await yield_turn();", ""))
breaks("R1", "the system's A query may come first", "asio/dns/lookup_queue.hpp",
       ("      call->follows = follows;\n", ""))
breaks("R2", "attempts wait for both answers", "by_name/candidate_queue.hpp",
       ("if (!list_.has_next()) return time_point::max();",
        "if (!list_.has_next() || !list_.answered(other(preferred_family())))"
        " return time_point::max();"))
breaks("R3", "one query of the system for both families", "asio/impl/system_resolver.hpp",
       ("if (plan->how == name_question::split) {", "if (false) {"))
breaks("R3", "one thread for both queries", "asio/dns/shared_lookups.hpp",
       ("network(locks, most - for_files)", "network(locks, most > 0 ? 1 : 1)"))
breaks("R4", "AAAA alone opens no gate", "by_name/candidate_queue.hpp",
       (DUE, "return list_.answered(address_family::v4) ? time_point::min() : resolution_over_;"))
breaks("R5", "no Resolution Delay", "by_name/candidate_queue.hpp",
       ("deadline(now, values_.resolution_delay)", "now"))
breaks("R6", "AAAA does not end the Resolution Delay", "by_name/candidate_queue.hpp",
       (DUE, DUE.replace("return ", "return resolution_over_ == time_point::max() && ")))
breaks("R7", "an error for AAAA does not end the Resolution Delay", "by_name/candidate_queue.hpp",
       (DUE, DUE.replace("return ", "return !list_.error_of(preferred_family()) && ")))
breaks("R7", "the end of the Resolution Delay opens no gate", "by_name/candidate_queue.hpp",
       (DUE, DUE.replace("resolution_over_", "time_point::max()")))
breaks("R7", "no data is an error of the system's", "asio/host/posix/names.hpp",
       ("if (is_no_data(returned)) return {};", ""))
breaks("R8", "what comes after the first start is dropped", "by_name/endpoint_list.hpp",
       ("} else if (room == 0) {", "} else if (room == 0 || starts_ > 0) {"))
breaks("R11", "no sort", "address/destination_order.hpp",
       ("std::sort(ranks.begin(), ranks.end());", ""))
breaks("R11", "rule 1 is not applied", "address/destination_order.hpp",
       ("rank.unusable = !source;", ""))
breaks("R11", "rule 2 is not applied", "address/destination_order.hpp",
       ("rank.other_scope = scope_of(source->address, table.v4_scopes) != rank.scope;", ""))
breaks("R11", "rule 5 is not applied", "address/destination_order.hpp",
       ("rank.other_label = policy_of(source->address, table).label != p.label;", ""))
breaks("R11", "rule 6 is not applied", "address/destination_order.hpp",
       ("rank.negative_precedence = -std::int64_t(p.precedence);", ""))
breaks("R11", "rule 8 is not applied", "address/destination_order.hpp",
       ("rank.scope = scope_of(destination, table.v4_scopes);",
        "const int scope = scope_of(destination, table.v4_scopes);"),
       ("table.v4_scopes) != rank.scope", "table.v4_scopes) != scope"))
breaks("R11", "rule 9 is not applied", "address/destination_order.hpp",
       ("-std::min(64, common_prefix_length(source->address, destination))", "0"))
breaks("R11", "a row of the policy table is wrong", "address/policy_table.hpp",
       ("16, 30, 2}", "16, 45, 2}"))
breaks("R11", "no source address is found", "asio/host/posix/addresses.hpp",
       ("return to_ip_address(from.address());", "return std::nullopt;"))
breaks("R11", "connect does not sort", "asio/tcp/tcp_transport.hpp",
       ("if (list.size() < 2) return list;", "return list;"))
breaks("R12", "the time of a second SYN is kept", "asio/tcp/round_trip_times.hpp",
       ("if (took < first_retransmission) ", ""))
breaks("R12", "round-trip times do not count in the sort", "address/destination_order.hpp",
       ("rank.rtt = *rtt", "(void)rtt"))
breaks("R12", "round-trip times are not kept", "asio/tcp/round_trip_times.hpp",
       ("if (took < first_retransmission) " + ROUND_TRIP, "(void)took;"))
breaks("R13", "used addresses do not count in the sort", "address/destination_order.hpp",
       ("rank.unused = !history.used(destination);", ""))
breaks("R13", "used addresses are not kept", "asio/tcp/round_trip_times.hpp",
       ("options.history->add_use(options.history_key, address);", ""))
breaks("R14", "networks share what they learn", "address/history.hpp",
       ("void add_use(std::string_view key, const ip_address& address) {",
        "void add_use(std::string_view key, const ip_address& address) {\n    key = {};"),
       ("const entry* find(std::string_view key, const ip_address& address) const noexcept {",
        "const entry* find(std::string_view key, const ip_address& address) const noexcept {\n"
        "    key = {};"))
breaks("R14", "a partition is not flushed", "address/history.hpp",
       ("    partitions_.erase(found);\n", ""),
       ("for (const auto& known : found->second.addresses) entries_.erase(known.second);", ""))
breaks("R14", "flushed, all stays", "address/history.hpp",
       ("    partitions_.clear();\n    entries_.clear();\n", ""))
breaks("R14", "connect has one partition for all networks", "asio/tcp/tcp_transport.hpp",
       ("options.history->view(options.history_key)", "options.history->view({})"),
       ("asio/tcp/round_trip_times.hpp", "add_rtt(options.history_key,", "add_rtt({},"),
       ("asio/tcp/round_trip_times.hpp", "add_use(options.history_key,", "add_use({},"))
breaks("R15 D10", "the families do not take turns", "by_name/endpoint_list.hpp",
       (LANE, "index(family_of_(sorted_.front())) : last_;"))
breaks("R15", "interleave() does not", "address/interleave.hpp",
       ("if (a != first.end()) mixed", "while (a != first.end()) mixed"))
breaks("R16", "the list has no First Address Family Count", "by_name/endpoint_list.hpp",
       ("starts_ < first_family_count_", "starts_ < 1"))
breaks("R16", "connect_by_name passes none on", "by_name/candidate_queue.hpp",
       ("std::move(sort), values.first_family_count,", "std::move(sort), 1,"))
breaks("R18 R23", "all attempts start at once", "happy_eyeballs.hpp",
       (WAIT, ""))
breaks("R18", "two start at a time", "by_name/candidate_source.hpp",
       ("return state_->schedule.delay();", "return state_->report.attempts.size() % 2 == 0"
        " ? duration::zero() : state_->schedule.delay();"))
breaks("R19", "an attempt ends when the next is due", "happy_eyeballs.hpp",
       ('#include "core/this_task.hpp"', '#include "core/this_task.hpp"\n'
        '#include "core/timeout.hpp"'),
       ("auto opened = open(connector);",
        "auto opened = [](auto all) -> task<typename State::connection> {"
        " co_return co_await as_result(timeout(std::move(all), std::chrono::milliseconds(250)));"
        " }(open(connector));"))
breaks("R20", "the winner waits for the others", "happy_eyeballs.hpp",
       (CONTEST, CONTEST.replace("race", "join")))
breaks("R21", "after a success the rest is tried", "happy_eyeballs.hpp",
       (CONTEST, CONTEST.replace("race", "join")), (OVER, "return stop.stop_requested();"))
breaks("R22 D20", "the end waits for the queries", "connect_by_name.hpp",
       ("co_await race(\n      detail::query", "co_await join(\n      detail::query"))
breaks("R23", "another default", "by_name/configurable_values.hpp", ("milliseconds(250)", "milliseconds(300)"))
breaks("R23", "the delay never ends", "happy_eyeballs.hpp",
       (WAIT, "if (previous_failed) co_await *previous_failed;"))
breaks("R24", "round-trip times do not count in the delay", "by_name/attempt_schedule.hpp",
       ("own ? limited(*own) : values_.attempt_delay", "own ? values_.attempt_delay : delay_"))
breaks("R24", "connect has no delay by a round-trip time", "asio/tcp/tcp_transport.hpp",
       ("return retransmission_after(*rtt);", "return std::nullopt;"))
breaks("R24", "the delay is one round-trip time", "asio/tcp/round_trip_times.hpp",
       ("return held + 4 * (held / 2);", "return held;"))
breaks("R25 R27", "no lower bound", "by_name/attempt_schedule.hpp",
       ("{floor, values_.minimum_attempt_delay, std::min", "{std::min"),
       ("constexpr duration floor = std::chrono::milliseconds(10);", ""))
breaks("R26", "the limits may be under 10 ms", "by_name/attempt_schedule.hpp",
       ("{floor, values_", "{values_"),
       ("constexpr duration floor = std::chrono::milliseconds(10);", ""))
breaks("R27", "another minimum", "by_name/configurable_values.hpp", ("milliseconds(100)", "milliseconds(90)"))
breaks("R28", "no upper bound", "by_name/attempt_schedule.hpp",
       ("std::min(d, values_.maximum_attempt_delay)", "d"))
breaks("R28", "another maximum", "by_name/configurable_values.hpp", ("seconds(2)", "seconds(3)"))
breaks("R29", "what was started is removed", "by_name/endpoint_list.hpp",
       ("!k.started && gone", "gone"))
breaks("R30", "nothing is removed", "by_name/endpoint_list.hpp",
       ("forget([&](const entry& k) { return std::binary_search(go.begin(), go.end(), k.endpoint); });", ""))
breaks("R31", "what comes later is at the end", "by_name/endpoint_list.hpp",
       ("sorted_ = sort_(within_the_limit());", "sorted_ = starts_ == 0 ? sort_(received_) : received_;"))
breaks("R32", "NAT64 wherever IPv6 is", "asio/host/connectivity.hpp",
       ("return v6 == reach::internet && v4 != reach::internet;", "return v6 == reach::internet;"))
breaks("R32", "NAT64 nowhere", "asio/host/connectivity.hpp",
       ("return v6 == reach::internet && v4 != reach::internet;", "return false;"))
breaks("R32", "IPv4 that has a route is translated", "asio/dns/nat64_resolver.hpp",
       ("if (has_route(e)) {", "if (false) {"))
breaks("R32", "A is not asked for at once where a translator is", "asio/dns/name_resolver.hpp",
       ("if (!translators.empty()) co_return false;", ""))
breaks("R33", "an answer to A is not translated", "asio/dns/nat64_resolver.hpp",
       ("if (paths_.translators().empty()) return admitted;", "return admitted;"))
breaks("R33", "bits 64 to 71 are used", "address/nat64.hpp",
       ("return is_behind_byte_8 ? first + i + 1 : first + i;", "(void)is_behind_byte_8;\n    return first + i;"))
breaks("R33", "a known prefix is not found", "address/nat64.hpp",
       ("for (const int length : nat64_prefix::lengths)",
        "for (const int length : {32, 40, 48, 56, 64})"))
breaks("R33", "private addresses by the Well-Known Prefix", "address/nat64.hpp",
       ("if (prefix != well_known_nat64_prefix) return true;", "if (v4.is_v4()) return true;"))
breaks("R33", "another name is asked for", "asio/dns/nat64.hpp", ('"ipv4only.arpa"', '"ipv4only.test"'))
breaks("R33", "one prefix of several", "asio/dns/nat64.hpp",
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
    breaks("R36", f"another {name} of connect", "asio/connect_options.hpp", change)
    breaks("R36", f"another {name} of connect_by_name", "by_name/configurable_values.hpp", change)
    breaks("R36", f"connect does not heed {name}", "asio/connect/to_host.hpp",
           (f"  v.{name} = options.{name};\n", ""))
for number, name in ("R5", "resolution_delay"), ("R16", "first_family_count"), ("D11", "failure_delay"):
    breaks(number, f"connect does not heed {name}", "asio/connect/to_host.hpp",
           (f"  v.{name} = options.{name};\n", ""))
breaks("R38", "the errors of the attempts are lost", "attempts/attempt_errors.hpp",
       ("return error(code, tried, std::move(causes));", "return error(code, tried);"))

breaks("D1", "a failure starts nothing early", "happy_eyeballs.hpp",
       (WAIT, "if (previous_failed) co_await sleep(s.stagger.delay(k - 1));"))
breaks("D1", "an older attempt's failure starts the next", "happy_eyeballs.hpp",
       ("  bool delivered = false;\n", "  bool delivered = false;\n  dataflow_variable<>* newest;\n"),
       ("  if (end.stopped()) {\n    failed.set();", "  (void)failed;\n  if (end.stopped()) {\n    s.newest->set();"),
       ("std::move(end).error());\n    failed.set();", "std::move(end).error());\n    s.newest->set();"),
       ("  dataflow_variable<> failed;\n", "  dataflow_variable<> failed;\n  s.newest = &failed;\n"))
breaks("D2", "the floor holds after a failure, too", "by_name/attempt_schedule.hpp",
       ("std::min(delay_, values_.failure_delay)", "std::min(delay_, std::max<duration>("
        "std::chrono::milliseconds(10), values_.failure_delay))"))
breaks("D2", "a fixed delay is held to the limits", "by_name/attempt_schedule.hpp",
       (": values_.attempt_delay;", ": limited(values_.attempt_delay);"))
breaks("D2", "the bare algorithm has a floor", "attempts/stagger.hpp",
       ("return limited_wait(failed, s.delay(k));", "return limited_wait(failed, std::max<duration>("
        "std::chrono::milliseconds(10), std::chrono::duration_cast<duration>(s.delay(k))));"))
breaks("D2", "connect takes a delay under 10 ms", "asio/check_arguments.hpp",
       ('{options.attempt_delay < 10ms, "attempt_delay is under 10 ms (RFC 8305, section 5)"},', ""))
breaks("D3", "a negative A starts the Resolution Delay", "by_name/candidate_queue.hpp",
       ("!delay_has_started && !endpoints.empty() && asked", "!delay_has_started && asked"))
breaks("D3", "the Resolution Delay starts with the queries", "by_name/candidate_queue.hpp",
       ("deadline(now, values_.resolution_delay)",
        "deadline(time_point(), values_.resolution_delay)"))
breaks("D6", "a winner that is not delivered is not closed", "happy_eyeballs.hpp",
       ("if (chosen.has_value() && !delivered)", "if (false)"))
breaks("D6", "a winner is delivered after the stop", "happy_eyeballs.hpp",
       ("  co_await stop_point();  // a winner", "  // a winner"))
breaks("D6", "nor by a name", "connect_by_name.hpp",
       ("    transport.close(*std::move(end));\n", ""))
breaks("D8", "the last one's code", "attempts/attempt_errors.hpp",
       ("causes.front().code()", "causes.back().code()"))
breaks("D8", "the last query's code", "by_name/connect_error.hpp",
       ("attempts.code() : causes.front().code();", "attempts.code() : causes.back().code();"))
breaks("D8", "a limit on time has another code", "core/timeout.hpp",
       ("std::errc::timed_out)", "std::errc::operation_canceled)"))
breaks("D8", "the error of the timeout tells of no attempt", "by_name/connect_error.hpp",
       ("for (const auto& a : report.attempts) {", "for (const auto& a : report.attempts) {\n"
        "    if (report.attempts.size() > 0) break;"))
breaks("D8", "nothing to try has another code", "attempts/attempt_errors.hpp",
       ("errc::no_endpoints", "errc::nothing_to_race"))
breaks("D9", "what can't be reached is not tried last", "address/destination_order.hpp",
       ("rank.unusable = !source;", ""))
breaks("D9", "a failure at once waits for the delay", "by_name/attempt_schedule.hpp",
       ("std::min(delay_, values_.failure_delay)", "delay_"))
breaks("D10", "turns are counted, late answers or not", "by_name/endpoint_list.hpp",
       (LANE, "index(family_of_(sorted_.front())) : starts_ % 2;"))
breaks("D11", "failure_delay is not heeded", "by_name/attempt_schedule.hpp",
       ("deadline(now, std::min(delay_, values_.failure_delay))", "now"))
breaks("D11", "failure_delay outlasts the delay", "by_name/attempt_schedule.hpp",
       ("std::min(delay_, values_.failure_delay)", "values_.failure_delay"))
breaks("D12", "a success after the stop is not closed", "happy_eyeballs.hpp",
       ("    s.close(*std::move(end));\n", ""))
breaks("D13", "a task's wait forgets a result after the stop", "core/detail/promise.hpp",
       ("if (a.operation_.stopped()) a.promise_.end();",
        "if (a.operation_.stopped() || a.promise_.here().stop.stop_requested()) a.promise_.end();"))
breaks("D13", "race forgets a value after the stop", "core/detail/group.hpp",
       ("if (rule_ == rule::first_value) return how",
        "if (rule_ == rule::first_value) return !stop_came_first() && how"))
breaks("D13", "join forgets values after the stop", "core/join.hpp",
       ("return this->refused() ||", "return this->stop_came_first() ||"))
breaks("D13", "a shield does not shield", "core/shield.hpp",
       ("{here.where->abandonment.token(), here.where}", "here"))
breaks("D14", "IPv4 is preferred where both get as far", "asio/host/connectivity.hpp",
       ("v4 > v6 ?", "v4 >= v6 ?"))
breaks("D14", "IPv6 is preferred, whatever is said", "by_name/candidate_queue.hpp",
       ("if (asks(values_.preferred_family)) return values_.preferred_family;",
        "if (asks(address_family::v6)) return address_family::v6;"))
breaks("D14", "a family that is not asked for is preferred", "by_name/candidate_queue.hpp",
       ("return other(values_.preferred_family);", "return values_.preferred_family;"))
breaks("D14", "connect does not heed preferred_family", "asio/connect/to_host.hpp",
       ("options.preferred_family.value_or(preferred_family(here, policy_for(options)))",
        "preferred_family(here, policy_for(options))"))
breaks("D14", "connect does not heed the host's connectivity", "asio/connect/to_host.hpp",
       ("return here.preferred();", "return address_family::v6;"))
breaks("D15", "an error is no negative answer", "by_name/candidate_queue.hpp",
       (DUE, DUE.replace("return ", "return !list_.error_of(preferred_family()) && ")))
breaks("D15", "no addresses are no negative answer", "by_name/endpoint_list.hpp",
       ("a.received = true;", "a.received |= !endpoints.empty();"))
breaks("D15", "what the resolver throws is no negative answer", "by_name/query.hpp",
       ("catch (...) { note_failure(s, asked, error::current(), here.where->now()); }", "catch (...) {}"))
breaks("D16", "the errors are in the order of the failures", "attempts/attempt_errors.hpp",
       ("noexcept { of(attempt) = std::move(e); }",
        "{ (void)attempt; of(noted_++) = std::move(e); }"),
       ("  std::size_t count_ = 0;", "  std::size_t count_ = 0, noted_ = 0;"))
breaks("D17", "an answer hurries the next", "by_name/candidate_source.hpp",
       ("duration delay(std::size_t) const noexcept { return state_->schedule.delay(); }",
        "auto wait(std::size_t) { return race(state_->change(), sleep(state_->schedule.delay())); }"),
       ("explicit candidate_stagger(const State& s)", "explicit candidate_stagger(State& s)"),
       ("  const State* state_;", "  State* state_;"))
breaks("D17", "a late answer is not noticed at once", "by_name/candidate_source.hpp",
       ("co_await race(s.change(), sleep(time_left(now, due)));",
        "co_await sleep(std::min<duration>(time_left(now, due), std::chrono::milliseconds(30)));"))
breaks("D18", "the delay is armed before its attempt", "happy_eyeballs.hpp",
       ("""join(connect(s, k, *std::move(connector), failed),
                             as_result(attempt(s, k + 1, &failed)));""",
        """join(as_result(attempt(s, k + 1, &failed)),
                             connect(s, k, *std::move(connector), failed));"""),
       ("note_end_of_pulling(std::get<1>(ended));", "note_end_of_pulling(std::get<0>(ended));"))
breaks("D18", "what ends with the time is still in time", "core/timeout.hpp",
       ("decltype(sleep(d))", "decltype(sleep(duration()))"),
       ("in_place, sleep(d), ", "in_place, sleep(std::chrono::duration_cast<duration>(d)"
        " + duration(1)), "))
breaks("D18", "timers of one instant ring the other way round", "runtime/timer_queue.hpp",
       ("a.order < b.order", "a.order > b.order"))
breaks("D19", "a long delay overflows", "base/time.hpp",
       ("duration::max().count() - whole) return duration::max();",
        "duration::max().count() - whole) return duration::min();"))
breaks("D21", "join of nothing waits for ever", "core/detail/group.hpp",
       ("if (running_ > 0) return start_result::pending;",
        "if (running_ > 0 || !decider()) return start_result::pending;"))
breaks("D22", "the hosts file is not asked", "asio/dns/name_plan.hpp",
       ('{f.is_in_hosts_file, "the hosts file has it"},', ""))
breaks("D22", "the name with a dot is not looked for in the hosts file", "asio/dns/name_questions.hpp",
       ("!addresses_in_hosts(*text, without_dot(host)).empty() ||\n"
        "         !addresses_in_hosts(*text, absolute(host)).empty();",
        "!addresses_in_hosts(*text, without_dot(host)).empty();"))
breaks("D22", "a hosts file is read in its own case", "asio/host/hosts_file.hpp",
       ("same_letters(field, name)", "(field == name)"))
breaks("D22", "the search list is no matter", "asio/dns/name_plan.hpp",
       ("dots < f.resolver->ndots", "false"))
breaks("D22", "nothing is searched for at last", "asio/dns/name_plan.hpp",
       ('{name_question::split, "one source has it, if any", is_searched_last}',
        '{name_question::split, "one source has it, if any", false && is_searched_last}'))
breaks("D22", "one family without an address is reason enough to search", "asio/dns/name_resolver.hpp",
       ("if (other_has_found) co_return answer;", ""))
breaks("D22", "any source is known", "asio/dns/name_plan.hpp",
       ('{!all_are_known(f), "a source is not known"},', ""))
breaks("D22", "a source may go on after a success", "asio/dns/name_plan.hpp",
       (" && s.on(source_status::success) == source_action::end", ""))
breaks("D22", "two sources that ask the DNS are as one", "asio/dns/name_plan.hpp",
       ("if (goes_on) return true;", ""))
breaks("D22", "!STATUS is read as STATUS", "asio/host/name_sources.hpp",
       ("if (is_it != all_but)", "if (is_it)"))
breaks("D22", "the system is asked of a name that may be searched for", "asio/dns/name_questions.hpp",
       ("get_addresses(absolute(host), service, asked)", "get_addresses(host, service, asked)"))
breaks("D22", "a link-local address has no scope", "asio/dns/name_resolver.hpp",
       ("if (!lacks_scope(answer)) co_return answer;", "co_return answer;"))
breaks("D22", "ndots has no limit", "asio/host/resolver_configuration.hpp",
       ("std::min(dots, most_dots)", "dots"))
breaks("D22", "a file without an end is read on", "asio/host/read_file.hpp",
       ("if (size > limit - text.size())", "if (size > 16 * limit - text.size())"))
breaks("D23", "a family without connectivity is always asked for", "asio/dns/name_resolver.hpp",
       ("if (here_.asks_for(family)) co_return false;", "co_return false;"))
breaks("D23", "a family without connectivity is never asked for", "asio/dns/name_resolver.hpp",
       ("co_return other_has_found;", "co_return other_has_found || true;"))
breaks("D23", "a family without connectivity is not asked for at all", "asio/dns/resolver_choice.hpp",
       ("return !is_known_ || known_.has(f);", "return is_known_ ? known_.has(f) : here_.asks_for(f);"))
breaks("D25", "localhost is the loopback, whatever the hosts file says", "asio/dns/localhost.hpp",
       ("return found.empty() ? loopback_endpoints(service) : found;",
        "return loopback_endpoints(service);"))
breaks("D25", "the DNS is asked for localhost", "asio/dns/name_resolver.hpp",
       ("if (is_localhost(host)) return", "if (false) return"))
breaks("D25", "an address of the hosts file may have a scope", "asio/dns/localhost.hpp",
       (" && text.find('%') == text.npos", ""))
breaks("D25", "%25 is not read as %", "asio/dns/known_endpoints.hpp",
       ("if (percent == address.npos || has_zone(as_written)) return as_written;",
        "return as_written;"))
breaks("D25", "%25 is always read as %", "asio/dns/known_endpoints.hpp",
       ("return decoded ? decoded : as_written;", "return decoded;"))
breaks("D25", "* is a host", "asio/host/host_and_service.hpp",
       ("host == \"*\"", "false"))
breaks("D25", "* is a service", "asio/host/host_and_service.hpp",
       ("if (service == \"*\") return \"service * is none to connect to\";", ""))
breaks("D25", "getaddrinfo reads the service as it likes", "asio/host/addrinfo.hpp",
       ("if (wrong_service(service)) return fails(error_code(asio::error::service_not_found));", ""))
breaks("D26", "gai.conf is not read", "asio/host/system_policy.hpp",
       ("detail::parse_gai_conf(text ? std::string_view(*text) : std::string_view())", ""))
breaks("D26", "lines are added to the default table", "asio/host/gai_conf.hpp",
       ("if (lines.empty())\n", ""))
breaks("D26", "what no line matches has no precedence", "asio/host/gai_conf.hpp",
       ("&policy_row::precedence, 40)", "&policy_row::precedence, 0)"))
breaks("D26", "a malformed line counts", "asio/host/gai_conf.hpp",
       ("if (found) lines->push_back(*found);",
        "lines->push_back(found.value_or(configured_value{}));"))
breaks("D26", "scopev4 is not heeded", "address/destination_order.hpp",
       ("rank.scope = scope_of(destination, table.v4_scopes);", "rank.scope = scope_of(destination);"))
breaks("D26", "rule 3 is not applied", "address/destination_order.hpp",
       ("rank.deprecated = source->deprecated;", ""))
breaks("D26", "the kernel's flag is not read", "asio/host/linux/deprecated_addresses.hpp",
       ("IFA_F_DEPRECATED | IFA_F_OPTIMISTIC", "IFA_F_OPTIMISTIC"))
breaks("D26", "a program's own table is not heeded", "asio/tcp/tcp_transport.hpp",
       ("options.policy ? *options.policy : system_policy()", "system_policy()"))
breaks("D26", "the answer of the family that comes first is not waited for", "asio/connect/to_host.hpp",
       ("if (here.v4 == here.v6 && v4_first) return address_family::v4;", ""))
breaks("D24", "a mapped address stays as it is", "asio/dns/admission.hpp",
       ("const tcp::endpoint plain = without_mapping(e);", "const tcp::endpoint plain = e;"))
breaks("D24", "the unspecified address is tried", "asio/dns/objection.hpp",
       ("endpoint.address().is_unspecified() && by == finder::a_query", "endpoint.port() == 0 && by == finder::a_query"))
breaks("D24", "the caller may not give the unspecified address", "asio/dns/objection.hpp",
       ("endpoint.address().is_unspecified() && by == finder::a_query",
        "endpoint.address().is_unspecified()"))
breaks("D24", "connect_to connects a mapped address by IPv6", "asio/impl/connect_to.hpp",
       ("{without_mapping(endpoint)}", "{endpoint}"))
breaks("D29", "the system's codes stay Asio's", "asio/error.hpp",
       ("if (code.category() != detail::asio::error::get_system_category()) return code;",
        "return code;"))
breaks("D29", "a handler is told of an exception by a code of ours", "asio/async_connect/code_of.hpp",
       (" || end.error().code() == errc::exception", ""))
breaks("D29", "what completes is not converted", "asio/runtime/completion.hpp",
       ("error(from_asio(code))", "error(std::error_code(code))"))
breaks("D29", "a lack of descriptors is a host that is not found", "asio/host/posix/names.hpp",
       ("if (returned != 0 && is_lack(errno)) returned = EAI_SYSTEM;", ""))
breaks("D29", "a blackhole route is a wrong argument", "asio/tcp/attempt_error.hpp",
       ("if (code != std::errc::invalid_argument) return error(code, subject);",
        "return error(code, subject);"))
breaks("D29", "a link-local address without a zone is about the network", "asio/tcp/attempt_error.hpp",
       ("address.is_link_local() && address.scope_id() == 0", "address.is_link_local() && false"))
breaks("D30", "a query stays pending when it was answered", "by_name/query.hpp",
       ("noted.state = report_state::done;", ""))
breaks("D30", "a query stays pending when it has failed", "by_name/query.hpp",
       ("noted.state = was_made ? report_state::failed : report_state::left_out;", ""))
breaks("D30", "a query that was not made has failed", "by_name/query.hpp",
       ("was_made ? report_state::failed : report_state::left_out", "report_state::failed"))
breaks("D30 D27", "which limit has ended a query is not told", "by_name/query.hpp",
       ("{host, asked, {}, time_limit::resolution_timeout}", "{host, asked}"))
breaks("D30", "an attempt is told as pending, however it ends", "by_name/reported.hpp",
       ("row().state = how;", "static_cast<void>(how);"))
breaks("D30", "nobody hears of an attempt that was stopped", "by_name/reported.hpp",
       ("if (!has_ended_ && !is_abandoned(where_)) tell_of_end();", ""))
breaks("D30", "a report is written to when its context has died", "by_name/reported.hpp",
       ("if (is_abandoned(where_) || report_.ended) return;", "if (report_.ended) return;"))
breaks("D30", "a copy of a report has its observer", "by_name/connect_observer.hpp",
       ("connect_observer(const connect_observer&) noexcept {}",
        "connect_observer(const connect_observer&) noexcept = default;"))
breaks("D30", "the error of the time-out does not name the lookup", "by_name/connect_error.hpp",
       ("causes.push_back(pending_error(query_subject{q.host, q.family}));", "{}"))
breaks("D30 D33", "an address that NAT64 leaves out is not told", "asio/dns/nat64_resolver.hpp",
       ("if (translated.empty())", "if (false)"))
breaks("D30", "the error of a connect does not tell what was left out", "by_name/connect_error.hpp",
       ("for (const auto& o : report.left_out) causes.push_back(omission_error(o));", ""))
breaks("D30", "which limit has ended an attempt is not told", "asio/tcp/attempt_error.hpp",
       ("&to_string, reached, stage}", "&to_string, time_limit::none, stage}"))
breaks("D30", "of an address, it is not told that all of the time was over", "asio/connect/to_literal.hpp",
       ("if (options.timeout <= options.attempt_timeout) return {options.timeout, time_limit::timeout};",
        "if (options.timeout <= options.attempt_timeout) return {options.timeout, time_limit::attempt_timeout};"))
breaks("D33", "nobody is asked of an address that the caller gives", "asio/connect/to_literal.hpp",
       ("objection_to(to, finder::caller, options, paths())", "std::nullopt"))
breaks("D32", "an address of the other family is tried, unbound", "asio/connect/to_literal.hpp",
       ("if (!why && lacks_local_address(to, options))", "if (false)"))
breaks("D24", "an address that is mapped is tried as it is", "asio/connect/to_literal.hpp",
       ("executor, without_mapping(found), options", "executor, found, options"))
breaks("R32", "an address that has no route is not translated", "asio/connect/to_literal.hpp",
       ("!source_address_of(address_of(to))", "false"))
breaks("D33", "the prefix is not known when a filter judges an address that the caller gives",
       "asio/connect/to_literal.hpp",
       ("return may_be_translated(to) && options.admit;", "return false;"))
breaks("D31", "control characters are shown as they are", "base/escaped.hpp",
       ("if (lead >= 0x20 && lead < 0x7F) return 1;", "if (lead < 0x80) return 1;"))
breaks("D31", "C1 is shown as it is", "base/escaped.hpp",
       ("{0, 0, 0xA0, 0x800, 0x10000}", "{0, 0, 0x80, 0x800, 0x10000}"))
breaks("D31", "an error's text is not escaped", "core/error.hpp",
       ("detail::escaped(details_.get()->about())", "details_.get()->about()"))
breaks("D27", "what was given up keeps its place", "asio/dns/lookup_queue.hpp",
       ("if (name.wanted > 0 || name.has != place::held) return;",
        "if (name.wanted > 0 || name.has != place::held || call.is_wanted() || name.calls.size() > 0)"
        " return;"))
breaks("D27", "each who asks has a call of its own", "asio/dns/lookup_queue.hpp",
       ("' ' + asked.key;", "' ' + asked.key + std::to_string(std::size_t(waiter.get()));"))
breaks("D27", "any number of names", "asio/dns/lookup_queue.hpp",
       ("&& places_held_ < name.most_names)", "&& name.most_names > 0)"))
breaks("D27", "a place that is free is given to nobody", "asio/dns/lookup_queue.hpp",
       ("while (lane.linked() && places_held_ < most) {", "while (lane.linked() && most < 1) {"))
breaks("D27", "names take no turns", "asio/dns/lookup_threads.hpp",
       ("    name.leave();\n    if (name.waiting.linked()) name.join_as_last(turns_);",
        "    if (!name.waiting.linked()) name.leave();"))
breaks("D27", "what reads files waits with the others", "asio/dns/shared_lookups.hpp",
       ("return p == patience::files ? files : network;",
        "return p == patience::files ? network : network;"),
       ("asio/dns/lookup_queue.hpp", "shared_.files.make_ready(call);",
        "shared_.network.make_ready(call);"))
breaks("D27", "a child of fork counts the threads of its parent", "asio/dns/lookup_threads.hpp",
       ("    threads_ = 0;\n    free_ = 0;\n    ready_count_ = 0;\n", "    ready_count_ = 0;\n"))
breaks("D27", "a fork may come while an answer is posted", "asio/dns/shared_lookups.hpp",
       ("    at_fork(&before_fork, &after_fork, &in_child);\n", "    (void)&before_fork, (void)&in_child;\n"))
breaks("D27", "a lookup's thread takes signals", "asio/host/lookup_thread.hpp",
       ("  const blocked_signals blocked;\n", ""))
breaks("D27", "a lack of threads is not told", "asio/dns/lookup_threads.hpp",
       ("      if (threads_ == 0) throw;\n", ""))
breaks("D27", "a query has no limit", "by_name/query.hpp",
       ("timeout(std::move(unlimited), patience)",
        "timeout(std::move(unlimited), patience < patience ? patience : duration::max())"))
breaks("D27", "who comes with a free thread goes before those who wait", "asio/dns/lookup_threads.hpp",
       ("    if (n.waiting.linked() && !n.linked()) n.join_as_last(turns_);\n"
        "    while (turns_.linked() && has_room()) take_turn();\n",
        "    while (n.waiting.linked() && has_room())\n"
        "      make_ready(static_cast<lookup_call&>(*n.waiting.next()));\n"
        "    if (n.waiting.linked() && !n.linked()) n.join_as_last(turns_);\n"))
breaks("D27", "connect does not heed resolution_timeout", "asio/connect/to_host.hpp",
       ("  v.resolution_timeout = options.resolution_timeout;\n", ""))
breaks("D28", "a thread posts to a context that has no locks", "asio/dns/lookup.hpp",
       ("if (!admits_foreign_threads(context)) throw", "if (false) throw"))
breaks("D32", "sockets are inherited", "asio/host/posix/sockets.hpp",
       ("type |= SOCK_CLOEXEC;", ""))
breaks("D32", "a bind takes a port", "asio/host/posix/sockets.hpp",
       ("IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes", "IP_TTL, &yes, sizeof yes"))
breaks("D32", "a socket may meet itself", "asio/tcp/connect_operation.hpp",
       ("own.port() == peer.port() && own", "own.port() == 0 && own"))
breaks("D32", "the other family is tried, unbound", "asio/dns/admission.hpp",
       ("if (lacks_local_address(admitted[i], options_))", "if (false)"))
breaks("D32", "the other family is waited for", "asio/connect/to_host.hpp",
       ("v.preferred_family = only_family(options).value_or(v.preferred_family);", ""))
breaks("D33", "nobody is asked", "asio/dns/objection.hpp",
       ("if (!options.admit) return std::nullopt;", "return std::nullopt;"))
breaks("D33", "what an IPv6 address stands for is not asked", "asio/dns/objection.hpp",
       ("if (!why && v4) why", "if (false) why"))
breaks("D33", "an address is asked for again", "asio/dns/admission.hpp",
       ("if (judged != verdicts_.end() && judged->on == endpoint) return judged->passes;", ""))
breaks("D33", "the prefix is not known when a filter judges", "asio/dns/nat64_resolver.hpp",
       ("if (admission_.depends_on_translators(*found)) co_await find_translators();", ""))
breaks("D33", "a closed socket is opened again", "asio/tcp/open_socket.hpp",
       ("if (socket.is_open()) return {};", "return {};"))
breaks("D33", "a preparer is not told what NAT64 stands for", "asio/tcp/open_socket.hpp",
       ("if (to.stands_for)", "if (false)"))
breaks("D34", "a host may have any number of addresses", "by_name/candidate_queue.hpp",
       ("values.max_addresses", "std::size_t(-1)"))
breaks("D34", "who answers first has all the room", "by_name/endpoint_limit.hpp",
       ("std::max(reserved, of_other.started)", "of_other.started"))
breaks("D34", "a long answer is judged to its end", "asio/dns/admission.hpp",
       ("if (seen.size() == most())", "if (false)"))
breaks("D34", "no other work gets in", "asio/dns/admission.hpp",
       ("return i > 0 && i % slice == 0;", "return i == slice * slice;"))
breaks("D34", "a source is asked for again", "asio/host/paths.hpp",
       ("if (at != sources_.end() && at->first == destination) return at->second;", ""))
breaks("D34", "any number in flight", "asio/connect_options.hpp",
       ("max_attempts_in_flight = 64;", "max_attempts_in_flight = 1'000'000;"))
breaks("D35", "a handler's thread is the task's", "asio/runtime/asio_wait.hpp",
       ("if (strand->is_inside()) return", "return"))
breaks("D35", "who resumes a task from elsewhere runs it there", "asio/impl/tree.hpp",
       ("  else strand_ptr(strand())->push(item);\n", "  else item.run(item);\n"))
breaks("D35", "a tree ends the waits of another one", "runtime/run_loop.hpp",
       ("require(running_ || !current() || abandonment.token().stop_arrived(),", "require(true,"))
breaks("D35", "another thread ends a wait of a tree that runs", "runtime/run_loop.hpp",
       ("require(!running_ || current() == this,", "require(true,"))
breaks("D36", "a stop point lets nobody in", "core/this_task.hpp",
       ("most_in_a_turn = 256;", "most_in_a_turn = 4'000'000'000;"))
breaks("D36", "a stop point always lets others in", "core/this_task.hpp",
       ("most_in_a_turn = 256;", "most_in_a_turn = 0;"))
breaks("D36", "timers that are due wait for what never waits", "runtime/run_loop.hpp",
       ("if (only_after_events() && next_timer() && next_timer()->due <= now()) fire_timer();", ""))
breaks("D36", "to compute takes time", "testing/virtual_time.hpp",
       ("most_held_up = 1000;", "most_held_up = 0;"))
breaks("D36", "a stop is not known of below", "core/stop.hpp",
       ("      source.requested_ = true;\n", ""))
breaks("D37", "nobody tells a tree that its context dies", "asio/runtime/tree_strand.hpp",
       ("    if (gate_.enter() == passage::entered) abandon();\n", ""))
breaks("D37", "a tree does not wait for other contexts' handlers", "asio/impl/tree.hpp",
       ("    if (operations() == 0) return unwind();\n  } while (strand()->leave()",
        "    if (true) return unwind();\n  } while (strand()->leave()"))
breaks("D37", "an initiation that throws ends its wait at once", "asio/runtime/asio_wait.hpp",
       ("    if (stop_came_) cancel();\n    return start_result::pending;",
        "    if (stop_came_) cancel();\n    if (thrown_) this->deregister();\n"
        "    return thrown_ ? start_result::ended : start_result::pending;"))

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
    program = mutate.catch(stem, [stem])
    tags = ",".join(f"[{n}]" for n in numbers)
    return program._replace(arguments=[tags, "--warn", "NoTests", *program.arguments])


def out_of_date():
    """What is wrong with the breakages, as lines."""
    lines = []
    for b in broken:
        try:
            mutate.broken_texts(b.changes)
        except (ValueError, FileNotFoundError) as wrong:
            lines.append(f"{b.number}, {b.how}: {wrong}")
    return lines


def noticed(shop, b, files):
    """The file and the test that notices it; none, if none does."""
    with shop.broken(b.changes):
        stem = pathlib.Path(b.header).stem
        for file in sorted(files, key=lambda f: stem not in f):  # its own tests first
            wrong = shop.tries(tests_of(file, [b.number]))
            if wrong and wrong[0] == "refused":
                sys.exit(f"{b.number}, {b.how}: does not compile: {wrong[1]}")
            if wrong:
                return wrong[1]
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("numbers", nargs="*", metavar="NUMBER")
    parser.add_argument("--first", action="store_true", help="only the first breakage of each number")
    parser.add_argument("--check", action="store_true", help="only whether each breakage applies")
    parser.add_argument("--cxx", default="g++")
    parser.add_argument("-j", type=int, default=1, metavar="N", help="as many at a time")
    parser.add_argument("--build", type=pathlib.Path, default=mutate.ROOT / "build" / "requirements")
    arguments = parser.parse_args()

    table = rows()
    tested = [n for n, files in table.items() if files]
    unbroken = [n for n in tested if n not in {b.number for b in broken}]
    if unbroken:
        sys.exit(f"never broken: {', '.join(unbroken)}")
    wrong = out_of_date()
    if wrong:
        sys.exit("\n".join(wrong))
    if arguments.check:
        print(f"{len(broken)} breakages of {len(tested)} requirements and decisions apply")
        return 0
    chosen = [b for b in broken if not arguments.numbers or b.number in arguments.numbers]
    if arguments.first:
        chosen = list({b.number: b for b in reversed(chosen)}.values())[::-1]

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
    if not arguments.numbers and not arguments.first:
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
