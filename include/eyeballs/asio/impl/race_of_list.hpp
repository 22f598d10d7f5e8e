// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How a socket of the caller's is connected to one of a list.

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/this_task.hpp"
#include "../../happy_eyeballs.hpp"
#include "../async_connect/given_up.hpp"
#include "../async_connect/race_of_list.hpp"
#include "../connect_options.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The attempts of a list, as a range that is read once. It is a template, so that nobody who does not
/// call `race_list` compiles the race.
template <class> class attempts_of {
 public:
  class iterator {
   public:
    explicit iterator(raced_list& list) : list_(&list), attempt_(list.next()) {}

    iterator& operator++() {
      attempt_ = list_->next();
      return *this;
    }

    task<std::size_t> operator*() { return *std::move(attempt_); }

    bool operator==(std::default_sentinel_t) const noexcept { return !attempt_; }

   private:
    raced_list* list_;
    std::optional<task<std::size_t>> attempt_;
  };

  explicit attempts_of(raced_list& list) noexcept : list_(&list) {}

  iterator begin() const { return iterator(*list_); }

  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  raced_list* list_;
};

template <class Void> task<std::size_t> race_list(raced_list& list) {
  const environment here = co_await current_environment();
  dataflow_variable<> lost;
  list.report_to(lost);
  auto attempts = happy_eyeballs(connect_options().attempt_delay, attempts_of<Void>(list));
  auto end = co_await as_outcome(unless_given_up(std::move(attempts), lost));
  if (has_context_died(here)) co_await stopped;
  if (list.is_lost() || lost.has_value()) co_return fail(given_up());

  if (end) list.deliver();
  else list.close();
  if (end.stopped()) co_await stopped;
  co_return std::move(end).as_result();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
