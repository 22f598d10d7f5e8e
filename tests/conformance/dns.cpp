// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <algorithm>

#include "cases.hpp"
#include "support/hosts.hpp"

// dns.json: each scenario is played as its data says, by a resolver that follows its script, at
// exact times, and compared with what it expects. Where a decision of this project differs, or HEv3
// does from RFC 8305, the difference is in the table below.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;
using conformance::json;

namespace {

constexpr conformance::decision dns_decisions[] = {
    {"nio-LaterConnections",
     "The end comes after the last loser, and v6-3 ignores the stop until 2520. The choice is that "
     "of 2500 all the same",
     R"({"expect": {"t_ms": 2520}, "chosen_at_ms": 2500})"},
    {"nio-AllConnectionsFailImmediately", "D2: failure_delay is 0 by default", R"({})"},
    {"nio-ChannelCreationFails", "D2: failure_delay is 0 by default", R"({})"},
    {"nio-CancellationSyncWithConnectDelay", "D18: the overall timeout is armed first",
     R"({"expect": {"started": [["v6-1", 0]]}})"},
    {"nio-CancellationSyncWithResolutionDelay", "D18: the overall timeout is armed first",
     R"({"expect": {"started": []}})"},
    {"hev3-ex4", "RFC 8305 has no HTTPS query to wait for",
     R"({"expect": {"started": [["V6", 30]]}})"},
    {"hev3-ex5", "RFC 8305 has no HTTPS query to wait for",
     R"({"expect": {"started": [["V6", 30]]}})"},
    {"hev3-ex6", "RFC 8305 knows no hints: there is nothing to try",
     R"({"expect": {"started": []}})"},
    {"hev3-ex7", "RFC 8305 has no follow-up queries", R"({"expect": {"follow_up_queries": null}})"},
    {"hev3-ex8", "RFC 8305 has no HTTPS query to wait for; A is the only one, and so the preferred",
     R"({"expect": {"started": [["V4", 30]]}})"},
};

/// What a scenario may say; anything else would be dropped silently.
const std::set<std::string> dns_keys = {"id",
                                        "source",
                                        "note",
                                        "delay_ms",
                                        "endpoints",
                                        "queries",
                                        "dns",
                                        "derivable",
                                        "engine_specific",
                                        "resolution_delay_ms",
                                        "overall_timeout_ms",
                                        "min_spacing_ms",
                                        "late",
                                        "chosen_at_ms",
                                        "expect"};
const std::set<std::string> dns_expectations = {
    "outcome", "winner",     "t_ms",       "started",       "first_only",     "closed",
    "errors",  "errors_set", "dns_errors", "dns_cancelled", "started_any_of", "started_set_at"};

std::chrono::milliseconds whole_ms(const json& number) {
  return std::chrono::milliseconds(number.get<long>());
}

/// A connection, made or refused, is an outside event even if it takes no time.
connector by_script(network& net, std::string name, bool works, duration after) {
  const environment here = co_await current_environment();
  net.log.note(name + " starts", here);
  note_at_exit stopped(net.log, name + " stopped", here);
  co_await sleep(after);
  stopped.dismiss();
  net.log.note(name + (works ? " ok" : " fails"), here);
  if (!works) co_return fail(std::errc::connection_refused, name);
  co_return connection(net, name);
}

/// Ends at an instant, stopped or not.
connector by_late_script(network& net, std::string name, bool works, duration at) {
  const environment here = co_await current_environment();
  net.log.note(name + " starts", here);
  co_await shield(sleep(at - time_of(here)));
  net.log.note(name + (works ? " ok late" : " fails late"), here);
  if (!works) co_return fail(std::errc::connection_refused, name);
  co_return connection(net, name);
}

/// A socket that can't even be created: it fails when tried, and does not count as started.
connector by_no_socket(std::string name) {
  co_return fail(std::errc::address_family_not_supported, name);
}

void script_endpoint(host& h, const json& endpoint) {
  const std::string name = endpoint.at("name"), outcome = endpoint.at("outcome");
  const duration at = endpoint.contains("at_ms") ? whole_ms(endpoint["at_ms"]) : 0ms;
  if (outcome == "ok" || outcome == "fail")
    h.endpoints[name] = [&h, works = outcome == "ok", at](const std::string& n) {
      return by_script(h.net, n, works, at);
    };
  else if (outcome == "unsupported") h.endpoints[name] = &by_no_socket;
  else REQUIRE(outcome == "hang");  // what is not scripted hangs
}

void script_late(host& h, const json& late) {
  const std::string outcome = late.at("outcome");
  REQUIRE((outcome == "ok" || outcome == "fail"));
  h.endpoints[late.at("name")] = [&h, works = outcome == "ok",
                                  at = whole_ms(late.at("t_ms"))](const std::string& n) {
    return by_late_script(h.net, n, works, at);
  };
}

answer answer_of(const json& dns) {
  const duration at = whole_ms(dns.at("at_ms"));
  if (dns.at("answer") == "empty") return answer(at, names());
  if (dns.at("answer") == "fail") return answer(at, answer::failure);
  return answer(at, dns.at("answer").get<names>());
}

/// Answers that come in one instant come in the table's order, which is that of the queries.
void script_dns(host& h, const json& dns) {
  std::set<long> a_answered;
  for (const json& d : dns) {
    const std::string type = d.at("type");
    if (type == "A") a_answered.insert(d.at("at_ms").get<long>()), h.a = answer_of(d);
    else if (type == "AAAA") {
      REQUIRE(a_answered.count(d.at("at_ms").get<long>()) == 0);
      h.aaaa = answer_of(d);
    } else REQUIRE(type == "HTTPS");  // which RFC 8305 does not ask for
  }
}

lines starts_of(const json& started) {
  lines all;
  for (const json& s : started)
    all.push_back(s.at(0).get<std::string>() + " starts " + in_ms(whole_ms(s.at(1))));
  return all;
}

std::set<std::string> first_words(const lines& some) {
  std::set<std::string> words;
  for (const auto& line : some) words.insert(line.substr(0, line.find(' ')));
  return words;
}

/// Of the causes, those of attempts, or those of queries.
lines failed_in(const error& e, bool queries) {
  const std::string query = " of host.example";
  lines some;
  for (const std::string& about : causes_of(e)) {
    const std::size_t at = about.find(query);
    if ((at != about.npos) == queries) some.push_back(about.substr(0, at));
  }
  return some;
}

void play_dns_scenario(const json& scenario) {
  const json& expect = scenario.at("expect");
  conformance::check_keys(scenario, dns_keys);
  conformance::check_keys(expect, dns_expectations);
  if (scenario.contains("min_spacing_ms")) CHECK(scenario["min_spacing_ms"] == 0);

  host h;
  const json& queries = scenario.at("queries");
  const auto asked = [&](const char* type) {
    return std::count(queries.begin(), queries.end(), json(type)) > 0;
  };
  h.values.attempt_delay = whole_ms(scenario.at("delay_ms"));
  h.values.resolution_delay = whole_ms(scenario.at("resolution_delay_ms"));
  h.values.ask_v6 = asked("AAAA");
  h.values.ask_v4 = asked("A");
  for (const json& e : scenario.at("endpoints")) script_endpoint(h, e);
  if (scenario.contains("late"))
    for (const json& l : scenario["late"]) script_late(h, l);
  script_dns(h, scenario.at("dns"));
  const auto given = [&](const char* key) {
    return expect.contains(key) && !expect[key].is_null();
  };

  const std::string outcome = expect.at("outcome");
  std::optional<duration> stop_at;  // a scenario without an end is left after the last start
  if (outcome == "pending") {
    stop_at = 1s;
    for (const json& s : expect.at("started")) stop_at = whole_ms(s.at(1));
  }
  task<connection> t = h.connect();
  if (scenario.contains("overall_timeout_ms"))
    t = limited(std::move(t), whole_ms(scenario["overall_timeout_ms"]));
  auto end = play(std::move(t), stop_at ? *stop_at + 1us : stop_at);
  INFO(h.net.log);

  if (outcome == "ok") {
    REQUIRE(end.ok());
    CHECK(end.end->name() == expect.at("winner").get<std::string>());
  } else if (outcome == "fail") {
    REQUIRE(end.failed());
    CHECK(end.code() != std::errc::timed_out);
  } else if (outcome == "timeout") {
    CHECK(end.code() == std::errc::timed_out);
  } else {
    REQUIRE(outcome == "pending");
    CHECK(end.stopped());
  }
  CHECK(h.net.open() == (outcome == "ok" ? 1u : 0u));
  std::size_t late_values = 0;
  if (scenario.contains("late")) {
    for (const json& l : scenario["late"]) {
      const std::string name = l.at("name");
      const bool must_close = l.at("must") == "closed";
      CHECK(h.net.closed(name) == (must_close ? 1 : 0));
      late_values += must_close;
      const std::string how = l.at("outcome") == "ok" ? " ok late " : " fails late ";
      CHECK(h.net.log.with(name + how) == lines{name + how + in_ms(whole_ms(l.at("t_ms")))});
    }
  }
  CHECK(h.net.closed() == int(late_values));

  if (given("t_ms")) CHECK(end.at == whole_ms(expect["t_ms"]));
  if (scenario.contains("chosen_at_ms")) {
    const std::string chosen = expect.at("winner").get<std::string>() + " ok ";
    CHECK(h.net.log.with(chosen) == lines{chosen + in_ms(whole_ms(scenario["chosen_at_ms"]))});
  }
  const lines started = h.net.log.with(" starts ");
  if (given("started")) {
    const lines expected = starts_of(expect["started"]);
    if (expect.value("first_only", false))
      CHECK(lines(started.begin(), started.begin() + !started.empty()) == expected);
    else CHECK(started == expected);
  }
  if (given("started_any_of")) {
    std::set<lines> any;
    for (const json& s : expect["started_any_of"]) any.insert(starts_of(s));
    CHECK(any.count(started) == 1);
  }
  if (given("started_set_at")) {
    const json& at = expect["started_set_at"];
    CHECK(first_words(started) == at.at("names").get<std::set<std::string>>());
    for (const auto& line : started)
      CHECK(line.substr(line.rfind(' ') + 1) == in_ms(whole_ms(at.at("t_ms"))));
  }
  if (given("closed")) {
    lines ended = h.net.log.with(" stopped ");
    for (const auto& line : h.net.log.with(" late ")) ended.push_back(line);
    CHECK(first_words(ended) == expect["closed"].get<std::set<std::string>>());
  }
  if (given("errors")) CHECK(failed_in(end.end.error(), false) == expect["errors"].get<lines>());
  if (given("errors_set")) {
    const lines errors = failed_in(end.end.error(), false);
    CHECK(errors.size() == expect["errors_set"].size());
    CHECK(first_words(errors) == expect["errors_set"].get<std::set<std::string>>());
  }
  if (given("dns_errors"))
    CHECK(first_words(failed_in(end.end.error(), true)) ==
          expect["dns_errors"].get<std::set<std::string>>());
  if (given("dns_cancelled"))
    CHECK(h.net.log.with(" cancelled ").empty() == !expect["dns_cancelled"].get<bool>());
}

}  // namespace

