// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/lookup_threads.hpp"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "eyeballs/asio/dns/lookup.hpp"
#include "support/asio.hpp"
#include "support/gate.hpp"
#include "support/process.hpp"

using detail::lookup_queue;
using detail::lookup_waiter_for;
using detail::question;
using detail::shared_lookups;

namespace {

using waiter = std::shared_ptr<lookup_waiter_for<int>>;

waiter add(lookup_queue& queue, const char* name, std::function<int()> ask) {
  auto w = std::make_shared<lookup_waiter_for<int>>();
  queue.add(w, question<int>(name, "", [ask = std::move(ask)] { return result<int>(ask()); }));
  return w;
}

int answer(const waiter& w) {
  while (!w->box.has_result()) std::this_thread::sleep_for(1ms);
  return **w->box.result();
}

/// As long as it lives the system gives nobody a thread.
class no_more_threads {
 public:
  no_more_threads() {
    pthread_attr_t too_large;
    ::pthread_attr_init(&too_large);
    ::pthread_getattr_default_np(&before_);
    ::pthread_attr_setstacksize(&too_large, std::size_t(1) << 46);
    REQUIRE(::pthread_setattr_default_np(&too_large) == 0);
    ::pthread_attr_destroy(&too_large);
  }

  no_more_threads(const no_more_threads&) = delete;

  ~no_more_threads() {
    ::pthread_setattr_default_np(&before_);
    ::pthread_attr_destroy(&before_);
  }

 private:
  pthread_attr_t before_;
};

// ThreadSanitizer ends a child of a fork that starts a thread.
#if defined(__SANITIZE_THREAD__)
#define EYEBALLS_TESTS_WITH_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define EYEBALLS_TESTS_WITH_TSAN
#endif
#endif
#ifdef EYEBALLS_TESTS_WITH_TSAN
constexpr bool child_may_start_threads = false;
#else
constexpr bool child_may_start_threads = true;
#endif

// With AddressSanitizer the allocator stays locked in a child, if another thread of the parent was in
// it when the fork came.
#if defined(__SANITIZE_ADDRESS__)
#define EYEBALLS_TESTS_WITH_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EYEBALLS_TESTS_WITH_ASAN
#endif
#endif
#ifdef EYEBALLS_TESTS_WITH_ASAN
constexpr bool fork_may_come_at_any_time = false;
#else
constexpr bool fork_may_come_at_any_time = child_may_start_threads;
#endif

/// Whether it returns true in a child of a fork, in time.
bool holds_in_child(const std::function<bool()>& f) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(20);
    ::_exit(f() ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::shared_ptr<lookup_queue> new_queue() { return std::make_shared<lookup_queue>(); }

}  // namespace

TEST_CASE("a lookup's thread blocks all signals", "[D27]") {
  const auto queue = new_queue();
  const auto blocked = add(*queue, "a", [] {
    sigset_t mask;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    int count = 0;
    for (const int s : {SIGUSR1, SIGINT, SIGTERM, SIGCHLD, SIGALRM}) count += sigismember(&mask, s);
    return count;
  });
  CHECK(answer(blocked) == 5);

  sigset_t ours;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &ours);
  CHECK(sigismember(&ours, SIGUSR1) == 0);
}

TEST_CASE("without a thread a lookup is told so, and leaves nothing", "[D27]") {
  const auto queue = new_queue();
  {
    const no_more_threads none;
    try {
      add(*queue, "a", [] { return 1; });
      FAIL("a thread was started");
    } catch (const std::system_error& e) {
      CHECK(e.code() == std::errc::resource_unavailable_try_again);
    }
  }
  CHECK(queue->names_asked_about() == 0);
  CHECK(queue.use_count() == 1);
  CHECK(answer(add(*queue, "a", [] { return 2; })) == 2);
}

