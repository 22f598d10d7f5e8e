// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The explorer finds what is wrong, in gates and programs that are, each in one way; and what it leaves
// out commutes.

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

#include "verification/interleaving/gate_scenario.hpp"

namespace {

using namespace interleaving;

/// A gate's word. Derived from it are wrong ones.
class word {
 public:
  word(std::uintptr_t w) noexcept : word_(w) {}

  std::uintptr_t load(std::memory_order o) const noexcept { return word_.load(o); }

  std::uintptr_t exchange(std::uintptr_t to, std::memory_order o) noexcept {
    return word_.exchange(to, o);
  }

  bool compare_exchange_strong(std::uintptr_t& from, std::uintptr_t to, std::memory_order o,
                               std::memory_order failed) noexcept {
    return word_.compare_exchange_strong(from, to, o, failed);
  }

  bool compare_exchange_weak(std::uintptr_t& from, std::uintptr_t to, std::memory_order o,
                             std::memory_order failed) noexcept {
    return word_.compare_exchange_weak(from, to, o, failed);
  }

 protected:
  std::atomic<std::uintptr_t> word_;
};

/// To push, or to enter, has another order.
template <std::memory_order Order> struct push_is : word {
  using word::word;

  bool compare_exchange_weak(std::uintptr_t& from, std::uintptr_t to, std::memory_order,
                             std::memory_order failed) noexcept {
    return word_.compare_exchange_weak(from, to, Order, failed);
  }
};

template <std::memory_order Order> struct take_is : word {
  using word::word;

  std::uintptr_t exchange(std::uintptr_t to, std::memory_order) noexcept {
    return word_.exchange(to, Order);
  }
};

struct leave_is_relaxed : word {
  using word::word;

  bool compare_exchange_strong(std::uintptr_t& from, std::uintptr_t to, std::memory_order,
                               std::memory_order failed) noexcept {
    return word_.compare_exchange_strong(from, to, std::memory_order_relaxed, failed);
  }
};

/// Who leaves does not look whether an event has come.
struct leave_is_blind : word {
  using word::word;

  bool compare_exchange_strong(std::uintptr_t&, std::uintptr_t to, std::memory_order o,
                               std::memory_order) noexcept {
    word_.store(to, o);
    return true;
  }
};

/// Who pushes reads and writes, in two steps.
struct push_is_torn : word {
  using word::word;

  bool compare_exchange_weak(std::uintptr_t& from, std::uintptr_t to, std::memory_order,
                             std::memory_order) noexcept {
    if ((from = word_.load()) == 0) word_.store(to);
    else word_.compare_exchange_strong(from, to);
    return true;
  }
};

/// Two mutexes, in two orders.
class deadlock final : public scenario {
  void run(unsigned thread) override {
    const std::scoped_lock first(mutexes_[thread - 1]);
    const std::scoped_lock second(mutexes_[2 - thread]);
  }

  std::mutex mutexes_[2];
};

/// An owner who does not tell the other one what it has done.
class relaxed_owners final : public scenario {
  void run(unsigned thread) override {
    (thread == 1 ? first_ : second_) = 1;
    if (owners_.fetch_sub(1, std::memory_order_relaxed) == 1) expect(first_ + second_ == 2, "both");
  }

  std::atomic<int> owners_ = 2;
  int first_ = 0, second_ = 0;
};

/// What is told by chance: the counts may come in any order, and have the same effect.
class told_by_chance final : public scenario {
  void run(unsigned thread) override {
    if (thread == 1) told_ = 1;
    if (thread == 1) leases_.fetch_sub(2, std::memory_order_release);
    else if (!(leases_.fetch_add(2, std::memory_order_acquire) & 1)) expect(told_ >= 0, "a number");
  }

  std::atomic<int> leases_ = 4;
  int told_ = 0;
};

/// One who becomes an owner too late.
class late_owner final : public scenario {
  struct block {
    std::atomic<int> owners = 1;
  };

  void run(unsigned thread) override {
    if (thread == 2) block_->owners.fetch_add(1);
    if (block_->owners.fetch_sub(1) == 1) delete block_;
  }

