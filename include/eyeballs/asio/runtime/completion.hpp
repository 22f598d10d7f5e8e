// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What an Asio operation completes with, as a result: the error that leads its completion
// signature, or what follows.

#include <cstddef>
#include <exception>
#include <string>
#include <tuple>
#include <utility>

#include "../../core/result.hpp"
#include "../config.hpp"
#include "../error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What an exception says beside its code's message.
inline std::string about(const system_error& e) {
  const std::string what = e.what();
  const std::size_t message = what.find(": " + e.code().message());
  return message == std::string::npos ? std::string() : what.substr(0, message);
}

/// The error that its code would be, and which keeps the exception, if there is memory for that.
inline error error_of(const system_error& e, const std::exception_ptr& thrown) noexcept {
  const std::error_code code = from_asio(e.code());
  try {
    return error(code, thrown_exception{thrown, about(e)});
  } catch (...) { return error(code); }
}

inline error error_of(const std::exception_ptr& thrown) noexcept {
  try {
    std::rethrow_exception(thrown);
  } catch (const task_error& e) { return e.error(); } catch (const system_error& e) {
    return error_of(e, thrown);
  } catch (...) { return error::current(); }
}

/// Whether it is Asio's exception for what was cancelled.
inline bool aborted_by(const std::exception_ptr& thrown) noexcept {
  try {
    if (thrown) std::rethrow_exception(thrown);
    return false;
  } catch (const system_error& e) {
    return e.code() == asio::error::operation_aborted;
  } catch (...) { return false; }
}

/// What follows the error: nothing, one value, or a tuple of several.
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

/// The whole of it. This is for signatures without an error, the others for those with one.
template <class... Values> struct completion : completion_values<Values...> {
  /// Whether it tells that the operation was cancelled.
  static bool aborted(const Values&...) noexcept { return false; }
};

template <class... Values> struct completion<error_code, Values...> : completion_values<Values...> {
  static bool aborted(const error_code& code, const Values&...) noexcept {
    return code == asio::error::operation_aborted;
  }

  static auto take(error_code&& code, Values&&... values)
      -> result<typename completion_values<Values...>::value_type> {
    if (code) return error(from_asio(code));
    return completion_values<Values...>::take(std::move(values)...);
  }
};

template <class... Values> struct completion<std::exception_ptr, Values...>
    : completion_values<Values...> {
  static bool aborted(const std::exception_ptr& thrown, const Values&...) noexcept {
    return aborted_by(thrown);
  }

  static auto take(std::exception_ptr&& thrown, Values&&... values)
      -> result<typename completion_values<Values...>::value_type> {
    if (thrown) return error_of(thrown);
    return completion_values<Values...>::take(std::move(values)...);
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
