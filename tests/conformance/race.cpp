// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <algorithm>

#include "cases.hpp"
#include "support/network.hpp"
#include "support/steps.hpp"

// race.json: each scenario is played as its data says, at exact times, and compared with what it
// expects. Where a decision of this project differs, the difference is in the table below.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;
using conformance::json;

namespace {

constexpr conformance::decision race_decisions[] = {
    {"trio-all-fail", "D16: errors are in the order of the starts, not of the ends",
     R"({"expect": {"errors": ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"]}})"},
    {"trio-one-host-failed-after-connect",
     "The original throws while it wraps the winner, which we do not do. A connector that throws "
     "after it has connected is a failed attempt; its connection is its own to close",
     R"({"endpoints": [{"name": "1.2.3.4", "outcome": "ok_then_throws", "at_ms": 1000}],
         "expect": {"outcome": "fail", "errors": ["1.2.3.4"], "closed": []}})"},
    {"asyncio-multiple-winners", "No at_ms is 0, so the first has won before any other is due",
     R"({"expect": {"t_ms": 0, "started": [["0", 0]]}})"},
};

/// What a scenario may say; anything else would be dropped silently.
const std::set<std::string> race_keys = {"id",
                                         "source",
                                         "note",
                                         "delay_ms",
                                         "endpoints",
                                         "order",
                                         "queries",
                                         "dns",
                                         "derivable",
                                         "resolution_delay_ms",
                                         "expect",
                                         "cancel_at_ms",
                                         "overall_timeout_ms",
                                         "min_spacing_ms"};
const std::set<std::string> race_expectations = {
    "outcome", "winner", "t_ms", "started", "closed", "errors", "error_kind", "dns_cancelled"};

duration ms(const json& number) {
  return std::chrono::duration_cast<duration>(
      std::chrono::duration<double, std::milli>(number.get<double>()));
}

/// A socket that can't even be created: it fails when tried, and does not count as started.
connector unsupported(std::string name) {
  co_return fail(std::errc::address_family_not_supported, name);
}

connector ok_then_throws(network& net, std::string name, duration after) {
  auto c = co_await net.ok(name, after);
  throw std::runtime_error(c.name());
}

connector connector_of(network& net, const json& endpoint) {
  const std::string name = endpoint.at("name"), outcome = endpoint.at("outcome");
  const duration at = endpoint.contains("at_ms") ? ms(endpoint["at_ms"]) : 0ms;
  if (outcome == "ok") return net.ok(name, at);
  if (outcome == "fail") return net.fails(name, at);
  if (outcome == "hang") return net.hangs(name);
  if (outcome == "unsupported") return unsupported(name);
  if (outcome == "ok_then_throws") return ok_then_throws(net, name, at);
  FAIL("an outcome that is not known: " << outcome);
  throw std::logic_error(outcome);
}

std::vector<connector> connectors_of(network& net, const json& scenario) {
  std::vector<connector> all;
  const json& endpoints = scenario.at("endpoints");
  if (!scenario.contains("order")) {
    for (const json& e : endpoints) all.push_back(connector_of(net, e));
  } else {
    for (const json& name : scenario["order"])
      for (const json& e : endpoints)
        if (e.at("name") == name) all.push_back(connector_of(net, e));
  }
  return all;
}

/// DNS that is asked and does not answer.
class silent_queries {
 public:
  explicit silent_queries(timeline& log) : log_(&log) {}

  task<std::optional<connector>> next() {
    const environment here = co_await current_environment();
    note_at_exit cancelled(*log_, "dns cancelled", here);
    co_await never();
    co_return std::nullopt;
  }

 private:
  timeline* log_;
};

task<connection> task_of(network& net, const json& scenario) {
  const duration delay =
      scenario.at("delay_ms").is_null() ? duration::max() : ms(scenario["delay_ms"]);
  task<connection> t = [&] {
    if (!scenario.contains("queries") || scenario["queries"].empty())
      return happy_eyeballs(delay, net.close(), connectors_of(net, scenario));
    REQUIRE(scenario.at("dns").empty());
    return happy_eyeballs(delay, net.close(), silent_queries(net.log));
  }();
  if (!scenario.contains("overall_timeout_ms")) return t;
  return limited(std::move(t), ms(scenario["overall_timeout_ms"]));
}

