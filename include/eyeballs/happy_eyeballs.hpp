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
//     attempt(k)      is  its connector, and beside it: at its failure or when the delay is over,
//                         attempt(k + 1)
//     happy_eyeballs  is  the race of attempt(0) against a connection being chosen

#include <type_traits>
#include <utility>

#include "attempt_errors.hpp"
#include "closures.hpp"
#include "connectors.hpp"
#include "core/as_result.hpp"
#include "core/dataflow_variable.hpp"
#include "core/join.hpp"
#include "core/race.hpp"
#include "core/stop_point.hpp"
#include "end_of_turn.hpp"

namespace eyeballs {
namespace detail {

/// What the attempts of one `happy_eyeballs` share.
template <class Stagger, class Close, class Source> struct contest {
  using connection = connection_of<Source>;

  contest(Stagger&& s, Close&& c, Source&& source, stop_token t)
      : stagger(std::move(s)), close(std::move(c)), connectors(std::move(source)), stop(t) {}
  contest(const contest&) = delete;
  ~contest() {
    if (chosen.has_value() && !delivered) close(std::move(chosen.value()));
  }

  /// From then on no connector is pulled or started.
  bool over() const noexcept { return chosen.has_value() || stop.stop_requested(); }
  connection deliver() noexcept {
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

template <class Contest, class Connector>
task<> connect(Contest& c, std::size_t k, Connector connector, dataflow_variable<>& failed) {
  auto end = co_await as_outcome(open(connector));
  if (end.has_error()) c.errors.note(k, std::move(end).error());
  if (!end) failed.set();  // also if it was stopped: where nobody asked for it, the next may start
  else if (c.over()) c.close(*std::move(end));  // too late
  else c.chosen.set(*std::move(end));
  if (end.stopped()) co_await stopped;
}

template <class Contest> task<> attempt(Contest& c, std::size_t k);

template <class Contest>
task<> next_attempt(Contest& c, std::size_t k, dataflow_variable<>& failed) {
  co_await race(failed, c.stagger.wait(k));
  co_await attempt(c, k + 1);
}

/// Attempt k, and within it all later ones. It never fails: failures are noted.
template <class Contest> task<> attempt(Contest& c, std::size_t k) {
  co_await end_of_turn();  // a connection made in this turn is known before the next one is begun
  if (c.over()) co_return;
  auto connector = co_await c.connectors.next();
  co_await end_of_turn();
  if (!connector || c.over()) co_return;

  c.errors.add();
  dataflow_variable<> failed;
  auto ended = co_await join(connect(c, k, *std::move(connector), failed),
                             as_result(next_attempt(c, k, failed)));
  c.errors.note_end_of_pulling(std::get<1>(ended));
}

template <class Stagger, class Close, class Source>
auto compete(Stagger stagger, Close close, Source connectors) -> task<connection_of<Source>> {
  const environment here = co_await current_environment();
  contest c(std::move(stagger), std::move(close), std::move(connectors), here.stop);
  auto ended = co_await race(c.chosen, as_outcome(attempt(c, 0)));
  co_await stop_point();  // a winner who is not delivered is closed by the contest's destructor
  if (c.chosen.has_value()) co_return c.deliver();
  auto& tried = std::get<1>(ended);
  if (tried.stopped()) co_await stopped;  // a connector was, though nobody asked for it
  c.errors.note_end_of_pulling(tried);
  co_return fail(std::move(c.errors).all());
}

struct destroy {
  void operator()(auto&&) const noexcept {}
};
}  // namespace detail

/// Yields the first connection that is made (RFC 8305, section 5), once all other attempts were
/// stopped and have ended. Resumes in the task tree, as every wait does.
///
/// `delay`, the Connection Attempt Delay: how long to wait for the newest attempt before the next
/// one starts beside it; a duration (`max()`: strictly one after another), or a `stagger`.
/// `close(connection&&)`, noexcept: what to do, once, with each connection that comes too late or
/// can't be delivered; by default it is destroyed. `connectors`: a range of tasks, or of callables
/// that return tasks, read one by one when due; or a `connector_source`. All are moved or copied.
///
/// Ends with an error when all attempts have failed, at that instant: the code is the first
/// connector's, the causes are all errors in the order of the starts; without any connector it is
/// `errc::no_endpoints`. Whatever a connector throws is its failure; if the range or the source
/// fails, running attempts go on, and that error is the last. A connector that ends stopped by
/// itself starts the next like a failure; if then nobody wins, the end is stopped. Ends stopped,
/// and closes a winner that was not delivered, when a stop came first; from then on no connector is
/// read or started. It keeps one pair of frames for each connector tried until it ends.
template <class Delay, class Close, class Connectors>
auto happy_eyeballs(Delay delay, Close&& close, Connectors&& connectors) {
  using kept_close = std::decay_t<Close>;
  using kept_connectors = std::remove_cvref_t<Connectors>;
  EYEBALLS_ASSERT_NAMED(Close);
  EYEBALLS_ASSERT_NAMED(Connectors);
  static_assert(detail::keepable<Connectors>,
                "eyeballs: tasks can't be copied: move the connectors in");
  auto source = detail::make_source(kept_connectors(std::forward<Connectors>(connectors)));
  using connection = detail::connection_of<decltype(source)>;
  static_assert(std::is_nothrow_move_constructible_v<connection>,
                "eyeballs: a connection must be movable without a throw");
  static_assert(std::is_nothrow_invocable_v<kept_close&, connection&&>,
                "eyeballs: close must take a connection, and be noexcept");
  return detail::compete(detail::make_stagger(std::move(delay)),
                         kept_close(std::forward<Close>(close)), std::move(source));
}
/// The same; a connection that comes too late is destroyed.
template <class Delay, class Connectors> auto happy_eyeballs(Delay delay, Connectors&& connectors) {
  return happy_eyeballs(std::move(delay), detail::destroy{}, std::forward<Connectors>(connectors));
}

}  // namespace eyeballs
