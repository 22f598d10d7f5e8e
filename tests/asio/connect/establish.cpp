// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect/establish.hpp"

#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/greeting.hpp"

// A connection counts when the application has made of it what it wants.

namespace {

using tcp_attempt = attempt_subject<tcp::endpoint>;

/// The only cause of an error, which is about an attempt.
const error& cause_of(const error& why, std::size_t i = 0) {
  REQUIRE(why.causes().size() > i);
  REQUIRE(why.causes()[i].subject_as<tcp_attempt>());
  return why.causes()[i];
}

/// Yields nothing, but as somebody who races it with a session.
task<session> until_accepted(asio::io_context& io, const greeter& server, std::size_t clients) {
  while (server.clients() < clients) co_await sleep(1ms);
  co_return session(tcp::socket(io), "");
}

attempt_stage stage_of(const error& attempt) { return attempt.subject_as<tcp_attempt>()->stage; }

/// What an operation is with asio::deferred: a function of its token.
class greeting_later {
 public:
  greeting_later(asio::io_context& io, tcp::socket s) : io_(&io), socket_(std::move(s)) {}

  template <class Token> auto operator()(Token&& token) && {
    return co_spawn(*io_, greet(std::move(socket_)), std::forward<Token>(token));
  }

 private:
  asio::io_context* io_;
  tcp::socket socket_;
};

}  // namespace

TEST_CASE("establish: its result is the result of the connect, at an address and by a name") {
  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  observer sees;
  CHECK(session_with(io, "127.0.0.1", kind.port(), greet, {.observer = &sees}).server == "kind");

  scripted_resolver names;
  names.v4 = {kind.endpoint()};
  const connect_options options{.resolver = &names, .observer = &sees};
  CHECK(session_with(io, "one.test", "80", greet, options).server == "kind");
  CHECK(sees.log ==
        strings{"0 starts 127.0.0.1", "0 connected", "0 starts 127.0.0.1", "0 connected"});
  CHECK(kind.clients() == 2);
}

TEST_CASE("establish: a server that says nothing costs one delay, and its socket is closed") {
  asio::io_context io;
  greeter mute(io, "");
  greeter kind(io, "hello from kind\n");
  scripted_resolver names;
  names.v4 = {mute.endpoint(), kind.endpoint()};
  observer sees;
  connect_report<tcp::endpoint> report;
  const auto end = session_with(
      io, "two.test", "80", greet,
      {.attempt_delay = 20ms, .resolver = &names, .observer = &sees, .report = &report});
  CHECK(end.server == "kind");
  CHECK(sees.log ==
        strings{"0 starts 127.0.0.1", "1 starts 127.0.0.1", "1 connected", "0 stopped"});
  REQUIRE(report.attempts.size() == 2);
  CHECK(report.attempts[0].state == report_state::pending);
  CHECK(report.attempts[1].state == report_state::done);
}

TEST_CASE("establish: its failure is the endpoint's, at once, and names endpoint and stage") {
  asio::io_context io;
  greeter rude(io, "go away\n");
  greeter kind(io, "hello from kind\n");
  scripted_resolver names;
  names.v4 = {rude.endpoint(), kind.endpoint()};
  connect_report<tcp::endpoint> report;
  const auto end =
      session_with(io, "two.test", "80", greet,
                   {.attempt_delay = duration::max(), .resolver = &names, .report = &report});
  CHECK(end.server == "kind");
  REQUIRE(report.attempts.size() == 2);
  REQUIRE(report.attempts[0].why);
  const error& why = *report.attempts[0].why;
  CHECK(why.code() == std::errc::protocol_error);
  CHECK(why.about() == to_string(rude.endpoint()) + ", establish");
  REQUIRE(why.subject_as<tcp_attempt>());
  CHECK(why.subject_as<tcp_attempt>()->endpoint == rude.endpoint());
  CHECK(stage_of(why) == attempt_stage::establish);
  REQUIRE(why.causes().size() == 1);
  CHECK(why.causes()[0].about() == "the server says go away");
}

TEST_CASE("establish: when all have failed, each endpoint says in which stage") {
  asio::io_context io;
  greeter rude(io, "go away\n");
  const refusing_port nobody;
  scripted_resolver names;
  names.v4 = {rude.endpoint(), endpoint_of(nobody)};
  const auto end = session_with(io, "two.test", "80", greet, {.resolver = &names});
  CHECK(end.why.code() == std::errc::protocol_error);
  CHECK(end.why.about() == "all 2 attempts to connect failed");
  REQUIRE(end.why.causes().size() == 2);
  CHECK(stage_of(cause_of(end.why, 0)) == attempt_stage::establish);
  CHECK(stage_of(cause_of(end.why, 1)) == attempt_stage::connect);
  CHECK(cause_of(end.why, 1).about() == to_string(endpoint_of(nobody)));
  CHECK(cause_of(end.why, 1).code() == std::errc::connection_refused);
}

