// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What an error has beside its code: what it was about, and the errors behind it; and the text that
// says all of it.

#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "counted.hpp"

namespace eyeballs::detail {

/// It is shared by the error's copies, and does not change.
template <class Error> struct error_details : counted {
  virtual std::string about() const = 0;

#if !defined(__cpp_rtti)
  virtual const void* type() const noexcept = 0;
#endif

  std::vector<Error> causes;
};

template <class Error, class Subject> struct details_about final : error_details<Error> {
  explicit details_about(Subject s) : subject(std::move(s)) {}

  std::string about() const override {
    if constexpr (std::is_same_v<Subject, std::string>) return subject;
    else return subject.about();
  }

#if !defined(__cpp_rtti)
  static constexpr char own_type = 0;  // which has an address of its own

  const void* type() const noexcept override { return &own_type; }
#endif

  Subject subject;
};

/// The subject, if it is of this type; otherwise null. Of what is `final`, to compare types says as
/// much as a dynamic_cast, and costs a third.
template <class Subject, class Error>
const Subject* subject_of(const error_details<Error>* details) noexcept {
  using wanted = details_about<Error, Subject>;
  if (!details) return nullptr;
#if defined(__cpp_rtti)
  const bool is_wanted = typeid(*details) == typeid(wanted);
#else
  const bool is_wanted = details->type() == &wanted::own_type;
#endif
  return is_wanted ? &static_cast<const wanted*>(details)->subject : nullptr;
}

/// The subject of an error that was an exception.
struct thrown_exception {
  std::string about() const { return what; }

  std::exception_ptr exception;
  std::string what;
};

/// The error of the exception that is being handled. A `TaskError` has one; `code` is that of an
/// exception which has none.
template <class TaskError, class Error> Error error_of_current(std::error_code code) noexcept {
  try {
    std::string what;
    try {
      throw;
    } catch (const TaskError& e) { return e.error(); } catch (const std::system_error& e) {
      code = e.code();
    } catch (const std::bad_alloc&) {
      code = std::make_error_code(std::errc::not_enough_memory);
    } catch (const std::exception& e) { what = e.what(); } catch (...) {
    }
    return Error(code, thrown_exception{std::current_exception(), std::move(what)});
  } catch (...) { return Error(code); }  // there is no memory for more
}

/// What an error says, and its causes do, and theirs: as deep as `levels`.
template <class Error> std::string message_of(const Error& e, int levels) {
  std::string text = e.about();
  text += (text.empty() ? "" : ": ") + e.code().message();
  if (e.causes().empty()) return text;
  if (levels == 0) return text + " (...)";

  const char* before = " (";
  for (const Error& cause : e.causes()) {
    text += before + message_of(cause, levels - 1);
    before = "; ";
  }
  return text + ")";
}

/// The error as an exception without its causes, whose text is one line also if it is about nothing.
template <class Error> std::system_error system_error_of(const Error& e) {
  const std::string about = e.about();
  return about.empty() ? std::system_error(e.code()) : std::system_error(e.code(), about);
}

}  // namespace eyeballs::detail
