// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What `connect_tls` makes of a connected socket: a stream whose handshake is done, and whose server
// has proved that it is the one that was asked for.

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <string>
#include <string_view>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/task.hpp"
#include "../dns/known_endpoints.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../use_task.hpp"
#include "alpn.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/address.hpp)
#include EYEBALLS_ASIO_HEADER(ssl/context.hpp)
#include EYEBALLS_ASIO_HEADER(ssl/error.hpp)
#include EYEBALLS_ASIO_HEADER(ssl/host_name_verification.hpp)
#include EYEBALLS_ASIO_HEADER(ssl/stream.hpp)
// clang-format on

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// What `connect_tls` yields.
using tls_stream = detail::asio::ssl::stream<tcp::socket>;

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whom a certificate has to be for.
class tls_peer {
 public:
  /// The host is read as `connect` reads it, but for the zone of an address.
  explicit tls_peer(std::string host) : name_(without_zone(std::move(host))) {
    const auto literal = endpoint_of_literal(name_, "443");
    is_address_ = literal && *literal;
    if (is_address_) name_ = without_mapping(**literal).address().to_string();
    else if (name_.ends_with('.')) name_.pop_back();
  }

  /// A name without the dot at its end, or an address without its zone.
  const std::string& name() const noexcept { return name_; }

  bool is_address() const noexcept { return is_address_; }

 private:
  /// "fe80::1%eth0" or "[fe80::1%eth0]".
  static std::string without_zone(std::string host) {
    const std::size_t zone = host.find('%');
    if (zone == std::string::npos) return host;
    const bool is_in_brackets = host.ends_with(']');
    host.resize(zone);
    return is_in_brackets ? host + ']' : host;
  }

  std::string name_;
  bool is_address_ = false;
};

/// Asio's verification of a certificate, which tells OpenSSL what is wrong with it, too. Then the
/// context's own callback, if it has one, may still refuse what is right so far.
class peer_verification {
 public:
  peer_verification(const tls_peer& peer, asio::ssl::context& context)
      : verify_(peer.name()),
        of_context_(SSL_CTX_get_verify_callback(context.native_handle())),
        mismatch_(peer.is_address() ? X509_V_ERR_IP_ADDRESS_MISMATCH
                                    : X509_V_ERR_HOSTNAME_MISMATCH) {}

  bool operator()(bool preverified, asio::ssl::verify_context& context) const {
    const bool is_right = verify_(preverified, context);
    if (is_right) return of_context_ == nullptr || is_accepted(context.native_handle());
    if (preverified) X509_STORE_CTX_set_error(context.native_handle(), mismatch_);
    return false;
  }

 private:
  bool is_accepted(X509_STORE_CTX* chain) const {
    if (of_context_(1, chain) != 0) return true;
    if (X509_STORE_CTX_get_error(chain) == X509_V_OK)
      X509_STORE_CTX_set_error(chain, X509_V_ERR_APPLICATION_VERIFICATION);
    return false;
  }

  asio::ssl::host_name_verification verify_;
  SSL_verify_cb of_context_;
  int mismatch_;
};

/// The error that OpenSSL has noted on this thread.
inline error openssl_error() {
  const int code = static_cast<int>(ERR_get_error());
  return error(from_asio(error_code(code, asio::error::get_ssl_category())));
}

/// An `establish`: TLS as a client.
class tls_client_stage {
 public:
  /// `alpn` is as it is sent. The context outlives this.
  tls_client_stage(asio::ssl::context& context, std::string host, std::string alpn)
      : context_(&context), peer_(std::move(host)), alpn_(std::move(alpn)) {}

  template <class = void> task<tls_stream> operator()(tcp::socket socket) {
    tls_stream stream(std::move(socket), *context_);
    result<void> end = make_ready(stream);
    if (end)
      end = co_await as_result(stream.async_handshake(asio::ssl::stream_base::client, use_task));
    if (!end) co_return fail(handshake_error(end.error(), stream));
    if (const char* const wrong = objection_to_certificate(stream))
      co_return fail(certificate_error(wrong));
    co_return stream;
  }

 private:
  result<void> make_ready(tls_stream& stream) const {
    SSL* const ssl = stream.native_handle();
    ERR_clear_error();
    if (!peer_.is_address() && SSL_set_tlsext_host_name(ssl, peer_.name().c_str()) != 1)
      return openssl_error();
    const auto* const protocols = reinterpret_cast<const unsigned char*>(alpn_.data());
    if (!alpn_.empty() && SSL_set_alpn_protos(ssl, protocols, unsigned(alpn_.size())) != 0)
      return openssl_error();

    error_code failed;
    stream.set_verify_mode(asio::ssl::verify_peer, failed);
    if (!failed) stream.set_verify_callback(peer_verification(peer_, *context_), failed);
    if (failed) return error(from_asio(failed));
    return {};
  }

  /// What is wrong after a handshake that has succeeded. OpenSSL does not ask our callback if the
  /// context lets it do without a certificate, or has set a verification of its own. Null: nothing.
  const char* objection_to_certificate(tls_stream& stream) const {
    X509* const sent = SSL_get_peer_certificate(stream.native_handle());
    if (!sent) return "there is none";
    const std::string& name = peer_.name();
    const int matches = peer_.is_address()
                            ? X509_check_ip_asc(sent, name.c_str(), 0)
                            : X509_check_host(sent, name.data(), name.size(), 0, nullptr);
    X509_free(sent);
    return matches == 1 ? nullptr : "it is for another host";
  }

  error certificate_error(const std::string& wrong) const {
    const int code = static_cast<int>(ERR_PACK(ERR_LIB_SSL, 0, SSL_R_CERTIFICATE_VERIFY_FAILED));
    return error(from_asio(error_code(code, asio::error::get_ssl_category())),
                 "the certificate of " + peer_.name() + ": " + wrong);
  }

  /// It says what is wrong with the certificate, where that is the reason.
  error handshake_error(const error& why, tls_stream& stream) const {
    const long verified = SSL_get_verify_result(stream.native_handle());
    if (verified == X509_V_OK) return error(why.code(), "TLS with " + peer_.name());
    return error(why.code(), "the certificate of " + peer_.name() + ": " +
                                 X509_verify_cert_error_string(verified));
  }

  asio::ssl::context* context_;
  tls_peer peer_;
  std::string alpn_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
