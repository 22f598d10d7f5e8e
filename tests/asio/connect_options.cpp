// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect.hpp"

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "eyeballs/asio/connect/to_host.hpp"
#include "support/connects.hpp"

namespace {
/// Vetoes one port, and remembers what it saw.
class doorkeeper final : public socket_preparer {
 public:
  explicit doorkeeper(std::string refused) : refused_(std::move(refused)) {}

  int seen = 0;

 private:
  error_code prepare(tcp::socket& socket, const tcp::endpoint& e) override {
    ++seen;
    CHECK(socket.is_open());
    return e.address().to_string() == refused_ ? error_code(asio::error::access_denied)
                                               : error_code();
  }

  std::string refused_;
};

/// All of IPv4 before all of IPv6.
constexpr policy_row v4_first_table[] = {{ip_address(), 0, 40, 1},
                                         {ip_address(ip_address::v4_bytes{}), 96, 100, 4}};

}  // namespace

TEST_CASE("the limits of the options are good") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server),
                        {.attempt_delay = 10ms, .attempt_timeout = 1h, .timeout = 1h})
            .connected);
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server),
                        {.attempt_delay = duration::max(),
                         .attempt_timeout = duration::max(),
                         .timeout = duration::max()})
            .connected);
}

TEST_CASE("options: a preparer may veto an endpoint, and the next is tried") {
  no_file_is_left at_the_end;
  asio::io_context io;
  auto server = listen_on(io, asio::ip::address_v4::any());
  doorkeeper door("127.0.0.1");
  auto end = connect_as_task(io, "two.test", port_of(server), {.prepare = &door});
  CHECK(end.connected);
  CHECK(door.seen == 2);
  doorkeeper strict("127.0.0.1");
  end = connect_as_task(io, "127.0.0.1", port_of(server), {.prepare = &strict});
  CHECK(!end.connected);
  CHECK(end.why.code() == std::make_error_code(std::errc::permission_denied));
  CHECK(end.why.message().find("127.0.0.1:" + port_of(server)) != std::string::npos);
}

TEST_CASE("options: what a preparer throws is told, below the endpoint") {
  struct : socket_preparer {
    error_code prepare(tcp::socket&, const tcp::endpoint&) override {
      std::rethrow_exception(throws);
    }

    std::exception_ptr throws;
  } door;

  struct row {
    std::exception_ptr throws;
    std::error_code code;
    const char* about;
  };

  const row rows[] = {
      {std::make_exception_ptr(std::runtime_error("not by this door")),
       make_error_code(errc::exception), "not by this door"},
      {std::make_exception_ptr(
           task_error(error(std::make_error_code(std::errc::permission_denied), "the policy"))),
       std::make_error_code(std::errc::permission_denied), "the policy"},
  };
  for (const row& r : rows) {
    INFO(r.about);
    door.throws = r.throws;
    asio::io_context io;
    const auto end = connect_as_task(io, "127.0.0.1", "80", {.prepare = &door});
    CHECK(!end.connected);
    CHECK(end.why.code() == r.code);
    REQUIRE(end.why.causes().size() == 1);
    CHECK(end.why.causes()[0].about() == "127.0.0.1:80");
    REQUIRE(end.why.causes()[0].causes().size() == 1);
    CHECK(end.why.causes()[0].causes()[0].about() == r.about);
  }
}

TEST_CASE("options: sockets are bound to the local address of their family") {
  asio::io_context io;
  auto server = listen_on(io);
  const auto from = asio::ip::make_address_v4("127.0.0.9");
  auto connects = [&](asio::io_context& context, connect_options options) -> task<bool> {
    auto s = co_await connect(context.get_executor(), "127.0.0.1", port_of(server), options);
    co_return s.local_endpoint().address() == from;
  };
  CHECK(run_in(io, connects(io, {.local_v4 = from})).value == true);
}

TEST_CASE("options: a resolver of one's own is asked, once for each family") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v4 = {server.local_endpoint()};
  CHECK(connect_as_task(io, "anything.test", "80", {.resolver = &names}).connected);
  CHECK(names.queries >= 1);
  CHECK(names.queries <= 2);
}

TEST_CASE("options: a history learns which address was used, and how long it took",
          "[R12][R13][R14]") {
  asio::io_context io;
  auto server = listen_on(io);
  history past;
  const connect_options options{.history = &past, .history_key = "here"};
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server), options).connected);
  const auto view = past.view("here");
  const ip_address there = address_of(server.local_endpoint());
  CHECK(view.used(there));
  CHECK(view.rtt(there).has_value());
  CHECK(!past.view("elsewhere").used(there));
}

