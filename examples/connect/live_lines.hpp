// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An observer: prints what happens in a connect, as it happens.

#include <array>
#include <cstdio>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>

#include "one_connect.hpp"

class live_lines {
 public:
  using event = eyeballs::connect_event<eyeballs::tcp::endpoint>;

  void operator()(const event& e) const noexcept {
    using kind = eyeballs::connect_event_kind;
    const tcp_report& r = e.report;
    switch (e.what) {
      case kind::query_asked: return print(e, name_of(r.queries[e.index]) + " asked");
      case kind::query_ended: return print(e, text_of(r.queries[e.index]));
      case kind::address_left_out: return print(e, text_of(r.left_out[e.index]));
      case kind::attempt_started: return print(e, text_of(r.attempts[e.index]) + "started");
      case kind::attempt_ended: {
        const tcp_report::attempt& a = r.attempts[e.index];
        return print(e, text_of(a) + end_of(a));
      }
      default: return;
    }
  }

 private:
  static std::string reason_of(const std::optional<eyeballs::error>& why) {
    return why ? ": " + ::text_of(*why) : "";
  }

  static std::string text_of(const tcp_report::query& q) {
    const std::string name = name_of(q);
    if (q.state == eyeballs::report_state::failed) return name + " failed" + reason_of(q.why);
    if (q.state == eyeballs::report_state::left_out)
      return name + " is not asked: " + (q.why ? q.why->about() : "");
    const char* const noun = q.answers == 1 ? " address" : " addresses";
    return name + " answered: " + std::to_string(q.answers) + noun;
  }

  static std::string text_of(const tcp_report::omission& o) {
    return eyeballs::to_string(o.endpoint) + " left out" + reason_of(o.why);
  }

  static std::string text_of(const tcp_report::attempt& a) {
    return eyeballs::to_string(a.endpoint) + ' ';
  }

  static std::string end_of(const tcp_report::attempt& a) {
    if (a.state == eyeballs::report_state::done) return "connected";
    if (a.state == eyeballs::report_state::failed) return "failed" + reason_of(a.why);
    return "stopped";
  }

  static void print(const event& e, const std::string& what) {
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), "%9.1f ms  ", to_ms(e.when - e.report.began));
    std::cout << time.data() << what << std::endl;
  }
};
