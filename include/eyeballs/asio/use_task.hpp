// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Awaits any Asio operation in a task.
//
//     std::size_t n = co_await socket.async_read_some(buffer, use_task);
//     result<std::size_t> r = co_await as_result(socket.async_read_some(buffer, use_task));

#include <atomic>
#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../core/task.hpp"
#include "config.hpp"
#include "runtime/scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(async_result.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The completion token that makes an operation something to be awaited in a task: see `use_task`.
struct use_task_t {
  constexpr use_task_t() {}
};

/// `co_await operation(..., use_task)` yields what follows the error in the operation's completion
/// signature (nothing: void, several: a std::tuple). The operation starts when it is awaited. A
/// non-zero error_code, or a std::exception_ptr, is its error. A stop cancels it by its
/// cancellation slot; if it then completes with `operation_aborted` it ends stopped, otherwise as
/// it does. If its handler is destroyed uncalled while the task's own context lives, the error is
/// `operation_canceled`. Resumes on the executor of the task. The tree must run on Asio (by
/// co_spawn, or within async_connect).
inline constexpr use_task_t use_task;

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline error error_of(const std::exception_ptr& thrown) noexcept try {
  std::rethrow_exception(thrown);
} catch (...) { return error::current(); }

/// What an operation completes with, as a value.
template <class... Values> struct completion_values {
  using value_type = std::tuple<Values...>;

  static result<value_type> take(Values&&... values) { return value_type(std::move(values)...); }
};

template <> struct completion_values<> {
  using value_type = void;

  static result<void> take() { return {}; }
};

template <class Value> struct completion_values<Value> {
  using value_type = Value;

  static result<Value> take(Value&& value) { return std::move(value); }
};

/// The same with the error that leads the signature, if any does.
template <class... Values> struct completion : completion_values<Values...> {
  static bool aborted(const Values&...) noexcept { return false; }
};

template <class... Values> struct completion<error_code, Values...> : completion_values<Values...> {
  static bool aborted(const error_code& code, const Values&...) noexcept {
    return code == asio::error::operation_aborted;
  }

  static auto take(error_code&& code, Values&&... values)
      -> result<typename completion_values<Values...>::value_type> {
    if (code) return error(std::error_code(code));
    return completion_values<Values...>::take(std::move(values)...);
  }
};

template <class... Values> struct completion<std::exception_ptr, Values...>
    : completion_values<Values...> {
  static bool aborted(const std::exception_ptr&, const Values&...) noexcept { return false; }

  static auto take(std::exception_ptr&& thrown, Values&&... values)
      -> result<typename completion_values<Values...>::value_type> {
    if (thrown) return error_of(thrown);
    return completion_values<Values...>::take(std::move(values)...);
  }
};

/// The base of a wait for one Asio operation that completes with `Args`. Who derives from it has
/// `initiate(handler)` and `abort()`.
template <class Derived, class... Args>
class asio_wait : public leaf_operation<asio_wait<Derived, Args...>>, work_item {
 public:
  using value_type = typename completion<Args...>::value_type;

  asio_wait() noexcept : work_item(&answered) {}

  asio_wait(asio_wait&& other) noexcept
      : leaf_operation<asio_wait>(std::move(other)), work_item(&answered) {}

  class handler {
   public:
    using executor_type = serial_executor;
    using cancellation_slot_type = asio::cancellation_slot;

    explicit handler(asio_wait& w) noexcept : wait_(&w) { w.scheduler_->handed_out(); }

    handler(handler&& other) noexcept : wait_(std::exchange(other.wait_, nullptr)) {}

    ~handler() {
      if (wait_) wait_->lost();
    }

    executor_type get_executor() const noexcept { return wait_->scheduler_->executor(); }

    cancellation_slot_type get_cancellation_slot() const noexcept {
      return wait_->derived().slot();
    }

    void operator()(Args... args) { std::exchange(wait_, nullptr)->called(std::move(args)...); }

   private:
    asio_wait* wait_;
  };

