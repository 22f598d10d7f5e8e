// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "support/throws.hpp"

#include <exception>
#include <functional>
#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// How often something was thrown while a task ran to its end.
template <class T>
std::size_t throws_in(task<T> t, std::optional<duration> stop_at = std::nullopt) {
  virtual_time time;
  const std::size_t before = throws_so_far();
  auto& root = time.start(std::move(t));
  if (stop_at) root.stop_at(*stop_at);
  time.run();
  const std::size_t thrown = throws_so_far() - before;
  REQUIRE(root.ended());
  return thrown;
}

/// Asks for the end without a throw, as the report of a connect does.
task<bool> looked_at(task<connection> t) {
  auto r = co_await as_result(std::move(t));
  co_return r.has_value();
}

}  // namespace

TEST_CASE("the counter counts a throw") {
  const std::size_t before = throws_so_far();
  try {
    throw std::runtime_error("x");
  } catch (const std::exception&) {}
  CHECK(throws_so_far() == before + 1);
}

TEST_CASE("the counter counts a rethrow_exception") {
  const std::exception_ptr e = std::make_exception_ptr(std::runtime_error("x"));
  const std::size_t before = throws_so_far();
  try {
    std::rethrow_exception(e);
  } catch (const std::exception&) {}
  CHECK(throws_so_far() == before + 1);
}

TEST_CASE("the counter counts a throw that is passed on") {
  const std::size_t before = throws_so_far();
  try {
    try {
      throw std::runtime_error("x");
    } catch (const std::exception&) { throw; }
  } catch (const std::exception&) {}
  CHECK(throws_so_far() >= before + 2);  // a rethrow may pass through the unwinder twice
}

TEST_CASE("the counter counts what a plain co_await of a failed task throws") {
  auto body = []() -> task<> {
    try {
      co_await failing(1ms);
    } catch (const std::system_error&) {}
  };
  CHECK(throws_in(body()) > 0);
}

TEST_CASE("nothing is thrown: first wins") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.ok("a", 10ms), net.ok("b", 10ms))) == 0);
}

TEST_CASE("nothing is thrown: first silent, second wins") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.hangs("a"), net.ok("b", 10ms))) == 0);
}

TEST_CASE("nothing is thrown: first refused, second wins") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.fails("a", 10ms), net.ok("b", 10ms))) == 0);
}

TEST_CASE("nothing is thrown: a late success is closed") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.stubborn_ok("a", 1s), net.ok("b", 10ms))) == 0);
}

TEST_CASE("nothing is thrown: all refused, looked at with as_result") {
  network net;
  auto inner = eyeballs_of(net, net.fails("a", 10ms), net.fails("b", 0ms), net.fails("c", 1s));
  CHECK(throws_in(looked_at(std::move(inner))) == 0);
}

TEST_CASE("nothing is thrown: all refused, the end of the tree") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.fails("a", 10ms), net.fails("b", 0ms))) == 0);
}

TEST_CASE("nothing is thrown: no connectors at all") {
  network net;
  auto none = happy_eyeballs(250ms, net.close(), std::vector<connector>());
  CHECK(throws_in(std::move(none)) == 0);
}

TEST_CASE("nothing is thrown: stopped, with attempts pending") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.hangs("a"), net.hangs("b")), 300ms) == 0);
}

TEST_CASE("nothing is thrown: stopped between choice and delivery") {
  network net;
  CHECK(throws_in(eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 0ms)), 300ms) == 0);
}

TEST_CASE("nothing is thrown: connectors that are callables, refused and won") {
  network net;
  std::vector<std::function<connector()>> all;
  all.push_back([&] { return net.fails("a", 10ms); });
  all.push_back([&] { return net.ok("b", 10ms); });
  CHECK(throws_in(happy_eyeballs(250ms, net.close(), all)) == 0);
}

TEST_CASE("nothing is thrown: connectors that are callables, all refused") {
  network net;
  std::vector<std::function<connector()>> all;
  all.push_back([&] { return net.fails("a", 10ms); });
  all.push_back([&] { return net.fails("b", 10ms); });
  CHECK(throws_in(looked_at(happy_eyeballs(250ms, net.close(), all))) == 0);
}

TEST_CASE("nothing is thrown: a timeout that comes, looked at with as_result") {
  network net;
  auto body = [&]() -> task<bool> {
    auto inner = eyeballs_of(net, net.hangs("a"), net.hangs("b"));
    auto r = co_await as_result(timeout(std::move(inner), 300ms));
    co_return r.has_value();
  };
  CHECK(throws_in(body()) == 0);
}

TEST_CASE("nothing is thrown: races and joins whose children fail, looked at with as_result") {
  auto body = []() -> task<bool> {
    auto lost = co_await as_result(race(failing(1ms), failing(2ms)));
    auto failed_one = co_await as_result(join(after(1ms, 1), failing(2ms)));
    co_return lost.has_error() && failed_one.has_error();
  };
  CHECK(throws_in(body()) == 0);
}

TEST_CASE("nothing is thrown: virtual time destroyed with attempts in flight") {
  network net;
  const std::size_t before = throws_so_far();
  {
    virtual_time time;
    time.start(eyeballs_of(net, net.hangs("a"), net.slow_to_stop("b", 1h), net.ok("c", 0ms)));
    time.run_until(300ms);
  }
  CHECK(throws_so_far() == before);
}
