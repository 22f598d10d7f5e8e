// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Failure as data. A task ends with a value, an error, or stopped; `result` holds the first two,
// `outcome` all three, and nothing is thrown until somebody asks for a value that is not there.
//
//     result<socket> r = co_await as_result(connect(endpoint));
//     if (!r) co_return fail(r.error());

#include <exception>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace eyeballs {

/// The library's own conditions, where <system_error> has none.
enum class errc {
  no_endpoints = 1,  ///< there was nothing to connect to
  nothing_to_race,   ///< a race of no children
  deadlock,          ///< a task tree waits for nothing that can come
  stopped,           ///< a value was asked of what was stopped
  exception,         ///< an exception other than std::system_error left a task
};

inline const std::error_category& eyeballs_category() noexcept {
  static const struct : std::error_category {
    const char* name() const noexcept override { return "eyeballs"; }
    std::string message(int value) const override {
      static constexpr const char* texts[] = {"no error",        "no endpoints to connect to",
                                              "nothing to race", "waits for nothing that can come",
                                              "stopped",         "an exception left a task"};
      return texts[value >= 0 && value <= 5 ? value : 0];
    }
  } category;
  return category;
}
inline std::error_code make_error_code(errc e) noexcept {
  return {static_cast<int>(e), eyeballs_category()};
}

/// Why something failed, readable without a throw: a code, what it was about, the errors behind it.
class error {
 public:
  /// `about` names what failed in its reader's terms: an endpoint, an option.
  explicit error(std::error_code code, std::string about = {}, std::vector<error> causes = {})
      : code_(code), about_(std::move(about)), causes_(std::move(causes)) {}
  /// The exception that is being handled. A std::system_error keeps its code, a task_error all.
  static error current() noexcept;

  const std::error_code& code() const noexcept { return code_; }
  const std::string& about() const noexcept { return about_; }
  const std::vector<error>& causes() const noexcept { return causes_; }
  /// "about: the code's message (the causes)"
  std::string message() const;
  /// The exception that it was, or a task_error. Never null.
  std::exception_ptr exception() const;

 private:
  template <class, class...>
  friend class basic_result;
  std::error_code code_;
  std::string about_;
  std::vector<error> causes_;
  std::exception_ptr exception_;
};

/// What is thrown where a value is asked for and there is an error; holds the whole.
class task_error : public std::system_error {
 public:
  explicit task_error(eyeballs::error e)
      : system_error(e.code(), e.about()), error_(std::move(e)) {}
  const eyeballs::error& error() const noexcept { return error_; }

 private:
  eyeballs::error error_;
};

inline std::exception_ptr error::exception() const {
  return exception_ ? exception_ : std::make_exception_ptr(task_error(*this));
}
inline std::string error::message() const {
  std::string text = about_.empty() ? code_.message() : about_ + ": " + code_.message();
  for (const error& e : causes_) text += (&e == &causes_.front() ? " (" : "; ") + e.message();
  return causes_.empty() ? text : text + ")";
}
inline error error::current() noexcept {
  error e(make_error_code(errc::exception));
  try {
    throw;
  } catch (const task_error& thrown) {
    e.code_ = thrown.code();
    try {
      e = thrown.error();
    } catch (...) {  // no memory for the causes: the code and the exception remain
    }
  } catch (const std::system_error& thrown) {
    e.code_ = thrown.code();
  } catch (const std::bad_alloc&) {
    e.code_ = std::make_error_code(std::errc::not_enough_memory);
  } catch (...) {
  }
  e.exception_ = std::current_exception();
  return e;
}

/// A failure on its way: `co_return fail(why)` or `co_await fail(why)` ends a task with it.
struct [[nodiscard]] failure {
  explicit failure(error e) noexcept : why(std::move(e)) {}
  error why;
};
inline failure fail(error e) noexcept { return failure(std::move(e)); }
inline failure fail(std::error_code code, std::string about = {}) {
  return failure(error(code, std::move(about)));
}
inline failure fail(std::errc code, std::string about = {}) {
  return fail(make_error_code(code), std::move(about));
}

