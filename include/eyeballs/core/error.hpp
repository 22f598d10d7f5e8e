// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why something failed, as a value. It is thrown only where somebody asks for a value that is not
// there.
//
//     if (port == 0) co_return fail(std::errc::invalid_argument, "port 0");

#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace eyeballs {

/// The library's own conditions, where <system_error> has none.
enum class errc {
  no_endpoints = 1,  ///< there was nothing to connect to
  nothing_to_race,   ///< a race had no children
  deadlock,          ///< nothing that a tree of tasks waits for can come
  stopped,           ///< a value was asked of what was stopped
  exception,         ///< an exception other than std::system_error left a task
};

inline const std::error_category& eyeballs_category() noexcept {
  static const struct : std::error_category {
    const char* name() const noexcept override { return "eyeballs"; }

    std::string message(int value) const override {
      static constexpr const char* texts[] = {"unknown error",   "no endpoints to connect to",
                                              "nothing to race", "waits for nothing that can come",
                                              "stopped",         "an exception left a task"};
      return texts[value >= 0 && value <= int(errc::exception) ? value : 0];
    }
  } category;

  return category;
}

inline std::error_code make_error_code(errc e) noexcept { return {int(e), eyeballs_category()}; }

/// Why something failed, readable without a throw: a code, what it was about, the errors behind it.
struct error {
  /// `about` names what failed, as the reader of a log would: an endpoint, an option.
  explicit error(std::error_code code, std::string about = {}, std::vector<error> causes = {})
      : code_(code), about_(std::move(about)), causes_(std::move(causes)) {}

  /// The error of the exception that is being handled: the code of a std::system_error, all of a
  /// task_error, the text of another std::exception.
  static error current() noexcept;

  const std::error_code& code() const noexcept { return code_; }

  const std::string& about() const noexcept { return about_; }

  const std::vector<error>& causes() const noexcept { return causes_; }

  /// "about: the code's message (the causes' messages)"
  std::string message() const {
    std::string text = about_.empty() ? code_.message() : about_ + ": " + code_.message();
    if (causes_.empty()) return text;
    for (const error& e : causes_) text += (&e == &causes_.front() ? " (" : "; ") + e.message();
    return text + ")";
  }

  /// The exception that it was, or a task_error. It is never null.
  std::exception_ptr exception() const;

 private:
  std::error_code code_;
  std::string about_;
  std::vector<error> causes_;
  std::exception_ptr exception_;
};

/// What is thrown where a value is asked for and there is an error. It holds the whole error.
struct task_error : std::system_error {
  explicit task_error(eyeballs::error why)
      : system_error(why.code(), why.about()), why_(std::move(why)) {}

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
  } catch (...) {}  // it is no std::exception, or there is no memory for more than the code
  e.exception_ = std::current_exception();
  return e;
}

/// A failure on its way: `co_return fail(why)` or `co_await fail(why)` ends a task with it.
struct [[nodiscard]] failure : error {
  using error::error;

  explicit failure(error why) noexcept : error(std::move(why)) {}

  explicit failure(std::errc code, std::string about = {})
      : error(make_error_code(code), std::move(about)) {}
};

/// `fail(error)`, `fail(std::errc, about = {})`, `fail(std::error_code, about = {}, causes = {})`.
template <class... Why> auto fail(Why&&... why) { return failure(std::forward<Why>(why)...); }

}  // namespace eyeballs

template <> struct std::is_error_code_enum<eyeballs::errc> : std::true_type {};
