// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The connectors of a host whose addresses are still being looked up, for `happy_eyeballs`: a
// source that waits for what holds the next attempt back, and the stagger that goes with it.

#include <cstddef>
#include <optional>
#include <utility>

#include "../core/as_result.hpp"
#include "../core/dataflow_variable.hpp"
#include "../core/race.hpp"
#include "../core/sleep.hpp"
#include "../core/this_task.hpp"
#include "attempt_schedule.hpp"
#include "candidate_queue.hpp"
#include "reported.hpp"
#include "transport.hpp"

namespace eyeballs::detail {

/// What the queries write, and the source and the stagger read. It outlives them; what it is
/// constructed with outlives it, but for the candidates.
template <class Transport, class Candidates> class connect_state {
 public:
  using endpoint = typename Candidates::endpoint;
  using connection = connection_by<Transport, endpoint>;

  connect_state(Transport& t, Candidates c, const configurable_values& values,
                connect_report<endpoint>& r)
      : transport(t), found(std::move(c)), schedule(values), report(r) {}

  connect_state(const connect_state&) = delete;

  /// To be called after a change of `found` or of `schedule`.
  void changed() noexcept {
    if (change_) change_->set();
  }

  /// The next change. One may wait for it at a time.
  dataflow_variable<>& change() noexcept { return change_.emplace(); }

  Transport& transport;
  Candidates found;
  attempt_schedule schedule;
  connect_report<endpoint>& report;

 private:
  std::optional<dataflow_variable<>> change_;
};

/// An attempt is in flight as long as this lives.
template <class State> class in_flight {
 public:
  in_flight(State& s, std::size_t index, time_point now, const scheduler& where,
            std::optional<duration> own_delay) noexcept
      : state_(s), index_(index) {
    state_.schedule.start(index, now, where, own_delay);
  }

  in_flight(const in_flight&) = delete;

  ~in_flight() {
    state_.schedule.end(index_);
    state_.changed();
  }

 private:
  State& state_;
  std::size_t index_;
};

template <class State> auto attempt_at(State& s, typename State::endpoint endpoint)
    -> task<typename State::connection> {
  const environment here = co_await current_environment();
  const time_point now = here.where->now();
  const std::size_t index = s.report.attempts.size();
  const in_flight<State> counted(s, index, now, *here.where,
                                 s.transport.delay_of(std::as_const(endpoint)));
  s.report.attempts.push_back({endpoint});
  reported_attempt reported(s.report, *here.where, index);
  try {
    auto attempt =
        attempt_by(s.transport, std::as_const(endpoint), index, s.schedule.progress_of(index));
    auto end = co_await as_result(std::move(attempt));
    if (end) reported.connected();
    else reported.failed(end.error());
    co_return std::move(end);
  } catch (...) {
    reported.failed(error::current());  // the transport had no task to offer
    throw;
  }
}

/// The time until `due`, for a `sleep`.
inline duration time_left(time_point now, time_point due) noexcept {
  return due == time_point::max() ? duration::max() : due - now;
}

template <class State> class candidate_source {
 public:
  explicit candidate_source(State& s) noexcept : state_(&s) {}

  /// Yields the connector of the next endpoint, when nothing holds it back any more: the queue of
  /// candidates, or the schedule of attempts. Yields none when no endpoint is left and none can
  /// come.
  auto next() { return next_of(*state_); }

 private:
  static auto next_of(State& s) -> task<std::optional<task<typename State::connection>>> {
    const environment here = co_await current_environment();
    for (;;) {
      const time_point due = std::max(s.found.due(), s.schedule.due());
      const time_point now = here.where->now();
      if (due <= now) break;
      if (s.found.exhausted()) co_return std::nullopt;
      co_await race(s.change(), sleep(time_left(now, due)));
    }
    co_return attempt_at(s, s.found.next());
  }

  State* state_;
};

/// The next attempt is wanted when the delay of the newest is over.
template <class State> class candidate_stagger {
 public:
  explicit candidate_stagger(const State& s) noexcept : state_(&s) {}

  duration delay(std::size_t) const noexcept { return state_->schedule.delay(); }

 private:
  const State* state_;
};

}  // namespace eyeballs::detail
