// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One connect of the program `connect`, and how it has ended.

#include <chrono>
#include <eyeballs/asio.hpp>
#include <string>
#include <system_error>

using tcp_report = eyeballs::connect_report<eyeballs::tcp::endpoint>;

enum class ending { connected, failed, interrupted, wrong_usage };

/// What is known beyond a code, such as what is wrong with a certificate; else empty.
inline std::string cause_of(const eyeballs::error& why) {
  return why.causes().empty() ? "" : why.causes().front().about();
}

/// What the code says, and the cause.
inline std::string text_of(const eyeballs::error& why) {
  const std::string cause = cause_of(why);
  return why.code().message() + (cause.empty() ? "" : ": " + cause);
}

/// Why it failed. If there were attempts, they are told one by one elsewhere.
inline std::string reason(const eyeballs::error& why, bool attempts_are_told) {
  if (!attempts_are_told) return why.message();
  std::string text = why.about() + ": " + why.code().message();
  for (const eyeballs::error& cause : why.causes())
    if (!cause.subject_as<eyeballs::attempt_subject<eyeballs::tcp::endpoint>>())
      text += "; " + cause.message();
  return text;
}

struct one_connect {
  template <class Connection> void note(const eyeballs::outcome<Connection>& end) {
    if (end) {
      how = ending::connected;
    } else if (end.stopped()) {
      how = ending::interrupted;
      error = "interrupted";
    } else {
      const eyeballs::error& why = end.error();
      const bool is_usage = why.code() == std::errc::invalid_argument && why.causes().empty();
      how = is_usage ? ending::wrong_usage : ending::failed;
      error = reason(why, !told.attempts.empty());
    }
  }

  std::string host, service;
  tcp_report told;
  ending how = ending::failed;
  std::string error;  ///< empty, if it has connected
};

inline double to_ms(eyeballs::duration d) {
  return std::chrono::duration<double, std::milli>(d).count();
}

/// How long it took. What has not begun, as there was no such host, took no time.
inline double ms_of(const tcp_report& r) { return r.ended ? to_ms(*r.ended - r.began) : 0; }

/// The attempt that connected first. Asking the socket fails where the peer has already hung up.
inline const tcp_report::attempt* winner_of(const one_connect& c) {
  const tcp_report::attempt* winner = nullptr;
  if (c.how != ending::connected) return winner;
  for (const tcp_report::attempt& a : c.told.attempts)
    if (a.state == eyeballs::report_state::done && (!winner || *a.ended < *winner->ended))
      winner = &a;
  return winner;
}

/// What to call the query: "AAAA two.test".
inline std::string name_of(const tcp_report::query& q) {
  return (q.family == eyeballs::address_family::v6 ? "AAAA " : "A ") + q.host;
}
