// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/connect_observer.hpp"

#include "eyeballs/core/timeout.hpp"
#include "support/hosts.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

using report = connect_report<std::string>;
using event = connect_event<std::string>;
using lines = std::vector<std::string>;

std::string name_of(report_state s) {
  switch (s) {
    case report_state::pending: return "pending";
    case report_state::done: return "done";
    case report_state::failed: return "failed";
    default: return "left out";
  }
}

std::string text_of(const event& e) {
  const auto query = [&] { return record(e.report.queries.at(e.index).family); };
  const auto attempt = [&] { return e.report.attempts.at(e.index).endpoint; };
  switch (e.what) {
    case connect_event_kind::began: return "began";
    case connect_event_kind::query_asked: return query() + " asked";
    case connect_event_kind::query_ended:
      return query() + ' ' + name_of(e.report.queries[e.index].state);
    case connect_event_kind::address_left_out:
      return e.report.left_out.at(e.index).endpoint + " left out";
    case connect_event_kind::attempt_started: return attempt() + " started";
    case connect_event_kind::attempt_ended:
      return attempt() + ' ' + name_of(e.report.attempts[e.index].state);
    default: return e.report.ended == e.when ? "ended" : "ended, and the report does not say so";
  }
}

/// Writes down what it is told, each line with its time.
struct journal {
  void operator()(const event& e) noexcept {
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(e.when.time_since_epoch());
    told.push_back(std::to_string(ms.count()) + ' ' + text_of(e));
  }

  lines told;
};

struct observed_host : host {
  observed_host() { told.observer = log; }

  task<connection> connect() {
    return connect_by_name(*this, *this, "host.example", "443", values, &told);
  }

  journal log;
  report told;
};

}  // namespace

TEST_CASE("an observer is told of everything up to the winner, in order", "[D30]") {
  observed_host h;
  h.aaaa = answer(10ms, {"6 silent"});
  h.a = answer(20ms, {"4 refuses", "4 accepts"});
  h.fails("4 refuses", 5ms);
  h.ok("4 accepts", 7ms);
  REQUIRE(play(h.connect()).ok());
  CHECK(h.log.told == lines{"0 began", "0 AAAA asked", "0 A asked", "10 AAAA done",
                            "10 6 silent started", "20 A done", "260 4 refuses started",
                            "265 4 refuses failed", "265 4 accepts started", "272 4 accepts done",
                            "272 6 silent pending", "272 ended"});
}

TEST_CASE("an observer is told of a failure", "[D30]") {
  observed_host h;
  h.aaaa = answer(10ms, answer::failure);
  h.a = answer(20ms, {"4 refuses"});
  h.fails("4 refuses", 5ms);
  REQUIRE(play(h.connect()).failed());
  CHECK(h.log.told == lines{"0 began", "0 AAAA asked", "0 A asked", "10 AAAA failed", "20 A done",
                            "20 4 refuses started", "25 4 refuses failed", "25 ended"});
}

TEST_CASE("an observer is told of the end by a limit on time, and the report has it", "[D30]") {
  observed_host h;
  h.a = answer(20ms, {"4 silent"});
  REQUIRE(play(limited(h.connect(), 100ms)).code() == std::errc::timed_out);
  CHECK(h.log.told == lines{"0 began", "0 AAAA asked", "0 A asked", "20 A done",
                            "70 4 silent started", "100 4 silent pending", "100 ended"});
  CHECK(h.told.queries[0].state == report_state::pending);
}

TEST_CASE("an observer is told of the end by a stop, and the report has it", "[D30]") {
  observed_host h;
  h.aaaa = answer(20ms, {"6 silent"});
  virtual_time time;
  time.start(h.connect()).stop_at(100ms);
  time.run();
  CHECK(h.log.told == lines{"0 began", "0 AAAA asked", "0 A asked", "20 AAAA done",
                            "20 6 silent started", "100 6 silent pending", "100 ended"});
  CHECK(h.told.attempts[0].state == report_state::pending);
}

TEST_CASE("an observer is told of what a resolver leaves out", "[D30]") {
  struct : observed_host {
    task<names> resolve(std::string, std::string, address_family) override {
      told.leave_out("4 private", error(std::make_error_code(std::errc::network_unreachable)));
      co_return names();
    }
  } h;

  h.values.ask_v6 = false;
  REQUIRE(play(h.connect()).failed());
  CHECK(h.log.told == lines{"0 began", "0 A asked", "0 4 private left out", "0 A done", "0 ended"});
}

TEST_CASE("nobody is told, and nothing is noted, when what the tree runs on dies", "[D30]") {
  observed_host h;
  h.aaaa = answer(20ms, {"6 silent"});
  {
    virtual_time time;
    time.start(h.connect());
    time.run_until(50ms);
  }
  CHECK(h.log.told ==
        lines{"0 began", "0 AAAA asked", "0 A asked", "20 AAAA done", "20 6 silent started"});
  CHECK(!h.told.ended);
}

TEST_CASE("an observer belongs to one report, until it is taken away", "[D30]") {
  observed_host h;
  knows(h, {}, {});
  report copy = h.told;
  report other;
  other = h.told;
  REQUIRE(play(connect_by_name(h, h, "host.example", "443", h.values, &copy)).failed());
  REQUIRE(play(connect_by_name(h, h, "host.example", "443", h.values, &other)).failed());
  CHECK(h.log.told.empty());

  for (int i = 0; i < 2; ++i) REQUIRE(play(h.connect()).failed());
  CHECK(h.log.told.size() == 2 * 6);

  h.told.observer = nullptr;
  REQUIRE(play(h.connect()).failed());
  CHECK(h.log.told.size() == 2 * 6);
}

TEST_CASE("an observer may be a constant closure", "[D30]") {
  int count = 0;
  const auto counts = [&count](const event&) noexcept { ++count; };
  host h;
  knows(h, {}, {});
  report told;
  told.observer = counts;
  REQUIRE(play(connect_by_name(h, h, "host.example", "443", h.values, &told)).failed());
  CHECK(count == 6);
}