  block* const block_ = new block;
};

/// What nobody will do is awaited.
class lost_wake_up final : public scenario {
  void run(unsigned thread) override {
    if (thread == 2) return is_done_.exchange(true), void();
    if (is_done_.load()) return;
    is_done_.store(false);
    while (!is_done_.load()) std::this_thread::yield();
  }

  std::atomic<bool> is_done_ = false;
};

/// Two bytes of one word are two places.
class neighbours final : public scenario {
  void run(unsigned thread) override { bytes_[thread] = 1; }

  alignas(8) char bytes_[8] = {};
};

/// One writes a word, and another one a byte of it.
class overlapping final : public scenario {
  void run(unsigned thread) override {
    if (thread == 1) word_ = 1;
    else reinterpret_cast<char*>(&word_)[thread] = 1;
  }

  std::uint64_t word_ = 0;
};

class forgetful final : public scenario {
  void run(unsigned thread) override {
    if (last_.exchange(thread) == 1) forgotten_ = new int(0);
  }

  int* forgotten_ = nullptr;
  std::atomic<unsigned> last_ = 0;
};

int failures = 0;

template <class Scenario, class... Args>
void finds(const std::string& fault, unsigned threads, const Args&... args) {
  const std::string found = fault_of(threads, [&] { return std::make_unique<Scenario>(args...); });
  if (found != fault) {
    ++failures;
    std::printf("FAILED, expected %s: ", fault.c_str());
  }
  std::printf("%s\n", found.empty() ? "nothing is wrong" : found.c_str());
}

/// Reduced, there are all the different ones.
template <class Scenario, class... Args>
void reduces_rightly(unsigned threads, const Args&... args) {
  const make_scenario make = [&] { return std::make_unique<Scenario>(args...); };
  const counts all = explore(threads, make, reduction::none);
  const counts reduced = explore(threads, make);
  if (reduced.different != all.different) {
    ++failures;
    std::printf("FAILED: ");
  }
  std::printf("%lu schedules, %lu of them different, all in %lu\n", all.schedules, all.different,
              reduced.schedules);
}

template <class Word> using wrong_gate = eyeballs::detail::basic_gate<Word>;

}  // namespace

int main() {
  using enum std::memory_order;
  const std::string none, race = "a data race", freed = "use of what was freed";
  finds<pushers<wrong_gate<word>>>(none, 2, begins::free, 2U, 1U);
  finds<pushers<wrong_gate<push_is<relaxed>>>>(race, 2, begins::free, 2U, 1U);
  finds<pushers<wrong_gate<push_is<acquire>>>>(race, 2, begins::free, 2U, 1U);
  finds<entering<wrong_gate<push_is<release>>>>(race, 2);
  finds<pushers<wrong_gate<take_is<release>>>>(race, 2, begins::occupied, 2U, 1U);
  finds<pushers<wrong_gate<leave_is_relaxed>>>(race, 2, begins::free, 2U, 1U);
  finds<pushers<wrong_gate<leave_is_blind>>>("each event is run", 2, begins::occupied, 2U, 1U);
  finds<pushers<wrong_gate<push_is_torn>>>("each event is run", 2, begins::free, 2U, 1U);
  finds<closing<wrong_gate<take_is<release>>>>(race, 2, 2U);
  finds<deadlock>("nobody can go on", 2);
  finds<relaxed_owners>(race, 2);
  finds<told_by_chance>(race, 2);
  finds<late_owner>(freed, 2);
  finds<lost_wake_up>("nobody can go on", 2);
  finds<neighbours>(none, 2);
  finds<overlapping>(race, 2);
  finds<forgetful>("a leak", 2);

  // These threads stay, and a child of fork has none.
  reduces_rightly<pushers<gate>>(2, begins::free, 2U, 1U);
  reduces_rightly<pushers<gate>>(2, begins::occupied, 2U, 1U);
  reduces_rightly<entering<gate>>(3);
  reduces_rightly<closing<gate>>(2, 2U);
  reduces_rightly<closing<gate>>(3, 1U);
  reduces_rightly<leaving_events<gate>>(2);
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
