// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Failure as data. A task ends with a value, an error, or stopped; `result` holds the first two,
// `outcome` all three, and nothing is thrown until somebody asks for a value that is not there.
//     result<socket> r = co_await as_result(connect(endpoint));
//     if (!r) co_return fail(r.error());
#include <concepts>
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
inline std::error_code make_error_code(errc e) noexcept { return {int(e), eyeballs_category()}; }

/// Why something failed, readable without a throw: a code, what it was about, the errors behind it.
struct error {
  /// `about` names what failed in its reader's terms: an endpoint, an option.
  explicit error(std::error_code code, std::string about = {}, std::vector<error> causes = {})
      : code_(code), about_(std::move(about)), causes_(std::move(causes)) {}
  /// The exception being handled: a system_error's code, all of a task_error, another's text.
  static error current() noexcept;
  const std::error_code& code() const noexcept { return code_; }
  const std::string& about() const noexcept { return about_; }
  const std::vector<error>& causes() const noexcept { return causes_; }
  std::string message() const {  ///< "about: the code's message (the causes)"
    std::string text = about_.empty() ? code_.message() : about_ + ": " + code_.message();
    for (const error& e : causes_) text += (&e == &causes_.front() ? " (" : "; ") + e.message();
    return causes_.empty() ? text : text + ")";
  }
  std::exception_ptr exception() const;  ///< That it was, or a task_error. Never null.
 private:
  std::error_code code_;
  std::string about_;
  std::vector<error> causes_;
  std::exception_ptr exception_;
};

/// What is thrown where a value is asked for and there is an error; holds the whole.
struct task_error : std::system_error {
  explicit task_error(eyeballs::error e) : system_error(e.code(), e.about()), why_(std::move(e)) {}
  const eyeballs::error& error() const noexcept { return why_; }
 private:
  eyeballs::error why_;
};
inline std::exception_ptr error::exception() const {
  return exception_ ? exception_ : std::make_exception_ptr(task_error(*this));
}
inline error error::current() noexcept {
  error e(make_error_code(errc::exception));
  try {
    try {
      throw;
    } catch (const std::system_error& thrown) {
      e.code_ = thrown.code();
      if (auto* whole = dynamic_cast<const task_error*>(&thrown)) e = whole->error();
    } catch (const std::bad_alloc&) {
      e.code_ = std::make_error_code(std::errc::not_enough_memory);
    } catch (const std::exception& thrown) { e.about_ = thrown.what(); }
  } catch (...) {}  // no std::exception, or no memory for more than the code
  e.exception_ = std::current_exception();
  return e;
}

/// A failure on its way: `co_return fail(why)` or `co_await fail(why)` ends a task with it.
struct [[nodiscard]] failure : error {
  using error::error;
  explicit failure(error e) noexcept : error(std::move(e)) {}
  explicit failure(std::errc code, std::string about = {})
      : error(make_error_code(code), std::move(about)) {}
};
/// `fail(error)`, or `fail(code, about = {})`: a std::error_code, a std::errc.
template <class... Why> auto fail(Why&&... why) { return failure(std::forward<Why>(why)...); }

struct stopped_t {};
inline constexpr stopped_t stopped{};
/// How a `T` is kept: void as std::monostate, a reference as a pointer.
template <class T> using stored = std::conditional_t<
    std::is_void_v<T>, std::monostate,
    std::conditional_t<std::is_reference_v<T>, std::add_pointer_t<T>, std::remove_const_t<T>>>;
template <class T, class... Ts> concept any_of = (std::same_as<T, Ts> || ...);
/// A value, an error, or (with `stopped_t`) stopped.
template <class T, class... Stopped> struct [[nodiscard]] basic_result {
  using value_type = T;
  template <std::same_as<std::monostate> = stored<T>> basic_result() noexcept {}
  basic_result(stored<T> value) : state_(std::in_place_index<0>, std::move(value)) {}
  basic_result(eyeballs::error e) noexcept : state_(std::in_place_index<1>, std::move(e)) {}
  template <any_of<Stopped...> S> basic_result(S s) noexcept : state_(std::in_place_index<2>, s) {}
  template <std::same_as<basic_result<T>> R> basic_result(R r) : state_(std::in_place_index<2>) {
    r.has_value() ? emplace<0>(std::move(r).keep()) : emplace<1>(std::move(r).error());
  }
  basic_result<T> as_result() && {  ///< Of an outcome, which must not be stopped.
    if (has_error()) return std::move(*this).error();
    return std::move(*this).keep();
  }
  stored<T> keep() && { return std::get<0>(std::move(state_)); }          ///< The value.
  template <std::size_t I, class... Args> void emplace(Args&&... args) {  ///< 0: value, 1: error.
    state_.template emplace<I>(std::forward<Args>(args)...);
  }
  bool has_value() const noexcept { return state_.index() == 0; }
  bool has_error() const noexcept { return state_.index() == 1; }
  bool stopped() const noexcept { return state_.index() == 2; }
  explicit operator bool() const noexcept { return has_value(); }
  /// The value or the error, which must be there; `value()` throws where it is not.
  decltype(auto) operator*() & noexcept { return get(*this); }
  decltype(auto) operator*() const& noexcept { return get(*this); }
  decltype(auto) operator*() && noexcept { return get(std::move(*this)); }
  auto* operator->() noexcept { return &**this; }
  auto* operator->() const noexcept { return &**this; }
  decltype(auto) value() & { return get(checked()); }
  decltype(auto) value() && { return get(std::move(checked())); }
  const eyeballs::error& error() const& noexcept { return std::get<1>(state_); }
  eyeballs::error&& error() && noexcept { return std::get<1>(std::move(state_)); }
 private:
  template <class Self> static decltype(auto) get(Self&& self) {
    if constexpr (std::is_reference_v<T>) return static_cast<T>(*std::get<0>(self.state_));
    else if constexpr (!std::is_void_v<T>) return std::get<0>(std::forward<Self>(self).state_);
  }
  basic_result& checked() {
    if (has_error()) std::rethrow_exception(error().exception());
    if (stopped()) throw task_error(eyeballs::error(make_error_code(errc::stopped)));
    return *this;
  }
  std::variant<stored<T>, eyeballs::error, Stopped...> state_;
};
template <class T> using result = basic_result<T>;              ///< A value or an error.
template <class T> using outcome = basic_result<T, stopped_t>;  ///< How a task ended.
}  // namespace eyeballs
template <> struct std::is_error_code_enum<eyeballs::errc> : std::true_type {};
