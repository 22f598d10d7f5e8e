// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/stream_socket.hpp"

#include <fcntl.h>

#include "support/asio.hpp"

TEST_CASE("a program that is started does not inherit the socket", "[D32]") {
  const no_file_is_left check;
  asio::io_context io;
  for (const tcp& protocol : {tcp::v4(), tcp::v6()}) {
    if (protocol == tcp::v6() && !has_ipv6()) continue;
    tcp::socket socket(io);
    CHECK(!detail::open_stream_socket(socket, protocol));
    CHECK((::fcntl(socket.native_handle(), F_GETFD) & FD_CLOEXEC) != 0);
    CHECK(socket.local_endpoint().protocol() == protocol);
  }
}

TEST_CASE("a socket is a stream to Asio: it tells the end of what the peer sends") {
  asio::io_context io;
  auto server = listen_on(io);
  tcp::socket socket(io);
  CHECK(!detail::open_stream_socket(socket, tcp::v4()));
  socket.connect(server.local_endpoint());
  server.accept().close();

  char byte = 0;
  error_code code;
  CHECK(socket.read_some(asio::buffer(&byte, 1), code) == 0);
  CHECK(code == asio::error::eof);

  code = error_code();
  socket.async_read_some(asio::buffer(&byte, 1),
                         [&code](error_code ec, std::size_t) { code = ec; });
  io.run();
  CHECK(code == asio::error::eof);
}

TEST_CASE("where no file can be opened, that is said", "[D32]") {
  asio::io_context io;
  tcp::socket socket(io);
  const error_code code = [&] {
    const support::no_more_files none;
    return detail::open_stream_socket(socket, tcp::v4());
  }();
  CHECK(code == asio::error::no_descriptors);
  CHECK(!socket.is_open());
}

TEST_CASE("a socket that is open already stays as it is") {
  const no_file_is_left check;
  asio::io_context io;
  tcp::socket socket(io, tcp::v4());
  const int native = socket.native_handle();
  CHECK(detail::open_stream_socket(socket, tcp::v4()) == asio::error::already_open);
  CHECK(socket.native_handle() == native);
}

#ifdef IP_BIND_ADDRESS_NO_PORT
TEST_CASE("a socket that is bound to an address has no port until it is connected", "[D32]") {
  asio::io_context io;
  auto server = listen_on(io);
  tcp::socket socket(io);
  CHECK(!detail::open_stream_socket(socket, tcp::v4()));
  CHECK(!detail::bind_to_address(socket, asio::ip::make_address("127.0.0.9")));
  CHECK(socket.local_endpoint() == endpoint("127.0.0.9", 0));
  socket.connect(server.local_endpoint());
  CHECK(socket.local_endpoint().address() == asio::ip::make_address("127.0.0.9"));
  CHECK(socket.local_endpoint().port() != 0);
}

TEST_CASE("neither has one of IPv6", "[D32]") {
  if (!has_ipv6()) return;
  asio::io_context io;
  tcp::socket socket(io);
  CHECK(!detail::open_stream_socket(socket, tcp::v6()));
  CHECK(!detail::bind_to_address(socket, asio::ip::address_v6::loopback()));
  CHECK(socket.local_endpoint() == endpoint("::1", 0));
}
#endif
