// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The Asio backend on Windows: what the system is asked, and what connects to the loopback. It says
// each thing that is wrong, and exits with their number.

#include <algorithm>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/thread_pool.hpp>
#include <chrono>
#include <exception>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "eyeballs/asio/host/hosts_file.hpp"
#include "eyeballs/asio/host/stream_socket.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

int wrong = 0;

void check(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "wrong: " << what << '\n';
  ++wrong;
}

ip_address loopback() { return ip_address(ip_address::v4_bytes{127, 0, 0, 1}); }

/// How a connect ended.
struct end {
  bool connected = false;
  std::error_code code;
};

task<end> try_connect(asio::io_context& io, std::string host, std::string port) {
  auto connected = co_await as_result(connect(io.get_executor(), host, port));
  end e;
  e.connected = connected.has_value();
  if (!connected) e.code = connected.error().code();
  co_return e;
}

end connect_to(const std::string& host, const std::string& port) {
  asio::io_context io;
  end e;
  co_spawn(io, try_connect(io, host, port), [&e](std::exception_ptr why, end told) {
    check(!why, "the task has no error of its own");
    e = told;
  });
  io.run();
  return e;
}

void errors_have_both_numbers() {
  const struct {
    asio::error_code theirs;
    std::errc ours;
  } rows[] = {
      {asio::error::connection_refused, std::errc::connection_refused},
      {asio::error::timed_out, std::errc::timed_out},
      {asio::error::operation_aborted, std::errc::operation_canceled},
      {asio::error::network_unreachable, std::errc::network_unreachable},
      {asio::error::no_memory, std::errc::not_enough_memory},
      {asio::error::try_again, std::errc::resource_unavailable_try_again},
  };

  for (const auto& row : rows) {
    check(from_asio(row.theirs) == std::make_error_code(row.ours), "a code of Asio's as errno's");
    check(to_asio(std::make_error_code(row.ours)) == row.theirs, "a code of errno's as Asio's");
  }
}

void system_is_asked() {
  check(source_address_of(loopback()) == loopback(), "the source of the loopback");
  check(source_address_of(ip_address(ip_address::v4_bytes{255, 255, 255, 255})) == std::nullopt,
        "nobody sends to all unasked");

  int told = 0;
  const auto count = [](void* of, const ip_address&) { ++*static_cast<int*>(of); };
  check(detail::tell_addresses(count, &told), "the interfaces are told");
  const auto deprecated = detail::deprecated_addresses();
  check(std::count(deprecated.begin(), deprecated.end(), loopback()) == 0,
        "the loopback is not deprecated");

  check(!detail::own_name().empty(), "the machine has a name");
  check(detail::read_name_sources().has_value(), "there are sources of names");
  check(detail::read_resolver_configuration().has_value(), "the resolver is configured");
  check(std::string(detail::hosts_path()).ends_with("etc\\hosts"), "the hosts file has a place");
  check(!detail::is_interface(0x7fffffff), "no interface has that number");

  const auto asked = detail::look_up("127.0.0.1", "80", detail::asked_family::both,
                                     detail::host_form::address_only);
  check(!asked.code && asked.found.size() == 1, "an address is looked up");
  const auto no_address = detail::look_up("www.example", "80", detail::asked_family::both,
                                          detail::host_form::address_only);
  check(no_address.code == asio::error::host_not_found, "a name is no address");
}

void sockets_are_opened() {
  asio::io_context io;
  tcp::socket socket(io);
  check(!detail::open_stream_socket(socket, tcp::v4()), "a socket is opened");
  check(!detail::bind_to_address(socket, asio::ip::address_v4::loopback()), "a socket is bound");
  check(detail::open_stream_socket(socket, tcp::v4()) == asio::error::already_open,
        "an open socket is not opened");
}

void connects() {
  asio::io_context io;
  const tcp::acceptor server(io, {asio::ip::address_v4::loopback(), 0});
  const std::string port = std::to_string(server.local_endpoint().port());
  check(connect_to("127.0.0.1", port).connected, "an address is connected to");
  check(connect_to("localhost", port).connected, "localhost is connected to");

  tcp::socket holder(io, {asio::ip::address_v4::loopback(), 0});  // nobody listens
  const end refused = connect_to("127.0.0.1", std::to_string(holder.local_endpoint().port()));
  check(refused.code == std::errc::connection_refused, "where nobody listens it is refused");

  const end no_service = connect_to("127.0.0.1", "no-such-service");
  check(to_asio(no_service.code) == asio::error::service_not_found, "there is no such service");
}

void blocking_functions_run_elsewhere() {
  asio::io_context io;
  asio::thread_pool pool(1);
  int sum = 0;
  bool timed_out = false;
  auto body = [&]() -> task<> {
    auto waits = [](on_threads::stop_token stop) {
      while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
    };
    sum = co_await run_on(pool, [](int a, int b) { return a + b; }, 40, 2);
    auto late = co_await as_result(timeout(run_on(pool, waits), 5ms));
    timed_out = late.has_error() && late.error().code() == std::errc::timed_out;
  };
  co_spawn(io, body(), [](std::exception_ptr why) { check(!why, "no error of the task"); });
  io.run();
  check(sum == 42, "a function runs on a pool");
  check(timed_out, "a function that blocks sees the stop");
}

}  // namespace

int main() {
  errors_have_both_numbers();
  system_is_asked();
  sockets_are_opened();
  connects();
  blocking_functions_run_elsewhere();
  if (wrong == 0) std::cout << "the Asio backend works on this system\n";
  return wrong;
}
