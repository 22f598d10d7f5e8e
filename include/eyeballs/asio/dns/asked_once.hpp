// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One question, and its one answer for all who ask.

#include <system_error>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/this_task.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Those who ask are stopped together: if the first of them is stopped, nobody is answered. A question
/// that stops by itself has failed with `operation_canceled`.
template <class T> class asked_once {
 public:
  /// Yields the answer, or its error. Only the first who asks has his `question`, an awaitable,
  /// asked.
  template <class Question> task<T> answer(Question question) {
    if (!std::exchange(is_asked_, true)) {
      outcome<T> first = stopped;
      try {
        first = co_await as_outcome(std::move(question));
      } catch (...) { first = error::current(); }  // there was no memory to ask with
      if (first.stopped()) {
        co_await stop_point();  // else who was asked has stopped by itself
        first = error(std::make_error_code(std::errc::operation_canceled));
      }
      answer_.set(std::move(first).as_result());
    }
    const result<T>& told = co_await answer_;
    co_return result<T>(told);
  }

 private:
  bool is_asked_ = false;
  dataflow_variable<result<T>> answer_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
