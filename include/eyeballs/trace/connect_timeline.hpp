// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A report of a connect, as what is drawn of it: a row for each query, each attempt, and each address
// that was left out.
//
//     std::cout << to_text(timeline_of(report, "example.com 443", to_string));

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../base/escaped.hpp"
#include "../base/time.hpp"
#include "../by_name/connect_report.hpp"

namespace eyeballs {

/// How a row ends.
enum class timeline_mark : unsigned char {
  answered,   ///< The query has its answer.
  connected,  ///< The attempt has connected.
  failed,     ///< The note says why.
  pending,    ///< It was under way when the connect ended.
  left_out,   ///< It never began; the note says why.
};

/// A query, an attempt, or an address that was left out. Its texts are in one line, without control
/// characters.
struct timeline_row {
  std::string what;                             ///< such as "AAAA example.com", or an endpoint
  duration begin{};                             ///< since the connect began
  duration end{};                               ///< the same
  timeline_mark mark = timeline_mark::pending;  ///< how it ends
  std::string note;  ///< such as "2 addresses", "connected", "Connection refused"
};

/// What became of one connect, and when.
struct connect_timeline {
  std::string title;                 ///< such as "example.com 443"
  duration length{};                 ///< from the beginning of the connect to its end
  std::vector<timeline_row> rows;    ///< queries, then addresses that were left out, then attempts
  std::size_t beyond_the_limit = 0;  ///< how many addresses more were found than one host may have
};

namespace detail {

inline const char* record_of(address_family f) noexcept {
  return f == address_family::v6 ? "AAAA" : "A";
}

inline std::string number_of_addresses(std::size_t count) {
  if (count == 0) return "no address";
  if (count == 1) return "1 address";
  return std::to_string(count) + " addresses";
}

/// What the report's `why` says: the text of its code, or of what was left out.
inline std::string reason_of(const std::optional<error>& why) {
  return why ? escaped(why->code().message()) : std::string();
}

/// The latest time that the report knows.
template <class Endpoint> time_point end_of(const connect_report<Endpoint>& r) noexcept {
  if (r.ended) return *r.ended;
  time_point latest = r.began;
  for (const auto& q : r.queries) latest = std::max({latest, q.asked, q.ended.value_or(q.asked)});
  for (const auto& a : r.attempts)
    latest = std::max({latest, a.started, a.ended.value_or(a.started)});
  return latest;
}

template <class Query> timeline_row row_of_query(const Query& q) {
  timeline_row row;
  row.what = record_of(q.family) + (' ' + escaped(q.host));
  switch (q.state) {
    case report_state::pending:
      row.mark = timeline_mark::pending;
      row.note = "no answer yet";
      break;
    case report_state::done:
      row.mark = timeline_mark::answered;
      row.note = number_of_addresses(q.answers);
      break;
    case report_state::failed:
      row.mark = timeline_mark::failed;
      row.note = reason_of(q.why);
      break;
    case report_state::left_out:
      row.mark = timeline_mark::left_out;
      row.note = "not asked: " + (q.why ? q.why->about() : std::string());
      break;
  }
  return row;
}

template <class Attempt, class Text> timeline_row row_of_attempt(const Attempt& a, Text& text_of) {
  timeline_row row;
  row.what = escaped(text_of(a.endpoint));
  switch (a.state) {
    case report_state::done:
      row.mark = timeline_mark::connected;
      row.note = "connected";
      break;
    case report_state::failed:
      row.mark = timeline_mark::failed;
      row.note = reason_of(a.why);
      break;
    default:
      row.mark = timeline_mark::pending;
      row.note = "stopped";
      break;
  }
  return row;
}

template <class Omission, class Text>
timeline_row row_of_omission(const Omission& o, Text& text_of) {
  timeline_row row;
  row.what = escaped(text_of(o.endpoint));
  row.mark = timeline_mark::left_out;
  row.note = "left out: " + reason_of(o.why);
  return row;
}

}  // namespace detail

/// What is drawn of a report. `text_of(endpoint)` is how an endpoint is named; for TCP it is
/// `to_string`. What is pending in the report lasts until its end.
template <class Endpoint, class Text>
connect_timeline timeline_of(const connect_report<Endpoint>& report, std::string title,
                             Text text_of) {
  const time_point end = detail::end_of(report);
  connect_timeline t;
  t.title = detail::escaped(title);
  t.length = end - report.began;
  t.beyond_the_limit = report.beyond_the_limit;

  const auto add = [&](timeline_row row, time_point begin, std::optional<time_point> ended) {
    row.begin = begin - report.began;
    row.end = ended.value_or(end) - report.began;
    t.rows.push_back(std::move(row));
  };

  for (const auto& q : report.queries) add(detail::row_of_query(q), q.asked, q.ended);
  for (const auto& o : report.left_out)
    add(detail::row_of_omission(o, text_of), report.began, report.began);
  for (const auto& a : report.attempts) add(detail::row_of_attempt(a, text_of), a.started, a.ended);
  return t;
}

}  // namespace eyeballs
