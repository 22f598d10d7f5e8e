// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A wait for an Asio operation, which another thread completes, or whose handler it drops, maybe while
// the initiation still runs, or throws.

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "verification/interleaving/tree_scenario.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)
#include EYEBALLS_ASIO_HEADER(async_result.hpp)
#include EYEBALLS_ASIO_HEADER(dispatch.hpp)
// clang-format on

namespace {

using namespace eyeballs;
using namespace interleaving;

/// What becomes of a handler. The operation hangs until it is cancelled, or is called at any time.
enum class fate { called, dispatched, dropped, hangs };

enum class initiation { returns, throws };

/// Another thread is asked for it, once.
class remote_operation {
 public:
  template <class Token> auto ask(initiation how, Token&& token) {
    return asio::async_initiate<Token, void(error_code)>(
        [this, how](auto handler) {
          this->begin(std::move(handler));
          if (how == initiation::throws) throw std::runtime_error("initiation");
        },
        token);
  }

  /// By the other thread: waits until it is asked for, or will not be.
  void complete(fate f) {
    const std::uintptr_t awaited = f == fate::hangs ? cancelled | taken : ~std::uintptr_t{0};
    while (!(word_.load(std::memory_order_relaxed) & awaited)) std::this_thread::yield();
    const auto word = word_.exchange(taken, std::memory_order_acquire);
    auto* const asked = reinterpret_cast<pending*>(word & ~(cancelled | taken));
    if (!asked) return;
    error_code code;
    if (word & cancelled) code = asio::error::operation_aborted;
    asked->end(f, code);
  }

  void nobody_will_ask() noexcept { word_.fetch_or(taken, std::memory_order_relaxed); }

 private:
  static constexpr std::uintptr_t cancelled = 1, taken = 2;

  struct pending {
    virtual ~pending() = default;
    virtual void end(fate, error_code) = 0;
  };

  template <class Handler> struct pending_of final : pending {
    explicit pending_of(Handler&& h) : handler(std::move(h)) {}

    void end(fate f, error_code code) override {
      const std::unique_ptr<pending_of> memory(this);
      Handler h(std::move(handler));
      if (f == fate::called || f == fate::hangs) std::move(h)(code);
      if (f != fate::dispatched) return;
      const auto executor = asio::get_associated_executor(h);
      try {
        asio::dispatch(executor, [h = std::move(h), code]() mutable { std::move(h)(code); });
      } catch (const std::bad_alloc&) {}  // refused: the handler is dropped
    }

    Handler handler;
  };

  template <class Handler> void begin(Handler handler) {
    auto slot = asio::get_associated_cancellation_slot(handler);
    pending* const asked = new pending_of<Handler>(std::move(handler));
    slot.assign([this, asked](asio::cancellation_type) {
      auto word = reinterpret_cast<std::uintptr_t>(asked);
      word_.compare_exchange_strong(word, word | cancelled, std::memory_order_relaxed);
    });
    word_.store(reinterpret_cast<std::uintptr_t>(asked), std::memory_order_release);
  }

  std::atomic<std::uintptr_t> word_ = 0;
};

class one_wait final : public tree_scenario {
 public:
  one_wait(const plan& p, fate f, initiation i) : tree_scenario(p), fate_(f) {
    spawn(operation_.ask(i, use_task));
  }

 private:
  void run_elsewhere() override { operation_.complete(fate_); }

  void home_is_over() noexcept override { operation_.nobody_will_ask(); }

  void check(const ends& e) override {
    if (fate_ == fate::hangs && e.called > 0) expect(e.stops == 1, "it was cancelled");
  }

  const fate fate_;
  remote_operation operation_;
};

void prove_all_on_two() {
  prove_on_two<one_wait>("called", fate::called, initiation::returns);
  prove_on_two<one_wait>("dispatched", fate::dispatched, initiation::returns);
  prove_on_two<one_wait>("dropped", fate::dropped, initiation::returns);
  prove_stops<one_wait>(stop::first, "hangs", fate::hangs, initiation::returns);
  prove_on_two<one_wait>("called, initiation throws", fate::called, initiation::throws);
  prove_on_two<one_wait>("dropped, initiation throws", fate::dropped, initiation::throws);
}

struct named_fate {
  const char* name;
  fate value;
};

constexpr named_fate fates[] = {{"called", fate::called},
                                {"dispatched", fate::dispatched},
                                {"dropped", fate::dropped},
                                {"hangs", fate::hangs}};

/// False, if there is no fate of this name.
bool prove_on_three_threads(std::string_view name) {
  for (const named_fate& f : fates) {
    if (f.name != name) continue;
    prove_on_three<one_wait>(f.name, f.value, initiation::returns);
    return true;
  }
  return false;
}

}  // namespace

/// With the name of a fate, that one on three threads.
int main(int argc, char** argv) {
  if (argc > 1) return prove_on_three_threads(argv[1]) ? 0 : 2;
  prove_all_on_two();
}
