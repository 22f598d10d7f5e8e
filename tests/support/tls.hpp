// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_TLS_HPP
#define EYEBALLS_TESTS_SUPPORT_TLS_HPP

// TLS servers on loopback, and what a client is that trusts them.

#include <list>
#include <string>
#include <utility>
#include <vector>

#include "certificates.hpp"
#include "eyeballs/asio/tls.hpp"
#include "greeting.hpp"

using support::identity;

/// Accepts all who come, makes the handshake, and keeps the connections.
class tls_server {
 public:
  /// `chooses`: the protocol that it has (ALPN); none, if it is empty.
  tls_server(asio::io_context& io, const identity& who, std::string chooses = "")
      : context_(asio::ssl::context::tls_server),
        chooses_(std::move(chooses)),
        acceptor_(io, {asio::ip::address_v4::loopback(), 0}) {
    context_.use_certificate(asio::buffer(who.certificate()), asio::ssl::context::pem);
    context_.use_private_key(asio::buffer(who.key()), asio::ssl::context::pem);
    if (!chooses_.empty())
      SSL_CTX_set_alpn_select_cb(context_.native_handle(), &tls_server::choose, this);
    accept();
  }

  tls_server(const tls_server&) = delete;

  /// From now on it sends no certificate, and so speaks to those alone who want none.
  void be_anonymous() {
    SSL_CTX* const context = context_.native_handle();
    SSL_CTX_set_cipher_list(context, "aNULL:@SECLEVEL=0");
    SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_dh_auto(context, 1);
  }

  tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  std::string port() const { return port_of(acceptor_); }

  /// The names that clients have asked for, "-" where there was none; for each handshake that is done.
  const strings& names() const { return names_; }

 private:
  static int choose(SSL*, const unsigned char** out, unsigned char* length,
                    const unsigned char* offered, unsigned offered_length, void* self) {
    const std::string& mine = static_cast<tls_server*>(self)->chooses_;
    const std::string all(reinterpret_cast<const char*>(offered), offered_length);
    const std::size_t at = all.find(static_cast<char>(mine.size()) + mine);
    if (at == all.npos) return SSL_TLSEXT_ERR_NOACK;
    *out = offered + at + 1;
    *length = static_cast<unsigned char>(mine.size());
    return SSL_TLSEXT_ERR_OK;
  }

  void accept() {
    acceptor_.async_accept([this](error_code failed, tcp::socket client) {
      if (failed) return;
      tls_stream& s = clients_.emplace_back(std::move(client), context_);
      s.async_handshake(asio::ssl::stream_base::server, [this, &s](error_code bad) {
        if (bad) return;
        const char* name = SSL_get_servername(s.native_handle(), TLSEXT_NAMETYPE_host_name);
        names_.push_back(name ? name : "-");
      });
      accept();
    });
  }

  asio::ssl::context context_;
  std::string chooses_;
  tcp::acceptor acceptor_;
  std::list<tls_stream> clients_;
  strings names_;
};

/// What a client has that trusts an authority.
inline asio::ssl::context trusting(const identity& authority) {
  asio::ssl::context context(asio::ssl::context::tls_client);
  context.add_certificate_authority(asio::buffer(authority.certificate()));
  return context;
}

/// How `connect_tls` ended.
struct end_of_tls {
  bool connected = false;
  tcp::endpoint peer{};
  std::string alpn{};
  error why{std::error_code()};
};

inline task<end_of_tls> try_tls(asio::io_context& io, asio::ssl::context& context, std::string host,
                                std::string service, tls_options options) {
  auto r = co_await as_result(connect_tls(io.get_executor(), context, host, service, options));
  end_of_tls e;
  e.connected = r.has_value();
  if (r) {
    e.peer = r->next_layer().remote_endpoint();
    e.alpn = chosen_alpn(*r);
  } else {
    e.why = r.error();
  }
  co_return e;
}

inline end_of_tls tls_with(asio::io_context& io, asio::ssl::context& context,
                           const std::string& host, const std::string& service,
                           tls_options options = {}) {
  auto end = run_beside_servers(io, try_tls(io, context, host, service, options));
  CHECK(!end.why);
  REQUIRE(end.value);
  return *end.value;
}

#endif
