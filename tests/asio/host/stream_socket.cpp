// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/stream_socket.hpp"

#include <fcntl.h>

#include "support/asio.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(local/stream_protocol.hpp)
// clang-format on

namespace {

/// A socket of the protocol that is open.
tcp::socket opened(asio::io_context& io, const tcp& protocol) {
  result<void> end;
  auto socket = detail::open_stream_socket<tcp::socket>(io.get_executor(), protocol, end);
  CHECK(end);
  return socket;
}

}  // namespace

TEST_CASE("a program that is started does not inherit the socket", "[D32]") {
  const no_file_is_left check;
  asio::io_context io;
  for (const tcp& protocol : {tcp::v4(), tcp::v6()}) {
    if (protocol == tcp::v6() && !has_ipv6()) continue;
    tcp::socket socket = opened(io, protocol);
    CHECK((::fcntl(socket.native_handle(), F_GETFD) & FD_CLOEXEC) != 0);
    CHECK(socket.local_endpoint().protocol() == protocol);
  }
}

TEST_CASE("where no file can be opened, that is said", "[D32]") {
  asio::io_context io;
  const tcp::socket first(io);  // the context has its own files now
  result<void> end;
  const auto socket = [&] {
    const support::no_more_files none;
    return detail::open_stream_socket<tcp::socket>(io.get_executor(), tcp::v4(), end);
  }();
  REQUIRE(!end);
  CHECK(end.error().code() == std::errc::too_many_files_open);
  CHECK(!socket.is_open());
}

TEST_CASE("sockets of other protocols are opened, too, on an executor of their own type", "[D32]") {
  using local = asio::local::stream_protocol;
  using local_socket = asio::basic_stream_socket<local, asio::io_context::executor_type>;
  const no_file_is_left check;
  asio::io_context io;
  result<void> end;
  auto socket = detail::open_stream_socket<local_socket>(io.get_executor(), local(), end);
  CHECK(end);
  CHECK((::fcntl(socket.native_handle(), F_GETFD) & FD_CLOEXEC) != 0);
  CHECK(socket.local_endpoint().protocol().family() == AF_UNIX);
}

#ifdef IP_BIND_ADDRESS_NO_PORT
TEST_CASE("a socket that is bound to an address has no port until it is connected", "[D32]") {
  asio::io_context io;
  auto server = listen_on(io);
  tcp::socket socket = opened(io, tcp::v4());
  CHECK(!detail::bind_to_address(socket, asio::ip::make_address("127.0.0.9")));
  CHECK(socket.local_endpoint() == endpoint("127.0.0.9", 0));
  socket.connect(server.local_endpoint());
  CHECK(socket.local_endpoint().address() == asio::ip::make_address("127.0.0.9"));
  CHECK(socket.local_endpoint().port() != 0);
}

TEST_CASE("neither has one of IPv6", "[D32]") {
  if (!has_ipv6()) return;
  asio::io_context io;
  tcp::socket socket = opened(io, tcp::v6());
  CHECK(!detail::bind_to_address(socket, asio::ip::address_v6::loopback()));
  CHECK(socket.local_endpoint() == endpoint("::1", 0));
}
#endif
