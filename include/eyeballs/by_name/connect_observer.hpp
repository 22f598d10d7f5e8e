// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What happens in a connect, as it happens: each change of its report.
//
//     auto log = [](const connect_event<tcp::endpoint>& e) noexcept {
//       if (e.what == connect_event_kind::attempt_started)
//         print("trying", e.report.attempts[e.index].endpoint);
//     };
//     connect_report<tcp::endpoint> report;
//     report.observer = log;
//     options.report = &report;

#include <cstddef>
#include <memory>
#include <type_traits>

#include "../core/scheduler.hpp"

namespace eyeballs {

template <class Endpoint> struct connect_report;
enum class connect_event_kind : unsigned char;

namespace detail {
template <class Endpoint> class reported_connect;

template <class Endpoint>
void tell(connect_report<Endpoint>& report, connect_event_kind what, std::size_t index);

/// Whether what the tree runs on has died.
inline bool is_abandoned(scheduler& where) noexcept {
  return where.abandonment.token().stop_arrived();
}

}  // namespace detail

/// What has happened to which row of the report.
enum class connect_event_kind : unsigned char {
  began,        ///< The connect: the queries that it may make are known.
  query_asked,  ///< A query.
  query_ended,  ///< A query: its state says how. One that was stopped is pending, and not told.
  address_left_out,  ///< An address that was found, and is not tried.
  attempt_started,   ///< An attempt.
  attempt_ended,     ///< An attempt: its state says how. One that was stopped is pending.
  ended,             ///< The connect: with a connection, an error, or a stop.
};

/// One change of a report, which is good only while the observer is told of it.
template <class Endpoint> struct connect_event {
  connect_event_kind what;  ///< what has happened
  /// Which one of `report.queries`, `report.attempts` or `report.left_out` it is; 0 for the connect.
  std::size_t index;
  time_point when;                         ///< by the clock of the tree of tasks
  const connect_report<Endpoint>& report;  ///< what is known by now
};

/// Who is told of the changes of a report, where the task of the connect runs. By default nobody is.
///
/// It refers to an object that is called as `observer(const connect_event<Endpoint>&)`, noexcept, and
/// which outlives the connect. It belongs to one report: a copy of that has none, and a report that is
/// assigned to, or emptied, keeps its own. When an execution context dies, nobody is told any more.
template <class Endpoint> class connect_observer {
 public:
  using event = connect_event<Endpoint>;  ///< what an observer is called with

  /// Nobody.
  connect_observer() noexcept = default;

  /// A copy tells nobody.
  connect_observer(const connect_observer&) noexcept {}

  /// Whoever is told remains.
  // NOLINTNEXTLINE(bugprone-unhandled-self-assignment): no assignment changes anything
  connect_observer& operator=(const connect_observer&) noexcept { return *this; }

  /// `observer` is told from now on.
  template <class Observer>
    requires(!std::is_same_v<std::remove_const_t<Observer>, connect_observer>)
  connect_observer& operator=(Observer& observer) noexcept {
    static_assert(std::is_nothrow_invocable_v<Observer&, const event&>,
                  "eyeballs: an observer is called with a const connect_event&, and is noexcept");
    observer_ = const_cast<void*>(static_cast<const void*>(std::addressof(observer)));
    call_ = [](void* o, const event& e) noexcept { (*static_cast<Observer*>(o))(e); };
    return *this;
  }

  /// Nobody is told any more.
  connect_observer& operator=(std::nullptr_t) noexcept {
    call_ = nullptr;
    return *this;
  }

 private:
  friend detail::reported_connect<Endpoint>;
  template <class E>
  friend void detail::tell(connect_report<E>& report, connect_event_kind what, std::size_t index);

  void* observer_ = nullptr;
  void (*call_)(void*, const event&) noexcept = nullptr;
  scheduler* where_ = nullptr;  // while the connect is under way
};

}  // namespace eyeballs