TEST_CASE("establish: at an address, its failure is that of the connect") {
  asio::io_context io;
  greeter rude(io, "go away\n");
  observer sees;
  const auto end = session_with(io, "127.0.0.1", rude.port(), greet, {.observer = &sees});
  CHECK(end.why.code() == std::errc::protocol_error);
  CHECK(stage_of(cause_of(end.why)) == attempt_stage::establish);
  CHECK(sees.log.size() == 2);
  CHECK(sees.log.back().starts_with("0 failed"));
  REQUIRE(report_of(end.why));
  CHECK(report_of(end.why)->attempts.size() == 1);
}

TEST_CASE("establish: what it throws, called or awaited, is the endpoint's failure") {
  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  auto refuses = [](tcp::socket) -> task<session> { throw std::runtime_error("no thanks"); };
  auto end = session_with(io, "127.0.0.1", kind.port(), refuses);
  CHECK(end.why.code() == errc::exception);
  REQUIRE(cause_of(end.why).causes().size() == 1);
  CHECK(cause_of(end.why).causes()[0].about() == "no thanks");

  auto cannot_even = [&](tcp::socket s) {
    if (kind.clients() < 100) throw std::system_error(make_error_code(errc::no_endpoints));
    return greet(std::move(s));
  };
  end = session_with(io, "127.0.0.1", kind.port(), cannot_even);
  CHECK(end.why.code() == errc::no_endpoints);
  CHECK(stage_of(cause_of(end.why)) == attempt_stage::establish);
}

TEST_CASE("establish: a move of its result that throws is the endpoint's failure") {
  struct heavy {
    heavy() = default;

    heavy(heavy&& other) : server(std::move(other.server)) {
      if (server.empty()) throw std::runtime_error("too heavy");
    }

    std::string server;
  };

  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  auto light = [](tcp::socket) -> task<heavy> {
    heavy h;
    h.server = "light";
    co_return std::move(h);
  };
  CHECK(session_with(io, "127.0.0.1", kind.port(), light).server == "light");
  auto too_heavy = [](tcp::socket) -> task<heavy> {
    heavy h;
    co_return std::move(h);
  };
  const auto end = session_with(io, "127.0.0.1", kind.port(), too_heavy);
  CHECK(end.why.code() == errc::exception);
  CHECK(stage_of(cause_of(end.why)) == attempt_stage::establish);
}

TEST_CASE("establish: a limit on the attempt holds for both stages") {
  asio::io_context io;
  greeter mute(io, "");
  scripted_resolver names;
  names.v4 = {mute.endpoint()};
  for (const char* host : {"127.0.0.1", "one.test"}) {
    const auto end =
        session_with(io, host, mute.port(), greet, {.attempt_timeout = 200ms, .resolver = &names});
    CHECK(end.why.code() == std::errc::timed_out);
    const error& attempt = cause_of(end.why);
    CHECK(attempt.subject_as<tcp_attempt>()->reached == time_limit::attempt_timeout);
    CHECK(stage_of(attempt) == attempt_stage::establish);
  }
  for (const char* host : {"127.0.0.1", "one.test"}) {
    const auto end =
        session_with(io, host, mute.port(), greet, {.timeout = 10ms, .resolver = &names});
    CHECK(end.why.code() == std::errc::timed_out);
    CHECK(end.why.about() == host + (" " + mute.port()));
  }
  const silent_port silent;
  const auto end = session_with(io, "127.0.0.1", silent.port(), greet, {.attempt_timeout = 10ms});
  CHECK(stage_of(cause_of(end.why)) == attempt_stage::connect);
}

TEST_CASE("establish: a stop in the middle of it leaves no socket") {
  asio::io_context io;
  run_beside_servers(io,
                     []() -> task<> { co_await sleep(1ms); }());  // the reactor has its own files
  for (const char* host : {"127.0.0.1", "one.test"}) {
    const no_file_is_left check;
    greeter mute(io, "");
    scripted_resolver names;
    names.v4 = {mute.endpoint()};
    observer sees;
    auto stopped_midway = [&]() -> task<> {
      auto waits = connect(io.get_executor(), host, mute.port(), greet,
                           {.resolver = &names, .observer = &sees});
      auto either = race(std::move(waits), until_accepted(io, mute, mute.clients() + 1));
      co_await std::move(either);
    };
    CHECK(!run_beside_servers(io, stopped_midway()).why);
    CHECK(sees.log == strings{"0 starts 127.0.0.1", "0 stopped"});
  }
}

TEST_CASE("establish: a late answer is tried while it is under way") {
  if (!has_ipv6()) return;

  class late_v4 final : public resolver<tcp::endpoint> {
   public:
    tcp::endpoint v6, v4;

   private:
    task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                             address_family family) override {
      if (family == address_family::v4) co_await sleep(30ms);
      std::vector<tcp::endpoint> found{family == address_family::v4 ? v4 : v6};
      co_return found;
    }
  };

  asio::io_context io;
  greeter mute(io, "", asio::ip::address_v6::loopback());
  greeter kind(io, "hello from kind\n");
  late_v4 names;
  names.v6 = mute.endpoint();
  names.v4 = kind.endpoint();
  observer sees;
  const auto end = session_with(io, "two.test", "80", greet,
                                {.attempt_delay = 10ms,
                                 .preferred_family = address_family::v6,
                                 .resolver = &names,
                                 .observer = &sees});
  CHECK(end.server == "kind");
  CHECK(sees.log == strings{"0 starts ::1", "1 starts 127.0.0.1", "1 connected", "0 stopped"});
}

