// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by Happy Eyeballs: from a name to a socket.
//
//     tcp::socket s = co_await connect(executor, "example.com", "443");
//     session s = co_await connect(executor, "example.com", "443", greet);   // what `greet` makes of it
//
// That is for a task. `async_connect` is the same for everything else.

#include <string>
#include <type_traits>
#include <utility>

#include "../base/named_closure.hpp"
#include "../by_name/connect_report.hpp"
#include "../core/task.hpp"
#include "connect/establish.hpp"
#include "connect_options.hpp"
#include "endpoint.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects to a host by its name: a client of RFC 8305. AAAA and A are asked for apart, where that
/// can't change what the system says of the name; and a family without connectivity is asked for
/// only if the other one has no address. Attempts begin as soon as the answers allow it, in the
/// order of RFC 6724, the families in turn, by `happy_eyeballs`; later answers are sorted in. On a
/// network with IPv6 only, IPv4 goes by NAT64 (section 7).
///
/// Parameters:
/// * `executor`: the socket's. Its context outlives the task.
/// * `host`: a name or an address.
/// * `service`: a name or a port.
/// * `options`: see `connect_options`.
///
/// Yields the connected socket. Resumes on the executor of the task, whose tree must run on Asio.
///
/// Ends with one of these errors:
/// * If all attempts have failed, the code is that of the most preferred endpoint. The causes are
///   the errors of all endpoints; then those of the addresses that were left out; and then those of
///   the queries that failed.
/// * If there was no address to try, the code is that of the first one that was left out; if there
///   was none, that of the preferred family's query; if that did not fail, of the other one; and if
///   none did, `errc::no_endpoints`.
/// * `std::errc::timed_out`, about host and service, when `options.timeout` is over, in which the
///   lookup counts. The causes are the same, and `errc::stopped` for each attempt and each query
///   that was pending.
/// * `std::errc::invalid_argument`, if something is wrong with the arguments: `about()` says what;
///   or if an address has no zone and needs one: the causes say which.
///
/// What the system says, and what a limit says, is a `std::errc`, with either Asio: a refusal is
/// `std::errc::connection_refused`. Codes of the DNS are Asio's, for which `to_asio(code)` compares
/// equal to `asio::error::host_not_found`. `report_of(error)` tells what became of each query, each
/// attempt, and each address that was left out.
///
/// Ends stopped, at once, after a stop, and closes everything. A lookup that hangs is left behind.
template <class = void> task<tcp::socket> connect(detail::asio::any_io_executor executor,
                                                  std::string host, std::string service,
                                                  connect_options options = {});

/// Connects to a host by its name, and counts a connection only when the application has made of it
/// what it wants: TLS, a proxy's consent, a protocol's greeting. It is `connect`, but for these.
///
/// * `establish(tcp::socket)` returns a task, or an awaitable or deferred operation of Asio's, that
///   yields what becomes of the connected socket, of any type that can be moved. It is kept as long as
///   the connect lasts, and called for one endpoint after another: attempts do not wait for each other.
///   A socket that it has is closed when it is stopped, or has failed. If it stops itself, so that
///   its task ends stopped, the connect may do so, too.
/// * It yields what the first `establish` that has succeeded does. All others are stopped.
/// * An attempt fails when its `establish` does. Its error is about the endpoint, has the code of
///   that of `establish` and this as its cause, and `attempt_stage::establish` as the `stage` of its
///   `attempt_subject`.
/// * When TCP is up, the next attempt waits for longer, once: by the attempt delay, or by twice the
///   time that TCP took, whichever is shorter (HEv3, section 6.1).
/// * `options.attempt_timeout` and `options.timeout` hold for all of it. Observers and reports are
///   told that an attempt has connected when its `establish` has succeeded.
template <class Establish>
  requires detail::establishes<std::decay_t<Establish>>
auto connect(detail::asio::any_io_executor executor, std::string host, std::string service,
             Establish&& establish, connect_options options = {})
    -> task<detail::established_by<std::decay_t<Establish>>> {
  EYEBALLS_ASSERT_NAMED(Establish);
  return detail::connect_and_establish_by(
      std::move(executor), std::move(host), std::move(service),
      std::decay_t<Establish>(std::forward<Establish>(establish)), options);
}

/// What became of the `connect` that has ended with this error. Null, if its arguments were wrong,
/// or it is another error. It lives as long as the error, or a copy of it, does.
inline const connect_report<tcp::endpoint>* report_of(const error& why) noexcept {
  return report_of<tcp::endpoint>(why);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_SEPARATE_COMPILATION
namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<established> connect_established<>(asio::any_io_executor, std::string,
                                                        std::string, establisher&, connect_options);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<tcp::socket> connect<>(detail::asio::any_io_executor, std::string, std::string,
                                            connect_options);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
#else
#include "impl/connect.hpp"
#endif
