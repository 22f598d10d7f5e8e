// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// How long many connects take, at once or in turn. In turn, plain Asio is given the texts, too: it
// resolves them, and connects.
//
//     many eyeballs|asio at_once|in_turn COUNT      prints the seconds of wall and CPU

#include <asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <eyeballs/asio.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loopback.hpp"
#include "plain.hpp"
#include "rows.hpp"
#include "series.hpp"

namespace {

using bench::expect;
using bench::tcp;

/// Servers enough that no backlog is ever full.
class servers {
 public:
  explicit servers(std::size_t connects) {
    for (unsigned i = 0; i <= connects / (bench::accepting::most / 2); ++i)
      all_.push_back(std::make_unique<bench::accepting>(bench::loopback(1 + i)));
    for (const auto& server : all_) {
      endpoints_.push_back({server->endpoint()});
      hosts_.push_back(server->endpoint().address().to_string());
      ports_.push_back(std::to_string(server->endpoint().port()));
    }
  }

  // Each connects to the next of the servers.

  void connect(asio::io_context& io, auto handler) {
    const std::size_t i = next();
    eyeballs::async_connect(io, hosts_[i], ports_[i], std::move(handler));
  }

  void connect_plainly(asio::io_context& io, auto handler) {
    bench::plain_connect(io, endpoints_[next()], std::move(handler));
  }

  void resolve_and_connect_plainly(asio::io_context& io, auto handler) {
    const std::size_t i = next();
    bench::resolve_and_connect(io, hosts_[i], ports_[i], std::move(handler));
  }

 private:
  std::size_t next() { return ++last_ % all_.size(); }

  std::vector<std::unique_ptr<bench::accepting>> all_;
  std::vector<std::vector<tcp::endpoint>> endpoints_;
  std::vector<std::string> hosts_, ports_;
  std::size_t last_ = 0;
};

/// Closes by a reset, so that no port is kept in TIME_WAIT.
void reset(asio::error_code code, tcp::socket socket) {
  expect(!code, "no connection");
  socket.set_option(asio::socket_base::linger(true, 0));
  socket.close();
}

void at_once(servers& all, bool plain, std::size_t count) {
  asio::io_context io;
  std::size_t connected = 0;
  const auto ended = [&connected](asio::error_code code, tcp::socket socket) {
    ++connected;
    reset(code, std::move(socket));
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (plain) all.connect_plainly(io, ended);
    else all.connect(io, ended);
  }
  io.run();
  expect(connected == count, "an operation that did not end");
}

void in_turn(servers& all, bool plain, std::size_t count) {
  bench::one_after_another(count, [&](asio::io_context& io, auto next) {
    const auto ended = [next](asio::error_code code, tcp::socket socket) {
      reset(code, std::move(socket));
      next();
    };
    if (plain) all.resolve_and_connect_plainly(io, ended);
    else all.connect(io, ended);
  });
}

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  expect(argc == 4, "the arguments");
  const bool plain = argv[1] == std::string_view("asio");
  const auto connects = argv[2] == std::string_view("at_once") ? at_once : in_turn;
  const std::size_t count = std::strtoul(argv[3], nullptr, 10);

  servers all(count);
  const double wall = seconds_of(CLOCK_MONOTONIC);
  const double cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
  connects(all, plain, count);
  std::printf("{\"wall\": %f, \"cpu\": %f}\n", seconds_of(CLOCK_MONOTONIC) - wall,
              seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu);
  return 0;
}
