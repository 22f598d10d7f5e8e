// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tcp/connect_to.hpp"

#include <fcntl.h>

#include <string>
#include <utility>

#include "support/connects.hpp"

namespace {

/// Binds each socket to the endpoint that it is to be connected to: so TCP connects it to itself.
class binds_to_the_peer final : public socket_preparer {
  error_code prepare(tcp::socket& socket, const tcp::endpoint& endpoint) override {
    const tcp::endpoint any(endpoint.address(), 0);
    error_code code;
    socket.set_option(asio::socket_base::reuse_address(true), code);
    if (!code) socket.bind(endpoint, code);
    return code;
  }
};

/// A port of an address where nobody listens, which others may be bound to, too.
class shared_port {
 public:
  shared_port(asio::io_context& io, const std::string& address) : holder_(io) {
    const tcp::endpoint any = endpoint(address, 0);
    holder_.open(any.protocol());
    holder_.set_option(asio::socket_base::reuse_address(true));
    holder_.bind(any);
  }

  std::string port() const { return std::to_string(holder_.local_endpoint().port()); }

 private:
  tcp::socket holder_;
};

task<int> flags_of(asio::io_context& io, tcp::endpoint to) {
  auto socket = co_await connect_to(io.get_executor(), to);
  co_return ::fcntl(socket.native_handle(), F_GETFD);
}

task<tcp::endpoint> peer_of(asio::io_context& io, tcp::endpoint to) {
  auto socket = co_await connect_to(io.get_executor(), to);
  co_return socket.remote_endpoint();
}

}  // namespace

TEST_CASE("a socket that has met itself is refused", "[D32]") {
  for (const char* address : {"127.0.0.1", "::1"}) {
    if (address == std::string("::1") && !has_ipv6()) continue;
    const no_file_is_left check;
    asio::io_context io;
    const shared_port nobody(io, address);
    binds_to_the_peer meets_itself;
    const auto end = connect_as_task(io, address, nobody.port(), {.prepare = &meets_itself});
    CHECK(!end.connected);
    CHECK(end.why.code() == std::errc::connection_refused);
    REQUIRE(end.why.causes().size() == 1);
    CHECK(end.why.causes()[0].about() ==
          to_string(endpoint(address, static_cast<unsigned short>(std::stoi(nobody.port())))));
  }
}

TEST_CASE("the unspecified address, given by the caller, is this host: it may meet itself, too",
          "[D24][D32]") {
  asio::io_context io;
  const shared_port nobody(io, "0.0.0.0");
  binds_to_the_peer meets_itself;
  const auto end = connect_as_task(io, "0.0.0.0", nobody.port(), {.prepare = &meets_itself});
  CHECK(!end.connected);
  CHECK(end.why.code() == std::errc::connection_refused);
}

TEST_CASE("a socket that was connected is not inherited", "[D32]") {
  asio::io_context io;
  auto server = listen_on(io);
  const auto end = run_in(io, flags_of(io, server.local_endpoint()));
  REQUIRE(end.value);
  CHECK((*end.value & FD_CLOEXEC) != 0);
}

TEST_CASE("an IPv4-mapped address is connected to by IPv4", "[D24]") {
  asio::io_context io;
  auto server = listen_on(io);
  const tcp::endpoint there = server.local_endpoint();
  const auto end = run_in(io, peer_of(io, endpoint("::ffff:127.0.0.1", there.port())));
  CHECK(end.value == there);
}
