// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// tls FILE PORT SERVER...: servers of TLS at PORT, until it is killed. It writes to FILE the
// certificate of whom clients are to trust, and says "ready". A server is an address, what it is, and
// the names in its certificate:
//
//   "192.0.2.1 right DNS:two.test,IP:192.0.2.1"
//   "192.0.2.2 expired DNS:two.test"              its certificate was good until yesterday
//   "192.0.2.3 unknown DNS:two.test"              somebody has signed it whom nobody trusts
//   "192.0.2.4 mute"                              accepts, and never answers
//
// Of each client it tells the server's address, and for which name the client has asked; "-" is none.

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ssl/context.hpp>
#include <asio/ssl/stream.hpp>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <list>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

#include "support/certificates.hpp"

using asio::ip::tcp;
using support::identity;
namespace ssl = asio::ssl;

struct authorities {
  identity trusted{"an authority"};
  identity unknown{"a stranger"};
};

identity identity_of(const std::string& kind, const std::string& names, const authorities& by) {
  constexpr int until_yesterday = -1;
  if (kind == "right") return {names, by.trusted};
  if (kind == "expired") return {names, by.trusted, until_yesterday};
  if (kind == "unknown") return {names, by.unknown};
  throw std::invalid_argument("no server is " + kind);
}

class server {
 public:
  server(asio::io_context& context, const tcp::endpoint& at, const identity& who)
      : acceptor_(context, at), address_(at.address().to_string()) {
    tls_.use_certificate(asio::buffer(who.certificate()), ssl::context::pem);
    tls_.use_private_key(asio::buffer(who.key()), ssl::context::pem);
    SSL_CTX_set_tlsext_servername_callback(tls_.native_handle(), &server::tell);
    SSL_CTX_set_tlsext_servername_arg(tls_.native_handle(), this);
    accept();
  }

  server(const server&) = delete;

 private:
  using stream = ssl::stream<tcp::socket>;

  /// It is called before there is an answer, whether the client has asked for a name or not.
  static int tell(SSL* connection, int*, void* self) {
    const char* const name = SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name);
    std::cout << static_cast<server*>(self)->address_ << ' ' << (name ? name : "-") << std::endl;
    return SSL_TLSEXT_ERR_OK;
  }

  void accept() {
    acceptor_.async_accept([this](std::error_code failed, tcp::socket client) {
      accept();
      if (failed) return;
      const auto s = std::make_shared<stream>(std::move(client), tls_);
      s->async_handshake(ssl::stream_base::server, [s](std::error_code) {});  // and hangs up
    });
  }

  ssl::context tls_{ssl::context::tls_server};
  tcp::acceptor acceptor_;
  std::string address_;
};

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  try {
    asio::io_context context(1);
    const authorities by;
    std::ofstream(argv[1]) << by.trusted.certificate();
    std::list<tcp::acceptor> mute;  // the system accepts
    std::list<server> servers;
    for (int i = 3; i < argc; ++i) {
      std::istringstream words(argv[i]);
      std::string address;
      std::string kind;
      std::string names;
      words >> address >> kind >> names;
      const tcp::endpoint at(asio::ip::make_address(address),
                             static_cast<unsigned short>(std::atoi(argv[2])));
      if (kind == "mute") mute.emplace_back(context, at);
      else servers.emplace_back(context, at, identity_of(kind, names, by));
    }
    std::cout << "ready" << std::endl;
    context.run();
  } catch (const std::exception& e) {
    std::cerr << "tls: " << e.what() << '\n';
    return 1;
  }
}
