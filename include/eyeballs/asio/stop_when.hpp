// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Stop tokens of threads, as std::stop_token, and those of tasks: both ways.
//
//     co_await stop_when(connect(executor, host, "443"), thread.get_stop_token());
//
//     const on_threads::stop_token_adapter stop((co_await current_environment()).stop);
//     job.begin(stop.get_token());

#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "../base/stop_token.hpp"
#include "../core/as_result.hpp"
#include "../core/race.hpp"
#include "../core/task.hpp"
#include "../core/this_task.hpp"
#include "runtime/mailbox_wait.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A wait for the stop of a thread's token. It never comes before that.
class EYEBALLS_AWAITABLE thread_stop_wait : public mailbox_wait<thread_stop_wait, void> {
  using wait = mailbox_wait<thread_stop_wait, void>;

 public:
  explicit thread_stop_wait(on_threads::stop_token token) noexcept : token_(std::move(token)) {}

  // NOLINTBEGIN(bugprone-use-after-move): the base takes its own part alone
  thread_stop_wait(thread_stop_wait&& other) noexcept
      : wait(std::move(other)), token_(std::move(other.token_)) {}

  // NOLINTEND(bugprone-use-after-move)

 private:
  friend wait;

  struct tell {
    void operator()() const { box->put(result<void>()); }

    std::shared_ptr<mailbox<void>> box;
  };

  std::shared_ptr<mailbox<void>> make_box() {
    told_ = std::make_shared<mailbox<void>>();
    return told_;
  }

  void launch() { listener_.emplace(token_, tell{std::move(told_)}); }

  /// Waits for a call that runs on another thread.
  bool retract() noexcept {
    listener_.reset();
    return true;
  }

  on_threads::stop_token token_;
  std::shared_ptr<mailbox<void>> told_;
  std::optional<on_threads::stop_callback<tell>> listener_;
};

template <operation A>
task<typename A::value_type> stopped_when(A work, on_threads::stop_token token) {
  const environment here = co_await current_environment();
  if (!asio_scheduler_of(here)) co_await fail(not_on_asio());
  if (token.stop_requested()) co_await stopped;

  auto raced = race(as_outcome(std::move(work)), thread_stop_wait(std::move(token)));
  auto first = co_await as_result(std::move(raced));
  if (!first) co_await fail(std::move(first).error());

  auto* const end = std::get_if<0>(&*first);
  if (!end || end->stopped()) co_await stopped;
  if (!*end) co_await fail(std::move(*end).error());
  co_return *std::move(*end);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Stops an operation when a thread asks for it.
///
/// * `a`: the operation, or a task. It does not begin if the stop has been requested already.
/// * `token`: a std::stop_token, where the standard library has it. Any thread may request its stop.
///
/// Ends as `a` does; and stopped, as soon as `a` has ended, if the token's stop came first, or one
/// from above. Resumes in the task. In a tree that does not run on this Asio the error is
/// `std::errc::operation_not_supported`.
template <class A> auto stop_when(A&& a, on_threads::stop_token token) {
  return detail::stopped_when(detail::as_operation(std::forward<A>(a)), std::move(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::on_threads {

/// Has a token for threads, whose stop is requested when that of a task is.
class stop_token_adapter {
 public:
  /// `above`: the token of the task's environment. It must not outlive the task.
  explicit stop_token_adapter(eyeballs::stop_token above) : on_stop_(above, pass_on{source_}) {}

  /// The token to hand to a thread.
  stop_token get_token() const noexcept { return source_.get_token(); }

 private:
  struct pass_on {
    void operator()() const noexcept { source.request_stop(); }

    stop_source& source;
  };

  stop_source source_;
  eyeballs::stop_callback<pass_on> on_stop_;
};

}  // namespace eyeballs::on_threads
