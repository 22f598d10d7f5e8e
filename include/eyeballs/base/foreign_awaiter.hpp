// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Awaits what is somebody else's, and resumes whoever does so at home. Somebody else resumes what it
// was given when it likes to, on whichever thread. So it is given a *bridge*: a coroutine of its own,
// which has nothing to do but to end, and to tell of that.

#include <coroutine>
#include <exception>
#include <utility>

#include "awaitable.hpp"
#include "frames.hpp"
#include "work_item.hpp"

namespace eyeballs::detail {

/// `Home` runs work items. Its `post_from_anywhere` may be called on any thread, its `post_event` at
/// home.
template <class A, class Home> class foreign_awaiter : work_item {
 public:
  foreign_awaiter(A&& a, Home& home)
      : work_item(&arrived), awaiter_(get_awaiter(std::forward<A>(a))), home_(home) {}

  foreign_awaiter(foreign_awaiter&&) = delete;

  ~foreign_awaiter() {
    if (bridge_) bridge_.destroy();
  }

  decltype(auto) await_ready() { return awaiter_.await_ready(); }

  auto await_suspend(std::coroutine_handle<> self) {
    self_ = self;
    bridge_ = cross(*this).bridge;
    return awaiter_.await_suspend(bridge_);
  }

  decltype(auto) await_resume() { return awaiter_.await_resume(); }

 private:
  struct crossing {
    struct promise_type : frame_memory {
      explicit promise_type(foreign_awaiter& a) noexcept : awaiter(a) {}

      /// The bridge is suspended then, and may be gone at once.
      struct tell {
        bool await_ready() const noexcept { return false; }

        void await_suspend(std::coroutine_handle<>) const noexcept {
          awaiter.home_.post_from_anywhere(awaiter);
        }

        void await_resume() const noexcept {}

        foreign_awaiter& awaiter;
      };

      crossing get_return_object() noexcept { return {handle::from_promise(*this)}; }

      std::suspend_always initial_suspend() const noexcept { return {}; }

      tell final_suspend() const noexcept { return {awaiter}; }

      void return_void() const noexcept {}

      [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }

      foreign_awaiter& awaiter;
    };

    using handle = std::coroutine_handle<promise_type>;

    handle bridge;
  };

  static crossing cross(foreign_awaiter&) { co_return; }

  /// At home, outside of a turn maybe.
  static void arrived(work_item& self) noexcept {
    self.run = &resume;
    static_cast<foreign_awaiter&>(self).home_.post_event(self);
  }

  static void resume(work_item& self) noexcept {
    static_cast<foreign_awaiter&>(self).self_.resume();
  }

  decltype(get_awaiter(std::declval<A>())) awaiter_;
  Home& home_;
  std::coroutine_handle<> self_;
  std::coroutine_handle<> bridge_;
};

}  // namespace eyeballs::detail
