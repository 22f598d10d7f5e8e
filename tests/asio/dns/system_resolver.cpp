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

#include "support/asio.hpp"
#include "support/lookups.hpp"

using support::begun_lookups;
using support::hanging_host;
using support::hung_lookups;
using support::note_lookups;
using support::release_hung_lookups;

namespace {

using found_endpoints = std::vector<tcp::endpoint>;
constexpr address_family v4 = address_family::v4, v6 = address_family::v6;

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

/// A context with lookups that hang, or wait for a thread, until they are stopped.
class hanging_lookups {
 public:
  /// Goes on when as many as `threads` hang.
  hanging_lookups(system_resolver& system, int many, int threads) {
    auto ended = [this](std::exception_ptr) { ++ended_; };
    co_spawn(io, all(system, many), asio::bind_cancellation_slot(stop_.slot(), ended));
    while (hung_lookups() < threads) io.run_one_for(1ms);
  }

  void stop() {
    stop_.emit(asio::cancellation_type::terminal);
    while (ended_ == 0) io.run_one();
    io.restart();
  }

 private:
  static task<> all(system_resolver& system, int many) {
    std::vector<task<found_endpoints>> lookups_;
    for (int i = 0; i < many; ++i)
      lookups_.push_back(system.resolve(hanging_host(), "80", i % 2 == 0 ? v6 : v4));
    co_await race(std::move(lookups_));
  }

  asio::cancellation_signal stop_;
  int ended_ = 0;

 public:
  asio::io_context io;
};

}  // namespace

TEST_CASE("the system's resolver: each family alone", "[R3]") {
  CHECK(texts(ask("both.test", v6)) == list{"[::1]:80"});
  CHECK(texts(ask("both.test", v4)) == list{"127.0.0.1:80", "127.0.0.2:80"});
}

TEST_CASE("the system's resolver: both families at the same time", "[R3]") {
  system_resolver system;
  auto both = [](system_resolver& s) -> task<std::size_t> {
    auto [six, four] =
        co_await join(s.resolve("both.test", "1", v6), s.resolve("both.test", "1", v4));
    co_return six.size() * 10 + four.size();
  };
  CHECK(run_in_context(both(system)).value == 12U);
}

TEST_CASE("a family that hangs holds up neither the other nor the death of the context", "[R3]") {
  system_resolver system;
  auto both = [](system_resolver& s) -> task<std::size_t> {
    auto first = co_await race(s.resolve(hanging_host(), "1", v6), s.resolve("two.test", "1", v4));
    co_return first.size();
  };
  CHECK(run_in_context(both(system)).value == 2U);
  while (hung_lookups() == 0) std::this_thread::sleep_for(1ms);  // it was first in the queue
  release_hung_lookups();
}

TEST_CASE("a name that has no address of the family is an empty list", "[R7]") {
  CHECK(ask("two.test", v6)->empty());  // no data
  CHECK(ask("empty.test", v6)->empty());
  CHECK(ask("127.0.0.1", v6)->empty());  // the address of another family
  CHECK(ask("::1", v4)->empty());
}

TEST_CASE("other negative answers are errors, which name family, host and service", "[R7]") {
  const auto unknown = ask("unknown.test", v6);
  REQUIRE(unknown.has_error());
  CHECK(to_asio(unknown.error().code()) == asio::error::host_not_found);
  CHECK(unknown.error().about() == "IPv6 unknown.test 80");
  const auto again = ask("again.test", v4, "443");
  REQUIRE(again.has_error());
  CHECK(to_asio(again.error().code()) == asio::error::host_not_found_try_again);
  CHECK(again.error().about() == "IPv4 again.test 443");
  const auto service = ask("127.0.0.1", v4, "no-such-service");
  REQUIRE(service.has_error());
  CHECK(to_asio(service.error().code()) == asio::error::service_not_found);
}

