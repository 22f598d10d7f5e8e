// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Many connects on loopback, with random refusals and stops, by two threads: descriptors, heap
// blocks (the frames are among them) and memory stay as they were after the warm-up.
//
//     threads_soak [CONNECTS [SEED]]

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
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
#include EYEBALLS_ASIO_HEADER(steady_timer.hpp)
#include EYEBALLS_ASIO_HEADER(strand.hpp)
// clang-format on

using namespace eyeballs;
using namespace std::chrono_literals;

// AddressSanitizer keeps what was freed for a while; here that must not look like growth.
extern "C" const char* __asan_default_options();

extern "C" const char* __asan_default_options() { return "quarantine_size_mb=8"; }

namespace {
std::atomic<std::ptrdiff_t> live_blocks = 0;
}

void* operator new(std::size_t bytes) {
  void* p = std::malloc(bytes ? bytes : 1);
  if (!p) throw std::bad_alloc();
  live_blocks.fetch_add(1, std::memory_order_relaxed);
  return p;
}

void operator delete(void* p) noexcept {
  if (!p) return;
  live_blocks.fetch_sub(1, std::memory_order_relaxed);
  std::free(p);
}

void operator delete(void* p, std::size_t) noexcept { ::operator delete(p); }

namespace {

constexpr int lanes = 32;
constexpr int phases = 10, warm_after = 2;

struct counts {
  std::atomic<long> connected = 0, refused = 0, stopped = 0, failed = 0;
  std::atomic<long> attempts = 0;  // that have begun and not ended
};

class attempts_in_flight : public attempt_observer<tcp::endpoint> {
 public:
  explicit attempts_in_flight(counts& c) : counts_(c) {}

 private:
  void started(std::size_t, const tcp::endpoint&) noexcept override { ++counts_.attempts; }

  void ended(std::size_t, const tcp::endpoint&, bool, const error*) noexcept override {
    --counts_.attempts;
  }

  counts& counts_;
};

struct shared {
  shared(counts& c, support::loopback_servers& n) : ends(c), net(n), observer(c) {}

  counts& ends;
  support::loopback_servers& net;
  attempts_in_flight observer;
  std::atomic<long> left = 0;  // connects that are still to be begun
};

/// One connect after the other, on a strand of its own.
class lane {
 public:
  lane(asio::io_context& io, shared& s, std::mt19937::result_type seed)
      : strand_(asio::make_strand(io)), timer_(strand_), shared_(s), random_(seed) {}

  void begin() {
    asio::post(strand_, [this] { next(); });
  }

 private:
  enum expected { connects, refuses, hangs };

  unsigned pick(unsigned n) { return static_cast<unsigned>(random_() % n); }

  void next() {
    if (--shared_.left < 0) return;
    ++turn_;
    const unsigned dice = pick(100);
    const auto& net = shared_.net;
    expects_ = dice < 70 ? connects : dice < 90 ? refuses : hangs;
    may_stop_ = expects_ == hangs || pick(10) == 0;
    const std::string host = dice < 2    ? "localhost"
                             : dice < 8  ? "second.test"
                             : dice < 70 ? net.accepts.address(pick(net.accepts.addresses))
                                         : "127.0.0.1";
    const std::string port = expects_ == connects  ? net.accepts.port()
                             : expects_ == refuses ? net.refuses.port()
                                                   : net.hangs.port();
    async_connect(strand_.get_inner_executor(), host, port,
                  connect_options{.attempt_delay = 10ms, .observer = &shared_.observer},
                  asio::bind_cancellation_slot(
                      signal_.slot(),
                      asio::bind_executor(strand_, [this](error_code code, tcp::socket socket) {
                        ended(code, std::move(socket));
                      })));
    if (may_stop_) stop_after(std::chrono::microseconds(pick(4) ? pick(800) : 0));
  }

  void stop_after(std::chrono::microseconds d) {
    if (d == 0us) return signal_.emit(asio::cancellation_type::terminal);
    timer_.expires_after(d);
    timer_.async_wait([this, turn = turn_](auto) {
      if (turn == turn_) signal_.emit(asio::cancellation_type::terminal);
    });
  }

  void ended(error_code code, tcp::socket socket) {
    count(code, std::move(socket));
    timer_.cancel();
    next();
  }

