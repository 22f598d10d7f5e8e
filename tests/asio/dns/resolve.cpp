// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/system_resolver.hpp"

#include <netdb.h>

#include <optional>
#include <string>
#include <vector>

#include "support/asio.hpp"
#include "support/lookups.hpp"

using support::hanging_host;
using support::hung_lookups;
using support::release_hung_lookups;

namespace {

struct looked_up {
  explicit looked_up(result<std::vector<tcp::endpoint>> r) : ended(std::move(r)) {}

  looked_up() = default;
  std::optional<result<std::vector<tcp::endpoint>>> ended;

  const std::vector<tcp::endpoint>& list() const {
    REQUIRE(ended->has_value());
    return **ended;
  }

  error_code code() const {
    return ended->has_error() ? to_asio(ended->error().code()) : error_code();
  }

  std::string message() const { return ended->has_error() ? ended->error().message() : ""; }
};

looked_up look_up(std::string host, std::string service) {
  auto asks = [](std::string h, std::string s) -> task<looked_up> {
    auto r = co_await as_result(resolve(h, s));
    co_return looked_up(std::move(r));
  };
  return *run_in_context(asks(std::move(host), std::move(service))).value;
}

}  // namespace

TEST_CASE("resolve of an IPv4 literal") {
  auto found = look_up("127.0.0.1", "80");
  CHECK(found.list() == endpoints({"127.0.0.1"}));
}

TEST_CASE("resolve of an IPv6 literal") {
  auto found = look_up("::1", "65535");
  CHECK(found.list() == std::vector{endpoint("::1", 65535)});
}

TEST_CASE("resolve of localhost: each endpoint is of the loopback") {
  auto found = look_up("localhost", "8080");
  CHECK(!found.list().empty());
  for (const auto& e : found.list()) {
    CHECK(e.address().is_loopback());
    CHECK(e.port() == 8080);
  }
}

TEST_CASE("resolve keeps the system's order") {
  auto found = look_up("both.test", "1");
  CHECK(found.list() ==
        std::vector{endpoint("127.0.0.1", 1), endpoint("127.0.0.2", 1), endpoint("::1", 1)});
}

TEST_CASE("resolve of a service by name") {
  if (!::getservbyname("https", "tcp")) return;  // the system knows no names of services
  auto found = look_up("127.0.0.1", "https");
  CHECK(found.list() == std::vector{endpoint("127.0.0.1", 443)});
}

TEST_CASE("resolve of an unknown host: an error that names host and service") {
  auto found = look_up("unknown.test", "80");
  CHECK(found.code() == asio::error::host_not_found);
  CHECK(found.message().find("unknown.test 80") != std::string::npos);
}

TEST_CASE("resolve of an unknown service") {
  auto found = look_up("127.0.0.1", "no-such-service");
  CHECK(found.code() == asio::error::service_not_found);
  CHECK(found.message().find("no-such-service") != std::string::npos);
}

TEST_CASE("resolve: a failure that may pass is told as such") {
  CHECK(look_up("again.test", "80").code() == asio::error::host_not_found_try_again);
}

TEST_CASE("resolve: what the system lacks is no answer, though getaddrinfo returns one", "[D29]") {
  const auto code_of = [](const char* host) { return look_up(host, "80").ended->error().code(); };
  CHECK(code_of("unopened.test") == std::errc::too_many_files_open);
  CHECK(code_of("unopened-family.test") == std::errc::too_many_files_open_in_system);
}

TEST_CASE("resolve of a name without addresses is an empty list") {
  CHECK(look_up("empty.test", "80").list().empty());
}

TEST_CASE("a hung lookup ends at once when it is stopped") {
  auto asks = []() -> task<std::error_code> {
    auto r = co_await as_result(timeout(resolve(hanging_host(), "80"), 5ms));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(asks()).value == std::errc::timed_out);
  release_hung_lookups();
}

TEST_CASE("a hung lookup delays no other") {
  auto asks = []() -> task<std::size_t> {
    auto first = co_await race(resolve(hanging_host(), "80"), resolve("127.0.0.1", "80"));
    co_return first.size();
  };
  CHECK(run_in_context(asks()).value == 1U);
  release_hung_lookups();
}

TEST_CASE("a hung lookup does not delay the death of its context") {
  {
    asio::io_context io;
    async_connect(io, hanging_host(), "80", [](error_code, tcp::socket) { FAIL("called"); });
    while (hung_lookups() == 0) io.run_one_for(1ms);
  }
  CHECK(hung_lookups() >= 1);
  release_hung_lookups();
}

TEST_CASE("a lookup's answer that meets the death of its context") {
  for (int i = 0; i < 50; ++i) {
    asio::io_context io;
    async_connect(io, "unknown.test", "80", [](error_code, tcp::socket) {});
    for (int n = 0; n < i % 5; ++n) io.poll_one();
  }
}
