// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// An HTTPS server for the example https_get, while a command runs. It listens at 127.0.0.1; at ::1, on
// the same port, somebody accepts who never answers. Ends as the command does.
//
//     https_server FILE COMMAND        runs COMMAND localhost PORT FILE
//
// FILE is written: the certificate that is to be trusted.

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/read_until.hpp>
#include <asio/ssl/context.hpp>
#include <asio/ssl/stream.hpp>
#include <asio/write.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include "support/certificates.hpp"

using asio::ip::tcp;
namespace ssl = asio::ssl;

namespace {

/// One request is answered. What fails is the client's to tell.
void answer(tcp::socket client, ssl::context& tls) {
  ssl::stream<tcp::socket> stream(std::move(client), tls);
  asio::error_code failed;
  stream.handshake(ssl::stream_base::server, failed);
  std::string request;
  if (!failed) asio::read_until(stream, asio::dynamic_buffer(request), "\r\n\r\n", failed);
  const std::string reply =
      "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n";
  if (!failed) asio::write(stream, asio::buffer(reply), failed);
  if (!failed) stream.shutdown(failed);
}

/// One that listens beside `server`, if this machine has IPv6.
tcp::acceptor mute_beside(asio::io_context& context, const tcp::acceptor& server) {
  tcp::acceptor mute(context);
  asio::error_code failed;
  mute.open(tcp::v6(), failed);
  const tcp::endpoint there(asio::ip::address_v6::loopback(), server.local_endpoint().port());
  if (!failed) mute.bind(there, failed);
  if (!failed) mute.listen(tcp::acceptor::max_listen_connections, failed);
  return mute;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const support::identity authority("the authority of a test");
  const support::identity server("DNS:localhost", authority);
  std::ofstream(argv[1]) << authority.certificate();

  ssl::context tls(ssl::context::tls_server);
  tls.use_certificate(asio::buffer(server.certificate()), ssl::context::pem);
  tls.use_private_key(asio::buffer(server.key()), ssl::context::pem);
  asio::io_context context;
  tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
  const tcp::acceptor mute = mute_beside(context, acceptor);
  const std::string port = std::to_string(acceptor.local_endpoint().port());

  std::thread([&acceptor, &tls] {
    for (;;) answer(acceptor.accept(), tls);
  }).detach();
  const std::string command = std::string(argv[2]) + " localhost " + port + ' ' + argv[1];
  const int status = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe)
  std::cout.flush();
  std::_Exit(status == 0 ? 0 : 1);
}
