// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "support/connects.hpp"
#include "support/lookups.hpp"

// How connect fails: codes, causes and limits on time.

TEST_CASE("refused everywhere: the code, and each endpoint as a cause") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody;
  auto end = connect_as_task(io, "two.test", nobody.port());
  CHECK(!end.connected);
  CHECK(end.why.code() == std::make_error_code(std::errc::connection_refused));
  REQUIRE(end.why.causes().size() == 2);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + nobody.port());
  CHECK(end.why.causes()[1].about() == "127.0.0.2:" + nobody.port());
  for (const auto& cause : end.why.causes())
    CHECK(to_asio(cause.code()) == asio::error::connection_refused);
  CHECK(end.why.message().find("127.0.0.2:" + nobody.port()) != std::string::npos);
}

TEST_CASE("an unknown host: the error names it") {
  asio::io_context io;
  auto end = connect_as_task(io, "unknown.test", "80");
  CHECK(to_asio(end.why.code()) == asio::error::host_not_found);
  CHECK(end.why.message().find("unknown.test") != std::string::npos);
}

TEST_CASE("the host * is not found, and nobody is connected to", "[D25]") {
  asio::io_context io;
  observer o;
  const auto end = connect_as_task(io, "*", "80", {.observer = &o});
  CHECK(to_asio(end.why.code()) == asio::error::host_not_found);
  CHECK(end.why.about() == "* 80");
  CHECK(o.log.empty());
}

TEST_CASE("each attempt has its timeout") {
  const no_file_is_left check;
  asio::io_context io;
  silent_port silent;
  observer o;
  auto end =
      connect_as_task(io, "127.0.0.1", silent.port(), {.attempt_timeout = 20ms, .observer = &o});
  CHECK(end.why.code() == std::errc::timed_out);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + silent.port());
  CHECK(end.why.about() == "the only attempt to connect failed");
  REQUIRE(o.log.size() == 2);
  CHECK(o.log[1].find("failed") != std::string::npos);
}

TEST_CASE("the whole has its timeout; an observer hears that what was in flight was stopped",
          "[D8]") {
  const no_file_is_left check;
  asio::io_context io;
  silent_port silent;
  observer o;
  auto end = connect_as_task(io, "127.0.0.1", silent.port(), {.timeout = 20ms, .observer = &o});
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "127.0.0.1 " + silent.port());
  CHECK(o.log == strings{"0 starts 127.0.0.1", "0 stopped"});
}

TEST_CASE("the error of the timeout tells what has failed, and what was stopped", "[D8]") {
  no_file_is_left at_the_end;
  asio::io_context io;
  silent_port silent;
  refusing_port nobody;
  scripted_resolver names;
  names.v4 = {endpoint_of(nobody), endpoint_of(silent)};
  end_of_connect end;
  for (const duration limit :
       {50ms, 500ms, 5000ms}) {  // a busy machine may hear of neither in time
    end = connect_as_task(io, "any.test", "80", {.timeout = limit, .resolver = &names});
    if (end.why.causes().size() == 2 && end.why.causes()[0].code() != errc::stopped) break;
  }
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "any.test 80");
  REQUIRE(end.why.causes().size() == 2);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + nobody.port());
  CHECK(to_asio(end.why.causes()[0].code()) == asio::error::connection_refused);
  CHECK(end.why.causes()[1].about() == "127.0.0.1:" + silent.port());
  CHECK(end.why.causes()[1].code() == errc::stopped);
}

TEST_CASE("the timeout counts the lookup") {
  asio::io_context io;
  auto end = connect_as_task(io, support::hanging_host(), "80", {.timeout = 20ms});
  CHECK(end.why.code() == std::errc::timed_out);
  support::release_hung_lookups();
}

TEST_CASE("a lookup that hangs has timed out, and is told of", "[D27]") {
  asio::io_context io;
  const std::string host = support::hanging_host();
  auto end = connect_as_task(io, host, "80", {.resolution_timeout = 20ms});
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "no address of " + host);
  CHECK_FALSE(end.why.causes().empty());
  support::release_hung_lookups();
}

