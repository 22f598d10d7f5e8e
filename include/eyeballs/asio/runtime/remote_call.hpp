// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A call that another executor makes, and a wait for what it returns.
//
// The executor may run what is posted to it, or drop it; and on a stop the task forgets a call that
// has not begun. Whoever of the three *claims* the call first has it.

#include <atomic>
#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../../base/stop_token.hpp"
#include "mailbox_wait.hpp"

#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A function and its arguments; as `std::thread`'s, with a stop token in front if it takes one.
template <class F, class... Args> class remote_call {
  static constexpr bool stoppable = std::is_invocable_v<F, on_threads::stop_token, Args...>;

 public:
  template <class G, class... As> explicit remote_call(G&& f, As&&... args)
      : f_(std::forward<G>(f)), args_(std::forward<As>(args)...) {}

  decltype(auto) operator()(const on_threads::stop_source& stop) {
    return std::apply(
        [&](Args&... args) -> decltype(auto) {
          if constexpr (stoppable)
            return std::invoke(std::move(f_), stop.get_token(), std::move(args)...);
          else return std::invoke(std::move(f_), std::move(args)...);
        },
        args_);
  }

 private:
  F f_;
  std::tuple<Args...> args_;
};

template <class Call> using remote_call_result =
    decltype(std::declval<Call&>()(std::declval<on_threads::stop_source&>()));

/// Whether one who claims a call has it, or somebody else was first.
enum class claim_result : bool { granted, too_late };

/// What a task and the other executor share of a call.
template <class Call> class shared_call {
  using T = remote_call_result<Call>;

 public:
  explicit shared_call(Call&& c) : call_(std::move(c)) {}

  claim_result claim() noexcept {
    return claimed_.exchange(true) ? claim_result::too_late : claim_result::granted;
  }

  /// By who has claimed it.
  void run() { result_.put(returned()); }

  /// By who has claimed it, and will not run it.
  void drop() { result_.put(stopped); }

  void request_stop() noexcept { stop_.request_stop(); }

  mailbox<T>& result() noexcept { return result_; }

 private:
  outcome<T> returned() noexcept {
    try {
      if constexpr (std::is_void_v<T>) {
        call_(stop_);
        return eyeballs::result<T>();
      } else if constexpr (std::is_reference_v<T>) {
        return eyeballs::result<T>(&call_(stop_));
      } else {
        return eyeballs::result<T>(call_(stop_));
      }
    } catch (...) { return error::current(); }
  }

  Call call_;
  on_threads::stop_source stop_;
  std::atomic<bool> claimed_ = false;
  mailbox<T> result_;
};

/// What the other executor runs. If it drops it instead, that is the result.
template <class Call> class posted_call {
 public:
  explicit posted_call(std::shared_ptr<shared_call<Call>> c) noexcept : call_(std::move(c)) {}

  posted_call(posted_call&&) = default;

  ~posted_call() {
    if (call_ && call_->claim() == claim_result::granted) call_->drop();
  }

  void operator()() {
    if (call_->claim() == claim_result::granted) call_->run();
  }

 private:
  std::shared_ptr<shared_call<Call>> call_;  // null if it was moved from
};

/// The wait for the call's result.
template <class Executor, class Call> class EYEBALLS_AWAITABLE run_on_operation
    : public mailbox_wait<run_on_operation<Executor, Call>, remote_call_result<Call>> {
  using wait = mailbox_wait<run_on_operation, remote_call_result<Call>>;

 public:
  run_on_operation(const Executor& executor, Call&& call)
      : executor_(executor), call_(std::move(call)) {}

  // NOLINTBEGIN(bugprone-use-after-move): the base takes its own part alone
  run_on_operation(run_on_operation&& other)
      : wait(std::move(other)), executor_(other.executor_), call_(std::move(other.call_)) {}

  // NOLINTEND(bugprone-use-after-move)

 private:
  friend wait;

  std::shared_ptr<mailbox<remote_call_result<Call>>> make_box() {
    shared_ = std::make_shared<shared_call<Call>>(std::move(call_));
    return {shared_, &shared_->result()};
  }

  void launch() { asio::post(executor_, posted_call<Call>(shared_)); }

  /// A call that runs is awaited; it sees the stop.
  bool retract() noexcept {
    shared_->request_stop();
    return shared_->claim() == claim_result::granted;
  }

  Executor executor_;
  Call call_;
  std::shared_ptr<shared_call<Call>> shared_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