std::set<std::string> who(const network& net, const std::string& what) {
  std::set<std::string> names;
  for (const auto& line : net.log.with(what)) names.insert(line.substr(0, line.find(' ')));
  return names;
}

void play_race_scenario(const json& scenario) {
  conformance::check_keys(scenario, race_keys);
  const json& expect = scenario.at("expect");
  conformance::check_keys(expect, race_expectations);

  network net;
  std::optional<duration> stop_at;
  if (scenario.contains("cancel_at_ms")) stop_at = ms(scenario["cancel_at_ms"]);
  auto end = play(task_of(net, scenario), stop_at);
  INFO(net.log);

  const std::string outcome = expect.at("outcome");
  if (outcome == "ok") {
    REQUIRE(end.ok());
    const json& winner = expect.at("winner");
    if (winner.is_string()) CHECK(end.end->name() == winner.get<std::string>());
    else CHECK(std::count(winner.begin(), winner.end(), json(end.end->name())) == 1);
  } else if (outcome == "fail") {
    REQUIRE(end.failed());
    CHECK(end.code() != std::errc::timed_out);
  } else if (outcome == "timeout") {
    CHECK(end.code() == std::errc::timed_out);
  } else {
    REQUIRE(outcome == "cancelled");
    CHECK(end.stopped());
  }
  CHECK(net.open() == (outcome == "ok" ? 1u : 0u));
  CHECK(net.closed() == 0);  // nobody here succeeds late

  const auto given = [&](const char* key) {
    return expect.contains(key) && !expect[key].is_null();
  };
  if (given("t_ms")) CHECK(end.at == ms(expect["t_ms"]));
  if (given("started")) {
    lines started;
    for (const json& s : expect["started"])
      started.push_back(s.at(0).get<std::string>() + " starts " + in_ms(ms(s.at(1))));
    CHECK(net.log.with(" starts ") == started);
  }
  if (given("closed"))
    CHECK(who(net, " stopped ") == expect["closed"].get<std::set<std::string>>());
  if (given("errors")) {
    if (end.failed()) CHECK(causes_of(end.end.error()) == expect["errors"].get<lines>());
    else CHECK(who(net, " fails ") == expect["errors"].get<std::set<std::string>>());
  }
  if (given("error_kind")) {
    CHECK(expect["error_kind"] == "no_endpoints");
    CHECK(end.code() == errc::no_endpoints);
    CHECK(end.end.error().causes().empty());
  }
  if (given("dns_cancelled"))
    CHECK(net.log.with("dns cancelled").size() == (expect["dns_cancelled"].get<bool>() ? 1u : 0u));
}

}  // namespace

TEST_CASE("race.json: each scenario") {
  conformance::play_each("race.json", 22, race_decisions, play_race_scenario);
}

TEST_CASE("trio-multi-success: equal deadlines are first in, first out") {
  network net;
  auto end = play(happy_eyeballs(
      1s, net.close(),
      list(net.fails("1.1.1.1", 500ms), net.ok("2.2.2.2", 10s), net.stubborn_ok("3.3.3.3", 9s),
           net.stubborn_ok("4.4.4.4", 8s), net.fails("5.5.5.5", 500ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "2.2.2.2");
  CHECK(end.at == 10500ms);
  CHECK(net.closed("3.3.3.3") == 1);
  CHECK(net.closed("4.4.4.4") == 1);
  CHECK(net.open() == 1);
}

TEST_CASE("asyncio-multiple-winners: four in one tick, three are closed once each") {
  network net;
  auto end = play(happy_eyeballs(0ms, net.close(),
                                 list(net.stubborn_ok("0", 100ms), net.stubborn_ok("1", 100ms),
                                      net.stubborn_ok("2", 100ms), net.stubborn_ok("3", 100ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "0");
  for (const char* loser : {"1", "2", "3"}) CHECK(net.closed(loser) == 1);
  CHECK(net.open() == 1);
}
