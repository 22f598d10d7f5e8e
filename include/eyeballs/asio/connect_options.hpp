// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The options of `connect`.
//
//     connect_options options{.attempt_delay = 200ms, .timeout = 10s};

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include "../address/address_family.hpp"
#include "../attempts/attempt_observer.hpp"
#include "../by_name/connect_report.hpp"
#include "../by_name/resolver.hpp"
#include "../core/scheduler.hpp"
#include "config.hpp"
#include "endpoint.hpp"

namespace eyeballs {

class history;        // address/history.hpp
struct policy_table;  // address/policy_table.hpp

}  // namespace eyeballs

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Says which addresses may be connected to. It outlives the connect.
class address_filter {
 public:
  /// Is asked once for each address that was found, before it is translated (NAT64) and sorted:
  /// whoever has found it, and also if it is the host that was given, or `localhost`. An
  /// IPv4-mapped address is IPv4. For an IPv6 address that stands for one of IPv4, behind a NAT64
  /// translator that is known or by 64:ff9b::/96, it is asked for both. An error, returned or
  /// thrown, refuses the address: it is left out, and that is its reason.
  virtual error_code admit(const tcp::endpoint& found) = 0;

 protected:
  ~address_filter() = default;
};

/// Makes each socket ready before it is connected. It outlives the connect.
class socket_preparer {
 public:
  /// May set options of the socket, or bind it. The socket is open, and bound if the options have a
  /// local address for its family; its port may be 0 until it is connected. An error, returned or
  /// thrown, is the attempt's failure: it vetoes the endpoint. So does who closes the socket.
  virtual error_code prepare(tcp::socket& socket, const tcp::endpoint& endpoint) = 0;

  /// The same, if `endpoint` is the IPv6 endpoint under which a NAT64 translator reaches `v4`.
  virtual error_code prepare_translated(tcp::socket& socket, const tcp::endpoint& endpoint,
                                        const tcp::endpoint& /*v4*/) {
    return prepare(socket, endpoint);
  }

 protected:
  ~socket_preparer() = default;
};

/// The options of `connect`, with the defaults of RFC 8305, section 8. All durations have the
/// resolution of nanoseconds; `duration::max()` is no limit.
struct connect_options {
  /// Connection Attempt Delay (section 5): how long to wait for an attempt before the next one is
  /// started beside it. Not under 10 ms.
  duration attempt_delay = std::chrono::milliseconds(250);

  /// The lower limit (section 5) of the delay of an endpoint whose round-trip time `history` knows:
  /// that delay lasts until the second SYN would be sent, by RFC 6298. Not under 10 ms.
  duration minimum_attempt_delay = std::chrono::milliseconds(100);

  /// The upper limit of that delay.
  duration maximum_attempt_delay = std::chrono::seconds(2);

  /// How long after its start an attempt that has failed holds up the next; never longer than its
  /// attempt delay would. 10 ms is section 5 to the letter.
  duration failure_delay = duration::zero();

  /// Resolution Delay (section 3): how long to wait for the answer of the preferred family, from
  /// the first addresses of the other family on.
  duration resolution_delay = std::chrono::milliseconds(50);

  /// How long one query may take. Then it is stopped, and counts as one without addresses that has
  /// ended with `std::errc::timed_out`. So a name server that is silent about one family does not
  /// hold up the news that all addresses of the other have failed.
  duration resolution_timeout = duration::max();

  /// First Address Family Count (section 4): 1, or 2 to favour the first family more.
  std::size_t first_family_count = 1;

  /// Whose answer is waited for, and whose address is tried first. By default the answer for IPv6
  /// is waited for, unless only IPv4 has a route to the Internet, or `policy` has IPv4 first; and the
  /// address that the sort (RFC 6724, section 6) puts first is tried first.
  std::optional<address_family> preferred_family = std::nullopt;

  /// How long one attempt may take. Its error is then `std::errc::timed_out`.
  duration attempt_timeout = duration::max();

  /// How long it all may take, from the lookup on. The error is then `std::errc::timed_out`, and
  /// its causes tell what was tried.
  duration timeout = duration::max();

  /// With so many attempts in flight the next one waits until one has ended.
  std::size_t max_attempts_in_flight = 64;

  /// So many addresses of the host may be tried: half of them for each family, while both have
  /// more. The others that were found are left out.
  std::size_t max_addresses = 512;

  /// The address that sockets of IPv4 are bound to, with any port. Without one they are not bound. If
  /// only one of this and `local_v6` is given, addresses of the other family are left out.
  std::optional<detail::asio::ip::address_v4> local_v4 = std::nullopt;

  /// The same for sockets of IPv6.
  std::optional<detail::asio::ip::address_v6> local_v6 = std::nullopt;

  // What these point to outlives the connect: the task, or the operation, also if that is launched
  // later than it was made. Each connect calls it on the executor of its task, one call at a time.

  /// Who is asked for addresses, and where IPv4 goes by NAT64 for those of ipv4only.arpa. Nobody is
  /// asked for an address, nor for a name at or below `localhost`. It outlives the connect. Null: the
  /// system.
  eyeballs::resolver<tcp::endpoint>* resolver = nullptr;

  /// What earlier connects have learned, and this one will, in the partition `history_key` (section
  /// 4). It has no lock: connects that share it run on one thread, or on one strand. It outlives
  /// them. Null: nothing is remembered.
  eyeballs::history* history = nullptr;

  /// The partition of `history`: one for each network that the host may be attached to. Its
  /// characters outlive a task; `async_connect` copies them.
  std::string_view history_key = {};

  /// The policy table that sorts addresses (RFC 6724, section 2.1). It outlives the connect. Null:
  /// that of the system (`system_policy`).
  const policy_table* policy = nullptr;

  /// Says which addresses may be connected to. It outlives the connect. Null: all of them.
  address_filter* admit = nullptr;

  /// Makes each socket ready, and may veto its endpoint. It outlives the connect. Null: sockets are
  /// ready as they are.
  socket_preparer* prepare = nullptr;

  /// Is told of each attempt. It outlives the connect. Null: attempts are not reported.
  attempt_observer<tcp::endpoint>* observer = nullptr;

  /// Where it is noted, as it happens, what becomes of each query, of each attempt, and of each
  /// address that is left out, and when; its `observer` is told then. It is emptied first, unless the arguments are wrong. It is
  /// there after every end, a stop or the timeout included, and outlives the connect. It is of one
  /// connect at a time, also where an `establish` connects to something else. Null: only an
  /// error tells (`report_of`).
  connect_report<tcp::endpoint>* report = nullptr;
};

// Compilers destroy a temporary with a destructor twice beside `co_await`.
static_assert(std::is_trivially_destructible_v<connect_options>);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