TEST_CASE("a name that waits for a thread has it before those that come later, of any context",
          "[D27]") {
  shared_lookups one_thread(shared_lookups::for_files + 1);
  const auto busy = std::make_shared<lookup_queue>(one_thread);
  const auto other = std::make_shared<lookup_queue>(one_thread);
  std::mutex lock;
  std::string order;
  support::gate g;
  std::vector<waiter> all;
  const auto ask = [&](const auto& queue, const std::string& name, std::size_t most_names) {
    all.push_back(std::make_shared<lookup_waiter_for<int>>());
    const auto answers = [&, name] {
      if (name == "a0 ") g.wait();
      const std::scoped_lock noting(lock);
      order += name;
      return result<int>(1);
    };
    queue->add(all.back(), question<int>(name, "", answers), most_names);
  };

  ask(busy, "a0 ", 1);
  ask(other, "b ", 64);
  ask(busy, "a1 ", 1);
  ask(busy, "a2 ", 1);
  g.open();
  for (const waiter& w : all) answer(w);
  CHECK(order == "a0 b a1 a2 ");
  while (one_thread.network.count() > 0) std::this_thread::sleep_for(1ms);
}

TEST_CASE("without a new thread a lookup waits for one that is there", "[D27]") {
  const auto queue = new_queue();
  support::gate g;
  const auto hung = add(*queue, "hung", [&] { return g.wait(), 1; });
  std::optional<waiter> next;
  {
    const no_more_threads none;
    next = add(*queue, "next", [] { return 2; });
    g.open();
    CHECK(answer(*next) == 2);
  }
  CHECK(answer(hung) == 1);
}

TEST_CASE("a child of a fork has no lookups, and makes its own", "[D27]") {
  if (!child_may_start_threads) return;
  const auto queue = new_queue();
  support::gate g;
  std::atomic<std::size_t> begun = 0;
  std::vector<waiter> hung;
  for (std::size_t i = 0; i < shared_lookups::most_threads; ++i) {
    const std::string name = "hung" + std::to_string(i);
    hung.push_back(add(*queue, name.c_str(), [&] { return ++begun, g.wait(), 1; }));
  }
  // None is within AddressSanitizer's allocator any more when the fork comes: see above.
  while (begun < detail::most_names) std::this_thread::sleep_for(1ms);
  CHECK(holds_in_child([&] {
    const bool none = support::running_threads() == 1;
    const auto own = new_queue();
    return none && answer(add(*own, "good", [] { return 3; })) == 3;
  }));
  g.open();
  for (const waiter& w : hung) answer(w);
}

TEST_CASE("a lookup that a fork interrupts is made again in the child", "[D27]") {
  if (!child_may_start_threads) return;
  const auto queue = new_queue();
  const pid_t parent = ::getpid();
  support::gate g;
  std::atomic<bool> begun = false, given_up_begun = false;
  const auto asked = add(*queue, "a", [&] {
    begun = true;
    if (::getpid() == parent) g.wait();
    return 4;
  });
  const auto given_up = add(*queue, "b", [&] {
    given_up_begun = true;
    g.wait();
    return 5;
  });
  while (!begun || !given_up_begun) std::this_thread::sleep_for(1ms);
  queue->forget(*given_up);

  CHECK(holds_in_child([&] {
    queue->resume();
    return answer(asked) == 4 && support::threads_settle(1);
  }));
  g.open();
  CHECK(answer(asked) == 4);
}

TEST_CASE("a fork may come at any time", "[D27]") {
  if (!fork_may_come_at_any_time) return;
  std::atomic<bool> over = false;
  std::thread asks([&] {
    while (!over) {
      asio::io_context io;
      auto answers = [](int i) -> task<int> {
        detail::lookup_operation<int> one(question<int>("a", "", [i] { return result<int>(i); }));
        co_return co_await std::move(one);
      };
      const auto end = run_in(io, answers(6));
      if (end.value != 6) std::abort();
    }
  });
  bool all = true;
  for (int i = 0; i < 100; ++i) {
    all = all && holds_in_child([] {
            const auto own = new_queue();
            return answer(add(*own, "good", [] { return 7; })) == 7;
          });
  }
  over = true;
  asks.join();
  CHECK(all);
}