  void count(error_code code, tcp::socket socket) {
    counts& ends = shared_.ends;
    if (!code && expects_ == connects) {
      ++ends.connected;
      socket.set_option(asio::socket_base::linger(true, 0));
    } else if (code == asio::error::connection_refused && expects_ == refuses) {
      ++ends.refused;
    } else if (code == asio::error::operation_aborted && may_stop_) {
      ++ends.stopped;
    } else {
      ++ends.failed;
      std::printf("unexpected end: %s\n", code.message().c_str());
    }
  }

  asio::strand<asio::io_context::executor_type> strand_;
  asio::steady_timer timer_;
  asio::cancellation_signal signal_;
  shared& shared_;
  std::mt19937 random_;
  unsigned long turn_ = 0;
  expected expects_ = connects;
  bool may_stop_ = false;
};

struct reading {
  std::size_t descriptors, kilobytes;
  std::ptrdiff_t blocks;
};

/// What this thread's pool keeps is not counted: it has its own bound, and a test of that.
reading read_and_print(const counts& c, std::chrono::steady_clock::time_point begin) {
  eyeballs::detail::block_pool::clear();
  const reading now{support::open_files(), support::resident_kilobytes(), live_blocks};
  const long all = c.connected + c.refused + c.stopped + c.failed;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf(
      "%7.1f s  %7ld done: %7ld connected %6ld refused %6ld stopped %3ld failed; "
      "%4zu descriptors %6td blocks %7zu kB\n",
      took.count(), all, c.connected.load(), c.refused.load(), c.stopped.load(), c.failed.load(),
      now.descriptors, now.blocks, now.kilobytes);
  std::fflush(stdout);
  return now;
}

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  ++failures;
  std::printf("FAILED: %s\n", what);
}

/// Waits until the server has seen the ends of all its connections.
bool server_settles(support::accepting_server& server) {
  const auto patience = std::chrono::steady_clock::now() + 20s;
  for (int quiet = 0; quiet < 3; ++quiet) {  // the last ones may still wait to be accepted
    while (server.forget_closed() > 0) {
      if (std::chrono::steady_clock::now() > patience) return false;
      std::this_thread::sleep_for(1ms);
    }
    std::this_thread::sleep_for(2ms);
  }
  return true;
}

void soak(long connects, unsigned seed) {
  support::loopback_servers net;
  asio::io_context io;
  counts ends;
  shared all(ends, net);
  std::mt19937 seeds(seed);
  std::vector<std::unique_ptr<lane>> running;
  for (int i = 0; i < lanes; ++i) running.push_back(std::make_unique<lane>(io, all, seeds()));

  const std::size_t threads_at_rest = support::running_threads();
  const auto begin = std::chrono::steady_clock::now();
  reading warm{}, last{};
  for (int phase = 1; phase <= phases; ++phase) {
    all.left = connects / phases;
    for (auto& l : running) l->begin();
    std::thread helper([&] { io.run(); });
    io.run();
    helper.join();
    io.restart();
    expect(support::threads_settle(threads_at_rest), "each lookup's thread ends");
    expect(ends.attempts == 0, "no attempt is in flight");
    expect(server_settles(net.accepts), "no connection is left");
    last = read_and_print(ends, begin);
    if (phase == warm_after) warm = last;
  }

  const long done = ends.connected + ends.refused + ends.stopped + ends.failed;
  expect(done == connects / phases * phases, "each connect ends once");
  expect(ends.failed == 0, "none fails in another way");
  expect(ends.connected > connects / 2, "most connect");
  expect(ends.refused > connects / 10, "many are refused");
  expect(ends.stopped > connects / 20, "many are stopped");
  expect(last.descriptors <= warm.descriptors, "no descriptor is left open");
  expect(last.blocks <= warm.blocks + 64, "no frame and no other block is left");
  expect(last.kilobytes <= warm.kilobytes + 32 * 1024, "memory is flat");
}

}  // namespace

int main(int argc, char** argv) {
  const long connects = argc > 1 ? std::atol(argv[1]) : 20'000;
  const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atol(argv[2])) : 8305;
  std::printf("%ld connects, seed %u\n", connects, seed);
  soak(connects, seed);
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
