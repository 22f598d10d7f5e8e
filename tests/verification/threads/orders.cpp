// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A tree whose operations complete on three other executors. A completion, a dropped handler, a stop
// and the death of the tree's context come from a thread of their own each, in every order; and all at
// once. Nothing but the library orders what they do: what is not ordered, ThreadSanitizer finds.
//
//     threads_orders [ROUNDS]

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "eyeballs/asio.hpp"
#include "verification/interleaving/stop_button.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)
#include EYEBALLS_ASIO_HEADER(async_result.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(thread_pool.hpp)
// clang-format on

using namespace eyeballs;

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  if (++failures < 20) std::printf("FAILED: %s\n", what);
}

enum class fate { called, dropped };

/// An operation that is pending until somebody says what becomes of its handler, on a thread of a
/// pool's.
class remote_operation {
 public:
  explicit remote_operation(std::atomic<int>& pending) : pending_(pending) {}

  template <class Token> auto begin(Token&& token) {
    return asio::async_initiate<Token, void(error_code)>(
        [this](auto handler) {
          const auto held = std::make_shared<decltype(handler)>(std::move(handler));
          const std::scoped_lock lock(mutex_);
          end_ = [held](fate f) {
            auto h = std::move(*held);
            if (f == fate::called) std::move(h)(error_code());
          };
          pending_.fetch_add(1, std::memory_order_relaxed);
        },
        token);
  }

  /// By anybody; the first one has it.
  void end(fate f) {
    asio::post(pool_, [this, f] {
      std::function<void(fate)> last;
      {
        const std::scoped_lock lock(mutex_);
        last = std::exchange(end_, nullptr);
      }
      if (last) last(f);
    });
  }

  void join() { pool_.join(); }

 private:
  std::atomic<int>& pending_;
  std::mutex mutex_;
  std::function<void(fate)> end_;
  asio::thread_pool pool_{1};
};

/// An io_context and the thread that runs it.
class running_context {
 public:
  running_context() : thread_([this] { io_.run(); }) {}

  ~running_context() {
    io_.stop();
    thread_.join();
  }

  asio::io_context& io() noexcept { return io_; }

 private:
  asio::io_context io_;
  asio::executor_work_guard<asio::io_context::executor_type> work_{io_.get_executor()};
  std::thread thread_;
};

struct ends {
  std::atomic<int> of_waits = 0, called = 0, uncalled = 0;
};

class tree_handler {
 public:
  using cancellation_slot_type = interleaving::stop_button::slot;

  tree_handler(ends& e, interleaving::stop_button& b) noexcept : ends_(&e), button_(&b) {}

  tree_handler(tree_handler&& other) noexcept
      : ends_(std::exchange(other.ends_, nullptr)), button_(other.button_) {}

  ~tree_handler() {
    if (ends_) ends_->uncalled.fetch_add(1, std::memory_order_relaxed);
  }

  cancellation_slot_type get_cancellation_slot() const noexcept {
    return cancellation_slot_type(*button_);
  }

  void operator()(std::exception_ptr) {
    std::exchange(ends_, nullptr)->called.fetch_add(1, std::memory_order_relaxed);
  }

 private:
  ends* ends_;  // null once it was called, or moved from
  interleaving::stop_button* button_;
};

enum class event { completion, drop, stop, death };

constexpr std::array all_events = {event::completion, event::drop, event::stop, event::death};

/// Whether an event waits for those before it, or they come at once.
enum class pace { one_after_another, at_once };

class one_tree {
 public:
  one_tree() {
    co_spawn(home_->io(), tree(operations_, ends_), tree_handler(ends_, button_));
    while (pending_.load(std::memory_order_relaxed) < 3) std::this_thread::yield();
  }

  void play(const std::array<event, 4>& order, pace p) {
    std::atomic<unsigned> turn = 0;  // relaxed: it orders nothing but in time
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < order.size(); ++i) {
      threads.emplace_back([&, i] {
        const unsigned due = p == pace::at_once ? 0 : i;
        while (turn.load(std::memory_order_relaxed) < due) std::this_thread::yield();
        happen(order[i]);
        turn.fetch_add(1, std::memory_order_relaxed);
      });
    }
    for (std::thread& t : threads) t.join();
    for (remote_operation& o : operations_) o.end(fate::dropped);
    for (remote_operation& o : operations_) o.join();
    expect(ends_.called + ends_.uncalled == 1, "a tree's handler is called or dropped, once");
    expect(ends_.of_waits == 3, "each wait ends once");
  }

 private:
  static task<> wait(remote_operation& o, ends& e) {
    const auto end = co_await as_outcome(o.begin(use_task));
    static_cast<void>(end);
    e.of_waits.fetch_add(1, std::memory_order_relaxed);
  }

  static task<> tree(std::array<remote_operation, 3>& o, ends& e) {
    co_await join(wait(o[0], e), wait(o[1], e), wait(o[2], e));
  }

  void happen(event e) {
    switch (e) {
      case event::completion: return operations_[0].end(fate::called);
      case event::drop: return operations_[1].end(fate::dropped);
      case event::stop: return button_.press();
      case event::death: return home_.reset();
    }
  }

  std::atomic<int> pending_ = 0;
  std::array<remote_operation, 3> operations_ = {
      remote_operation(pending_), remote_operation(pending_), remote_operation(pending_)};
  ends ends_;
  interleaving::stop_button button_;
  std::unique_ptr<running_context> home_ = std::make_unique<running_context>();
};

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 10;
  auto order = all_events;
  int trees = 0;
  do {
    for (int i = 0; i < rounds; ++i) {
      for (const pace p : {pace::one_after_another, pace::at_once}) {
        one_tree().play(order, p);
        ++trees;
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
  std::printf("%d trees, in every order of 4 events\n", trees);
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