TEST_CASE("what is wrong with the arguments is said, a delay under 10 ms too", "[D2][D25]") {
  struct mistake {
    std::string host, service;
    connect_options options;
    std::string says;
  };

  const std::vector<mistake> mistakes = {
      {"", "80", {}, "host is empty"},
      {std::string("a\0b", 3), "80", {}, "host has a NUL"},
      {"localhost", "", {}, "service is empty"},
      {"localhost", std::string("8\0", 2), {}, "service has a NUL"},
      {"localhost", "*", {}, "service * is none"},
      {"*", "*", {}, "service * is none"},
      {"localhost", "0", {}, "port 0 is not in 1 to 65535"},
      {"localhost", "65536", {}, "port 65536 is not in"},
      {"localhost", "99999999999999999999", {}, "port 99999999999999999999 is not in"},
      {"localhost", "-1", {}, "port -1 is not in"},
      {"localhost", "+80", {}, "port +80 is not in"},
      {"localhost", " 80", {}, "port  80 is not in"},
      {"localhost", " 65616", {}, "port  65616 is not in"},
      {"localhost", "\t-1", {}, "port \\x09-1 is not in"},
      {"localhost", "\n0", {}, "port \\x0a0 is not in"},
      {"localhost", "80", {.attempt_delay = 9ms}, "attempt_delay is under 10 ms"},
      {"localhost", "80", {.attempt_delay = -1h}, "attempt_delay is under 10 ms"},
      {"localhost", "80", {.attempt_timeout = 0ms}, "attempt_timeout is not positive"},
      {"localhost", "80", {.attempt_timeout = -1ms}, "attempt_timeout is not positive"},
      {"localhost", "80", {.timeout = 0ms}, "timeout is not positive"},
      {"localhost", "80", {.timeout = duration::min()}, "timeout is not positive"},
  };
  asio::io_context io;
  for (const mistake& m : mistakes) {
    INFO(m.says);
    auto end = connect_as_task(io, m.host, m.service, m.options);
    CHECK(!end.connected);
    CHECK(end.why.code() == std::errc::invalid_argument);
    CHECK(end.why.message().find(m.says) != std::string::npos);
    CHECK(connect_in(io, m.host, m.service, m.options).code == asio::error::invalid_argument);
  }
}

TEST_CASE("options: what is out of range is said") {
  asio::io_context io;
  const auto why = [&](connect_options options) {
    return connect_as_task(io, "127.0.0.1", "80", options).why.message();
  };
  CHECK(why({.minimum_attempt_delay = 9ms}).starts_with("minimum_attempt_delay is under 10 ms"));
  CHECK(why({.maximum_attempt_delay = 99ms}).starts_with("maximum_attempt_delay is under"));
  CHECK(why({.failure_delay = -1ms}).starts_with("failure_delay is negative"));
  CHECK(why({.resolution_delay = -1ms}).starts_with("resolution_delay is negative"));
  CHECK(why({.resolution_timeout = 0ms}).starts_with("resolution_timeout is not positive"));
  CHECK(why({.preferred_family = address_family(7)}).starts_with("preferred_family is neither"));
  CHECK(why({.first_family_count = 0}).starts_with("first_family_count is not positive"));
  CHECK(why({.max_attempts_in_flight = 0}).starts_with("max_attempts_in_flight is not positive"));
  CHECK(why({.max_addresses = 0}).starts_with("max_addresses is not positive"));
}

TEST_CASE("async_connect: the codes are Asio's own") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody;
  silent_port silent;
  CHECK(connect_in(io, "127.0.0.1", nobody.port()).code == asio::error::connection_refused);
  CHECK(connect_in(io, "127.0.0.1", silent.port(), {.timeout = 10ms}).code ==
        asio::error::timed_out);
  CHECK(connect_in(io, "127.0.0.1", silent.port(), {.attempt_timeout = 10ms}).code ==
        asio::error::timed_out);
  CHECK(connect_in(io, "unknown.test", "80").code == asio::error::host_not_found);
  CHECK(connect_in(io, "again.test", "80").code == asio::error::host_not_found_try_again);
  CHECK(connect_in(io, "127.0.0.1", "no-such-service").code == asio::error::service_not_found);
  CHECK(connect_in(io, "empty.test", "80").code == asio::error::not_found);
}

TEST_CASE("async_connect: a failure comes with a closed socket on the executor") {
  asio::io_context io;
  auto t = connect_in(io, "empty.test", "80");
  CHECK(!t.socket->is_open());
  CHECK(t.socket->get_executor() == asio::any_io_executor(io.get_executor()));
}

TEST_CASE("async_connect: what a resolver throws is told by a code of Asio's", "[D29]") {
  struct : resolver<tcp::endpoint> {
    task<std::vector<tcp::endpoint>> resolve(std::string, std::string, address_family) override {
      throw std::runtime_error("no such thing");
    }
  } throws;

  asio::io_context io;
  auto t = connect_in(io, "anything.test", "80", {.resolver = &throws});
  CHECK(t.code == to_asio(std::make_error_code(std::errc::io_error)));
}

TEST_CASE("async_connect: a failure without a code is no success") {
  struct : resolver<tcp::endpoint> {
    task<std::vector<tcp::endpoint>> resolve(std::string, std::string, address_family) override {
      co_return fail(std::error_code());
    }
  } codeless;

  asio::io_context io;
  auto t = connect_in(io, "anything.test", "80", {.resolver = &codeless});
  CHECK(t.code);
  CHECK(!t.socket->is_open());
}
