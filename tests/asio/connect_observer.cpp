// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/connect_observer.hpp"

#include <string>

#include "support/connects.hpp"

// The observer of a report hears the same of a connect to an address as of one to a name.

namespace {

using event = connect_event<tcp::endpoint>;
using kind = connect_event_kind;

strings expected(std::initializer_list<const char*> rows) {
  strings all{"began", "query asked", "query ended"};
  all.insert(all.end(), rows.begin(), rows.end());
  all.push_back("ended");
  return all;
}

/// Notes what it is told, and whether time goes on.
struct journal {
  void operator()(const event& e) noexcept {
    CHECK(e.when >= latest);
    latest = e.when;
    log.push_back(text_of(e));
  }

  static std::string text_of(const event& e) {
    switch (e.what) {
      case kind::began: return "began";
      case kind::query_asked: return "query asked";
      case kind::query_ended: return "query ended";
      case kind::address_left_out: return "left out";
      case kind::attempt_started: return "attempt started";
      case kind::attempt_ended:
        return "attempt ended " + std::to_string(int(e.report.attempts.at(e.index).state));
      default: return e.report.ended ? "ended" : "ended, and the report does not say so";
    }
  }

  time_point latest = time_point::min();
  strings log;
};

struct observed : journal {
  observed() { report.observer = static_cast<journal&>(*this); }

  connect_report<tcp::endpoint> report;
};

struct refuses_all final : address_filter {
  error_code admit(const tcp::endpoint&) override { return asio::error::access_denied; }
};

const char* const connected = "attempt ended 1";
const char* const failed = "attempt ended 2";
const char* const pending = "attempt ended 0";

/// Knows 127.0.0.1 alone, at the port, and answers for IPv4 alone.
struct one_address {
  explicit one_address(const std::string& port) {
    names.v4 = {{asio::ip::address_v4::loopback(), static_cast<unsigned short>(std::stoi(port))}};
  }

  connect_options options(observed& o) {
    return {.local_v4 = asio::ip::address_v4::loopback(), .resolver = &names, .report = &o.report};
  }

  scripted_resolver names;
};

/// How it is told, once by the address, and once by a name.
void check(const std::string& port, strings rows, connect_options other = {}) {
  for (const char* const host : {"127.0.0.1", "name.test"}) {
    CAPTURE(host);
    asio::io_context io;
    one_address known(port);
    observed o;
    connect_options options = known.options(o);
    options.timeout = other.timeout;
    options.admit = other.admit;
    connect_as_task(io, host, port, options);
    std::erase_if(o.log, [&](const std::string& row) {
      return host[0] == 'n' && row.starts_with("query");  // of which there are two
    });
    strings wanted = rows;
    std::erase_if(
        wanted, [&](const std::string& row) { return host[0] == 'n' && row.starts_with("query"); });
    CHECK(o.log == wanted);
  }
}

}  // namespace

TEST_CASE("an observer hears of a connection", "[D30]") {
  const support::listening_port server;
  check(server.port(), expected({"attempt started", connected}));
}

TEST_CASE("an observer hears of a refusal", "[D30]") {
  const refusing_port nobody;
  check(nobody.port(), expected({"attempt started", failed}));
}

TEST_CASE("an observer hears of what is left out", "[D30]") {
  refuses_all filter;
  check("80", expected({"left out"}), {.admit = &filter});
}

TEST_CASE("an observer hears of what was pending at the timeout", "[D30]") {
  const silent_port silent;
  check(silent.port(), expected({"attempt started", pending}), {.timeout = 300ms});
}

TEST_CASE("an observer hears of what was pending at a stop, by async_connect, too", "[D30]") {
  const silent_port silent;
  asio::io_context io;
  observed o;
  asio::cancellation_signal stop;
  told t;
  async_connect(io, "127.0.0.1", silent.port(), {.report = &o.report},
                asio::bind_cancellation_slot(stop.slot(), into(t)));
  while (o.log.size() < 4) REQUIRE(io.run_one() > 0);
  stop.emit(asio::cancellation_type::terminal);
  io.run();
  CHECK(t.code == asio::error::operation_aborted);
  CHECK(o.log == expected({"attempt started", pending}));
  CHECK(o.report.ended);
}

TEST_CASE("an observer hears nothing when its context dies", "[D30]") {
  const silent_port silent;
  observed o;
  told t;
  {
    asio::io_context io;
    async_connect(io, "127.0.0.1", silent.port(), {.report = &o.report}, into(t));
    while (o.log.size() < 4) REQUIRE(io.run_one() > 0);
  }
  CHECK(t.calls == 0);
  CHECK(o.log == strings{"began", "query asked", "query ended", "attempt started"});
}