TEST_CASE("lookups begin in the order in which they are asked for, IPv6 first", "[R1]") {
  note_lookups();
  system_resolver system(1);  // with one thread it is the queue's order alone
  auto both = [](system_resolver& s) -> task<> {
    for (int i = 0; i < 10; ++i)
      co_await join(s.resolve("both.test", "1", v6), s.resolve("both.test", "1", v4));
  };
  run_in_context(both(system));
  std::vector<int> expected;
  for (int i = 0; i < 10; ++i) expected.insert(expected.end(), {AF_INET6, AF_INET});
  CHECK(begun_lookups("both.test") == expected);
}

TEST_CASE("the A query comes a little later, if the AAAA query is made just before it", "[R1]") {
  const auto queue = std::make_shared<detail::lookup_queue>();
  constexpr auto six = detail::asked_family::v6;
  constexpr auto four = detail::asked_family::v4;
  auto follows_aaaa = [&](const char* host, const char* service, detail::asked_family family) {
    auto l = std::make_shared<detail::lookup>(host, service, family);
    detail::lookup_queue::add(queue, l, 0);  // no thread
    return l->follows_aaaa;
  };
  CHECK_FALSE(follows_aaaa("a.test", "80", four));
  CHECK_FALSE(follows_aaaa("a.test", "80", six));
  CHECK(follows_aaaa("a.test", "80", four));
  CHECK_FALSE(follows_aaaa("a.test", "80", four));  // the AAAA query is not the newest
  CHECK_FALSE(follows_aaaa("a.test", "80", six));
  CHECK_FALSE(follows_aaaa("a.test", "443", four));
  CHECK_FALSE(follows_aaaa("a.test", "80", six));
  CHECK_FALSE(follows_aaaa("b.test", "80", four));
}

TEST_CASE("a lookup that is stopped leaves its thread behind") {
  system_resolver system;
  hanging_lookups hanging(system, 2, 2);
  hanging.stop();
  CHECK(hung_lookups() == 2);
  release_hung_lookups();
}

TEST_CASE("beyond the limit a lookup waits until another is done, or until it is stopped") {
  system_resolver system(2);
  const std::string hangs = hanging_host();
  hanging_lookups hanging(system, 5, 2);
  note_lookups();
  hanging.stop();

  std::size_t found = 0;
  auto waits = [](system_resolver& s, std::size_t& f) -> task<> {
    auto all = co_await s.resolve("two.test", "1", v4);
    f = all.size();
  };
  co_spawn(hanging.io, waits(system, found), asio::detached);
  hanging.io.poll();
  CHECK(begun_lookups("two.test").empty());
  release_hung_lookups();
  hanging.io.run();
  CHECK(found == 2);
  CHECK(begun_lookups("two.test") == std::vector<int>{AF_INET});
  CHECK(begun_lookups(hangs).empty());  // those that were stopped in the queue
}

TEST_CASE("a limit of no threads is one: a lookup does not wait for ever") {
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
  hanging_lookups hanging(system, 1, 1);
  auto asks = [](system_resolver& s) -> task<std::size_t> {
    auto found = co_await s.resolve("two.test", "1", v4);
    co_return found.size();
  };
  CHECK(run_in_context(asks(system)).value == 2U);
  hanging.stop();
  release_hung_lookups();
}

TEST_CASE("sixty-four threads of a context may hang, and no more") {
  system_resolver system;
  const std::string hangs = hanging_host();
  note_lookups();
  hanging_lookups hanging(system, 70, 64);
  CHECK(begun_lookups(hangs).size() == 64);
  hanging.stop();
  release_hung_lookups();
  CHECK(begun_lookups(hangs).size() == 64);
}

TEST_CASE("a context dies while lookups hang and others wait for a thread") {
  const auto files = open_files();
  const std::string hangs = hanging_host();
  system_resolver system(2);
  {
    hanging_lookups hanging(system, 6, 2);
    note_lookups();
  }
  release_hung_lookups();
  CHECK(begun_lookups(hangs).empty());
  CHECK(open_files() == files);
}

TEST_CASE("outside of a tree that runs on Asio, the system's resolver is an error") {
  system_resolver system;
  auto ended = run_in_virtual_time(system.resolve("two.test", "80", v4));
  REQUIRE(ended.has_error());
  CHECK(ended.error().code() == std::errc::operation_not_supported);
}