TEST_CASE("establish: a socket is prepared, also for a translator, before it is called") {
  struct : socket_preparer {
    error_code prepare(tcp::socket& s, const tcp::endpoint& e) override {
      log.push_back(to_string(e.address()) + (s.is_open() ? " open" : ""));
      return {};
    }

    error_code prepare_translated(tcp::socket&, const tcp::endpoint&,
                                  const tcp::endpoint& v4) override {
      log.push_back("for " + v4.address().to_string());
      return asio::error::access_denied;
    }

    static std::string to_string(const asio::ip::address& a) { return a.to_string(); }

    strings log;
  } notes;

  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  CHECK(session_with(io, "127.0.0.1", kind.port(), greet, {.prepare = &notes}).server == "kind");
  CHECK(notes.log == strings{"127.0.0.1 open"});
  if (!has_ipv6()) return;
  scripted_resolver names;
  names.v6 = {endpoint("64:ff9b::192.0.2.1")};
  names.v4 = {kind.endpoint()};
  const connect_options options{
      .preferred_family = address_family::v6, .resolver = &names, .prepare = &notes};
  CHECK(session_with(io, "two.test", "80", greet, options).server == "kind");
  CHECK(notes.log == strings{"127.0.0.1 open", "for 192.0.2.1", "127.0.0.1 open"});
}

TEST_CASE("establish: a deferred operation will do") {
  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  auto deferred_greeting = [&io](tcp::socket s) { return greeting_later(io, std::move(s)); };
  auto program = [&]() -> task<std::string> {
    auto end =
        co_await as_result(connect(io.get_executor(), "127.0.0.1", kind.port(), deferred_greeting));
    if (!end) co_return end.error().message();
    co_return (*end)->server;  // co_spawn's session is optional
  };
  CHECK(run_beside_servers(io, program()).value == "kind");
}

TEST_CASE("establish: async_connect yields it, or none where there is an error") {
  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  greeter rude(io, "go away\n");

  struct heard {
    int calls = 0;
    error_code code;
    std::optional<session> found;
  } t;

  const auto handler = [&t](error_code c, std::optional<session> s) {
    ++t.calls;
    t.code = c;
    if (s) t.found.emplace(*std::move(s));
  };
  async_connect(io, "127.0.0.1", kind.port(), greet, handler);
  CHECK(t.calls == 0);
  while (t.calls < 1) io.run_one();
  CHECK(!t.code);
  REQUIRE(t.found);
  CHECK(t.found->server == "kind");

  t.found.reset();
  async_connect(io, "127.0.0.1", rude.port(), greet, {.timeout = 10s}, handler);
  while (t.calls < 2) io.run_one();
  CHECK(t.code == to_asio(std::make_error_code(std::errc::protocol_error)));
  CHECK(!t.found);
}

TEST_CASE("establish: async_connect yields a value where there is one without an argument") {
  asio::io_context io;
  greeter kind(io, "hello from kind\n");
  auto name_of = [](tcp::socket s) -> task<std::string> {
    const session found = co_await greet(std::move(s));
    co_return found.server;
  };
  std::future<std::string> name =
      async_connect(io.get_executor(), "127.0.0.1", kind.port(), name_of, asio::use_future);
  while (name.wait_for(0s) != std::future_status::ready) io.run_one();
  CHECK(name.get() == "kind");
}

TEST_CASE("establish: a cancellation in the middle of it stops async_connect") {
  asio::io_context io;
  greeter mute(io, "");
  asio::cancellation_signal signal;
  error_code code;
  bool called = false;
  async_connect(
      io, "127.0.0.1", mute.port(), greet, {.timeout = 1h},
      asio::bind_cancellation_slot(signal.slot(), [&](error_code c, std::optional<session> s) {
        called = true;
        code = c;
        CHECK(!s);
      }));
  while (mute.clients() == 0) io.run_one();
  signal.emit(asio::cancellation_type::terminal);
  while (!called) io.run_one();
  CHECK(code == asio::error::operation_aborted);
}

TEST_CASE("establish: with_report tells its attempts") {
  asio::io_context io;
  greeter rude(io, "go away\n");
  connect_report<tcp::endpoint> seen;
  bool called = false;
  async_connect(io, "127.0.0.1", rude.port(), greet,
                with_report([&](error_code, const std::optional<session>&,
                                connect_report<tcp::endpoint> report) {
                  called = true;
                  seen = std::move(report);
                }));
  while (!called) io.run_one();
  REQUIRE(seen.attempts.size() == 1);
  REQUIRE(seen.attempts[0].why);
  CHECK(stage_of(*seen.attempts[0].why) == attempt_stage::establish);
}