  start_result start(environment here, work_item& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || this->begin(here, waiter) == start_result::ended) return start_result::ended;
    state_ = initiating;
    try {
      derived().initiate(handler(*this));
    } catch (...) {
      this->deregister();
      thrown_ = error::current();
      return start_result::ended;
    }
    auto now = initiating;
    state_.compare_exchange_strong(now, waiting);
    if (now == dropped) {
      this->deregister();
      return start_result::ended;
    }
    if (stop_came_) cancel();
    return start_result::pending;
  }

  void cancel() noexcept {
    stop_came_ = true;
    if (state_ == waiting) derived().abort();
  }

  result<value_type> take() {
    if (!scheduler_) return not_on_asio();
    if (thrown_) return *std::move(thrown_);
    if (!args_)
      return error(std::make_error_code(std::errc::operation_canceled), "handler dropped");
    return std::apply([](Args&... args) { return completion<Args...>::take(std::move(args)...); },
                      *args_);
  }

 protected:
  asio::cancellation_slot slot() noexcept { return {}; }  // of operations cancelled in other ways
 private:
  Derived& derived() noexcept { return static_cast<Derived&>(*this); }

  void called(Args&&... args) {
    args_.emplace(std::move(args)...);
    state_ = over;
    scheduler_->called(*this);
  }

  void lost() noexcept {  // on any thread, while ours may go on
    asio_scheduler& scheduler = *scheduler_;
    auto now = initiating;
    if (state_.compare_exchange_strong(now, dropped))
      return scheduler.taken_back();  // an exception is on its way, or somebody had no use for us
    state_ = over;
    scheduler.lost(*this);
  }

  static void answered(work_item& self) noexcept {
    auto& w = static_cast<asio_wait&>(self);
    w.aborted() ? w.end_stopped() : w.end();
  }

  bool aborted() const noexcept {
    if (!args_) return scheduler_->abandoned();
    return stop_came_ && std::apply(&completion<Args...>::aborted, *args_);
  }

  asio_scheduler* scheduler_ = nullptr;
  std::optional<std::tuple<Args...>> args_;
  std::optional<error> thrown_;  // by the initiation

  enum state { unstarted, initiating, dropped, waiting, over };

  std::atomic<state> state_ = unstarted;
  bool stop_came_ = false;
};

template <class Initiation, class Signature, class... InitArgs> class use_task_operation;

/// A wait for an operation of which we know the initiation alone: cancelled by its slot.
template <class Initiation, class R, class... Args, class... InitArgs>
class [[nodiscard]] use_task_operation<Initiation, R(Args...), InitArgs...>
    : public asio_wait<use_task_operation<Initiation, R(Args...), InitArgs...>,
                       std::decay_t<Args>...> {
  using wait = asio_wait<use_task_operation, std::decay_t<Args>...>;

 public:
  template <class I, class... As>
  explicit use_task_operation(std::in_place_t, I&& initiation, As&&... args)
      : initiation_(std::forward<I>(initiation)), init_args_(std::forward<As>(args)...) {}

  use_task_operation(use_task_operation&& other)
      : wait(std::move(other)),
        initiation_(std::move(other.initiation_)),
        init_args_(std::move(other.init_args_)) {}

 private:
  friend wait;

  void initiate(typename wait::handler&& h) {
    std::apply([&](InitArgs&... args) { std::move(initiation_)(std::move(h), std::move(args)...); },
               init_args_);
  }

  void abort() noexcept {
    using type = asio::cancellation_type;
    signal_.emit(type::terminal | type::partial | type::total);
  }

  asio::cancellation_slot slot() noexcept { return signal_.slot(); }

  Initiation initiation_;
  std::tuple<InitArgs...> init_args_;
  asio::cancellation_signal signal_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace boost::asio {
#else
namespace asio {
#endif

template <class R, class... Args> class async_result<eyeballs::use_task_t, R(Args...)> {
 public:
  template <class Initiation, class... InitArgs>
  static auto initiate(Initiation&& initiation, eyeballs::use_task_t, InitArgs&&... args) {
    return eyeballs::detail::use_task_operation<std::decay_t<Initiation>, R(Args...),
                                                std::decay_t<InitArgs>...>(
        std::in_place, std::forward<Initiation>(initiation), std::forward<InitArgs>(args)...);
  }
};

}  // namespace asio
