// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs a blocking function elsewhere, and awaits its result here.
//
//     std::string text = co_await run_on(pool, read_file, "/etc/hosts");

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../attempts/named_closure.hpp"
#include "co_spawn.hpp"
#include "runtime/mailbox.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A call that another thread makes; as `std::thread`'s, with a stop token in front if it takes
/// one.
template <class F, class... Args> class remote_call {
  static constexpr bool stoppable = std::is_invocable_v<F, std::stop_token, Args...>;

 public:
  template <class G, class... As> explicit remote_call(G&& f, As&&... args)
      : f_(std::forward<G>(f)), args_(std::forward<As>(args)...) {}

  decltype(auto) operator()(const std::stop_source& stop) {
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

template <class Executor, class Call> class [[nodiscard]] run_on_operation
    : public mailbox_wait<run_on_operation<Executor, Call>,
                          decltype(std::declval<Call&>()(std::declval<std::stop_source&>()))> {
  using T = decltype(std::declval<Call&>()(std::declval<std::stop_source&>()));
  using wait = mailbox_wait<run_on_operation, T>;

 public:
  run_on_operation(const Executor& executor, Call&& call)
      : executor_(executor), call_(std::move(call)) {}

  run_on_operation(run_on_operation&& other)
      : wait(std::move(other)), executor_(other.executor_), call_(std::move(other.call_)) {}

 private:
  friend wait;

  struct work {
    explicit work(Call&& c) : call(std::move(c)) {}

    bool claim() noexcept { return !claimed.exchange(true); }

    Call call;
    std::stop_source stop;
    std::atomic<bool> claimed = false;  // by who runs the call, or by who drops it
    mailbox<T> box;
  };

  /// What the other executor runs; if it drops it instead, that is the result.
  class job_elsewhere {
   public:
    explicit job_elsewhere(std::shared_ptr<work> w) noexcept : work_(std::move(w)) {}

    job_elsewhere(job_elsewhere&&) = default;

    ~job_elsewhere() {
      if (work_ && work_->claim()) work_->box.put(stopped);
    }

    void operator()() {
      if (work_->claim()) work_->box.put(call());
    }

   private:
    outcome<T> call() noexcept try {
      if constexpr (std::is_void_v<T>) return work_->call(work_->stop), result<T>();
      else if constexpr (std::is_reference_v<T>) return result<T>(&work_->call(work_->stop));
      else return result<T>(work_->call(work_->stop));
    } catch (...) { return error::current(); }
    std::shared_ptr<work> work_;
  };

  std::shared_ptr<mailbox<T>> make_box() {
    work_ = std::make_shared<work>(std::move(call_));
    return {work_, &work_->box};
  }

  void launch() { asio::post(executor_, job_elsewhere(work_)); }

  bool retract() noexcept {
    work_->stop.request_stop();
    return work_->claim();
  }

  Executor executor_;
  Call call_;
  std::shared_ptr<work> work_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Calls `f(args...)`, or `f(std::stop_token, args...)`, on another executor, usually a thread
/// pool's, and yields what it returns. `f` and `args` are decay-copied here and moved there, as by
/// std::thread. What it throws is the error; work that the executor drops ends with
/// `operation_canceled`. On a stop, a call that has not begun is forgotten; one that runs sees its
/// stop token, and is awaited. Resumes on the executor of the task; if that dies first, the call
/// goes on alone.
template <detail::executor Executor, class F, class... Args>
auto run_on(const Executor& executor, F&& f, Args&&... args) {
  EYEBALLS_ASSERT_NAMED(F);
  using call = detail::remote_call<std::decay_t<F>, std::decay_t<Args>...>;
  return detail::run_on_operation<Executor, call>(
      executor, call(std::forward<F>(f), std::forward<Args>(args)...));
}

template <detail::context Context, class F, class... Args>
auto run_on(Context& context, F&& f, Args&&... args) {
  return run_on(context.get_executor(), std::forward<F>(f), std::forward<Args>(args)...);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