TEST_CASE("options: the preferred family is tried first") {
  asio::io_context io;
  const refusing_port nobody;
  observer log;
  connect_as_task(io, "localhost", nobody.port(),
                  {.preferred_family = address_family::v4, .observer = &log});
  REQUIRE(!log.log.empty());
  CHECK(log.log.front() == "0 starts 127.0.0.1");
}

TEST_CASE("options: a policy table of one's own sorts, and nobody else's", "[D26]") {
  if (!has_ipv6()) return;
  asio::io_context io;
  const refusing_port nobody;
  const auto first = [&](const policy_table& table) {
    observer log;
    connect_as_task(io, "both.test", nobody.port(), {.policy = &table, .observer = &log});
    return log.log.empty() ? std::string() : log.log.front();
  };
  CHECK(first(v4_first_table) == "0 starts 127.0.0.1");
  CHECK(first(default_policy_table) == "0 starts ::1");
}

TEST_CASE("a policy table that prefers IPv4 has its answer waited for", "[D14][D26]") {
  constexpr auto v4 = address_family::v4, v6 = address_family::v6;
  const policy_table v4_first(v4_first_table);
  const policy_table by_default(default_policy_table);
  for (const auto reach : {connectivity::reach::internet, connectivity::reach::nowhere}) {
    CHECK(detail::values_of({.policy = &v4_first}, {reach, reach}).preferred_family == v4);
    CHECK(detail::values_of({.policy = &by_default}, {reach, reach}).preferred_family == v6);
    const connect_options asked{.preferred_family = v6, .policy = &v4_first};
    CHECK(detail::values_of(asked, {reach, reach}).preferred_family == v6);
  }
  const connectivity six{connectivity::reach::internet, connectivity::reach::somewhere};
  CHECK(detail::values_of({.policy = &v4_first}, six).preferred_family == v6);
}

TEST_CASE("options: the values are those of the attempts", "[R5][R16][R24][R36][D11][D27]") {
  const connect_options options{.attempt_delay = 11ms,
                                .minimum_attempt_delay = 12ms,
                                .maximum_attempt_delay = 13ms,
                                .failure_delay = 14ms,
                                .resolution_delay = 15ms,
                                .resolution_timeout = 18ms,
                                .first_family_count = 16,
                                .max_attempts_in_flight = 17,
                                .max_addresses = 18};
  const configurable_values values = detail::values_of(options, connectivity());
  CHECK(values.attempt_delay == 11ms);
  CHECK(values.minimum_attempt_delay == 12ms);
  CHECK(values.maximum_attempt_delay == 13ms);
  CHECK(values.failure_delay == 14ms);
  CHECK(values.resolution_delay == 15ms);
  CHECK(values.resolution_timeout == 18ms);
  CHECK(values.first_family_count == 16);
  CHECK(values.max_attempts_in_flight == 17);
  CHECK(values.max_addresses == 18);
}

TEST_CASE("the host's connectivity says who is preferred, unless the options do", "[D14]") {
  constexpr auto v4 = address_family::v4, v6 = address_family::v6;
  const connectivity six{connectivity::reach::internet, connectivity::reach::nowhere},
      four{connectivity::reach::nowhere, connectivity::reach::internet};
  const policy_table policy(default_policy_table);
  const auto preferred = [&](std::optional<address_family> asked, const connectivity& here) {
    const connect_options options{.preferred_family = asked, .policy = &policy};
    return detail::values_of(options, here).preferred_family;
  };
  CHECK(preferred(std::nullopt, six) == v6);
  CHECK(preferred(std::nullopt, four) == v4);
  CHECK(preferred(v4, six) == v4);
  CHECK(preferred(v6, four) == v6);
}

TEST_CASE("the one local address says who is preferred, whatever else does", "[D32]") {
  constexpr auto v4 = address_family::v4, v6 = address_family::v6;
  const connectivity six{connectivity::reach::internet, connectivity::reach::nowhere};
  const connect_options bound_to_v4{.preferred_family = v6,
                                    .local_v4 = asio::ip::address_v4::loopback()};
  CHECK(detail::values_of(bound_to_v4, six).preferred_family == v4);
}