struct stopped_t {};
inline constexpr stopped_t stopped{};

/// How a `T` is kept: void as std::monostate, a reference as a pointer.
template <class T>
using stored = std::conditional_t<
    std::is_void_v<T>, std::monostate,
    std::conditional_t<std::is_reference_v<T>, std::add_pointer_t<T>, std::remove_const_t<T>>>;

/// A value, an error, or (with `stopped_t`) stopped.
template <class T, class... Stopped>
class [[nodiscard]] basic_result {
  template <std::size_t I>
  using at = std::in_place_index_t<I>;

 public:
  using value_type = T;

  basic_result(stored<T> value) : state_(at<0>(), std::move(value)) {}
  basic_result()
    requires std::is_void_v<T>
      : state_(at<0>()) {}
  basic_result(eyeballs::error e) noexcept : state_(at<1>(), std::move(e)) {}
  basic_result(failure f) noexcept : state_(at<1>(), std::move(f.why)) {}
  basic_result(stopped_t) noexcept
    requires(sizeof...(Stopped) > 0)
      : state_(at<2>()) {}

  /// A result is an outcome that was not stopped.
  template <class R>
    requires(sizeof...(Stopped) > 0 && std::is_same_v<R, basic_result<T>>)
  basic_result(R r) : state_(at<2>()) {
    r.has_value() ? emplace<0>(std::move(r).keep()) : emplace<1>(std::move(r).error());
  }
  /// The outcome, which must not be stopped.
  basic_result<T> as_result() && {
    if (has_error()) return std::move(*this).error();
    return std::move(*this).keep();
  }
  /// The value as it can be kept, which must be there: see `stored`.
  stored<T> keep() && { return std::get<0>(std::move(state_)); }
  /// Becomes alternative I: 0 is a value, 1 an error, 2 stopped.
  template <std::size_t I, class... Args>
  void emplace(Args&&... args) {
    state_.template emplace<I>(std::forward<Args>(args)...);
  }

  bool has_value() const noexcept { return state_.index() == 0; }
  bool has_error() const noexcept { return state_.index() == 1; }
  bool stopped() const noexcept { return state_.index() == 2; }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value, which must be there.
  decltype(auto) operator*() & noexcept { return get(*this); }
  decltype(auto) operator*() const& noexcept { return get(*this); }
  decltype(auto) operator*() && noexcept { return get(std::move(*this)); }
  auto* operator->() noexcept
    requires(!std::is_void_v<T>)
  {
    return &**this;
  }
  /// The value; throws the error, or `errc::stopped`, where there is none.
  decltype(auto) value() & { return get(checked()); }
  decltype(auto) value() && { return get(std::move(checked())); }
  /// The error, which must be there.
  const eyeballs::error& error() const& noexcept { return std::get<1>(state_); }
  eyeballs::error&& error() && noexcept { return std::get<1>(std::move(state_)); }

 private:
  template <class, class...>
  friend class basic_result;

  template <class Self>
  static decltype(auto) get(Self&& self) {
    if constexpr (std::is_reference_v<T>)
      return static_cast<T>(*std::get<0>(self.state_));
    else if constexpr (!std::is_void_v<T>)
      return std::get<0>(std::forward<Self>(self).state_);
  }
  basic_result& checked() {
    if (has_error() && error().exception_) std::rethrow_exception(error().exception_);
    if (!has_value())
      throw task_error(has_error() ? error() : eyeballs::error(make_error_code(errc::stopped)));
    return *this;
  }

  std::variant<stored<T>, eyeballs::error, Stopped...> state_;
};

/// A value or an error.
template <class T>
using result = basic_result<T>;
/// How a task ended: a value, an error, or stopped.
template <class T>
using outcome = basic_result<T, stopped_t>;

}  // namespace eyeballs

template <>
struct std::is_error_code_enum<eyeballs::errc> : std::true_type {};
