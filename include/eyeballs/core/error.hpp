// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why something failed, as a value. It is thrown only where somebody asks for a value that is not
// there.
//
//     if (port == 0) co_return fail(std::errc::invalid_argument, "port 0");

#include <cstring>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../base/error_details.hpp"
#include "../base/escaped.hpp"
#include "../base/named_closure.hpp"

namespace eyeballs {

/// The library's own conditions, where `<system_error>` has none.
enum class errc {
  no_endpoints = 1,  ///< there was nothing to connect to
  nothing_to_race,   ///< a race had no children
  deadlock,          ///< nothing that a tree of tasks waits for can come
  stopped,           ///< a value was asked of what was stopped
  exception,         ///< an exception other than std::system_error left a task
};

/// The category of `errc`. Its name is "eyeballs".
EYEBALLS_SHARED inline const std::error_category& eyeballs_category() noexcept {
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

/// The code in the category of the library.
inline std::error_code make_error_code(errc e) noexcept { return {int(e), eyeballs_category()}; }

/// A code of another shared object, which may have a category of its own, equals, too.
inline bool operator==(const std::error_code& code, errc e) noexcept {
  return code.value() == int(e) &&
         std::strcmp(code.category().name(), eyeballs_category().name()) == 0;
}

/// Why something failed, readable without a throw: a code, what it was about, the errors behind it.
/// It is as small as two codes, and copies share what they hold.
struct error {
  /// Nothing but a code.
  explicit error(std::error_code code) noexcept : code_(code) {}

  /// `subject` is what failed: a text, as the reader of a log would name it, or a value of any type
  /// that has `std::string about() const`. That is called when somebody asks for the text.
  template <class Subject = std::string>
  explicit error(std::error_code code, Subject subject, std::vector<error> causes = {})
      : code_(code) {
    using text_or_value =
        std::conditional_t<std::is_convertible_v<Subject, std::string>, std::string, Subject>;
    auto* const details = new detail::details_about<error, text_or_value>(std::move(subject));
    details_ = detail::counted_pointer<detail::error_details<error>>(details);
    details->causes = std::move(causes);
  }

  /// The error of the exception that is being handled: the code of a std::system_error, all of a
  /// task_error, the text of another std::exception.
  static error current() noexcept;

  /// What went wrong.
  const std::error_code& code() const noexcept { return code_; }

  /// What it is about, as a text; empty if that was not said. Control characters, and bytes that
  /// are no UTF-8, are shown as `\x1b`.
  std::string about() const {
    return details_.get() ? detail::escaped(details_.get()->about()) : std::string();
  }

  /// What it is about, if that is of this type; null otherwise. It lives as long as the error, or a
  /// copy of it, does.
  template <class Subject> const Subject* subject_as() const noexcept {
    return detail::subject_of<Subject, error>(details_.get());
  }

  /// The errors behind it; there may be none. They live as long as the error does.
  const std::vector<error>& causes() const noexcept {
    static const std::vector<error> none;
    return details_.get() ? details_.get()->causes : none;
  }

  /// "about: the code's message (the causes' messages)"; of causes of causes up to a depth of 64.
  std::string message() const { return detail::message_of(*this, 64); }

  /// The exception that it was, or a task_error. It is never null.
  std::exception_ptr exception() const;

 private:
  std::error_code code_;
  detail::counted_pointer<detail::error_details<error>> details_;
};

/// What is thrown where a value is asked for and there is an error. It holds the whole error.
struct task_error : std::system_error {
  /// Its `code()` is that of the error, and `what()` says what that is about, without the causes.
  explicit task_error(eyeballs::error why)
      : system_error(detail::system_error_of(why)), why_(std::move(why)) {}

  /// The whole error.
  const eyeballs::error& error() const noexcept { return why_; }

 private:
  eyeballs::error why_;
};

inline std::exception_ptr error::exception() const {
  const auto* thrown = subject_as<detail::thrown_exception>();
  return thrown ? thrown->exception : std::make_exception_ptr(task_error(*this));
}

inline error error::current() noexcept {
  return detail::error_of_current<task_error, error>(make_error_code(errc::exception));
}

/// A failure on its way: `co_return fail(why)` or `co_await fail(why)` ends a task with it.
struct [[nodiscard("eyeballs: nothing fails until it is returned: co_return it")]] failure : error {
  using error::error;

  /// Of an error.
  explicit failure(error why) noexcept : error(std::move(why)) {}

  /// Of a `std::errc`, and what it is about.
  template <class... Subject> explicit failure(std::errc code, Subject&&... subject)
      : error(make_error_code(code), std::forward<Subject>(subject)...) {}
};

/// `fail(error)`, or the arguments of an error, whose code may be a `std::errc`.
template <class... Why> auto fail(Why&&... why) {
  EYEBALLS_ASSERT_NAMED(Why...);
  return failure(std::forward<Why>(why)...);
}

}  // namespace eyeballs

template <> struct std::is_error_code_enum<eyeballs::errc> : std::true_type {};
