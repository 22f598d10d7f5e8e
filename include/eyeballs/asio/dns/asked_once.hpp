// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One question, and its one answer for all who ask.

#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Those who ask are stopped together: if the first of them is stopped, nobody is answered.
template <class T> class asked_once {
 public:
  /// Yields the answer, or its error. Only the first who asks has his `question`, an awaitable,
  /// asked.
  template <class Question> task<T> answer(Question question) {
    if (!std::exchange(is_asked_, true)) {
      auto first = co_await as_result(std::move(question));
      answer_.set(std::move(first));
    }
    const result<T>& told = co_await answer_;
    co_return result<T>(told);
  }

 private:
  bool is_asked_ = false;
  dataflow_variable<result<T>> answer_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
