// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A connect and its attempts in a report, from their begin to their end, however that comes: a stop
// destroys the frames that they are in. When a context dies, the report may be gone; nothing is
// noted then.

#include <cstddef>

#include "../base/require.hpp"
#include "connect_report.hpp"

namespace eyeballs::detail {

template <class Endpoint> class reported_connect {
 public:
  reported_connect(connect_report<Endpoint>& r, scheduler& where, time_point now)
      : report_(r), where_(where) {
    report_.began = now;
    report_.observer.where_ = &where_;
    tell(report_, connect_event_kind::began, 0);
  }

  reported_connect(const reported_connect&) = delete;

  ~reported_connect() { end(); }

  /// The first call counts.
  void end() {
    if (is_abandoned(where_) || report_.ended) return;
    report_.ended = where_.now();
    tell(report_, connect_event_kind::ended, 0);
    report_.observer.where_ = nullptr;
  }

 private:
  connect_report<Endpoint>& report_;
  scheduler& where_;
};

/// It is pending until it has connected or failed; also then, if it is stopped.
template <class Endpoint> class reported_attempt {
 public:
  /// Attempt `index` has its row in the report.
  reported_attempt(connect_report<Endpoint>& r, scheduler& where, std::size_t index)
      : report_(r), where_(where), index_(index) {
    row().started = where_.now();
    tell(report_, connect_event_kind::attempt_started, index_);
  }

  reported_attempt(const reported_attempt&) = delete;

  ~reported_attempt() {
    if (!has_ended_ && !is_abandoned(where_)) tell_of_end();
  }

  void connected() { end(report_state::done); }

  void failed(const error& why) {
    row().why = why;
    end(report_state::failed);
  }

 private:
  void end(report_state how) {
    has_ended_ = true;
    row().ended = where_.now();
    row().state = how;
    tell_of_end();
  }

  auto& row() noexcept {
    require(index_ < report_.attempts.size(), "a report is of one connect at a time");
    return report_.attempts[index_];
  }

  void tell_of_end() { tell(report_, connect_event_kind::attempt_ended, index_); }

  connect_report<Endpoint>& report_;
  scheduler& where_;
  std::size_t index_;
  bool has_ended_ = false;
};

}  // namespace eyeballs::detail
