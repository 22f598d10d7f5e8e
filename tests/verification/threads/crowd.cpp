// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// 10,000 connects at once, on a context that two threads run. Some connect, some are refused, some hear
// nothing; and many are stopped, by a third thread, in an order of chance. Each handler is called once,
// with a code that can be, and no descriptor is left open.
//
//     threads_crowd [CONNECTS [SEED]]

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "eyeballs/asio.hpp"
#include "support/loopback.hpp"
#include "support/process.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(bind_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(bind_executor.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(strand.hpp)
// clang-format on

using namespace eyeballs;

namespace {

std::atomic<int> failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  if (++failures < 20) std::printf("FAILED: %s\n", what);
}

/// So many connects fit into the descriptors that this process may have. Each has one, and those three
/// of ten that succeed have one at the other end, too.
std::size_t fitting(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = limit.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  return std::min<std::size_t>(wanted, (limit.rlim_cur - 200) * 2 / 3);
}

enum class peer { accepts, refuses, is_silent };

/// One connect. Its handler runs on a strand of its own, where its stop is, too.
class connect_in_crowd {
 public:
  connect_in_crowd(asio::io_context& io, peer p, bool stops)
      : strand_(asio::make_strand(io)), peer_(p), stops_(stops) {}

  void begin(asio::io_context& io, const support::loopback_servers& net) {
    const std::string port = peer_ == peer::accepts   ? net.accepts.port()
                             : peer_ == peer::refuses ? net.refuses.port()
                                                      : net.hangs.port();
    async_connect(io, "127.0.0.1", port,
                  asio::bind_cancellation_slot(
                      signal_.slot(),
                      asio::bind_executor(strand_, [this](error_code code, tcp::socket socket) {
                        ended(code, socket);
                      })));
  }

  void stop() {
    if (!stops_) return;
    asio::post(strand_, [this] { signal_.emit(asio::cancellation_type::terminal); });
  }

  int calls() const noexcept { return calls_; }

  bool was_stopped() const noexcept { return code_ == asio::error::operation_aborted; }

 private:
  void ended(error_code code, tcp::socket& socket) {
    ++calls_;
    code_ = code;
    if (!code) socket.set_option(asio::socket_base::linger(true, 0));
    expect(code ? !socket.is_open() : socket.is_open(), "a socket is open if it is connected");
    if (code == asio::error::operation_aborted) expect(stops_, "only what is stopped is aborted");
    else if (code == asio::error::connection_refused)
      expect(peer_ == peer::refuses, "only who refuses is refused");
    else expect(!code && peer_ == peer::accepts, "only who accepts is connected to");
  }

  asio::strand<asio::io_context::executor_type> strand_;
  const peer peer_;
  const bool stops_;
  asio::cancellation_signal signal_;
  std::atomic<int> calls_ = 0;
  error_code code_;
};

void run_crowd(std::size_t connects, std::mt19937& random) {
  const support::loopback_servers net;
  asio::io_context io;
  std::vector<std::unique_ptr<connect_in_crowd>> all;
  for (std::size_t i = 0; i < connects; ++i) {
    const auto n = random() % 10;
    const peer p = n < 3 ? peer::accepts : n < 5 ? peer::refuses : peer::is_silent;
    const bool stops = p == peer::is_silent || random() % 3 == 0;
    all.push_back(std::make_unique<connect_in_crowd>(io, p, stops));
    all.back()->begin(io, net);
  }

  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  std::thread stops([&] {
    for (const std::size_t i : order) all[i]->stop();
  });
  std::thread other([&] { io.run(); });
  io.run();
  stops.join();
  other.join();
  io.restart();
  io.run();  // what was posted last

  long stopped = 0;
  for (const auto& one : all) {
    expect(one->calls() == 1, "a handler is called once");
    stopped += one->was_stopped();
  }
  std::printf("%zu connects, %ld stopped\n", connects, stopped);
  expect(stopped > 0 && stopped < long(connects), "some are stopped, and some are not");
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t connects = fitting(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000);
  std::mt19937 random(argc > 2 ? static_cast<unsigned>(std::atol(argv[2])) : 8305);
  std::thread([] {}).join();  // the first one may bring a sanitizer's along
  const std::size_t descriptors_at_rest = support::open_files();
  run_crowd(connects, random);
  expect(support::open_files() == descriptors_at_rest, "no descriptor is left open");
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