TEST_CASE("the bounds by default", "[D34]") {
  const connect_options options;
  CHECK(options.max_attempts_in_flight == 64);
  CHECK(options.max_addresses == 512);
  const configurable_values values;  // of connect_by_name
  CHECK(values.max_attempts_in_flight == 64);
  CHECK(values.max_addresses == 512);
}

TEST_CASE("options: a preparer that closes the socket has failed the attempt", "[D33]") {
  struct : socket_preparer {
    error_code prepare(tcp::socket& socket, const tcp::endpoint&) override {
      socket.close();
      return {};
    }
  } closes;

  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  const auto end = connect_as_task(io, "127.0.0.1", port_of(server), {.prepare = &closes});
  CHECK(!end.connected);
  CHECK(end.why.code() == std::errc::bad_file_descriptor);
  CHECK(end.why.message().find("the preparer has closed the socket") != std::string::npos);
}

TEST_CASE("options: a preparer is told what an endpoint of NAT64 stands for", "[D33]") {
  struct : socket_preparer {
    error_code prepare(tcp::socket&, const tcp::endpoint& e) override {
      log.push_back(to_string(e));
      return asio::error::access_denied;
    }

    error_code prepare_translated(tcp::socket&, const tcp::endpoint& e,
                                  const tcp::endpoint& v4) override {
      log.push_back(to_string(e) + " for " + to_string(v4));
      return asio::error::access_denied;
    }

    strings log;
  } notes;

  if (!has_ipv6()) return;
  asio::io_context io;
  connect_as_task(io, "64:ff9b::192.0.2.1", "80", {.prepare = &notes});
  connect_as_task(io, "2001:db8::1", "80", {.prepare = &notes});
  CHECK(notes.log == strings{"[64:ff9b::c000:201]:80 for 192.0.2.1:80", "[2001:db8::1]:80"});
}

TEST_CASE("options: a filter refuses what was found, and what was given", "[D33]") {
  struct : address_filter {
    error_code admit(const tcp::endpoint& found) override {
      log.push_back(to_string(found));
      return asio::error::access_denied;
    }

    strings log;
  } nobody;

  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v4 = {server.local_endpoint()};
  CHECK(!connect_as_task(io, "a.test", "80", {.resolver = &names, .admit = &nobody}).connected);
  CHECK(nobody.log == strings{to_string(server.local_endpoint())});
  nobody.log.clear();
  CHECK(!connect_as_task(io, "::ffff:127.0.0.1", "80", {.admit = &nobody}).connected);
  CHECK(nobody.log == strings{"127.0.0.1:80"});
  nobody.log.clear();
  CHECK(!connect_as_task(io, "localhost", "80", {.admit = &nobody}).connected);
  CHECK(nobody.log.size() == 2);
}

TEST_CASE("an IPv4-mapped address, given or found, is connected to by IPv4", "[D24]") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v6 = {endpoint("::ffff:127.0.0.1", server.local_endpoint().port())};
  for (const char* host : {"::ffff:127.0.0.1", "a.test"}) {
    observer log;
    CHECK(connect_as_task(io, host, port_of(server), {.resolver = &names, .observer = &log})
              .connected);
    CHECK(log.log == strings{"0 starts 127.0.0.1", "0 connected"});
  }
}

TEST_CASE("the unspecified address: an answer is left out, what the caller gives is not", "[D24]") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v4 = {endpoint("0.0.0.0", server.local_endpoint().port())};
  const auto end = connect_as_task(io, "a.test", port_of(server), {.resolver = &names});
  CHECK(!end.connected);
  CHECK(end.why.code() == std::errc::address_not_available);
  CHECK(end.why.message().find("0.0.0.0:") != std::string::npos);
  CHECK(connect_as_task(io, "0.0.0.0", port_of(server)).connected);
}

TEST_CASE("the defaults are those of section 8", "[R36]") {
  const connect_options options;
  CHECK(options.resolution_delay == 50ms);
  CHECK(options.first_family_count == 1);
  CHECK(options.attempt_delay == 250ms);
  CHECK(options.minimum_attempt_delay == 100ms);
  CHECK(options.maximum_attempt_delay == 2s);
  const configurable_values values;  // of connect_by_name
  CHECK(values.resolution_delay == 50ms);
  CHECK(values.first_family_count == 1);
  CHECK(values.attempt_delay == 250ms);
  CHECK(values.minimum_attempt_delay == 100ms);
  CHECK(values.maximum_attempt_delay == 2s);
}
