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
#include <tuple>
#include <utility>

#include "../base/stop_token.hpp"
#include "../core/detail/slots.hpp"
#include "../core/task.hpp"
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

/// The first child waits for the thread's stop. The second one is what that stops.
template <class Slots> struct EYEBALLS_AWAITABLE stop_when_operation final
    : group_of<Slots, rule::first_end_before_stop> {
  using group = typename stop_when_operation::group_of;
  using value_type = typename std::tuple_element_t<1, Slots>::value_type;

  template <class A> explicit stop_when_operation(on_threads::stop_token token, A&& a)
      : group(std::in_place, thread_stop_wait(token), std::forward<A>(a)),
        token_(std::move(token)) {}

  start_result start(environment here, work_item& waiter) {
    if (!asio_scheduler_of(here)) beginning_ = beginning::not_on_asio;
    else if (token_.stop_requested()) beginning_ = beginning::stopped;
    else return group::start(here, waiter);
    return start_result::ended;
  }

  bool stopped() const noexcept {
    if (beginning_ == beginning::not_on_asio) return false;
    if (beginning_ == beginning::stopped || !this->decider()) return true;
    const bool by_thread = this->decider() == &std::get<0>(this->slots_);
    return this->decided() == (by_thread ? ending::value : ending::stopped);
  }

  result<value_type> take() {
    if (beginning_ == beginning::not_on_asio) return detail::not_on_asio();
    if (this->decided() == ending::error) return error(*this->why());
    return std::get<1>(this->slots_).take_value();
  }

 private:
  enum class beginning : unsigned char { begun, stopped, not_on_asio };

  on_threads::stop_token token_;
  beginning beginning_ = beginning::begun;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Stops an operation when a thread asks for it.
///
/// * `a`: the operation, or a task. It does not begin if the stop has been requested already.
/// * `token`: that of threads, which is std::stop_token on most systems. Any thread may request its
///   stop.
///
/// Ends as `a` does; and stopped, as soon as `a` has ended, if the token's stop came first, or one
/// from above. Resumes in the task. In a tree that does not run on this Asio the error is
/// `std::errc::operation_not_supported`.
template <class A> auto stop_when(A&& a, on_threads::stop_token token) {
  using slots = detail::slots_for<detail::thread_stop_wait, A>;
  return task<typename detail::operation_of<A>::value_type>(
      detail::stop_when_operation<slots>(std::move(token), std::forward<A>(a)));
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
