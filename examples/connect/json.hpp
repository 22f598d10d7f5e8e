// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A connect as one line of JSON. Times are milliseconds since its beginning. The members are:
//
//     ok             whether it has connected
//     host, service  what was asked for
//     ms             how long it took
//     peer_address   the address that it has connected to, and its port; null, if it has not
//     peer_port
//     error          why it has not connected; null, if it has
//     queries        in the order in which they were asked, of each:
//       record         "AAAA" or "A"
//       host           the name that was asked for
//       start_ms       when it was asked
//       end_ms         when it was answered, or the connect ended
//       outcome        "answered", "failed", "stopped" (it was under way), or "left out"
//       addresses      how many it has brought
//       error          why it failed, or was not asked; else null
//     left_out       in the order in which they were found, of each address that is not tried:
//       endpoint       "192.0.2.1:80" or "[2001:db8::1]:80"
//       error          why it is not tried
//     beyond_limit   how many addresses more were found than one host may have
//     attempts       in the order of their starts, of each:
//       endpoint       as above
//       start_ms       when it was started
//       end_ms         when it ended, or the connect did
//       outcome        "connected", "failed", or "stopped" (it was under way)
//       error          why it failed; else null
//       stage          where it failed: "connect" is TCP, "establish" what follows; else null
//       cause          what more is known of why it failed, as of a certificate; else null
//
// What is added later has a new name, and goes behind what is there.

#include <optional>
#include <string>
#include <string_view>

#include "json_text.hpp"
#include "one_connect.hpp"

/// The members of one object, in their order.
class json_object {
 public:
  json_object& add(std::string_view name, const std::string& json) {
    text_ += (text_.empty() ? '{' : ',') + json_string(name) + ':' + json;
    return *this;
  }

  std::string done() const { return text_ + '}'; }

 private:
  std::string text_;
};

template <class Rows, class ToJson> std::string json_array(const Rows& rows, ToJson to_json) {
  std::string text;
  for (const auto& row : rows) text += (text.empty() ? "" : ",") + to_json(row);
  return '[' + text + ']';
}

inline std::string json_why(const std::optional<eyeballs::error>& why) {
  return why ? json_string(why->code().message()) : "null";
}

inline std::string json_stage(const std::optional<eyeballs::error>& why) {
  using subject = eyeballs::attempt_subject<eyeballs::tcp::endpoint>;
  constexpr const char* stages[] = {"\"connect\"", "\"establish\""};
  const subject* const attempt = why ? why->subject_as<subject>() : nullptr;
  return attempt ? stages[int(attempt->stage)] : "null";
}

inline std::string json_cause(const std::optional<eyeballs::error>& why) {
  const std::string cause = why ? cause_of(*why) : "";
  return cause.empty() ? "null" : json_string(cause);
}

inline std::string json_ms(const tcp_report& r, const std::optional<eyeballs::time_point>& at) {
  return json_number(at ? to_ms(*at - r.began) : ms_of(r));
}

inline std::string to_json(const tcp_report& r, const tcp_report::query& q) {
  constexpr const char* outcomes[] = {"stopped", "answered", "failed", "left out"};
  const bool was_not_asked = q.state == eyeballs::report_state::left_out;
  return json_object()
      .add("record", q.family == eyeballs::address_family::v6 ? "\"AAAA\"" : "\"A\"")
      .add("host", json_string(q.host))
      .add("start_ms", json_ms(r, q.asked))
      .add("end_ms", json_ms(r, q.ended))
      .add("outcome", json_string(outcomes[int(q.state)]))
      .add("addresses", std::to_string(q.answers))
      .add("error", was_not_asked && q.why ? json_string(q.why->about()) : json_why(q.why))
      .done();
}

inline std::string to_json(const tcp_report& r, const tcp_report::attempt& a) {
  constexpr const char* outcomes[] = {"stopped", "connected", "failed", ""};
  return json_object()
      .add("endpoint", json_string(eyeballs::to_string(a.endpoint)))
      .add("start_ms", json_ms(r, a.started))
      .add("end_ms", json_ms(r, a.ended))
      .add("outcome", json_string(outcomes[int(a.state)]))
      .add("error", json_why(a.why))
      .add("stage", json_stage(a.why))
      .add("cause", json_cause(a.why))
      .done();
}

inline std::string to_json(const tcp_report::omission& o) {
  return json_object()
      .add("endpoint", json_string(eyeballs::to_string(o.endpoint)))
      .add("error", json_why(o.why))
      .done();
}

inline std::string to_json(const one_connect& c) {
  const tcp_report& r = c.told;
  const tcp_report::attempt* const winner = winner_of(c);
  const auto of_report = [&](const auto& row) { return to_json(r, row); };
  const auto alone = [](const auto& row) { return to_json(row); };
  const bool connected = c.how == ending::connected;
  return json_object()
      .add("ok", connected ? "true" : "false")
      .add("host", json_string(c.host))
      .add("service", json_string(c.service))
      .add("ms", json_number(ms_of(r)))
      .add("peer_address", winner ? json_string(winner->endpoint.address().to_string()) : "null")
      .add("peer_port", winner ? std::to_string(winner->endpoint.port()) : "null")
      .add("error", connected ? "null" : json_string(c.error))
      .add("queries", json_array(r.queries, of_report))
      .add("left_out", json_array(r.left_out, alone))
      .add("beyond_limit", std::to_string(r.beyond_the_limit))
      .add("attempts", json_array(r.attempts, of_report))
      .done();
}
