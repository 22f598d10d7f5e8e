// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Happy Eyeballs (RFC 8305, section 5): connects by the first of several connectors that works.
//
//     socket s = co_await happy_eyeballs(250ms, close, connectors);
//
// Attempts start one at a time, in order: the next one when the delay has passed since the start of
// the newest, or as soon as the newest has failed. None of them disturbs another, until the first
// that succeeds ends them all.
//
//     attempt(k)      is  its connector, and beside it attempt(k + 1), which is due at the failure
//                         of the connector or when the delay is over
//     happy_eyeballs  is  the race of attempt(0) against a connection being chosen

#include <type_traits>
#include <utility>

#include "attempts/arguments.hpp"
#include "attempts/attempt_errors.hpp"
#include "attempts/in_place.hpp"
#include "core/as_result.hpp"
#include "core/dataflow_variable.hpp"
#include "core/join.hpp"
#include "core/race.hpp"
#include "core/sleep.hpp"
#include "core/this_task.hpp"

namespace eyeballs {
namespace detail {

/// What the attempts of one `happy_eyeballs` share.
template <class Stagger, class Close, class Source> struct race_state {
  using connection = connection_of<Source>;

  race_state(Stagger&& s, Close&& c, Source&& source, stop_token t)
      : stagger(std::move(s)), close(std::move(c)), connectors(std::move(source)), stop(t) {}

  race_state(const race_state&) = delete;

  ~race_state() {
    if (chosen.has_value() && !delivered) close(std::move(chosen.value()));
  }

  /// From then on no connector is pulled or started.
  bool over() const noexcept { return chosen.has_value() || stop.stop_requested(); }

  connection&& deliver() noexcept {
    delivered = true;
    return std::move(chosen.value());
  }

  Stagger stagger;
  Close close;
  Source connectors;
  stop_token stop;
  dataflow_variable<connection> chosen;
  bool delivered = false;
  attempt_errors errors;
};

/// Connector k. A success is chosen, or closed if it is too late. Anything else lets the next
/// attempt start, even if the connector has stopped by itself.
template <class State, class Connector>
task<> connect(State& s, std::size_t k, Connector connector, dataflow_variable<>& failed) {
  auto opened = open(connector);
  auto& end = co_await outcome_in_place(opened);
  if (end.stopped()) {
    failed.set();
    co_await stopped;
  } else if (end.has_error()) {
    s.errors.note(k, std::move(end).error());
    failed.set();
  } else if (s.over()) {
    s.close(*std::move(end));
  } else {
    s.chosen.set(*std::move(end));
  }
}

/// Attempt k, and within it all later ones. A connector's failure is noted; it fails only where no
/// further connector can be pulled.
template <class State>
task<> attempt(State& s, std::size_t k, dataflow_variable<>* previous_failed = nullptr) {
  if (previous_failed) co_await due_after(s.stagger, k - 1, *previous_failed);

  co_await yield_turn();  // a connection made in this turn is known before the next one is begun
  if (s.over()) co_return;
  auto connector = co_await s.connectors.next();
  co_await yield_turn();
  if (!connector || s.over()) co_return;

  s.errors.add();
  dataflow_variable<> failed;
  auto ended = co_await join(connect(s, k, *std::move(connector), failed),
                             as_result(attempt(s, k + 1, &failed)));
  s.errors.note_end_of_pulling(std::get<1>(ended));
}

template <class Stagger, class Close, class Source>
auto race_attempts(Stagger stagger, Close close, Source connectors) -> task<connection_of<Source>> {
  const environment here = co_await current_environment();
  race_state s(std::move(stagger), std::move(close), std::move(connectors), here.stop);
  auto ended = co_await race(s.chosen, as_outcome(attempt(s, 0)));
  co_await stop_point();  // a winner that is not delivered is closed by the destructor of `s`
  if (s.chosen.has_value()) co_return s.deliver();

  auto& tried = std::get<1>(ended);
  if (tried.stopped()) co_await stopped;  // a connector stopped, though nobody asked for it
  s.errors.note_end_of_pulling(tried);
  co_return fail(std::move(s.errors).all());
}

struct destroy {
  void operator()(auto&&) const noexcept {}
};

}  // namespace detail

/// Connects by the first of several connectors that works (RFC 8305, section 5).
///
/// Parameters, which are all moved or copied:
/// * `delay`, the Connection Attempt Delay: how long to wait for the newest attempt before the next
///   one starts beside it. A duration (`max()`: strictly one after another), or a `stagger`.
/// * `close(connection&&)`, noexcept: what to do, once, with each connection that comes too late or
///   cannot be delivered. By default it is destroyed.
/// * `connectors`: a range of tasks, or of callables that return tasks, which is read one by one
///   when they are due; or a `connector_source`.
///
/// Yields the first connection that is made, once all other attempts were stopped and have ended.
/// Resumes in the tree of the task, as every wait does.
///
/// Ends with an error when all attempts have failed, at that instant. Its code is the first
/// connector's; its causes are all errors, in the order of the starts. Without any connector it is
/// `errc::no_endpoints`. Whatever a connector throws is its failure. If the range or the source
/// fails, running attempts go on, and that error is the last. A connector that ends stopped by
/// itself starts the next one like a failure; if then nobody wins, the end is stopped.
///
/// Ends stopped, and closes a winner that was not delivered, when a stop came first. From then on
/// no connector is read or started. It keeps one frame for each connector that was tried, until it
/// ends.
template <class Delay, class Close, class Connectors>
auto happy_eyeballs(Delay&& delay, Close&& close, Connectors&& connectors) {
  using kept_delay = std::remove_cvref_t<Delay>;
  using kept_close = std::decay_t<Close>;
  using kept_connectors = std::remove_cvref_t<Connectors>;
  EYEBALLS_ASSERT_NAMED(Delay, Close, Connectors);
  static_assert(detail::keepable<Connectors>,
                "eyeballs: tasks can't be copied: move the connectors in");

  if constexpr (!detail::accepts<kept_delay, kept_close, kept_connectors>()) {
    return never();  // an error has told why
  } else {
    return detail::race_attempts(
        detail::make_stagger(kept_delay(std::forward<Delay>(delay))),
        kept_close(std::forward<Close>(close)),
        detail::make_source(kept_connectors(std::forward<Connectors>(connectors))));
  }
}

/// The same. A connection that comes too late is destroyed.
template <class Delay, class Connectors>
auto happy_eyeballs(Delay&& delay, Connectors&& connectors) {
  return happy_eyeballs(std::forward<Delay>(delay), detail::destroy{},
                        std::forward<Connectors>(connectors));
}

}  // namespace eyeballs