TEST_CASE("dns.json: each scenario") {
  conformance::play_each("dns.json", 32, dns_decisions, play_dns_scenario);
}

TEST_CASE("nio-EmptyResultsFail: the code is that of no endpoints", "[D8]") {
  host h;
  h.aaaa = answer(0ms, names());
  h.a = answer(0ms, names());
  auto end = play(h.connect());
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.end.error().causes().empty());
}

TEST_CASE("nio-AllConnectionsFailImmediately: with a failure_delay of 10, the last of 20 at 190",
          "[D2]") {
  host h;
  h.values.failure_delay = 10ms;
  names v6, v4;
  for (int i = 1; i <= 10; ++i) {
    v6.push_back("v6-" + std::to_string(i));
    v4.push_back("v4-" + std::to_string(i));
    h.fails(v6.back(), 0ms);
    h.fails(v4.back(), 0ms);
  }
  h.aaaa = answer(0ms, v6);
  h.a = answer(0ms, v4);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.at == 190ms);
  CHECK(h.net.log.with(" starts ").size() == 20);
}

TEST_CASE("nio-AConnectFailsWaitingForAAAA: with a failure_delay of 10, v6-1 starts at 60",
          "[D2]") {
  host h;
  h.values.failure_delay = 10ms;
  h.fails("v4-1", 0ms);
  h.aaaa = answer(51ms, names{"v6-1"});
  h.a = answer(0ms, names{"v4-1"});
  auto end = play(limited(h.connect(), 100ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(h.net.log.with(" starts ") == lines{"v4-1 starts 50", "v6-1 starts 60"});
}

TEST_CASE("nio-LaterConnections: where the losers obey the stop, it ends at the choice") {
  host h;
  h.ok("v6-1", 2500ms);
  h.aaaa = answer(0ms, names{"v6-1", "v6-2", "v6-3"});
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 2500ms);
  CHECK(h.net.closed() == 0);
}
