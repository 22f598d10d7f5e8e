// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Ways to connect to a host with several addresses, which are compared in one network after the
// other.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <eyeballs/eyeballs.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "population.hpp"

namespace simulated {

using eyeballs::address_family;
using eyeballs::task;

/// How one connect went.
struct outcome {
  duration took{};
  std::size_t attempts = 0;
  bool connected = false;
};

/// A network, as a resolver and a transport.
class host final : public eyeballs::resolver<address> {
 public:
  host(const network& n, bool knows_round_trips) : net_(n), knows_round_trips_(knows_round_trips) {}

  task<std::vector<address>> resolve(std::string, std::string, address_family asked) override {
    const bool v6 = asked == address_family::v6;
    co_await eyeballs::sleep(v6 ? net_.aaaa_after : net_.a_after);
    co_return v6 ? net_.v6 : net_.v4;
  }

  /// Linux gives up on a silent address after 127 seconds.
  task<std::string> attempt(address to, std::size_t = 0) {
    ++attempts;
    if (to.does == fate::is_silent) co_await eyeballs::sleep(std::chrono::seconds(127));
    if (to.does == fate::is_silent) co_return eyeballs::fail(std::errc::timed_out);
    co_await eyeballs::sleep(to.round_trip);
    if (to.does == fate::refuses) co_return eyeballs::fail(std::errc::connection_refused);
    co_return to.name;
  }

  void close(std::string&&) noexcept {}

  address_family family_of(const address& a) const {
    return a.name.front() == '6' ? address_family::v6 : address_family::v4;
  }

  std::vector<address> sort(const std::vector<address>& all) const {
    std::vector<address> sorted;
    for (const address_family f : {address_family::v6, address_family::v4})
      for (const address& a : all)
        if (family_of(a) == f) sorted.push_back(a);
    return sorted;
  }

  /// As a history has it, of an address that has answered before: twice the round trip, not less
  /// than 100 ms.
  std::optional<duration> delay_of(const address& a) const {
    if (!knows_round_trips_ || a.does == fate::is_silent) return std::nullopt;
    return std::max<duration>(2 * a.round_trip, std::chrono::milliseconds(100));
  }

  /// One lane: the addresses one after another.
  task<std::string> one_by_one(std::vector<address> all) {
    std::vector<task<std::string>> tasks;
    for (address& a : all) tasks.push_back(attempt(std::move(a)));
    return happy_eyeballs(duration::max(), std::move(tasks));
  }

  /// Both answers.
  task<std::vector<address>> resolve_both() {
    auto both = co_await eyeballs::join(resolve({}, {}, address_family::v6),
                                        resolve({}, {}, address_family::v4));
    auto& [v6, v4] = both;
    v6.insert(v6.end(), v4.begin(), v4.end());
    co_return std::move(v6);
  }

  std::size_t attempts = 0;

 private:
  const network& net_;
  bool knows_round_trips_;
};

/// Connects in a network. Its result is the name of the address.
using policy = task<std::string> (*)(host&);

inline task<std::string> by_name(host& h, eyeballs::configurable_values values) {
  return connect_by_name(h, h, "host.example", "443", values);
}

inline task<std::string> as_we_do(host& h) { return by_name(h, {}); }

template <int Milliseconds> task<std::string> with_delay(host& h) {
  eyeballs::configurable_values values;
  values.attempt_delay = std::chrono::milliseconds(Milliseconds);
  return by_name(h, values);
}

/// RFC 8305, section 5, to the letter: also after a failure the next attempt waits, for 10 ms.
inline task<std::string> as_rfc_8305(host& h) {
  eyeballs::configurable_values values;
  values.failure_delay = std::chrono::milliseconds(10);
  return by_name(h, values);
}

inline task<std::string> one_after_another(host& h) {
  auto all = co_await h.resolve_both();
  co_return co_await h.one_by_one(std::move(all));
}

/// IPv6 one after another; and IPv4 beside it, one after another, after a delay or IPv6's failure.
inline task<std::string> two_lanes(host& h, duration delay) {
  auto all = co_await h.resolve_both();
  std::vector<address> v6, v4;
  for (address& a : all) (h.family_of(a) == address_family::v6 ? v6 : v4).push_back(std::move(a));
  std::vector<task<std::string>> lanes;
  lanes.push_back(h.one_by_one(std::move(v6)));
  lanes.push_back(h.one_by_one(std::move(v4)));
  co_return co_await happy_eyeballs(delay, std::move(lanes));
}

inline task<std::string> as_go(host& h) { return two_lanes(h, std::chrono::milliseconds(300)); }

inline task<std::string> as_curl(host& h) { return two_lanes(h, std::chrono::milliseconds(200)); }

struct named_policy {
  const char* name;
  policy connect;
  bool knows_round_trips = false;
};

inline constexpr named_policy policies[] = {
    {"one after another", &one_after_another},
    {"two lanes, 300 ms (Go)", &as_go},
    {"two lanes, 200 ms (curl)", &as_curl},
    {"RFC 8305 to the letter", &as_rfc_8305},
    {"eyeballs", &as_we_do},
    {"eyeballs, with a history", &as_we_do, true},
    {"eyeballs, delay 100 ms", &with_delay<100>},
    {"eyeballs, delay 500 ms", &with_delay<500>},
};

inline task<outcome> measured(host& h, policy connect) {
  const eyeballs::environment here = co_await eyeballs::current_environment();
  const auto start = here.where->now();
  const auto end = co_await eyeballs::as_result(connect(h));
  co_return outcome{here.where->now() - start, h.attempts, end.has_value()};
}

inline outcome play(const network& n, const named_policy& by) {
  host h(n, by.knows_round_trips);
  return eyeballs::run_in_virtual_time(measured(h, by.connect)).value();
}

}  // namespace simulated
