// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/system_resolver.hpp"

#include <netdb.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "eyeballs/asio/runtime/foreign_threads.hpp"
#include "support/asio.hpp"
#include "support/lookups.hpp"

using support::begun_lookups;
using support::hanging_host;
using support::hung_lookups;
using support::note_lookups;
using support::release_hung_lookups;

#ifdef EYEBALLS_USE_BOOST_ASIO
#define ASIO_HINT_UNSAFE BOOST_ASIO_CONCURRENCY_HINT_UNSAFE
#define ASIO_HINT_UNSAFE_IO BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO
#else
#define ASIO_HINT_UNSAFE ASIO_CONCURRENCY_HINT_UNSAFE
#define ASIO_HINT_UNSAFE_IO ASIO_CONCURRENCY_HINT_UNSAFE_IO
#endif

namespace {

using found_endpoints = std::vector<tcp::endpoint>;
constexpr address_family ipv4 = address_family::v4, ipv6 = address_family::v6;

result<found_endpoints> ask(std::string host, address_family family, std::string service = "80") {
  std::optional<result<found_endpoints>> answer;
  auto asks = [](std::string h, std::string s, address_family f,
                 std::optional<result<found_endpoints>>& a) -> task<> {
    system_resolver system;
    a.emplace(co_await as_result(system.resolve(h, s, f)));
  };
  run_in_context(asks(std::move(host), std::move(service), family, answer));
  REQUIRE(answer);
  return *std::move(answer);
}

using list = std::vector<std::string>;

/// A context with lookups of one name that hang, or wait, until they are stopped.
class hanging_lookups {
 public:
  /// Asks for both families, and goes on when as many as `hang` do.
  hanging_lookups(system_resolver& system, int hang) {
    auto ended = [this](std::exception_ptr) { ++ended_; };
    co_spawn(io, both(system), asio::bind_cancellation_slot(stop_.slot(), ended));
    while (hung_lookups() < hang) io.run_one_for(1ms);
  }

  void stop() {
    stop_.emit(asio::cancellation_type::terminal);
    while (ended_ == 0) io.run_one();
    io.restart();
  }

 private:
  static task<> both(system_resolver& system) {
    auto six = system.resolve(hanging_host(), "80", ipv6);
    auto four = system.resolve(hanging_host(), "80", ipv4);
    co_await race(std::move(six), std::move(four));
  }

  asio::cancellation_signal stop_;
  int ended_ = 0;

 public:
  asio::io_context io;
};

}  // namespace

TEST_CASE("the system's resolver: each family alone", "[R3]") {
  CHECK(texts(ask("both.test", ipv6)) == list{"[::1]:80"});
  CHECK(texts(ask("both.test", ipv4)) == list{"127.0.0.1:80", "127.0.0.2:80"});
}

TEST_CASE("the system's resolver: both families at the same time", "[R3]") {
  system_resolver system;
  auto both = [](system_resolver& s) -> task<std::size_t> {
    auto [six, four] =
        co_await join(s.resolve("both.test", "1", ipv6), s.resolve("both.test", "1", ipv4));
    co_return six.size() * 10 + four.size();
  };
  CHECK(run_in_context(both(system)).value == 12U);
}

TEST_CASE("a family that hangs holds up neither the other nor the death of the context", "[R3]") {
  system_resolver system;
  auto once_one_hangs = [](system_resolver& s) -> task<found_endpoints> {
    while (hung_lookups() == 0) co_await sleep(1ms);
    co_return co_await s.resolve("two.test", "1", ipv4);
  };
  auto both = [&](system_resolver& s) -> task<std::size_t> {
    auto hangs = s.resolve(hanging_host(), "1", ipv6);
    auto answers = once_one_hangs(s);
    auto first = co_await race(std::move(hangs), std::move(answers));
    co_return first.size();
  };
  CHECK(run_in_context(both(system)).value == 2U);
  CHECK(hung_lookups() == 1);
  release_hung_lookups();
}

TEST_CASE("a name that has no address of the family is an empty list", "[R7]") {
  CHECK(ask("two.test", ipv6)->empty());  // no data
  CHECK(ask("empty.test", ipv6)->empty());
  CHECK(ask("127.0.0.1", ipv6)->empty());  // the address of another family
  CHECK(ask("::1", ipv4)->empty());
}

