// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What became of a connect by name: each query, each attempt, and each address that was left out.
//
//     if (const auto* report = report_of<tcp::endpoint>(why))
//       for (const auto& q : report->queries)
//         if (q.state == report_state::pending) log("silent name server", q.host);

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../attempts/attempt_subject.hpp"
#include "../base/time.hpp"
#include "../core/error.hpp"
#include "connect_observer.hpp"

namespace eyeballs {

/// How far a query or an attempt had come when the connect ended.
enum class report_state : unsigned char {
  pending,   ///< It was under way: the connect has ended first, and has stopped it.
  done,      ///< The query was answered, if without an address; the attempt has connected.
  failed,    ///< `why` says why.
  left_out,  ///< The query was not made, since `why`: nobody has been asked.
};

/// What became of a connect by name, whose endpoints these are, and when.
template <class Endpoint> struct connect_report {
  /// One query of the DNS, or of another resolver, for the addresses of one family.
  struct query {
    std::string host;                            ///< the name that is asked for
    address_family family;                       ///< AAAA or A
    report_state state = report_state::pending;  ///< how far it has come
    /// How many endpoints it has brought. What was left out does not count.
    std::size_t answers = 0;
    std::optional<error> why = std::nullopt;         ///< why it has failed, or was not made
    time_point asked = {};                           ///< when it was asked
    std::optional<time_point> ended = std::nullopt;  ///< none while it is pending
  };

  /// One attempt to connect.
  struct attempt {
    Endpoint endpoint;                               ///< the one that is tried
    report_state state = report_state::pending;      ///< how far it has come
    std::optional<error> why = std::nullopt;         ///< why it has failed
    time_point started = {};                         ///< when it was started
    std::optional<time_point> ended = std::nullopt;  ///< none while it is pending
  };

  /// An address that was found, and is not tried.
  struct omission {
    Endpoint endpoint;  ///< the one that was found
    error why;          ///< why it is not tried
  };

  time_point began = {};                           ///< by the clock of the tree of tasks
  std::optional<time_point> ended = std::nullopt;  ///< none while the connect is under way

  std::vector<query> queries;        ///< in the order in which they were asked
  std::vector<attempt> attempts;     ///< in the order of their starts
  std::vector<omission> left_out;    ///< in the order in which they were found
  std::size_t beyond_the_limit = 0;  ///< how many addresses more were found than one host may have

  connect_observer<Endpoint> observer = {};  ///< is told of each change, as it happens

  /// Whoever leaves an address out, as a resolver of yours, notes it so.
  void leave_out(Endpoint endpoint, error why) {
    left_out.push_back({std::move(endpoint), std::move(why)});
    detail::tell(*this, connect_event_kind::address_left_out, left_out.size() - 1);
  }
};

namespace detail {

/// A change of the report, for its observer.
template <class Endpoint>
void tell(connect_report<Endpoint>& report, connect_event_kind what, std::size_t index) {
  const connect_observer<Endpoint>& o = report.observer;
  if (o.call_ && o.where_ && !is_abandoned(*o.where_))
    o.call_(o.observer_, connect_event<Endpoint>{what, index, o.where_->now(), report});
}

}  // namespace detail

/// The subject of the error of a connect by name that has failed, or that had no more time.
template <class Endpoint> struct connect_subject {
  /// How many attempts there were; or host and service, if there was no more time.
  std::string about() const {
    if (reached != time_limit::none) return host + ' ' + service;
    if (report.attempts.empty()) return "no address of " + host;
    return detail::all_attempts{report.attempts.size()}.about();
  }

  std::string host;                       ///< the argument of the connect
  std::string service;                    ///< the argument of the connect
  connect_report<Endpoint> report;        ///< what became of it all
  time_limit reached = time_limit::none;  ///< `timeout`, if there was no more time
};

/// What became of the connect whose error this is. Null, if it is no error of a connect by name
/// with such endpoints. The report lives as long as the error, or a copy of it, does.
template <class Endpoint> const connect_report<Endpoint>* report_of(const error& why) noexcept {
  const auto* subject = why.subject_as<connect_subject<Endpoint>>();
  return subject ? &subject->report : nullptr;
}

}  // namespace eyeballs
