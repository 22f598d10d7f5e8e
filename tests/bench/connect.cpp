// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Connects on loopback: the algorithm by itself, and from a name to a socket; beside what one would
// write instead.

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <eyeballs/asio.hpp>
#include <string>
#include <utility>
#include <vector>

#include "by_hand_awaitable.hpp"
#include "by_hand_callbacks.hpp"
#include "loopback.hpp"
#include "plain.hpp"
#include "resolvers.hpp"
#include "rows.hpp"
#include "series.hpp"

namespace {

using namespace std::chrono_literals;
using bench::expect;
using bench::one_after_another;
using bench::tcp;
using eyeballs::task;
using endpoints = std::vector<tcp::endpoint>;

// However slow the machine is, no second attempt begins while the first one is under way.
constexpr auto delay = 1h;

/// Whom to connect to, in turn, and whether one of them accepts.
struct scenario {
  endpoints targets;
  bool succeeds;

  void check(bool has_connected) const {
    expect(has_connected == succeeds, succeeds ? "no connection" : "a connection");
  }
};

task<> race_connects(asio::any_io_executor executor, const scenario& s, std::size_t times) {
  for (; times > 0; --times) {
    std::vector<task<tcp::socket>> connectors;
    connectors.reserve(s.targets.size());
    for (const tcp::endpoint& e : s.targets)
      connectors.push_back(eyeballs::connect_to(executor, e));

    const auto socket =
        co_await eyeballs::as_result(eyeballs::happy_eyeballs(delay, std::move(connectors)));
    s.check(socket.has_value());
  }
}

void eyeballs_in_one_task(const scenario& s, std::size_t times) {
  asio::io_context io;
  eyeballs::co_spawn(io, race_connects(io.get_executor(), s, times), asio::detached);
  io.run();
}

void eyeballs_spawned(const scenario& s, std::size_t times) {
  one_after_another(times, [&s](asio::io_context& io, auto next) {
    eyeballs::co_spawn(io, race_connects(io.get_executor(), s, 1),
                       [next](std::exception_ptr) { next(); });
  });
}

void asio_async_connect(const scenario& s, std::size_t times) {
  one_after_another(times, [&s](asio::io_context& io, auto next) {
    bench::plain_connect(io, s.targets, [&s, next](asio::error_code code, const tcp::socket&) {
      s.check(!code);
      next();
    });
  });
}

void by_hand_callbacks(const scenario& s, std::size_t times) {
  one_after_another(times, [&s](asio::io_context& io, auto next) {
    by_hand::async_connect(
        io.get_executor(), s.targets, delay,
        [&s, next](asio::error_code code, const std::vector<by_hand::attempt_error>&, tcp::socket) {
          s.check(!code);
          next();
        });
  });
}

asio::awaitable<void> race_by_hand(const scenario& s, std::size_t times) {
  for (; times > 0; --times) {
    bool has_connected = false;
    try {
      const tcp::socket socket = co_await by_hand::connect(s.targets, delay);
      has_connected = true;
    } catch (const by_hand::connect_error&) {}
    s.check(has_connected);
  }
}

void by_hand_awaitable_in_one(const scenario& s, std::size_t times) {
  asio::io_context io;
  asio::co_spawn(io, race_by_hand(s, times), asio::detached);
  io.run();
}

void by_hand_awaitable_spawned(const scenario& s, std::size_t times) {
  one_after_another(times, [&s](asio::io_context& io, auto next) {
    asio::co_spawn(io, race_by_hand(s, 1), [next](std::exception_ptr) { next(); });
  });
}

/// `async_connect` to a host, with whatever resolver.
void by_name(const std::string& host, tcp::endpoint target, std::size_t times,
             eyeballs::resolver<tcp::endpoint>* resolver = nullptr) {
  eyeballs::connect_options options;
  options.attempt_delay = delay;
  options.resolver = resolver;
  const std::string port = std::to_string(target.port());
  one_after_another(times, [&](asio::io_context& io, auto next) {
    eyeballs::async_connect(io, host, port, options, [next](asio::error_code code, tcp::socket) {
      expect(!code, "no connection");
      next();
    });
  });
}

endpoints refusals(std::size_t count) {
  static const bench::refusing nobody;
  return endpoints(count, nobody.endpoint());
}

tcp::endpoint somebody() {
  static const bench::accepting server;
  return server.endpoint();
}

/// An address of nobody, at the port of somebody else.
tcp::endpoint nobody_beside(tcp::endpoint server) { return {bench::loopback(200), server.port()}; }

struct way {
  const char* name;
  void (*repeat)(const scenario&, std::size_t);
};

constexpr way ways[] = {
    {"eyeballs, in one task", eyeballs_in_one_task},
    {"eyeballs, spawned each", eyeballs_spawned},
    {"asio::async_connect", asio_async_connect},
    {"by hand, callbacks", by_hand_callbacks},
    {"by hand, awaitable, in one coroutine", by_hand_awaitable_in_one},
    {"by hand, awaitable, spawned each", by_hand_awaitable_spawned},
};

void add_in_all_ways(std::vector<bench::row>& rows, const std::string& name, std::size_t many,
                     const scenario& s) {
  for (const way& w : ways)
    rows.push_back({name + ": " + w.name, many / 4, many,
                    [s, repeat = w.repeat](std::size_t times) { repeat(s, times); }});
}

void add_by_name(std::vector<bench::row>& rows) {
  const tcp::endpoint server = somebody();
  const tcp::endpoint nobody = nobody_beside(server);
  rows.push_back({"connect to an address: eyeballs::async_connect", 100, 400,
                  [=](std::size_t times) { by_name("127.0.0.1", server, times); }});
  rows.push_back({"connect to an address: asio::async_connect", 100, 400,
                  [=](std::size_t times) { asio_async_connect({{server}, true}, times); }});

  rows.push_back(
      {"connect to a name, first wins: eyeballs::async_connect", 100, 400, [=](std::size_t times) {
         bench::knows dns({server, nobody});
         by_name("two.test", server, times, &dns);
       }});
  rows.push_back({"connect to a name, first wins: asio::async_connect", 100, 400,
                  [=](std::size_t times) { asio_async_connect({{server, nobody}, true}, times); }});

  rows.push_back({"connect to a name, first refuses: eyeballs::async_connect", 100, 400,
                  [=](std::size_t times) {
                    bench::knows dns({nobody, server});
                    by_name("two.test", server, times, &dns);
                  }});
  rows.push_back({"connect to a name, first refuses: asio::async_connect", 100, 400,
                  [=](std::size_t times) { asio_async_connect({{nobody, server}, true}, times); }});
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<bench::row> rows;
  add_in_all_ways(rows, "first wins", 400, {{somebody(), somebody()}, true});
  add_in_all_ways(rows, "first refuses", 400, {{refusals(1)[0], somebody()}, true});
  add_in_all_ways(rows, "8 refuse", 100, {refusals(8), false});
  add_in_all_ways(rows, "32 refuse", 40, {refusals(32), false});
  add_by_name(rows);
  return bench::run_rows(rows, argc, argv);
}