TEST_CASE("other negative answers are errors, which name family, host and service", "[R7]") {
  const auto unknown = ask("unknown.test", ipv6);
  REQUIRE(unknown.has_error());
  CHECK(to_asio(unknown.error().code()) == asio::error::host_not_found);
  CHECK(unknown.error().about() == "IPv6 unknown.test 80");
  const auto again = ask("again.test", ipv4, "443");
  REQUIRE(again.has_error());
  CHECK(to_asio(again.error().code()) == asio::error::host_not_found_try_again);
  CHECK(again.error().about() == "IPv4 again.test 443");
  const auto service = ask("127.0.0.1", ipv4, "no-such-service");
  REQUIRE(service.has_error());
  CHECK(to_asio(service.error().code()) == asio::error::service_not_found);
}

TEST_CASE("a lookup that is stopped leaves its thread behind", "[D27]") {
  system_resolver system;
  hanging_lookups hanging(system, 2);
  hanging.stop();
  CHECK(hung_lookups() == 2);
  release_hung_lookups();
}

TEST_CASE("beyond the resolver's limit a name waits until another is given up", "[D27]") {
  system_resolver system(1);
  hanging_lookups hanging(system, 2);
  note_lookups();

  std::size_t found = 0;
  auto waits = [](system_resolver& s, std::size_t& f) -> task<> {
    auto all = co_await s.resolve("two.test", "1", ipv4);
    f = all.size();
  };
  co_spawn(hanging.io, waits(system, found), asio::detached);
  hanging.io.poll();
  CHECK(begun_lookups("two.test").empty());
  hanging.stop();
  hanging.io.run();
  CHECK(found == 2);
  CHECK(begun_lookups("two.test") == std::vector<int>{AF_INET});
  release_hung_lookups();
}

TEST_CASE("a limit of no names is one: a lookup does not wait for ever") {
  asio::io_context io;
  system_resolver system(0);
  bool over = false;
  co_spawn(io, system.resolve("two.test", "80", address_family::v4),
           [&](std::exception_ptr, std::vector<tcp::endpoint>) { over = true; });
  io.run_for(5s);
  CHECK(over);
}

TEST_CASE("the limit is of one context: another has its own") {
  system_resolver system(1);
  hanging_lookups hanging(system, 2);
  auto asks = [](system_resolver& s) -> task<std::size_t> {
    auto found = co_await s.resolve("two.test", "1", ipv4);
    co_return found.size();
  };
  CHECK(run_in_context(asks(system)).value == 2U);
  hanging.stop();
  release_hung_lookups();
}

TEST_CASE("a context dies while lookups hang and others wait for a thread") {
  const auto files = open_files();
  system_resolver system(1);
  {
    hanging_lookups hanging(system, 2);
    note_lookups();
    co_spawn(hanging.io, system.resolve("two.test", "80", ipv4),
             [](std::exception_ptr, const found_endpoints&) {});
    hanging.io.poll();
  }
  release_hung_lookups();
  CHECK(begun_lookups("two.test").empty());
  // A thread may still read the hosts file.
  for (int i = 0; i < 5000 && open_files() != files; ++i) std::this_thread::sleep_for(1ms);
  CHECK(open_files() == files);
}

TEST_CASE("a context that threads may not post to has no lookups", "[D28]") {
  asio::io_context io(ASIO_HINT_UNSAFE);
  system_resolver system;
  std::exception_ptr why;
  note_lookups();
  co_spawn(io, system.resolve("two.test", "80", ipv4),
           [&](std::exception_ptr e, const found_endpoints&) { why = e; });
  io.run();
  CHECK(code_of(why) == asio::error::operation_not_supported);
  CHECK(begun_lookups("two.test").empty());
}

TEST_CASE("without threads a literal and localhost are connected to", "[D28]") {
  asio::io_context io(ASIO_HINT_UNSAFE);
  tcp::acceptor server = listen_on(io);
  const std::string port = std::to_string(server.local_endpoint().port());
  for (const char* host : {"127.0.0.1", "localhost"}) {
    error_code ended = asio::error::would_block;
    async_connect(io, host, port, [&](error_code e, const tcp::socket&) { ended = e; });
    io.restart();
    io.run();
    CHECK(ended == error_code());
  }
}

TEST_CASE("threads may post to a context with another hint, or another kind of context", "[D28]") {
  asio::io_context one_thread(1), unsafe_io(ASIO_HINT_UNSAFE_IO);
  asio::thread_pool pool(1);
  CHECK(detail::admits_foreign_threads(one_thread));
  CHECK(detail::admits_foreign_threads(unsafe_io));
  CHECK(detail::admits_foreign_threads(pool));
}

TEST_CASE("outside of a tree that runs on Asio, the system's resolver is an error") {
  system_resolver system;
  auto ended = run_in_virtual_time(system.resolve("two.test", "80", ipv4));
  REQUIRE(ended.has_error());
  CHECK(ended.error().code() == std::errc::operation_not_supported);
}
